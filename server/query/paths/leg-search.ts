import { Guide } from './guide.ts';
import { compareWays, FREE, type Leg, type LegResult } from './leg.ts';
import type { Problem } from './problem.ts';
import { arrivalAlong } from './time.ts';
import { NO_END } from './ties.ts';
import { Tree } from './tree.ts';

/**
 * Actors whose way as the guide knows it is barred, after which a search gets a guide of its own:
 * where much is barred, what the common guide says is too little to go by.
 */
const MOST_BARRED = 32;
/** Edges looked at after which it does as soon as any way is barred: there may be none left. */
const MOST_WORK = 100_000;

/**
 * The cheapest leg within its bounds on steps and days; of those that cost the same one of fewest
 * steps, of those the first in the order of ids. Dijkstra's search from both ends (Pohl 1971): one
 * tree from the source, and the guide's to the target, which take turns by edges looked at, so that
 * later searches to the same target find one half done. A leg is found where the two meet, at an
 * actor that both have reached but neither need have gone on from. No other can be as cheap once
 * the steps between what one tree and what the other will go on from cost more.
 *
 * Where the guide's way is barred, the search goes on from there by itself.
 */
export class LegSearch {
  private readonly tree = new Tree('from source');
  private readonly own = new Guide();
  private guide = this.own;
  private leg: Leg = { from: -1, max: 0, ...FREE };
  /** Labels where the cheapest legs known so far meet: of the tree, then of the guide. */
  private readonly meetings: number[] = [];
  private best = Infinity;
  private first: readonly number[] = [];
  private work = 0;
  private barred = 0;
  /** Labels from which the guide's way is barred and the search has yet to go on. */
  private readonly pending = new Set<number>();

  find(problem: Problem, guide: Guide, leg: Leg): LegResult {
    this.leg = leg;
    this.run(problem, guide);
    if (this.isBaffled(problem)) {
      const { bannedNodes, from } = leg;
      const closed = new Set([...problem.closed, ...bannedNodes, from]);
      this.own.begin({ ...problem, closed }, guide.target);
      this.run(problem, this.own);
    }
    const own = this.guide === this.own ? this.own.tree.excess : Infinity;
    return { nodes: this.chosen(problem), least: Math.min(this.tree.excess, own) };
  }

  /** Forgets how much earlier searches have looked at: a new request begins. */
  rest(): void {
    this.work = 0;
  }

  /** Whether the guide says too little of what the leg may not do. */
  private isBaffled({ graph }: Problem): boolean {
    if (this.guide === this.own || this.barred === 0) return false;
    return this.barred > MOST_BARRED || this.tree.work > graph.degree(this.leg.from) + MOST_WORK;
  }

  private run(problem: Problem, guide: Guide): void {
    this.guide = guide;
    this.begin(problem, guide.target);
    while (!this.isBaffled(problem) && !problem.budget.spent) {
      const [here, there] = [this.tree.buckets, guide.tree.buckets];
      const isMet = here.radius + guide.tree.beyond > this.limit || there.radius === Infinity;
      if (here.radius === Infinity || this.tree.isOver(this.limit, here.radius + 1)) break;
      if (isMet && this.pending.size === 0) {
        this.tree.isOver(this.limit, here.radius + guide.tree.beyond);
        break;
      }
      const isGuidesTurn =
        guide.tree.work + there.nextWork <= this.work + this.tree.work + here.nextWork;
      if (isMet || !isGuidesTurn) this.advance(problem);
      else this.growGuide(problem);
    }
    this.work += this.tree.work;
  }

  private begin(problem: Problem, target: number): void {
    const { leg, tree } = this;
    this.meetings.length = 0;
    this.best = Infinity;
    this.barred = 0;
    this.pending.clear();
    tree.begin(problem, leg.from, problem.inTime ? leg.release : 0);
    for (const nodes of [problem.closed, leg.bannedNodes])
      for (const node of nodes)
        if (node !== target && node !== leg.from && node >= 0) tree.block(node);
    this.meetAt(problem, 0);
  }

  /** What a leg may cost to be of use. */
  private get limit(): number {
    return Math.min(this.best, this.leg.bound);
  }

  /** Goes on from the labels of the tree's first bucket. */
  private advance(problem: Problem): void {
    const { tree, guide, leg } = this;
    const radius = tree.buckets.radius;
    const latest = Math.min(leg.deadline, problem.window.last);
    const rest = { far: guide.tree, max: leg.max, latest, banned: leg.bannedPairs };
    for (let label = tree.buckets.take(radius); label >= 0; label = tree.buckets.take(radius)) {
      if (problem.budget.spent) return;
      this.pending.delete(label);
      if (!this.isWorthwhile(problem, label)) continue;
      const made = tree.length;
      tree.expand(problem, label, { ...rest, limit: this.limit });
      for (let at = made; at < tree.length; at += 1) this.meetAt(problem, at);
    }
  }

