import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Job, OnrecordError } from '../../server/contract/index.ts';
import {
  type FileImporter,
  Importer,
  JobRunner,
  ReadingPool,
  Spool,
} from '../../server/ingest/index.ts';
import { createRecord } from '../../server/record/index.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import { file } from './files.ts';

/** Documents of one file that are refused beside others that come in. */

const TEXTS = [
  'Mayor Ann Lee said on Monday that the bridge would open in spring.',
  'Bo Chan, a councillor, said that the money was gone.',
  'Lee denied on Tuesday that money was gone.',
];

const lines = (texts: readonly string[]) =>
  file('a.jsonl', texts.map((text) => JSON.stringify({ text, title: text })).join('\n'));

/** Refuses, while they are brought in, the documents of which a text is told. */
class Refusing extends Importer {
  wrong: readonly string[] = [];
  override async begin(...[source, hints]: Parameters<FileImporter['begin']>) {
    const begun = await super.begin(source, hints);
    if (!this.wrong.includes(source.text)) return begun;
    const finish = async () => {
      begun.drop();
      throw new OnrecordError('limit-time', 'Reading took too long.');
    };
    return { ...begun, finish };
  }
}

async function imported(texts: readonly string[], wrong: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-refusals-'));
  const store = await openTemporaryStore();
  const pool = new ReadingPool({ lanes: 2 });
  onTestFinished(async () => {
    pool.stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const importer = new Refusing(store, createRecord(store), pool);
  importer.wrong = wrong;
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const runner = new JobRunner(new Spool(folder, onFault), importer, onFault);
  const { id } = await runner.add([lines(texts)], {});
  await runner.idle();
  expect(faults).toEqual([]);
  const job: Job = await runner.get(id);
  return { item: job.items[0]!, record: await store.dataSet() };
}

it('a document that is refused leaves the others of its file, and the record as without it', async () => {
  const [first, second, third] = TEXTS as [string, string, string];
  const { item, record } = await imported(TEXTS, [second]);
  expect(item).toMatchObject({
    outcome: 'added',
    found: 3,
    finished: 3,
    refused: 1,
    problem: null,
  });
  expect(item.documents.map(({ title }) => title)).toEqual([first, third]);
  expect(item.refusals).toEqual([
    {
      place: 2,
      title: second,
      problem: expect.objectContaining({ code: 'limit-time' }) as unknown,
    },
  ]);
  const without = await imported([first, third], []);
  expect(record).toEqual(without.record);
}, 60_000);

it('a file is refused when all its documents are', async () => {
  const { item, record } = await imported(TEXTS, TEXTS);
  expect(item).toMatchObject({ outcome: 'refused', found: 3, refused: 3, documents: [] });
  expect(item.problem?.code).toBe('limit-time');
  expect(record.documents).toEqual([]);
}, 60_000);
