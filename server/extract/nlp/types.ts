/**
 * The shapes that the reading pipeline hands on. All offsets are UTF-16 code units into the
 * document's text exactly as given, end exclusive: `text.slice(start, end)` are the words meant.
 */

/** A stretch of the document. `0 <= start < end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Coarse kinds of names, after CoreNLP's seven-class model less its numbers and dates. */
export type EntityKind = 'PERSON' | 'ORGANIZATION' | 'LOCATION' | 'MISC';

/** A word, number or mark. */
export interface Token extends Span {
  /** The surface form, equal to `text.slice(start, end)`. */
  readonly word: string;
  /** Dictionary form in lower case, proper names included ("said" -> "say"). */
  readonly lemma: string;
  /** Penn Treebank part-of-speech tag ("NNP", "VBD", ","). */
  readonly tag: string;
  /** The kind of name this token belongs to, or null outside names. */
  readonly entity: EntityKind | null;
  /** True where a name begins; tells "Reuters Monday" (one) from two neighbouring names. */
  readonly entityStart: boolean;
  /** Index of the governing token within the sentence; -1 for the root. Always a tree. */
  readonly head: number;
  /** Universal Dependencies v1 relation to the head ("nsubj", "ccomp"); "root" for the root. */
  readonly relation: string;
}

/** A sentence; `start` and `end` are those of its first and last token. Never empty. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

/** A paragraph: sentences with no line break between them. Indices into `sentences`. */
export interface Paragraph extends Span {
  readonly firstSentence: number;
  /** Exclusive. */
  readonly endSentence: number;
}

/** A document as read. Paragraphs and sentences stand in text order and do not overlap. */
export interface ParsedDocument {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
}
