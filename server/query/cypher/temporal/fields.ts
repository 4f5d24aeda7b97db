import { argumentError } from '../errors.ts';
import type { Value, ValueMap } from '../value.ts';
import { describe, isTagged } from '../value.ts';
import { civilDate, dayOfWeek, dayOfYear, isoWeek, outOfRange, quarterOf } from './calendar.ts';
import { quarterStart, validDay } from './calendar.ts';
import { validOrdinal, validQuarter, validWeek } from './parse.ts';
import type { CypherDuration, CypherInstant, EpochDay, NanoOfDay } from './types.ts';
import { isTemporal, NANOS_PER_SECOND } from './types.ts';

export const dayFields = [
  'year',
  'month',
  'day',
  'week',
  'dayOfWeek',
  'quarter',
  'dayOfQuarter',
  'ordinalDay',
] as const;

export const clockFields = [
  'hour',
  'minute',
  'second',
  'millisecond',
  'microsecond',
  'nanosecond',
] as const;

/** An INTEGER field as a number, null where it is absent. */
export function integerField(fields: ValueMap, name: string): number | null {
  const value = fields.get(name) ?? null;
  if (value === null) return null;
  if (typeof value !== 'bigint') {
    throw argumentError(
      'InvalidArgumentType',
      `${name} must be an INTEGER, not ${describe(value)}.`,
    );
  }
  return Number(value);
}

/** Throws ArgumentError for a key that the constructor does not know. */
export function checkFields(fields: ValueMap, allowed: readonly string[], what: string): void {
  for (const name of fields.keys()) {
    if (!allowed.includes(name)) {
      throw argumentError('InvalidArgumentValue', `A ${what} has no field '${name}'.`);
    }
  }
}

export function asInstant(value: Value): CypherInstant | null {
  return isTagged(value) && isTemporal(value) && value.kind !== 'duration' ? value : null;
}

export function asDuration(value: Value): CypherDuration | null {
  return isTagged(value) && value.kind === 'duration' ? value : null;
}

/** The day the fields name, taking what they leave out from `base` or from the start of a unit. */
export function buildDay(fields: ValueMap, base: EpochDay | null): EpochDay {
  const get = (name: (typeof dayFields)[number]) => integerField(fields, name);
  if (get('week') !== null || get('dayOfWeek') !== null) return weekDay(get, base);
  if (get('quarter') !== null || get('dayOfQuarter') !== null) return quarterDay(get, base);
  const ordinal = get('ordinalDay');
  if (ordinal !== null) return validOrdinal(yearField(get, base), ordinal);
  return calendarDay(get, base);
}

type Getter = (name: (typeof dayFields)[number]) => number | null;

function required(value: number | null, name: string): number {
  if (value !== null) return value;
  throw argumentError('InvalidArgumentValue', `The field '${name}' must be given.`);
}

function yearField(get: Getter, base: EpochDay | null): number {
  return get('year') ?? (base === null ? required(null, 'year') : civilDate(base).year);
}

function weekDay(get: Getter, base: EpochDay | null): EpochDay {
  const from = base === null ? null : isoWeek(base);
  const year = required(get('year') ?? from?.weekYear ?? null, 'year');
  const week = required(get('week') ?? from?.week ?? null, 'week');
  return validWeek(year, week, get('dayOfWeek') ?? (base === null ? 1 : dayOfWeek(base)));
}

function quarterDay(get: Getter, base: EpochDay | null): EpochDay {
  const quarter = get('quarter') ?? (base === null ? null : quarterOf(civilDate(base).month));
  const day = get('dayOfQuarter') ?? (base === null ? 1 : dayOfQuarter(base));
  return validQuarter(yearField(get, base), required(quarter, 'quarter'), day);
}

function dayOfQuarter(day: EpochDay): number {
  const { year, month } = civilDate(day);
  return day - quarterStart(year, quarterOf(month)) + 1;
}

function calendarDay(get: Getter, base: EpochDay | null): EpochDay {
  const from = base === null ? null : civilDate(base);
  const month = get('month') ?? from?.month ?? null;
  if (month === null && get('day') !== null) required(null, 'month');
  return validDay(yearField(get, base), month ?? 1, get('day') ?? from?.day ?? 1);
}

/** The clock time the fields name; `base` fills the larger units they leave out. */
export function buildClock(fields: ValueMap, base: NanoOfDay | null): NanoOfDay {
  const given = clockFields.map((name) => integerField(fields, name));
  const [hour = null, minute = null, second = null, milli = null, micro = null, nano = null] =
    given;
  if (base === null) requireLarger(given);
  const whole = Math.floor((base ?? 0) / NANOS_PER_SECOND);
  const seconds =
    inRange('hour', hour ?? Math.floor(whole / 3600), 24) * 3600 +
    inRange('minute', minute ?? Math.floor(whole / 60) % 60, 60) * 60 +
    inRange('second', second ?? whole % 60, 60);
  const fraction =
    milli === null && micro === null && nano === null
      ? (base ?? 0) % NANOS_PER_SECOND
      : subSecond(milli, micro, nano);
  return seconds * NANOS_PER_SECOND + fraction;
}

/** A smaller unit makes no sense without the larger ones: minute without hour, say. */
function requireLarger(given: readonly (number | null)[]): void {
  const finest = Math.min(
    given.findLastIndex((value) => value !== null),
    3,
  );
  for (let i = 0; i < finest; i += 1) required(given[i] ?? null, clockFields[i] ?? '');
}

function inRange(name: string, value: number, limit: number): number {
  if (value < 0 || value >= limit) throw outOfRange(name, value);
  return value;
}

/** Each unit fills what the next larger leaves: with milliseconds, nanoseconds stay below 10^6. */
function subSecond(milli: number | null, micro: number | null, nano: number | null): number {
  const microLimit = milli === null ? 1e6 : 1e3;
  const nanoLimit = micro !== null ? 1e3 : milli !== null ? 1e6 : 1e9;
  return (
    inRange('millisecond', milli ?? 0, 1e3) * 1e6 +
    inRange('microsecond', micro ?? 0, microLimit) * 1e3 +
    inRange('nanosecond', nano ?? 0, nanoLimit)
  );
}

/** The parts of a day as its property names give them; null for a name it has not. */
export function dayPart(day: EpochDay, name: string): number | null {
  const { year, month, day: dayOfMonth } = civilDate(day);
  switch (name) {
    case 'year':
      return year;
    case 'quarter':
      return quarterOf(month);
    case 'month':
      return month;
    case 'week':
      return isoWeek(day).week;
    case 'weekYear':
      return isoWeek(day).weekYear;
    case 'day':
      return dayOfMonth;
    case 'ordinalDay':
      return dayOfYear(day);
    case 'weekDay':
    case 'dayOfWeek':
      return dayOfWeek(day);
    case 'dayOfQuarter':
      return dayOfQuarter(day);
    default:
      return null;
  }
}
