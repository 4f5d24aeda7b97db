import type { Problem } from './problem.ts';
import { NO_END } from './ties.ts';
import { NO_BANS, Tree, type Roof } from './tree.ts';

/**
 * What it costs at the least to get to one actor, by a tree grown backward from there only as far
 * as the searches that it guides need it. It serves all of one request: actors that one of them
 * may not pass make its figures bounds from below.
 */
export class Guide {
  readonly tree = new Tree('to target');
  target = -1;
  private problem: Problem | null = null;

  begin(problem: Problem, target: number): void {
    this.problem = problem;
    this.target = target;
    this.tree.begin(problem, target, problem.inTime ? -NO_END : 0);
  }

  /**
   * Goes on by one bucket.
   *
   * @param limit what costs more need not be reached, for a guide that serves one search
   * @param far the tree of that search
   */
  grow(limit: number, far: Tree): void {
    const { tree, problem } = this;
    if (problem === null) return;
    const latest = -problem.window.first;
    const roof: Roof = { limit, far, max: problem.max, latest, banned: NO_BANS };
    const radius = tree.buckets.radius;
    const { beyond } = far;
    for (let label = tree.buckets.take(radius); label >= 0; label = tree.buckets.take(radius)) {
      if (problem.budget.spent) return;
      const node = tree.node[label]!;
      if (tree.isDead(label) || (label > 0 && problem.closed.has(node))) continue;
      const least = tree.leaving(problem, label) + far.least(node, beyond);
      if (!tree.isOver(limit, least)) tree.expand(problem, label, roof);
    }
  }
}
