import { argumentError } from '../errors.ts';
import { equals } from '../values/equality.ts';
import type { Value, ValueList } from '../value.ts';
import { describe, isList, isMap } from '../value.ts';
import { define, refuse } from './define.ts';
import type { CypherFunction } from './signature.ts';

/** Longest list that range() makes, so that one call cannot fill the memory. */
const MAX_RANGE = 5_000_000n;

function list(name: string, value: Value): ValueList {
  if (isList(value)) return value;
  throw refuse(name, value);
}

function rangeBound(value: Value): bigint {
  if (typeof value === 'bigint') return value;
  throw argumentError('InvalidArgumentType', `range() takes INTEGERs, not ${describe(value)}.`);
}

function range([first = null, last = null, by = 1n]: readonly Value[]): Value {
  const [start, end, step] = [rangeBound(first), rangeBound(last), rangeBound(by)];
  if (step === 0n) throw argumentError('NumberOutOfRange', 'The step of range() cannot be 0.');
  const count = (end - start) / step + 1n;
  if (step > 0n ? start > end : start < end) return [];
  if (count > MAX_RANGE) {
    throw argumentError('NumberOutOfRange', `range() makes at most ${MAX_RANGE} numbers.`);
  }
  return Array.from({ length: Number(count) }, (_, i) => start + BigInt(i) * step);
}

function reverse(value: Value): Value {
  if (typeof value === 'string') return [...value].reverse().join('');
  return [...list('reverse', value)].reverse();
}

function isEmpty(value: Value): Value {
  if (isMap(value)) return value.size === 0;
  return typeof value === 'string' ? value === '' : list('isEmpty', value).length === 0;
}

export const listFunctions: readonly CypherFunction[] = [
  define('coalesce', (args) => args.find((value) => value !== null) ?? null, {
    arity: [1, Infinity],
    nulls: true,
  }),
  define('nullIf', ([a = null, b = null]) => (equals(a, b) === true ? null : a), {
    arity: 2,
    nulls: true,
  }),
  define('head', ([v = null]) => list('head', v)[0] ?? null),
  define('last', ([v = null]) => list('last', v).at(-1) ?? null),
  define('tail', ([v = null]) => list('tail', v).slice(1), { returns: 'LIST' }),
  define('range', range, { arity: [2, 3], returns: 'LIST' }),
  define('reverse', ([v = null]) => reverse(v)),
  define('isEmpty', ([v = null]) => isEmpty(v), { returns: 'BOOLEAN' }),
];
