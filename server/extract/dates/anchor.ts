import { dayRange, isApproximate } from '../../../graph-data/schema/index.ts';
import { dayNumber, isoDay, isoMonth, isoYear, monthNumber, type MonthNumber } from './calendar.ts';

/**
 * What relative expressions count from: the publication date as far as it is known. A date known
 * to the month fixes "last month" and makes "on Tuesday" that month, about.
 */
export interface Anchor {
  /** Days since 1970; null when only the month or the year is known. */
  readonly day: number | null;
  readonly month: MonthNumber | null;
  readonly year: number;
  /** The date itself is marked approximate or uncertain; so is everything counted from it. */
  readonly approximate: boolean;
}

/** Longest publication "date" that still fixes a month or a year, in days. */
const MONTH_DAYS = 31;
const YEAR_DAYS = 366;

/** The anchor that a publication date gives; null for no date or one that spans over a year. */
export function anchorOf(published: string | null): Anchor | null {
  const range = published === null ? null : dayRange(published);
  if (published === null || !range?.from || !range.to) return null;
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
  const days = to - from + 1;
  if (days > YEAR_DAYS) return null;
  const year = Number(range.to.slice(0, 4));
  const month = monthNumber(year, Number(range.to.slice(5, 7)));
  const approximate = isApproximate(published);
  if (days === 1) return { day: to, month, year, approximate };
  return { day: null, month: days <= MONTH_DAYS ? month : null, year, approximate: true };
}

/** A day near the anchor at the anchor's own precision: a day, or the month or year it lies in. */
export function dayFrom(anchor: Anchor, day: number): string {
  return anchor.approximate ? `${isoDay(day)}~` : isoDay(day);
}

/** The anchor itself, at its own precision, marked approximate when it is not a known day. */
export function about(anchor: Anchor): string {
  if (anchor.day !== null) return dayFrom(anchor, anchor.day);
  return `${anchor.month === null ? isoYear(anchor.year) : isoMonth(anchor.month)}~`;
}

/** A month counted from the anchor; approximate when the anchor is. */
export function monthFrom(anchor: Anchor, months: number): string {
  if (anchor.month === null) return `${isoYear(anchor.year)}~`;
  return isoMonth(anchor.month + months) + (anchor.approximate && anchor.day === null ? '~' : '');
}
