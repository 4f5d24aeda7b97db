import { mix } from '../nlp/hash.ts';
import type { Passage } from './passage.ts';

/**
 * How often a lemma, or a cluster of words, was part of a cue in the training text, in buckets:
 * 0 unseen as a cue, 1 rare or under 5 %, 2 under 15 %, 3 under 35 %, 4 under 60 %, 5 more, 6 a rare
 * word mostly in cues. Keys are hashes, so the lexicon holds no words.
 */
export type CueLexicon = ReadonlyMap<number, number>;

const firstLetter = (passage: Passage, i: number) => passage.tokens[i]!.tag.charCodeAt(0);

/** The key of a lemma as verb, noun or other. */
export const lemmaKey = (passage: Passage, i: number) =>
  mix(passage.lemma[i]!, firstLetter(passage, i));

/** The key of a word cluster as verb, noun or other. */
export const clusterKey = (passage: Passage, i: number) =>
  mix(passage.cluster[i]! + 0x5eed0000, firstLetter(passage, i));

/** The lexicon's buckets for a passage, by token. */
export interface CueBuckets {
  readonly lemma: Uint8Array;
  readonly cluster: Uint8Array;
  /** Highest lemma bucket in the sentence before, and after, each token. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export function cueBuckets(passage: Passage, lexicon: CueLexicon): CueBuckets {
  const { length, sentence } = passage;
  const lemma = new Uint8Array(length);
  const cluster = new Uint8Array(length);
  const before = new Uint8Array(length);
  const after = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    lemma[i] = lexicon.get(lemmaKey(passage, i)) ?? 0;
    cluster[i] = lexicon.get(clusterKey(passage, i)) ?? 0;
  }
  for (let i = 1; i < length; i++)
    if (sentence[i] === sentence[i - 1]) before[i] = Math.max(before[i - 1]!, lemma[i - 1]!);
  for (let i = length - 2; i >= 0; i--)
    if (sentence[i] === sentence[i + 1]) after[i] = Math.max(after[i + 1]!, lemma[i + 1]!);
  return { lemma, cluster, before, after };
}
