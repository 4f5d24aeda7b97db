import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { leaveAddress } from '../../server/address.ts';
import { COMMANDS } from '../../server/cli/commands.ts';
import { runCommandLine } from '../../server/cli/main.ts';
import type {
  Job,
  JobDocument,
  Problem,
  ProposalPage,
  ReadAgain,
} from '../../server/contract/index.ts';
import { removed, serving, type Serving } from './serving.ts';

/** Reading held documents again, by the API and from a shell; words written for this test. */
const TEXT = [
  'Minister Ann Lee said the bridge would open in May. “Nobody will pay for it,” she added.',
  'The mayor, Bo Chan, denied that the town had run out of money. He warned that trams were late.',
].join('\n\n');

let server: Serving;
beforeEach(async () => {
  server = await serving();
});
afterEach(() => removed(server));

async function imported(text = TEXT): Promise<JobDocument> {
  const { reply } = await server.post('/api/documents', { format: 'text', text, title: 'Bridge' });
  const { id } = reply as Job;
  for (;;) {
    const job = await server.get<Job>(`/api/jobs/${id}`);
    const [document] = job.items[0]?.documents ?? [];
    if (job.state === 'done' && document) return document;
    if (job.state !== 'queued' && job.state !== 'running') throw new Error(job.state);
  }
}

const reread = (document: string) => server.post(`/api/documents/${document}/read`);

/** Every record but the log of decisions. */
const standing = async () =>
  JSON.stringify({ ...(await server.house.store.dataSet()), decisions: [] });

describe('a document that is read again', () => {
  test('keeps every decision and brings nothing twice', { timeout: 60_000 }, async () => {
    const { id: document } = await imported();
    const { items } = await server.get<ProposalPage>(`/api/suggestions?document=${document}`);
    const [first, second, third] = items.map(({ record: { id } }) => id);
    await server.post('/api/decisions', { action: { kind: 'accept', records: [first] } });
    await server.post('/api/decisions', { action: { kind: 'reject', records: [second] } });
    const edit = { kind: 'edit', record: third, set: { act: 'other' } };
    await server.post('/api/decisions', { action: edit });
    const before = await standing();
    const { status, reply } = await reread(document);
    expect(status).toBe(200);
    const read = reply as ReadAgain;
    expect(read).toMatchObject({ document, title: 'Bridge', conflicts: 0 });
    expect(read.statements).toBe(items.filter(({ type }) => type === 'statement').length);
    expect(await standing()).toBe(before);
  });

  test('must be held', async () => {
    const { status, reply } = await reread('doc:the-putin-lukashenko-meeting');
    expect([status, (reply as Problem).code]).toEqual([404, 'not-found']);
  });

  test('may be asked for from a shell, beside the server', { timeout: 60_000 }, async () => {
    const { id: document } = await imported();
    leaveAddress(server.dataDir, server.url);
    const before = await standing();
    let out = '';
    const code = await runCommandLine(['reread', '--json'], COMMANDS, {
      out: (text) => void (out += text),
      err: () => undefined,
      width: null,
      env: { DATA_DIR: server.dataDir },
      folder: server.dataDir,
    });
    expect(code).toBe(0);
    expect((JSON.parse(out) as { read: ReadAgain[] }).read.map((one) => one.document)).toEqual([
      document,
    ]);
    expect(await standing()).toBe(before);
  });
});

describe('a changed text of a document that is held', () => {
  test(
    'comes in as its version, and tells what no longer stands',
    { timeout: 60_000 },
    async () => {
      const { id } = await imported();
      const before = await server.get(`/api/documents/${id}/text`);
      const changed = await imported(TEXT.replace('would open in May', 'would open in June'));
      expect(changed).toMatchObject({ id: `${id}-v2`, outcome: 'added' });
      expect(changed.notes.join(' ')).toMatch(
        new RegExp(`version of ${id}: of \\d+ passages quoted there, 1 do`),
      );
      expect(await server.get(`/api/documents/${id}/text`)).toEqual(before);
    },
  );

  test('is another document where it only bears the same title', { timeout: 60_000 }, async () => {
    const { id } = await imported();
    const other = await imported('Teacher Eva Novak said that schools were closed on Monday.');
    expect(other.id.startsWith(id)).toBe(false);
    expect(other.notes.join(' ')).not.toContain(id);
  });
});
