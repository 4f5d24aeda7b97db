import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '../../server/contract/index.ts';
import { problemOf, rawGet, sendRaw, startServer, type TestServer } from './harness.ts';

const SQL = "'; DROP TABLE statements; --";
const HTML = '"><img src=x onerror=alert(1)>';
const SCRIPT = '<script>alert(1)</script>';
const e = encodeURIComponent;

/** Requests that must be refused, and the code that says why. */
const REFUSED: [what: string, path: string, code: ErrorCode][] = [
  ['an unknown key', '/api/statements?colour=red', 'unknown-key'],
  ['SQL as a key', `/api/statements?${e(SQL)}=1`, 'unknown-key'],
  ['HTML as a key', `/api/statements?${e(HTML)}=1`, 'unknown-key'],
  ['__proto__ as a key', '/api/statements?__proto__=1', 'unknown-key'],
  ['__proto__ with a bracket', '/api/statements?__proto__[admin]=1', 'unknown-key'],
  ['constructor as a key', '/api/statements?constructor=1', 'unknown-key'],
  ['a negated constructor', '/api/statements?-constructor=1', 'unknown-key'],
  ['toString as a key of actors', '/api/actors?toString=1', 'unknown-key'],
  ['a filter where none is taken', '/api/actors?speaker=x', 'unknown-key'],
  ['hasOwnProperty as a key of the graph', '/api/graph?hasOwnProperty=1', 'unknown-key'],
  ['SQL as sort', `/api/statements?sort=${e(SQL)}`, 'bad-value'],
  ['__proto__ as sort', '/api/statements?sort=__proto__', 'bad-value'],
  ['script as a facet', `/api/statements?facets=${e(SCRIPT)}`, 'bad-value'],
  ['constructor as a facet', '/api/statements?facets=constructor', 'bad-value'],
  ['a negative limit', '/api/statements?limit=-1', 'bad-value'],
  ['a limit of nought', '/api/statements?limit=0', 'bad-value'],
  ['a huge limit', '/api/statements?limit=999999999999999999999', 'bad-value'],
  ['a broken limit', '/api/statements?limit=1.5', 'bad-value'],
  ['a limit in hexadecimal', '/api/statements?limit=0x10', 'bad-value'],
  ['NaN as limit', '/api/statements?limit=NaN', 'bad-value'],
  ['an empty limit', '/api/statements?limit=', 'bad-value'],
  ['a limit given twice', '/api/statements?limit=1&limit=2', 'bad-value'],
  ['SQL as limit', `/api/statements?limit=${e('1; DROP TABLE actors')}`, 'bad-value'],
  ['SQL as act', `/api/statements?act=${e(SQL)}`, 'bad-value'],
  ['__proto__ as mode', '/api/statements?mode=__proto__', 'bad-value'],
  ['constructor as status', '/api/statements?status=constructor', 'bad-value'],
  ['a month 13', '/api/statements?said=2022-13', 'bad-date'],
  ['30 February', '/api/statements?said=2022-02-30', 'bad-date'],
  ['a range that runs backwards', '/api/statements?said=2022-12..2022-10', 'bad-date'],
  ['two open sides', '/api/statements?said=..', 'bad-date'],
  ['SQL as a date', `/api/statements?published=${e(SQL)}`, 'bad-date'],
  ['a month 13 of events', '/api/events?date=2022-13', 'bad-date'],
  ['script as a date of relations', `/api/relations?date=${e(SCRIPT)}`, 'bad-date'],
  ['a month 13 in the search box', `/api/statements?q=${e('said:2022-13')}`, 'bad-date'],
  ['a made-up cursor', '/api/statements?cursor=abc', 'bad-cursor'],
  ['an empty cursor', '/api/statements?cursor=', 'bad-cursor'],
  ['SQL as cursor', `/api/actors?cursor=${e(SQL)}`, 'bad-cursor'],
  ['JSON with __proto__ as cursor', `/api/events?cursor=${btoa('{"__proto__":1}')}`, 'bad-cursor'],
  ['a cursor of 5,000 characters', `/api/documents?cursor=${'a'.repeat(5000)}`, 'bad-cursor'],
  ['the id of an actor among ids', '/api/statements?ids=stmt:a,actor:ukraine', 'bad-id'],
  ['no id among ids', '/api/statements?ids=,', 'bad-id'],
  ['61 ids', `/api/statements?ids=${Array.from({ length: 61 }, (_, i) => `stmt:${i}`)}`, 'bad-id'],
  ['ids under a filter', '/api/statements?ids=stmt:a&act=denial', 'bad-value'],
  ['ids around an actor', '/api/statements?ids=stmt:a&of=Ukraine', 'bad-value'],
  ['__proto__ as an id', '/api/statements/__proto__', 'bad-id'],
  ['constructor as an id', '/api/actors/constructor', 'bad-id'],
  ['actor:constructor as an id', '/api/actors/actor:constructor', 'not-found'],
  ['SQL as an id', `/api/documents/${e(SQL)}`, 'bad-id'],
  ['HTML as an id', `/api/agreements/${e(HTML)}`, 'bad-id'],
  ['an id of another type', '/api/events/actor:ukraine', 'bad-id'],
  ['a way up the folders as an id', `/api/relations/${e('../../etc/passwd')}`, 'bad-id'],
  ['an id in capitals', '/api/statements/stmt:ABC', 'bad-id'],
  ['an id of 5,000 characters', `/api/statements/stmt:${'a'.repeat(5000)}`, 'bad-id'],
  ['an id that nothing has', '/api/statements/stmt:nothing-of-the-kind', 'not-found'],
  ['an actor that nobody is', `/api/neighbourhood?of=${e(SQL)}`, 'not-found'],
  ['__proto__ as the middle', '/api/neighbourhood?of=__proto__', 'not-found'],
  ['no middle', '/api/neighbourhood', 'bad-value'],
  ['ten hops', '/api/neighbourhood?of=Ukraine&hops=10', 'bad-value'],
  ['a path from nobody', `/api/paths?from=${e(SCRIPT)}&to=Ukraine`, 'not-found'],
  ['a path from constructor', '/api/paths?from=constructor&to=__proto__', 'not-found'],
  ['a path from one to itself', '/api/paths?from=Ukraine&to=Ukraine', 'bad-value'],
  ['a path without an end', '/api/paths?from=Ukraine', 'bad-value'],
  ['eleven paths', '/api/paths?from=Ukraine&to=Russia&k=11', 'bad-value'],
  ['a level of SQL', `/api/graph?level=${e(SQL)}`, 'bad-value'],
  ['a format of the prototype', '/api/export?format=__proto__', 'bad-value'],
  ['a format of HTML', `/api/export?format=${e(HTML)}`, 'bad-value'],
  ['5,000 characters in a field', `/api/suggest?q=${'a'.repeat(5000)}`, 'bad-value'],
  ['a search of 8,000 characters', `/api/statements?q=${'a'.repeat(8000)}`, 'bad-query'],
  ['an address of 20,000 characters', `/api/statements?q=${'a'.repeat(20_000)}`, 'uri-too-long'],
  ['broken percent-encoding', '/api/statements?q=%', 'bad-encoding'],
  ['broken percent-encoding in a path', '/api/actors/%E0%A4%A', 'bad-encoding'],
  ['bytes that are not UTF-8', '/api/statements?speaker=%C3%28', 'bad-encoding'],
  ['half of a pair', '/api/statements?speaker=%ED%A0%80', 'bad-encoding'],
  ['an overlong encoding', '/api/statements?speaker=%C0%AF', 'bad-encoding'],
  ['a NUL character', '/api/statements?speaker=a%00b', 'bad-encoding'],
  ['a NUL character in a path', '/api/actors/actor:%00', 'bad-encoding'],
  ['an address that is not there', '/api/nothing', 'no-route'],
  ['a file outside the client', '/assets/..%2f..%2f..%2fpackage.json', 'no-route'],
  ['an address in capitals', '/API/statements', 'no-route'],
  ['a closing slash', '/api/statements/', 'no-route'],
];

