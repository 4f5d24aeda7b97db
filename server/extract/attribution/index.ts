/** Parsed text to attributions: who is reported to have said, or thought, what. */
export type { Attribution } from './types.ts';
export { attributions } from './attributions.ts';
