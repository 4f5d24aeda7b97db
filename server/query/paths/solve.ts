import type { PathsRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { Guide } from './guide.ts';
import { FREE, type Leg } from './leg.ts';
import { LegSearch } from './leg-search.ts';
import { passingCost, problemOf, type Problem } from './problem.ts';
import { ThroughSearch } from './through.ts';
import { arrivalAlong } from './time.ts';
import { NO_END, NO_START } from './ties.ts';
import { bestPaths, type Branch, type FoundPath } from './yen.ts';

export interface Solution {
  readonly problem: Problem;
  readonly paths: readonly FoundPath[];
}

/** Searches paths on one adjacency; its working arrays are used again from request to request. */
export class PathSolver {
  private readonly graph: Adjacency;
  private readonly search = new LegSearch();
  private readonly guides: Guide[] = [];

  constructor(graph: Adjacency) {
    this.graph = graph;
  }

  /** Null when somebody who must be on the path has no tie at all. */
  solve(request: PathsRequest): Solution | null {
    const problem = problemOf(this.graph, request);
    if (problem === null) return null;
    this.search.rest();
    const guideTo = new Map(
      [problem.target, ...problem.through].map((node, at) => [node, this.guide(at, problem, node)]),
    );
    const find = (to: number, leg: Leg) => this.search.find(problem, guideTo.get(to)!, leg);
    const alone = request.k === 1;
    const paths = bestPaths(problem, request.k, (branch, bound) => {
      const start = beginning(problem, branch);
      if (start === null) return { nodes: null, least: Infinity };
      const { begin, spent, leg } = start;
      const through = problem.through.filter((node) => !branch.root.includes(node));
      const bounded = { ...leg, alone, bound: bound - spent };
      const { nodes, least } =
        through.length === 0
          ? find(problem.target, bounded)
          : new ThroughSearch(problem, { ...bounded, alone: false }, find).run(through);
      return { nodes: nodes && [...begin, ...nodes], least: spent + least };
    });
    return { problem, paths };
  }

  private guide(at: number, problem: Problem, node: number): Guide {
    const guide = (this.guides[at] ??= new Guide());
    guide.begin(problem, node);
    return guide;
  }
}

/** Where the search of a branch goes on, and what its root has cost; null when it cannot. */
function beginning(problem: Problem, { root, bannedPairs }: Branch) {
  const from = root.at(-1)!;
  const release = problem.inTime ? arrivalAlong(problem, root, NO_START) : NO_START;
  const max = problem.max - (root.length - 1);
  if (max < 1 || release === NO_END) return null;
  const begin = root.slice(0, -1);
  const passed = root.slice(1).reduce((sum, node) => sum + passingCost(problem, node), 0);
  const leg: Leg = { ...FREE, from, max, bannedPairs, release, bannedNodes: new Set(begin) };
  return { begin, spent: begin.length + passed, leg };
}
