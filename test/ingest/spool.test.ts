import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Job } from '../../server/contract/index.ts';
import { Spool } from '../../server/ingest/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-spool-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const job: Job = {
  id: 'job-20221207100000-00000001',
  created: '2022-12-07T10:00:00.000Z',
  state: 'running',
  hints: {},
  items: [],
  problem: null,
  finished: 0,
  words: 0,
  wordsPerSecond: null,
  secondsLeft: null,
};

/** Saves that did not wait for one another renamed the new file from under each other (ENOENT). */
it('saves of one job at once all succeed, and the last one stands', async () => {
  const spool = new Spool(folder);
  await spool.add(job, []);
  const saves = Array.from({ length: 40 }, (_, words) => spool.save({ ...job, words }));
  await expect(Promise.all(saves)).resolves.toHaveLength(40);
  expect(await spool.all()).toEqual([{ ...job, words: 39 }]);
});

it('a save that fails does not keep the next one from its turn', async () => {
  const spool = new Spool(folder);
  await spool.add(job, []);
  const lost = spool.save({ ...job, id: 'job-of-no-folder' });
  const kept = spool.save({ ...job, words: 7 });
  await expect(lost).rejects.toMatchObject({ code: 'ENOENT' });
  await kept;
  const stands = JSON.parse(
    await readFile(join(folder, 'jobs', job.id, 'job.json'), 'utf8'),
  ) as Job;
  expect(stands.words).toBe(7);
});
