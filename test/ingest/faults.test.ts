import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { hasEnded, type Job, type JobDocument } from '../../server/contract/index.ts';
import { type FileImporter, JobRunner, Spool } from '../../server/ingest/index.ts';
import { file } from './files.ts';

/** Faults that are no document's: a disk that is full while a job runs. */

const none = { statements: 0, agreements: 0, events: 0, relations: 0, actors: 0, notes: [] };

const importer: FileImporter = {
  lanes: 1,
  open: async ({ name }) => [{ title: name, text: name } as never],
  begin: async ({ text }) => ({
    words: 1,
    finish: async () =>
      ({ id: `doc:${text}`, title: text, outcome: 'added', ...none }) as JobDocument,
    drop: () => undefined,
  }),
};

/** Takes new jobs and then finds the disk full, until there is room. */
class FullDisk extends Spool {
  full = false;
  override save(job: Job): Promise<void> {
    if (!this.full) return super.save(job);
    return Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  }
}

let folder = '';
const faults: unknown[] = [];
const onFault = (fault: unknown) => void faults.push(fault);
beforeEach(async () => {
  faults.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'onrecord-faults-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

async function brokenOff(): Promise<{ runner: JobRunner; id: string }> {
  const spool = new FullDisk(folder, onFault);
  const runner = new JobRunner(spool, importer, onFault);
  const { id } = await runner.add([file('a.txt', 'a'), file('b.txt', 'b')], {});
  spool.full = true;
  await runner.idle();
  return { runner, id };
}

it('a job that cannot be saved is failed, says why, and the fault is logged', async () => {
  const { runner, id } = await brokenOff();
  const job = runner.get(id);
  expect(job).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
  expect(hasEnded(job)).toBe(true);
  expect(faults).toContainEqual(expect.objectContaining({ code: 'ENOSPC' }));
});

it('who watches hears that it failed', async () => {
  const spool = new FullDisk(folder, onFault);
  const runner = new JobRunner(spool, importer, onFault);
  const { id } = await runner.add([file('a.txt', 'a')], {});
  spool.full = true;
  const states: string[] = [];
  runner.watch(id, ({ state }) => states.push(state));
  await runner.idle();
  expect(states.at(-1)).toBe('failed');
});

it('the next start takes up a job that failed', async () => {
  const { id } = await brokenOff();
  const later = new JobRunner(new Spool(folder, onFault), importer, onFault);
  await later.resume();
  await later.idle();
  expect(later.get(id)).toMatchObject({ state: 'done', finished: 2, problem: null });
});

it('a job after one that failed is run', async () => {
  const spool = new FullDisk(folder, onFault);
  const runner = new JobRunner(spool, importer, onFault);
  const first = await runner.add([file('a.txt', 'a')], {});
  spool.full = true;
  await runner.idle();
  spool.full = false;
  const second = await runner.add([file('b.txt', 'b')], {});
  await runner.idle();
  expect([runner.get(first.id).state, runner.get(second.id).state]).toEqual(['failed', 'done']);
});

it('a document that a fault of ours refuses is logged', async () => {
  const broken = new TypeError('broken');
  const failing = { ...importer, open: () => Promise.reject(broken) };
  const runner = new JobRunner(new Spool(folder, onFault), failing, onFault);
  const { id } = await runner.add([file('a.txt', 'a')], {});
  await runner.idle();
  expect(runner.get(id).items[0]).toMatchObject({ problem: { code: 'internal' } });
  expect(faults).toEqual([broken]);
});

it('one that was stopping when it was cut off has ended at the next start', async () => {
  const spool = new Spool(folder, onFault);
  const slow = { ...importer, open: () => new Promise<never>(() => undefined) };
  const runner = new JobRunner(spool, slow, onFault);
  const { id } = await runner.add([file('a.txt', 'a')], {});
  await runner.stop(id);
  const later = new JobRunner(new Spool(folder, onFault), importer, onFault);
  await later.resume();
  expect(hasEnded(later.get(id))).toBe(true);
});
