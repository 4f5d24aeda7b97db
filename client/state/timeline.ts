import {
  dayRange,
  FAMILY_OF_ACT,
  isApproximate,
  type ActFamily,
} from '../../graph-data/schema/index.ts';
import type { StatementPage, StatementReply } from '../../server/contract/replies.ts';
import { familyTotal, type FamilyCounts } from './encoding.ts';

/** The histogram under the graph: statements by the day they were said. Days are UTC. */
export type Unit = 'day' | 'week' | 'month' | 'year';

export interface Bin {
  /** First and last day, ISO, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly families: FamilyCounts;
  /** Those of them whose date can mean days outside the bin; they stand in the middle of their days. */
  readonly vague: FamilyCounts;
  /** Statements whose act is not known here, because they were counted on the server. */
  readonly other: number;
}

export interface Histogram {
  readonly unit: Unit;
  readonly bins: readonly Bin[];
  /** First and last day that any date can mean, ISO; null when no bin is there. */
  readonly extent: readonly [string, string] | null;
  /** Statements without a date; no bin holds them. */
  readonly undated: number;
}

const DAY = 86_400_000;
export const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
export const toMs = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Most bars of each unit that the strip can show; months are many, but years of them are rare. */
const MOST = { day: 75, week: 120, month: 600 } as const;

/** @param days from the first to the last */
function unitFor(days: number): Unit {
  if (days <= MOST.day) return 'day';
  if (days / 7 <= MOST.week) return 'week';
  return days / 30.44 <= MOST.month ? 'month' : 'year';
}

/** Years as dates write them: 800 is `0800`. */
const yearOf = (year: number) => String(year).padStart(4, '0');

/** First day of the bin that a day falls into; weeks begin on Monday. */
export function binStart(day: string, unit: Unit): string {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  const ms = toMs(day);
  return toDay(ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY);
}

/** First day of the bin after. */
export function nextBin(start: string, unit: Unit): string {
  if (unit === 'day') return toDay(toMs(start) + DAY);
  if (unit === 'week') return toDay(toMs(start) + 7 * DAY);
  const [year = 0, month = 0] = start.split('-').map(Number);
  if (unit === 'year' || month === 12) return `${yearOf(year + 1)}-01-01`;
  return `${yearOf(year)}-${String(month + 1).padStart(2, '0')}-01`;
}

/** Last day of the bin that begins so. */
function binEnd(start: string, unit: Unit): string {
  if (unit === 'year') return `${start.slice(0, 4)}-12-31`;
  return unit === 'month' && start.endsWith('-12-01')
    ? `${start.slice(0, 7)}-31`
    : toDay(toMs(nextBin(start, unit)) - DAY);
}

/** The days that a date can mean, an open side closed at the other; null when there is none. */
function daysOf(edtf: string | null): readonly [string, string] | null {
  const { from = null, to = null } = (edtf === null ? null : dayRange(edtf)) ?? {};
  const [first, last] = [from ?? to, to ?? from];
  return first === null || last === null ? null : [first, last];
}

/** The day by which a date is counted: the middle of the days it can mean; null when open. */
export function midDay(edtf: string | null): string | null {
  const days = daysOf(edtf);
  return days && toDay(Math.floor((toMs(days[0]) + toMs(days[1])) / 2 / DAY) * DAY);
}

/** Whether a date can mean days outside the bin that counts it. */
export function isVague(edtf: string, unit: Unit): boolean {
  const days = daysOf(edtf);
  if (days === null) return false;
  const one = binStart(days[0], unit) === binStart(days[1], unit);
  return !one || (unit === 'day' && isApproximate(edtf));
}

const NONE: FamilyCounts = { states: 0, commits: 0, confronts: 0 };

/** Empty bins from the bin of the first day to the bin of the last. */
function emptyBins(first: string, last: string, unit: Unit): Bin[] {
  const bins: Bin[] = [];
  for (let start = binStart(first, unit); ; start = nextBin(start, unit)) {
    const to = binEnd(start, unit);
    bins.push({ from: start, to, families: NONE, vague: NONE, other: 0 });
    if (to >= last) return bins;
  }
}

const plus = (counts: FamilyCounts, family: ActFamily): FamilyCounts => ({
  ...counts,
  [family]: counts[family] + 1,
});

const NOTHING = { unit: 'day', bins: [], extent: null } as const;

