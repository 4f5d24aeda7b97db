import { dayRange } from '../../../graph-data/schema/index.ts';
import { about, dayFrom, monthFrom, type Anchor } from './anchor.ts';
import {
  dayNumber,
  isoDate,
  isoDay,
  isoMonth,
  isoYear,
  monthNumber,
  monthOf,
  weekdayNamed,
  weekdayOf,
} from './calendar.ts';

/** What an expression is resolved against. */
export interface Context {
  readonly anchor: Anchor | null;
  /** The day found last before this one, for "the following day"; null when none stands near. */
  readonly previous: string | null;
  /** The first day that the text tells, of which its lead speaks; null when there is none. */
  readonly lead: string | null;
}

/** The named parts of a matched expression. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** The EDTF string that a match means; null when that cannot be told. */
export type Resolve = (groups: Groups, context: Context) => string | null;

const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SEASONS: Readonly<Record<string, string>> = {
  spring: '21',
  summer: '22',
  autumn: '23',
  fall: '23',
  winter: '24',
};
/** Signs of the words that place a period beside the present one. */
const STEP: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, next: 1, coming: 1 };

/** "December 7, 2022", "7-9 December", "Tuesday, November 1": a day of a month, or a run of them. */
export const monthDay: Resolve = ({ month = '', day, toDay, year }, { anchor }) => {
  const number = monthOf(month);
  const dates = (y: number) => interval(isoDate(y, number, Number(day)), endDay(y, number, toDay));
  if (year !== undefined) return dates(Number(year));
  if (!anchor) return null;
  const found = nearestPast(anchor, (y) => isoDate(y, number, Number(day)));
  return found === null ? null : dates(Number(found.slice(0, 4)));
};

function endDay(year: number, month: number, day: string | undefined): string | null {
  return day === undefined ? null : isoDate(year, month, Number(day));
}

/** One date or an interval; the second is ignored when it does not come after the first. */
function interval(from: string | null, to: string | null): string | null {
  return from !== null && to !== null && to > from ? `${from}/${to}` : from;
}

/** A yearless date is the latest not after publication (a fortnight's grace for announced days). */
function nearestPast(anchor: Anchor, dateIn: (year: number) => string | null): string | null {
  const latest = anchor.day ?? endOfAnchor(anchor);
  for (const year of [anchor.year + 1, anchor.year, anchor.year - 1, anchor.year - 2]) {
    const date = dateIn(year);
    if (date !== null && dayNumber(date) <= latest + 14) return date;
  }
  return null;
}

function endOfAnchor({ month, year }: Anchor): number {
  const next = (month ?? monthNumber(year, 12)) + 1;
  return dayNumber(`${isoMonth(next)}-01`) - 1;
}

/** "24/2", "24.02.2022": read as day and month unless only month and day fit; "3/4" is left open. */
export const numericDay: Resolve = ({ a, b, year, mark }, { anchor }) => {
  const [x, y] = [Number(a), Number(b)];
  const dayFirst = x > 12 || mark === '.';
  if (!dayFirst && (y <= 12 || y > 31)) return null;
  const [day, month] = dayFirst ? [x, y] : [y, x];
  if (year !== undefined) return isoDate(Number(year), month, day);
  if (!anchor || mark === '.') return null;
  return nearestPast(anchor, (candidate) => isoDate(candidate, month, day));
};

/** "November 2021", "early in October", "last August", "March of this year". */
export const monthOfYear: Resolve = ({ month = '', year, when, whichYear, part }, { anchor }) => {
  const number = monthOf(month);
  if (year !== undefined) return qualified(isoMonth(monthNumber(Number(year), number)), part);
  if (!anchor) return null;
  if (whichYear !== undefined) return isoMonth(monthNumber(anchor.year + STEP[whichYear]!, number));
  const present = anchor.month ?? monthNumber(anchor.year, 12);
  const ahead = when === 'next' || when === 'coming';
  const behind = (((present - (number - 1)) % 12) + 12) % 12;
  const past = when === 'last' && behind === 0 ? 12 : behind;
  const found = ahead ? present + 12 - behind : present - past;
  return qualified(isoMonth(found), anchor.month === null ? 'unknown' : part);
};

/** "Early", "late" and "mid" narrow a period by no fixed measure, so the period is approximate. */
function qualified(date: string, part: string | undefined): string {
  return part === undefined ? date : `${date}~`;
}

export const seasonOfYear: Resolve = ({ season = '', year, when }, { anchor }) => {
  const code = SEASONS[season.toLowerCase()]!;
  if (year !== undefined) return `${year}-${code}`;
  return anchor ? `${isoYear(anchor.year + (STEP[when?.toLowerCase() ?? ''] ?? 0))}-${code}` : null;
};

