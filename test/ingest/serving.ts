import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../server/app.ts';
import { close, createServer, listen } from '../../server/http/server.ts';
import { openHouse, type House } from '../../server/house.ts';

/** The whole server over a folder of its own, on a port of its own. */
export interface Serving {
  readonly house: House;
  readonly url: string;
  readonly dataDir: string;
  /** Faults that were logged; one that a test expects it takes out, the others fail at the close. */
  readonly faults: unknown[];
  /** GET, parsed. */
  get<T>(address: string): Promise<T>;
  /** POST of JSON: status and parsed reply. */
  post(address: string, body?: unknown): Promise<{ status: number; reply: never }>;
  /** Closes the server and keeps the folder. */
  close(): Promise<void>;
}

/** @param dataDir a folder of an earlier server; a new one when left out */
export async function serving(dataDir?: string): Promise<Serving> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'onrecord-test-')));
  const faults: unknown[] = [];
  const onFault = (error: unknown) => void faults.push(error);
  const house = await openHouse(folder, onFault);
  const app = createApp({ ...house, clientDir: folder, onFault });
  const server: Server = createServer(app);
  const url = await listen(server, '127.0.0.1', 0);
  return {
    house,
    url,
    dataDir: folder,
    faults,
    get: async <T>(address: string) => (await fetch(url + address)).json() as Promise<T>,
    post: async (address, body) => {
      const headers = { 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
      const response = await fetch(url + address, { method: 'POST', ...sent });
      return { status: response.status, reply: (await response.json()) as never };
    },
    close: async () => {
      await close(server);
      await house.close();
      if (faults.length > 0) throw faults[0];
    },
  };
}

export async function removed(serving: Serving): Promise<void> {
  await serving.close();
  await rm(serving.dataDir, { recursive: true, force: true });
}