/** Requests that hold hostile words where any words may stand: answered, with nothing found. */
const ANSWERED: [what: string, path: string][] = [
  ['SQL as a speaker', `/api/statements?speaker=${e(SQL)}`],
  ['script as about', `/api/statements?about=${e(SCRIPT)}`],
  ['HTML as via', `/api/statements?via=${e(HTML)}`],
  ['__proto__ as an outlet', '/api/statements?outlet=__proto__'],
  ['constructor as a document', '/api/statements?document=constructor'],
  ['SQL as words', `/api/statements?text=${e(SQL)}`],
  ['operators of the index as words', `/api/statements?text=${e('NEAR(a b) AND * ^ "')}`],
  ['script in the search box', `/api/statements?q=${e(`speaker:"${SCRIPT}"`)}`],
  ['SQL as an actor of agreements', `/api/agreements?actor=${e(SQL)}`],
  ['HTML as words of events', `/api/events?q=${e(HTML)}`],
  ['constructor as words of actors', '/api/actors?q=constructor'],
  ['SQL to the graph', `/api/graph?speaker=${e(SQL)}`],
  ['script to an export', `/api/export?format=csv&speaker=${e(SCRIPT)}`],
];

/** Bytes that only a broken or hostile program sends. */
const RAW: [what: string, bytes: () => Buffer, code: ErrorCode][] = [
  ['bytes above 127 in the address', () => rawGet('/api/statements?q=\xff\xfe'), 'bad-encoding'],
  ['10 MB of address', () => rawGet(`/api/statements?q=${'a'.repeat(10e6)}`), 'header-too-large'],
  ['20 kB of header', () => rawGet('/healthz', { X: 'a'.repeat(20_000) }), 'header-too-large'],
  ['10 MB of header', () => rawGet('/healthz', { X: 'a'.repeat(10e6) }), 'header-too-large'],
  ['no HTTP at all', () => Buffer.from('\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'), 'bad-encoding'],
  ['another name for us', () => rawGet('/healthz', { Host: 'evil.example' }), 'forbidden-origin'],
  [
    'a name that begins like ours',
    () => rawGet('/healthz', { Host: 'localhost.evil.example' }),
    'forbidden-origin',
  ],
];

