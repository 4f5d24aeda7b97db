/** Text to records: what a document says, as proposals that rest on its exact words. Pure. */
export { prepareText, readDocument, readPrepared, type PreparedText } from './read-document.ts';
export { KnownActors } from './actors/known.ts';
export type { Reading, ReadingInput } from './reading.ts';
export { loadModels, type Models } from './load-models.ts';
export { sameUtterance, sharedOrigins } from './same/index.ts';
export { loadMeasured } from './measured.ts';
