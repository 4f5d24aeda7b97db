import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL } from '../../server/contract/index.ts';
import { exportFile } from '../../server/export/index.ts';
import { Selection, typesFor } from '../../server/export/selection.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { fixture } from '../store/fixture.ts';

let store: Store;
beforeAll(async () => {
  store = await openTemporaryStore();
  await store.loadSample(fixture());
});
afterAll(() => store.close());

it.each([
  ['zh', ['zho']],
  ['ar-EG', ['ara']],
  ['fa', ['fas']],
  ['tr', ['tur']],
  ['uk', ['ukr']],
  ['yue', ['yue']],
  ['xx', undefined],
])('a document in %s has the language %s for FollowTheMoney', async (language, expected) => {
  const [document] = await store.documentsById(['doc:one']);
  await store.write({ put: { documents: [{ ...document!, language }] } });
  const scope = { statements: ALL, claims: ALL };
  const selection = new Selection(store, scope, typesFor('ftm', undefined));
  let text = '';
  for await (const chunk of exportFile(selection, 'ftm', { level: 'actors', told: '' }).chunks)
    text += chunk;
  const entities = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { schema: string; properties: Record<string, string[]> });
  const article = entities.find(({ schema }) => schema === 'Article');
  expect(article?.properties['language']).toEqual(expected);
});
