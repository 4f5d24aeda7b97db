import { Column, float64, int32, uint8 } from './columns.ts';
import type { Leg } from './cheapest.ts';
import type { Half } from './half.ts';
import { MinHeap } from './heap.ts';
import { halfCost, pairOf, type Problem } from './problem.ts';
import { NO_END, NO_START } from './ties.ts';

/**
 * Paths whose steps do not run back in time (Kempe, Kleinberg and Kumar 2002): each step has a tie
 * whose days allow it on or after the day of the step before. Undated ties are no steps here.
 */

/** The first day on which the pair can be stepped over from `day` on; NO_END when there is none. */
export function arrival({ graph, counts }: Problem, pair: number, day: number): number {
  let earliest = NO_END;
  for (let row = graph.tieOffsets[pair]!; row < graph.tieOffsets[pair + 1]!; row += 1) {
    if (counts !== null && !counts(row)) continue;
    const from = graph.ties.from[row]!;
    const to = graph.ties.to[row]!;
    if (to < day || (from === NO_START && to === NO_END)) continue;
    earliest = Math.min(earliest, Math.max(from, day));
  }
  return earliest;
}

/** The day on which the last actor of the path can be reached; NO_END when it cannot. */
export function arrivalAlong(problem: Problem, nodes: readonly number[]): number {
  let day = NO_START;
  for (let at = 1; at < nodes.length; at += 1) {
    const pair = pairOf(problem.graph, nodes[at - 1]!, nodes[at]!);
    day = pair < 0 ? NO_END : arrival(problem, pair, day);
  }
  return day;
}

/**
 * Least costs from every actor to the target without regard to time, as far as `radius`; beyond it
 * the radius, which is less than the truth. Never more than a path in time costs, and consistent.
 */
export function leastCosts(problem: Problem, radius: number, half: Half): Float64Array {
  const { graph, target, source, avoid, passable, budget } = problem;
  const least = new Float64Array(graph.ids.length).fill(radius);
  half.start(target);
  while (half.queue.topKey < radius && !budget.spent) {
    const label = half.settle();
    if (label < 0) break;
    const node = half.node.values[label]!;
    const cost = half.cost.values[label]!;
    const hops = half.hops.values[label]! + 1;
    least[node] = Math.min(least[node]!, cost);
    if (hops > problem.max || node === source) continue;
    const own = cost + 1 + (node === target ? 0 : halfCost(problem, node));
    budget.left -= graph.offsets[node + 1]! - graph.offsets[node]!;
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const neighbour = graph.neighbours[at]!;
      if (avoid.has(neighbour) || (passable !== null && !passable(graph.pairs[at]!))) continue;
      half.offer(neighbour, own + halfCost(problem, neighbour), hops, label);
    }
  }
  return least;
}

/**
 * Cheapest paths in time: labels of cost, steps and day in order of cost so far and least cost
 * to come (A*; Hart, Nilsson and Raphael 1968); a label is dominated by one at the same actor that
 * is no worse in all three. Dropping a loop never makes a path later, so the cheapest has none.
 */
export class CheapestPathInTime {
  private readonly queue = new MinHeap();
  private readonly node = new Column(int32);
  private readonly cost = new Column(float64);
  private readonly hops = new Column(uint8);
  private readonly day = new Column(int32);
  private readonly parent = new Column(int32);
  private settled = new Map<number, number[]>();
  private least: Float64Array = new Float64Array(0);

  /**
   * @param day when the start is reached, in days since 1970-01-01
   * @param least a bound from below on the cost from each actor to the target
   */
  find(problem: Problem, leg: Leg, day: number, least: Float64Array): number[] | null {
    this.least = least;
    this.settled = new Map();
    this.queue.clear();
    for (const column of [this.node, this.cost, this.hops, this.day, this.parent])
      column.length = 0;
    this.push(leg.from, 0, 0, day, -1);
    for (let label = this.queue.pop(); label >= 0; label = this.queue.pop()) {
      if (problem.budget.spent) return null;
      if (this.node.values[label] === problem.target) return this.trail(label);
      if (this.settle(label)) this.relax(problem, leg, label);
    }
    return null;
  }

  private relax(problem: Problem, leg: Leg, label: number): void {
    const { graph, avoid, passable } = problem;
    const node = this.node.values[label]!;
    const hops = this.hops.values[label]! + 1;
    if (hops > leg.max) return;
    const own = this.cost.values[label]! + 1 + (node === leg.from ? 0 : halfCost(problem, node));
    problem.budget.left -= graph.offsets[node + 1]! - graph.offsets[node]!;
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const neighbour = graph.neighbours[at]!;
      const pair = graph.pairs[at]!;
      if (neighbour === leg.from || leg.bannedNodes.has(neighbour)) continue;
      if (avoid.has(neighbour) && neighbour !== problem.target) continue;
      if (node === leg.from && leg.bannedPairs.has(pair)) continue;
      if (passable !== null && !passable(pair)) continue;
      if (hops === leg.max && neighbour !== problem.target) continue;
      const day = arrival(problem, pair, this.day.values[label]!);
      if (day !== NO_END && !this.dominated(neighbour, hops, day)) {
        const passed = neighbour === problem.target ? 0 : halfCost(problem, neighbour);
        this.push(neighbour, own + passed, hops, day, label);
      }
    }
  }

  private push(node: number, cost: number, hops: number, day: number, parent: number): void {
    this.queue.push(cost + this.least[node]!, this.node.length);
    this.node.push(node);
    this.cost.push(cost);
    this.hops.push(hops);
    this.day.push(day);
    this.parent.push(parent);
  }

  /** Whether a label settled at the actor took no more steps and came no later. */
  private dominated(node: number, hops: number, day: number): boolean {
    const labels = this.settled.get(node) ?? [];
    return labels.some((at) => this.hops.values[at]! <= hops && this.day.values[at]! <= day);
  }

  private settle(label: number): boolean {
    const node = this.node.values[label]!;
    if (this.dominated(node, this.hops.values[label]!, this.day.values[label]!)) return false;
    const labels = this.settled.get(node);
    if (labels === undefined) this.settled.set(node, [label]);
    else labels.push(label);
    return true;
  }

  private trail(label: number): number[] {
    const nodes: number[] = [];
    for (let at = label; at >= 0; at = this.parent.values[at]!) nodes.push(this.node.values[at]!);
    return nodes.reverse();
  }
}
