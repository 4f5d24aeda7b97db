import { once } from 'node:events';
import { get, request as httpRequest } from 'node:http';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { route } from '../../server/contract/index.ts';
import { problems } from '../../server/http/problem.ts';
import { mount, serve, serveStream, type Served } from '../../server/http/serve.ts';
import { close, listen } from '../../server/http/server.ts';

const download = route({
  method: 'GET',
  path: '/download',
  summary: 'Sends without end',
  media: ['text/plain'],
  errors: [],
  example: '/download',
});
const upload = route({
  method: 'POST',
  path: '/upload',
  summary: 'Takes a body',
  body: z.object({}),
  reply: z.object({}),
  errors: [],
  example: '/upload',
});

let server: Server | null = null;
afterEach(async () => {
  if (server) await close(server, 0);
});

async function serving(served: Served) {
  const faults: unknown[] = [];
  const app = express();
  mount(app, [served], async () => 'tag');
  app.use(problems((error) => faults.push(error)));
  server = createServer(app);
  return { faults, url: await listen(server, '127.0.0.1', 0) };
}

/** Sends until `state.ended`, which the generator sets when it is given up. */
async function* endless(state: { ended: boolean }): AsyncGenerator<string> {
  try {
    for (;;) {
      yield 'a'.repeat(64 * 1024);
      await after(1);
    }
  } finally {
    state.ended = true;
  }
}

const until = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i += 1) await after(10);
};

describe('a caller who goes away', () => {
  it('ends a download, which is no fault of ours', async () => {
    const state = { ended: false };
    const chunks = endless(state);
    const reply = { type: 'text/plain', filename: null, chunks };
    const { url, faults } = await serving(serveStream(download, async () => reply));
    const request = get(`${url}/download`);
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream];
    await once(response, 'data');
    request.destroy();
    await until(() => state.ended);
    await after(50);
    expect(state.ended).toBe(true);
    expect(faults).toEqual([]);
  });

  it('in the middle of a body is no fault of ours', async () => {
    const { url, faults } = await serving(serve(upload, async () => ({})));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': '1000' };
    const request = httpRequest(`${url}/upload`, { method: 'POST', headers });
    request.on('error', () => undefined);
    const arrived = once(server!, 'request') as Promise<[IncomingMessage]>;
    request.write('{"a":');
    const [incoming] = await arrived;
    // What is awaited is the rest of the body, and nothing before it.
    await until(() => incoming.readableDidRead);
    expect(incoming.readableDidRead).toBe(true);
    const closed = new Promise((resolve) => incoming.once('close', resolve));
    request.destroy();
    await closed;
    await after(50);
    expect(incoming.complete).toBe(false);
    expect(faults).toEqual([]);
  });

  it('hides no fault that is ours', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield 'a';
      await after(20);
      throw new Error('ours');
    }
    const reply = () => ({ type: 'text/plain', filename: null, chunks: failing() });
    const { url, faults } = await serving(serveStream(download, async () => reply()));
    await expect(fetch(`${url}/download`).then((it) => it.text())).rejects.toThrow();
    await until(() => faults.length > 0);
    expect(faults).toEqual([expect.objectContaining({ message: 'ours' })]);
  });
});
