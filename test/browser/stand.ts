import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createApp } from '../../server/app.ts';
import { openHouse, type House } from '../../server/house.ts';
import { close, createServer, listen } from '../../server/http/server.ts';

const client = fileURLToPath(new URL('../../client', import.meta.url));

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the built client is made from. */
const SOURCES = ['client', 'graph-data/schema', 'server/contract', 'package-lock.json'];

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'dist')
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source))))
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const CACHE = join(root, 'node_modules/.cache/onrecord');

/**
 * The folder of the client as it stands now, built as for production. It is built once for each
 * state of its sources; two test files that build at once do so apart, and the first one's stays.
 */
export async function builtClient(): Promise<string> {
  const folder = join(CACHE, `client-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const making = mkdtempSync(join(CACHE, 'client-making-'));
  await build(making);
  try {
    renameSync(making, folder);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  forgetOld();
  return folder;
}

const DAY = 86_400_000;

function forgetOld(): void {
  for (const name of readdirSync(CACHE).filter((file) => file.startsWith('client-'))) {
    const { mtimeMs } = statSync(join(CACHE, name), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs !== undefined && mtimeMs < Date.now() - DAY)
      rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

async function build(outDir: string): Promise<void> {
  const vite = join(client, '../node_modules/vite/bin/vite.js');
  const options = ['build', client, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...options], { env });
}

export interface Stand {
  /** Address of the running app, without a slash at the end. */
  readonly url: string;
  readonly house: House;
  /** Faults that the server reported. */
  readonly faults: unknown[];
  stop(): Promise<void>;
}

/** The real app on a free port, over a new folder with the sample, with the client built now. */
export async function createStand(): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-browser-'));
  const clientDir = await builtClient();
  const house = await openHouse(join(folder, 'record'));
  const faults: unknown[] = [];
  const onFault = (error: unknown) => void faults.push(error);
  const server = createServer(createApp({ ...house, clientDir, onFault }));
  const url = (await listen(server, '127.0.0.1', 0)).replace(/\/$/, '');
  await Promise.all([house.graph.prepare(), house.paths.warm()]);
  return {
    url,
    house,
    faults,
    async stop() {
      await close(server);
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
