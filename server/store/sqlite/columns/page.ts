import type { PageRequest, StatementSort } from '../../store.ts';
import { placeOf } from '../cursor.ts';
import type { Connection } from '../database.ts';
import { IN_KEYS } from '../read-records.ts';
import { REPORTS_WEIGH, type Found } from '../search.ts';
import type { Match } from './match.ts';
import { smallest } from './smallest.ts';
import type { StatementColumns } from './statement-columns.ts';

/** An order of statements: ascending by a number, equal ones by id (descending when `down`). */
interface Order {
  readonly numberOf: (key: number) => number;
  readonly down: boolean;
  readonly type: 'string' | 'number';
  /** The number as cursors have it, and back. */
  readonly place: (number: number) => string | number;
  readonly number: (place: string | number) => number;
}

/** One row more than the page holds, so that the caller sees whether another page follows. */
export function pageOfMatch(
  connection: Connection,
  columns: StatementColumns,
  match: Match,
  sort: Exclude<StatementSort, 'relevance'>,
  question: unknown,
  page: PageRequest,
): Found[] {
  const order = orderOf(columns, sort);
  const share = match.size / columns.size;
  if (!isWalked(sort) || share <= WALKED_SHARE)
    return pageInOrder(connection, match, order, question, page);
  const likely = Math.ceil((WALKED_FIRST * (page.limit + 1)) / share);
  const walked = (rows: number) => walk(connection, match, order, sort, question, page, rows);
  return (
    (likely < WALKED_ROWS ? walked(likely) : null) ??
    walked(WALKED_ROWS) ??
    pageInOrder(connection, match, order, question, page)
  );
}

/** From this share of the record on, the next rows of an order likely hold a page of the match. */
const WALKED_SHARE = 0.02;
/** Rows that are looked at before another way is taken. */
const WALKED_ROWS = 3000;
/** Rows looked at first, of those that a page takes when its statements lie evenly. */
const WALKED_FIRST = 1.5;

const WALKS = {
  said: { column: 'said_asc', step: 'ASC', past: '>' },
  '-said': { column: 'said_desc', step: 'ASC', past: '>' },
  recorded: { column: 'recorded', step: 'ASC', past: '>' },
  '-recorded': { column: 'recorded', step: 'DESC', past: '<' },
} as const;

/** Whether an index has the order; none has that of reports, which are counted. */
const isWalked = (sort: string): sort is keyof typeof WALKS => sort in WALKS;

/** Looks along the index of the order; null when the page is not full after so many rows. */
function walk(
  connection: Connection,
  match: Match,
  { type }: Order,
  sort: keyof typeof WALKS,
  question: unknown,
  { limit, cursor }: PageRequest,
  most: number,
): Found[] | null {
  const behind = placeOf(question, cursor, type);
  const { column, step, past } = WALKS[sort];
  const rows = connection.all<Found>(
    `SELECT key, id, ${column} AS place FROM statements
     ${behind ? `WHERE (${column}, id) ${past} (?, ?)` : ''}
     ORDER BY ${column} ${step}, id ${step} LIMIT ?`,
    ...(behind ? [behind.key, behind.id] : []),
    most,
  );
  const { bits } = match;
  const found = rows.filter(({ key }) => bits.has(key)).slice(0, limit + 1);
  return found.length > limit || rows.length < most ? found : null;
}

function orderOf(columns: StatementColumns, sort: Exclude<StatementSort, 'relevance'>): Order {
  const byDay = { down: false, type: 'number', place: (n: number) => n, number: Number } as const;
  if (sort === 'said' || sort === '-said') {
    const { numbers } = sort === 'said' ? columns.saidAsc : columns.saidDesc;
    return { ...byDay, numberOf: (key) => numbers[key] ?? 0 };
  }
  const sign = sort.startsWith('-') ? -1 : 1;
  if (sort === 'reports' || sort === '-reports') {
    const [reports, said] = [columns.document.lengths.numbers, columns.saidDesc.numbers];
    const weight = sign * REPORTS_WEIGH;
    return { ...byDay, numberOf: (key) => (reports[key] ?? 0) * weight + (said[key] ?? 0) };
  }
  const { numbers } = columns.recorded;
  return {
    numberOf: (key) => sign * (numbers[key] ?? 0),
    down: sign < 0,
    type: 'string',
    place: (number) => new Date(sign * number).toISOString(),
    number: (place) => sign * Date.parse(String(place)),
  };
}

/** Best scores first; a statement that no text term matches has the score 0 and comes last. */
export function pageByScore(
  connection: Connection,
  match: Match,
  scoreOf: (key: number) => number,
  question: unknown,
  page: PageRequest,
  startAt: (place: { key: string | number; id: string }) => number,
): Found[] {
  const order: Order = {
    numberOf: scoreOf,
    down: false,
    type: 'number',
    place: (number) => number,
    number: Number,
  };
  return pageInOrder(connection, match, order, question, page, startAt);
}

function pageInOrder(
  connection: Connection,
  match: Match,
  order: Order,
  question: unknown,
  { limit, cursor }: PageRequest,
  startAt?: (place: { key: string | number; id: string }) => number,
): Found[] {
  const behind = placeOf(question, cursor, order.type);
  const start = behind === null ? -Infinity : (startAt?.(behind) ?? order.number(behind.key));
  if (Number.isNaN(start)) return [];
  const { keys } = match;
  const first = smallest(limit + 1, keys, order.numberOf, start);
  const last = first.length <= limit ? Infinity : (first.at(-1) ?? Infinity);
  const candidates: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    const number = order.numberOf(keys[i] ?? 0);
    if (number >= start && number <= last) candidates.push(keys[i] ?? 0);
  }
  const sign = order.down ? -1 : 1;
  return withIds(connection, candidates)
    .map(({ key, id }) => ({ key, id, number: order.numberOf(key) }))
    .filter(
      ({ number, id }) => behind === null || number > start || sign * compareIds(id, behind.id) > 0,
    )
    .sort((a, b) => a.number - b.number || sign * compareIds(a.id, b.id))
    .slice(0, limit + 1)
    .map(({ key, id, number }) => ({ key, id, place: order.place(number) }));
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withIds(connection: Connection, keys: readonly number[]): { key: number; id: string }[] {
  return connection.all(
    `SELECT key, id FROM statements WHERE key ${IN_KEYS}`,
    JSON.stringify(keys),
  );
}
