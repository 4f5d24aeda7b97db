import { degree } from './adjacency.ts';
import { Half } from './half.ts';
import { passingCost, type Problem } from './problem.ts';

/** Where a search starts, and what it may not use; the rest is in the problem. */
export interface Leg {
  readonly from: number;
  readonly max: number;
  /** Actors already on the path. */
  readonly bannedNodes: ReadonlySet<number>;
  /** Steps not to be taken from `from`. */
  readonly bannedPairs: ReadonlySet<number>;
}

interface Meeting {
  readonly cost: number;
  readonly forward: number;
  readonly backward: number;
}

const NOWHERE: Meeting = { cost: Infinity, forward: -1, backward: -1 };

/**
 * The cheapest path of at most `max` steps: Dijkstra's algorithm from both ends (Pohl 1971), with
 * labels of cost and steps so that the bound on steps is exact (a resource-constrained shortest
 * path; Desrosiers et al. 1984). The ends meet when no label left on either side can better the
 * best meeting.
 */
export class CheapestPath {
  private readonly forward: Half;
  private readonly backward: Half;
  private best: Meeting = NOWHERE;

  constructor(nodes: number) {
    this.forward = new Half(nodes);
    this.backward = new Half(nodes);
  }

  /** The actors of the path from `leg.from` to the target; null when there is none. */
  find(problem: Problem, leg: Leg): number[] | null {
    const { forward, backward } = this;
    this.best = NOWHERE;
    forward.start(leg.from);
    backward.start(problem.target);
    while (forward.queue.topKey + backward.queue.topKey < this.best.cost) {
      if (forward.queue.size === 0 || backward.queue.size === 0 || problem.budget.spent) break;
      this.expand(problem, leg, this.isForwardTurn(problem));
    }
    if (this.best.forward < 0) return null;
    return [...forward.trail(this.best.forward).reverse(), ...backward.trail(this.best.backward)];
  }

  /** The side that will have looked at fewer edges goes next, so that hubs wait. */
  private isForwardTurn({ graph }: Problem): boolean {
    const workAfter = (half: Half) => half.work + degree(graph, half.node.values[half.queue.top]!);
    return workAfter(this.forward) <= workAfter(this.backward);
  }

  private expand(problem: Problem, leg: Leg, isForward: boolean): void {
    const half = isForward ? this.forward : this.backward;
    const other = isForward ? this.backward : this.forward;
    const label = half.settle();
    if (label < 0) return;
    const node = half.node.values[label]!;
    const atOtherEnd = node === leg.from || node === problem.target;
    if (label === 0 || !atOtherEnd) this.relax(problem, leg, half, other, label);
  }

  private relax(problem: Problem, leg: Leg, half: Half, other: Half, label: number): void {
    const { graph, passable, avoid } = problem;
    const node = half.node.values[label]!;
    const hops = half.hops.values[label]! + 1;
    if (hops > leg.max) return;
    const own = half.cost.values[label]! + 1 + this.halfCost(problem, leg, node);
    half.work += degree(graph, node);
    problem.budget.left -= degree(graph, node);
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const neighbour = graph.neighbours[at]!;
      const cost = own + this.halfCost(problem, leg, neighbour);
      if (cost >= this.best.cost) continue;
      const unmet = other.settledAt(neighbour) < 0;
      if (unmet && cost + other.queue.topKey >= this.best.cost) continue;
      const pair = graph.pairs[at]!;
      const end = neighbour === leg.from || neighbour === problem.target;
      if (!end && (avoid.has(neighbour) || leg.bannedNodes.has(neighbour))) continue;
      if ((node === leg.from || neighbour === leg.from) && leg.bannedPairs.has(pair)) continue;
      if (passable !== null && !passable(pair)) continue;
      this.meet(half, label, other, neighbour, cost, leg.max - hops);
      half.offer(neighbour, cost, hops, label);
    }
  }

  private halfCost(problem: Problem, leg: Leg, node: number): number {
    if (!problem.discountHubs || node === leg.from || node === problem.target) return 0;
    return passingCost(problem, node) / 2;
  }

  /**
   * The step to `neighbour`, reached at `cost`, makes a whole path with each label settled there
   * from the other side that needs at most `left` steps more.
   */
  private meet(
    half: Half,
    label: number,
    other: Half,
    neighbour: number,
    cost: number,
    left: number,
  ): void {
    for (let at = other.settledAt(neighbour); at >= 0; at = other.next.values[at]!) {
      const whole = cost + other.cost.values[at]!;
      if (whole >= this.best.cost || other.hops.values[at]! > left) continue;
      const isForward = half === this.forward;
      const ends = isForward ? { forward: label, backward: at } : { forward: at, backward: label };
      this.best = { cost: whole, ...ends };
    }
  }
}
