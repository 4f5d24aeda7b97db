import type { Tie } from '../store.ts';
import type { Connection, Value } from './database.ts';
import { isoDay } from './days.ts';

type ActorId = Tie['source'];
type Days = readonly [from: number | null, to: number | null];

type StatementRow = readonly [
  key: number,
  id: string,
  label: string,
  ...days: Days,
  status: string,
  speaker: number,
];

const STATEMENTS = `SELECT s.key, s.id, s.act, s.said_from, s.said_to, s.status, s.speaker
  FROM statements s WHERE s.live = 1`;

/** Whom a statement ties its speaker to, by the statement's key: an actor, or its document's. */
type LinkRow = readonly [statement: number, actor: number];

const LINKS = {
  about: 'SELECT l.statement, l.actor FROM about l',
  addressee: 'SELECT l.statement, l.actor FROM addressees l',
  via: 'SELECT l.statement, v.actor FROM reports l CROSS JOIN via v ON v.report = l.key',
  outlet: 'SELECT l.statement, l.document FROM reports l',
} as const;
const LINK_KINDS = ['about', 'addressee', 'via', 'outlet'] as const;

type ClaimRow = readonly [
  id: string,
  label: string,
  ...days: Days,
  status: string,
  source: number,
  target: number | null,
];

const CLAIMS = {
  agreement: `SELECT DISTINCT t.id, p.role, t.date_from, t.date_to, t.status, p.actor, NULL
    FROM agreements t JOIN agreement_actors p ON p.agreement = t.key WHERE t.live = 1`,
  event: `SELECT DISTINCT t.id, p.role, t.date_from, t.date_to, t.status, p.actor, NULL
    FROM events t JOIN participants p ON p.event = t.key WHERE t.live = 1`,
  relation: `SELECT t.id, t.kind, t.date_from, t.date_to, t.status, t.from_actor, t.to_actor
    FROM relations t WHERE t.live = 1`,
} as const;

/** A value by key, each looked up once: the rows of ties name few actors and documents often. */
function remembered<T>(find: (key: number) => T): (key: number) => T {
  const known: T[] = [];
  return (key) => (known[key] ??= find(key));
}

/** Days as text, each written once. */
function dayTexts(): (day: number | null) => string | null {
  const known = new Map<number, string | null>();
  return (day) => {
    if (day === null) return null;
    const before = known.get(day);
    if (before !== undefined) return before;
    const text = isoDay(day);
    known.set(day, text);
    return text;
  };
}

/** What the rows of ties name by key. */
interface Names {
  readonly actor: (key: number) => ActorId;
  /** Key of the actor that published the document; 0 when nobody is known to. */
  readonly outlet: (document: number) => number;
  readonly day: (day: number | null) => string | null;
}

function namesIn(connection: Connection): Names {
  const id = connection.prepare('SELECT id FROM actors WHERE key = ?').pluck();
  const outlet = connection.prepare('SELECT outlet FROM documents WHERE key = ?').pluck();
  return {
    actor: remembered((key) => id.get(key) as ActorId),
    outlet: remembered((document) => (outlet.get(document) as number | null) ?? 0),
    day: dayTexts(),
  };
}

function rowsOf<Row>(connection: Connection, sql: string, ...values: Value[]): Row[] {
  // A statement of its own: one that is kept may not be asked for rows of another form.
  return connection.database
    .prepare(sql)
    .raw()
    .all(...values) as Row[];
}

/** Links in order of their statements, gone along once. */
class Links {
  readonly kind: keyof typeof LINKS;
  readonly #rows: readonly LinkRow[];
  #at = 0;

  constructor(kind: keyof typeof LINKS, rows: readonly LinkRow[]) {
    this.kind = kind;
    this.#rows = rows;
  }

