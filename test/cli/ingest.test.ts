import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressIn, leaveAddress } from '../../server/address.ts';
import { type DocumentReply, type Job, LISTED_DOCUMENTS } from '../../server/contract/index.ts';
import { close, listen } from '../../server/http/server.ts';
import { Spool } from '../../server/ingest/index.ts';
import { removed, serving, type Serving } from '../ingest/serving.ts';
import { inShell } from './shell.ts';

const SAID =
  '“We will not attack anyone,” Defence Minister Viktor Khrenin told BelTA on Saturday.\n';

let folder = '';
let server: Serving;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-ingest-'));
  mkdirSync(join(folder, 'in/below'), { recursive: true });
  mkdirSync(join(folder, 'in/.git'));
  writeFileSync(join(folder, 'in/.git/config'), 'not a document');
  writeFileSync(join(folder, 'in/.hidden'), 'nor is this');
  writeFileSync(join(folder, 'in/said.txt'), SAID);
  writeFileSync(join(folder, 'in/below/large.txt'), Buffer.alloc(20_000_001, 'a'));
  server = await serving();
});
afterEach(async () => {
  await removed(server);
  rmSync(folder, { recursive: true, force: true });
});

const ingest = (...argv: string[]) =>
  inShell(['ingest', ...argv], { folder, env: { DATA_DIR: server.dataDir } });

describe('onrecord ingest beside a running server', () => {
  test(
    'brings the documents to it, and refuses a large file alone',
    { timeout: 60_000 },
    async () => {
      leaveAddress(server.dataDir, server.url);
      const { code, out, err } = await ingest('in', '--outlet', 'BelTA', '--json');
      expect(err).toContain(server.url);
      expect(code).toBe(1);
      const [job] = (JSON.parse(out) as { jobs: Job[] }).jobs;
      const outcomes = job!.items.map(({ name, outcome, problem }) => [
        name,
        outcome,
        problem?.code,
      ]);
      expect(outcomes).toEqual([
        ['in/below/large.txt', 'refused', 'too-large'],
        ['in/said.txt', 'added', undefined],
      ]);
      const { id } = job!.items[1]!.documents[0]!;
      const document = await server.get<DocumentReply>(`/api/documents/${id}`);
      expect(document.outletName).toBe('BelTA');
    },
  );

  test('says what to do when the record is written by something that takes no documents', async () => {
    const { code, err } = await ingest('in');
    expect(code).toBe(2);
    expect(err).toContain('record-in-use');
  });

  test('says so when the server does not answer', async () => {
    leaveAddress(server.dataDir, 'http://127.0.0.1:1');
    const { code, err } = await ingest('in');
    expect(code).toBe(2);
    expect(err).toContain('no-answer');
  });

  test('says so when the server hangs up in the middle of its answer', async () => {
    const half = createServer((_request, response) => {
      response.writeHead(202, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    });
    leaveAddress(server.dataDir, await listen(half, '127.0.0.1', 0));
    const { code, err } = await ingest('in');
    await close(half, 0);
    expect(code).toBe(2);
    expect(err).toContain('no-answer');
  });
});

describe('onrecord ingest of a file with more documents than a job lists', () => {
  const lines = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) =>
      JSON.stringify({ text: `${SAID}He said so for the ${from + i}th time.` }),
    ).join('\n');

  test('counts all of them, and tells those that are known', { timeout: 120_000 }, async () => {
    leaveAddress(server.dataDir, server.url);
    const many = join(folder, 'many.jsonl');
    const brought = async (content: string) => {
      writeFileSync(many, content);
      const { out } = await ingest('many.jsonl', '--json');
      return (JSON.parse(out) as { jobs: Job[] }).jobs[0]!.items[0]!;
    };
    const held = async () => (await server.house.store.dataSet()).statements.length;
    const known = LISTED_DOCUMENTS + 5;
    const sample = await held();
    const first = await brought(lines(0, known));
    expect(first).toMatchObject({ outcome: 'added', added: known, found: known });
    expect(first.proposals.statements).toBe((await held()) - sample);
    expect(first.documents).toHaveLength(LISTED_DOCUMENTS);
    const again = await brought(lines(0, known));
    expect(again).toMatchObject({ outcome: 'known', added: 0, found: known });
    const before = await held();
    writeFileSync(many, lines(0, known + 2));
    const { out } = await ingest('many.jsonl', '--csv');
    expect(await held()).toBeGreaterThan(before);
    expect(out).toContain(`many.jsonl,added,${known + 2},${(await held()) - before},`);
  });
});

describe('onrecord ingest when the disk is full', () => {
  beforeEach(() => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const spy = vi.spyOn(Spool.prototype, 'save');
    // The job is accepted, and how far it comes cannot be kept.
    spy.mockRejectedValue(full);
    return () => vi.restoreAllMocks();
  });

  test('ends as a fault, in this process', { timeout: 60_000 }, async () => {
    await server.close();
    const { code, err } = await ingest('in');
    expect(code).toBe(70);
    expect(err).toContain('no space left');
    vi.restoreAllMocks();
    server = await serving(server.dataDir);
  });

  test('ends as a fault, brought to a server', { timeout: 60_000 }, async () => {
    leaveAddress(server.dataDir, server.url);
    const { code, err } = await ingest('in');
    expect(code).toBe(70);
    expect(err).toContain('no space left');
    expect(server.faults.splice(0)).not.toEqual([]);
  });
});

describe('the address that a server leaves', () => {
  test('is gone once another process writes the record', async () => {
    leaveAddress(server.dataDir, server.url);
    await server.close();
    server = await serving(server.dataDir);
    expect(addressIn(server.dataDir)).toBeNull();
  });

  test.each(['http://example.org', 'https://127.0.0.1:4870', 'file:///etc/passwd', 'words', ''])(
    'is not followed to %s',
    (url) => {
      leaveAddress(server.dataDir, url);
      expect(addressIn(server.dataDir)).toBeNull();
    },
  );
});
