import { expect, test } from 'vitest';
import type { SavedQuestion } from '../../../server/contract/index.ts';
import { code, type Suite } from './suite.ts';

const question = (last: string, name: string): SavedQuestion => ({
  id: `saved:00000000000${last}`,
  name,
  address: 'speaker=actor:a1',
  created: '2024-05-06T07:08:09.010Z',
  seen: '2024-05-06T07:08:09.010Z',
});

/** Questions kept beside the record. */
export function keepsQuestions({ filled }: Suite): void {
  test('keeps questions by name, and replaces the one with the same id', async () => {
    const store = await filled();
    const revision = await store.revision();
    const [b, a] = [question('1', 'b'), question('2', 'a')];
    for (const each of [b, a]) await store.saveQuestion(each);
    expect(await store.savedQuestions()).toEqual([a, b]);
    const seen = { ...b, seen: '2024-05-07T00:00:00.000Z' };
    await store.saveQuestion(seen);
    expect(await store.savedQuestions()).toEqual([a, seen]);
    for (const { id } of [a, a]) await store.removeQuestion(id);
    expect(await store.savedQuestions()).toEqual([seen]);
    expect(await store.revision()).toBe(revision);
  });

  test('refuses two questions of one name, and keeps the first', async () => {
    const store = await filled();
    await store.saveQuestion(question('1', 'a'));
    await expect(store.saveQuestion(question('2', 'a'))).rejects.toEqual(code('invalid-records'));
    expect(await store.savedQuestions()).toEqual([question('1', 'a')]);
  });
}
