import { Guide } from './guide.ts';
import { Labels } from './labels.ts';
import { passingCost, type Problem } from './problem.ts';
import { arrival, arrivalAlong } from './time.ts';
import { NO_END, NO_START } from './ties.ts';

/** A search from one actor to the target of a guide; the rest is in the problem. */
export interface Leg {
  readonly from: number;
  /** Most steps. */
  readonly max: number;
  /** Actors that may not be passed. */
  readonly bannedNodes: ReadonlySet<number>;
  /** Steps not to be taken from `from`. */
  readonly bannedPairs: ReadonlySet<number>;
  /** Days since 1970-01-01 between which it runs, where time matters. */
  readonly release: number;
  readonly deadline: number;
  /** Only a leg that costs less than this is looked for. */
  readonly bound: number;
  /** Whether no other search of the request goes by the same guide. */
  readonly alone: boolean;
  /** Told of every leg found on the way that costs less; returns what is the bound from then on. */
  readonly note: ((nodes: readonly number[], cost: number) => number) | null;
}

export const NO_BANS: ReadonlySet<number> = new Set();

export const FREE = {
  bannedNodes: NO_BANS,
  bannedPairs: NO_BANS,
  release: NO_START,
  deadline: NO_END,
  bound: Infinity,
  alone: false,
  note: null,
} as const;

/** The label of the search that a leg has come to, and that of the guide which goes on from there. */
interface Ending {
  readonly cost: number;
  readonly label: number;
  readonly tail: number;
}

const NONE: Ending = { cost: Infinity, label: -1, tail: -1 };

/**
 * Actors whose way as the guide knows it is barred, after which a search gets a guide of its own:
 * where much is barred, what the common guide says is too little to go by.
 */
const MOST_BARRED = 32;

/**
 * The guide's radius is read in steps, so that keys in the queue need not be mended at each step
 * of its growing. At most the least cost of a step, which keeps bounds consistent.
 */
const RADIUS_STEP = 0.5;

/**
 * The cheapest leg within its bounds on steps and days: label setting (Desrosiers et al. 1984) by
 * least cost so far and still to come (A*; Hart, Nilsson and Raphael 1968). Whoever the guide has
 * reached costs what it says, everybody else at least its radius; search and guide take turns by
 * edges looked at, so that together they work like a search from both ends (Pohl 1971), of which
 * later searches to the same target find one half done. Where the guide's own way is free, the leg
 * is finished by it (as Feng 2014 does for k shortest paths).
 */
export class LegSearch {
  private readonly labels = new Labels();
  private readonly own = new Guide();
  private guide = this.own;
  private leg: Leg = { from: -1, max: 0, ...FREE };
  private best = NONE;
  private bound = Infinity;
  private work = 0;
  private barred = 0;

  /** The actors from `leg.from` to the target; null when there is no way or none cheap enough. */
  find(problem: Problem, guide: Guide, leg: Leg): number[] | null {
    this.leg = leg;
    this.bound = leg.bound;
    this.run(problem, guide, MOST_BARRED);
    if (this.barred > MOST_BARRED) {
      const { bannedNodes, from } = leg;
      const closed = new Set([...problem.closed, ...bannedNodes, from]);
      this.own.begin({ ...problem, closed }, guide.target);
      this.run(problem, this.own, Infinity);
    }
    return this.best.tail < 0 ? null : this.nodesOf(this.best);
  }

  /** Forgets how much earlier searches have looked at: a new request begins. */
  rest(): void {
    this.work = 0;
  }

  private run(problem: Problem, guide: Guide, mostBarred: number): void {
    const { labels, leg } = this;
    this.guide = guide;
    this.best = NONE;
    this.barred = 0;
    labels.clear(problem.graph.size);
    // The guide counts half of what passing the beginning costs; nobody passes it.
    const cost = -passingCost(problem, leg.from) / 2;
    labels.offer(cost, leg.from, cost, 0, problem.inTime ? leg.release : 0, -1);
    while (labels.queue.topKey < this.most && this.barred <= mostBarred) {
      if (problem.budget.spent) return;
      this.advance(problem);
    }
  }

  /** What a leg must cost less than to be of use. */
  private get most(): number {
    return Math.min(this.best.cost, this.bound);
  }

  private advance(problem: Problem): void {
    const { labels } = this;
    const label = labels.queue.top;
    const node = labels.node.values[label]!;
    const tail = this.tailAt(node, labels.hops.values[label]!, labels.day.values[label]!);
    const key = labels.cost.values[label]! + this.leastFrom(tail);
    if (key > labels.queue.topKey) {
      labels.queue.pop();
      if (key < this.most) labels.queue.push(key, label);
    } else if (tail < 0 && this.isGuidesTurn(problem, node)) {
      this.growGuide(problem, label, node);
    } else {
      labels.queue.pop();
      if (!labels.settle(label)) return;
      const parent = labels.parent.values[label]!;
      const isFirst = label === 0 && this.leg.bannedPairs.size > 0;
      if (tail >= 0 && !isFirst && this.end(problem, parent, tail, key)) return;
      if (tail >= 0 && label > 0) this.barred += 1;
      this.relax(problem, label, node);
    }
  }

