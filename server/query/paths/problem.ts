import type { TieFilter } from '../../contract/index.ts';
import { degree, type Adjacency } from './adjacency.ts';
import { kindCode, onlyKinds, tieTest, type TieTest } from './ties.ts';

/** Whether two neighbours have a tie that counts as a step. */
export type PairTest = (pair: number) => boolean;

/**
 * What every search of one request shares. A path costs one per step; with hubs discounted, each
 * actor passed on the way costs the natural logarithm of its degree more, so that a way through
 * few well-chosen actors beats one through somebody tied to everybody. (Croes et al. 2006 weigh
 * a node by its degree; the logarithm keeps a hub passable when the way around is long.) Half of
 * an actor's cost lies on each of the two steps that meet in it, which makes a plain edge weight.
 */
export interface Problem {
  readonly graph: Adjacency;
  readonly source: number;
  readonly target: number;
  /** Most steps. */
  readonly max: number;
  readonly discountHubs: boolean;
  /** Actors that may not be passed. */
  readonly avoid: ReadonlySet<number>;
  /** Null when every pair may be stepped over. */
  readonly passable: PairTest | null;
  /** Null when every tie counts. */
  readonly counts: TieTest | null;
  readonly budget: Budget;
}

/**
 * How much of the graph one request may look at. Counted in edges, not in time, so that one
 * question has one answer. Ten shortest paths in a record of 100,000 statements look at well under
 * a million; only ways in time or through given actors that do not exist come near the limit.
 */
export class Budget {
  left: number;

  constructor(edges: number) {
    this.left = edges;
  }

  /** Whether the search had to stop. */
  get spent(): boolean {
    return this.left <= 0;
  }
}

export const MAX_EDGES = 4_000_000;

/** Half of what passing the actor costs, as each of the two steps that meet in it bears it. */
export function halfCost(problem: Problem, node: number): number {
  return passingCost(problem, node) / 2;
}

/** What passing the actor costs, apart from the steps. */
export function passingCost({ graph, discountHubs }: Problem, node: number): number {
  return discountHubs ? graph.logDegree[node]! : 0;
}

/** The cost of a path, given as its actors in order. */
export function pathCost(problem: Problem, nodes: readonly number[]): number {
  const passed = nodes.slice(1, -1).map((node) => passingCost(problem, node));
  return passed.reduce((sum, cost) => sum + cost, nodes.length - 1);
}

/** A pair's rows are looked at once a request, and not at all when only kinds are asked for. */
export function pairTest(
  graph: Adjacency,
  filter: TieFilter,
  counts: TieTest | null,
): PairTest | null {
  if (counts === null) return null;
  const mask = filter.kinds.reduce((bits, kind) => bits | (1 << kindCode(kind)), 0);
  if (onlyKinds(filter)) return (pair) => (graph.kindsOfPair[pair]! & mask) !== 0;
  const known = new Uint8Array(graph.kindsOfPair.length);
  return (pair) => {
    if (known[pair] === 0) known[pair] = anyRow(graph, pair, counts) ? 2 : 1;
    return known[pair] === 2;
  };
}

function anyRow({ tieOffsets }: Adjacency, pair: number, counts: TieTest): boolean {
  for (let row = tieOffsets[pair]!; row < tieOffsets[pair + 1]!; row += 1) {
    if (counts(row)) return true;
  }
  return false;
}

/** The tests that a filter makes on this graph. */
export function testsOf(graph: Adjacency, filter: TieFilter) {
  const counts = tieTest(filter, graph.ties, graph.labels, graph.records);
  return { counts, passable: pairTest(graph, filter, counts) };
}

/** The pair of two neighbours; -1 when they are none. Binary search in the smaller row. */
export function pairOf(graph: Adjacency, a: number, b: number): number {
  const [few, other] = degree(graph, a) <= degree(graph, b) ? [a, b] : [b, a];
  let low = graph.offsets[few]!;
  let high = graph.offsets[few + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = graph.neighbours[middle]!;
    if (found === other) return graph.pairs[middle]!;
    if (found < other) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
