import { Buckets } from './buckets.ts';
import { Labels } from './labels.ts';
import type { Problem } from './problem.ts';
import { arrival, departure } from './time.ts';
import { NO_END, NO_START } from './ties.ts';

export const NO_BANS: ReadonlySet<number> = new Set();

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
 * Labels that grow from one actor. Actors are gone on from in order of what it costs to *leave*
 * them: a hub costs so much to pass that its neighbours are hardly ever looked at; it is met in the
 * middle, where others lead to it.
 */
export class Tree extends Labels {
  readonly buckets = new Buckets();
  /** Edges looked at. */
  work = 0;
  /** The least that anything cost that was left out for costing more than the limit. */
  excess = Infinity;

  /** Forgets the search before and begins at an actor, which costs nothing to leave. */
  begin({ graph, passing }: Problem, root: number, day: number): void {
    this.forget(graph.size);
    this.work = 0;
    this.excess = Infinity;
    this.buckets.clear();
    this.reserve(1);
    this.add(root, passing === null ? 0 : -passing[root]!, 0, day, -1);
    this.buckets.push(0, 0, graph.degree(root));
  }

  /** Lets nobody reach the actor. */
  block(node: number): void {
    this.reserve(1);
    this.add(node, -Infinity, 0, NO_START, -1);
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
    this.buckets.reserve(this.node.length);
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
}
