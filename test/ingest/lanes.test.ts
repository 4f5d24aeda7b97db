import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Importer, JobRunner, ReadingPool, Spool } from '../../server/ingest/index.ts';
import { createRecord } from '../../server/record/index.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';

/** Each names people whom the ones before it named, in full or by surname, so that order matters. */
const ARTICLES = [
  'Mayor Ann Lee said on Monday that the bridge would open in spring.',
  'Lee denied on Tuesday that money was gone. Bo Chan, a councillor, accused her of hiding a report.',
  'Councillor Chan said the bridge was late. Anna Lee, a teacher, told Reuters that nobody asked her.',
  'Mayor Ann Lee said on Monday that the bridge would open in spring.',
  '“It will open,” Lee told Reuters. Bo Chan declined to comment.',
  'Chan signed an agreement with Norway, he said. The Institute of Roads warned Chan against delay.',
  'The Institute of Roads said the report was late. Ann Lee denied it.',
];

/** Imports the articles as one job, files and one JSON Lines file among them. */
async function importedBy(lanes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-lanes-'));
  const store = await openTemporaryStore();
  const pool = new ReadingPool({ lanes });
  const importer = new Importer(store, createRecord(store), pool);
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const jobs = new JobRunner(new Spool(folder, onFault), importer, onFault);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const lines = ARTICLES.slice(2).map((text) => JSON.stringify({ text }));
  const { id } = await jobs.add(
    [
      { name: 'a.txt', mediaType: null, bytes: bytes(ARTICLES[0]!) },
      { name: 'b.txt', mediaType: null, bytes: bytes(ARTICLES[1]!) },
      { name: 'broken.pdf', mediaType: null, bytes: bytes('%PDF-1.4 nothing') },
      { name: 'c.jsonl', mediaType: null, bytes: bytes(lines.join('\n')) },
    ],
    { outlet: 'The Gazette', published: '2022-12-08' },
  );
  await jobs.idle();
  expect(faults).toEqual([]);
  const { items } = await jobs.get(id);
  const record = await store.dataSet();
  pool.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
  return { record, outcomes: items.map(({ outcome, documents }) => [outcome, documents.length]) };
}

it('reading in several processes gives the record that reading in one gives', async () => {
  const [one, three] = [await importedBy(1), await importedBy(3)];
  expect(three).toEqual(one);
  expect(one.outcomes).toEqual([
    ['added', 1],
    ['added', 1],
    ['refused', 0],
    ['added', 5],
  ]);
  expect(one.record.documents).toHaveLength(6);
  expect(one.record.statements.length).toBeGreaterThan(6);
}, 120_000);