/** Writes with something wrong about them. */
const WRITES: [what: string, path: string, init: RequestInit, code: ErrorCode][] = [
  [
    'a page of another site',
    '/api/decisions',
    { headers: { Origin: 'https://evil.example', 'Content-Type': 'application/json' }, body: '{}' },
    'forbidden-origin',
  ],
  [
    'a form of another site',
    '/api/decisions',
    { headers: { 'Sec-Fetch-Site': 'cross-site' }, body: 'a=1' },
    'forbidden-origin',
  ],
  ['a form', '/api/decisions', { body: new URLSearchParams('a=1') }, 'unsupported-type'],
  ['half of JSON', '/api/decisions', json('{"action":'), 'bad-json'],
  [
    'JSON that is not UTF-8',
    '/api/decisions',
    json(new Uint8Array([0x22, 0xff, 0x22])),
    'bad-encoding',
  ],
  ['10 MB of JSON', '/api/decisions', json(`"${'a'.repeat(10e6)}"`), 'too-large'],
  [
    '__proto__ as an action',
    '/api/decisions',
    json('{"__proto__":{"kind":"accept"}}'),
    'bad-value',
  ],
  [
    'constructor as a kind of action',
    '/api/decisions',
    json('{"action":{"kind":"constructor"},"note":""}'),
    'bad-value',
  ],
  ['a statement', '/api/statements', json('{}'), 'method-not-allowed'],
  [
    'a decision on what never stood',
    '/api/decisions',
    json('{"action":{"kind":"accept","records":["stmt:nothing"]}}'),
    'not-found',
  ],
  ['an empty text', '/api/documents/doc:nothing/text', json('{"text":""}'), 'bad-value'],
  ['a note that is a number', '/api/decisions/dec:nothing/undo', json('{"note":1}'), 'bad-value'],
  ['10 MB of note', '/api/decisions/dec:nothing/undo', json(`"${'a'.repeat(10e6)}"`), 'too-large'],
  ['an undo of nothing', '/api/decisions/dec:nothing/undo', json('{}'), 'not-found'],
  ['lists 2,000 deep as a parameter', '/api/cypher', json(nested('[', ']', 2000)), 'bad-value'],
  ['lists 100,000 deep', '/api/cypher', json(nested('[', ']', 100_000)), 'bad-value'],
  ['objects 2,000 deep', '/api/cypher', json(nested('{"a":', '}', 2000)), 'bad-value'],
];

