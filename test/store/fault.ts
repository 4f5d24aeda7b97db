import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Database } from '../../server/store/sqlite/driver.ts';
import { createSqliteStore, RECORD_FILE } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';

const WRITER = fileURLToPath(new URL('./fault-writer.ts', import.meta.url));

export interface FaultReport {
  readonly rounds: number;
  /** Writes that were acknowledged before a kill, over all rounds. */
  readonly acknowledged: number;
  /** What was found wrong after a kill; empty when nothing ever was. */
  readonly faults: string[];
}

/**
 * Lets a process write, kills it with SIGKILL at a random moment, opens the record again and looks
 * whether every acknowledged write is there, whole, and at most one more.
 *
 * @param longest milliseconds that a writer lives after it is ready
 */
export async function killWriters(rounds: number, longest: number): Promise<FaultReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-fault-'));
  const faults: string[] = [];
  let next = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const last = await writeUntilKilled(dataDir, next, Math.random() * longest);
      const found = await inspect(dataDir, last);
      faults.push(...found.faults.map((fault) => `round ${round}: ${fault}`));
      next = found.written;
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { rounds, acknowledged: next, faults };
}

/** The last number that the writer said before it was killed; `first - 1` when it said none. */
function writeUntilKilled(dataDir: string, first: number, after: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER, dataDir, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = first - 1;
    let killed = false;
    createInterface(child.stdout).on('line', (line) => {
      if (line !== 'ready') last = Number(line);
      else
        setTimeout(() => {
          killed = true;
          child.kill('SIGKILL');
        }, after);
    });
    child.on('error', reject);
    child.on('close', () => {
      if (killed) resolve(last);
      else reject(new Error('the writer ended by itself'));
    });
  });
}

async function inspect(
  dataDir: string,
  last: number,
): Promise<{ written: number; faults: string[] }> {
  const faults = integrityFaults(join(dataDir, RECORD_FILE));
  const store = await createSqliteStore(dataDir);
  try {
    const written = await countWritten(store);
    if (written < last + 1) faults.push(`${last + 1} writes acknowledged, ${written} found`);
    if (written > last + 2) faults.push(`${written} found, only ${last + 1} acknowledged`);
    faults.push(...(await halfWrites(store, written)));
    return { written, faults };
  } finally {
    await store.close();
  }
}

function integrityFaults(path: string): string[] {
  const database = new Database(path);
  try {
    const check = database.pragma('integrity_check', { simple: true });
    const dangling = database.pragma('foreign_key_check') as unknown[];
    database.exec("INSERT INTO statement_words (statement_words) VALUES ('integrity-check')");
    return [
      ...(check === 'ok' ? [] : [`integrity_check: ${String(check)}`]),
      ...(dangling.length === 0 ? [] : [`${dangling.length} dangling references`]),
    ];
  } catch (error) {
    return [String(error)];
  } finally {
    database.close();
  }
}

async function countWritten(store: Store): Promise<number> {
  return (await store.statementIds({ type: 'all' })).filter((id) => id.startsWith('stmt:w')).length;
}

/** Numbers run without a gap, and every write is there in each of its tables. */
async function halfWrites(store: Store, written: number): Promise<string[]> {
  const numbered = await store.statementIds({
    type: 'term',
    term: { key: 'text', value: 'numbered', form: 'word' },
  });
  const mentions = (await store.mentions('doc:one')).filter(({ id }) => id.startsWith('men:w'));
  const brought = await store.broughtFrom('doc:one');
  const [actor] = await store.actorCounts(['actor:belarus']);
  const ids = Array.from({ length: written }, (_, i) => `stmt:w${i}`);
  const standing = await store.statementsById(ids);
  const missing = ids.length - standing.length;
  const accepted = standing.filter(({ status }) => status === 'accepted').length;
  const based = (await store.bases(ids)).size;
  const counts = [numbered.length, mentions.length / 2, brought.length, actor?.about];
  return [
    ...(missing === 0 ? [] : [`${missing} gaps`]),
    ...(accepted === Math.max(0, written - 1) && based === accepted
      ? []
      : [`half a decision: ${accepted} accepted, ${based} with a base`]),
    ...(counts.every((count) => count === written) ? [] : [`half a write: ${String(counts)}`]),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } });
  const report = await killWriters(Number(values.rounds), 400);
  console.log(
    `${report.rounds} writers killed, ${report.acknowledged} writes kept, ${report.faults.length} faults`,
  );
  report.faults.forEach((fault) => console.log(fault));
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}
