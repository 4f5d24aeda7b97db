import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from './database.ts';
import { takeWriterLock } from './lock.ts';
import { SqliteStore } from './store.ts';
import type { StoreOptions } from './store.ts';

export { copyRecord } from './copy.ts';
export { SqliteStore } from './store.ts';

/** The record's file inside a data directory. */
export const RECORD_FILE = 'record.db';

/** Below this many statements SQL answers as quickly as columns in memory do. */
const COLUMNS_FROM = 5000;

/**
 * Opens the record of a data directory for reading and writing, and makes directory and file when
 * they are absent. One process at a time: throws `record-in-use` when another one writes here.
 */
export async function createSqliteStore(
  dataDir: string,
  options: Pick<StoreOptions, 'now' | 'columnsFrom'> = {},
): Promise<SqliteStore> {
  const release = takeWriterLock(dataDir);
  try {
    const path = join(dataDir, RECORD_FILE);
    return new SqliteStore(path, open(path, { readonly: false }), {
      columnsFrom: COLUMNS_FROM,
      ...options,
      onClose: release,
    });
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Opens the record of a data directory for reading, beside a server that may be writing. Throws
 * `not-found` when there is none.
 */
export async function openReadOnlyStore(dataDir: string): Promise<SqliteStore> {
  const path = join(dataDir, RECORD_FILE);
  return new SqliteStore(path, open(path, { readonly: true }));
}

/** An empty record in a directory of its own under the system's temporary one, gone when closed. */
export async function openTemporaryStore(
  options: Pick<StoreOptions, 'now' | 'columnsFrom'> = {},
): Promise<SqliteStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-store-'));
  const path = join(dataDir, RECORD_FILE);
  const onClose = () => rmSync(dataDir, { recursive: true, force: true });
  return new SqliteStore(path, open(path, { readonly: false }), { ...options, onClose });
}
