import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { OnrecordError } from '../contract/index.ts';
import { contentSecurityPolicy } from './headers.ts';
import { htmlPage } from './page.ts';

/** Where the built page wants its nonce: Vite writes it by `html.cspNonce`. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const NOT_BUILT = htmlPage(
  'Onrecord',
  `<main><h1>The screen is not built yet</h1>
<p>Run <code>npm run build</code>, or start with <code>npm start</code>, which does it by itself.
The API answers meanwhile: <a href="/api/docs">/api/docs</a>.</p></main>`,
);

/**
 * Serves the built client: its page with a fresh nonce each time, its assets, whose names hold a
 * hash of their content, for a year.
 *
 * @param directory of the build; may be absent
 */
export function clientFiles(directory: string): Router {
  const router = express.Router({ strict: true });
  // By its file name too: served as it stands, the page would lack its nonce.
  router.route(['/', '/index.html']).get(page(directory)).all(readOnly);
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
  );
  router.use(express.static(directory, { index: false, redirect: false, maxAge: 0 }));
  return router;
}

const readOnly: RequestHandler = (request, response) => {
  response.set('Allow', 'GET, HEAD');
  throw new OnrecordError('method-not-allowed', `${request.path} takes GET, HEAD.`);
};

function page(directory: string): RequestHandler {
  return (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    response.set({
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.send(pageOf(directory).replaceAll(NONCE_PLACEHOLDER, nonce));
  };
}

function pageOf(directory: string): string {
  try {
    return readFileSync(join(directory, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOT_BUILT;
    throw error;
  }
}
