import { pairOf, type Problem } from './problem.ts';
import type { Leg } from './cheapest.ts';

/** The best path for the leg from the end of `root` to the target, `root` end included. */
export type LegSearch = (root: readonly number[], leg: Leg) => number[] | null;

/** The actors of a path in order, and what it costs. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** All paths that begin with `root` and do not go on over `banned`; `best` is the best of them. */
interface Branch {
  readonly root: readonly number[];
  readonly banned: ReadonlySet<number>;
  readonly best: FoundPath;
}

/**
 * Loopless paths, best first, as many as there are (Yen 1971, with the partition of Lawler 1972:
 * what is left after a path is taken falls into branches that share none). Ask for the next one
 * and only then is it searched for.
 *
 * @param root where every path begins; its last actor is where the search goes on
 */
export function* pathsInOrder(
  problem: Problem,
  root: readonly number[],
  search: LegSearch,
  costOf: (nodes: readonly number[]) => number,
): Generator<FoundPath> {
  const branches: Branch[] = [];
  const open = (start: readonly number[], banned: ReadonlySet<number>) => {
    const best = bestOf(problem, start, banned, search, costOf);
    if (best !== null) branches.push({ root: start, banned, best });
  };
  open(root, new Set());
  for (let branch = takeBest(branches); branch !== null; branch = takeBest(branches)) {
    const { nodes } = branch.best;
    yield branch.best;
    for (let at = branch.root.length - 1; at < nodes.length - 1; at += 1) {
      const inherited = at === branch.root.length - 1 ? branch.banned : [];
      const taken = pairOf(problem.graph, nodes[at]!, nodes[at + 1]!);
      open(nodes.slice(0, at + 1), new Set([...inherited, taken]));
    }
  }
}

function bestOf(
  problem: Problem,
  root: readonly number[],
  bannedPairs: ReadonlySet<number>,
  search: LegSearch,
  costOf: (nodes: readonly number[]) => number,
): FoundPath | null {
  const from = root.at(-1);
  const max = problem.max - (root.length - 1);
  if (from === undefined || max < 1) return null;
  const tail = search(root, { from, max, bannedNodes: new Set(root.slice(0, -1)), bannedPairs });
  if (tail === null) return null;
  const nodes = [...root, ...tail.slice(1)];
  return { nodes, cost: costOf(nodes) };
}

/** Cheaper first, then fewer steps, then by the actors' numbers, so that the order is one. */
export function comparePaths(a: FoundPath, b: FoundPath): number {
  const byCost = a.cost - b.cost;
  if (Math.abs(byCost) > 1e-9) return byCost;
  if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
  const at = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
  return at < 0 ? 0 : a.nodes[at]! - b.nodes[at]!;
}

function takeBest(branches: Branch[]): Branch | null {
  let best = 0;
  for (let at = 1; at < branches.length; at += 1) {
    if (comparePaths(branches[at]!.best, branches[best]!.best) < 0) best = at;
  }
  return branches.splice(best, 1)[0] ?? null;
}
