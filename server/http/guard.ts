import type { Request, RequestHandler } from 'express';
import { OnrecordError } from '../contract/index.ts';
import { checkAddress } from './address.ts';

/** Most bytes of headers, names and values together. */
const MAX_HEADERS = 16 * 1024;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header names this machine by a loopback name, with any port. */
function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.has(host.toLowerCase().replace(/:\d{1,5}$/, ''));
}

/**
 * A page of another site can point its own name at 127.0.0.1 and read what we serve (DNS
 * rebinding); its requests then carry that name as Host. Only loopback names are served.
 */
function checkHost(request: Request): void {
  if (isLoopbackHost(request.headers.host)) return;
  throw new OnrecordError(
    'forbidden-origin',
    'Onrecord answers only as localhost, 127.0.0.1 or [::1]. Open it by one of these names.',
    { field: 'Host' },
  );
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What changes or computes must come from our own page or from no page at all: browsers send
 * Origin or Sec-Fetch-Site with such requests, other programs send neither. Another site's page may
 * link to us, but not ask in the background (an image's address, say), which would keep us busy.
 */
function checkOrigin(request: Request): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const sameOrigin =
    SAFE.has(request.method) || origin === undefined || origin === `http://${host}`;
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (sameOrigin && (sameSite || isFollowedLink(request))) return;
  throw new OnrecordError(
    'forbidden-origin',
    'This request comes from the page of another site. Send it from Onrecord itself.',
    { field: sameOrigin ? 'Sec-Fetch-Site' : 'Origin' },
  );
}

/** Somebody goes to the address in a window of its own (Fetch Metadata, W3C). */
function isFollowedLink({ method, headers }: Request): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
  return method === 'GET' && mode === 'navigate' && dest === 'document';
}

function checkHeaders(request: Request): void {
  const size = request.rawHeaders.reduce((sum, part) => sum + part.length + 2, 0);
  if (size <= MAX_HEADERS) return;
  throw new OnrecordError(
    'header-too-large',
    `The headers have ${size} bytes; at most ${MAX_HEADERS} are read. Send fewer, or shorter cookies.`,
  );
}

/** Refuses what no route should ever see. */
export const guard: RequestHandler = (request, _response, next) => {
  checkHeaders(request);
  checkHost(request);
  checkAddress(request.originalUrl);
  checkOrigin(request);
  next();
};
