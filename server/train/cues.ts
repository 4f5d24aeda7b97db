import { cueSequence } from '../extract/attribution/cue-features.ts';
import {
  clusterKey,
  cueBuckets,
  lemmaKey,
  type CueLexicon,
} from '../extract/attribution/cue-lexicon.ts';
import type { Passage } from '../extract/attribution/passage.ts';
import type { AnalysedDocument, AnalysedPassage } from './analysed.ts';
import type { LabelledSequence } from './crf.ts';

/** Buckets of the share of a lemma's uses that are cues; see CueLexicon. */
const SHARES = [0.05, 0.15, 0.35, 0.6];
const RARE = 3;

/** Counts how often each lemma and each cluster is part of a cue. */
export function cueLexicon(documents: readonly AnalysedDocument[]): CueLexicon {
  const uses = new Map<number, number>();
  const cues = new Map<number, number>();
  for (const { passages } of documents)
    for (const { passage, gold } of passages) {
      const inCue = cueTokens(passage, gold);
      for (let i = 0; i < passage.length; i++)
        for (const key of [lemmaKey(passage, i), clusterKey(passage, i)]) {
          uses.set(key, (uses.get(key) ?? 0) + 1);
          if (inCue[i]) cues.set(key, (cues.get(key) ?? 0) + 1);
        }
    }
  return new Map([...cues].map(([key, count]) => [key, bucket(count, uses.get(key)!)]));
}

function bucket(cues: number, uses: number): number {
  const share = cues / uses;
  if (uses < RARE) return share > 0.5 ? 6 : 1;
  return 1 + SHARES.filter((limit) => share >= limit).length;
}

function cueTokens(passage: Passage, gold: AnalysedPassage['gold']): Uint8Array {
  const inCue = new Uint8Array(passage.length);
  for (const { from, to } of gold) inCue.fill(1, from, to);
  return inCue;
}

/** Cue sequences of documents with their gold labels, by document. */
export function cueSequences(document: AnalysedDocument, lexicon: CueLexicon): LabelledSequence[] {
  const { annotator, passages } = document;
  return passages.map(({ passage, gold }) => {
    const labels = new Uint8Array(passage.length);
    for (const { from, to } of gold) labels.fill(2, from, to);
    for (const { from } of gold) labels[from] = 1;
    return { sequence: cueSequence(passage, cueBuckets(passage, lexicon)), labels, annotator };
  });
}
