import type { TieFilter } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { kindCode, onlyKinds, tieTest, type TieTest } from './ties.ts';

/** Whether two neighbours have a tie that counts as a step. */
export type PairTest = (pair: number) => boolean;

/** Which ties count on one graph. */
export interface Passage {
  readonly graph: Adjacency;
  /** Bit set of the kinds of tie that count: a pair without any of them is no step. */
  readonly mask: number;
  /** Which of the pairs that have such a tie may be stepped over; null when all may. */
  readonly passable: PairTest | null;
  /** Null when every tie counts. */
  readonly counts: TieTest | null;
}

/** A pair's rows are looked at once a request, and not at all when only kinds are asked for. */
function pairTest(graph: Adjacency, filter: TieFilter, counts: TieTest | null): PairTest | null {
  if (counts === null || onlyKinds(filter)) return null;
  const known = new Uint8Array(graph.ties.length);
  return (pair) => {
    if (known[pair] === 0) known[pair] = anyRow(graph, pair, counts) ? 2 : 1;
    return known[pair] === 2;
  };
}

function anyRow({ ties }: Adjacency, pair: number, counts: TieTest): boolean {
  const begin = ties.start.values[pair]!;
  const end = begin + ties.size.values[pair]!;
  for (let row = begin; row < end; row += 1) if (counts(row)) return true;
  return false;
}

/** The ties of the graph that a filter lets count. */
export function passageOf(graph: Adjacency, filter: TieFilter): Passage {
  const counts = tieTest(filter, graph.ties.cells, graph.labels, graph.records);
  const mask = filter.kinds.reduce((bits, kind) => bits | (1 << kindCode(kind)), 0);
  return { graph, mask, counts, passable: pairTest(graph, filter, counts) };
}
