import { Buckets } from './buckets.ts';
import { Column, int32 } from './columns.ts';
import type { Problem } from './problem.ts';
import { arrival, departure } from './time.ts';
import { NO_END, NO_START } from './ties.ts';

/** Steps of a label that another one has taken the place of. */
const DEAD = 255;

export const NO_BANS: ReadonlySet<number> = new Set();

/** From which end a tree grows. */
export type Side = 'from source' | 'to target';

/** What need not be reached. */
export interface Roof {
  /** Whatever, with the least that is left to go, costs more. */
  readonly limit: number;
  /** The tree from the other end, which knows what is left. */
  readonly far: Tree;
  /** Whatever takes more steps. */
  readonly max: number;
  /** Whatever takes longer than to this day. */
  readonly latest: number;
  /** Whatever is reached from the root over one of these pairs. */
  readonly banned: ReadonlySet<number>;
}

/**
 * What it costs to get from one actor to others, or from them to it: labels of cost (of passing
 * the actor itself nothing), steps, and day of arrival where time matters (from the other end,
 * the last day to set out, negated, so that less is better). At one actor no label is worse than
 * another in all three (Desrosiers et al. 1984). Of two that are equal the one whose way comes
 * first in the order of ids is kept.
 *
 * Actors are gone on from in order of what it costs to *leave* them: a hub costs so much to pass
 * that its neighbours are hardly ever looked at; it is met in the middle, where others lead to it.
 *
 * Arrays are kept from search to search: labels of earlier ones lie below `base`.
 */
export class Tree {
  readonly buckets = new Buckets();
  length = 0;
  /** Edges looked at. */
  work = 0;
  /** The least that anything cost that was left out for costing more than the limit. */
  excess = Infinity;
  node = new Int32Array(1024);
  /** Label that this one was reached from; -1 at the root. */
  parent = new Int32Array(1024);
  cost = new Float64Array(1024);
  hops = new Uint8Array(1024);
  day = new Int32Array(1024);
  /** Label made before this one at the same actor; -1 at the end. */
  next = new Int32Array(1024);
  /** By actor: its latest label, plus `base`. */
  private readonly heads = new Column(int32, 16);
  private base = 1;
  private readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  /** Forgets the search before and begins at an actor, which costs nothing to leave. */
  begin({ graph, passing }: Problem, root: number, day: number): void {
    this.base += this.length;
    if (this.base > 2 ** 30) {
      this.base = 1;
      this.heads.values.fill(0);
    }
    this.length = 0;
    this.work = 0;
    this.excess = Infinity;
    this.buckets.clear();
    this.heads.extend(Math.max(0, graph.size - this.heads.length));
    this.reserve(1);
    this.add(root, passing === null ? 0 : -passing[root]!, 0, day, -1);
    this.buckets.push(0, 0, graph.degree(root));
  }

  /** Lets nobody reach the actor. */
  block(node: number): void {
    this.reserve(1);
    this.add(node, -Infinity, 0, NO_START, -1);
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

  /** What anybody without a label costs at the least. */
  get beyond(): number {
    return 1 + this.buckets.radius;
  }

  /** What reaching the actor costs at the least, no more than `beyond`. */
  least(node: number, beyond: number): number {
    let least = beyond;
    for (let at = this.first(node); at >= 0; at = this.next[at]!)
      if (this.cost[at]! < least) least = this.cost[at]!;
    return least;
  }

  /** Whether nothing that is still to come can be better than the label. */
  isFinal(label: number): boolean {
    return this.cost[label]! < this.beyond;
  }

  /** What a path that passes the label's actor costs up to the step away from it. */
  leaving({ passing }: Problem, label: number): number {
    return passing === null ? this.cost[label]! : this.cost[label]! + passing[this.node[label]!]!;
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

  /** Goes on from the label to every neighbour. New labels are those from the former length on. */
  expand(problem: Problem, label: number, { limit, far, max, latest, banned }: Roof): void {
    const { graph, mask, passing, passable, inTime } = problem;
    const node = this.node[label]!;
    const hops = this.hops[label]! + 1;
    const cost = this.leaving(problem, label) + 1;
    const begin = graph.around.start.values[node]!;
    const end = begin + graph.degree(node);
    this.work += end - begin;
    problem.budget.seen += end - begin;
    this.reserve(end - begin);
    const { neighbour, pair, kinds } = graph.around.cells;
    const [neighbours, pairs, kindsAt] = [neighbour.values, pair.values, kinds.values];
    const [heads, costs, steps] = [this.heads.values, this.cost, this.hops];
    const [base, degrees] = [this.base, graph.around.size.values];
    const beyond = far.beyond;
    for (let at = begin; at < end; at += 1) {
      if ((kindsAt[at]! & mask) === 0) continue;
      const other = neighbours[at]!;
      const known = heads[other]! - base;
      if (known >= 0 && !inTime && costs[known]! <= cost && steps[known]! < hops) continue;
      const leaving = passing === null ? cost : cost + passing[other]!;
      if (limit < Infinity && this.isOver(limit, leaving + far.least(other, beyond))) continue;
      if (passable !== null && !passable(pairs[at]!)) continue;
      if (label === 0 && banned.has(pairs[at]!)) continue;
      const day = inTime ? this.dayAfter(problem, pairs[at]!, this.day[label]!) : 0;
      if (day === NO_END || day > latest) continue;
      if (!this.offer(graph.rank.values, other, cost, hops, day, label)) continue;
      if (hops < max) this.buckets.push(leaving, this.length - 1, degrees[other]!);
    }
  }

  /** Whether it costs more than the limit; if so, takes note of how little. */
  isOver(limit: number, cost: number): boolean {
    if (cost <= limit) return false;
    if (cost < this.excess) this.excess = cost;
    return true;
  }

  /** The best day with one step more; NO_END when it cannot be taken any more. */
  private dayAfter(problem: Problem, pair: number, day: number): number {
    if (this.side === 'from source') return arrival(problem, pair, day);
    const last = departure(problem, pair, -day);
    return last === NO_START ? NO_END : -last;
  }

  /** Adds a label unless one at the same actor is as good, and takes away those that are worse. */
  private offer(
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

  private add(node: number, cost: number, hops: number, day: number, parent: number): void {
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
  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.node.length) return;
    const room = Math.max(needed, this.node.length * 2);
    const larger = <T extends Int32Array | Uint8Array | Float64Array>(values: T, room: T): T => {
      room.set(values);
      return room;
    };
    this.node = larger(this.node, new Int32Array(room));
    this.parent = larger(this.parent, new Int32Array(room));
    this.cost = larger(this.cost, new Float64Array(room));
    this.hops = larger(this.hops, new Uint8Array(room));
    this.day = larger(this.day, new Int32Array(room));
    this.next = larger(this.next, new Int32Array(room));
    this.buckets.reserve(room);
  }
}
