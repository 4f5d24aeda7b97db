import { FREE, type Leg, type LegResult } from './leg.ts';
import { passingCost, type Problem } from './problem.ts';
import { arrivalAlong } from './time.ts';
import { NO_END } from './ties.ts';

/** Finds the cheapest leg to an actor. */
export type LegFinder = (to: number, leg: Leg) => LegResult;

/** A way through actors in one order: what each leg may not do, and the cheapest that does not. */
interface Plan {
  readonly stops: readonly number[];
  readonly rules: readonly Leg[];
  readonly legs: readonly (readonly number[])[];
  /** Of all legs and of the stops passed; no way by these rules costs less. */
  readonly cost: number;
}

/** One way in which a plan can do without its fault: another rule for one of its legs. */
interface Mend {
  readonly leg: number;
  readonly rule: Partial<Leg>;
}

/**
 * The cheapest simple path through actors. Each leg of an order is searched for by itself, which
 * bounds the cost from below; where two legs pass one actor, are too long together, or the first
 * ends too late for the second, the plan is parted into those in which one or the other gives way
 * (as conflict-based search does with agents; Sharon et al. 2015). Of the cheapest plan without a
 * fault nothing can be cheaper. Each part forbids what the plan did, so that it comes to an end.
 */
export class ThroughSearch {
  private readonly problem: Problem;
  private readonly start: Leg;
  private readonly find: LegFinder;
  /** The least that any of the plans costs that were too dear. */
  private excess = Infinity;

  constructor(problem: Problem, start: Leg, find: LegFinder) {
    this.problem = problem;
    this.start = start;
    this.find = find;
  }

  /** @param through actors to be passed, in any order */
  run(through: readonly number[]): LegResult {
    const { start, problem } = this;
    const plans = ordersOf(through)
      .map((order) => this.firstPlan([start.from, ...order, problem.target]))
      .filter((plan) => plan !== null);
    for (let plan = takeCheapest(plans); plan !== null; plan = takeCheapest(plans)) {
      if (problem.budget.spent) break;
      const mends = mendsOf(problem, plan, start.max);
      if (mends === null) return { nodes: joined(plan.legs), least: plan.cost };
      for (const mend of mends) {
        const mended = this.mended(plan, mend);
        if (mended !== null) plans.push(mended);
      }
    }
    return { nodes: null, least: this.excess };
  }

  private firstPlan(stops: readonly number[]): Plan | null {
    const { problem, start } = this;
    const max = start.max - (stops.length - 2);
    if (max < 1) return null;
    const later = new Set([...start.bannedNodes, start.from]);
    const rules = stops
      .slice(0, -1)
      .map((from, at): Leg =>
        at === 0 ? { ...start, max } : { ...FREE, from, max, bannedNodes: later },
      );
    let cost = stops.slice(1, -1).reduce((sum, node) => sum + passingCost(problem, node), 0);
    const legs: (readonly number[])[] = [];
    for (const [at, rule] of rules.entries()) {
      const leg = this.leg(stops[at + 1]!, rule, cost);
      if (leg === null) return null;
      legs.push(leg);
      cost += legCost(problem, leg);
    }
    return { stops, rules, legs, cost };
  }

  /** @param others what the rest of the plan costs at the least */
  private leg(to: number, rule: Leg, others: number): readonly number[] | null {
    const { nodes, least } = this.find(to, { ...rule, bound: this.start.bound - others });
    if (nodes === null) this.excess = Math.min(this.excess, others + least);
    return nodes;
  }

  private mended(plan: Plan, { leg, rule }: Mend): Plan | null {
    const others = plan.cost - legCost(this.problem, plan.legs[leg]!);
    const changed = { ...plan.rules[leg]!, ...rule };
    const found = this.leg(plan.stops[leg + 1]!, changed, others);
    if (found === null) return null;
    return {
      stops: plan.stops,
      rules: plan.rules.with(leg, changed),
      legs: plan.legs.with(leg, found),
      cost: others + legCost(this.problem, found),
    };
  }
}

/** Every order of the actors; there are at most 3. */
function ordersOf(nodes: readonly number[]): number[][] {
  if (nodes.length === 0) return [[]];
  return nodes.flatMap((node) =>
    ordersOf(nodes.filter((other) => other !== node)).map((rest) => [node, ...rest]),
  );
}

function legCost(problem: Problem, leg: readonly number[]): number {
  const passed = leg.slice(1, -1).map((node) => passingCost(problem, node));
  return passed.reduce((sum, cost) => sum + cost, leg.length - 1);
}

/** Ways out of the plan's fault, of which every path by its rules takes one; null without fault. */
function mendsOf(problem: Problem, plan: Plan, max: number): Mend[] | null {
  return mendsOfMeeting(plan) ?? mendsOfLength(plan, max) ?? mendsOfDelay(problem, plan);
}

/** Two legs pass one actor: one of them must not. */
function mendsOfMeeting({ legs, rules }: Plan): Mend[] | null {
  const passedBy = new Map<number, number>();
  for (const [leg, nodes] of legs.entries()) {
    for (const node of nodes.slice(1, -1)) {
      const other = passedBy.get(node);
      if (other !== undefined)
        return [other, leg].map((at) => ({
          leg: at,
          rule: { bannedNodes: new Set([...rules[at]!.bannedNodes, node]) },
        }));
      passedBy.set(node, leg);
    }
  }
  return null;
}

/** Together they are too long: one of them must be shorter. */
function mendsOfLength({ legs }: Plan, max: number): Mend[] | null {
  const steps = legs.reduce((sum, { length }) => sum + length - 1, 0);
  if (steps <= max) return null;
  return legs.map(({ length }, leg) => ({ leg, rule: { max: length - 2 } }));
}

/**
 * A leg cannot be taken any more when those before it have been: at the first stop that is reached
 * later than the next leg may begin, they must arrive before that day, or it begin no earlier.
 */
function mendsOfDelay(problem: Problem, { legs, rules }: Plan): Mend[] | null {
  if (!problem.inTime) return null;
  let day = rules[0]!.release;
  let late: Mend[] | null = null;
  for (const [leg, nodes] of legs.entries()) {
    if (late === null && day > rules[leg]!.release)
      late = [
        { leg: leg - 1, rule: { deadline: day - 1 } },
        { leg, rule: { release: day } },
      ];
    day = arrivalAlong(problem, nodes, Math.max(day, rules[leg]!.release));
    if (day === NO_END || day > rules[leg]!.deadline) return late;
  }
  return null;
}

function takeCheapest(plans: Plan[]): Plan | null {
  let best = 0;
  for (let at = 1; at < plans.length; at += 1) if (plans[at]!.cost < plans[best]!.cost) best = at;
  return plans.splice(best, 1)[0] ?? null;
}

function joined(legs: readonly (readonly number[])[]): number[] {
  return [legs[0]![0]!, ...legs.flatMap((leg) => leg.slice(1))];
}
