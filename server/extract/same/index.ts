/** What several documents carry of one another: one utterance told twice, one wire text copied. */
export { sharedOrigins, type OriginText, type SharedOrigin } from './origins.ts';
export { sameUtterance, type SameUtterance } from './utterance.ts';
export type { Aligned } from './align.ts';
