import { Vector, int32, type Typed } from './columns.ts';

/** Steps of a label that another one has taken the place of. */
const DEAD = 255;

/** From which end labels are made. */
export type Side = 'from source' | 'to target';

/**
 * What it costs to get from one actor to others, or from them to it: labels of cost (of passing
 * the actor itself nothing), steps, and day of arrival where time matters (from the other end,
 * the last day to set out, negated, so that less is better). At one actor no label is worse than
 * another in all three (Desrosiers et al. 1984). Of two that are equal the one whose way comes
 * first in the order of ids is kept.
 *
 * Arrays are kept from search to search: labels of earlier ones lie below `base`.
 */
export class Labels {
  length = 0;
  node = new Int32Array(1024);
  /** Label that this one was reached from; -1 at the root. */
  parent = new Int32Array(1024);
  cost = new Float64Array(1024);
  hops = new Uint8Array(1024);
  day = new Int32Array(1024);
  /** Label made before this one at the same actor; -1 at the end. */
  next = new Int32Array(1024);
  /** By actor: its latest label, plus `base`. */
  protected readonly heads = new Vector(int32, 16);
  protected base = 1;
  protected readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  /** Forgets the labels before. @param nodes how many actors there are */
  protected forget(nodes: number): void {
    this.base += this.length;
    if (this.base > 2 ** 30) {
      this.base = 1;
      this.heads.values.fill(0);
    }
    this.length = 0;
    this.heads.extend(Math.max(0, nodes - this.heads.length));
  }

  /** The latest label at the actor; -1 when there is none. */
  first(node: number): number {
    return Math.max(this.heads.values[node]! - this.base, -1);
  }

  /** The cheapest label at the actor of so many steps and, added to the day, none after 0; or -1. */
  cheapest(node: number, hops: number, day: number): number {
    let best = -1;
    for (let at = this.first(node); at >= 0; at = this.next[at]!) {
      if (this.hops[at]! > hops || this.day[at]! + day > 0) continue;
      if (best < 0 || this.isCheaper(at, best)) best = at;
    }
    return best;
  }

  private isCheaper(a: number, b: number): boolean {
    const byCost = this.cost[a]! - this.cost[b]!;
    return byCost < 0 || (byCost === 0 && this.hops[a]! < this.hops[b]!);
  }

  isDead(label: number): boolean {
    return this.hops[label] === DEAD;
  }

  /** The actors from the label back to the root. */
  trail(label: number): number[] {
    const nodes: number[] = [];
    for (let at = label; at >= 0; at = this.parent[at]!) nodes.push(this.node[at]!);
    return nodes;
  }

  /** Adds a label unless one at the same actor is as good, and takes away those that are worse. */
  protected offer(
    rank: Int32Array,
    node: number,
    cost: number,
    hops: number,
    day: number,
    parent: number,
  ): boolean {
    const { next } = this;
    let later = -1;
    for (let at = this.first(node); at >= 0; at = next[at]!) {
      const [costThere, hopsThere, dayThere] = [this.cost[at]!, this.hops[at]!, this.day[at]!];
      if (costThere <= cost && hopsThere <= hops && dayThere <= day) {
        const isEqual = costThere === cost && hopsThere === hops && dayThere === day;
        if (isEqual && this.comesFirst(rank, parent, this.parent[at]!)) this.parent[at] = parent;
        return false;
      }
      if (cost <= costThere && hops <= hopsThere && day <= dayThere) {
        this.hops[at] = DEAD;
        if (later < 0) this.heads.values[node] = next[at]! < 0 ? 0 : next[at]! + this.base;
        else next[later] = next[at]!;
      } else later = at;
    }
    this.add(node, cost, hops, day, parent);
    return true;
  }

  /** Whether the way by one label comes before that by another of as many steps. */
  private comesFirst(rank: Int32Array, one: number, other: number): boolean {
    let [a, b] = [one, other];
    if (this.side === 'from source')
      while (this.parent[a] !== this.parent[b]) {
        a = this.parent[a]!;
        b = this.parent[b]!;
      }
    return rank[this.node[a]!]! < rank[this.node[b]!]!;
  }

  protected add(node: number, cost: number, hops: number, day: number, parent: number): void {
    const label = this.length;
    this.length += 1;
    this.node[label] = node;
    this.cost[label] = cost;
    this.hops[label] = hops;
    this.day[label] = day;
    this.parent[label] = parent;
    this.next[label] = this.first(node);
    this.heads.values[node] = label + this.base;
  }

  /** Makes room for so many labels more. */
  protected reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.node.length) return;
    const room = Math.max(needed, this.node.length * 2);
    this.node = copied(this.node, new Int32Array(room));
    this.parent = copied(this.parent, new Int32Array(room));
    this.cost = copied(this.cost, new Float64Array(room));
    this.hops = copied(this.hops, new Uint8Array(room));
    this.day = copied(this.day, new Int32Array(room));
    this.next = copied(this.next, new Int32Array(room));
  }
}

function copied<T extends Typed>(values: T, into: T): T {
  into.set(values);
  return into;
}
