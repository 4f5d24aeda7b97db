import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { hasEnded, type Job } from '../../server/contract/index.ts';
import { JobRunner, Spool } from '../../server/ingest/index.ts';
import { file } from './files.ts';
import { importer } from './stub.ts';

/** Faults that are no document's: a disk that is full while a job runs. */

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
  const job = await runner.get(id);
  expect(job).toMatchObject({ state: 'failed', problem: { code: 'disk-full' } });
  expect(hasEnded(job)).toBe(true);
  expect(faults).toContainEqual(expect.objectContaining({ code: 'ENOSPC' }));
});

it('who watches hears that it failed', async () => {
  const spool = new FullDisk(folder, onFault);
  const runner = new JobRunner(spool, importer, onFault);
  const { id } = await runner.add([file('a.txt', 'a')], {});
  spool.full = true;
  const states: string[] = [];
  const hear = ({ state }: { state: string }) => void states.push(state);
  await runner.watch(id, hear, hear);
  await runner.idle();
  expect(states.at(-1)).toBe('failed');
});

it('the next start takes up a job that failed', async () => {
  const { id } = await brokenOff();
  const later = new JobRunner(new Spool(folder, onFault), importer, onFault);
  await later.resume();
  await later.idle();
  expect(await later.get(id)).toMatchObject({ state: 'done', finished: 2, problem: null });
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
  const jobs = [await runner.get(first.id), await runner.get(second.id)];
  expect(jobs.map(({ state }) => state)).toEqual(['failed', 'done']);
});

it('a document that a fault of ours refuses is logged', async () => {
  const broken = new TypeError('broken');
  const failing = { ...importer, open: () => Promise.reject(broken) };
  const runner = new JobRunner(new Spool(folder, onFault), failing, onFault);
  const { id } = await runner.add([file('a.txt', 'a')], {});
  await runner.idle();
  expect((await runner.get(id)).items[0]).toMatchObject({ problem: { code: 'internal' } });
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
  await later.idle();
  expect(hasEnded(await later.get(id))).toBe(true);
});
