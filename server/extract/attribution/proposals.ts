import { argumentSequence, ARGUMENT_LABELS, LABEL } from './argument-features.ts';
import { Lattice } from './crf.ts';
import { cueSequence } from './cue-features.ts';
import type { CueBuckets } from './cue-lexicon.ts';
import type { CueSpan } from './cue-path.ts';
import type { AttributionModels } from './models.ts';
import type { Passage } from './passage.ts';
import { isContent, isSource, type CueCandidate, type Proposal } from './proposal.ts';

const CUE_LABELS = 3;

/** Cues less probable than this are not looked at. */
export const LOOK_THRESHOLD = 0.08;
/** Cues less probable than this are not known to the arguments of the others. */
export const OTHER_THRESHOLD = 0.3;

/** Every cue that may be one: at least `threshold` probable to begin. In order, none overlapping. */
export function cueCandidates(
  marginals: Float64Array,
  length: number,
  threshold: number,
): CueCandidate[] {
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
 * The proposals for each candidate, given the others that are likely enough to matter: the best
 * labellings with and without a source, with content before the cue, after it, and on both sides.
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

const SOURCE = 1;
const CONTENT_BEFORE = 2;
const CONTENT_AFTER = 4;
const COMBINATIONS = 8;
/** Less likely than this against the best one, a proposal is not worth ranking. */
const HOPELESS = -5;

/** What a label shows of a labelling, at a place before or after the cue. */
function kindOf(label: number, isBefore: boolean): number {
  if (isContent(label)) return isBefore ? CONTENT_BEFORE : CONTENT_AFTER;
  return isSource(label) ? SOURCE : 0;
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
  const { marginals, logPartition } = lattice.marginals();
  const kindAt = (i: number, label: number) => kindOf(label, i + offset < cue.from);
  const paths = lattice.viterbiByKinds(kindAt, COMBINATIONS);
  const scores = paths.map((path) => (path ? lattice.pathScore(path) - logPartition : -Infinity));
  return paths.flatMap((path, kinds) => {
    const rival = Math.max(...scores.filter((_, other) => other !== kinds && other > SOURCE));
    const overOther = scores[kinds]! - rival;
    if (!path || kinds <= SOURCE || overOther < HOPELESS) return [];
    const labels = new Uint8Array(passage.length);
    labels.set(path, offset);
    narrateAfterQuotation(passage, cue, labels);
    if (!labels.some(isContent)) return [];
    return {
      cue,
      labels,
      contentProbability: meanProbability(labels, marginals, offset, LABEL.contentBegins),
      sourceProbability: meanProbability(labels, marginals, offset, LABEL.sourceBegins),
      pathLogProbability: scores[kinds]!,
      overNone: scores[kinds]! - scores[0]!,
      overOther: Math.min(overOther, -HOPELESS),
      marginals,
      offset,
    };
  });
}

function meanProbability(
  labels: Uint8Array,
  marginals: Float64Array,
  offset: number,
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

/**
 * Where a quotation of the content is closed before the cue in its sentence, unquoted words after
 * the cue are the reporter's own: 45 of 2,618 such cases in the training text are not.
 */
function narrateAfterQuotation(passage: Passage, cue: CueSpan, labels: Uint8Array): void {
  const first = passage.sentenceFirst[passage.sentence[cue.from]!]!;
  let quotedBefore = false;
  for (let i = first; i < cue.from; i++) {
    const number = passage.quotation[i]!;
    if (number >= 0 && isContent(labels[i]!) && passage.quotations[number]!.last < cue.from)
      quotedBefore = true;
  }
  if (!quotedBefore) return;
  for (let i = cue.to; i < passage.length; i++)
    if (isContent(labels[i]!) && passage.quotation[i]! < 0) labels[i] = LABEL.outside;
}
