import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { changedJob, type Job } from '../../server/contract/index.ts';
import { type FileImporter, JobRunner, Spool } from '../../server/ingest/index.ts';
import { file } from './files.ts';
import { importer } from './stub.ts';

/** Imports of many files, and many imports. */

class CountingSpool extends Spool {
  saves = 0;
  loads: string[] = [];
  override save(job: Job): Promise<void> {
    this.saves += 1;
    return super.save(job);
  }
  override load(id: string): Promise<Job | null> {
    this.loads.push(id);
    return super.load(id);
  }
}

const fail = (fault: unknown): never => {
  throw fault;
};

let spool: CountingSpool;
let runner: JobRunner;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-many-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  spool = new CountingSpool(folder, fail);
  runner = new JobRunner(spool, importer, fail);
});

const files = (count: number) =>
  Array.from({ length: count }, (_, i) => file(`${i}.txt`, String(i)));

it('tells each file of an import a few times, not at every change of the others', async () => {
  const job = await runner.add(files(300), {});
  let told = 0;
  let heard: Job = job;
  await runner.watch(
    job.id,
    (whole) => (heard = whole),
    (change) => {
      told += change.changed.length;
      heard = changedJob(heard, change);
    },
  );
  await runner.idle();
  expect(heard).toEqual(await runner.get(job.id));
  expect(heard.items.every(({ outcome }) => outcome === 'added')).toBe(true);
  expect(told).toBeLessThanOrEqual(3 * 300);
  expect(spool.saves).toBeLessThan(100);
});

it('keeps how far an import is on disk though the clock goes back meanwhile', async () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  const slow: FileImporter = {
    ...importer,
    begin: async (...document) => (await pause(), importer.begin(...document)),
  };
  let clock = Date.now();
  const spied = vi.spyOn(Date, 'now').mockImplementation(() => (clock -= 60_000));
  onTestFinished(() => spied.mockRestore());
  runner = new JobRunner(spool, slow, fail);
  await runner.add(files(15), {});
  await runner.idle();
  // At its beginning, at its end, and at least once in the second and a half between.
  expect(spool.saves).toBeGreaterThan(2);
});

it('what has ended is read from disk', async () => {
  const { id } = await runner.add(files(1), {});
  await runner.idle();
  expect(await runner.get(id)).toMatchObject({ state: 'done' });
  expect(spool.loads).toEqual([id]);
  const heard: string[] = [];
  await runner.watch(
    id,
    ({ state }) => heard.push(state),
    () => heard.push('more'),
  );
  expect(heard).toEqual(['done']);
});

it('lists imports in pages, newest first, each once', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.unshift((await runner.add(files(1), {})).id);
  await runner.idle();
  const listed: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<JobRunner['list']>> = await runner.list(2, cursor);
    expect(page.total).toBe(5);
    expect(page.items.length).toBeLessThanOrEqual(2);
    listed.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(listed).toEqual(ids);
  await expect(runner.list(2, 'job-unknown')).rejects.toMatchObject({ code: 'bad-cursor' });
});
