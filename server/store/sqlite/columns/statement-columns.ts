import {
  ACTOR_KINDS,
  ACTS,
  METHODS,
  MODES,
  STATUSES,
} from '../../../../graph-data/schema/index.ts';
import type { Connection, Value } from '../database.ts';
import { IN_KEYS } from '../read-records.ts';
import { BitSet } from './bit-set.ts';
import { Column, Lists } from './column.ts';

/** Values of the enumerated columns, by code. */
export const CODES = {
  kind: ACTOR_KINDS,
  mode: MODES,
  act: ACTS,
  status: STATUSES,
  method: METHODS,
} as const;

/** Day of an undated record in `saidFrom`: it overlaps no range. */
export const NO_DAY = 2_000_000_000;

/**
 * What searching and counting need of every statement, by its key, in memory: 60 bytes or so a
 * statement. A match is a bit set; totals and facets are loops over numbers. SQLite stays the
 * record: the columns are read from it when it is opened and brought up to date by every write.
 */
export class StatementColumns {
  readonly all: BitSet;
  readonly live: BitSet;
  readonly speaker: Column;
  readonly mode: Column;
  readonly act: Column;
  readonly status: Column;
  readonly method: Column;
  readonly saidFrom: Column;
  readonly saidTo: Column;
  readonly saidAsc: Column;
  readonly saidDesc: Column;
  /** Milliseconds since 1970. */
  readonly recorded: Column<Float64Array>;
  readonly about: Lists;
  readonly addressee: Lists;
  readonly via: Lists;
  readonly document: Lists;
  readonly actorKind: Column;
  readonly outlet: Column;
  readonly publishedFrom: Column;
  readonly publishedTo: Column;

  private constructor(statements: number, actors: number, documents: number) {
    const column = (size: number) => new Column(new Int32Array(size + 1));
    this.all = new BitSet(statements + 1);
    this.live = new BitSet(statements + 1);
    this.speaker = column(statements);
    this.mode = column(statements);
    this.act = column(statements);
    this.status = column(statements);
    this.method = column(statements);
    this.saidFrom = column(statements);
    this.saidTo = column(statements);
    this.saidAsc = column(statements);
    this.saidDesc = column(statements);
    this.recorded = new Column(new Float64Array(statements + 1));
    this.about = new Lists(statements);
    this.addressee = new Lists(statements);
    this.via = new Lists(statements);
    this.document = new Lists(statements);
    this.actorKind = column(actors);
    this.outlet = column(documents);
    this.publishedFrom = column(documents);
    this.publishedTo = column(documents);
  }

  /** Statements that there may be. */
  get size(): number {
    return this.speaker.numbers.length;
  }

  static read(connection: Connection): StatementColumns {
    const largest = (table: string) =>
      connection.column<number | null>(`SELECT max(key) FROM ${table}`)[0] ?? 0;
    const columns = new StatementColumns(
      largest('statements'),
      largest('actors'),
      largest('documents'),
    );
    columns.#readActors(connection, null);
    columns.#readDocuments(connection, null);
    columns.#readStatements(connection, null);
    return columns;
  }

  /** Reads again what a write may have changed; keys that no row has any more are forgotten. */
  refresh(connection: Connection, changed: ChangedKeys): void {
    if (changed.actors.length > 0) this.#readActors(connection, changed.actors);
    if (changed.documents.length > 0) this.#readDocuments(connection, changed.documents);
    if (changed.statements.length === 0) return;
    for (const key of changed.statements) {
      this.all.delete(key);
      this.live.delete(key);
      for (const lists of [this.about, this.addressee, this.via, this.document]) lists.forget(key);
    }
    this.#readStatements(connection, changed.statements);
  }

  #readActors(connection: Connection, keys: readonly number[] | null): void {
    for (const [key = 0, kind] of rows(connection, 'SELECT key, kind FROM actors', 'key', keys))
      this.actorKind.set(Number(key), codeOf('kind', kind));
  }

  #readDocuments(connection: Connection, keys: readonly number[] | null): void {
    const sql = 'SELECT key, outlet, published_from, published_to FROM documents';
    for (const [key, outlet, from, to] of rows(connection, sql, 'key', keys)) {
      this.outlet.set(Number(key), Number(outlet ?? 0));
      this.publishedFrom.set(Number(key), Number(from ?? NO_DAY));
      this.publishedTo.set(Number(key), Number(to ?? 0));
    }
  }

  #readStatements(connection: Connection, keys: readonly number[] | null): void {
    const sql = `SELECT key, speaker, mode, act, status, method, said_from, said_to, said_asc,
      said_desc, recorded FROM statements`;
    for (const row of rows(connection, sql, 'key', keys)) this.#putStatement(row);
    const lists: [Lists, string][] = [
      [this.about, 'SELECT DISTINCT statement, actor FROM about'],
      [this.addressee, 'SELECT DISTINCT statement, actor FROM addressees'],
      [this.via, 'SELECT DISTINCT statement, actor FROM via'],
      [this.document, 'SELECT statement, document FROM reports'],
    ];
    for (const [list, select] of lists)
      for (const [owner, value] of rows(connection, select, 'statement', keys))
        list.add(Number(owner), Number(value));
  }

  #putStatement(row: readonly Value[]): void {
    const [id, speaker, mode, act, status, method, from, to, asc, desc, recorded] = row;
    const key = Number(id);
    this.all.add(key);
    if (status !== 'rejected') this.live.add(key);
    this.speaker.set(key, Number(speaker));
    this.mode.set(key, codeOf('mode', mode));
    this.act.set(key, codeOf('act', act));
    this.status.set(key, codeOf('status', status));
    this.method.set(key, codeOf('method', method));
    this.saidFrom.set(key, Number(from ?? NO_DAY));
    this.saidTo.set(key, Number(to ?? 0));
    this.saidAsc.set(key, Number(asc));
    this.saidDesc.set(key, Number(desc));
    this.recorded.set(key, Date.parse(String(recorded)));
  }
}

/** Keys of rows that a write put or removed. */
export interface ChangedKeys {
  readonly statements: readonly number[];
  readonly actors: readonly number[];
  readonly documents: readonly number[];
}

/** The code of an enumerated value; -1, which no statement has, for a word that is none. */
export function codeOf(name: keyof typeof CODES, value: unknown): number {
  const values: readonly unknown[] = CODES[name];
  return values.indexOf(value);
}

/** Rows as arrays, ordered by the column; those of the given keys only, unless null. */
function rows(
  connection: Connection,
  sql: string,
  column: string,
  keys: readonly number[] | null,
): Iterable<Value[]> {
  const where = keys === null ? '' : `WHERE ${column} ${IN_KEYS}`;
  const statement = connection.database.prepare<Value[]>(`${sql} ${where} ORDER BY ${column}`);
  return statement.raw().iterate(...(keys === null ? [] : [JSON.stringify(keys)])) as Iterable<
    Value[]
  >;
}
