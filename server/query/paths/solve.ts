import type { PathsRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { CheapestPath } from './cheapest.ts';
import { Half } from './half.ts';
import { arrivalAlong, CheapestPathInTime, leastCosts } from './in-time.ts';
import { Budget, MAX_EDGES, passingCost, pathCost, testsOf, type Problem } from './problem.ts';
import { NO_END } from './ties.ts';
import { comparePaths, pathsInOrder, type FoundPath, type LegSearch } from './yen.ts';

export interface Solution {
  readonly problem: Problem;
  readonly paths: readonly FoundPath[];
  /** False when the search stopped at `MAX_EDGES`: there may be other or better paths. */
  readonly complete: boolean;
}

/** Searches paths on one adjacency; its working arrays are used again from request to request. */
export class PathSolver {
  private readonly graph: Adjacency;
  private readonly cheapest: CheapestPath;
  private readonly bounds: Half;
  private readonly cheapestInTime = new CheapestPathInTime();

  constructor(graph: Adjacency) {
    this.graph = graph;
    this.cheapest = new CheapestPath(graph.ids.length);
    this.bounds = new Half(graph.ids.length);
  }

  /** Null when an end has no tie at all. */
  solve(request: PathsRequest): Solution | null {
    const problem = this.problem(request);
    if (problem === null) return null;
    const through = request.through.map((id) => this.graph.indexOf.get(id) ?? -1);
    if (through.includes(-1)) return { problem, paths: [], complete: true };
    const paths =
      through.length === 0
        ? this.direct(problem, request)
        : this.throughAll(problem, through, request);
    return { problem, paths, complete: !problem.budget.spent };
  }

  private problem(request: PathsRequest): Problem | null {
    const index = (id: string) => this.graph.indexOf.get(id) ?? -1;
    const source = index(request.from);
    const target = index(request.to);
    if (source < 0 || target < 0) return null;
    const { max, discountHubs } = request;
    const avoid = new Set(request.avoid.map(index));
    const budget = new Budget(MAX_EDGES);
    return {
      graph: this.graph,
      source,
      target,
      max,
      discountHubs,
      avoid,
      budget,
      ...testsOf(this.graph, request),
    };
  }

  private direct(problem: Problem, { k, inTime }: PathsRequest): FoundPath[] {
    const paths: FoundPath[] = [];
    const search = this.searchFor(problem, inTime);
    const inOrder = pathsInOrder(problem, [problem.source], search, (nodes) =>
      pathCost(problem, nodes),
    );
    for (const path of inOrder) {
      paths.push(path);
      if (paths.length === k) break;
    }
    return paths;
  }

  private searchFor(problem: Problem, inTime: boolean): LegSearch {
    if (!inTime) return (_root, leg) => this.cheapest.find(problem, leg);
    const least = this.leastCostsTo(problem);
    return (root, leg) => {
      const day = arrivalAlong(problem, root);
      return day === NO_END ? null : this.cheapestInTime.find(problem, leg, day, least);
    };
  }

  /** What the best path costs when time is no matter; null when there is none. */
  private leastCost(problem: Problem): number | null {
    const { source: from, max } = problem;
    const none = { bannedNodes: new Set<number>(), bannedPairs: new Set<number>() };
    const nodes = this.cheapest.find(problem, { from, max, ...none });
    return nodes === null ? null : pathCost(problem, nodes);
  }

  /** As far as half of the least cost, so that both ends look at about as much of the graph. */
  private leastCostsTo(problem: Problem): Float64Array {
    return leastCosts(problem, (this.leastCost(problem) ?? 0) / 2, this.bounds);
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
      const stops = [...order, problem.target];
      const later = this.leastLater(problem, stops);
      if (later === null) continue;
      this.extend(problem, [problem.source], stops, { keep, bound, later, request });
    }
    return best;
  }

  /**
   * For each stop, what is still to come from there at the least: the legs after it and the stops
   * passed; null when some leg cannot be made at all.
   */
  private leastLater(problem: Problem, stops: readonly number[]): number[] | null {
    const later = [0];
    for (let at = stops.length - 1; at > 0; at -= 1) {
      const source = stops[at - 1]!;
      const leg = this.leastCost({ ...problem, source, target: stops[at]! });
      if (leg === null) return null;
      later.unshift(later[0]! + leg + passingCost(problem, source));
    }
    return later;
  }

  /**
   * Branch and bound, leg by leg: no way goes on that cannot better the worst of the best ones,
   * whatever comes after it.
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
    const search = this.searchFor({ ...leg, source: root.at(-1)! }, task.request.inTime);
    const least = task.later.at(-1 - later.length) ?? 0;
    for (const path of pathsInOrder(leg, root, search, (nodes) => pathCost(problem, nodes))) {
      if (path.cost + least >= task.bound() || problem.budget.spent) break;
      this.extend(problem, path.nodes, later, task);
    }
  }
}

interface Task {
  readonly keep: (path: FoundPath) => void;
  readonly bound: () => number;
  /** For each stop in order, the least cost still to come from there. */
  readonly later: readonly number[];
  readonly request: PathsRequest;
}

/** Every order of the actors; there are at most 3. */
function orders(nodes: readonly number[]): number[][] {
  if (nodes.length === 0) return [[]];
  return nodes.flatMap((node) =>
    orders(nodes.filter((other) => other !== node)).map((rest) => [node, ...rest]),
  );
}
