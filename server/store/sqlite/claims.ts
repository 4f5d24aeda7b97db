import { words } from '../../contract/index.ts';
import type { ActorFilter, ClaimFilter, Page, PageRequest } from '../store.ts';
import { boundsOf } from './compile.ts';
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

/** SQL for "one of these actors has a part", by table; its parameters are lists of actor keys. */
const HAS_PART = {
  agreements: `t.key IN (SELECT agreement FROM agreement_actors WHERE actor ${IN_KEYS})`,
  events: `t.key IN (SELECT event FROM participants WHERE actor ${IN_KEYS})`,
  relations: `t.from_actor ${IN_KEYS} OR t.to_actor ${IN_KEYS}`,
} as const;

const OWNER = { agreements: 'agreement', events: 'event', relations: 'relation' } as const;

export function claimListing(
  connection: Connection,
  table: keyof typeof HAS_PART,
  filter: ClaimFilter,
): Listing {
  const where: string[] = [];
  const values: Value[] = [];
  const add = (sql: string, ...given: Value[]) => {
    where.push(sql);
    values.push(...given);
  };
  add(`t.status ${IN_KEYS}`, JSON.stringify(filter.status ?? ['accepted', 'proposed']));
  if (filter.kinds)
    add(`t.${table === 'agreements' ? 'state' : 'kind'} ${IN_KEYS}`, JSON.stringify(filter.kinds));
  if (filter.actors) {
    const keys = JSON.stringify(keysOf(connection, 'actors', filter.actors));
    add(HAS_PART[table], ...(table === 'relations' ? [keys, keys] : [keys]));
  }
  if (filter.documents)
    add(
      `t.key IN (SELECT ${OWNER[table]} FROM evidence WHERE document ${IN_KEYS})`,
      JSON.stringify(keysOf(connection, 'documents', filter.documents)),
    );
  if (filter.dates) {
    const bounds = filter.dates.map(boundsOf);
    const among = bounds.map(() => '(t.date_from <= ? AND t.date_to >= ?)').join(' OR ');
    const limits = bounds.flatMap(({ first, last }) => [last, first]);
    add(`t.date_from IS NOT NULL AND (${among || '0'})`, ...limits);
  }
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
