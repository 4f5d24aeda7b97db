import { pathCost, type Problem } from './problem.ts';

/** Which paths are looked for: those that begin with `root` and do not go on over a banned pair. */
export interface Branch {
  /** Its last actor is where the search goes on. */
  readonly root: readonly number[];
  readonly bannedPairs: ReadonlySet<number>;
  /** Only a path that costs less is of use. */
  readonly bound: number;
  /** To be told of any path of the branch that is found on the way; returns the bound from then on. */
  readonly note: (nodes: readonly number[]) => number;
}

/** The best path of a branch, from its beginning; null when it has none that costs less. */
export type BranchSearch = (branch: Branch) => readonly number[] | null;

/** The actors of a path in order, and what it costs. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

interface Candidate extends FoundPath {
  readonly branch: Branch;
}

/** The best k of the paths that it was told of, best first. */
class Known {
  readonly paths: FoundPath[] = [];
  private readonly seen = new Set<string>();
  private readonly problem: Problem;
  private readonly k: number;

  constructor(problem: Problem, k: number) {
    this.problem = problem;
    this.k = k;
  }

  /** What a path must cost less than to be one of them. */
  get bound(): number {
    return this.paths[this.k - 1]?.cost ?? Infinity;
  }

  add(nodes: readonly number[]): FoundPath {
    const path = { nodes, cost: pathCost(this.problem, nodes) };
    const key = nodes.join();
    if (path.cost >= this.bound || this.seen.has(key)) return path;
    this.seen.add(key);
    this.paths.push(path);
    this.paths.sort((a, b) => comparePaths(this.problem, a, b));
    this.paths.length = Math.min(this.paths.length, this.k);
    return path;
  }
}

/**
 * The best loopless paths, best first (Yen 1971, with the partition of Lawler 1972: what is left
 * after a path is taken falls into branches that share none). Every path that a search comes by
 * counts: once k are known, the dearest of them bounds what any branch may cost, and when no
 * branch has a cheaper one they are the best.
 *
 * @param k most paths
 */
export function bestPaths(problem: Problem, k: number, search: BranchSearch): FoundPath[] {
  const known = new Known(problem, k);
  const candidates: Candidate[] = [];
  const note = (nodes: readonly number[]) => {
    known.add(nodes);
    return known.bound;
  };
  const open = (root: readonly number[], bannedPairs: ReadonlySet<number>) => {
    const branch = { root, bannedPairs, bound: known.bound, note };
    const nodes = search(branch);
    if (nodes !== null) candidates.push({ ...known.add(nodes), branch });
  };
  open([problem.source], new Set());
  for (let taken = 1; taken <= k; taken += 1) {
    candidates.sort((a, b) => comparePaths(problem, a, b));
    const best = candidates.shift();
    if (best === undefined || best.cost > known.bound || taken === k) break;
    openBranches(problem, best, open);
  }
  return known.paths;
}

/** What is left of a branch when its best path is taken: it leaves that path somewhere. */
function openBranches(
  { graph }: Problem,
  { branch, nodes }: Candidate,
  open: (root: readonly number[], bannedPairs: ReadonlySet<number>) => void,
): void {
  const first = branch.root.length - 1;
  for (let at = first; at < nodes.length - 1; at += 1) {
    const taken = graph.pairOf(nodes[at]!, nodes[at + 1]!);
    const inherited = at === first ? branch.bannedPairs : [];
    open(nodes.slice(0, at + 1), new Set([...inherited, taken]));
  }
}

/** Cheaper first, then fewer steps, then by the actors' ids, so that the order is one. */
export function comparePaths({ graph }: Problem, a: FoundPath, b: FoundPath): number {
  const byCost = a.cost - b.cost;
  if (Math.abs(byCost) > 1e-9) return byCost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const at = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
  return at < 0 ? 0 : graph.rank.values[a.nodes[at]!]! - graph.rank.values[b.nodes[at]!]!;
}
