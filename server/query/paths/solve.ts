import type { PathsRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { Guide } from './guide.ts';
import { FREE, LegSearch, type Leg } from './leg.ts';
import { passingCost, problemOf, type Problem } from './problem.ts';
import { pathThrough } from './through.ts';
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
    const paths = bestPaths(problem, request.k, (branch) =>
      bestOf(problem, branch, request.k === 1, find),
    );
    return { problem, paths };
  }

  private guide(at: number, problem: Problem, node: number): Guide {
    const guide = (this.guides[at] ??= new Guide());
    guide.begin(problem, node);
    return guide;
  }
}

function bestOf(
  problem: Problem,
  { root, bannedPairs, bound, note }: Branch,
  alone: boolean,
  find: (to: number, leg: Leg) => number[] | null,
): readonly number[] | null {
  const from = root.at(-1)!;
  const release = problem.inTime ? arrivalAlong(problem, root, NO_START) : NO_START;
  const max = problem.max - (root.length - 1);
  if (max < 1 || release === NO_END) return null;
  const passed = root.slice(1).reduce((sum, node) => sum + passingCost(problem, node), 0);
  const begin = root.slice(0, -1);
  const spent = begin.length + passed;
  const start: Leg = {
    ...FREE,
    ...{ from, max, bannedPairs, release },
    bannedNodes: new Set(begin),
    bound: bound - spent,
  };
  const through = problem.through.filter((node) => !root.includes(node));
  const noteWhole = (tail: readonly number[]) => note([...begin, ...tail]) - spent;
  const tail =
    through.length === 0
      ? find(problem.target, { ...start, alone, note: noteWhole })
      : pathThrough(problem, { start, through }, find);
  return tail === null ? null : [...root.slice(0, -1), ...tail];
}
