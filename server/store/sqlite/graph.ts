import { join } from 'node:path';
import type {
  GraphCell,
  GraphConstant,
  GraphGrouping,
  GraphQuery,
  GraphRequest,
  GraphTop,
  RecordGraph,
} from '../record-graph.ts';
import type Database from 'better-sqlite3';
import type { Connection, Value } from './database.ts';
import { open } from './database.ts';
import { EDGE_TABLES, NODE_TABLES } from './graph-model.ts';
import { compileGroup, compileTop, isLate } from './graph-sql.ts';
import type { Sql } from './graph-sql.ts';

/** Texts of prepared statements kept for the next query that asks the same. */
const KEPT_STATEMENTS = 200;

/** Opens the record of a data directory as a graph, for reading. Throws `not-found`. */
export function openRecordGraph(dataDir: string): SqliteRecordGraph {
  return new SqliteRecordGraph(open(join(dataDir, 'record.db'), { readonly: true }));
}

/** The record as a graph over a connection of its own, which `close` closes. */
export class SqliteRecordGraph implements RecordGraph {
  readonly nodeKinds = NODE_TABLES;
  readonly edgeKinds = EDGE_TABLES;
  readonly #connection: Connection;
  readonly #sizes = new Map<string, number>();
  readonly #versionQuery: Database.Statement<[], number>;
  #version = -1;
  #statistics = '';
  /** Prepared statements that no iteration is using, by their text. */
  readonly #free = new Map<string, Database.Statement<Value[]>[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#versionQuery = connection.database.prepare<[], number>('PRAGMA data_version').pluck();
  }

  snapshot<T>(work: () => T): T {
    return this.#connection.read(work);
  }

  close(): void {
    this.#connection.close();
  }

  countNodes(label: string | null): number {
    const sizes = NODE_TABLES.map(({ label: own, sublabels, table }) => {
      const share = Object.values(sublabels).includes(label ?? '') ? 0.2 : 0;
      const part = label === null || label === own ? 1 : share;
      return part * this.#size(`SELECT max(key) FROM ${table}`);
    });
    return sum(sizes);
  }

  countEdges(type: string | null): number {
    const tables = EDGE_TABLES.filter((table) => type === null || table.type === type);
    const sizes = tables.map(({ table, row }) => {
      const share = table === 'relations' ? 0.2 : 1;
      return share * this.#size(`SELECT max(${row}) FROM ${table} t`);
    });
    return sum(sizes);
  }

  /** Surrogate keys count upwards, so that the largest tells about how many rows there are. */
  #size(sql: string): number {
    const known = this.#sizes.get(sql);
    if (known !== undefined) return known;
    const [size] = this.#connection.column<number | null>(sql);
    this.#sizes.set(sql, size ?? 0);
    return size ?? 0;
  }

  /** Sizes rounded to powers of two, read again only after somebody else has written. */
  statistics(): string {
    const version = this.#versionQuery.get() ?? 0;
    if (version !== this.#version) {
      this.#version = version;
      this.#sizes.clear();
      const sizes = [
        ...NODE_TABLES.map(({ label }) => this.countNodes(label)),
        ...EDGE_TABLES.map(({ type }) => this.countEdges(type)),
      ];
      this.#statistics = sizes.map((size) => Math.round(Math.log2(size + 1))).join(' ');
    }
    return this.#statistics;
  }

  match(request: GraphRequest, top?: GraphTop): GraphQuery | null {
    return this.#query(compileTop(request, top));
  }

  group(request: GraphRequest, grouping: GraphGrouping): GraphQuery | null {
    return this.#query(compileGroup(request, grouping));
  }

  #query(sql: Sql | null): GraphQuery | null {
    if (!sql) return null;
    return (late) => ({ [Symbol.iterator]: () => this.#iterate(sql, late) });
  }

  /** Each iteration has a statement of its own: better-sqlite3 runs one iterator per statement. */
  #iterate({ text, values }: Sql, late: readonly GraphConstant[]): Iterator<readonly GraphCell[]> {
    const statement = this.#takeStatement(text);
    const bound = values.map((value) =>
      isLate(value) ? value.make(late[value.late] ?? '') : value,
    );
    const rows = statement.iterate(...bound) as Iterator<readonly GraphCell[]>;
    let running = true;
    const release = () => {
      if (running) this.#free.set(text, [...(this.#free.get(text) ?? []), statement]);
      running = false;
    };
    return {
      next: () => {
        const row = rows.next();
        if (row.done) release();
        return row;
      },
      return: () => {
        rows.return?.();
        release();
        return { done: true, value: undefined };
      },
    };
  }

  #takeStatement(text: string): Database.Statement<Value[]> {
    const free = this.#free.get(text)?.pop();
    if (free) return free;
    if (this.#free.size >= KEPT_STATEMENTS) this.#free.clear();
    return this.#connection.database.prepare<Value[]>(text).raw();
  }
}

function sum(numbers: readonly number[]): number {
  return Math.ceil(numbers.reduce((total, number) => total + number, 0));
}
