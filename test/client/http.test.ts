import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { request } from '../../client/api/http.ts';
import { close, listen } from '../../server/http/server.ts';

let server: Server | null = null;
afterEach(async () => {
  if (server) await close(server, 0);
});

/** The address of a server that replies so. */
async function replying(reply: (response: ServerResponse) => void): Promise<string> {
  server = createServer((_request, response) => reply(response));
  return listen(server, '127.0.0.1', 0);
}

const Reply = z.object({ n: z.int() });

/** Sends the head and half of a body, then does the rest. */
const half = (rest: (response: ServerResponse) => void) => (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Length': 100 });
  response.write('{"n":');
  setTimeout(() => rest(response), 50);
};

describe('a call of the API', () => {
  it('gives the reply as its schema has it', async () => {
    const url = await replying((response) => response.end('{"n":1,"more":2}'));
    expect(await request(url, Reply)).toEqual({ n: 1 });
  });

  it('is offline when the connection is lost in the middle of the reply', async () => {
    const url = await replying(half((response) => response.destroy()));
    await expect(request(url, Reply)).rejects.toMatchObject({ failure: { kind: 'offline' } });
  });

  it('is offline when nobody listens', async () => {
    const url = await replying(() => undefined);
    if (server) await close(server, 0);
    server = null;
    await expect(request(url, Reply)).rejects.toMatchObject({ failure: { kind: 'offline' } });
  });

  it('rejects with AbortError when it is called off in the middle of the reply', async () => {
    const calledOff = new AbortController();
    const url = await replying(half(() => calledOff.abort()));
    const call = request(url, Reply, { signal: calledOff.signal });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each([
    ['no JSON', (response: ServerResponse) => response.end('<html>')],
    ['another shape', (response: ServerResponse) => response.end('{"n":"one"}')],
    ['a refusal without a problem', (it: ServerResponse) => it.writeHead(502).end('{}')],
  ])('is a bad reply when it gets %s', async (_what, reply) => {
    const url = await replying(reply);
    await expect(request(url, Reply)).rejects.toMatchObject({ failure: { kind: 'bad-reply' } });
  });
});
