import { z } from 'zod';

/**
 * Dates at the source's own precision, as EDTF level 1 strings (Library of Congress EDTF, now
 * ISO 8601-2:2019 annex A). The subset that records use:
 *
 * - `2022-12-07`, `2022-12`, `2022`: day, month, year
 * - `2022-12-07T09:30:00Z`: an instant, read at day precision
 * - a trailing `~` (approximate), `?` (uncertain) or `%` (both)
 * - `202X`, `20XX`, `2022-XX`, `2022-12-XX`: unspecified digits
 * - `2022-21` .. `2022-24`: spring, summer, autumn, winter (northern hemisphere)
 * - `A/B`: an interval; either side may be `..` (open) or empty (unknown)
 */

/** The days that a date can mean. ISO days, inclusive; null is open or unknown on that side. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

const SEASON_START: Readonly<Record<string, string>> = { 21: '03', 22: '06', 23: '09', 24: '12' };

const PLAIN =
  /^(?<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?<month>\d{2}|XX)(?:-(?<day>\d{2}|XX))?)?(?<time>T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?(?<qualifier>[~?%])?$/;

/** Longest interval string is two qualified instants and a slash; anything longer is no date. */
const MAX_LENGTH = 60;

/** Days in a month, Gregorian. @param month 1..12 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function monthRange(year: string, first: string, months: number): DayRange {
  const last = new Date(Date.UTC(Number(year), Number(first) - 1 + months, 0));
  return { from: `${year}-${first}-01`, to: last.toISOString().slice(0, 10) };
}

function plainRange(text: string): DayRange | null {
  const groups = PLAIN.exec(text)?.groups;
  if (!groups) return null;
  const { year = '', month, day, time } = groups;
  if (time !== undefined && (day === undefined || day === 'XX' || !validTime(time))) return null;
  if (year.includes('X')) {
    if (month !== undefined) return null;
    return { from: `${year.replaceAll('X', '0')}-01-01`, to: `${year.replaceAll('X', '9')}-12-31` };
  }
  if (month === undefined || month === 'XX') {
    if (day !== undefined && day !== 'XX') return null;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const seasonStart = SEASON_START[month];
  if (seasonStart !== undefined) return day === undefined ? monthRange(year, seasonStart, 3) : null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined || day === 'XX') return monthRange(year, month, 1);
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return null;
  const iso = `${year}-${month}-${day}`;
  return { from: iso, to: iso };
}

function validTime(time: string): boolean {
  const [hours, minutes, seconds = '00'] = time.slice(1).split(/[:Z+-]/, 3);
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds || 0) < 61;
}

function sideRange(side: string): DayRange | null {
  return side === '' || side === '..' ? { from: null, to: null } : plainRange(side);
}

/** The days that an EDTF string can mean; null when the string is not in the subset above. */
export function dayRange(edtf: string): DayRange | null {
  if (edtf.length > MAX_LENGTH) return null;
  const parts = edtf.split('/');
  if (parts.length === 1) return plainRange(edtf);
  if (parts.length !== 2) return null;
  const [left, right] = parts.map((part) => sideRange(part));
  if (!left || !right || (left.from === null && right.to === null)) return null;
  if (left.from !== null && right.to !== null && left.from > right.to) return null;
  return { from: left.from, to: right.to };
}

/** Whether the string says that it is approximate or uncertain (`~`, `?` or `%` on any part). */
export function isApproximate(edtf: string): boolean {
  return /[~?%]/.test(edtf);
}

/** Whether two ranges share a day; an open side reaches without end. */
export function overlaps(a: DayRange, b: DayRange): boolean {
  const startsBeforeEnd = (x: string | null, y: string | null) =>
    x === null || y === null || x <= y;
  return startsBeforeEnd(a.from, b.to) && startsBeforeEnd(b.from, a.to);
}

/** An EDTF level 1 string of the subset above. Null elsewhere in the schema means: not known. */
export const Edtf = z.string().refine((text) => dayRange(text) !== null, {
  error: 'an EDTF date such as 2022-12-07, 2022-12, 2022~ or 2022-09-26/2022-09-27',
});
export type Edtf = z.infer<typeof Edtf>;
