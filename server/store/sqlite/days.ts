import { dayRange } from '../../../graph-data/schema/index.ts';

/** Sides of a dated range that are open. */
export const FIRST_DAY = 0;
export const LAST_DAY = 99_999_999;
/** Sort keys of undated records, after every day in either direction. */
const UNDATED_ASC = LAST_DAY + 1;
const UNDATED_DESC = 1;

/** A date as columns: the days it can mean, and its place in either order. */
export interface DayColumns {
  readonly from: number | null;
  readonly to: number | null;
  readonly asc: number;
  readonly desc: number;
}

const UNDATED: DayColumns = { from: null, to: null, asc: UNDATED_ASC, desc: UNDATED_DESC };

/** 2022-12-07 -> 20221207. */
export function dayNumber(iso: string): number {
  return Number(iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10));
}

/** 20221207 -> 2022-12-07; null for an open side and for no date. */
export function isoDay(day: number | null): string | null {
  if (day === null || day === FIRST_DAY || day === LAST_DAY) return null;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** @param edtf null or a valid date (the schema has seen to it) */
export function dayColumns(edtf: string | null): DayColumns {
  const range = edtf === null ? null : dayRange(edtf);
  if (!range) return UNDATED;
  const from = range.from === null ? FIRST_DAY : dayNumber(range.from);
  const to = range.to === null ? LAST_DAY : dayNumber(range.to);
  const first = range.from === null ? to : from;
  return { from, to, asc: first, desc: -first };
}
