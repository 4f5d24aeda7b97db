import { argumentError } from '../errors.ts';
import type { CypherDuration } from './types.ts';
import { SECONDS_PER_DAY, SECONDS_PER_MONTH } from './types.ts';

const BILLION = 1_000_000_000n;
const NANOS_PER_DAY = SECONDS_PER_DAY * BILLION;
const NANOS_PER_MONTH = SECONDS_PER_MONTH * BILLION;

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** A duration from whole months and days and any number of nanoseconds. */
export function durationOf(months: bigint, days: bigint, nanos: bigint): CypherDuration {
  const seconds = floorDiv(nanos, BILLION);
  for (const amount of [months, days, seconds]) {
    if (BigInt.asIntN(64, amount) !== amount) {
      throw argumentError('NumberOutOfRange', 'The duration is longer than 64 bits can hold.');
    }
  }
  return { kind: 'duration', months, days, seconds, nanos: Number(nanos - seconds * BILLION) };
}

/** Seconds and nanoseconds together. */
export function clockNanos(duration: CypherDuration): bigint {
  return duration.seconds * BILLION + BigInt(duration.nanos);
}

/**
 * Amounts that may be fractions: a fraction of a month becomes days and seconds by the average
 * month, a fraction of a day becomes seconds (openCypher CIP2015-08-06, date and time).
 */
export function durationFromParts(months: Amount, days: Amount, nanos: Amount): CypherDuration {
  const monthRest = months.fraction * Number(NANOS_PER_MONTH);
  const fromMonth = truncate(monthRest);
  const dayRest = truncate(days.fraction * Number(NANOS_PER_DAY));
  const spill = fromMonth / NANOS_PER_DAY;
  const rest = fromMonth % NANOS_PER_DAY;
  const clock = nanos.whole + truncate(nanos.fraction) + rest + dayRest;
  return durationOf(months.whole, days.whole + spill, clock);
}

/** Towards zero, after rounding away the noise of binary fractions below a thousandth. */
function truncate(value: number): bigint {
  return BigInt(Math.trunc(Math.round(value * 1000) / 1000));
}

/** A number as its whole part, exact, and the fraction that is left, of the same sign. */
export interface Amount {
  readonly whole: bigint;
  readonly fraction: number;
}

export const nothing: Amount = { whole: 0n, fraction: 0 };

export function amount(value: number | bigint): Amount {
  if (typeof value === 'bigint') return { whole: value, fraction: 0 };
  if (!Number.isFinite(value)) {
    throw argumentError('NumberOutOfRange', `A duration cannot be ${value} long.`);
  }
  const whole = Math.trunc(value);
  return { whole: BigInt(whole), fraction: value - whole };
}

/** `value` units of `size` each, added to `sum`. */
export function addUnits(sum: Amount, value: Amount, size: bigint): Amount {
  const scaled = value.fraction * Number(size);
  const carry = Math.trunc(Number(scaled.toFixed(6)));
  return {
    whole: sum.whole + value.whole * size + BigInt(carry),
    fraction: sum.fraction + (scaled - carry),
  };
}

export function addDurations(a: CypherDuration, b: CypherDuration, sign: 1n | -1n): CypherDuration {
  return durationOf(
    a.months + sign * b.months,
    a.days + sign * b.days,
    clockNanos(a) + sign * clockNanos(b),
  );
}

/** A duration times a number; fractions spill into smaller units. */
export function scaleDuration(duration: CypherDuration, factor: number): CypherDuration {
  if (Number.isInteger(factor)) {
    const times = BigInt(factor);
    return durationOf(duration.months * times, duration.days * times, clockNanos(duration) * times);
  }
  const scaled = (value: bigint) => amount(Number(value) * factor);
  return durationFromParts(
    scaled(duration.months),
    scaled(duration.days),
    scaled(clockNanos(duration)),
  );
}

export function divideDuration(duration: CypherDuration, divisor: number): CypherDuration {
  if (divisor === 0) throw argumentError('NumberOutOfRange', 'A duration was divided by zero.');
  const part = (value: bigint) => amount(Number(value) / divisor);
  return durationFromParts(part(duration.months), part(duration.days), part(clockNanos(duration)));
}

export function equalDurations(a: CypherDuration, b: CypherDuration): boolean {
  return (
    a.months === b.months && a.days === b.days && a.seconds === b.seconds && a.nanos === b.nanos
  );
}

/** Order for ORDER BY only: by average length, then by each amount, so that ties are equal. */
export function orderDurations(a: CypherDuration, b: CypherDuration): number {
  const length = (d: CypherDuration) =>
    d.months * NANOS_PER_MONTH + d.days * NANOS_PER_DAY + clockNanos(d);
  return (
    sign(length(a), length(b)) ||
    sign(a.months, b.months) ||
    sign(a.days, b.days) ||
    sign(clockNanos(a), clockNanos(b))
  );
}

function sign(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const NUMBER = '([-+]?\\d+(?:[.,]\\d+)?)';
const unitPattern = new RegExp(
  `^([-+]?)P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?` +
    `(?:T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
);
const datePattern =
  /^([-+]?)P(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:[.,]\d{1,9})?))?$/;

/** ISO 8601 durations, by units or in the date-like form; null where the text is neither. */
export function parseDuration(text: string): CypherDuration | null {
  if (text.length > 200 || text.endsWith('T') || /^[-+]?P$/.test(text)) return null;
  const units = unitPattern.exec(text);
  if (units) return fromUnits(units[1] === '-', units.slice(2));
  const date = datePattern.exec(text);
  if (!date) return null;
  const [, sign, years, months, days, hours, minutes, seconds] = date;
  return fromUnits(sign === '-', [years, months, '0', days, hours, minutes, seconds]);
}

const unitSizes: readonly (readonly ['months' | 'days' | 'nanos', bigint])[] = [
  ['months', 12n],
  ['months', 1n],
  ['days', 7n],
  ['days', 1n],
  ['nanos', 3600n * BILLION],
  ['nanos', 60n * BILLION],
  ['nanos', BILLION],
];

function fromUnits(negative: boolean, parts: readonly (string | undefined)[]): CypherDuration {
  const sums = { months: nothing, days: nothing, nanos: nothing };
  unitSizes.forEach(([field, size], index) => {
    const text = parts[index];
    if (text === undefined) return;
    sums[field] = addUnits(sums[field], decimal(text, negative), size);
  });
  return durationFromParts(sums.months, sums.days, sums.nanos);
}

function decimal(text: string, negative: boolean): Amount {
  const [whole = '0', fraction] = text.replace(',', '.').replace('+', '').split('.');
  const minus = negative !== whole.startsWith('-');
  const digits = BigInt(whole.replace('-', ''));
  const rest = fraction === undefined ? 0 : Number(`0.${fraction}`);
  return { whole: minus ? -digits : digits, fraction: minus ? 0 - rest : rest };
}
