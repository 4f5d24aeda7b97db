import type { TieFilter, TieKind } from '../../contract/index.ts';
import { TIE_KINDS } from '../../contract/index.ts';
import type { Tie } from '../../store/store.ts';
import type { Vector, StringTable } from './columns.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01; an unknown side reaches without end. */
export const NO_START = -0x8000_0000;
export const NO_END = 0x7fff_ffff;

/** @param iso an ISO day, or null for unknown or open */
function dayNumber(iso: string | null, open: number): number {
  return iso === null ? open : Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

const KIND_CODE = new Map<string, number>(TIE_KINDS.map((kind, code) => [kind, code]));

export function kindCode(kind: TieKind): number {
  return KIND_CODE.get(kind) ?? 0;
}

/** Days of ties, each day read once: a million ties name a few thousand days. */
export class Days {
  private readonly known = new Map<string, number>();

  from({ from }: Pick<Tie, 'from'>): number {
    return from === null ? NO_START : this.of(from);
  }

  to({ to }: Pick<Tie, 'to'>): number {
    return to === null ? NO_END : this.of(to);
  }

  private of(iso: string): number {
    const known = this.known.get(iso) ?? dayNumber(iso, 0);
    this.known.set(iso, known);
    return known;
  }
}

/** Columns of ties, one row each. */
export type TieColumns = Readonly<{
  kind: Vector<Uint8Array>;
  /** Number of the label. */
  label: Vector<Uint8Array>;
  from: Vector<Int32Array>;
  to: Vector<Int32Array>;
  /** Number of the record. */
  record: Vector<Int32Array>;
}>;

/** Whether the days of a row are known at all. */
export function isDated(from: number, to: number): boolean {
  return from !== NO_START || to !== NO_END;
}

/** Whether the tie in this row counts as a step. */
export type TieTest = (row: number) => boolean;

/** Whether a filter lets every tie pass but for its kind, so that rows need not be looked at. */
export function onlyKinds({ acts, period, records }: TieFilter): boolean {
  return acts === null && period === null && records === null;
}

const STATEMENT_TIES = new Set<number>(
  (['about', 'addressee', 'via', 'outlet'] as const).map(kindCode),
);

function kindTest({ kinds }: TieFilter, ties: TieColumns): TieTest | null {
  if (kinds.length === TIE_KINDS.length) return null;
  const wanted = new Uint8Array(TIE_KINDS.length);
  for (const kind of kinds) wanted[kindCode(kind)] = 1;
  const kind = ties.kind.values;
  return (row) => wanted[kind[row]!] === 1;
}

function actTest({ acts }: TieFilter, ties: TieColumns, labels: Labels): TieTest | null {
  if (acts === null) return null;
  const wanted = new Set(acts.map((act) => labels.get(act) ?? -1));
  const [kind, label] = [ties.kind.values, ties.label.values];
  return (row) => STATEMENT_TIES.has(kind[row]!) && wanted.has(label[row]!);
}

/** Undated ties have neither side and do not match a period. */
function periodTest({ period }: TieFilter, ties: TieColumns): TieTest | null {
  if (period === null) return null;
  const first = dayNumber(period.from, NO_START);
  const last = dayNumber(period.to, NO_END);
  const [from, to] = [ties.from.values, ties.to.values];
  return (row) => {
    const [start, end] = [from[row]!, to[row]!];
    return isDated(start, end) && start <= last && end >= first;
  };
}

function recordTest({ records }: TieFilter, ties: TieColumns, table: StringTable): TieTest | null {
  if (records === null) return null;
  const wanted = new Set(records.map((record) => table.indexOf(record)));
  const record = ties.record.values;
  return (row) => wanted.has(record[row]!);
}

type Labels = ReadonlyMap<string, number>;

/** The test that a filter makes of ties; null when every tie passes. */
export function tieTest(
  filter: TieFilter,
  ties: TieColumns,
  labels: Labels,
  records: StringTable,
): TieTest | null {
  const tests = [
    kindTest(filter, ties),
    actTest(filter, ties, labels),
    periodTest(filter, ties),
    recordTest(filter, ties, records),
  ].filter((test) => test !== null);
  const [only, ...others] = tests;
  if (only === undefined) return null;
  if (others.length === 0) return only;
  return (row) => tests.every((test) => test(row));
}
