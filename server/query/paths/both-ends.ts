import { Labels } from './labels.ts';
import { passingCost, type Problem } from './problem.ts';

/** A label of either search whose ways make one path between them. */
interface Meeting {
  readonly cost: number;
  readonly forward: number;
  readonly backward: number;
}

const NOWHERE: Meeting = { cost: Infinity, forward: -1, backward: -1 };

/** One direction of the search. */
class Half {
  readonly labels = new Labels();
  /** Edges looked at, by which the two directions are kept in balance. */
  work = 0;

  start({ graph }: Problem, node: number): void {
    this.work = 0;
    this.labels.clear(graph.size);
    this.labels.offer(0, node, 0, 0, 0, -1);
  }

  /** The cheapest label that none settled before dominates; -1 when there is none left. */
  settle(): number {
    const { labels } = this;
    for (let label = labels.queue.pop(); label >= 0; label = labels.queue.pop())
      if (labels.settle(label)) return label;
    return -1;
  }
}

/**
 * The one cheapest path where time is no matter and nobody must be passed: Dijkstra's algorithm
 * from both ends (Pohl 1971), with labels of cost and steps, so that the bound on steps is exact
 * (a resource-constrained shortest path; Desrosiers et al. 1984). It ends when no labels left on
 * the two sides can better the best meeting. For one path this looks at less than the search by a
 * guide, which pays from the second path on.
 */
export class BothEndsSearch {
  private readonly forward = new Half();
  private readonly backward = new Half();
  private best = NOWHERE;

  /** The actors in order; null when there is no path of at most `max` steps. */
  find(problem: Problem): number[] | null {
    const { forward, backward } = this;
    this.best = NOWHERE;
    forward.start(problem, problem.source);
    backward.start(problem, problem.target);
    const [ahead, behind] = [forward.labels.queue, backward.labels.queue];
    while (ahead.topKey + behind.topKey < this.best.cost && !problem.budget.spent) {
      if (ahead.size === 0 || behind.size === 0) break;
      if (this.isForwardTurn(problem)) this.expand(problem, forward, backward);
      else this.expand(problem, backward, forward);
    }
    if (this.best.forward < 0) return null;
    const begin = forward.labels.trail(this.best.forward).reverse();
    return [...begin, ...backward.labels.trail(this.best.backward)];
  }

  /** The side that will have looked at fewer edges goes next, so that hubs wait. */
  private isForwardTurn({ graph }: Problem): boolean {
    const workAfter = ({ labels, work }: Half) =>
      work + graph.degree(labels.node.values[labels.queue.top]!);
    return workAfter(this.forward) <= workAfter(this.backward);
  }

  private expand(problem: Problem, half: Half, other: Half): void {
    const label = half.settle();
    if (label < 0) return;
    const { labels } = half;
    const node = labels.node.values[label]!;
    const hops = labels.hops.values[label]! + 1;
    const isEnd = node === problem.source || node === problem.target;
    if (hops > problem.max || (label > 0 && isEnd)) return;
    const own = labels.cost.values[label]! + 1 + this.halfCost(problem, node);
    const { graph, budget } = problem;
    const { neighbour, pair } = graph.around.cells;
    const begin = graph.around.start.values[node]!;
    const end = begin + graph.degree(node);
    half.work += end - begin;
    budget.seen += end - begin;
    for (let at = begin; at < end; at += 1)
      this.step(problem, half, other, label, neighbour.values[at]!, pair.values[at]!, own, hops);
  }

  /** From the label of one half over a pair to a neighbour, at `own` cost but for passing it. */
  private step(
    problem: Problem,
    half: Half,
    other: Half,
    label: number,
    neighbour: number,
    pair: number,
    own: number,
    hops: number,
  ): void {
    const cost = own + this.halfCost(problem, neighbour);
    if (cost >= this.best.cost) return;
    const met = other.labels.settledAt(neighbour);
    if (met < 0 && cost + other.labels.queue.topKey >= this.best.cost) return;
    const isEnd = neighbour === problem.source || neighbour === problem.target;
    if (!isEnd && problem.closed.has(neighbour)) return;
    if (problem.passable !== null && !problem.passable(pair)) return;
    if (met >= 0) this.meet(half, other, label, met, cost, problem.max - hops);
    half.labels.offer(cost, neighbour, cost, hops, 0, label);
  }

  /**
   * The step makes a whole path with each label settled at the neighbour from the other side, from
   * `met` on, that needs at most `left` steps more.
   */
  private meet(
    half: Half,
    other: Half,
    label: number,
    met: number,
    cost: number,
    left: number,
  ): void {
    const { labels } = other;
    for (let at = met; at >= 0; at = labels.next.values[at]!) {
      const whole = cost + labels.cost.values[at]!;
      if (whole >= this.best.cost || labels.hops.values[at]! > left) continue;
      const isForward = half === this.forward;
      const ends = isForward ? { forward: label, backward: at } : { forward: at, backward: label };
      this.best = { cost: whole, ...ends };
    }
  }

  private halfCost(problem: Problem, node: number): number {
    if (node === problem.source || node === problem.target) return 0;
    return passingCost(problem, node) / 2;
  }
}
