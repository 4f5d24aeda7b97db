import { ARGUMENT_LABELS, LABEL } from './argument-features.ts';
import type { CueSpan } from './cue-path.ts';
import { isContent, isSource, type Proposal } from './proposal.ts';

/**
 * Labellings like a given one but for where the content begins or ends: at the next best places by
 * the field's own probabilities. Most contents that are missed are right but for one boundary.
 */

/** Probabilities of the labels of each token from `offset` on. */
type Field = Pick<Proposal, 'marginals' | 'offset'>;

/** Places less probable than this are not tried, nor more than so many for either boundary. */
const LEAST = 0.06;
const MOST = 2;

const probabilityOf = ({ marginals, offset }: Field, i: number, label: number) =>
  i < offset ? 0 : (marginals[(i - offset) * ARGUMENT_LABELS + label] ?? 0);

/** The probability that content begins with token i. */
export const beginsAt = (field: Field, i: number) => probabilityOf(field, i, LABEL.contentBegins);

/** The probability that content ends with token i: what continues must follow its own kind. */
export const endsAt = (field: Field, i: number) =>
  probabilityOf(field, i, LABEL.contentBegins) +
  probabilityOf(field, i, LABEL.contentContinues) -
  probabilityOf(field, i + 1, LABEL.contentContinues);

/** Labels with the content's first or its last place moved, on the same side of the cue. */
export function withMovedBoundary(labels: Uint8Array, cue: CueSpan, field: Field): Uint8Array[] {
  const first = labels.findIndex(isContent);
  const last = labels.findLastIndex(isContent);
  if (first < 0) return [];
  const [lowestEnd, highestEnd] =
    last < cue.from ? [first, cue.from - 1] : [Math.max(first, cue.to), labels.length - 1];
  const [lowestStart, highestStart] =
    first < cue.from ? [0, Math.min(last, cue.from - 1)] : [cue.to, last];
  const ends = likelyPlaces(field, endsAt, lowestEnd, highestEnd, last);
  const starts = likelyPlaces(field, beginsAt, lowestStart, highestStart, first);
  return [
    ...ends.map((at) => withEnd(labels, last, at)),
    ...starts.map((at) => withStart(labels, first, at)),
  ];
}

/** The most probable places of `from..to`, but for one. */
function likelyPlaces(
  field: Field,
  probabilityAt: (field: Field, i: number) => number,
  from: number,
  to: number,
  except: number,
): number[] {
  const places: { at: number; probability: number }[] = [];
  for (let at = from; at <= to; at++) {
    const probability = at === except ? 0 : probabilityAt(field, at);
    if (probability >= LEAST) places.push({ at, probability });
  }
  places.sort((a, b) => b.probability - a.probability);
  return places.slice(0, MOST).map(({ at }) => at);
}

function withEnd(labels: Uint8Array, last: number, at: number): Uint8Array {
  const result = labels.slice();
  for (let i = at + 1; i <= last; i++) if (isContent(result[i]!)) result[i] = LABEL.outside;
  for (let i = last + 1; i <= at; i++) include(result, i);
  return result;
}

function withStart(labels: Uint8Array, first: number, at: number): Uint8Array {
  const result = labels.slice();
  for (let i = first; i < at; i++) if (isContent(result[i]!)) result[i] = LABEL.outside;
  for (let i = at; i < first; i++) include(result, i);
  if (isContent(result[first]!) && at < first && isContent(result[first - 1]!))
    result[first] = LABEL.contentContinues;
  if (isContent(result[at]!)) result[at] = LABEL.contentBegins;
  return result;
}

/** Makes a token content, unless it is of the source or the cue. */
function include(labels: Uint8Array, i: number): void {
  if (isSource(labels[i]!) || labels[i] === LABEL.cue) return;
  labels[i] = i > 0 && isContent(labels[i - 1]!) ? LABEL.contentContinues : LABEL.contentBegins;
}
