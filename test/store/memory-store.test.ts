import { storeContract } from './contract.ts';
import { MemoryStore } from './memory-store.ts';

storeContract('The scan in memory', { makeStore: async (now) => new MemoryStore(now), runs: 10 });
