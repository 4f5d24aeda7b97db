import { arithmeticError, typeError } from '../errors.ts';
import { addToInstant } from '../temporal/arithmetic.ts';
import { addDurations, divideDuration, scaleDuration } from '../temporal/duration.ts';
import { asDuration, asInstant } from '../temporal/fields.ts';
import { toStringValue } from '../functions/conversions.ts';
import type { Value } from '../value.ts';
import { describe, isList } from '../value.ts';

/** Throws ArithmeticError where the result leaves 64 bits. */
export function checkInteger(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw arithmeticError('IntegerOverflow', `${value} does not fit into 64 bits.`);
}

function mismatch(operator: string, a: Value, b: Value): Error {
  const message = `${describe(a)} ${operator} ${describe(b)} has no meaning.`;
  return typeError('InvalidArgumentType', message);
}

type Numeric = bigint | number;

function isNumber(value: Value): value is Numeric {
  return typeof value === 'bigint' || typeof value === 'number';
}

/** Numbers, strings, lists, temporal values and durations; null where either side is null. */
export function add(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkInteger(a + b);
  if (isNumber(a) && isNumber(b)) return Number(a) + Number(b);
  if (isList(a)) return isList(b) ? [...a, ...b] : [...a, b];
  if (isList(b)) return [a, ...b];
  if (typeof a === 'string' && isText(b)) return a + toStringValue(b);
  if (typeof b === 'string' && isText(a)) return toStringValue(a) + b;
  return addTemporal(a, b);
}

function isText(value: Value): boolean {
  return typeof value === 'string' || isNumber(value);
}

function addTemporal(a: Value, b: Value): Value {
  const [left, right] = [asDuration(a), asDuration(b)];
  if (left && right) return addDurations(left, right, 1n);
  const instant = left ? asInstant(b) : asInstant(a);
  const duration = left ?? right;
  if (instant && duration) return addToInstant(instant, duration, 1);
  throw mismatch('+', a, b);
}

export function subtract(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkInteger(a - b);
  if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
  const [left, right, instant] = [asDuration(a), asDuration(b), asInstant(a)];
  if (left && right) return addDurations(left, right, -1n);
  if (instant && right) return addToInstant(instant, right, -1);
  throw mismatch('-', a, b);
}

export function multiply(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkInteger(a * b);
  if (isNumber(a) && isNumber(b)) return Number(a) * Number(b);
  const [left, right] = [asDuration(a), asDuration(b)];
  if (left && isNumber(b)) return scaleDuration(left, Number(b));
  if (right && isNumber(a)) return scaleDuration(right, Number(a));
  throw mismatch('*', a, b);
}

/** INTEGER by INTEGER stays INTEGER, towards zero. */
export function divide(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (b === 0n) throw arithmeticError('DivisionByZero', 'An INTEGER was divided by zero.');
    return checkInteger(a / b);
  }
  if (isNumber(a) && isNumber(b)) return Number(a) / Number(b);
  const left = asDuration(a);
  if (left && isNumber(b)) return divideDuration(left, Number(b));
  throw mismatch('/', a, b);
}

export function remainder(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (b === 0n) throw arithmeticError('DivisionByZero', 'An INTEGER was divided by zero.');
    return a % b;
  }
  if (isNumber(a) && isNumber(b)) return Number(a) % Number(b);
  throw mismatch('%', a, b);
}

/** Always a FLOAT. */
export function power(a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return Number(a) ** Number(b);
  throw mismatch('^', a, b);
}

export function negate(a: Value): Value {
  if (a === null) return null;
  if (typeof a === 'bigint') return checkInteger(-a);
  if (typeof a === 'number') return -a;
  const duration = asDuration(a);
  if (duration) return scaleDuration(duration, -1);
  throw typeError('InvalidArgumentType', `${describe(a)} cannot be negated.`);
}
