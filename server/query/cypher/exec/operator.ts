import type { FunctionContext } from '../functions/signature.ts';
import type { PropertyGraph } from '../graph.ts';
import type { Value } from '../value.ts';

/** The values of all variables of one query part, each at its slot. */
export type Row = Value[];

/** What one run knows beside the rows. */
export interface Context extends FunctionContext {
  readonly graph: PropertyGraph;
  readonly parameters: ReadonlyMap<string, Value>;
}

export type Evaluate = (row: Row, context: Context) => Value;

/**
 * One step of a plan. `run` pulls rows lazily and keeps their order, so that OPTIONAL MATCH can
 * tell which of its rows found nothing; it never changes a row it was given.
 */
export interface Operator {
  readonly name: string;
  readonly details: string;
  /** Plans inside this one (OPTIONAL MATCH, UNION), for EXPLAIN. */
  readonly inner?: readonly Plan[];
  readonly run: (rows: Iterable<Row>, context: Context) => Iterable<Row>;
  /** What it gives for one row of nothing, in slots of its own only: a whole query may be that. */
  readonly alone?: {
    readonly slots: readonly number[];
    /** Values in the order of the slots. */
    readonly rows: (context: Context) => Iterable<readonly Value[]>;
  };
}

/** Operators in the order rows pass through them. */
export type Plan = readonly Operator[];

export function runPlan(plan: Plan, rows: Iterable<Row>, context: Context): Iterable<Row> {
  return plan.reduce<Iterable<Row>>((input, operator) => operator.run(input, context), rows);
}

/** A copy of a row with one more slot set. */
export function withSlot(row: Row, slot: number, value: Value): Row {
  const copy = row.slice();
  copy[slot] = value;
  return copy;
}

/** Hands out the slots of one query part; subqueries inside it draw from the same frame. */
export class Frame {
  private next = 0;

  get size(): number {
    return this.next;
  }

  slot(): number {
    this.next += 1;
    return this.next - 1;
  }

  emptyRow(): Row {
    return new Array<Value>(this.next).fill(null);
  }
}

/** Slots by variable name. */
export type Bindings = ReadonlyMap<string, number>;
