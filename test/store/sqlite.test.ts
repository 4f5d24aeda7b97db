import { openMemoryStore } from '../../server/store/sqlite/index.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', { makeStore: (now) => openMemoryStore({ now }), runs: 15 });
storeContract('SQLite with columns in memory', {
  makeStore: (now) => openMemoryStore({ now, columnsFrom: 0 }),
  runs: 15,
});
