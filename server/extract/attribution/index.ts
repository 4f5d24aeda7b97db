/** Parsed text to attributions: who is reported to have said, or thought, what. */
export type { Act, Attribution } from './types.ts';
export { attributions } from './attributions.ts';
