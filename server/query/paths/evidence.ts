import { arrival } from './time.ts';
import type { Problem } from './problem.ts';
import { isDated, NO_START } from './ties.ts';

/** One step of a path by ids, with the records it rests on. */
export interface FoundHop {
  readonly from: string;
  readonly to: string;
  /** Distinct ids of statements, agreements, events and relations, newest first. */
  readonly records: readonly string[];
  /** Records beyond those listed. */
  readonly omitted: number;
}

/** Records listed for one step; further ones are counted. */
const MAX_EVIDENCE = 50;

type FoundRecords = Pick<FoundHop, 'records' | 'omitted'>;

/** Those with the latest first day come first, of one day by id; undated ones last. */
function rowsOf(problem: Problem, pair: number, keep: (row: number) => boolean): FoundRecords {
  const { graph, counts } = problem;
  const { cells, start, size } = graph.ties;
  const begin = start.values[pair]!;
  const end = begin + size.values[pair]!;
  const dayOf = new Map<number, number>();
  for (let row = begin; row < end; row += 1) {
    if (!keep(row) || (counts !== null && !counts(row))) continue;
    dayOf.set(cells.record.values[row]!, cells.from.values[row]!);
  }
  // A pair of hubs has thousands: only those that can be listed are given their ids and sorted.
  const earliest = dayOfLast(dayOf.values());
  const listed = [...dayOf]
    .filter(([, day]) => day >= earliest)
    .map(([record, day]): [string, number] => [graph.records.at(record), day])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_EVIDENCE);
  return { records: listed.map(([id]) => id), omitted: dayOf.size - listed.length };
}

/** The day of the last record that is listed when the newest come first. */
function dayOfLast(days: Iterable<number>): number {
  const newest = Float64Array.from(days).sort().reverse();
  return newest[MAX_EVIDENCE - 1] ?? -Infinity;
}

/** The steps of a path; in time, only what can stand on or after the day of the step before. */
export function hopsOf(problem: Problem, nodes: readonly number[]): FoundHop[] {
  const { ids, ties } = problem.graph;
  const [from, to] = [ties.cells.from.values, ties.cells.to.values];
  let day = NO_START;
  return nodes.slice(1).map((node, index) => {
    const last = nodes[index]!;
    const pair = problem.graph.pairOf(last, node);
    const reached = day;
    const inOrder = (row: number) => isDated(from[row]!, to[row]!) && to[row]! >= reached;
    if (problem.inTime) day = arrival(problem, pair, reached);
    const records = rowsOf(problem, pair, problem.inTime ? inOrder : () => true);
    return { from: ids[last]!, to: ids[node]!, ...records };
  });
}
