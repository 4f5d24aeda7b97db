import {
  ACTOR_KINDS,
  ACTS,
  METHODS,
  MODES,
  STATUSES,
} from '../../../../graph-data/schema/index.ts';
import type { Connection } from '../database.ts';
import { BitSet } from './bit-set.ts';
import { Column, Lists } from './column.ts';
import { eachLength } from './lengths.ts';
import { eachBatch, type NumberRows } from './numbers.ts';

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
  /** Words of text and quotations, as the full-text index counts them; 0 for none. */
  readonly length: Column;
  #words = 0;
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
    this.length = column(statements);
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

  /** Words of all statements together. */
  get words(): number {
    return this.#words;
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
    if (changed.statuses.length > 0) this.#readStatuses(connection, changed.statuses);
    if (changed.statements.length === 0) return;
    for (const key of changed.statements) {
      this.all.delete(key);
      this.live.delete(key);
      this.#setLength(key, 0);
      for (const lists of [this.about, this.addressee, this.via, this.document]) lists.forget(key);
    }
    this.#readStatements(connection, changed.statements);
  }

  #readActors(connection: Connection, keys: readonly number[] | null): void {
    eachBatch(connection, ACTOR_ROWS, keys, (numbers) => {
      for (let i = 0; i < numbers.length; i += ACTOR_ROWS.columns.length)
        this.actorKind.set(numbers[i]!, numbers[i + 1]!);
    });
  }

  #readDocuments(connection: Connection, keys: readonly number[] | null): void {
    eachBatch(connection, DOCUMENT_ROWS, keys, (numbers) => {
      for (let i = 0; i < numbers.length; i += DOCUMENT_ROWS.columns.length) {
        const key = numbers[i]!;
        this.outlet.set(key, numbers[i + 1]!);
        this.publishedFrom.set(key, numbers[i + 2]!);
        this.publishedTo.set(key, numbers[i + 3]!);
      }
    });
  }

  #readStatements(connection: Connection, keys: readonly number[] | null): void {
    eachBatch(connection, STATEMENT_ROWS, keys, (numbers) => {
      for (let i = 0; i < numbers.length; i += STATEMENT_ROWS.columns.length)
        this.#putStatement(numbers, i);
    });
    this.#readLengths(connection, keys);
    const lists: [Lists, NumberRows][] = [
      [this.about, actorRows('about')],
      [this.addressee, actorRows('addressees')],
      [this.via, actorRows('via')],
      [this.document, { columns: ['statement', 'document'], from: 'reports', key: 'statement' }],
    ];
    for (const [list, rows] of lists)
      eachBatch(connection, rows, keys, (numbers) => {
        for (let i = 0; i < numbers.length; i += 2) list.add(numbers[i]!, numbers[i + 1]!);
      });
  }

  #readStatuses(connection: Connection, keys: readonly number[]): void {
    eachBatch(connection, STATUS_ROWS, keys, (numbers) => {
      for (let i = 0; i < numbers.length; i += STATUS_ROWS.columns.length) {
        const key = numbers[i]!;
        this.status.set(key, numbers[i + 1]!);
        if (numbers[i + 2] === 1) this.live.add(key);
        else this.live.delete(key);
      }
    });
  }

  #putStatement(numbers: Float64Array, at: number): void {
    const key = numbers[at]!;
    this.all.add(key);
    this.speaker.set(key, numbers[at + 1]!);
    this.mode.set(key, numbers[at + 2]!);
    this.act.set(key, numbers[at + 3]!);
    this.status.set(key, numbers[at + 4]!);
    this.method.set(key, numbers[at + 5]!);
    this.saidFrom.set(key, numbers[at + 6]!);
    this.saidTo.set(key, numbers[at + 7]!);
    this.saidAsc.set(key, numbers[at + 8]!);
    this.saidDesc.set(key, numbers[at + 9]!);
    this.recorded.set(key, numbers[at + 10]!);
    if (numbers[at + 11] === 1) this.live.add(key);
  }

  /** Lengths in words, as the full-text index counts them. */
  #readLengths(connection: Connection, keys: readonly number[] | null): void {
    eachLength(connection, keys, (key, length) => this.#setLength(key, length));
  }

  #setLength(key: number, length: number): void {
    this.#words += length - this.length.get(key);
    this.length.set(key, length);
  }
}

/** Keys of rows that a write put or removed. */
export interface ChangedKeys {
  readonly statements: readonly number[];
  readonly actors: readonly number[];
  readonly documents: readonly number[];
  /** Of statements whose status was set and nothing else. */
  readonly statuses: readonly number[];
}

/** The code of an enumerated value; -1, which no statement has, for a word that is none. */
export function codeOf(name: keyof typeof CODES, value: unknown): number {
  const values: readonly unknown[] = CODES[name];
  return values.indexOf(value);
}

/** An enumerated column's values as codes; -1 for what is none. */
function codes(name: keyof typeof CODES): string {
  const cases = CODES[name].map((value, code) => `WHEN '${value}' THEN ${code}`);
  return `CASE ${name} ${cases.join(' ')} ELSE -1 END`;
}

const ACTOR_ROWS: NumberRows = { columns: ['key', codes('kind')], from: 'actors', key: 'key' };

const DOCUMENT_ROWS: NumberRows = {
  columns: [
    'key',
    'ifnull(outlet, 0)',
    `ifnull(published_from, ${NO_DAY})`,
    'ifnull(published_to, 0)',
  ],
  from: 'documents',
  key: 'key',
};

const STATEMENT_ROWS: NumberRows = {
  columns: [
    'key',
    'speaker',
    codes('mode'),
    codes('act'),
    codes('status'),
    codes('method'),
    `ifnull(said_from, ${NO_DAY})`,
    'ifnull(said_to, 0)',
    'said_asc',
    'said_desc',
    "CAST(round(unixepoch(recorded, 'subsec') * 1000) AS INTEGER)",
    'live',
  ],
  from: 'statements',
  key: 'key',
};

const STATUS_ROWS: NumberRows = {
  columns: ['key', codes('status'), 'live'],
  from: 'statements',
  key: 'key',
};

function actorRows(from: 'about' | 'addressees' | 'via'): NumberRows {
  return { columns: ['statement', 'actor'], from, key: 'statement' };
}
