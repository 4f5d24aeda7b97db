import type { ResolvedQuery } from '../../contract/index.ts';
import type { Page, PageRequest, StatementSort, StoredStatement } from '../store.ts';
import { compileQuery, relevanceMatch } from './compile.ts';
import type { Condition } from './compile.ts';
import { cursorBehind, placeOf } from './cursor.ts';
import type { Place } from './cursor.ts';
import type { Connection, Value } from './database.ts';
import { readStatements } from './read-statements.ts';

/** What a report counts for in an order beside days, so that days tell only of as many reports. */
export const REPORTS_WEIGH = 2 ** 33;

/** How a sort stands in SQL. `step` is the direction of both key and id. */
interface Order {
  readonly column: string;
  readonly type: 'string' | 'number';
  readonly step: 'ASC' | 'DESC';
}

/** By how many reports there are, and of as many the latest said first: see `REPORTS_WEIGH`. */
const byReports = (sign: 1 | -1): Order => ({
  column: `(SELECT count(*) FROM reports r WHERE r.statement = s.key) * ${sign * REPORTS_WEIGH} + s.said_desc`,
  type: 'number',
  step: 'ASC',
});

const ORDERS: Readonly<Record<Exclude<StatementSort, 'relevance'>, Order>> = {
  said: { column: 's.said_asc', type: 'number', step: 'ASC' },
  '-said': { column: 's.said_desc', type: 'number', step: 'ASC' },
  recorded: { column: 's.recorded', type: 'string', step: 'ASC' },
  '-recorded': { column: 's.recorded', type: 'string', step: 'DESC' },
  reports: byReports(1),
  '-reports': byReports(-1),
};

export interface Found {
  readonly key: number;
  readonly id: string;
  readonly place: string | number;
}

/** One page of the statements that match, and the size of the whole match, from one snapshot. */
export function searchStatements(
  connection: Connection,
  query: ResolvedQuery,
  sort: StatementSort,
  page: PageRequest,
): Page<StoredStatement> {
  return connection.read(() => {
    const question = [query, sort];
    const condition = compileQuery(connection, query);
    const match = sort === 'relevance' ? relevanceMatch(query) : null;
    const found =
      match === null
        ? pageBySort(connection, condition, sort === 'relevance' ? '-said' : sort, question, page)
        : pageByRelevance(connection, condition, match, question, page);
    const items = found.slice(0, page.limit);
    const last = items.at(-1);
    return {
      total: countMatch(connection, condition),
      items: readStatements(
        connection,
        items.map(({ key }) => key),
      ),
      next:
        last && found.length > items.length
          ? cursorBehind(question, { key: last.place, id: last.id })
          : null,
    };
  });
}

function countMatch(connection: Connection, { sql, values }: Condition): number {
  return (
    connection.column<number>(`SELECT count(*) FROM statements s WHERE ${sql}`, ...values)[0] ?? 0
  );
}

/** One row more than the page holds, so that the caller sees whether another page follows. */
function pageBySort(
  connection: Connection,
  { sql, values }: Condition,
  sort: Exclude<StatementSort, 'relevance'>,
  question: unknown,
  { limit, cursor }: PageRequest,
): Found[] {
  const { column, type, step } = ORDERS[sort];
  const behind = placeOf(question, cursor, type);
  const after = behind ? `AND (${column}, s.id) ${step === 'ASC' ? '>' : '<'} (?, ?)` : '';
  return connection.all<Found>(
    `SELECT s.key, s.id, ${column} AS place FROM statements s WHERE (${sql}) ${after}
     ORDER BY ${column} ${step}, s.id ${step} LIMIT ?`,
    ...values,
    ...placeValues(behind),
    limit + 1,
  );
}

function placeValues(place: Place | null): Value[] {
  return place === null ? [] : [place.key, place.id];
}

/** Rows that match none of the text terms (another branch of an OR) rank last, with 0. */
function pageByRelevance(
  connection: Connection,
  { sql, values }: Condition,
  match: string,
  question: unknown,
  { limit, cursor }: PageRequest,
): Found[] {
  const behind = placeOf(question, cursor, 'number');
  const now = behind && { ...behind, key: rankNow(connection, match, behind) };
  return connection.all<Found>(
    `WITH ranked AS MATERIALIZED (
       SELECT rowid AS key, bm25(statement_words) AS rank FROM statement_words
       WHERE statement_words MATCH ?
     )
     SELECT s.key, s.id, ifnull(r.rank, 0.0) AS place
     FROM statements s LEFT JOIN ranked r ON r.key = s.key
     WHERE (${sql}) ${now ? 'AND (ifnull(r.rank, 0.0), s.id) > (?, ?)' : ''}
     ORDER BY place, s.id LIMIT ?`,
    match,
    ...values,
    ...placeValues(now),
    limit + 1,
  );
}

/** The row's score in the record as it now stands; as it was when the row is gone. */
function rankNow(connection: Connection, match: string, { key, id }: Place): number {
  const row = connection.get<{ rank: number }>(
    `SELECT bm25(statement_words) AS rank FROM statement_words
     WHERE statement_words MATCH ? AND rowid = (SELECT key FROM statements WHERE id = ?)`,
    match,
    id,
  );
  return row?.rank ?? Number(key);
}

export function matchingIds(connection: Connection, query: ResolvedQuery): string[] {
  const { sql, values } = compileQuery(connection, query);
  return connection.column<string>(
    `SELECT s.id FROM statements s WHERE ${sql} ORDER BY s.id`,
    ...values,
  );
}

/** Keys of the whole match in id order. */
export function matchingKeys(connection: Connection, query: ResolvedQuery): number[] {
  const { sql, values } = compileQuery(connection, query);
  return connection.column<number>(
    `SELECT s.key FROM statements s WHERE ${sql} ORDER BY s.id`,
    ...values,
  );
}
