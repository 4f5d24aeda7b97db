import { Labels } from './labels.ts';
import { passingCost, type Problem } from './problem.ts';
import { departure } from './time.ts';
import { NO_END, NO_START } from './ties.ts';

/**
 * What it costs at the least to get to one actor: labels of cost, steps and, where time matters,
 * the last day on which one can set out, backward from there in order of cost. It is grown only as
 * far as the searches that it guides need it, and serves all of one request: actors that one of
 * them may not pass make its figures bounds from below. Days are negated, so that less is better.
 */
export class Guide {
  readonly labels = new Labels();
  /** Edges looked at. */
  work = 0;
  private problem: Problem | null = null;
  target = -1;

  begin(problem: Problem, target: number): void {
    this.problem = problem;
    this.target = target;
    this.work = 0;
    this.labels.clear(problem.graph.size);
    this.labels.offer(0, target, 0, 0, problem.inTime ? -NO_END : 0, -1);
    this.labels.settle(0);
  }

  /** Whoever has no label is at least so far; Infinity when everybody within reach has one. */
  get radius(): number {
    return this.labels.queue.topKey;
  }

  /** Edges that the next step of growing looks at. */
  get nextWork(): number {
    const { queue, node } = this.labels;
    return this.problem === null || queue.size === 0
      ? Infinity
      : this.problem.graph.degree(node.values[queue.top]!);
  }

  /** The cheapest way known to the target in so many steps, from the day on; -1 when none is. */
  labelAt(node: number, hops: number, day: number): number {
    const { labels } = this;
    for (let at = labels.settledAt(node); at >= 0; at = labels.next.values[at]!)
      if (labels.hops.values[at]! <= hops && labels.day.values[at]! + day <= 0) return at;
    return -1;
  }

  /**
   * @param limit what costs so much is of use only at actors that `met` has tried; for a guide
   *   that serves one search
   */
  grow(limit = Infinity, met: Labels | null = null): void {
    const label = this.labels.queue.pop();
    if (label < 0 || this.problem === null) return;
    if (label > 0 && !this.labels.settle(label)) return;
    const node = this.labels.node.values[label]!;
    if (label === 0 || !this.problem.closed.has(node))
      this.relax(this.problem, label, node, limit, met);
  }

  private relax(
    problem: Problem,
    label: number,
    node: number,
    limit: number,
    met: Labels | null,
  ): void {
    const { graph, passable, inTime, budget } = problem;
    const { labels } = this;
    const hops = labels.hops.values[label]! + 1;
    if (hops > problem.max) return;
    const passed = node === this.target ? 0 : passingCost(problem, node) / 2;
    const own = labels.cost.values[label]! + 1 + passed;
    const until = -labels.day.values[label]!;
    const [neighbours, pairs] = [
      graph.around.cells.neighbour.values,
      graph.around.cells.pair.values,
    ];
    const begin = graph.around.start.values[node]!;
    const end = begin + graph.degree(node);
    this.work += end - begin;
    budget.seen += end - begin;
    for (let at = begin; at < end; at += 1) {
      const neighbour = neighbours[at]!;
      const cost = own + passingCost(problem, neighbour) / 2;
      if (cost >= limit && met?.hasTried(neighbour) !== true) continue;
      if (passable !== null && !passable(pairs[at]!)) continue;
      if (!inTime) labels.offer(cost, neighbour, cost, hops, 0, label);
      else {
        const day = departure(problem, pairs[at]!, until);
        if (day !== NO_START) labels.offer(cost, neighbour, cost, hops, -day, label);
      }
    }
  }
}
