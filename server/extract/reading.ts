import type {
  Actor,
  ActorId,
  Agreement,
  DocumentId,
  Edtf,
  Event,
  Mention,
  Relation,
  Statement,
} from '../../graph-data/schema/index.ts';
import type { Block } from './body/index.ts';

/** What of a document's record bears on how its text is read. */
export interface DocumentMeta {
  readonly id: DocumentId;
  /** Of the text's UTF-8 bytes, lower-case hex; ids of what is found in it derive from it. */
  readonly sha256: string;
  readonly title: string;
  /** The outlet; null when not known. */
  readonly outlet: ActorId | null;
  /** What relative dates count from; null when not known. */
  readonly published: Edtf | null;
  /** BCP 47; other languages than English give few proposals or none. */
  readonly language: string;
}

export interface ReadingInput {
  readonly text: string;
  readonly document: DocumentMeta;
}

/**
 * What the reader proposes of one document. All claims have status `proposed` and method
 * `extracted`; every id that they name is among `actors` or known. The same input gives the same
 * reading, ids included.
 */
export interface Reading {
  /** New actors only. */
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly agreements: readonly Agreement[];
  readonly events: readonly Event[];
  readonly relations: readonly Relation[];
  /** Parts of the text that were left alone, in order. */
  readonly blocks: readonly Block[];
}
