/** What of a text is the article's own prose, and where it says the same thing twice. */
export { findBoilerplate, type Block } from './boilerplate.ts';
export { readable, repeatsOf } from './mask.ts';
export { withoutMarks } from './furniture.ts';
