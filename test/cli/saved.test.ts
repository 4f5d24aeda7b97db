import { afterEach, beforeEach, expect, test } from 'vitest';
import { leaveAddress } from '../../server/address.ts';
import type { SavedList } from '../../server/contract/index.ts';
import { removed, serving, type Serving } from '../ingest/serving.ts';
import { inShell } from './shell.ts';

let server: Serving;
beforeEach(async () => {
  server = await serving();
});
afterEach(() => removed(server));

const onrecord = (...argv: string[]) =>
  inShell(['saved', ...argv], { folder: server.dataDir, env: { DATA_DIR: server.dataDir } });
const list = async () =>
  (JSON.parse((await onrecord('--json')).out) as SavedList).items.map(
    ({ name, query, total, unseen }) => ({ name, query, total, unseen }),
  );

/** Saves a question and looks at it, seen long ago, with or without a server. */
async function savesAndSees(): Promise<void> {
  expect((await onrecord('Warnings', '--ask', 'act:warning -via:BelTA')).code).toBe(0);
  const [question] = await list();
  expect(question).toMatchObject({ name: 'Warnings', query: 'act:warning -via:BelTA', unseen: 0 });
  expect(question!.total).toBeGreaterThan(0);
  expect((await onrecord()).code).toBe(1);
  expect((await onrecord('Warnings')).code).toBe(1);
  expect((await onrecord('Warnings', '--ask', 'act:denial')).err).toContain('bad-value');
  expect((await onrecord('Denials', '--ask', 'said:yesterday')).err).toContain('bad-date');
  expect(await list()).toEqual([question]);
}

test('keeps questions with the server that writes the record, and lists what is new', async () => {
  leaveAddress(server.dataDir, server.url);
  await savesAndSees();
  const { id, ...kept } = (await server.get<SavedList>('/api/saved')).items[0]!;
  await fetch(`${server.url}/api/saved/${id}/remove`, { method: 'POST' });
  await fetch(`${server.url}/api/saved`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: kept.name,
      address: kept.address,
      seen: '2000-01-01T00:00:00.000Z',
    }),
  });
  expect(await list()).toMatchObject([{ unseen: kept.total }]);
  expect((await onrecord()).code).toBe(0);
  const news = await onrecord('Warnings', '--json');
  expect(news.code).toBe(0);
  expect(JSON.parse(news.out)).toMatchObject({ total: kept.total, query: kept.query });
  expect((await onrecord('Warnings', '--seen')).code).toBe(0);
  expect(await list()).toMatchObject([{ unseen: 0 }]);
  expect((await onrecord('Warnings', '--remove')).code).toBe(0);
  expect(await list()).toEqual([]);
  expect((await onrecord('Warnings', '--remove')).err).toContain('not-found');
});

test('keeps them in this process when no server runs', async () => {
  await server.close();
  await savesAndSees();
  expect((await onrecord('Warnings', '--seen')).code).toBe(0);
  expect((await onrecord('Warnings', '--remove')).code).toBe(0);
  expect(await list()).toEqual([]);
  server = await serving(server.dataDir);
});

test.each([
  ['two names', ['Warnings', 'Denials']],
  ['two deeds', ['Warnings', '--seen', '--remove']],
  ['a deed without a name', ['--seen']],
])('refuses %s', async (_what, argv) => {
  leaveAddress(server.dataDir, server.url);
  const { code, err } = await onrecord(...argv);
  expect(code).toBe(2);
  expect(err).toContain('usage');
});
