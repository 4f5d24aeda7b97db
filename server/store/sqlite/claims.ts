import { STATUSES } from '../../../graph-data/schema/index.ts';
import { words } from '../../contract/index.ts';
import type { ActorFilter, ClaimFilter, Page, PageRequest } from '../store.ts';
import { compileClaimQuery, havingPart, restingOn, type ClaimTable } from './claim-query.ts';
import { boundsOf, namesStatus, NOTHING, type Condition } from './compile.ts';
import { cursorBehind, placeOf } from './cursor.ts';
import type { Connection, Value } from './database.ts';
import { keysOf } from './keys.ts';
import { IN_KEYS } from './read-records.ts';

/** A list that is asked for page by page: conditions over `table t`, in the order (column, id). */
interface Listing {
  readonly table: string;
  readonly column: string;
  readonly type: 'string' | 'number';
  readonly where: readonly string[];
  readonly values: readonly Value[];
  /** What was asked, for the cursor. */
  readonly question: unknown;
}

interface Found {
  readonly key: number;
  readonly id: string;
  readonly place: string | number;
}

/** One page of a listing, from one snapshot. @param read makes records of keys, in their order */
export function pageOfListing<T>(
  connection: Connection,
  listing: Listing,
  { limit, cursor }: PageRequest,
  read: (connection: Connection, keys: readonly number[]) => T[],
): Page<T> {
  const { table, column, type, where, values, question } = listing;
  const behind = placeOf([table, question], cursor, type);
  const match = where.length === 0 ? '1' : where.map((part) => `(${part})`).join(' AND ');
  return connection.read(() => {
    const total = connection.column<number>(
      `SELECT count(*) FROM ${table} t WHERE ${match}`,
      ...values,
    );
    const found = connection.all<Found>(
      `SELECT t.key, t.id, t.${column} AS place FROM ${table} t
       WHERE ${match} ${behind ? `AND (t.${column}, t.id) > (?, ?)` : ''}
       ORDER BY t.${column}, t.id LIMIT ?`,
      ...values,
      ...(behind ? [behind.key, behind.id] : []),
      limit + 1,
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      total: total[0] ?? 0,
      items: read(
        connection,
        rows.map(({ key }) => key),
      ),
      next:
        last && found.length > rows.length
          ? cursorBehind([table, question], { key: last.place, id: last.id })
          : null,
    };
  });
}

/** Every word must begin a word of the column, which holds normalised words parted by spaces. */
function beginningWords(
  column: string,
  text: string | undefined,
): Pick<Listing, 'where' | 'values'> {
  const wanted = words(text ?? '');
  return {
    where: wanted.map(() => `instr(' ' || t.${column}, ' ' || ?) > 0`),
    values: wanted,
  };
}

export function actorListing(filter: ActorFilter): Listing {
  const wanted = words(filter.text ?? '');
  const kinds = filter.kind ?? [];
  const inText =
    wanted.length === 0
      ? []
      : [
          't.key IN (SELECT n.actor FROM names n WHERE n.key IN (SELECT rowid FROM name_words WHERE name_words MATCH ?))',
        ];
  return {
    table: 'actors',
    column: 'name_key',
    type: 'string',
    where: [...(kinds.length === 0 ? [] : [`t.kind ${IN_KEYS}`]), ...inText],
    values: [
      ...(kinds.length === 0 ? [] : [JSON.stringify(kinds)]),
      ...(wanted.length === 0 ? [] : [wanted.map((word) => `"${word}"*`).join(' AND ')]),
    ],
    question: filter,
  };
}

export function documentListing(filter: { text?: string }): Listing {
  return {
    table: 'documents',
    column: 'published_desc',
    type: 'number',
    ...beginningWords('title_words', filter.text),
    question: filter,
  };
}

export function claimListing(
  connection: Connection,
  table: ClaimTable,
  filter: ClaimFilter,
): Listing {
  const where: string[] = [];
  const values: Value[] = [];
  const add = (condition: Condition) => {
    where.push(condition.sql);
    values.push(...condition.values);
  };
  add({ sql: `t.status ${IN_KEYS}`, values: [JSON.stringify(statusesOf(filter))] });
  if (filter.kinds) add(ofKind(table, filter.kinds));
  if (filter.actors) add(havingPart(connection, table, filter.actors));
  if (filter.parties) add(boundParties(connection, table, filter.parties));
  if (filter.documents) add(restingOn(connection, table, filter.documents));
  if (filter.dates) add(datedAmong(filter.dates));
  if (filter.place !== undefined) add(atPlace(table, filter.place));
  if (filter.query) add(compileClaimQuery(connection, table, filter.query));
  const text =
    table === 'relations' ? relationWords(filter.text) : beginningWords('words', filter.text);
  return {
    table,
    column: 'date_desc',
    type: 'number',
    where: [...where, ...text.where],
    values: [...values, ...text.values],
    question: filter,
  };
}

function statusesOf({ status, query }: ClaimFilter): readonly string[] {
  if (status) return status;
  return query && namesStatus(query) ? STATUSES : ['accepted', 'proposed'];
}

function ofKind(table: ClaimTable, kinds: readonly string[]): Condition {
  const column = table === 'agreements' ? 'state' : 'kind';
  return { sql: `t.${column} ${IN_KEYS}`, values: [JSON.stringify(kinds)] };
}

function boundParties(
  connection: Connection,
  table: ClaimTable,
  parties: readonly string[],
): Condition {
  if (table !== 'agreements') return NOTHING;
  const keys = JSON.stringify(keysOf(connection, 'actors', parties));
  const bound = `SELECT agreement FROM agreement_actors WHERE role = 'party' AND actor ${IN_KEYS}`;
  return { sql: `t.key IN (${bound})`, values: [keys] };
}

function datedAmong(dates: NonNullable<ClaimFilter['dates']>): Condition {
  const bounds = dates.map(boundsOf);
  const among = bounds.map(() => '(t.date_from <= ? AND t.date_to >= ?)').join(' OR ');
  return {
    sql: `t.date_from IS NOT NULL AND (${among || '0'})`,
    values: bounds.flatMap(({ first, last }) => [last, first]),
  };
}

function atPlace(table: ClaimTable, place: string): Condition {
  const wanted = words(place);
  if (table === 'relations' || wanted.length === 0) return NOTHING;
  return {
    sql: wanted
      .map(() => "instr(' ' || words_of(ifnull(t.place, '')), ' ' || ?) > 0")
      .join(' AND '),
    values: wanted,
  };
}

/** A relation's words are its title and kind and the names of its two actors. */
function relationWords(text: string | undefined): Pick<Listing, 'where' | 'values'> {
  const wanted = words(text ?? '');
  const searched = `(SELECT t.words || ' ' || group_concat(n.words, ' ') FROM names n
    WHERE n.actor IN (t.from_actor, t.to_actor))`;
  return {
    where: wanted.map(() => `instr(' ' || ${searched}, ' ' || ?) > 0`),
    values: wanted,
  };
}
