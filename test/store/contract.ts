import { describe } from 'vitest';
import { remembers } from './contract/history.ts';
import { reads } from './contract/reading.ts';
import { keepsQuestions } from './contract/saved.ts';
import { answersAsAScan } from './contract/scan.ts';
import { createSuite, type ContractOptions } from './contract/suite.ts';
import { writes } from './contract/writing.ts';

/**
 * What every Store must do. Answers are compared with a linear scan in memory (memory-store.ts),
 * which runs this suite too.
 */
export function storeContract(name: string, options: ContractOptions): void {
  describe(`${name} keeps the store's contract`, () => {
    const suite = createSuite(options);
    answersAsAScan(suite);
    reads(suite);
    writes(suite);
    remembers(suite);
    keepsQuestions(suite);
  });
}
