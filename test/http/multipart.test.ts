import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Request } from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { multipart, type UploadLimits } from '../../server/http/multipart.ts';

const WIDE: UploadLimits = { files: 10, fileSize: 1000, bytes: 2000 };

interface Outcome {
  readonly code: string | null;
  readonly fields: Record<string, string>;
  readonly taken: readonly (readonly [string, string])[];
}

let limits = WIDE;
let server: Server;
/** What came of each request, in turn. */
let outcomes: Promise<Outcome>[];

async function outcomeOf(request: Request): Promise<Outcome> {
  const taken: [string, string][] = [];
  try {
    const fields = await multipart(request, 'file', limits, async ({ name }, content) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      taken.push([name, Buffer.concat(pieces).toString()]);
    });
    return { code: null, fields, taken };
  } catch (error) {
    return { code: (error as { code: string }).code, fields: {}, taken };
  }
}

beforeEach(async () => {
  limits = WIDE;
  outcomes = [];
  server = createServer((request, response) => {
    const outcome = outcomeOf(request as Request);
    outcomes.push(outcome);
    void outcome.then((reply) => response.end(JSON.stringify(reply)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;

async function send(
  files: readonly (readonly [string, string])[],
  [name, value]: readonly [string, string] = ['title', 'A title'],
): Promise<Outcome> {
  const body = new FormData();
  body.append(name, value);
  for (const [path, content] of files) body.append('file', new Blob([content]), path);
  const response = await fetch(`http://127.0.0.1:${port()}`, { method: 'POST', body });
  return (await response.json()) as Outcome;
}

it('hands on files in their order, whole, and gives the other fields', async () => {
  const files = Array.from({ length: 10 }, (_, i) => [`${i}.txt`, String(i).repeat(100)] as const);
  expect(await send(files)).toEqual({ code: null, fields: { title: 'A title' }, taken: files });
});

it('hands on the quotation marks of a name as they are', async () => {
  expect((await send([['a "b" 5%.txt', 'x']])).taken).toEqual([['a "b" 5%.txt', 'x']]);
});

it('leaves out what is over of one file, and refuses files that are too much together', async () => {
  const long = 'x'.repeat(1500);
  expect((await send([['a.txt', long]])).taken).toEqual([['a.txt', long.slice(0, 1000)]]);
  const three = ['a', 'b', 'c'].map((name) => [name, long] as const);
  const { code, taken } = await send(three);
  expect(code).toBe('too-large');
  expect(taken.map(([name]) => name)).toEqual(['a', 'b']);
});

it('refuses a field that it would have to cut, and takes one that just fits', async () => {
  const url = `https://example.org/${'a'.repeat(4096 - 20)}`;
  expect((await send([], ['url', url])).fields).toEqual({ url });
  expect((await send([], ['url', `${url}b`])).code).toBe('too-large');
});

it('refuses more files than there may be, and replies while more are sent', async () => {
  limits = { ...WIDE, files: 2, bytes: 1e9, fileSize: 1e9 };
  const large = 'x'.repeat(3_000_000);
  const four = ['a', 'b', 'c', 'd'].map((name) => [name, large] as const);
  expect((await send(four)).code).toBe('too-large');
});

/** The beginning of a form with one file, of which more is announced than is sent. */
function begin(): Socket {
  const head =
    'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n' +
    'Content-Type: multipart/form-data; boundary=b\r\n\r\n';
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords';
  const socket = connect(port(), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(head + part);
  return socket;
}

it('comes to an end when the caller goes away', async () => {
  const socket = begin();
  while (outcomes.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  socket.destroy();
  expect(await outcomes[0]).toEqual({ code: 'bad-encoding', fields: {}, taken: [] });
}, 10_000);
