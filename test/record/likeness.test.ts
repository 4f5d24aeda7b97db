import { expect, test } from 'vitest';
import type { Statement } from '../../graph-data/schema/index.ts';
import { likenessList } from '../../server/record/likeness-list.ts';
import { findLikenesses } from '../../server/record/likeness.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import { fixture } from '../store/fixture.ts';

/** Two tellings of one utterance. */
function twice(name: string, words: string): Statement[] {
  const [model] = fixture().statements;
  if (!model) throw new Error('the fixture has a statement');
  return ['one', 'two'].map((n) => ({ ...model, id: `stmt:${name}-${n}` as const, text: words }));
}

async function told() {
  let day = 1;
  const store = await openTemporaryStore({ now: () => new Date(Date.UTC(2023, 0, day)) });
  const { statements: _statements, ...rest } = fixture();
  await store.loadSample({ ...rest, statements: [] });
  for (const [name, words] of [
    ['late', 'the new bridge over the wide river opens to heavy traffic in early spring'],
    ['early', 'nobody in the whole council had ever read that long report about money'],
  ] as const) {
    day = name === 'late' ? 2 : 1;
    await store.write({ put: { statements: twice(name, words) } });
  }
  return store;
}

const BOUNDS = { statements: 2, documents: 300, actors: 3 };

test('of more statements than are compared the latest are, and the limit is told', async () => {
  const store = await told();
  const all = await findLikenesses(store);
  expect(all.items.map(({ records }) => [...records].sort())).toEqual(
    expect.arrayContaining([
      ['stmt:early-one', 'stmt:early-two'],
      ['stmt:late-one', 'stmt:late-two'],
    ]),
  );
  expect(likenessList(all).bound).toBeNull();
  const some = await findLikenesses(store, BOUNDS);
  const { items, total, bound } = likenessList(some);
  expect(items.map(({ records }) => [...records].sort())).toEqual([
    ['stmt:late-one', 'stmt:late-two'],
  ]);
  expect(total).toBe(1);
  expect(bound).toMatch(/2 of 4 statements.*3 of 4 actors/);
  const ofOne = likenessList(some, [{ id: 'stmt:early-one', reports: [] }]);
  expect(ofOne).toMatchObject({ total: 0, items: [] });
  expect(ofOne.bound).toMatch(/2 of 4 statements/);
  expect(ofOne.bound).not.toMatch(/actors/);
  await store.close();
});
