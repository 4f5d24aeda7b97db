import { openMemoryStore } from '../../server/store/sqlite/index.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', { makeStore: (now) => openMemoryStore({ now }), runs: 25 });
