import http, { type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import { OnrecordError, type ErrorCode } from '../contract/index.ts';

/**
 * Bytes of request line and headers beyond which Node stops parsing. Larger than our own limits,
 * so that ordinary excess gets a problem reply that names what is too long.
 */
const PARSER_LIMIT = 64 * 1024;

/** How long a caller whose request we refused may go on sending before we hang up, ms. */
const DRAIN = 2_000;

/** An HTTP server around the app; it does not listen yet. */
export function createServer(app: Express): Server {
  const server = http.createServer({ maxHeaderSize: PARSER_LIMIT, requestTimeout: 60_000 }, app);
  server.on('clientError', refuse);
  return server;
}

const PARSER_FAULTS: Readonly<Record<string, [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: [
    'header-too-large',
    `Request line and headers have more than ${PARSER_LIMIT} bytes. Send less.`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    'request-timeout',
    'The request did not arrive in time. Send it again.',
  ],
};

/** Connections that were refused and may still be sending; Node reports each further piece. */
const refused = new WeakSet<Duplex>();

/** Answers what Node could not parse, without Express, then lets the caller finish sending. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (refused.has(socket)) return;
  refused.add(socket);
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, detail] = PARSER_FAULTS[error.code ?? ''] ?? [
    'bad-encoding',
    'This is not an HTTP request that can be read. Send HTTP/1.1, without TLS.',
  ];
  const problem = new OnrecordError(code, detail).toProblem();
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${http.STATUS_CODES[problem.status] ?? ''}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'X-Content-Type-Options: nosniff',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  // Closing while bytes still arrive would reset the connection and lose the reply on its way.
  socket.on('data', () => undefined);
  socket.resume();
  setTimeout(() => socket.destroy(), DRAIN).unref();
}

/** The address it listens on. Rejects with what the system says, e.g. EADDRINUSE. */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
    });
  });
}

/** Rejects, as `listen` would, when the port cannot be had; asked before anything else is opened. */
export async function probe(host: string, port: number): Promise<void> {
  const server = http.createServer();
  await listen(server, host, port);
  await close(server);
}

/** Stops accepting, lets replies under way finish for `grace` ms, then cuts them off. */
export function close(server: Server, grace = 3_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close((error) => {
      clearTimeout(cut);
      if (error) reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
