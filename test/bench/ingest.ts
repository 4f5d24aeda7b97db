import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../server/store/sqlite/driver.ts';
import { EXIT } from '../../server/cli/command.ts';
import { RECORD_FILE } from '../../server/store/sqlite/index.ts';
import { articles, textsMissing } from './articles.ts';
import type { BenchOptions } from './main.ts';
import { familyOf, type ProcessUse, tellsUse } from './processes.ts';

const SAMPLE_MS = 500;
const PARTS = 10;
const COMMAND = new URL('../../server/bin/onrecord.mjs', import.meta.url).pathname;

/** What was seen of an import while it ran. */
class Watch {
  /** Seconds, and seconds of processor time, at which each tenth of the documents was in. */
  readonly tenths: (readonly [clock: number, processor: number])[] = [];
  /** Most of all processes together, megabytes: resident, and their own. */
  resident = 0;
  own = 0;
  /** Each process as last seen, by its id. */
  readonly uses = new Map<number, ProcessUse>();
  readonly #started = performance.now();
  readonly #documents: number;
  #atStart: number | null = null;

  constructor(documents: number) {
    this.#documents = documents;
  }

  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** Processor time of all processes, seconds. */
  get processor(): number {
    return [...this.uses.values()].reduce((sum, { seconds }) => sum + seconds, 0);
  }

  look(root: number, path: string): void {
    if (tellsUse) this.#memory(root);
    const standing = documentsIn(path);
    if (standing === null) return;
    // The sample's own documents come in with the first start.
    this.#atStart ??= standing;
    const share = (standing - this.#atStart) / this.#documents;
    while (this.tenths.length < Math.floor(PARTS * share))
      this.tenths.push([this.seconds, this.processor]);
  }

  #memory(root: number): void {
    const family = familyOf(root);
    const sum = (of: 'resident' | 'own') => family.reduce((all, each) => all + each[of], 0);
    this.resident = Math.max(this.resident, sum('resident'));
    this.own = Math.max(this.own, sum('own'));
    for (const use of family) this.uses.set(use.pid, use);
  }
}

/** Null while there is no record yet. */
function documentsIn(path: string): number | null {
  try {
    const database = new Database(path, { readonly: true });
    const count = database.prepare('SELECT count(*) FROM documents').pluck().get() as number;
    database.close();
    return count;
  } catch {
    return null;
  }
}

/**
 * Imports articles from a folder into a new record, by the command that people use, and tells how
 * quick it was, whether it slowed down as the record grew, and what memory it took.
 */
export async function run({ articles: count }: BenchOptions): Promise<void> {
  if (textsMissing !== null) return console.log(`  left out: ${textsMissing}`);
  const place = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const stop = () => rmSync(place, { recursive: true, force: true });
  process.once('exit', stop);
  // A signal ends a process without an exit; what was begun is cleared away all the same.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  try {
    const words = writeArticles(join(place, 'articles'), count);
    const dataDir = join(place, 'data');
    const watch = await imported(join(place, 'articles'), dataDir, count);
    report(watch, count, words, join(dataDir, RECORD_FILE));
  } finally {
    stop();
    process.off('exit', stop);
  }
}

/** Words written, as a reader counts them: what blanks part. */
function writeArticles(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true });
  let words = 0;
  for (const article of articles(count)) {
    words += article.words;
    writeFileSync(join(folder, article.name), article.content);
  }
  return words;
}

async function imported(folder: string, dataDir: string, count: number): Promise<Watch> {
  const child = spawn(process.execPath, [COMMAND, 'ingest', folder, '--csv'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const outcomes = text(child.stdout);
  process.once('exit', () => child.kill());
  const ended = exitOf(child);
  const watch = new Watch(count);
  while (child.exitCode === null && child.signalCode === null) {
    watch.look(child.pid ?? 0, join(dataDir, RECORD_FILE));
    await Promise.race([ended, pause(SAMPLE_MS)]);
  }
  for (const line of (await outcomes).split('\n').filter((it) => it.includes(',refused,')))
    console.log(`  ${line}`);
  if (![EXIT.found, EXIT.nothing].includes((await ended) as 0 | 1))
    throw new Error('the import ended with a fault');
  watch.look(child.pid ?? 0, join(dataDir, RECORD_FILE));
  return watch;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

function report(watch: Watch, count: number, words: number, path: string): void {
  const { seconds } = watch;
  const rate = (of: number) => Math.round(of / seconds);
  console.log(
    `${count} articles, ${words} words in ${seconds.toFixed(0)} s on ${availableParallelism()} cores: ` +
      `${rate(words)} words/s, ${rate(60 * count)} articles/min`,
  );
  console.log(`seconds for each tenth: ${parts(watch.tenths.map(([clock]) => clock))}`);
  const { size } = statSync(path);
  console.log(`record: ${(size / 2 ** 20).toFixed(0)} MB; ${contentsOf(path)}`);
  if (!tellsUse) return console.log('memory, processor time: this system does not tell');
  console.log(
    `processor seconds for each tenth: ${parts(watch.tenths.map(([, processor]) => processor))}`,
  );
  console.log(
    `all processes at once, most: ${watch.resident.toFixed(0)} MB resident, ${watch.own.toFixed(0)} MB their own`,
  );
  for (const { pid, command, peak, seconds: worked } of watch.uses.values())
    console.log(
      `  peak ${peak.toFixed(0)} MB, ${worked.toFixed(1)} s of processor  ${command} (${pid})`,
    );
}

/** What was added from each mark to the next. */
function parts(marks: readonly number[]): string {
  return marks.map((at, i) => (at - (marks[i - 1] ?? 0)).toFixed(1)).join('  ');
}

function contentsOf(path: string): string {
  const database = new Database(path, { readonly: true });
  const counts = ['documents', 'actors', 'mentions', 'statements', 'events', 'relations'].map(
    (table) =>
      `${String(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())} ${table}`,
  );
  database.close();
  return counts.join(', ');
}
