import { typeError } from '../errors.ts';
import { formatTemporal } from '../temporal/format.ts';
import { isTemporal } from '../temporal/types.ts';
import type { Value } from '../value.ts';
import { describe, formatFloat, isTagged } from '../value.ts';
import type { Apply } from './define.ts';
import { define } from './define.ts';
import type { CypherFunction } from './signature.ts';
import type { StaticName } from '../semantics/types.ts';

function invalid(name: string, value: Value): Error {
  return typeError('InvalidArgumentValue', `${name}() cannot take ${describe(value)}.`);
}

export function toStringValue(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return formatFloat(value);
  if (isTagged(value) && isTemporal(value)) return formatTemporal(value);
  throw invalid('toString', value);
}

function toBoolean(value: Value): Value {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') throw invalid('toBoolean', value);
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

const numeral = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?\s*$/;
const integral = /^\s*[-+]?\d+\s*$/;

function toFloat(value: Value): Value {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') throw invalid('toFloat', value);
  return value.length < 400 && numeral.test(value) ? Number(value) : null;
}

function toInteger(value: Value): Value {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return truncated(value);
  if (typeof value !== 'string') throw invalid('toInteger', value);
  if (value.length < 400 && integral.test(value))
    return within64(BigInt(value.trim().replace('+', '')));
  const float = toFloat(value);
  return typeof float === 'number' ? truncated(float) : null;
}

function truncated(value: number): Value {
  return Number.isFinite(value) ? within64(BigInt(Math.trunc(value))) : null;
}

function within64(value: bigint): Value {
  return BigInt.asIntN(64, value) === value ? value : null;
}

/** The function itself, and a twin that gives null where the value has the wrong type. */
function conversion(name: string, returns: StaticName, convert: (v: Value) => Value) {
  const apply: Apply = ([v = null]) => convert(v);
  const lenient: Apply = ([v = null]) => {
    try {
      return convert(v);
    } catch {
      return null;
    }
  };
  return [define(name, apply, { returns }), define(`${name}OrNull`, lenient, { returns })];
}

export const conversionFunctions: readonly CypherFunction[] = [
  ...conversion('toString', 'STRING', toStringValue),
  ...conversion('toBoolean', 'BOOLEAN', toBoolean),
  ...conversion('toFloat', 'FLOAT', toFloat),
  ...conversion('toInteger', 'INTEGER', toInteger),
];
