import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { JobDocument } from '../../server/contract/index.ts';
import { type FileImporter, JobRunner, Spool } from '../../server/ingest/index.ts';

const none = { statements: 0, agreements: 0, events: 0, relations: 0, actors: 0 };
const come: JobDocument = { id: 'doc:one', title: 'One', outcome: 'added', ...none, notes: [] };

/** Stopped while its document came in, a file was told as stopped though the record had it. */
it('a file whose document came in while the job was stopped is told as added', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-stop-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const finish = async () => {
    await runner.stop(job.id);
    return come;
  };
  const importer: FileImporter = {
    lanes: 2,
    open: async (file) => [{ name: file.name, text: 'Words.' } as never],
    begin: async () => ({ words: 1, finish, drop: () => undefined }),
  };
  const faults: unknown[] = [];
  const onFault = (fault: unknown) => void faults.push(fault);
  const runner: JobRunner = new JobRunner(new Spool(folder, onFault), importer, onFault);
  const files = ['a', 'b', 'c'].map((name) => ({
    name: `${name}.txt`,
    mediaType: null,
    bytes: new TextEncoder().encode(name),
  }));
  const job = await runner.add(files, {});
  await runner.idle();
  const { items, state } = await runner.get(job.id);
  expect(state).toBe('stopped');
  expect(faults).toEqual([]);
  expect(items.map(({ outcome }) => outcome)).toEqual(['added', 'stopped', 'stopped']);
});
