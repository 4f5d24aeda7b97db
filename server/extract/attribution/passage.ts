import { hashOf } from '../nlp/hash.ts';
import { formsOf } from '../nlp/forms.ts';
import type { Paragraph, ParsedDocument, Sentence, Token } from '../nlp/types.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** Word clusters by hash of the lower-case word; 0 for unknown words. */
export type Clusters = ReadonlyMap<number, number>;

/**
 * A paragraph as columns, the unit within which attributions are sought. Token indices count from
 * the passage's first token. Hash columns end in nothing: `lemma[i]` is the hash of the lemma.
 */
export interface Passage {
  readonly tokens: readonly Token[];
  readonly length: number;
  /** The place of the passage in the document, and the number of passages. */
  readonly index: number;
  readonly words: readonly string[];
  /** Characters of each token. */
  readonly size: Uint16Array;
  readonly form: Uint32Array;
  readonly lemma: Uint32Array;
  readonly tag: Uint32Array;
  readonly relation: Uint32Array;
  readonly entity: Uint32Array;
  readonly cluster: Uint16Array;
  /** Governor within the passage, -1 for the root of a sentence. */
  readonly head: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** First and last token of the subtree. */
  readonly leftEdge: Int32Array;
  readonly rightEdge: Int32Array;
  /** Sentence number by token, and each sentence's first and last token. */
  readonly sentence: Int32Array;
  readonly sentenceFirst: readonly number[];
  readonly sentenceLast: readonly number[];
  /** Quotation number by token, -1 outside. */
  readonly quotation: Int32Array;
  readonly quotations: readonly Quotation[];
  /** 1 a dash, 2 a colon, else 0. */
  readonly dash: Uint8Array;
}

/** Longer paragraphs are cut at a sentence's end, so that work per token stays bounded. */
const LONGEST = 1200;

/** The passages of a document: its paragraphs. */
export function passagesOf(parsed: ParsedDocument, clusters: Clusters): Passage[] {
  const passages: Passage[] = [];
  for (const paragraph of parsed.paragraphs)
    for (const sentences of bounded(paragraph, parsed.sentences))
      passages.push(passageOf(sentences, passages.length, clusters));
  return passages;
}

function bounded(paragraph: Paragraph, all: readonly Sentence[]): Sentence[][] {
  const parts: Sentence[][] = [];
  let size = Infinity;
  for (const sentence of all.slice(paragraph.firstSentence, paragraph.endSentence)) {
    if (size + sentence.tokens.length > LONGEST) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(sentence);
    size += sentence.tokens.length;
  }
  return parts;
}

function passageOf(sentences: readonly Sentence[], index: number, clusters: Clusters): Passage {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const words = tokens.map((token) => token.word);
  const head = headsOf(sentences, tokens.length);
  const touches = (i: number) => tokens[i + 1]?.start === tokens[i]!.end;
  const quotations = findQuotations(words, touches);
  return {
    tokens,
    length: tokens.length,
    index,
    words,
    size: Uint16Array.from(tokens, ({ start, end }) => end - start),
    form: Uint32Array.from(words, (word) => formsOf(word).form),
    lemma: Uint32Array.from(tokens, (token) => hashOf(token.lemma)),
    tag: Uint32Array.from(tokens, (token) => hashOf(token.tag)),
    relation: Uint32Array.from(tokens, (token) => hashOf(token.relation)),
    entity: Uint32Array.from(tokens, (token) => hashOf(token.entity ?? 'O')),
    cluster: Uint16Array.from(tokens, (token) => clusterOf(token, clusters)),
    dash: Uint8Array.from(words, (word) => (/^[-–—―]+$/.test(word) ? 1 : word === ':' ? 2 : 0)),
    head,
    children: childrenOf(head),
    quotation: quotationColumn(quotations, tokens.length),
    quotations,
    ...edgesOf(head),
    ...sentenceColumns(sentences),
  };
}

function clusterOf(token: Token, clusters: Clusters): number {
  return clusters.get(hashOf(token.lemma)) ?? clusters.get(formsOf(token.word).lower) ?? 0;
}

function headsOf(sentences: readonly Sentence[], length: number): Int32Array {
  const head = new Int32Array(length);
  let offset = 0;
  for (const { tokens } of sentences) {
    tokens.forEach((token, i) => (head[offset + i] = token.head < 0 ? -1 : token.head + offset));
    offset += tokens.length;
  }
  return head;
}

function childrenOf(head: Int32Array): number[][] {
  const children = Array.from(head, (): number[] => []);
  head.forEach((governor, i) => {
    if (governor >= 0) children[governor]!.push(i);
  });
  return children;
}

/** Trees deeper than this occur in broken text only; their extents are then understated. */
const DEEPEST = 100;

function edgesOf(head: Int32Array): { leftEdge: Int32Array; rightEdge: Int32Array } {
  const leftEdge = Int32Array.from(head, (_, i) => i);
  const rightEdge = Int32Array.from(head, (_, i) => i);
  head.forEach((governor, i) => {
    for (let x = governor, depth = 0; x >= 0 && depth < DEEPEST; x = head[x]!, depth++) {
      if (i < leftEdge[x]!) leftEdge[x] = i;
      if (i > rightEdge[x]!) rightEdge[x] = i;
    }
  });
  return { leftEdge, rightEdge };
}

function sentenceColumns(sentences: readonly Sentence[]) {
  const sentence = Int32Array.from(sentences.flatMap((one, s) => one.tokens.map(() => s)));
  const sentenceFirst: number[] = [];
  const sentenceLast: number[] = [];
  let offset = 0;
  for (const { tokens } of sentences) {
    sentenceFirst.push(offset);
    offset += tokens.length;
    sentenceLast.push(offset - 1);
  }
  return { sentence, sentenceFirst, sentenceLast };
}

function quotationColumn(quotations: readonly Quotation[], length: number): Int32Array {
  const column = new Int32Array(length).fill(-1);
  quotations.forEach(({ first, last }, number) => column.fill(number, first, last + 1));
  return column;
}

/** 0 outside quotations, 1 inside, 2 the opening mark, 3 the closing one. */
export function quotePosition(passage: Passage, i: number): number {
  const number = passage.quotation[i] ?? -1;
  if (number < 0) return 0;
  const { first, last } = passage.quotations[number]!;
  return i === first ? 2 : i === last ? 3 : 1;
}

/** True for tags of verbs. */
export const isVerb = (passage: Passage, i: number) => passage.tokens[i]!.tag.startsWith('V');
