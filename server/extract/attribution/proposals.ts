import { argumentSequence, ARGUMENT_LABELS, LABEL } from './argument-features.ts';
import { Lattice } from './crf.ts';
import { cueSequence } from './cue-features.ts';
import type { CueBuckets } from './cue-lexicon.ts';
import type { CueSpan } from './cue-path.ts';
import type { AttributionModels } from './models.ts';
import type { Passage } from './passage.ts';
import { labellingsOf } from './labellings.ts';
import type { CueCandidate, Proposal } from './proposal.ts';
import { Samples } from './samples.ts';

const CUE_LABELS = 3;

/** Cues less probable than this are not looked at. */
export const LOOK_THRESHOLD = 0.06;
/** Cues less probable than this are not known to the arguments of the others. */
const OTHER_THRESHOLD = 0.3;

/** Every cue that may be one: at least `threshold` probable to begin. In order, none overlapping. */
function cueCandidates(marginals: Float64Array, length: number, threshold: number): CueCandidate[] {
  const found: CueCandidate[] = [];
  for (let i = 0; i < length; i++) {
    const probability = marginals[i * CUE_LABELS + 1]!;
    if (probability >= threshold)
      found.push({ from: i, to: cueEnd(marginals, length, i, probability), probability });
  }
  return withoutOverlap(found, length);
}

/** How far a cue goes on: while going on is likelier than not, against how sure its start is. */
function cueEnd(marginals: Float64Array, length: number, from: number, start: number): number {
  let to = from + 1;
  for (; to < length; to++) {
    const outside = marginals[to * CUE_LABELS]!;
    const goesOn = marginals[to * CUE_LABELS + 2]!;
    const yields = start < 0.5 ? 0.2 : 1;
    if (goesOn <= 0.5 * Math.max(start, 0.05) || goesOn < outside * yields) break;
  }
  return to;
}

/** More cues than one in so many tokens are not looked at, so that work stays bounded. */
const DENSEST = 10;
/** A short passage may have this many all the same. */
const ALWAYS = 6;

/** The likelier of two that overlap, and no more than fit. */
function withoutOverlap(found: CueCandidate[], length: number): CueCandidate[] {
  const taken = new Uint8Array(length);
  const kept = found
    .sort((a, b) => b.probability - a.probability || a.from - b.from)
    .filter(({ from, to }) => {
      if (taken.subarray(from, to).includes(1)) return false;
      taken.fill(1, from, to);
      return true;
    });
  const most = Math.max(ALWAYS, Math.ceil(length / DENSEST));
  return kept.slice(0, most).sort((a, b) => a.from - b.from);
}

/** The cues of a passage, before their arguments are known. */
export function candidatesOf(
  passage: Passage,
  buckets: CueBuckets,
  models: Pick<AttributionModels, 'cues'>,
  threshold: number,
): CueCandidate[] {
  const lattice = new Lattice(cueSequence(passage, buckets), models.cues);
  return cueCandidates(lattice.marginals().marginals, passage.length, threshold);
}

/**
 * The proposals for each candidate, given the others that are likely enough to matter: one for each
 * labelling of its arguments that is worth ranking.
 */
export function proposalsOf(
  passage: Passage,
  buckets: CueBuckets,
  candidates: readonly CueCandidate[],
  models: Pick<AttributionModels, 'arguments'>,
): Proposal[] {
  const likely = candidates.filter(({ probability }) => probability >= OTHER_THRESHOLD);
  return candidates.flatMap((cue) => {
    const others = likely.filter((other) => other !== cue);
    return propose(passage, buckets, cue, others, models);
  });
}

function propose(
  passage: Passage,
  buckets: CueBuckets,
  cue: CueCandidate,
  others: readonly CueSpan[],
  models: Pick<AttributionModels, 'arguments'>,
): Proposal[] {
  const { sequence, offset } = argumentSequence(passage, buckets.lemma, cue, others);
  const lattice = new Lattice(sequence, models.arguments);
  const { marginals, forward, logPartition } = lattice.marginals();
  const samples = new Samples(lattice, forward, offset, passage.size);
  const stretch = { passage, cue, lattice, logPartition, marginals, offset };
  const { withContent, withoutContent } = labellingsOf(stretch);
  return withContent.map((labelling) => ({
    cue,
    withoutContent,
    contentProbability: meanProbability(labelling.labels, stretch, LABEL.contentBegins),
    sourceProbability: meanProbability(labelling.labels, stretch, LABEL.sourceBegins),
    agreement: samples.agreement(labelling.labels),
    marginals,
    offset,
    ...labelling,
  }));
}

function meanProbability(
  labels: Uint8Array,
  { marginals, offset }: Pick<Proposal, 'marginals' | 'offset'>,
  begins: number,
): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at * ARGUMENT_LABELS < marginals.length; at++) {
    const label = labels[at + offset]!;
    if (label !== begins && label !== begins + 1) continue;
    const from = at * ARGUMENT_LABELS + begins;
    sum += marginals[from]! + marginals[from + 1]!;
    count++;
  }
  return count ? sum / count : 0;
}
