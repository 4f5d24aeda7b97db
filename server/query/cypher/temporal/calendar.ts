import { argumentError } from '../errors.ts';
import type { EpochDay } from './types.ts';

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MAX_YEAR = 999_999_999;

export function floorMod(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/**
 * Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 * The month may lie outside 1-12, the day outside the month: both carry over.
 */
export function epochDay(year: number, month: number, day: number): EpochDay {
  const y = year + Math.floor((month - 1) / 12) - (floorMod(month - 1, 12) < 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shifted = floorMod(month - 3, 12);
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + dayOfYear - 719_468;
}

/** The inverse of `epochDay`, from the same source. */
export function civilDate(epoch: EpochDay): CivilDate {
  const z = epoch + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** A day that must exist; throws ArgumentError otherwise. */
export function validDay(year: number, month: number, day: number): EpochDay {
  if (Math.abs(year) > MAX_YEAR) throw outOfRange('year', year);
  if (month < 1 || month > 12) throw outOfRange('month', month);
  if (day < 1 || day > daysInMonth(year, month)) throw outOfRange('day', day);
  return epochDay(year, month, day);
}

export function outOfRange(field: string, value: number | bigint): Error {
  return argumentError('NumberOutOfRange', `There is no ${field} ${value} here.`);
}

const [FIRST_DAY, LAST_DAY] = [epochDay(-MAX_YEAR, 1, 1), epochDay(MAX_YEAR, 12, 31)];

/** The day, where it lies within the years that dates can hold; throws ArgumentError otherwise. */
export function heldDay(day: EpochDay): EpochDay {
  if (day >= FIRST_DAY && day <= LAST_DAY) return day;
  throw argumentError('NumberOutOfRange', 'The date lies outside the years that dates can hold.');
}

/** Adds months, keeping the day of the month or, where it is too long, taking the month's last. */
export function plusMonths(epoch: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilDate(epoch);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = floorMod(total, 12) + 1;
  if (Math.abs(newYear) > MAX_YEAR) throw outOfRange('year', newYear);
  return epochDay(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** ISO 8601 day of the week, Monday 1 to Sunday 7. */
export function dayOfWeek(epoch: EpochDay): number {
  return floorMod(epoch + 3, 7) + 1;
}

export function dayOfYear(epoch: EpochDay): number {
  return epoch - epochDay(civilDate(epoch).year, 1, 1) + 1;
}

/** The first day of the quarter (1-4) of a year. */
export function quarterStart(year: number, quarter: number): EpochDay {
  return epochDay(year, (quarter - 1) * 3 + 1, 1);
}

export function quarterOf(month: number): number {
  return Math.floor((month - 1) / 3) + 1;
}

/** ISO 8601 week: week 1 is the one that holds the year's first Thursday. */
export function isoWeek(epoch: EpochDay): { weekYear: number; week: number } {
  const thursday = epoch + 4 - dayOfWeek(epoch);
  const weekYear = civilDate(thursday).year;
  return { weekYear, week: Math.floor((thursday - epochDay(weekYear, 1, 1)) / 7) + 1 };
}

/** Monday of week 1 of an ISO week-based year. */
export function weekYearStart(weekYear: number): EpochDay {
  const fourth = epochDay(weekYear, 1, 4);
  return fourth - dayOfWeek(fourth) + 1;
}
