import { createHash } from 'node:crypto';
import { dayRange } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../../server/contract/index.ts';
import type { Page, PageRequest } from '../../server/store/store.ts';

/** Orders of lists, and the pages that are cut from them. */

/** By code points, as SQLite's BINARY collation compares UTF-8. */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b) || 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** A copy in the order of a key, and of ids where that is the same. */
export function sortedBy<T extends { id: string }>(
  list: readonly T[],
  keyOf: (record: T) => string | number,
): T[] {
  return [...list].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return x === y ? compare(a.id, b.id) : compare(x, y);
  });
}

export type SortKey = string | number;

/** Sorts by key and id (`step` -1: both descending) and cuts the page behind the cursor's place. */
export function paged<T extends { id: string }>(
  list: readonly T[],
  keyOf: (record: T) => SortKey,
  question: unknown,
  { limit, cursor }: PageRequest,
  step: 1 | -1 = 1,
): Page<T> {
  const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 8);
  const [given, place] = cursor === null ? [hash, null] : cursorParts(cursor);
  if (given !== hash) throw new OnrecordError('bad-cursor', 'not a cursor of this query');
  const placed = list.map((record) => ({ record, key: keyOf(record), id: record.id as string }));
  placed.sort((a, b) => step * comparePlaces(a, b));
  const behind = placed.filter((each) => !place || step * comparePlaces(each, place) > 0);
  const items = behind.slice(0, limit);
  const last = items.at(-1);
  const next =
    last && behind.length > items.length
      ? JSON.stringify([hash, { key: last.key, id: last.id }])
      : null;
  return { total: list.length, items: items.map(({ record }) => record), next };
}

interface Place {
  readonly key: SortKey;
  readonly id: string;
}

function comparePlaces(a: Place, b: Place): number {
  return a.key === b.key ? compare(a.id, b.id) : compare(a.key, b.key);
}

function cursorParts(cursor: string): [string, Place] {
  try {
    const parts: unknown = JSON.parse(cursor);
    return Array.isArray(parts) ? (parts as [string, Place]) : ['', { key: 0, id: '' }];
  } catch {
    return ['', { key: 0, id: '' }];
  }
}

/** Behind every day. */
export const UNDATED = 1e9;

/** The day that a date begins on, as a number that sorts; null when there is none. */
export function dayKey(date: string | null): number | null {
  const range = date === null ? null : dayRange(date);
  const day = range?.from ?? range?.to ?? null;
  return day === null ? null : Number(day.replaceAll('-', ''));
}

/** A key that puts the newest date first, and what has none last. */
export function newest(date: string | null): number {
  const day = dayKey(date);
  return day === null ? UNDATED : -day;
}
