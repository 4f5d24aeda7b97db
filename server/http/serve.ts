import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import { OnrecordError, type Fields, type Parsed, type RouteSpec } from '../contract/index.ts';
import { paramsOf } from './address.ts';
import { jsonBody } from './body.ts';
import { parseBody, parseFields, sortParams } from './validate.ts';

/** What an address asks, parsed by the route's own schemas. */
interface Asked<P extends Fields, Q extends Fields> {
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  /** `q` and keys of the query vocabulary as typed; empty unless the route takes filters. */
  readonly filters: URLSearchParams;
}

/** What a caller asks, parsed by the route's own schemas. */
export interface Ask<P extends Fields, Q extends Fields, B extends z.ZodType> extends Asked<P, Q> {
  readonly body: z.output<B>;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
}

/** A reply of other than JSON, in pieces that are sent as they come. */
export interface StreamReply {
  /** With charset where the type has one. */
  readonly type: string;
  /** What a browser saves it as; null to show it. */
  readonly filename: string | null;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

/** A route and its deed, ready to be mounted. */
export interface Served {
  readonly spec: Pick<RouteSpec, 'method' | 'path'>;
  readonly handle: (request: Request, response: Response, tag: Tag) => Promise<void>;
}

/** The entity tag of everything that the record says now, without quotes. */
export type Tag = () => Promise<string>;

export interface Freshness {
  /**
   * `revision`: the reply changes only when the record does, and carries its tag. `never`: ask
   * again each time. Default: `revision` for GET.
   */
  readonly fresh?: 'revision' | 'never';
}

/** A route that replies with JSON. */
export function serve<P extends Fields, Q extends Fields, B extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<P, Q, B, R>,
  deed: (ask: Ask<P, Q, B>) => Promise<z.output<R>>,
  freshness: Freshness = {},
): Served {
  return served(spec, freshness, async (ask, response) => {
    response.set('Content-Type', 'application/json; charset=utf-8');
    response.send(JSON.stringify(await deed(ask)));
  });
}

/** A route that replies with a stream of another type. */
export function serveStream<P extends Fields, Q extends Fields, B extends z.ZodType>(
  spec: RouteSpec<P, Q, B, never>,
  deed: (ask: Ask<P, Q, B>) => Promise<StreamReply>,
  freshness: Freshness = {},
): Served {
  return served(spec, freshness, async (ask, response) => send(response, await deed(ask)));
}

/** A route that reads its body or writes its reply in a way of its own. */
export function serveRaw<
  P extends Fields,
  Q extends Fields,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  spec: RouteSpec<P, Q, B, R>,
  deed: (asked: Asked<P, Q>, request: Request, response: Response) => Promise<void>,
): Served {
  return {
    spec,
    handle: async (request, response) => {
      checkAccept(request, spec);
      response.set('Cache-Control', 'no-store');
      await deed(askedOf(spec, request), request, response);
    },
  };
}

async function send(response: Response, { type, filename, chunks }: StreamReply): Promise<void> {
  response.set('Content-Type', type);
  if (filename !== null) response.attachment(filename).set('Content-Type', type);
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  // A failure half-way destroys the connection: a caller never takes a part for the whole.
  await pipeline(Readable.from(chunks), response);
}

function served<P extends Fields, Q extends Fields, B extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<P, Q, B, R>,
  { fresh = spec.method === 'GET' ? 'revision' : 'never' }: Freshness,
  answer: (ask: Ask<P, Q, B>, response: Response) => Promise<void>,
): Served {
  return {
    spec,
    handle: async (request, response, tag) => {
      const signal = leaving(response);
      try {
        checkAccept(request, spec);
        const ask = await askOf(spec, request, signal);
        if (fresh === 'never') response.set('Cache-Control', 'no-store');
        else if (await stillFresh(request, response, tag)) return;
        response.status(spec.status);
        await answer(ask, response);
      } catch (error) {
        if (!isOfLeaving(error, signal)) throw error;
      }
    },
  };
}

/** Aborts when the connection closes: before the reply has ended, the caller has gone away. */
function leaving(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

const CLOSED = new Set<unknown>(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET']);

/** Whether an error says only that the caller has gone away: nobody's fault, and no one to tell. */
function isOfLeaving(error: unknown, signal: AbortSignal): boolean {
  if (!signal.aborted) return false;
  return error === signal.reason || CLOSED.has((error as NodeJS.ErrnoException | null)?.code);
}

function askedOf<P extends Fields, Q extends Fields, B extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<P, Q, B, R>,
  request: Request,
): Asked<P, Q> {
  const params = parseFields(spec.params, (name) => {
    const value = request.params[name];
    return Array.isArray(value) ? value.join('/') : value;
  });
  const sorted = sortParams(paramsOf(request.originalUrl), spec);
  const query = parseFields(spec.query, (name) => sorted.own.get(name));
  return { params, query, filters: sorted.filters };
}

async function askOf<P extends Fields, Q extends Fields, B extends z.ZodType, R extends z.ZodType>(
  spec: RouteSpec<P, Q, B, R>,
  request: Request,
  signal: AbortSignal,
): Promise<Ask<P, Q, B>> {
  const asked = askedOf(spec, request);
  const body =
    spec.body === null ? undefined : parseBody(spec.body, await jsonBody(request, spec.bodyLimit));
  return { ...asked, body: body as z.output<B>, signal };
}

function checkAccept(request: Request, spec: Pick<RouteSpec, 'path' | 'reply' | 'media'>): void {
  const types = spec.reply === null ? [...spec.media] : ['application/json'];
  if (request.accepts([...types, 'application/problem+json'])) return;
  throw new OnrecordError('not-acceptable', `${spec.path} replies with ${types.join(', ')}.`, {
    field: 'Accept',
  });
}

/**
 * Sets the entity tag, and replies 304 when the caller's copy bears it. The tag is read before the
 * reply is made, so that a write in between makes the copy stale and never wrongly fresh.
 */
async function stillFresh(request: Request, response: Response, tag: Tag): Promise<boolean> {
  response.set({ ETag: `W/"${await tag()}"`, 'Cache-Control': 'no-cache' });
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}

/** Mounts routes; then, for every address of theirs, OPTIONS and the refusal of other methods. */
export function mount(app: Express, routes: readonly Served[], tag: Tag): void {
  const allowed = new Map<string, string[]>();
  for (const { spec, handle } of routes) {
    const method = spec.method === 'GET' ? 'get' : 'post';
    app[method](spec.path, (request, response) => handle(request, response, tag));
    const methods = spec.method === 'GET' ? ['GET', 'HEAD'] : [spec.method];
    allowed.set(spec.path, [...(allowed.get(spec.path) ?? []), ...methods]);
  }
  for (const [path, methods] of allowed) {
    const allow = [...methods, 'OPTIONS'].join(', ');
    app.all(path, (request, response) => {
      response.set('Allow', allow);
      if (request.method === 'OPTIONS') {
        response.status(204).end();
        return;
      }
      throw new OnrecordError('method-not-allowed', `${path} takes ${allow}.`);
    });
  }
}
