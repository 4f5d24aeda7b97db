import { compareWays } from './leg.ts';
import { pathCost, type Problem } from './problem.ts';

/** Which paths are looked for: those that begin with `root` and do not go on over a banned pair. */
export interface Branch {
  /** Its last actor is where the search goes on. */
  readonly root: readonly number[];
  readonly bannedPairs: ReadonlySet<number>;
}

export interface BranchResult {
  /** From the branch's beginning; null when none was found. */
  readonly nodes: readonly number[] | null;
  /** When none was found: none costs less than this. */
  readonly least: number;
}

/** Searches a branch for its best path that costs no more than the bound. */
export type BranchSearch = (branch: Branch, bound: number) => BranchResult;

/** The actors of a path in order, and what it costs. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** A branch of which the best path is known. */
interface Found extends FoundPath {
  readonly branch: Branch;
}

/** A branch that has not been searched, or not far enough; no path of it costs less. */
interface Open {
  readonly branch: Branch;
  readonly least: number;
}

/** How much farther an open branch is searched at a time, where costs are no whole numbers. */
const STRIDE = 0.5;

/**
 * The best loopless paths, best first (Yen 1971, with the partition of Lawler 1972: what is left
 * after a path is taken falls into branches that share none). A branch is searched when no other
 * can hold a cheaper path, and no farther than to where another can: most are never searched, as
 * most of what they hold is too dear.
 */
class BestPaths {
  private readonly taken: FoundPath[] = [];
  private found: Found[] = [];
  private open: Open[];
  private readonly problem: Problem;
  private readonly k: number;
  private readonly search: BranchSearch;

  constructor(problem: Problem, k: number, search: BranchSearch) {
    this.problem = problem;
    this.k = k;
    this.search = search;
    this.open = [{ branch: { root: [problem.source], bannedPairs: new Set() }, least: 0 }];
  }

  /** When the search has to stop, the best that were found. */
  run(): FoundPath[] {
    while (this.taken.length < this.k) {
      const [best] = this.found;
      const next = leastOf(this.open);
      if (this.problem.budget.spent || (best === undefined && next === null)) break;
      if (next !== null && next.least <= (best?.cost ?? Infinity)) this.proceed(next);
      else if (best !== undefined) this.take(best);
    }
    return [...this.taken, ...this.found]
      .slice(0, this.k)
      .map(({ nodes, cost }) => ({ nodes, cost }));
  }

  private proceed(item: Open): void {
    this.open = this.open.filter((other) => other !== item);
    const { nodes, least } = this.search(item.branch, this.boundFor(item));
    if (nodes !== null) {
      this.found.push({ branch: item.branch, nodes, cost: pathCost(this.problem, nodes) });
      this.found.sort((a, b) => comparePaths(this.problem, a, b));
    } else if (least <= this.most && least < Infinity) this.open.push({ ...item, least });
  }

  /** What a path may cost to be among the best. */
  private get most(): number {
    return this.found[this.k - 1 - this.taken.length]?.cost ?? Infinity;
  }

  private boundFor({ least }: Open): number {
    const others = Math.min(this.found[0]?.cost ?? Infinity, leastOf(this.open)?.least ?? Infinity);
    const stride = this.problem.passing === null ? 0 : STRIDE;
    return Math.min(this.most, Math.max(others, least + stride));
  }

  /** What is left of a branch when its best path is taken: it leaves that path somewhere. */
  private take(best: Found): void {
    const { branch, nodes, cost } = best;
    this.taken.push(best);
    this.found.shift();
    const first = branch.root.length - 1;
    for (let at = first; at < nodes.length - 1; at += 1) {
      const step = this.problem.graph.pairOf(nodes[at]!, nodes[at + 1]!);
      const bannedPairs = new Set([...(at === first ? branch.bannedPairs : []), step]);
      this.open.push({ branch: { root: nodes.slice(0, at + 1), bannedPairs }, least: cost });
    }
  }
}

function leastOf(open: readonly Open[]): Open | null {
  return open.reduce<Open | null>(
    (least, item) => (least === null || item.least < least.least ? item : least),
    null,
  );
}

/** @param k most paths */
export function bestPaths(problem: Problem, k: number, search: BranchSearch): FoundPath[] {
  return new BestPaths(problem, k, search).run();
}

/** Cheaper first, then fewer steps, then by the actors' ids, so that the order is one. */
function comparePaths({ graph }: Problem, a: FoundPath, b: FoundPath): number {
  return a.cost - b.cost || compareWays(graph.rank.values, a.nodes, b.nodes);
}
