import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecord } from '../../server/record/index.ts';
import { ALL } from '../../server/contract/index.ts';
import type { QueueFilter } from '../../server/record/queue.ts';
import { createSqliteStore } from '../../server/store/sqlite/index.ts';
import { benchRecord } from './generate.ts';

/** Of which some 50,000 are proposals: more than anybody accepts at once. */
const MOST_STATEMENTS = 178_000;
const BY = { by: 'bench' };
const EVERYTHING: QueueFilter = {
  statements: ALL,
  claims: ALL,
  types: ['statement', 'agreement', 'event', 'relation'],
  min: 0,
  max: 1,
};

/** Accepting every proposal as one decision, and taking that back, on a copy of the record. */
export async function run({ size }: { readonly size: number }): Promise<void> {
  const made = await benchRecord(Math.min(size, MOST_STATEMENTS));
  const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    cpSync(made.dataDir, dataDir, { recursive: true });
    const store = await createSqliteStore(dataDir);
    const record = createRecord(store);
    const accepted = await blocking('accept everything', () => record.acceptAll(EVERYTHING, BY));
    console.log(`  ${accepted.changed.length} proposals`);
    const { id } = accepted.decision;
    const undone = await blocking('undo that', () => record.undo(id, BY));
    await blocking('undo the undo', () => record.undo(undone.decision.id, BY));
    await store.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One line: how long it takes, its processor time, and the longest time that nothing else ran. */
async function blocking<T>(what: string, deed: () => Promise<T>): Promise<T> {
  let [longest, last] = [0, performance.now()];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  const [started, before] = [last, process.cpuUsage()];
  const result = await deed();
  const { user, system } = process.cpuUsage(before);
  const took = performance.now() - started;
  look();
  clearInterval(timer);
  console.log(
    `${what.padEnd(20)} ${took.toFixed(0)} ms, cpu ${((user + system) / 1000).toFixed(0)}, longest block ${longest.toFixed(0)}`,
  );
  return result;
}
