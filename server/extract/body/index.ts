/** What of a text is the article's own prose, and where it says the same thing twice. */
export { findBoilerplate, isFurniture, type Block } from './boilerplate.ts';
export { creditInByline, creditInDateline, type Credit } from './credits.ts';
export { readable, repeatsOf } from './mask.ts';
export { withoutMarks } from './furniture.ts';
export { linesOf } from './lines.ts';
