import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';

/**
 * The SQLite binding that fits the Node that runs: better-sqlite3 13 needs Node 22; 12 ends the
 * process on Node 24.19 and later, whenever a statement is collected while no JavaScript runs
 * (docs/decisions/0131-two-bindings.md). `server/bin/prepare.mjs` sees to it that it is installed.
 */
export const SQLITE_PACKAGE =
  Number(process.versions.node.split('.')[0]) >= 22 ? 'better-sqlite3' : 'better-sqlite3-12';

export const Database = createRequire(import.meta.url)(SQLITE_PACKAGE) as typeof BetterSqlite3;
