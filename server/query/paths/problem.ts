import type { PathsRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { passageOf, type Passage } from './passage.ts';
import { NO_END, NO_START } from './ties.ts';
import { windowOf, type Window } from './time.ts';

/**
 * What every search of one request shares. A path costs one per step; with hubs discounted, each
 * actor passed on the way costs the natural logarithm of its degree more, so that a way through
 * few well-chosen actors beats one through somebody tied to everybody. (Croes et al. 2006 weigh
 * a node by its degree; the logarithm keeps a hub passable when the way around is long.) Costs are
 * such numbers (see `Adjacency.logDegree`) that their sums are exact in any order.
 */
export interface Problem extends Passage {
  readonly source: number;
  readonly target: number;
  /** Actors that must be passed. */
  readonly through: readonly number[];
  /** Most steps. */
  readonly max: number;
  /** What passing each actor costs apart from the steps; null when it costs nothing. */
  readonly passing: Float64Array | null;
  readonly inTime: boolean;
  /** Where time matters: when any step can be. */
  readonly window: Window;
  /** Actors at which a search ends: those to avoid, and those at which a path or leg begins. */
  readonly closed: ReadonlySet<number>;
  readonly budget: Budget;
}

/**
 * How much of the graph one request may look at. Counted in edges, not in time, so that one
 * question has one answer.
 */
export class Budget {
  /** Most edges. */
  readonly most: number;
  /** Edges looked at. */
  seen = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** Whether the search had to stop. */
  get spent(): boolean {
    return this.seen >= this.most;
  }
}

export const MAX_EDGES = 4_000_000;

/** The problem that a request puts; null when somebody it names has no tie at all. */
export function problemOf(graph: Adjacency, request: PathsRequest): Problem | null {
  const index = (id: string) => tiedNode(graph, id);
  const [source, target] = [index(request.from), index(request.to)];
  const through = [...new Set(request.through.map(index))];
  if (source < 0 || target < 0 || through.includes(-1)) return null;
  const { max, inTime } = request;
  const passing = request.discountHubs ? graph.logDegree.values : null;
  const ends = [source, target, ...through];
  const closed = new Set([...request.avoid.map(index), ...ends]);
  const budget = new Budget(MAX_EDGES);
  const rest = {
    source,
    target,
    through: through.filter((node) => node !== source && node !== target),
  };
  const passage = passageOf(graph, request);
  const window = inTime ? windowOf(passage, source, target) : { first: NO_START, last: NO_END };
  return { ...passage, ...rest, max, passing, inTime, window, closed, budget };
}

/** The actor's number; -1 without a tie, also for one that had some once. */
function tiedNode(graph: Adjacency, id: string): number {
  const node = graph.indexOf.get(id) ?? -1;
  return node >= 0 && graph.degree(node) > 0 ? node : -1;
}

/** What passing the actor costs, apart from the steps. */
export function passingCost({ passing }: Problem, node: number): number {
  return passing === null ? 0 : passing[node]!;
}

/** The cost of a path, given as its actors in order. */
export function pathCost(problem: Problem, nodes: readonly number[]): number {
  const passed = nodes.slice(1, -1).map((node) => passingCost(problem, node));
  return passed.reduce((sum, cost) => sum + cost, nodes.length - 1);
}
