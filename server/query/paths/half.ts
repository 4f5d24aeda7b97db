import { Column, float64, int32, uint8 } from './columns.ts';
import { MinHeap } from './heap.ts';

/**
 * One direction of a search: labels (an actor, reached at some cost in some number of steps) in
 * order of cost. A label is dominated by one at the same actor that costs no more and took no more
 * steps. Arrays are kept between searches; a stamp tells which entries are of the current one.
 */
export class Half {
  readonly queue = new MinHeap();
  node = new Column(int32);
  cost = new Column(float64);
  hops = new Column(uint8);
  /** Label that this one was reached from; -1 at the start. */
  parent = new Column(int32);
  /** Next label settled at the same actor; -1 at the end. */
  next = new Column(int32);
  /** Edges looked at, by which the two directions are kept in balance. */
  work = 0;
  private stamp = 0;
  private readonly settledStamp: Int32Array;
  private readonly settledHead: Int32Array;
  private readonly triedStamp: Int32Array;
  private readonly triedCost: Float64Array;
  private readonly triedHops: Uint8Array;

  constructor(nodes: number) {
    this.settledStamp = new Int32Array(nodes);
    this.settledHead = new Int32Array(nodes);
    this.triedStamp = new Int32Array(nodes);
    this.triedCost = new Float64Array(nodes);
    this.triedHops = new Uint8Array(nodes);
  }

  start(node: number): void {
    this.stamp += 1;
    this.work = 0;
    this.queue.clear();
    for (const column of [this.node, this.cost, this.hops, this.parent, this.next])
      column.length = 0;
    this.offer(node, 0, 0, -1);
    this.settledStamp[node] = this.stamp;
    this.settledHead[node] = 0;
  }

  /** Adds a label unless one tried before at the same actor dominates it. */
  offer(node: number, cost: number, hops: number, parent: number): void {
    if (this.triedStamp[node] === this.stamp) {
      if (this.triedCost[node]! <= cost && this.triedHops[node]! <= hops) return;
    }
    const better = this.triedStamp[node] !== this.stamp || cost < this.triedCost[node]!;
    if (better) {
      this.triedStamp[node] = this.stamp;
      this.triedCost[node] = cost;
      this.triedHops[node] = hops;
    }
    this.queue.push(cost, this.node.length);
    this.node.push(node);
    this.cost.push(cost);
    this.hops.push(hops);
    this.parent.push(parent);
    this.next.push(-1);
  }

  /** The cheapest label that none settled before dominates; -1 when there is none left. */
  settle(): number {
    for (let label = this.queue.pop(); label >= 0; label = this.queue.pop()) {
      const node = this.node.values[label]!;
      const first = this.settledAt(node);
      if (label === 0) return label;
      if (first >= 0 && this.hops.values[first]! <= this.hops.values[label]!) continue;
      this.next.values[label] = first;
      this.settledStamp[node] = this.stamp;
      this.settledHead[node] = label;
      return label;
    }
    return -1;
  }

  /** The label settled last at the actor: of them all the one with fewest steps; -1 when none. */
  settledAt(node: number): number {
    return this.settledStamp[node] === this.stamp ? this.settledHead[node]! : -1;
  }

  /** The actors from the label back to the start. */
  trail(label: number): number[] {
    const nodes: number[] = [];
    for (let at = label; at >= 0; at = this.parent.values[at]!) nodes.push(this.node.values[at]!);
    return nodes;
  }
}
