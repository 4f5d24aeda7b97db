import type { Problem } from './problem.ts';
import { isDated, NO_END, NO_START } from './ties.ts';

/**
 * Paths whose steps do not run back in time (Kempe, Kleinberg and Kumar 2002): each step has a tie
 * whose days allow it on or after the day of the step before. Undated ties are no steps here.
 */

/** The first day on which the pair can be stepped over from `day` on; NO_END when there is none. */
export function arrival({ graph, counts }: Problem, pair: number, day: number): number {
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
export function departure({ graph, counts }: Problem, pair: number, day: number): number {
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
export function arrivalAlong(problem: Problem, nodes: readonly number[], day: number): number {
  let reached = day;
  for (let at = 1; at < nodes.length && reached !== NO_END; at += 1) {
    const pair = problem.graph.pairOf(nodes[at - 1]!, nodes[at]!);
    reached = pair < 0 ? NO_END : arrival(problem, pair, reached);
  }
  return reached;
}
