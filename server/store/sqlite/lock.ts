import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from './driver.ts';
import { OnrecordError } from '../../contract/index.ts';

/**
 * Holds the writer's place in a data directory until released. The lock is the operating
 * system's, taken by an exclusive SQLite transaction on an empty file, so that it ends with the
 * process however that ends, and nothing stale is left to clear away. Readers do not take it.
 * Throws `record-in-use` when another process holds it.
 */
export function takeWriterLock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const database = new Database(join(dataDir, 'writer.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new OnrecordError(
        'record-in-use',
        `Another Onrecord is writing to ${dataDir}. Stop it first, or name another DATA_DIR.`,
      );
    throw error;
  }
  return () => database.close();
}
