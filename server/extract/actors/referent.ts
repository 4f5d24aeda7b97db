import type { ActorKind } from '../../../graph-data/schema/index.ts';
import type { Gender } from '../names/gender.ts';
import type { Span } from '../nlp/index.ts';

/** A place in the document where somebody is named. */
export interface Naming extends Span {
  /** Index of the sentence. */
  readonly sentence: number;
  /** Tokens of the sentence, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly referent: Referent;
}

/** An office or post that the document gives somebody. */
export interface Post {
  /** As the text words it ("minister of defense"). */
  readonly title: string;
  readonly kind: 'holds-office' | 'member-of';
  readonly of: Referent;
  /** The words that say so. */
  readonly span: Span;
  /** Held before and no more, as far as the text tells. */
  readonly former: boolean;
  /** Whose office it is no words beside the name tell: it is guessed by the document's home or a sentence near. */
  readonly assumed?: boolean;
}

/** Somebody that a document speaks of: one cluster of its namings. Grows while it is read. */
export interface Referent {
  /** Identity within the document: "person:lukashenko", "state:BY", "government:BY". */
  readonly key: string;
  /** May become more exact while the document is read ("the think tank Rochan Consulting"). */
  kind: ActorKind;
  /** Best name found so far. */
  name: string;
  /** ISO 3166-1 alpha-2 of the state that it belongs to or acts for. */
  country: string | null;
  /** Surface forms by which the document names it. */
  readonly surfaces: Set<string>;
  /** What the document calls it, as lemmas: "president", "analyst", "agency". */
  readonly descriptors: Set<string>;
  readonly posts: Post[];
  /** What a form of address or a title tells ("Ms", "spokeswoman"); null when none does. */
  gender: Gender | null;
}

export function newReferent(fields: Pick<Referent, 'key' | 'kind' | 'name' | 'country'>): Referent {
  return { surfaces: new Set(), descriptors: new Set(), posts: [], gender: null, ...fields };
}
