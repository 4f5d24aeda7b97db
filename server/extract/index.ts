/** Text to records: what a document says, as proposals that rest on its exact words. Pure. */
export { prepareText, readDocument, readPrepared, type PreparedText } from './read-document.ts';
export { KnownActors, type Candidate } from './actors/known.ts';
export type { DocumentMeta, Reading, ReadingInput } from './reading.ts';
export { loadModels, parse, type Models } from './nlp/index.ts';
export { findBoilerplate, type Block, type BlockKind } from './body/index.ts';
export { findDates, type DateMention } from './dates/index.ts';
export { sameUtterance, sharedOrigins } from './same/index.ts';
export type { OriginText, SameUtterance, SharedOrigin } from './same/index.ts';
export { loadMeasured, measuredKind, type Measured, type MeasuredKind } from './measured.ts';
