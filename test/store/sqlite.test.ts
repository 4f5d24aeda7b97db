import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', { makeStore: (now) => openTemporaryStore({ now }), runs: 15 });
storeContract('SQLite with columns in memory', {
  makeStore: (now) => openTemporaryStore({ now, columnsFrom: 0 }),
  runs: 15,
});
