import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { COMMON_ERRORS, Problem, ROUTES, type RouteSpec } from '../../server/contract/index.ts';

const routes = (Object.values(ROUTES) as unknown as RouteSpec[]).map((spec) => ({
  ...spec,
  address: new RegExp(`^${spec.path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** Codes that an address declares: those of its route, else only what any address may fail with. */
function declaredAt(method: string, url: string): ReadonlySet<string> {
  const [path = ''] = url.split('?');
  const asked = method === 'HEAD' ? 'GET' : method;
  const spec = routes.find((it) => it.method === asked && it.address.test(path));
  return new Set([...COMMON_ERRORS, ...(spec?.errors ?? [])]);
}

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

function problemIn(response: ServerResponse, bytes: Buffer): Problem {
  const decode = DECODERS[String(response.getHeader('content-encoding'))];
  return Problem.parse(JSON.parse((decode?.(bytes) ?? bytes).toString('utf8')));
}

/** Hands over the body once it has been sent, as it went over the wire. */
function onBody(response: ServerResponse, receive: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  for (const name of ['write', 'end'] as const) {
    const send = response[name].bind(response) as (...args: unknown[]) => never;
    response[name] = (...args: unknown[]) => {
      keep(args[0]);
      return send(...args);
    };
  }
  response.once('finish', () => receive(Buffer.concat(chunks)));
}

/** Filled with every code that a reply of the server bears and its route does not declare. */
export function undeclaredCodes(server: Server): ReadonlySet<string> {
  const found = new Set<string>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request;
    onBody(response, (bytes) => {
      const type = String(response.getHeader('content-type'));
      if (method === 'HEAD' || !type.startsWith('application/problem+json')) return;
      const { code } = problemIn(response, bytes);
      if (!declaredAt(method, url).has(code)) found.add(`${code} at ${method} ${url.slice(0, 80)}`);
    });
  });
  return found;
}
