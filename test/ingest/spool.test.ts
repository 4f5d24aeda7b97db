import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Job } from '../../server/contract/index.ts';
import { Spool } from '../../server/ingest/index.ts';

let folder = '';
let spool: Spool;
const faults: unknown[] = [];
beforeEach(async () => {
  faults.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'onrecord-spool-'));
  spool = new Spool(folder, (fault) => faults.push(fault));
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
const other: Job = { ...job, id: 'job-20221207100000-00000002' };

const bytes = (text: string) => new TextEncoder().encode(text);
const manifest = ({ id }: Job) => join(folder, 'jobs', id, 'job.json');

async function added(added: Job, files: readonly string[] = []): Promise<void> {
  const arrival = await spool.arrival();
  for (const [i, text] of files.entries())
    await arrival.put({ name: `${i}.txt`, mediaType: null }, bytes(text));
  await spool.add(added, arrival);
}

async function all(): Promise<Job[]> {
  const jobs: Job[] = [];
  for await (const each of spool.all()) jobs.push(each);
  return jobs;
}

/** Saves that did not wait for one another renamed the new file from under each other (ENOENT). */
it('saves of one job at once all succeed, and the last one stands', async () => {
  await added(job);
  const saves = Array.from({ length: 40 }, (_, words) => spool.save({ ...job, words }));
  await expect(Promise.all(saves)).resolves.toHaveLength(40);
  expect(await all()).toEqual([{ ...job, words: 39 }]);
});

it('a save that fails does not keep the next one from its turn', async () => {
  await added(job);
  const lost = spool.save({ ...job, id: 'job-of-no-folder' });
  const kept = spool.save({ ...job, words: 7 });
  await expect(lost).rejects.toMatchObject({ code: 'ENOENT' });
  await kept;
  const stands = JSON.parse(await readFile(manifest(job), 'utf8')) as Job;
  expect(stands.words).toBe(7);
});

it('keeps the files as they came', async () => {
  await added(job, ['one', 'two']);
  const items = [{ name: 'a.txt' }, { name: 'b.txt' }] as Job['items'];
  const second = await spool.file({ ...job, items }, 1);
  expect(second).toMatchObject({ name: 'b.txt' });
  expect(Buffer.from(second.bytes).toString()).toBe('two');
});

it('a job saved before documents were counted is counted by those that it lists', async () => {
  const none = { statements: 0, agreements: 0, events: 0, relations: 0, actors: 0 };
  const document = { id: 'doc:a', title: 'A', notes: [], ...none };
  const documents = [
    { ...document, outcome: 'added', statements: 2 },
    { ...document, outcome: 'known' },
  ];
  const file = { name: 'a.jsonl', mediaType: null, bytes: 3, problem: null };
  const item = { ...file, stage: 'waiting', outcome: null, found: 4, finished: 2, documents };
  await added({ ...job, items: [item as never] });
  const [loaded] = await all();
  expect(loaded!.items[0]).toMatchObject({ added: 1, proposals: { ...none, statements: 2 } });
});

it('of nothing there is nothing', async () => {
  expect(await all()).toEqual([]);
  expect(faults).toEqual([]);
});

it.each([
  ['is cut off', '{"id": "job-2022'],
  ['is of another shape', '{"id": 5}'],
])('a job whose manifest %s is reported and kept, and the others are loaded', async (_, text) => {
  await added(job, ['words']);
  await added(other);
  await writeFile(manifest(job), text);
  expect(await all()).toEqual([other]);
  expect(faults).toHaveLength(1);
  expect(String(faults[0])).toContain(job.id);
  expect(await readdir(join(folder, 'jobs', job.id, 'files'))).toEqual(['0']);
});

it('a folder of jobs that cannot be read is an error, and not an empty one', async () => {
  await writeFile(join(folder, 'jobs'), 'no folder');
  await expect(all()).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it('a job that cannot be added leaves nothing', async () => {
  await added(other);
  const arrival = await spool.arrival();
  await arrival.put({ name: 'a.txt', mediaType: null }, bytes('words'));
  await mkdir(join(arrival.folder, 'job.json'));
  await expect(spool.add(job, arrival)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(await readdir(join(folder, 'jobs'))).toEqual([other.id]);
});

it('what was cut off before it was a job is cleared away at the next start', async () => {
  const arrival = await spool.arrival();
  await arrival.put({ name: 'a.txt', mediaType: null }, bytes('words'));
  expect(await all()).toEqual([]);
  expect(await readdir(join(folder, 'jobs'))).toEqual([]);
  expect(faults).toEqual([]);
});
