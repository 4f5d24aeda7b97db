import type Sqlite from 'better-sqlite3';
import { Database } from './driver.ts';
import { OnrecordError, words } from '../../contract/index.ts';
import { MIGRATIONS } from './schema.ts';

/** Prepared statements kept; queries that people compose make new ones without end. */
const PREPARED_LIMIT = 600;

/** Page cache in KiB, and how much of the file may be mapped, in bytes. */
const CACHE_KIB = 65_536;
const MAPPED_BYTES = 1_073_741_824;

export type Value = string | number | null;

/** For PRAGMA optimize: analyse what may gain by it, whether it was queried lately or not. */
const ALL_TABLES = 0x10002;

/** Writes after which the planner's statistics are looked at again. */
const WRITES_BETWEEN_LOOKS = 1000;

/** A SQLite connection that keeps its prepared statements, least recently used out first. */
export class Connection {
  readonly database: Sqlite.Database;
  #writes = 0;
  readonly #prepared = new Map<string, Sqlite.Statement<Value[]>>();

  constructor(database: Sqlite.Database) {
    this.database = database;
  }

  prepare(sql: string): Sqlite.Statement<Value[]> {
    const known = this.#prepared.get(sql);
    if (known) this.#prepared.delete(sql);
    const statement = known ?? this.database.prepare<Value[]>(sql);
    this.#prepared.set(sql, statement);
    if (this.#prepared.size > PREPARED_LIMIT) this.#forgetOldest();
    return statement;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  /** The first column of every row. */
  column<T extends Value>(sql: string, ...values: Value[]): T[] {
    return this.prepare(sql)
      .pluck()
      .all(...values) as T[];
  }

  run(sql: string, ...values: Value[]): Sqlite.RunResult {
    return this.prepare(sql).run(...values);
  }

  /** Runs the body in one transaction that takes the write lock first; a throw rolls back. */
  write<T>(body: () => T): T {
    const result = this.database.transaction(body).immediate();
    this.#writes += 1;
    if (this.#writes % WRITES_BETWEEN_LOOKS === 0) this.#optimise();
    return result;
  }

  /** Runs the body against one snapshot. */
  read<T>(body: () => T): T {
    return this.database.transaction(body).deferred();
  }

  /** A writer leaves statistics behind for the next one. */
  close(): void {
    this.#prepared.clear();
    if (this.#writes > 0) this.#optimise();
    this.database.close();
  }

  /**
   * Brings the planner's statistics up to date where tables have grown or shrunk much since
   * (https://sqlite.org/pragma.html#pragma_optimize); SQLite bounds what it looks at. Old ones do
   * as well: on a full disk, say, what was written stands all the same and must not seem refused.
   */
  #optimise(): void {
    try {
      this.database.pragma(`optimize = ${ALL_TABLES}`);
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }

  #forgetOldest(): void {
    for (const sql of this.#prepared.keys()) {
      this.#prepared.delete(sql);
      return;
    }
  }
}

/**
 * Opens the record's file. A writer creates it when absent and brings it to the newest version.
 * Throws `not-found` when a reader finds no file, `newer-record` for a file of a later Onrecord,
 * and `conflict` when a reader finds a file that a writer must bring up to date first.
 */
export function open(path: string, { readonly }: { readonly: boolean }): Connection {
  const connection = new Connection(connect(path, readonly));
  try {
    configure(connection, readonly);
    if (readonly) checkVersion(connection, path);
    else migrate(connection, path);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

function connect(path: string, readonly: boolean): Sqlite.Database {
  try {
    return new Database(path, { readonly, fileMustExist: readonly });
  } catch (error) {
    if (readonly && error instanceof Database.SqliteError && error.code === 'SQLITE_CANTOPEN')
      throw new OnrecordError('not-found', `There is no record at ${path}: start the server once.`);
    throw error;
  }
}

function configure({ database }: Connection, readonly: boolean): void {
  if (!readonly) database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma(`cache_size = -${CACHE_KIB}`);
  database.pragma(`mmap_size = ${MAPPED_BYTES}`);
  database.pragma('temp_store = MEMORY');
  database.function('words_of', { deterministic: true }, (text) => words(String(text)).join(' '));
}

function versionOf({ database }: Connection, path: string): number {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > MIGRATIONS.length)
    throw new OnrecordError(
      'newer-record',
      `${path} was written by a newer Onrecord (version ${version}; this one knows ${MIGRATIONS.length}). Update Onrecord, or name another DATA_DIR.`,
    );
  return version;
}

function checkVersion(connection: Connection, path: string): void {
  if (versionOf(connection, path) < MIGRATIONS.length)
    throw new OnrecordError(
      'older-record',
      `${path} was written by an older Onrecord: start the server once to bring it up to date.`,
    );
}

function migrate(connection: Connection, path: string): void {
  const { database } = connection;
  connection.write(() => {
    const version = versionOf(connection, path);
    MIGRATIONS.slice(version).forEach((sql, i) => {
      database.exec(sql);
      database.pragma(`user_version = ${version + i + 1}`);
    });
  });
}