  /** Whether a leg that is as good as the best may go on from the label in another way than the guide's. */
  private isWorthwhile(problem: Problem, label: number): boolean {
    const { tree, guide } = this;
    if (tree.isDead(label) || this.isDecided(label)) return false;
    const leaving = tree.leaving(problem, label);
    const tail = this.tailOf(label);
    const isKnown = tail >= 0 && guide.tree.isFinal(tail);
    const least = leaving + (isKnown ? guide.tree.cost[tail]! : guide.tree.beyond);
    if (tree.isOver(this.limit, least) || (isKnown && !this.isBarred(problem, label, tail)))
      return false;
    return least < this.best || problem.passing !== null || this.comesFirst(problem, label);
  }

  /** Whether one step only is left, of which the guide knows all as soon as it has begun. */
  private isDecided(label: number): boolean {
    return this.tree.hops[label]! + 1 >= this.leg.max && this.guide.tree.length > 1;
  }

  /** Lets the guide grow for its turn. */
  private growGuide(problem: Problem): void {
    const { tree, guide, leg } = this;
    const made = guide.tree.length;
    const isOwn = leg.alone || guide === this.own;
    guide.grow(isOwn ? this.limit : Infinity, tree);
    for (let tail = made; tail < guide.tree.length; tail += 1) {
      const node = guide.tree.node[tail]!;
      for (let at = tree.first(node); at >= 0; at = tree.next[at]!) this.meet(problem, at, tail);
    }
  }

  private tailOf(label: number): number {
    const { tree, guide, leg } = this;
    const left = leg.max - tree.hops[label]!;
    return guide.tree.cheapest(tree.node[label]!, left, tree.day[label]!);
  }

  private meetAt(problem: Problem, label: number): void {
    const tail = this.tailOf(label);
    if (tail >= 0) this.meet(problem, label, tail);
  }

  /** Takes note of the leg that the two labels make, unless it is barred or too dear. */
  private meet(problem: Problem, label: number, tail: number): void {
    const { tree, guide, leg } = this;
    const cost = tree.leaving(problem, label) + guide.tree.cost[tail]!;
    // A label of an actor that is blocked costs nothing at all.
    if (cost === -Infinity || tree.isOver(this.limit, cost)) return;
    if (tree.hops[label]! + guide.tree.hops[tail]! > leg.max) return;
    if (tree.day[label]! + guide.tree.day[tail]! > 0) return;
    if (this.isBarred(problem, label, tail)) {
      this.barred += 1;
      this.pending.add(label);
    } else if (cost < this.best || problem.passing !== null || this.comesFirst(problem, label))
      this.keep(problem, label, tail, cost);
  }

  private keep({ graph }: Problem, label: number, tail: number, cost: number): void {
    const nodes = this.nodesOf(label, tail);
    const isSimple = nodes.every((node, at) => nodes.indexOf(node) === at);
    // A way that passes an actor twice is dearer than the one without what lies between.
    if (!isSimple) return;
    if (cost < this.best) this.meetings.length = 0;
    if (cost < this.best || compareWays(graph.rank.values, nodes, this.first) < 0)
      this.first = nodes;
    this.best = cost;
    this.meetings.push(label, tail);
  }

  /** Of the best legs the first one, by steps and then by ids. */
  private chosen({ graph }: Problem): number[] | null {
    let chosen: number[] | null = null;
    for (let at = 0; at < this.meetings.length; at += 2) {
      const nodes = this.nodesOf(this.meetings[at]!, this.meetings[at + 1]!);
      if (chosen === null || compareWays(graph.rank.values, nodes, chosen) < 0) chosen = nodes;
    }
    return chosen;
  }

  /**
   * Whether the way to the label is no later, in the order of ids, than the beginning of the best
   * leg known: without hubs discounted thousands of ways may cost the same, and their labels are
   * made in this order.
   */
  private comesFirst({ graph }: Problem, label: number): boolean {
    const { node, parent, hops } = this.tree;
    const rank = graph.rank.values;
    let order = 0;
    let place = hops[label]!;
    for (let at = label; at >= 0; at = parent[at]!, place -= 1)
      if (node[at] !== this.first[place]) order = rank[node[at]!]! - rank[this.first[place]!]!;
    return order <= 0;
  }

  private nodesOf(label: number, tail: number): number[] {
    return [...this.tree.trail(label).reverse(), ...this.guide.tree.trail(tail).slice(1)];
  }

  /** Whether the guide's way leads where the leg may not, or ends too late for it. */
  private isBarred(problem: Problem, label: number, tail: number): boolean {
    const { leg, guide } = this;
    if (leg.deadline !== NO_END) {
      const arrives = arrivalAlong(problem, this.nodesOf(label, tail), leg.release);
      if (arrives > leg.deadline) return true;
    }
    if (leg.bannedNodes.size === 0 && leg.bannedPairs.size === 0) return false;
    const { node, parent } = guide.tree;
    const next = parent[tail]!;
    if (label === 0 && leg.bannedPairs.has(problem.graph.pairOf(leg.from, node[next]!)))
      return true;
    for (let at = next; at >= 0; at = parent[at]!)
      if (node[at] === leg.from || leg.bannedNodes.has(node[at]!)) return true;
    return false;
  }
}
