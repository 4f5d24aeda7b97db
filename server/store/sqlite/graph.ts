import { join } from 'node:path';
import type {
  GraphGrouping,
  GraphQuery,
  GraphRequest,
  GraphTop,
  RecordGraph,
} from '../record-graph.ts';
import type Database from 'better-sqlite3';
import type { Connection } from './database.ts';
import { open } from './database.ts';
import { EDGE_TABLES, NODE_TABLES } from './graph-model.ts';
import { FEW_ROWS, anyRows, fewRows, steppedRows } from './graph-query.ts';
import { compileGroup, compileTop } from './graph-sql.ts';
import type { Sql } from './graph-select.ts';

/** Plans may be made for sizes of so many milliseconds ago. */
const STATISTICS_MS = 250;

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
  #fresh = -Infinity;
  /** Made once: better-sqlite3 builds four functions for every transaction it is given. */
  readonly #inTransaction: (work: () => unknown) => unknown;

  constructor(connection: Connection) {
    this.#connection = connection;
    const run = connection.database.transaction((work: () => unknown) => work());
    this.#inTransaction = run.deferred;
    this.#versionQuery = connection.database.prepare<[], number>('PRAGMA data_version').pluck();
  }

  snapshot<T>(work: () => T): T {
    return this.#inTransaction(work) as T;
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

  /**
   * Sizes rounded to powers of two, read again only after somebody else has written, for which is
   * looked no more often than STATISTICS_MS says.
   */
  statistics(): string {
    const now = performance.now();
    if (now < this.#fresh) return this.#statistics;
    this.#fresh = now + STATISTICS_MS;
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
    return this.#query(compileTop(request, top), top?.limit ?? null, hasKeys(request));
  }

  group(request: GraphRequest, grouping: GraphGrouping): GraphQuery | null {
    const { keys, limit } = grouping;
    return this.#query(compileGroup(request, grouping), limit, keys === 0);
  }

  #query(sql: Sql | null, limit: number | null, few: boolean): GraphQuery | null {
    if (!sql) return null;
    const { database } = this.#connection;
    if (few || (limit ?? Infinity) <= FEW_ROWS) return fewRows(database, sql);
    return limit === null ? anyRows(database, sql) : steppedRows(database, sql);
  }
}

/** Whether only given elements and what they touch are asked for. */
function hasKeys({ nodes, edges }: GraphRequest): boolean {
  return [...nodes, ...edges].some(({ keys }) => keys !== null);
}

function sum(numbers: readonly number[]): number {
  return Math.ceil(numbers.reduce((total, number) => total + number, 0));
}
