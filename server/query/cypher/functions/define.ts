import { typeError } from '../errors.ts';
import type { StaticName } from '../semantics/types.ts';
import type { Value } from '../value.ts';
import { describe } from '../value.ts';
import type { CypherFunction, FunctionContext } from './signature.ts';

export type Apply = (args: readonly Value[], context: FunctionContext) => Value;

interface Options {
  /** Defaults to the number of `accepts`, or to 1. */
  readonly arity?: number | readonly [number, number];
  readonly accepts?: readonly (readonly StaticName[])[];
  readonly returns?: StaticName;
  readonly deterministic?: boolean;
  /** Whether a null argument may be looked at; otherwise it makes the result null. */
  readonly nulls?: boolean;
}

/** Describes a function; unless `nulls` is set it gives null wherever an argument is null. */
export function define(name: string, apply: Apply, options: Options = {}): CypherFunction {
  const { accepts = [], returns = 'ANY', deterministic = true, nulls = false } = options;
  const arity = options.arity ?? Math.max(accepts.length, 1);
  return {
    name,
    arity: typeof arity === 'number' ? [arity, arity] : arity,
    accepts,
    returns,
    deterministic,
    apply: nulls ? apply : strict(apply),
  };
}

function strict(apply: Apply): Apply {
  return (args, context) => (args.includes(null) ? null : apply(args, context));
}

export function refuse(name: string, value: Value): Error {
  return typeError('InvalidArgumentType', `${name}() cannot take ${describe(value)}.`);
}

export function stringArgument(name: string, value: Value): string {
  if (typeof value === 'string') return value;
  throw refuse(name, value);
}

export function integerArgument(name: string, value: Value): bigint {
  if (typeof value === 'bigint') return value;
  throw refuse(name, value);
}

export function numberArgument(name: string, value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw refuse(name, value);
}
