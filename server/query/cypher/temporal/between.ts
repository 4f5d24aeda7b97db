import { typeError } from '../errors.ts';
import type { Value } from '../value.ts';
import { describe } from '../value.ts';
import { civilDate, plusMonths } from './calendar.ts';
import type { Zone } from './construct.ts';
import { clockOf, dayOf, inZone, toZone, zoneOfInstant } from './construct.ts';
import { durationOf } from './duration.ts';
import { asInstant } from './fields.ts';
import type {
  CypherDateTime,
  CypherDuration,
  CypherInstant,
  EpochDay,
  NanoOfDay,
} from './types.ts';
import { NANOS_PER_SECOND } from './types.ts';

interface Local {
  readonly day: EpochDay;
  readonly nanos: NanoOfDay;
}

interface Span {
  readonly from: CypherDateTime;
  readonly to: CypherDateTime;
  /** Whether months and days mean anything: both ends have a date. */
  readonly dated: boolean;
}

export type BetweenUnit = 'any' | 'months' | 'days' | 'seconds';

/** `duration.between(a, b)` and, for one unit only, `inMonths`, `inDays`, `inSeconds`. */
export function between(unit: BetweenUnit, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  const [from, to] = [asInstant(a), asInstant(b)];
  if (!from || !to) {
    throw typeError(
      'InvalidArgumentType',
      `No duration lies between ${describe(a)} and ${describe(b)}.`,
    );
  }
  return spanDuration(unit, align(from, to));
}

/**
 * Puts both ends on one footing: an end without a date takes the other's, an end without a time is
 * midnight, an end without a zone takes the other's, and of two zones the first counts.
 */
function align(from: CypherInstant, to: CypherInstant): Span {
  const [fromZone, toZoneOf] = [zoneOfInstant(from), zoneOfInstant(to)];
  const zone: Zone = fromZone ?? toZoneOf ?? { offset: 0, name: null };
  const place = (value: CypherInstant, other: CypherInstant, own: Zone | null) =>
    inZone(dayOf(value) ?? dayOf(other) ?? 0, clockOf(value) ?? 0, own ?? zone);
  return {
    from: place(from, to, fromZone),
    to: toZone(place(to, from, toZoneOf), zone),
    dated: dayOf(from) !== null && dayOf(to) !== null,
  };
}

function spanDuration(unit: BetweenUnit, { from, to, dated }: Span): CypherDuration {
  if (unit === 'seconds' || (unit === 'any' && !dated)) {
    return durationOf(0n, 0n, instantNanos(to) - instantNanos(from));
  }
  if (!dated) return durationOf(0n, 0n, 0n);
  const months = unit === 'days' ? 0 : monthsUntil(from, to);
  if (unit === 'months') return durationOf(BigInt(months), 0n, 0n);
  const moved = { day: plusMonths(from.day, months), nanos: from.nanos };
  const days = wholeDaysUntil(moved, to) - moved.day;
  if (unit === 'days') return durationOf(0n, BigInt(days), 0n);
  const start = inZone(moved.day + days, from.nanos, zoneOfInstant(from) as Zone);
  return durationOf(BigInt(months), BigInt(days), instantNanos(to) - instantNanos(start));
}

function instantNanos(value: CypherDateTime): bigint {
  const seconds = BigInt(value.day) * 86_400n - BigInt(value.offset);
  return seconds * BigInt(NANOS_PER_SECOND) + BigInt(value.nanos);
}

/** The end's day, one nearer where the clock has not yet come round. */
function wholeDaysUntil(from: Local, to: Local): EpochDay {
  if (to.day > from.day && to.nanos < from.nanos) return to.day - 1;
  if (to.day < from.day && to.nanos > from.nanos) return to.day + 1;
  return to.day;
}

/** Whole months, towards zero, as java.time's LocalDateTime.until counts them. */
function monthsUntil(from: Local, to: Local): number {
  const packed = (day: EpochDay) => {
    const { year, month, day: dayOfMonth } = civilDate(day);
    return (year * 12 + month - 1) * 32 + dayOfMonth;
  };
  const months = (packed(wholeDaysUntil(from, to)) - packed(from.day)) / 32;
  return Math.trunc(months) + 0;
}
