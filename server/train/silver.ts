import { readFileSync } from 'node:fs';
import { wordColumns, type WordColumns } from '../extract/nlp/forms.ts';

/** A sentence as annotated by CoreNLP, the corpus's own layer; learned from as if it were gold. */
export interface SilverSentence {
  readonly words: readonly string[];
  readonly columns: WordColumns;
  readonly tags: readonly string[];
  /** Entity classes, "O" outside. */
  readonly entities: readonly string[];
  /** -1 for the root; below -1 where the layer lacks a head. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface SilverDocument {
  readonly name: string;
  readonly sentences: readonly SilverSentence[];
}

interface SilverLine {
  doc: string;
  sents: { w: string[]; p: string[]; n: string[]; h: number[]; r: string[] }[];
}

/** Reads `silver.train.jsonl` or its like. */
export function readSilver(path: string): SilverDocument[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { doc, sents } = JSON.parse(line) as SilverLine;
      const sentences = sents.map(({ w, p, n, h, r }) => ({
        words: w,
        columns: wordColumns(w),
        tags: p,
        entities: n,
        heads: h,
        relations: r,
      }));
      return { name: doc, sentences };
    });
}
