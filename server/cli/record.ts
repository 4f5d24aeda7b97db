import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError, configFrom, type Config } from '../config.ts';
import { loadRecords } from '../record/sample.ts';
import {
  openTemporaryStore,
  openReadOnlyStore,
  RECORD_FILE,
  type SqliteStore,
} from '../store/sqlite/index.ts';
import type { Store } from '../store/store.ts';
import { UsageError, type Io } from './command.ts';

/** The data folder that the environment names. Throws UsageError. */
const dataDirOf = (io: Io): string => settingsOf(io).dataDir;

/** Where the record is, and how a new one begins. Throws UsageError. */
export function settingsOf({ env, folder }: Io): Pick<Config, 'dataDir' | 'sample'> {
  try {
    return configFrom(env, folder);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

/** The sample in a record of its own, gone when closed. */
async function openSample(): Promise<SqliteStore> {
  const store = await openTemporaryStore();
  await store.loadSample(loadRecords());
  return store;
}

/**
 * Opens the record of DATA_DIR for reading, beside a server that may be writing; when there is
 * none, the sample, and says so. The folder is the one that the record stands in. Closes it again whatever happens.
 */
export async function withRecord<T>(
  io: Io,
  deed: (store: Store, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = dataDirOf(io);
  const stands = existsSync(join(dataDir, RECORD_FILE));
  if (!stands) io.err(`There is no record in ${dataDir}: this is the sample.`);
  const store = stands ? await openReadOnlyStore(dataDir) : await openSample();
  try {
    return await deed(store, dirname(store.path));
  } finally {
    await store.close();
  }
}
