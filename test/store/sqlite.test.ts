import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import { storeContract } from './contract.ts';
import { fixture } from './fixture.ts';

storeContract('SQLite', { makeStore: (now) => openTemporaryStore({ now }), runs: 15 });
storeContract('SQLite with columns in memory', {
  makeStore: (now) => openTemporaryStore({ now, columnsFrom: 0 }),
  runs: 15,
});

test('what SQLite refuses is told in whole sentences, and that nothing was changed', async () => {
  const store = await openTemporaryStore();
  await store.loadSample(fixture());
  const at = '2024-01-01T00:00:00.000Z';
  const action = { kind: 'accept' as const, records: ['stmt:short' as const] };
  const decision = { id: 'dec:one' as const, at, by: 'local', note: '', action };
  await store.write({ decisions: [decision] });
  const told = store.write({ decisions: [decision] });
  await expect(told).rejects.toMatchObject({ code: 'invalid-records' });
  await expect(told).rejects.toThrow(/decisions\.id\)\. Nothing was changed\b/);
  await store.close();
});
