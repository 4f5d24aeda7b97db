import { afterEach, expect } from 'vitest';
import { createRecord } from '../../server/record/index.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { fixture } from '../store/fixture.ts';

/** Who decides in these tests. */
export const BY = { by: 'local' };

/** An error of a code, as `toEqual` takes it. */
export function code(expected: string) {
  return expect.objectContaining({ code: expected });
}

/** All that a store holds but its log, as text: equal when nothing differs. */
export async function plain(store: Store): Promise<string> {
  return JSON.stringify({ ...(await store.dataSet()), decisions: [] });
}

/**
 * To be called once in a file or in a describe: the way to a new store in SQLite that holds the
 * fixture, with its record. Each is closed after the test that asked for it.
 */
export function filling() {
  const opened: Store[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  return async () => {
    const store = await openTemporaryStore();
    opened.push(store);
    await store.loadSample(fixture());
    const record = createRecord(store);
    return {
      store,
      record,
      plain: () => plain(store),
      /** What the log says of each decision, the last one first. */
      async words(): Promise<string[]> {
        const { items } = await store.decisions({ limit: 100, cursor: null });
        return (await record.told(items)).map((item) => item.words);
      },
    };
  };
}
