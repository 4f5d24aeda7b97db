import { LABEL } from './argument-features.ts';
import { withMovedBoundary } from './boundaries.ts';
import type { Lattice } from './crf.ts';
import type { CueSpan } from './cue-path.ts';
import type { Passage } from './passage.ts';
import { isContent, isSource, type Proposal } from './proposal.ts';

/** The arguments that a cue may have: the field's best labellings of several kinds, and like ones. */
export interface Labelling extends Pick<
  Proposal,
  'pathLogProbability' | 'overNone' | 'overOther' | 'moved' | 'overBase'
> {
  /** Of the whole passage. */
  readonly labels: Uint8Array;
}

const SOURCE = 1;
const CONTENT_BEFORE = 2;
const CONTENT_AFTER = 4;
const COMBINATIONS = 8;
/** Less likely than this against the best one, a labelling is not worth ranking. */
const HOPELESS = -5;
/** Boundaries are moved in labellings that are at most this much less likely than the best one. */
const CLOSE = -1;

/** What a label shows of a labelling, at a place before or after the cue. */
function kindOf(label: number, isBefore: boolean): number {
  if (isContent(label)) return isBefore ? CONTENT_BEFORE : CONTENT_AFTER;
  return isSource(label) ? SOURCE : 0;
}

/** The stretch of a passage that a cue's field labels. */
export interface Stretch {
  readonly passage: Passage;
  readonly cue: CueSpan;
  readonly lattice: Lattice;
  readonly logPartition: number;
  readonly marginals: Float64Array;
  readonly offset: number;
}

export interface Labellings {
  /**
   * The best labellings with and without a source, with content before the cue, after it, and on
   * both sides, and those with one boundary of the content moved; no two alike.
   */
  readonly withContent: readonly Labelling[];
  /** The best labelling of the passage where the content stands elsewhere. */
  readonly withoutContent: Uint8Array;
}

/** What a cue's arguments may be. */
export function labellingsOf(stretch: Stretch): Labellings {
  const { lattice, offset, cue } = stretch;
  const kindAt = (i: number, label: number) => kindOf(label, i + offset < cue.from);
  // A source is one run of words in all but 9 of 19,870 training attributions.
  const paths = lattice.viterbiByKinds(kindAt, COMBINATIONS, LABEL.sourceBegins);
  const [none, source] = [paths[0]!, paths[SOURCE]];
  const named = source && lattice.pathScore(source) > lattice.pathScore(none);
  return {
    withContent: labellingsWithContent(stretch, paths),
    withoutContent: inPassage(stretch, named ? source : none),
  };
}

function labellingsWithContent(
  stretch: Stretch,
  paths: readonly (Uint8Array | null)[],
): Labelling[] {
  const scores = paths.map((path) => (path ? logProbability(stretch, path) : -Infinity));
  const best = paths.flatMap((path, kinds): Labelling[] => {
    const rival = Math.max(...scores.filter((_, other) => other !== kinds && other > SOURCE));
    const overOther = Math.min(scores[kinds]! - rival, -HOPELESS);
    if (!path || kinds <= SOURCE || overOther < HOPELESS) return [];
    const [pathLogProbability, overNone] = [scores[kinds]!, scores[kinds]! - scores[0]!];
    const labels = inPassage(stretch, path);
    return [{ labels, pathLogProbability, overNone, overOther, moved: 0, overBase: 0 }];
  });
  const close = Math.max(...scores.slice(SOURCE + 1)) + CLOSE;
  const moved = best
    .filter(({ pathLogProbability }) => pathLogProbability >= close)
    .flatMap((base) => movedFrom(stretch, base));
  return distinct([...best, ...moved]);
}

function movedFrom(stretch: Stretch, base: Labelling): Labelling[] {
  const { passage, cue, lattice, offset } = stretch;
  return withMovedBoundary(base.labels, cue, stretch).map((labels) => {
    const pathLogProbability = logProbability(
      stretch,
      labels.subarray(offset, offset + lattice.length),
    );
    const overBase = pathLogProbability - base.pathLogProbability;
    narrateAfterQuotation(passage, cue, labels);
    return {
      ...base,
      labels,
      pathLogProbability,
      overNone: base.overNone + overBase,
      moved: 1,
      overBase,
    };
  });
}

const logProbability = ({ lattice, logPartition }: Stretch, path: Uint8Array) =>
  lattice.pathScore(path) - logPartition;

function inPassage({ passage, cue, offset }: Stretch, path: Uint8Array): Uint8Array {
  const labels = new Uint8Array(passage.length);
  labels.set(path, offset);
  narrateAfterQuotation(passage, cue, labels);
  return labels;
}

/** Those with content, the first of each that are alike. */
function distinct(labellings: readonly Labelling[]): Labelling[] {
  const seen = new Set<string>();
  return labellings.filter(({ labels }) => {
    const key = labels.join('');
    if (seen.has(key) || !labels.some(isContent)) return false;
    seen.add(key);
    return true;
  });
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
