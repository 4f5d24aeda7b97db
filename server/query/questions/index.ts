export { ask } from './ask.ts';
export { looksLikeQuestion, readQuestion } from './read.ts';
