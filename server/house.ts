import { readFileSync } from 'node:fs';
import { removeAddress } from './address.ts';
import { RevisionCache } from './graph/cache.ts';
import { computing } from './graph/processes.ts';
import { GraphView } from './graph/view.ts';
import { Importer, JobRunner, ReadingPool, Spool } from './ingest/index.ts';
import { CypherRunner } from './query/cypher/runner.ts';
import { PathFinder } from './query/paths/index.ts';
import { createRecord } from './record/index.ts';
import type { FoundLikenesses } from './record/likeness-list.ts';
import { loadRecords } from './record/sample.ts';
import type { RouteDeps } from './routes/deps.ts';
import { createSqliteStore } from './store/sqlite/index.ts';
import type { Store } from './store/store.ts';

/** Everything that the routes stand on, over one data folder. */
export interface House extends RouteDeps {
  /** How many statements the sample brought; null when the record held something already. */
  readonly loaded: number | null;
  /** Stops reading and computing and closes the record; imports under way go on at the next start. */
  close(): Promise<void>;
}

/** The version in package.json. */
function versionOf(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Fills an empty record with the sample; a record that holds anything is left as it is. */
async function loadSample(store: Store): Promise<number | null> {
  const { documents, actors, statements } = await store.counts();
  if (documents + actors + statements > 0) return null;
  return (await store.loadSample(loadRecords())) ? (await store.counts()).statements : null;
}

/** Cypher queries in processes of their own; the first query starts the first process. */
function lazyCypher(dataDir: string): Pick<CypherRunner, 'run' | 'close'> {
  const module = new URL('./store/sqlite/graph.ts', import.meta.url).href;
  let runner: CypherRunner | null = null;
  return {
    run: (...asked) => (runner ??= new CypherRunner({ source: { module, dataDir } })).run(...asked),
    close: async () => runner?.close(),
  };
}

/** So that a fault is never unheard where nobody asked to be told. */
function warn(fault: unknown): void {
  process.emitWarning(fault instanceof Error ? fault : String(fault));
}

/** Likenesses of one revision of the record, found in a process of its own and kept. */
function likenessFinder(store: Store, dataDir: string): RouteDeps['likenesses'] {
  const module = new URL('./record/likeness-child.ts', import.meta.url);
  const kept = new RevisionCache<FoundLikenesses>(1);
  return async () =>
    kept.get(await store.revision(), 'all', () => computing.run(module, { dataDir }));
}

/**
 * Opens the record in a folder, loads the sample into a new one, and takes up imports that were
 * cut off. Throws what opening the store throws, and `invalid-records` for a damaged sample.
 *
 * @param onFault told of faults in what goes on beside requests
 * @param sample whether a record that holds nothing is begun with the sample
 */
export async function openHouse(
  dataDir: string,
  onFault: (error: unknown) => void = warn,
  sample = true,
): Promise<House> {
  const store = await createSqliteStore(dataDir);
  try {
    removeAddress(dataDir);
    const loaded = sample ? await loadSample(store) : null;
    const record = createRecord(store);
    const reading = new ReadingPool();
    const importer = new Importer(store, record, reading);
    const jobs = new JobRunner(new Spool(dataDir, onFault), importer, onFault);
    await jobs.resume();
    const cypher = lazyCypher(dataDir);
    const close = async () => {
      await computing.close();
      await cypher.close();
      await jobs.close();
      reading.stop();
      await store.close();
    };
    const paths = new PathFinder(store);
    const graph = new GraphView(store, paths);
    const likenesses = likenessFinder(store, dataDir);
    const rooms = { store, record, jobs, importer, graph, paths, cypher, likenesses };
    return { ...rooms, version: versionOf(), loaded, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