export const plainYear: Resolve = ({ year, part }) =>
  year === undefined ? null : qualified(year, part);

/** A weekday is the last such day not after publication; "next" and "coming" the first after it. */
export const weekday: Resolve = ({ weekday: name = '', when }, { anchor }) => {
  if (!anchor) return null;
  if (anchor.day === null) return about(anchor);
  const back = (weekdayOf(anchor.day) - weekdayNamed(name) + 7) % 7;
  const ahead = /next|coming/i.test(when ?? '');
  const day =
    anchor.day + (ahead ? 7 - back : -(back === 0 && /last/i.test(when ?? '') ? 7 : back));
  return dayFrom(anchor, day);
};

/** "Yesterday", "today", "tomorrow". */
export const nearDay: Resolve = ({ word = '' }, { anchor }) => {
  if (!anchor) return null;
  if (anchor.day === null) return about(anchor);
  const shift = { yesterday: -1, tomorrow: 1 }[word.toLowerCase()] ?? 0;
  return dayFrom(anchor, anchor.day + shift);
};

/** "Last week", "this month", "next year". */
export const nearPeriod: Resolve = ({ when = '', unit = '' }, { anchor }) =>
  anchor ? shifted(anchor, STEP[when.toLowerCase()] ?? 0, unit) : null;

function shifted(anchor: Anchor, by: number, unit: string): string {
  if (unit === 'year') return isoYear(anchor.year + by);
  if (unit === 'month') return monthFrom(anchor, by);
  if (anchor.day === null) return about(anchor);
  if (unit === 'day') return dayFrom(anchor, anchor.day + by);
  const monday = anchor.day - weekdayOf(anchor.day) + 7 * by;
  const mark = anchor.approximate ? '~' : '';
  return `${isoDay(monday)}${mark}/${isoDay(monday + 6)}${mark}`;
}

/** "Two years ago", "three days later": exact for days, about for longer units. */
export const ago: Resolve = ({ count = '', unit = '', way }, { anchor, previous }) => {
  const number = COUNTS.indexOf(count.toLowerCase());
  const by = /^an?$/i.test(count) ? 1 : number >= 0 ? number : Number(count);
  const from = way === 'ago' ? anchor : anchorOfDate(previous);
  if (!from || !Number.isFinite(by)) return null;
  return approximately(movedBy(from, way === 'later' ? by : -by, unit), unit);
};

function movedBy(anchor: Anchor, by: number, unit: string): string {
  const day = unit === 'day' || unit === 'week';
  if (!day) return shifted(anchor, by, unit);
  return anchor.day === null
    ? about(anchor)
    : dayFrom(anchor, anchor.day + by * (unit === 'week' ? 7 : 1));
}

function approximately(date: string, unit: string): string {
  return unit === 'day' || date.includes('~') ? date : `${date}~`;
}

function anchorOfDate(date: string | null): Anchor | null {
  const range = date === null ? null : dayRange(date);
  if (!range?.from || range.from !== range.to) return null;
  const [year, month] = [Number(range.from.slice(0, 4)), Number(range.from.slice(5, 7))];
  return {
    day: dayNumber(range.from),
    month: monthNumber(year, month),
    year,
    approximate: date!.includes('~'),
  };
}

/** "The following day", "the same day": of the day told just before, else of the one that the text is about. */
export const neighbouringDay: Resolve = ({ way = '' }, { previous, lead }) => {
  const from = anchorOfDate(lastDay(previous ?? lead));
  if (!from?.day) return null;
  const shift = { following: 1, next: 1, previous: -1 }[way] ?? 0;
  return dayFrom(from, from.day + shift);
};

/** Of a run of days the last: "on 16-17 May. The next day". */
function lastDay(date: string | null): string | null {
  return date?.split('/').at(-1) ?? null;
}

/** "The day before": before the day told last, else before publication. */
export const dayBefore: Resolve = (_, { anchor, previous }) => {
  const told = anchorOfDate(lastDay(previous));
  const from = told?.day ? told : anchor;
  return from?.day ? dayFrom(from, from.day - 1) : null;
};

/** "This morning", "last night". */
export const dayPart: Resolve = ({ when = '' }, context) =>
  nearDay({ word: /^last$/i.test(when) ? 'yesterday' : 'today' }, context);

/** "By the end of the year": the last month or day of the period, about. */
export const endOf: Resolve = ({ unit = '' }, { anchor }) => {
  if (!anchor) return null;
  if (unit === 'year') return `${isoYear(anchor.year)}-12~`;
  return anchor.month === null ? null : `${isoDay(endOfAnchor(anchor))}~`;
};
