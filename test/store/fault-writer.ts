import type { ClaimId, Statement, Status } from '../../graph-data/schema/index.ts';
import { createSqliteStore } from '../../server/store/sqlite/index.ts';
import { fixture } from './fixture.ts';

/**
 * Writes statements until it is killed, and says each number once its write has been acknowledged.
 * Every write touches several tables, so that half of one would show; the statement of the write
 * before is accepted with it.
 *
 *   node --import tsx test/store/fault-writer.ts DATA_DIR FIRST_NUMBER
 */
const [dataDir = '', first = '0'] = process.argv.slice(2);
const store = await createSqliteStore(dataDir);
await store.loadSample(fixture());
const [template] = fixture().statements;
if (!template) throw new Error('the fixture has a statement');
process.stdout.write('ready\n');
for (let i = Number(first); ; i++) {
  const statement: Statement = {
    ...template,
    id: `stmt:w${i}`,
    text: `numbered word${i}`,
    status: 'proposed',
    about: ['actor:belarus'],
  };
  await store.write({
    put: {
      statements: [statement],
      mentions: fixture().mentions.map((each) => ({
        ...each,
        id: `men:w${i}-${each.id.slice(4)}`,
      })),
    },
    brought: new Map([[statement.id, 'doc:one']]),
    ...(i > 0 && { statuses: new Map<ClaimId, Status>([[`stmt:w${i - 1}`, 'accepted']]) }),
  });
  process.stdout.write(`${i}\n`);
}
