import { fileURLToPath } from 'node:url';
import { leaveAddress, removeAddress } from './address.ts';
import { createApp } from './app.ts';
import { ConfigError, configFrom, type Config } from './config.ts';
import { faultOfSurroundings, isUnusable, OnrecordError } from './contract/index.ts';
import { openHouse } from './house.ts';
import { close, createServer, listen, probe } from './http/server.ts';

/** Exit codes: 1 for a fault of ours, 2 for settings or surroundings that must be mended. */
const FAULT = 1;
const MEND = 2;

const clientDir = fileURLToPath(new URL('../client/dist', import.meta.url));

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
  if (isUnusable(error)) {
    console.error(`Cannot use ${host}:${port} or ${dataDir}: ${(error as Error).message}`);
    return MEND;
  }
  const known = error instanceof OnrecordError ? error : faultOfSurroundings(error);
  if (known) {
    console.error(`${known.code}: ${known.message}`);
    return MEND;
  }
  console.error(error);
  return FAULT;
}

async function start(config: Config): Promise<() => Promise<void>> {
  // Asked first: a second start then hears of the busy port and not of the record in use.
  await probe(config.host, config.port);
  const house = await openHouse(config.dataDir, logFault, config.sample);
  try {
    const { loaded, graph, paths } = house;
    if (loaded !== null) console.log(`Loaded the sample: ${loaded} statements.`);
    const server = createServer(createApp({ ...house, clientDir, onFault: logFault }));
    const url = await listen(server, config.host, config.port);
    leaveAddress(config.dataDir, url);
    console.log(`Onrecord is at ${url}`);
    console.log(`The record is kept in ${config.dataDir}. Ctrl-C stops it.`);
    void Promise.all([graph.prepare(), paths.warm()]).catch(logFault);
    return async () => {
      removeAddress(config.dataDir);
      await close(server);
      await house.close();
    };
  } catch (error) {
    await house.close();
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
