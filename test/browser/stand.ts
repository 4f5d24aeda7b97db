import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createApp } from '../../server/app.ts';
import { openHouse, type House } from '../../server/house.ts';
import { close, createServer, listen } from '../../server/http/server.ts';

const client = fileURLToPath(new URL('../../client', import.meta.url));

/** Builds the client as it stands now, as for production, into a folder of its own. */
export async function buildClient(outDir: string): Promise<void> {
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
  const clientDir = join(folder, 'client');
  await buildClient(clientDir);
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
