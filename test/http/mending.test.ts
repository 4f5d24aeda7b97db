import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemOf, startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const edit = (record: string, set: object, seen: object = {}) =>
  fetch(`${server.url}/api/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: { kind: 'edit', record, set }, seen }),
  });

it.each([
  ['a field of another type', 'actor:ukraine', { act: 'denial' }, {}, 'bad-value'],
  ['a kind of another type', 'actor:ukraine', { kind: 'visit' }, {}, 'bad-value'],
  ['a country that nobody is', 'actor:ukraine', { country: 'actor:nowhere' }, {}, 'not-found'],
  ['an item that is none', 'actor:ukraine', { wikidata: '42' }, {}, 'bad-value'],
  ['nothing', 'actor:ukraine', {}, {}, 'invalid-decision'],
  ['what was seen otherwise', 'actor:ukraine', { note: 'x' }, { note: 'y' }, 'conflict'],
])('refuses to set %s', async (_what, record, set, seen, code) => {
  expect((await problemOf(await edit(record, set, seen))).code).toBe(code);
});

it('shows a mended name wherever the actor is named', async () => {
  const reply = await edit('actor:ukraine', { name: 'Ukraina', aliases: ['Ukraine'] });
  expect(reply.status).toBe(200);
  const page = await server.json<{ total: number; query: string }>('/api/statements?about=Ukraine');
  expect(page.total).toBeGreaterThan(0);
  const { items } = await server.json<{ items: { name: string }[] }>('/api/actors?q=Ukraina');
  expect(items.map(({ name }) => name)).toContain('Ukraina');
});

const merge = (seen: object) =>
  fetch(`${server.url}/api/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      action: { kind: 'merge', from: 'actor:ukraine', into: 'actor:poland' },
      seen,
    }),
  });

it.each([
  ['the one that goes', { name: 'Ukrajina', into: { name: 'Poland' } }],
  ['the one that stays', { into: { name: 'Lithuania' } }],
])('merges nobody when %s is not as it was seen', async (_what, seen) => {
  const { revision } = await server.json<{ revision: number }>('/healthz');
  expect((await problemOf(await merge(seen))).code).toBe('conflict');
  expect(await server.json('/healthz')).toMatchObject({ revision });
});

it('takes no field of a merge for what was seen that no actor has', async () => {
  expect((await problemOf(await merge({ into: { colour: 'x' } }))).code).toBe('bad-value');
});
