import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { ConfigError, configFrom, type Config } from './config.ts';
import { OnrecordError } from './contract/index.ts';
import { GraphView } from './graph/view.ts';
import { close, createServer, listen } from './http/server.ts';
import { PathFinder } from './query/paths/index.ts';
import { loadRecords } from './record/sample.ts';
import { createSqliteStore } from './store/sqlite/index.ts';
import type { Store } from './store/store.ts';

/** Exit codes: 1 for a fault of ours, 2 for settings or surroundings that must be mended. */
const FAULT = 1;
const MEND = 2;

const clientDir = fileURLToPath(new URL('../client/dist', import.meta.url));

function versionOf(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Fills an empty record with the sample; a record that holds anything is left as it is. */
async function loadSample(store: Store): Promise<void> {
  const { documents, actors, statements } = await store.counts();
  if (documents + actors + statements > 0) return;
  if (await store.loadSample(loadRecords())) {
    const counts = await store.counts();
    console.log(`Loaded the sample: ${counts.statements} statements, ${counts.actors} actors.`);
  }
}

function logFault(error: unknown): void {
  console.error(new Date().toISOString(), error);
}

/** Tells apart what a person can mend from a fault of ours, and ends with its exit code. */
function explain(error: unknown, { host, port, dataDir }: Config): number {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    console.error(
      `Port ${port} on ${host} is in use. Take another one: PORT=${port + 1} npm start`,
    );
    return MEND;
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'EROFS') {
    console.error(`Cannot use ${host}:${port} or ${dataDir}: ${(error as Error).message}`);
    return MEND;
  }
  if (error instanceof OnrecordError) {
    console.error(`${error.code}: ${error.message}`);
    return MEND;
  }
  console.error(error);
  return FAULT;
}

async function start(config: Config): Promise<() => Promise<void>> {
  const store = await createSqliteStore(config.dataDir);
  try {
    await loadSample(store);
    const graph = new GraphView(store);
    const paths = new PathFinder(store);
    const deps = { store, graph, paths, version: versionOf(), clientDir, onFault: logFault };
    const server = createServer(createApp(deps));
    console.log(`Onrecord is at ${await listen(server, config.host, config.port)}`);
    console.log(`The record is kept in ${config.dataDir}. Ctrl-C stops it.`);
    void Promise.all([graph.prepare(), paths.warm()]).catch(logFault);
    return async () => {
      await close(server);
      await store.close();
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(FAULT);
    stopping = true;
    console.log(`Stopping (${signal}).`);
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logFault(error);
        process.exit(FAULT);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

async function main(): Promise<void> {
  let config: Config;
  try {
    config = configFrom(process.env, process.cwd());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = MEND;
    return;
  }
  try {
    stopOnSignal(await start(config));
  } catch (error) {
    process.exitCode = explain(error, config);
  }
}

await main();
