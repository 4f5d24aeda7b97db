import type { Passage } from './passage.ts';
import { isDated, NO_END, NO_START } from './ties.ts';

/**
 * Paths whose steps do not run back in time (Kempe, Kleinberg and Kumar 2002): each step has a tie
 * whose days allow it on or after the day of the step before. Undated ties are no steps here.
 */

/** Days since 1970-01-01. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** The first day on which the pair can be stepped over from `day` on; NO_END when there is none. */
export function arrival({ graph, counts }: Passage, pair: number, day: number): number {
  const [from, to] = [graph.ties.cells.from.values, graph.ties.cells.to.values];
  const begin = graph.ties.start.values[pair]!;
  const end = begin + graph.ties.size.values[pair]!;
  let earliest = NO_END;
  for (let row = begin; row < end; row += 1) {
    const [first, last] = [from[row]!, to[row]!];
    if (last < day || first >= earliest || !isDated(first, last)) continue;
    if (counts === null || counts(row)) earliest = Math.max(first, day);
    if (earliest === day) break;
  }
  return earliest;
}

/** The last day up to `day` on which the pair can be stepped over; NO_START when there is none. */
export function departure({ graph, counts }: Passage, pair: number, day: number): number {
  const [from, to] = [graph.ties.cells.from.values, graph.ties.cells.to.values];
  const begin = graph.ties.start.values[pair]!;
  const end = begin + graph.ties.size.values[pair]!;
  let latest = NO_START;
  for (let row = begin; row < end; row += 1) {
    const [first, last] = [from[row]!, to[row]!];
    if (first > day || last <= latest || !isDated(first, last)) continue;
    if (counts === null || counts(row)) latest = Math.min(last, day);
    if (latest === day) break;
  }
  return latest;
}

/** The day on which the last actor of the path can be reached from `day` on; NO_END when it cannot. */
export function arrivalAlong(passage: Passage, nodes: readonly number[], day: number): number {
  let reached = day;
  for (let at = 1; at < nodes.length && reached !== NO_END; at += 1) {
    const pair = passage.graph.pairOf(nodes[at - 1]!, nodes[at]!);
    reached = pair < 0 ? NO_END : arrival(passage, pair, reached);
  }
  return reached;
}

/**
 * The days of every path in time: no step is before the first that leaves the source, none after
 * the last that comes to the target.
 */
export function windowOf(passage: Passage, source: number, target: number): Window {
  const first = extreme(passage, source, NO_END, (pair, day) =>
    Math.min(day, arrival(passage, pair, NO_START)),
  );
  const last = extreme(passage, target, NO_START, (pair, day) =>
    Math.max(day, departure(passage, pair, NO_END)),
  );
  return { first, last };
}

function extreme(
  { graph, mask }: Passage,
  node: number,
  begin: number,
  next: (pair: number, day: number) => number,
): number {
  const { pair, kinds } = graph.around.cells;
  const start = graph.around.start.values[node]!;
  let day = begin;
  for (let at = start; at < start + graph.degree(node); at += 1)
    if ((kinds.values[at]! & mask) !== 0) day = next(pair.values[at]!, day);
  return day;
}