  /** Those of the statement, each once. Statements are asked about in order. */
  of(statement: number, { outlet }: Names): number[] {
    const found: number[] = [];
    for (let row = this.#rows[this.#at]; row !== undefined; row = this.#rows[(this.#at += 1)]) {
      if (row[0] > statement) break;
      const actor = this.kind === 'outlet' ? outlet(row[1]) : row[1];
      if (row[0] === statement && actor !== 0 && !found.includes(actor)) found.push(actor);
    }
    return found;
  }
}

/** @param lists in which the statements' links are */
function tiesOfStatements(
  names: Names,
  statements: readonly StatementRow[],
  lists: readonly Links[],
): Tie[] {
  const ties: Tie[] = [];
  for (const [statement, record, label, from, to, status, speaker] of statements) {
    const source = names.actor(speaker);
    const [first, last] = [names.day(from), names.day(to)];
    for (const list of lists)
      for (const actor of list.of(statement, names)) {
        const target = names.actor(actor);
        ties.push({
          record,
          kind: list.kind,
          source,
          target,
          label,
          from: first,
          to: last,
          status,
        });
      }
  }
  return ties;
}

/** Each list of links of the statements that the condition names, in order. */
function linksWhere(connection: Connection, condition: string, ...values: Value[]): Links[] {
  return LINK_KINDS.map((kind) => {
    const sql = `${LINKS[kind]} WHERE l.statement ${condition} ORDER BY l.statement`;
    return new Links(kind, rowsOf<LinkRow>(connection, sql, ...values));
  });
}

/**
 * The ties of all statements, so many statements at a time. Each table is read by itself, in order
 * of the statements: one query with a sub-query for each kind of tie takes three times as long.
 */
function* tiesOfAllStatements(
  connection: Connection,
  names: Names,
  size: number,
): Generator<Tie[]> {
  const sql = `${STATEMENTS} AND s.key > ? ORDER BY s.key LIMIT ?`;
  for (let last = -1; ;) {
    const rows = rowsOf<StatementRow>(connection, sql, last, size);
    const [first, end] = [rows[0]?.[0], rows.at(-1)?.[0]];
    if (first === undefined || end === undefined) return;
    const links = linksWhere(connection, 'BETWEEN ? AND ?', first, end);
    yield tiesOfStatements(names, rows, links);
    last = end;
  }
}

function tiesOfClaims(connection: Connection, names: Names, records: string | null): Tie[] {
  const some = records === null ? '' : ' AND t.id IN (SELECT value FROM json_each(?))';
  const values = records === null ? [] : [records];
  return (['agreement', 'event', 'relation'] as const).flatMap((kind) =>
    rowsOf<ClaimRow>(connection, CLAIMS[kind] + some, ...values).map(
      ([record, label, from, to, status, source, other]): Tie => {
        const target = other === null ? null : names.actor(other);
        const rest = { label, from: names.day(from), to: names.day(to), status };
        return { record, kind, source: names.actor(source), target, ...rest };
      },
    ),
  );
}

/**
 * Every tie, those of so many statements at a time and then the others. The connection is the
 * caller's own and stands in one transaction.
 */
export function* tiesInBatches(connection: Connection, size: number): Generator<Tie[]> {
  const names = namesIn(connection);
  yield* tiesOfAllStatements(connection, names, size);
  const others = tiesOfClaims(connection, names, null);
  for (let at = 0; at < others.length; at += size) yield others.slice(at, at + size);
}

/** Every tie of these records; those that are unknown or rejected have none. */
export function tiesOfRecords(connection: Connection, ids: readonly string[]): Tie[] {
  const names = namesIn(connection);
  const records = JSON.stringify(ids);
  const among = 'IN (SELECT value FROM json_each(?))';
  const sql = `${STATEMENTS} AND s.id ${among} ORDER BY s.key`;
  const statements = rowsOf<StatementRow>(connection, sql, records);
  const keys = JSON.stringify(statements.map(([key]) => key));
  const links = linksWhere(connection, among, keys);
  return [
    ...tiesOfStatements(names, statements, links),
    ...tiesOfClaims(connection, names, records),
  ];
}
