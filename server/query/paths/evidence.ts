import { arrival } from './in-time.ts';
import { pairOf, type Problem } from './problem.ts';
import { NO_END, NO_START } from './ties.ts';

/** One step of a path by ids, with the records it rests on. */
export interface FoundHop {
  readonly from: string;
  readonly to: string;
  /** Distinct ids of statements, agreements, events and relations. */
  readonly records: readonly string[];
  /** Records beyond those listed. */
  readonly omitted: number;
}

/** Records listed for one step; further ones are counted. */
export const MAX_EVIDENCE = 50;

function rowsOf(problem: Problem, pair: number, keep: (row: number) => boolean): FoundRecords {
  const { graph, counts } = problem;
  const found = new Set<number>();
  for (let row = graph.tieOffsets[pair]!; row < graph.tieOffsets[pair + 1]!; row += 1) {
    if (keep(row) && (counts === null || counts(row))) found.add(graph.ties.record[row]!);
  }
  const ids = new Set([...found].slice(0, MAX_EVIDENCE).map((record) => graph.records.at(record)));
  return { records: [...ids], omitted: Math.max(0, found.size - MAX_EVIDENCE) };
}

type FoundRecords = Pick<FoundHop, 'records' | 'omitted'>;

/** The steps of a path; in time, only what can stand on or after the day of the step before. */
export function hopsOf(problem: Problem, nodes: readonly number[], inTime: boolean): FoundHop[] {
  const { ids, ties } = problem.graph;
  let day = NO_START;
  return nodes.slice(1).map((node, index) => {
    const from = nodes[index]!;
    const pair = pairOf(problem.graph, from, node);
    const reached = day;
    const dated = (row: number) => ties.from[row] !== NO_START || ties.to[row] !== NO_END;
    const inOrder = (row: number) => dated(row) && ties.to[row]! >= reached;
    if (inTime) day = arrival(problem, pair, reached);
    const records = rowsOf(problem, pair, inTime ? inOrder : () => true);
    return { from: ids[from]!, to: ids[node]!, ...records };
  });
}
