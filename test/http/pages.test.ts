import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, startServer, type TestServer } from './harness.ts';

/** What browsers ask for when a person navigates (Chromium's; Firefox and WebKit send alike). */
const NAVIGATION = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

const MARKUP = encodeURIComponent('<img src=x onerror=alert(1)>');

describe('the page of the client', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer('<meta property="csp-nonce" nonce="__CSP_NONCE__">');
  });
  afterAll(() => server.stop());

  it.each(['/', '/index.html'])('is only read, at %s', async (path) => {
    const response = await fetch(server.url + path, { method: 'POST' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await problemOf(response)).toMatchObject({ code: 'method-not-allowed', status: 405 });
    expect((await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  it.each(['/', '/index.html'])('bears the nonce of its own policy at %s', async (path) => {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 2; visit++) {
      const response = await server.get(path);
      const [, nonce = ''] = /nonce="([^"]+)"/.exec(await response.text()) ?? [];
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });
});

describe('a person who navigates', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    expect(server.faults).toEqual([]);
    await server.stop();
  });

  const REFUSED = [
    ['/nonsense', 404, 'no-route'],
    ['/assets/gone.js', 404, 'no-route'],
    ['/api/statements/stmt:nobody-said-so', 404, 'not-found'],
    ['/api/statements?colour=red', 400, 'unknown-key'],
    [`/${MARKUP}`, 404, 'no-route'],
    [`/api/statements?${MARKUP}=1`, 400, 'unknown-key'],
  ] as const;

  it.each(REFUSED)('is told on a page what is wrong at %s', async (path, status, code) => {
    const response = await server.get(path, { Accept: NAVIGATION });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toContain('Accept');
    const html = await response.text();
    expect(html).toContain('<a href="/">');
    expect(html).toContain(`/api/docs#error-${code}`);
    expect(html).not.toMatch(/<img|<script/);
  });

  it.each(['*/*', 'application/json', 'application/json, text/html;q=0.5', 'image/png'])(
    'is told apart from a program, which accepts %s',
    async (accept) => {
      const problem = await problemOf(await server.get('/nonsense', { Accept: accept }));
      expect(problem).toMatchObject({ code: 'no-route', status: 404 });
    },
  );

  it('is told when the client is not built', async () => {
    const response = await server.get('/', { Accept: NAVIGATION });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('npm run build');
  });
});
