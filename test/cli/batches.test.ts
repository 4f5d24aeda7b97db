import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { leaveAddress } from '../../server/address.ts';
import {
  NO_PROPOSALS,
  OnrecordError,
  type Job,
  type JobItem,
  type Problem,
  type ReadAgain,
} from '../../server/contract/index.ts';
import { close, listen } from '../../server/http/server.ts';
import { removed, serving, type Serving } from '../ingest/serving.ts';
import { inShell } from './shell.ts';

/** One bad item of a batch keeps no other from being done, and what was done is told. */

const SAID = 'Defence Minister Viktor Khrenin told BelTA on Saturday that the bridge was open.\n';

let folder = '';
let server: Serving;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-batches-'));
  writeFileSync(join(folder, 'said.txt'), SAID);
  writeFileSync(join(folder, 'again.txt'), SAID.replace('open', 'shut'));
  server = await serving();
  leaveAddress(server.dataDir, server.url);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await removed(server);
  rmSync(folder, { recursive: true, force: true });
});

const onrecord = (...argv: string[]) =>
  inShell(argv, { folder, env: { DATA_DIR: server.dataDir } });

interface Ingested {
  readonly jobs: Job[];
  readonly unread: { name: string; problem: Problem }[];
}

/** A file that stands there and cannot be read, whoever one is. */
async function unreadable(name: string): Promise<void> {
  const socket = createSocket();
  await new Promise<void>((resolve) => socket.listen(join(folder, name), resolve));
  onTestFinished(() => void socket.close());
}

describe('onrecord ingest', () => {
  test('brings what can be read, and tells what cannot', { timeout: 60_000 }, async () => {
    await unreadable('bad.txt');
    const files = ['said.txt', 'bad.txt', 'again.txt'];
    const { code, out, err } = await onrecord('ingest', ...files, '--json');
    expect(code).toBe(1);
    const { jobs, unread } = JSON.parse(out) as Ingested;
    const outcomes = jobs.flatMap(({ items }) => items.map(({ name, outcome }) => [name, outcome]));
    expect(outcomes).toEqual([
      ['said.txt', 'added'],
      ['again.txt', 'added'],
    ]);
    expect(unread.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['bad.txt', 'unreadable-document'],
    ]);
    expect(err).toContain('bad.txt');
    const csv = (await onrecord('ingest', ...files, '--csv')).out;
    expect(csv).toMatch(/bad\.txt,refused,0,0,/);
  });

  test.skipIf(process.getuid?.() === 0)('tells of a folder that cannot be read', async () => {
    mkdirSync(join(folder, 'shut'), { mode: 0 });
    const { code, out } = await onrecord('ingest', '.', '--json');
    expect(code).toBe(1);
    const { jobs, unread } = JSON.parse(out) as Ingested;
    expect(jobs[0]?.items).toHaveLength(2);
    expect(unread.map(({ name }) => name)).toEqual(['shut']);
  });

  test('tells what came in before the server went away', async () => {
    // One more than one job takes.
    for (let i = 0; i < 501; i += 1) writeFileSync(join(folder, `${i}.txt`), '');
    const item: JobItem = {
      ...{ name: 'said.txt', mediaType: null, bytes: 9, stage: 'done', outcome: 'added' },
      ...{ found: 1, finished: 1, refused: 0, added: 1, proposals: NO_PROPOSALS },
      ...{ documents: [], refusals: [], problem: null },
    };
    const job: Job = {
      ...{ id: 'job-20230101', created: '2023-01-01T00:00:00.000Z', state: 'done', hints: {} },
      ...{ items: [item], problem: null, finished: 1, words: 9 },
      ...{ wordsPerSecond: null, secondsLeft: null },
    };
    let brought = 0;
    const leaving = createServer((request, response) => {
      if (request.method === 'POST') brought += 1;
      if (brought > 1) return void request.socket.destroy();
      request.resume();
      request.on('end', () => response.end(JSON.stringify(job)));
    });
    leaveAddress(server.dataDir, await listen(leaving, '127.0.0.1', 0));
    const { code, out, err } = await onrecord('ingest', '.', '--json');
    await close(leaving, 0);
    expect(code).toBe(2);
    expect(err).toContain('no-answer');
    expect((JSON.parse(out) as Ingested).jobs).toEqual([job]);
  });
});

describe('onrecord reread', () => {
  test('reads the others when one is stopped at a limit', { timeout: 60_000 }, async () => {
    await onrecord('ingest', 'said.txt', 'again.txt');
    const { importer } = server.house;
    const readAgain = importer.readAgain.bind(importer);
    let bad = '';
    vi.spyOn(importer, 'readAgain').mockImplementation((id) => {
      bad ||= id;
      if (id === bad) return Promise.reject(new OnrecordError('limit-time', 'Took too long.'));
      return readAgain(id);
    });
    const { code, out, err } = await onrecord('reread', '--json');
    expect(code).toBe(3);
    expect(err).toContain(`limit-time (${bad})`);
    const { read, refused } = JSON.parse(out) as {
      read: ReadAgain[];
      refused: { document: string; problem: Problem }[];
    };
    expect(refused.map(({ document, problem }) => [document, problem.code])).toEqual([
      [bad, 'limit-time'],
    ]);
    expect(read).toHaveLength(1);
    expect(read[0]!.document).not.toBe(bad);
    const unknown = await onrecord('reread', 'doc:none', read[0]!.document, '--csv');
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('not-found (doc:none)');
    expect(unknown.out).toContain(read[0]!.document);
  });
});

describe('onrecord extract', () => {
  test('reads the others when one cannot be read', { timeout: 60_000 }, async () => {
    writeFileSync(join(folder, 'empty.txt'), ' ');
    const { code, out, err } = await onrecord('extract', 'empty.txt', 'said.txt', '--json');
    expect(code).toBe(2);
    expect(err).toContain('no-text (empty.txt)');
    expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file)).toEqual(['said.txt']);
  });
});
