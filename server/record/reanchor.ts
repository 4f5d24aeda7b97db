import type { Selector } from '../../graph-data/schema/index.ts';

/**
 * Where a selector of one text stands in a changed copy of it. `shift` is how far the words before
 * it have moved it, in UTF-16 code units; `context` says whether the words around it are the same.
 */
export interface Standing {
  readonly shift: number;
  readonly context: boolean;
}

/** Costs of an alignment; only their proportions matter. Chosen so that a passage that was altered
 * is not looked for in a verbatim repeat of it elsewhere, while what follows an insertion moves. */
const COST = {
  /** A selector that is taken not to stand. */
  missing: 1,
  /** Words before or after it that differ, on one side and on both. */
  half: 0.2,
  none: 0.5,
  /** A shift that differs from the one before, plus a part for its length. */
  change: 0.25,
  perUnit: 1 / 50,
  mostForLength: 3,
} as const;

/** Places looked at for one selector, nearest first, and selectors looked back over. */
const MOST_PLACES = 40;
const LOOK_BACK = 40;

interface Place {
  readonly shift: number;
  /** How much the words around it differ. */
  readonly cost: number;
}

/** The best alignment that ends with one selector in one place. */
interface Step extends Place {
  readonly at: number;
  readonly total: number;
  readonly before: Step | null;
}

/**
 * Aligns the selectors of a text with a changed copy of it, in their order, at the least cost: each
 * stands in a place of the copy, or nowhere (null). By dynamic programming over the places of each,
 * as sequences are aligned (Needleman and Wunsch 1970), so that all of them decide together and
 * none jumps to a lookalike by itself.
 *
 * @returns in the order of `selectors`
 */
export function standings(text: string, selectors: readonly Selector[]): (Standing | null)[] {
  const order = selectors.map((_, i) => i).sort((a, b) => byPlace(selectors[a], selectors[b]));
  const ordered = order.map((i) => selectors[i]).filter((selector) => selector !== undefined);
  const found: (Standing | null)[] = selectors.map(() => null);
  for (let step = bestAlignment(text, ordered); step !== null; step = step.before)
    found[order[step.at] ?? -1] = { shift: step.shift, context: step.cost === 0 };
  return found;
}

function byPlace(a: Selector | undefined, b: Selector | undefined): number {
  return (a?.start ?? 0) - (b?.start ?? 0) || (a?.end ?? 0) - (b?.end ?? 0);
}

function bestAlignment(text: string, selectors: readonly Selector[]): Step | null {
  const steps: Step[][] = [];
  selectors.forEach((selector, at) => {
    const places = placesOf(text, selector);
    steps.push(places.map((place) => bestStep(selectors, steps, at, place)));
  });
  const ends = steps.flatMap((list) =>
    list.map((step) => ({ step, total: step.total + missing(selectors.length - 1 - step.at) })),
  );
  return ends.sort((a, b) => a.total - b.total)[0]?.step ?? null;
}

function missing(count: number): number {
  return count * COST.missing;
}

function bestStep(
  selectors: readonly Selector[],
  steps: readonly Step[][],
  at: number,
  place: Place,
): Step {
  let best = { total: missing(at) + change(place.shift), before: null as Step | null };
  for (let back = at - 1; back >= Math.max(0, at - LOOK_BACK); back--)
    for (const before of steps[back] ?? []) {
      if (!inOrder(selectors[back], before.shift, selectors[at], place.shift)) continue;
      const total = before.total + missing(at - 1 - back) + change(place.shift - before.shift);
      if (total < best.total) best = { total, before };
    }
  return { ...place, at, total: best.total + place.cost, before: best.before };
}

function change(by: number): number {
  if (by === 0) return 0;
  return COST.change + Math.min(COST.mostForLength, Math.abs(by) * COST.perUnit);
}

/** What began earlier still begins earlier; what began together still does. */
function inOrder(
  a: Selector | undefined,
  shiftA: number,
  b: Selector | undefined,
  shiftB: number,
): boolean {
  const [startA, startB] = [a?.start ?? 0, b?.start ?? 0];
  return startA === startB ? shiftA === shiftB : startA + shiftA < startB + shiftB;
}

/** Where the words stand, nearest to where they stood first. */
function placesOf(text: string, selector: Selector): Place[] {
  const places: number[] = [];
  for (let at = text.indexOf(selector.exact); at >= 0; at = text.indexOf(selector.exact, at + 1))
    places.push(at);
  return places
    .sort((a, b) => Math.abs(a - selector.start) - Math.abs(b - selector.start))
    .slice(0, MOST_PLACES)
    .map((at) => ({ shift: at - selector.start, cost: contextCost(text, selector, at) }));
}

function contextCost(text: string, { exact, prefix, suffix }: Selector, at: number): number {
  const led = at >= prefix.length && text.startsWith(prefix, at - prefix.length);
  const followed = text.startsWith(suffix, at + exact.length);
  if (led && followed) return 0;
  return led || followed ? COST.half : COST.none;
}