  /**
   * Actors without a label here are at least as far as the cheapest label that waits, which is
   * the least key less the guide's radius: what costs the guide more than what is left to the
   * best leg known cannot better it.
   */
  private guideLimit(): number {
    if (!this.leg.alone && this.guide !== this.own) return Infinity;
    return this.most - (this.labels.queue.topKey - this.guide.radius);
  }

  private isGuidesTurn({ graph }: Problem, node: number): boolean {
    return this.guide.work + this.guide.nextWork <= this.work + graph.degree(node);
  }

  /** Lets the guide grow for its turn, or until it says more of the label. */
  private growGuide(problem: Problem, label: number, node: number): void {
    const { labels, guide } = this;
    const [hops, day] = [labels.hops.values[label]!, labels.day.values[label]!];
    const least = this.leastFrom(-1);
    do guide.grow(this.guideLimit(), labels);
    while (
      this.isGuidesTurn(problem, node) &&
      this.leastFrom(-1) === least &&
      this.tailAt(node, hops, day) < 0 &&
      !problem.budget.spent
    );
  }

  private tailAt(node: number, hops: number, day: number): number {
    return this.guide.labelAt(node, this.leg.max - hops, day);
  }

  private leastFrom(tail: number): number {
    if (tail >= 0) return this.guide.labels.cost.values[tail]!;
    return Math.floor(this.guide.radius / RADIUS_STEP) * RADIUS_STEP;
  }

  private relax(problem: Problem, label: number, node: number): void {
    const { graph, budget } = problem;
    const hops = this.labels.hops.values[label]! + 1;
    if (hops > this.leg.max) return;
    const own = this.labels.cost.values[label]! + 1 + passingCost(problem, node) / 2;
    const { neighbour, pair } = graph.around.cells;
    const begin = graph.around.start.values[node]!;
    const end = begin + graph.degree(node);
    this.work += end - begin;
    budget.seen += end - begin;
    for (let at = begin; at < end; at += 1)
      this.step(problem, label, neighbour.values[at]!, pair.values[at]!, own, hops);
  }

  /** Goes on from the label to a neighbour, at `own` cost but for what passing it costs. */
  private step(
    problem: Problem,
    label: number,
    neighbour: number,
    pair: number,
    own: number,
    hops: number,
  ): void {
    const { leg, guide } = this;
    const isTarget = neighbour === guide.target;
    const cost = isTarget ? own : own + passingCost(problem, neighbour) / 2;
    if (cost >= this.bound) return;
    const { passable, closed } = problem;
    if (!isTarget && (closed.has(neighbour) || leg.bannedNodes.has(neighbour))) return;
    if (label === 0 && leg.bannedPairs.has(pair)) return;
    if (passable !== null && !passable(pair)) return;
    const day = problem.inTime ? arrival(problem, pair, this.labels.day.values[label]!) : 0;
    if (day === NO_END || day > leg.deadline) return;
    const tail = this.tailAt(neighbour, hops, day);
    const key = cost + this.leastFrom(tail);
    if (key >= this.bound) return;
    if (tail >= 0 && this.end(problem, label, tail, key)) return;
    if (key < this.most) this.labels.offer(key, neighbour, cost, hops, day, label);
  }

  /**
   * Ends the leg by going on from the label as the guide does, when nobody on that way is banned;
   * whether that is so.
   */
  private end(problem: Problem, label: number, tail: number, cost: number): boolean {
    if (!this.isFree(label, tail)) return false;
    const { leg } = this;
    if (problem.inTime && leg.deadline !== NO_END) {
      const nodes = this.nodesOf({ cost, label, tail });
      if (arrivalAlong(problem, nodes, leg.release) > leg.deadline) return false;
    }
    if (cost < this.best.cost) this.best = { cost, label, tail };
    if (leg.note !== null) this.bound = leg.note(this.nodesOf({ cost, label, tail }), cost);
    return true;
  }

  private nodesOf({ label, tail }: Ending): number[] {
    return [...this.labels.trail(label).reverse(), ...this.guide.labels.trail(tail)];
  }

  /** Whether nobody whom the guide goes by is banned or passed already. */
  private isFree(label: number, tail: number): boolean {
    const { node, parent } = this.guide.labels;
    for (let at = tail; at >= 0; at = parent.values[at]!) {
      const passed = node.values[at]!;
      if (this.leg.bannedNodes.has(passed) || this.isOn(label, passed)) return false;
    }
    return true;
  }

  private isOn(label: number, passed: number): boolean {
    const { node, parent } = this.labels;
    for (let at = label; at >= 0; at = parent.values[at]!)
      if (node.values[at] === passed) return true;
    return false;
  }
}
