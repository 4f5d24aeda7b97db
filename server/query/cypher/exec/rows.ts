import { CypherError } from '../errors.ts';
import type { Position } from '../errors.ts';
import type { Procedure } from '../procedures.ts';
import type { Value } from '../value.ts';
import { describe, isList } from '../value.ts';
import { equivalenceKeys } from '../values/equality.ts';
import { order } from '../values/order.ts';
import type { Context, Evaluate, Operator, Plan, Row } from './operator.ts';
import { runPlan, withSlot } from './operator.ts';

/** Keeps the rows of which the predicate is true; null is not. */
export function filter(details: string, predicate: Evaluate): Operator {
  return {
    name: 'Filter',
    details,
    *run(rows, context) {
      for (const row of rows) if (predicate(row, context) === true) yield row;
    },
  };
}

export interface Assignment {
  readonly slot: number;
  readonly evaluate: Evaluate;
}

/** Sets the slots of projected columns beside what the row holds already. */
export function project(details: string, items: readonly Assignment[]): Operator {
  return {
    name: 'Projection',
    details,
    *run(rows, context) {
      for (const row of rows) {
        const copy = row.slice();
        for (const { slot, evaluate } of items) copy[slot] = evaluate(row, context);
        yield copy;
      }
    },
  };
}

export function unwind(details: string, slot: number, list: Evaluate): Operator {
  return {
    name: 'Unwind',
    details,
    *run(rows, context) {
      for (const row of rows) {
        const value = list(row, context);
        if (value === null) continue;
        const items = isList(value) ? value : [value];
        for (const item of items) yield withSlot(row, slot, item);
      }
    },
  };
}

export function distinct(details: string, slots: readonly number[]): Operator {
  return {
    name: 'Distinct',
    details,
    *run(rows) {
      const seen = new Set<string>();
      for (const row of rows) {
        const key = equivalenceKeys(slots.map((slot) => row[slot] ?? null));
        if (seen.has(key)) continue;
        seen.add(key);
        yield row;
      }
    },
  };
}

export interface SortKey {
  readonly slot: number;
  readonly descending: boolean;
}

/** Evaluates a row count of SKIP or LIMIT; SyntaxError at runtime where it is no such number. */
export function rowCount(evaluate: Evaluate, name: string, at: Position) {
  return (context: Context): number => {
    const value = evaluate([], context);
    if (typeof value === 'bigint' && value >= 0n) return Number(value);
    const negative = typeof value === 'bigint';
    const detail = negative ? 'NegativeIntegerArgument' : 'InvalidArgumentType';
    const message = `${name} takes an INTEGER of at least 0, not ${describe(value)}.`;
    throw new CypherError('SyntaxError', 'runtime', detail, message, at);
  };
}

type RowCount = (context: Context) => number;

/** Rows beyond this are sorted whole rather than by keeping the best of what was seen. */
const TOP_LIMIT = 10_000;

/** Stable sort. With `top` (SKIP plus LIMIT) no more than about twice as many rows are held. */
export function sort(details: string, keys: readonly SortKey[], top: RowCount | null): Operator {
  const compareRows = (a: Row, b: Row): number => {
    for (const { slot, descending } of keys) {
      const difference = order(a[slot] ?? null, b[slot] ?? null);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  };
  return {
    name: top ? 'Top' : 'Sort',
    details,
    *run(rows, context) {
      const limit = top ? top(context) : Infinity;
      const bounded = limit <= TOP_LIMIT;
      let kept: Row[] = [];
      for (const row of rows) {
        kept.push(row);
        if (bounded && kept.length >= 2 * limit + 1000) {
          kept = kept.sort(compareRows).slice(0, limit);
        }
      }
      yield* kept.sort(compareRows);
    },
  };
}

export function skip(details: string, size: RowCount): Operator {
  return {
    name: 'Skip',
    details,
    *run(rows, context) {
      let left = size(context);
      for (const row of rows) {
        if (left > 0) left -= 1;
        else yield row;
      }
    },
  };
}

export function limit(details: string, size: RowCount): Operator {
  return {
    name: 'Limit',
    details,
    *run(rows, context) {
      let left = size(context);
      if (left === 0) return;
      for (const row of rows) {
        yield row;
        left -= 1;
        if (left === 0) return;
      }
    },
  };
}

export interface UnionPart {
  readonly plan: Plan;
  /** Gives the rows this part starts from: its own, or the outer row of a subquery. */
  readonly start: (row: Row) => Row;
  /** Slots of the columns, in the order of the first part's columns. */
  readonly columns: readonly number[];
}

/** Each part after the other; the columns land in `slots`. */
export function union(parts: readonly UnionPart[], slots: readonly number[]): Operator {
  return {
    name: 'Union',
    details: '',
    inner: parts.map(({ plan }) => plan),
    *run(rows, context) {
      for (const row of rows) {
        for (const { plan, start, columns } of parts) {
          for (const found of runPlan(plan, [start(row)], context)) {
            const result = row.slice();
            slots.forEach((slot, i) => {
              result[slot] = found[columns[i] ?? -1] ?? null;
            });
            yield result;
          }
        }
      }
    },
  };
}

export interface CallStep {
  readonly procedure: Procedure;
  readonly args: readonly Evaluate[];
  /** Index of the output and slot of the variable, for each column yielded. */
  readonly yields: readonly { readonly output: number; readonly slot: number }[];
  /** Whether the call is the whole query: a procedure without outputs then answers no rows. */
  readonly standalone: boolean;
}

export function callProcedure(step: CallStep): Operator {
  const { procedure, args, yields, standalone } = step;
  return {
    name: 'ProcedureCall',
    details: procedure.name,
    *run(rows, context) {
      for (const row of rows) {
        const values = args.map((arg, i) => coerce(arg(row, context), procedure, i));
        const results = procedure.call(values, context.graph);
        if (procedure.outputs.length === 0) {
          if (!standalone) yield row;
          continue;
        }
        for (const result of results) {
          const copy = row.slice();
          for (const { output, slot } of yields) copy[slot] = result[output] ?? null;
          yield copy;
        }
      }
    },
  };
}

/** An INTEGER becomes a FLOAT where the procedure wants one. */
function coerce(value: Value, procedure: Procedure, index: number): Value {
  const wanted = procedure.inputs[index]?.type;
  return wanted === 'FLOAT' && typeof value === 'bigint' ? Number(value) : value;
}
