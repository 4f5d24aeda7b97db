import { Column, float64, int32, uint8 } from './columns.ts';
import { MinHeap } from './heap.ts';

/**
 * Labels of one search: an actor, reached at some cost, in some number of steps, on some day (the
 * smaller the better; 0 where time is no matter). A label is dominated by one at the same actor
 * that is no worse in all three. Arrays are kept between searches; a stamp tells which entries are
 * of the current one.
 */
export class Labels {
  readonly queue = new MinHeap();
  readonly node = new Column(int32, 16);
  readonly cost = new Column(float64, 16);
  readonly hops = new Column(uint8, 16);
  readonly day = new Column(int32, 16);
  /** Label that this one was reached from; -1 at the start. */
  readonly parent = new Column(int32, 16);
  /** Label settled next at the same actor; -1 at the end. */
  readonly next = new Column(int32, 16);
  private stamp = 0;
  private readonly settledStamp = new Column(int32, 16);
  private readonly first = new Column(int32, 16);
  private readonly last = new Column(int32, 16);
  private readonly triedStamp = new Column(int32, 16);
  private readonly triedCost = new Column(float64, 16);
  private readonly triedHops = new Column(uint8, 16);
  private readonly triedDay = new Column(int32, 16);

  /** Forgets the search before. @param nodes how many actors there are */
  clear(nodes: number): void {
    this.stamp += 1;
    this.queue.clear();
    this.node.length = 0;
    const more = nodes - this.first.length;
    if (more <= 0) return;
    for (const column of [this.settledStamp, this.first, this.last, this.triedStamp])
      column.extend(more);
    for (const column of [this.triedCost, this.triedHops, this.triedDay]) column.extend(more);
  }

  /**
   * Adds a label to the queue unless the cheapest one tried at the same actor dominates it.
   *
   * @returns the label; -1 when it was not added
   */
  offer(
    key: number,
    node: number,
    cost: number,
    hops: number,
    day: number,
    parent: number,
  ): number {
    const known = this.triedStamp.values[node] === this.stamp;
    const [triedCost, triedHops, triedDay] = [this.triedCost, this.triedHops, this.triedDay];
    if (
      known &&
      triedCost.values[node]! <= cost &&
      triedHops.values[node]! <= hops &&
      triedDay.values[node]! <= day
    )
      return -1;
    if (!known || cost < triedCost.values[node]!) {
      this.triedStamp.values[node] = this.stamp;
      triedCost.values[node] = cost;
      triedHops.values[node] = hops;
      triedDay.values[node] = day;
    }
    const label = this.add(node, cost, hops, day, parent);
    this.queue.push(key, label);
    return label;
  }

  private add(node: number, cost: number, hops: number, day: number, parent: number): number {
    const at = this.node.length;
    if (at === this.node.values.length) for (const column of this.all()) column.extend(1);
    this.node.length = at + 1;
    this.node.values[at] = node;
    this.cost.values[at] = cost;
    this.hops.values[at] = hops;
    this.day.values[at] = day;
    this.parent.values[at] = parent;
    this.next.values[at] = -1;
    return at;
  }

  /** Columns of labels; they have the room and the length of `node`. */
  private all() {
    const { length } = this.node;
    const columns = [this.node, this.cost, this.hops, this.day, this.parent, this.next];
    for (const column of columns) column.length = length;
    return columns;
  }

  /** Whether a label was ever offered at the actor. */
  hasTried(node: number): boolean {
    return this.triedStamp.values[node] === this.stamp;
  }

  /** Keeps the label at its actor unless one kept there dominates it; whether it is kept. */
  settle(label: number): boolean {
    const node = this.node.values[label]!;
    if (this.isDominated(node, label)) return false;
    const begins = this.settledStamp.values[node] !== this.stamp;
    if (begins) this.first.values[node] = label;
    else this.next.values[this.last.values[node]!] = label;
    this.settledStamp.values[node] = this.stamp;
    this.last.values[node] = label;
    return true;
  }

  private isDominated(node: number, label: number): boolean {
    const [cost, hops] = [this.cost.values[label]!, this.hops.values[label]!];
    const day = this.day.values[label]!;
    for (let at = this.settledAt(node); at >= 0; at = this.next.values[at]!) {
      if (this.hops.values[at]! > hops || this.day.values[at]! > day) continue;
      if (this.cost.values[at]! <= cost) return true;
    }
    return false;
  }

  /** The label settled first at the actor; -1 when none. */
  settledAt(node: number): number {
    return this.settledStamp.values[node] === this.stamp ? this.first.values[node]! : -1;
  }

  /** The actors from the label back to the start. */
  trail(label: number): number[] {
    const nodes: number[] = [];
    for (let at = label; at >= 0; at = this.parent.values[at]!) nodes.push(this.node.values[at]!);
    return nodes;
  }
}
