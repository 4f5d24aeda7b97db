import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SavedList, SavedReply, StatementPage } from '../../server/contract/index.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

const post = (path: string, body?: unknown) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

async function saved(name: string, address: string, more = {}): Promise<SavedReply> {
  const response = await post('/api/saved', { name, address, ...more });
  expect(response.status).toBe(200);
  return (await response.json()) as SavedReply;
}

const list = async () => (await server.json<SavedList>('/api/saved')).items;
const named = async (name: string) => (await list()).find((each) => each.name === name);
const statements = (params: string) =>
  server.json<StatementPage>(`/api/statements?${params}&limit=100`);

/** Takes a statement out of the record and puts it back, so that it enters it now. */
async function recordAgain(id: string): Promise<void> {
  const [statement] = await server.house.store.statementsById([id]);
  if (!statement) throw new Error(`there is no ${id}`);
  const { recorded: _recorded, ...plain } = statement;
  await server.house.store.write({ remove: [plain.id] });
  await server.house.store.write({ put: { statements: [plain] } });
}

it('tells how many statements match, and which of them are new since they were seen', async () => {
  const address = 'speaker=actor:alexander-lukashenko&about=Ukraine&view=table&open=actor:ukraine';
  const question = await saved('Lukashenko on Ukraine', address);
  const all = await statements('speaker=Lukashenko&about=Ukraine');
  expect(question).toMatchObject({ address, total: all.total, unseen: 0, trouble: null });
  const news = all.items[0]!.id;
  await recordAgain(news);
  const after = await named('Lukashenko on Ukraine');
  expect(after).toMatchObject({ total: all.total, unseen: 1 });
  const unseen = await statements(`speaker=Lukashenko&about=Ukraine&recorded=${question.seen}..`);
  expect(unseen.items.map(({ id }) => id)).toEqual([news]);
  const seen = await post(`/api/saved/${question.id}/seen`, { seen: after!.at });
  expect(await seen.json()).toMatchObject({ unseen: 0, seen: after!.at });
  expect(await named('Lukashenko on Ukraine')).toMatchObject({ unseen: 0 });
});

it('stays seen when a page that was opened before says so once more', async () => {
  const question = await saved('Denials', 'act=denial');
  const { items, total } = await statements('act=denial');
  expect(total).toBeGreaterThan(0);
  await recordAgain(items[0]!.id);
  const { at } = (await named('Denials'))!;
  await post(`/api/saved/${question.id}/seen`, { seen: at });
  const stale = await post(`/api/saved/${question.id}/seen`, { seen: question.at });
  expect(await stale.json()).toMatchObject({ seen: at, unseen: 0 });
  expect(await named('Denials')).toMatchObject({ seen: at, unseen: 0 });
});

it('narrows to a neighbourhood as the screen does', async () => {
  const within = 'of=actor:konrad-muzyka&hops=2&level=statements';
  const { total } = await saved('Around Muzyka', `act=assessment&${within}&hide=event`);
  expect(total).toBe((await statements(`act=assessment&${within}`)).total);
  expect(total).toBeLessThan((await statements('act=assessment')).total);
});

it('says of a question that cannot be asked any more why, and of the others their counts', async () => {
  const store = server.house.store;
  const actor = { ...(await store.actorsById(['actor:konrad-muzyka']))[0]! };
  const passing = { ...actor, id: 'actor:passing-by' as const, name: 'Passing By', aliases: [] };
  await store.write({ put: { actors: [passing] } });
  await saved('Around one who goes', 'of=actor:passing-by');
  await store.write({ remove: [passing.id] });
  const gone = await named('Around one who goes');
  expect(gone).toMatchObject({ total: null, unseen: null });
  expect(gone!.trouble).toContain('passing-by');
  expect((await named('Around Muzyka'))!.total).not.toBeNull();
});

it('is removed, and put back as it was', async () => {
  const question = await saved('Warnings', 'act=warning');
  const removed = await post(`/api/saved/${question.id}/remove`);
  const { name, address, seen } = (await removed.json()) as SavedReply;
  expect(await named('Warnings')).toBeUndefined();
  expect(await problemOf(await post(`/api/saved/${question.id}/remove`))).toMatchObject({
    code: 'not-found',
  });
  expect(await saved(name, address, { seen })).toMatchObject({ name, address, seen });
});

it('has not seen what is yet to come', async () => {
  const question = await saved('Promises', 'act=promise', { seen: '2999-01-01T00:00:00.000Z' });
  expect(question.seen < '2999').toBe(true);
  expect(question).toMatchObject({ unseen: 0 });
});

it.each([
  ['a name that is taken', { name: ' Warnings ', address: '' }, 'bad-value', 'name'],
  ['no name', { name: '  ', address: '' }, 'bad-value', 'name'],
  ['a parameter that is none', { name: 'a', address: 'colour=red' }, 'unknown-key', 'colour'],
  ['a date that is none', { name: 'a', address: 'said=yesterday' }, 'bad-date', 'said'],
  [
    'an instant that is none',
    { name: 'a', address: 'recorded=2022-12-07T25:00..' },
    'bad-date',
    'recorded',
  ],
  ['a middle that nobody is', { name: 'a', address: 'of=Nobody+At+All' }, 'not-found', 'of'],
  ['a search that is none', { name: 'a', address: `q=${'('.repeat(300)}` }, 'bad-query', 'q'],
])('refuses %s, and keeps nothing', async (_what, body, code, field) => {
  const before = (await list()).length;
  const problem = await problemOf(await post('/api/saved', body));
  expect(problem).toMatchObject({ code, field });
  expect(await list()).toHaveLength(before);
});

it('never takes as seen what is yet to come', async () => {
  const question = await saved('Everything', '?');
  const before = new Date().toISOString();
  await post(`/api/saved/${question.id}/seen`, { seen: '2999-01-01T00:00:00.000Z' });
  const { seen } = (await named('Everything'))!;
  expect(seen >= before && seen <= new Date().toISOString()).toBe(true);
});
