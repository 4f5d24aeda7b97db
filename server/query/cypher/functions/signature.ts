import type { StaticName } from '../semantics/types.ts';
import type { CypherDateTime } from '../temporal/types.ts';
import type { Value } from '../value.ts';

/** What a function may know of the run: its clocks and its source of randomness. */
export interface FunctionContext {
  /** The instant at which the statement began, in UTC: the same for every row. */
  now(): CypherDateTime;
  random(): number;
}

export interface CypherFunction {
  readonly name: string;
  /** Fewest and most arguments; the most may be Infinity. */
  readonly arity: readonly [number, number];
  /** Types each argument may have where they are known at compile time; ANY beyond the list. */
  readonly accepts: readonly (readonly StaticName[])[];
  readonly returns: StaticName;
  /** False where two calls with the same arguments may differ, as with rand(). */
  readonly deterministic: boolean;
  readonly apply: (args: readonly Value[], context: FunctionContext) => Value;
}

/** The aggregating functions, which the planner handles; here for names and arity. */
export const aggregates: ReadonlyMap<string, number> = new Map([
  ['count', 1],
  ['sum', 1],
  ['avg', 1],
  ['min', 1],
  ['max', 1],
  ['collect', 1],
  ['stdev', 1],
  ['stdevp', 1],
  ['percentilecont', 2],
  ['percentiledisc', 2],
]);

export function isAggregate(name: string): boolean {
  return aggregates.has(name.toLowerCase());
}
