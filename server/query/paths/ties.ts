import type { TieFilter, TieKind } from '../../contract/index.ts';
import { TIE_KINDS } from '../../contract/index.ts';
import type { StringTable } from './columns.ts';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01; an unknown side reaches without end. */
export const NO_START = -0x8000_0000;
export const NO_END = 0x7fff_ffff;

/** @param iso an ISO day, or null for unknown or open */
export function dayNumber(iso: string | null, open: number): number {
  return iso === null ? open : Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

const KIND_CODE = new Map<string, number>(TIE_KINDS.map((kind, code) => [kind, code]));

export function kindCode(kind: TieKind): number {
  return KIND_CODE.get(kind) ?? 0;
}

/** Columns of ties, one row each. */
export interface TieColumns {
  readonly kind: Uint8Array;
  /** Index into `labels`. */
  readonly label: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index into `records`. */
  readonly record: Int32Array;
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
  return (row) => wanted[ties.kind[row]!] === 1;
}

function actTest({ acts }: TieFilter, ties: TieColumns, labels: readonly string[]): TieTest | null {
  if (acts === null) return null;
  const wanted = new Set(acts.map((act) => labels.indexOf(act)));
  return (row) => STATEMENT_TIES.has(ties.kind[row]!) && wanted.has(ties.label[row]!);
}

/** Undated ties have neither side and do not match a period. */
function periodTest({ period }: TieFilter, ties: TieColumns): TieTest | null {
  if (period === null) return null;
  const from = dayNumber(period.from, NO_START);
  const to = dayNumber(period.to, NO_END);
  return (row) => {
    const start = ties.from[row]!;
    const end = ties.to[row]!;
    return (start !== NO_START || end !== NO_END) && start <= to && end >= from;
  };
}

function recordTest({ records }: TieFilter, ties: TieColumns, table: StringTable): TieTest | null {
  if (records === null) return null;
  const wanted = new Set(records.map((record) => table.indexOf(record)));
  return (row) => wanted.has(ties.record[row]!);
}

/** The test that a filter makes of ties; null when every tie passes. */
export function tieTest(
  filter: TieFilter,
  ties: TieColumns,
  labels: readonly string[],
  records: StringTable,
): TieTest | null {
  const tests = [
    kindTest(filter, ties),
    actTest(filter, ties, labels),
    periodTest(filter, ties),
    recordTest(filter, ties, records),
  ].filter((test) => test !== null);
  if (tests.length === 0) return null;
  return (row) => tests.every((test) => test(row));
}
