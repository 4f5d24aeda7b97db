import type { PathsRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { CheapestPath } from './cheapest.ts';
import { arrivalAlong, CheapestPathInTime } from './in-time.ts';
import { pathCost, testsOf, type Problem } from './problem.ts';
import { NO_END } from './ties.ts';
import { comparePaths, pathsInOrder, type FoundPath, type LegSearch } from './yen.ts';

/**
 * Most searches of one request. Ten paths without actors to pass need at most 60; ways through
 * given actors can need many more where the first legs block the last.
 */
export const MAX_SEARCHES = 2_000;

export interface Solution {
  readonly problem: Problem;
  readonly paths: readonly FoundPath[];
  /** False when the search stopped at `MAX_SEARCHES`: there may be other or better paths. */
  readonly complete: boolean;
}

/** Searches paths on one adjacency; its working arrays are used again from request to request. */
export class PathSolver {
  private readonly graph: Adjacency;
  private readonly cheapest: CheapestPath;
  private readonly cheapestInTime = new CheapestPathInTime();
  private searches = 0;

  constructor(graph: Adjacency) {
    this.graph = graph;
    this.cheapest = new CheapestPath(graph.ids.length);
  }

  /** Null when an end has no tie at all. */
  solve(request: PathsRequest): Solution | null {
    const problem = this.problem(request);
    if (problem === null) return null;
    this.searches = 0;
    const through = request.through.map((id) => this.graph.indexOf.get(id) ?? -1);
    if (through.includes(-1)) return { problem, paths: [], complete: true };
    const search = request.inTime ? this.searchInTime(problem) : this.search(problem);
    const paths =
      through.length === 0
        ? this.direct(problem, request.k, search)
        : this.throughAll(problem, through, request);
    return { problem, paths, complete: this.searches <= MAX_SEARCHES };
  }

  private problem(request: PathsRequest): Problem | null {
    const index = (id: string) => this.graph.indexOf.get(id) ?? -1;
    const source = index(request.from);
    const target = index(request.to);
    if (source < 0 || target < 0) return null;
    const { max, discountHubs } = request;
    const avoid = new Set(request.avoid.map(index));
    return {
      graph: this.graph,
      source,
      target,
      max,
      discountHubs,
      avoid,
      ...testsOf(this.graph, request),
    };
  }

  private direct(problem: Problem, k: number, search: LegSearch): FoundPath[] {
    const paths: FoundPath[] = [];
    const inOrder = pathsInOrder(problem, [problem.source], search, (nodes) =>
      pathCost(problem, nodes),
    );
    for (const path of inOrder) {
      paths.push(path);
      if (paths.length === k) break;
    }
    return paths;
  }

  private search(problem: Problem): LegSearch {
    return (_root, leg) => (this.spend() ? this.cheapest.find(problem, leg) : null);
  }

  private searchInTime(problem: Problem): LegSearch {
    return (root, leg) => {
      const day = arrivalAlong(problem, root);
      if (day === NO_END || !this.spend()) return null;
      return this.cheapestInTime.find(problem, leg, day);
    };
  }

  private spend(): boolean {
    this.searches += 1;
    return this.searches <= MAX_SEARCHES;
  }

  /** The best paths over every order in which the actors can be passed. */
  private throughAll(
    problem: Problem,
    through: readonly number[],
    request: PathsRequest,
  ): FoundPath[] {
    const best: FoundPath[] = [];
    const keep = (path: FoundPath) => {
      best.push(path);
      best.sort(comparePaths);
      best.length = Math.min(best.length, request.k);
    };
    const bound = () => (best.length < request.k ? Infinity : (best.at(-1)?.cost ?? Infinity));
    for (const order of orders([...new Set(through)])) {
      this.extend(problem, [problem.source], [...order, problem.target], { keep, bound, request });
    }
    return best;
  }

  /**
   * Branch and bound, leg by leg: what a path costs so far, and one for each leg left, never
   * exceeds what it will cost in the end.
   */
  private extend(
    problem: Problem,
    root: readonly number[],
    stops: readonly number[],
    task: Task,
  ): void {
    const [target, ...later] = stops;
    if (target === undefined) {
      task.keep({ nodes: root, cost: pathCost(problem, root) });
      return;
    }
    const avoid = new Set([...problem.avoid, ...later]);
    const leg = { ...problem, target, avoid, max: problem.max - later.length };
    const search = task.request.inTime ? this.searchInTime(leg) : this.search(leg);
    for (const path of pathsInOrder(leg, root, search, (nodes) => pathCost(problem, nodes))) {
      if (path.cost + later.length >= task.bound()) break;
      this.extend(problem, path.nodes, later, task);
    }
  }
}

interface Task {
  readonly keep: (path: FoundPath) => void;
  readonly bound: () => number;
  readonly request: PathsRequest;
}

/** Every order of the actors; there are at most 3. */
function orders(nodes: readonly number[]): number[][] {
  if (nodes.length === 0) return [[]];
  return nodes.flatMap((node) =>
    orders(nodes.filter((other) => other !== node)).map((rest) => [node, ...rest]),
  );
}
