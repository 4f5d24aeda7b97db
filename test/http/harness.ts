import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { Problem, type ErrorCode } from '../../server/contract/index.ts';
import { undeclaredCodes } from './declared.ts';
import { openHouse, type House } from '../../server/house.ts';
import { close, createServer, listen } from '../../server/http/server.ts';

/** A whole server over the sample record, on a free port, in a data folder of its own. */
export interface TestServer {
  readonly url: string;
  readonly house: House;
  /** Errors that were not the caller's; a test that expects none checks that it stays empty. */
  readonly faults: unknown[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  json<T>(path: string): Promise<T>;
  /** Throws when a reply bore a code that its route does not declare. */
  stop(): Promise<void>;
}

/** @param page of the built client; none is built when left out */
export async function startServer(page?: string): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-http-'));
  const house = await openHouse(dataDir);
  const faults: unknown[] = [];
  const clientDir = join(dataDir, 'client');
  if (page !== undefined) {
    mkdirSync(clientDir);
    writeFileSync(join(clientDir, 'index.html'), page);
  }
  const app = createApp({ ...house, clientDir, onFault: (error) => faults.push(error) });
  const server = createServer(app);
  // One that stands idle while this process writes for long would be closed under the next request.
  server.keepAliveTimeout = 60_000;
  const undeclared = undeclaredCodes(server);
  const url = await listen(server, '127.0.0.1', 0);
  return {
    url,
    house,
    faults,
    get: (path, headers = {}) => fetch(`${url}${path}`, { headers }),
    json: async (path) => {
      const response = await fetch(`${url}${path}`);
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return response.json();
    },
    stop: async () => {
      await close(server, 100);
      await house.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (undeclared.size > 0) throw new Error(`not declared: ${[...undeclared].join('; ')}`);
    },
  };
}

/** The problem that a reply carries; throws when it is none. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  const text = await response.text();
  if (!type?.startsWith('application/problem+json'))
    throw new Error(`${response.status} ${type}, not a problem: ${text.slice(0, 300)}`);
  return Problem.parse(JSON.parse(text));
}

/** What a server replies to bytes that no client library would send. */
export interface RawReply {
  readonly status: number;
  readonly code: ErrorCode | null;
}

/** Sends bytes as they are and reads until the server hangs up. */
export function sendRaw(url: string, bytes: Buffer): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      const problem = /"code":"([a-z-]+)"/.exec(body);
      resolve({ status, code: (problem?.[1] as ErrorCode | undefined) ?? null });
    });
  });
}

/** A request line and headers as bytes; `path` may hold bytes above 127 (latin1). */
export function rawGet(path: string, headers: Record<string, string> = {}): Buffer {
  const lines = Object.entries({ Host: '127.0.0.1', Connection: 'close', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`, 'latin1');
}
