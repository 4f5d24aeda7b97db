import { daysInMonth } from '../../../graph-data/schema/index.ts';

/** Days since 1970-01-01, Gregorian, no time zone. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

export function dayNumber(iso: string): DayNumber {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

export function isoDay(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 Monday to 6 Sunday (ISO 8601 order). 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A month counted from year 0: 12 * year + month - 1. */
export type MonthNumber = number;

export function monthNumber(year: number, month: number): MonthNumber {
  return 12 * year + month - 1;
}

export function isoMonth(month: MonthNumber): string {
  return `${isoYear(Math.floor(month / 12))}-${pad(month - 12 * Math.floor(month / 12) + 1)}`;
}

export function isoYear(year: number): string {
  return String(year).padStart(4, '0');
}

/** `2022-02-24`, or null when the calendar has no such day or year. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 0 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${isoYear(year)}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');

/** 1..12 from an English month's name or abbreviation; 0 when it is none. */
export function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** 0 Monday .. 6 Sunday from an English weekday's name or abbreviation; -1 when it is none. */
export function weekdayNamed(word: string): number {
  return WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());
}