/** A query with one parameter that holds 1 within so many brackets. */
function nested(open: string, close: string, levels: number): string {
  const value = open.repeat(levels) + '1' + close.repeat(levels);
  return `{"query":"RETURN $p","params":{"p":${value}}}`;
}

function json(body: BodyInit): RequestInit {
  return { headers: { 'Content-Type': 'application/json' }, body };
}

describe('hostile requests', () => {
  let server: TestServer;
  let before: string;

  const record = async () => JSON.stringify(await server.house.store.dataSet());

  beforeAll(async () => {
    server = await startServer();
    before = await record();
  });
  afterAll(async () => {
    expect(await record()).toBe(before);
    expect(server.faults).toEqual([]);
    await server.stop();
  });

  it('are at least forty', () => {
    expect(REFUSED.length + ANSWERED.length + RAW.length + WRITES.length).toBeGreaterThan(40);
  });

  it.each(REFUSED)('refuses %s', async (_what, path, code) => {
    const problem = await problemOf(await server.get(path));
    expect(problem).toMatchObject({ code, status: ERRORS[code].status });
    expect(problem.detail.length).toBeLessThan(1000);
  });

  const LINK = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  it.each([
    ['an image of another site', 'cross-site', { 'Sec-Fetch-Dest': 'image' }, 403],
    ['a frame of another site', 'cross-site', { ...LINK, 'Sec-Fetch-Dest': 'iframe' }, 403],
    ['a page of another port', 'same-site', {}, 403],
    ['a link of another site', 'cross-site', LINK, 200],
    ['our own page', 'same-origin', {}, 200],
    ['an address that was typed', 'none', LINK, 200],
  ])('lets %s read or not', async (_what, site, headers, status) => {
    const sent = rawGet('/api/statements?text=x', { ...headers, 'Sec-Fetch-Site': site });
    const code = status === 200 ? null : 'forbidden-origin';
    expect(await sendRaw(server.url, sent)).toEqual({ status, code });
  });

  it('answers a list of forty names, while others are served', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `q${i}`).join(' and ');
    const begun = performance.now();
    const asked = server.get(`/api/ask?q=${e(`what did ${names} say`)}`);
    expect((await server.get('/healthz')).status).toBe(200);
    expect((await asked).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it.each(ANSWERED)('takes %s as words like any other', async (_what, path) => {
    const response = await server.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).not.toContain('html');
    const text = await response.text();
    if (!path.startsWith('/api/export') && !path.startsWith('/api/graph'))
      expect(JSON.parse(text)).toMatchObject({ total: 0, items: [] });
  });

  it.each(RAW)('refuses %s', async (_what, bytes, code) => {
    expect(await sendRaw(server.url, bytes())).toEqual({ status: ERRORS[code].status, code });
  });

  it.each(WRITES)('refuses to be written to by %s', async (_what, path, init, code) => {
    const response = await fetch(`${server.url}${path}`, { method: 'POST', ...init });
    expect((await problemOf(response)).code).toBe(code);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'POST'])('refuses %s where it only reads', async (method) => {
    const response = await fetch(`${server.url}/api/graph`, { method });
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await problemOf(response)).code).toBe('method-not-allowed');
  });
});