function exact(items: readonly StatementReply[]): Histogram {
  const dated = items.flatMap(({ said, act }) => {
    const [day, days] = [midDay(said), daysOf(said)];
    if (said === null || day === null || days === null) return [];
    return [{ said, day, days, family: FAMILY_OF_ACT[act] }];
  });
  const ends = dated.flatMap(({ days }) => days).sort();
  const [first, last] = [ends[0], ends.at(-1)];
  const undated = items.length - dated.length;
  if (first === undefined || last === undefined) return { ...NOTHING, undated };
  const unit = unitFor((toMs(last) - toMs(first)) / DAY);
  const bins = emptyBins(first, last, unit);
  const index = new Map(bins.map((bin, i) => [bin.from, i]));
  for (const { said, day, family } of dated) {
    const i = index.get(binStart(day, unit)) ?? 0;
    const bin = bins[i] as Bin;
    const vague = isVague(said, unit) ? plus(bin.vague, family) : bin.vague;
    bins[i] = { ...bin, families: plus(bin.families, family), vague };
  }
  return { unit, bins, extent: [first, last], undated };
}

function byMonth(page: StatementPage): Histogram {
  const counts = new Map(
    (page.facets?.said?.values ?? []).map(({ value, count }) => [value, count]),
  );
  const undated = counts.get('unknown') ?? 0;
  const months = [...counts.keys()].filter((value) => /^\d{4}-\d{2}$/.test(value)).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return { ...NOTHING, undated };
  const days = (toMs(`${last}-01`) - toMs(`${first}-01`)) / DAY;
  const unit = unitFor(days) === 'year' ? 'year' : 'month';
  const bins = emptyBins(`${first}-01`, `${last}-01`, unit);
  const index = new Map(bins.map((bin, i) => [bin.from, i]));
  for (const month of months) {
    const i = index.get(binStart(`${month}-01`, unit)) ?? 0;
    const bin = bins[i] as Bin;
    bins[i] = { ...bin, other: bin.other + (counts.get(month) ?? 0) };
  }
  const extent = [bins[0]?.from ?? first, bins.at(-1)?.to ?? last] as const;
  return { unit, bins, extent, undated };
}

/** Counts every statement by its own date when the page holds all of them, else by month or year. */
export function histogram(page: StatementPage): Histogram {
  return page.items.length === page.total ? exact(page.items) : byMonth(page);
}

export function binTotal({ families, other }: Bin): number {
  return familyTotal(families) + other;
}

/** Those of a bin that stand there for days around it. */
export function vagueTotal({ vague }: Bin): number {
  return familyTotal(vague);
}

/** A stretch of bins, by index, both ends included. */
export interface Brush {
  readonly first: number;
  readonly last: number;
}

/** The stretch that a `said` filter names; null when there is none or it is no range. */
export function brushOf(bins: readonly Bin[], said: string | null): Brush | null {
  if (said === null || bins.length === 0) return null;
  const [left, right] = said.includes('..') ? said.split('..') : [said, said];
  const from = left ? dayRange(left)?.from : null;
  const to = right ? dayRange(right)?.to : null;
  if (from === undefined || to === undefined) return null;
  const first = from === null ? 0 : bins.findIndex((bin) => bin.to >= from);
  const after = to === null ? -1 : bins.findIndex((bin) => bin.from > to);
  const last = after < 0 ? bins.length - 1 : after - 1;
  return first < 0 || last < first ? null : { first, last };
}

/** Whether what `said` filters ask for is no stretch of the bins: unknown days, several, others. */
export function isBeside(bins: readonly Bin[], said: readonly string[]): boolean {
  return said.length > 1 || (said.length === 1 && brushOf(bins, said[0] ?? null) === null);
}

/** The `said` filter of a stretch; null for the whole, so that undated statements stay in. */
export function saidOf(bins: readonly Bin[], { first, last }: Brush): string | null {
  const [from, to] = [bins[first]?.from, bins[last]?.to];
  if (from === undefined || to === undefined) return null;
  return first === 0 && last === bins.length - 1 ? null : `${from}..${to}`;
}

/** Moves one end by some bins; ends do not cross. */
export function moveEnd(brush: Brush, end: 'first' | 'last', to: number, bins: number): Brush {
  const at = Math.max(0, Math.min(bins - 1, to));
  return end === 'first'
    ? { ...brush, first: Math.min(at, brush.last) }
    : { ...brush, last: Math.max(at, brush.first) };
}

/** Moves the whole stretch, keeping its length. */
export function shift(brush: Brush, by: number, bins: number): Brush {
  const length = brush.last - brush.first;
  const first = Math.max(0, Math.min(bins - 1 - length, brush.first + by));
  return { first, last: first + length };
}
