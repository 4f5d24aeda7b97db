/** What several documents carry of one another: one utterance told twice, one wire text copied. */
export { sharedOrigins } from './origins.ts';
export { sameUtterance } from './utterance.ts';
