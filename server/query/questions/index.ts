export { ask } from './ask.ts';
export { looksLikeQuestion, readQuestion, type Reading } from './read.ts';
