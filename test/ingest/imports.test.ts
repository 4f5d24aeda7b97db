import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  changedJob,
  DecisionReply,
  Job,
  JobChange,
  ProposalPage,
} from '../../server/contract/index.ts';
import { SENTENCE } from './files.ts';
import { removed, serving, type Serving } from './serving.ts';

/** Invented; several attributions of the common shapes. */
const ARTICLE = `Council fights over the bridge

“The bridge will open in spring,” Mayor Ann Lee told Reuters on Wednesday. “Nobody was misled.”

The opposition accused the mayor of hiding a report. Bo Chan, a councillor, said that the money was gone.

Analysts at the Institute of Roads warned the council against further delay.`;

let server: Serving;
beforeAll(async () => {
  server = await serving();
});
afterAll(() => removed(server));

async function finished(id: string): Promise<Job> {
  await server.house.jobs.idle();
  return Job.parse(await server.get(`/api/jobs/${id}`));
}

async function form(files: readonly (readonly [string, string])[], fields = {}) {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.append(key, value as string);
  for (const [name, content] of files) body.append('file', new Blob([content]), name);
  const response = await fetch(`${server.url}/api/documents`, { method: 'POST', body });
  return {
    status: response.status,
    reply: (await response.json()) as { id: string; code: string },
  };
}

const everything = async () => JSON.stringify(await server.house.store.dataSet());

/** The record without its decisions, which are a log. */
const withoutLog = (record: string) => ({ ...(JSON.parse(record) as object), decisions: [] });

describe('what cannot be imported is refused and changes nothing', () => {
  it.each([
    ['no text', {}, 'bad-value'],
    ['an unknown field', { text: 'a', tilte: 'b' }, 'bad-value'],
    ['a wrong date', { text: 'a', published: '2022-13' }, 'bad-value'],
    ['a script as address', { text: 'a', url: 'javascript:alert(1)' }, 'bad-value'],
    ['a format that cannot be pasted', { text: 'a', format: 'pdf' }, 'bad-value'],
  ])('%s', async (_, body, code) => {
    const before = await everything();
    expect((await server.post('/api/documents', body)).reply).toMatchObject({ code });
    expect(await everything()).toBe(before);
  });

  it('a form without files, and one that is no form', async () => {
    expect((await form([])).reply.code).toBe('bad-value');
    const headers = { 'content-type': 'multipart/form-data' };
    const init = { method: 'POST', headers, body: 'no form' };
    const response = await fetch(`${server.url}/api/documents`, init);
    expect(await response.json()).toMatchObject({ code: 'bad-encoding' });
  });

  it('a file that cannot be read is refused by itself; the others come in', async () => {
    const files = [
      ['broken.pdf', '%PDF-1.4 nothing'],
      ['good.txt', `${SENTENCE} This one is good.`],
    ] as const;
    const { reply } = await form(files);
    const job = await finished(reply.id);
    expect(job.items.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
      ['refused', 'unreadable-document'],
      ['added', undefined],
    ]);
  });
});

it('a document that says wrong things of itself comes in without them', async () => {
  const matter = '---\ntitle: ""\nurl: example.org\ndate: 2022-13\nauthor: ""\nlang: e\n---\n';
  const line = {
    text: `On Sunday there was more. ${SENTENCE} Without a title.`,
    title: '',
    published: '2022-13',
  };
  const { reply } = await form([
    ['wrong.md', `${matter}${SENTENCE} With front matter.`],
    ['wrong.jsonl', JSON.stringify(line)],
  ]);
  const { items } = await finished(reply.id);
  expect(items.map(({ outcome, documents }) => [outcome, documents.length])).toEqual([
    ['added', 1],
    ['added', 1],
  ]);
  expect(items.map(({ documents }) => documents[0]!.notes.length)).toEqual([3, 1]);
});

/** Two texts whose hashes begin alike, as two of some thousands do. */
function texts(alike: number): [string, string] {
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const text = `${SENTENCE} The council met at ${i} today.`;
    const start = createHash('sha256').update(text).digest('hex').slice(0, alike);
    const other = seen.get(start);
    if (other !== undefined) return [other, text];
    seen.set(start, text);
  }
}

it('texts of one title stay two documents, however alike their hashes', async () => {
  const both = texts(6);
  for (const text of both) await server.post('/api/documents', { text, title: 'Morning briefing' });
  await server.house.jobs.idle();
  const { items } = await server.get<{ items: { id: string; title: string }[] }>(
    '/api/documents?q=Morning',
  );
  const ids = items.filter(({ title }) => title === 'Morning briefing').map(({ id }) => id);
  const held = await Promise.all(
    ids.map(async (id) => (await server.get<{ text: string }>(`/api/documents/${id}`)).text),
  );
  expect(held.sort()).toEqual([...both].sort());
});

describe('an import', () => {
  let job: Job;
  let document: string;
  let without: string;
  beforeAll(async () => {
    without = await everything();
    const hints = { title: 'The bridge', outlet: 'The Gazette', published: '2022-12-08' };
    const { status, reply } = await form([['bridge.txt', ARTICLE]], hints);
    expect(status).toBe(202);
    job = await finished(reply.id);
    document = job.items[0]!.documents[0]!.id;
  });

  it('says what became of each document', () => {
    expect(job).toMatchObject({ state: 'done', finished: 1, items: [{ outcome: 'added' }] });
    expect(job.items[0]!.documents[0]).toMatchObject({ title: 'The bridge', outcome: 'added' });
    expect(job.items[0]!.documents[0]!.statements).toBeGreaterThanOrEqual(3);
  });

  it('holds the text, with every mark at its place', async () => {
    const reply = await server.get<{
      text: string;
      outletName: string;
      annotations: { anchored: boolean }[];
    }>(`/api/documents/${document}`);
    expect(reply.text).toBe(ARTICLE);
    expect(reply.outletName).toBe('The Gazette');
    expect(reply.annotations.length).toBeGreaterThan(3);
    expect(reply.annotations.every(({ anchored }) => anchored)).toBe(true);
  });

  it('proposes; nothing is accepted by itself', async () => {
    const page = ProposalPage.parse(await server.get(`/api/suggestions?document=${document}`));
    expect(page.total).toBe(page.items.length);
    const starts = page.items.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(page.items.every(({ record }) => record.status === 'proposed')).toBe(true);
    const speakers = page.items.flatMap((it) =>
      it.type === 'statement' ? it.record.speaker.name : [],
    );
    expect(speakers).toContain('Ann Lee');
  });

  it('pages the queue by place and by confidence, each proposal once', async () => {
    const whole = ProposalPage.parse(await server.get('/api/suggestions?sort=-confidence'));
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = ProposalPage.parse(
        await server.get(`/api/suggestions?sort=-confidence&limit=2${after}`),
      );
      ids.push(...page.items.map(({ record }) => record.id));
      cursor = page.next;
    }
    expect(ids).toEqual(whole.items.map(({ record }) => record.id));
    expect(await server.get('/api/suggestions?sort=place&cursor=x')).toMatchObject({
      code: 'bad-cursor',
    });
  });

  it('brought twice is one document', async () => {
    const before = await everything();
    const { reply } = await form([['again.txt', ARTICLE]], { outlet: 'The Herald' });
    const again = await finished(reply.id);
    expect(again.items[0]).toMatchObject({ outcome: 'known', documents: [{ id: document }] });
    expect(again.items[0]!.documents[0]!.notes.join(' ')).toContain('outlet');
    expect(await everything()).toBe(before);
  });

  it('can be decided, undone, and removed without a trace', async () => {
    const page = ProposalPage.parse(await server.get(`/api/suggestions?document=${document}`));
    const proposed = await everything();
    const records = page.items.map(({ record }) => record.id);
    const { reply } = await server.post('/api/decisions', { action: { kind: 'accept', records } });
    const { decision } = DecisionReply.parse(reply);
    const left = ProposalPage.parse(await server.get(`/api/suggestions?document=${document}`));
    expect(left.total).toBe(0);
    await server.post(`/api/decisions/${decision.id}/undo`, {});
    expect(withoutLog(await everything())).toEqual(withoutLog(proposed));
    const { status } = await server.post(`/api/documents/${document}/remove`);
    expect(status).toBe(200);
    expect(await server.get(`/api/documents/${document}`)).toMatchObject({ code: 'not-found' });
    expect(withoutLog(await everything())).toEqual(withoutLog(without));
  });
});

describe('progress', () => {
  it('is told as server-sent events until the job ends', async () => {
    const lines = Array.from({ length: 5 }, (_, i) =>
      JSON.stringify({ text: `${SENTENCE} Nr ${i}.` }),
    );
    const { reply } = await form([['many.jsonl', lines.join('\n')]]);
    const response = await fetch(`${server.url}/api/jobs/${reply.id}/events`);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = (await response.text()).split('\n\n').filter((it) => it !== '');
    const [first, ...changes] = events.map((it) => it.replace(/^event: (job|change)\ndata: /, ''));
    const jobs = changes.reduce(
      (told, change) => [...told, changedJob(told.at(-1)!, JobChange.parse(JSON.parse(change)))],
      [Job.parse(JSON.parse(first!))],
    );
    expect(jobs.at(-1)).toMatchObject({ state: 'done', items: [{ found: 5, finished: 5 }] });
    const counts = jobs.map((job) => job.items[0]!.finished);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('an unknown job is not found', async () => {
    expect(await server.get('/api/jobs/job-00000000')).toMatchObject({ code: 'not-found' });
    expect(await server.get('/api/jobs/job-00000000/events')).toMatchObject({ code: 'not-found' });
  });
});

const FOR_A_DOCUMENT = { timeout: 60_000, interval: 5 };

describe('stopping and starting again', () => {
  it('takes up what was cut off where it stood, and imports each document once', async () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ text: `${SENTENCE} No. ${i}.` }),
    );
    const { reply } = await form([['cut.jsonl', lines.join('\n')]]);
    const { jobs } = server.house;
    const come = async () => (await jobs.get(reply.id)).items[0]!.finished;
    await vi.waitFor(async () => expect(await come()).toBeGreaterThan(0), FOR_A_DOCUMENT);
    await server.close();
    const manifest = join(server.dataDir, 'jobs', reply.id, 'job.json');
    const cut = Job.parse(JSON.parse(await readFile(manifest, 'utf8')));
    expect(cut.state).toBe('running');
    expect(cut.items[0]!.finished).toBeGreaterThan(0);
    expect(cut.items[0]!.finished).toBeLessThan(40);
    server = await serving(server.dataDir);
    const job = await finished(reply.id);
    expect(job).toMatchObject({ state: 'done', items: [{ found: 40, finished: 40 }] });
    // One that was known would have been brought twice.
    expect(job.items[0]!.documents.map(({ outcome }) => outcome)).toEqual(Array(40).fill('added'));
    const found = await server.get<{ total: number }>('/api/documents?q=minister');
    expect(found.total).toBeGreaterThanOrEqual(40);
    const hashes = (await server.house.store.dataSet()).documents.map(({ sha256 }) => sha256);
    expect(new Set(hashes).size).toBe(hashes.length);
  }, 120_000);

  it('stops after the document under way and says what was not reached', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({ text: `${SENTENCE} Stop ${i}.` }),
    );
    const { reply } = await form([['stop.jsonl', lines.join('\n')]]);
    await server.post(`/api/jobs/${reply.id}/stop`);
    const job = await finished(reply.id);
    expect(job.state).toBe('stopped');
    expect(job.items[0]).toMatchObject({ outcome: 'stopped' });
    expect(job.items[0]!.finished).toBeLessThan(60);
  });
});

it('puts an altered text beside the quoted one and reports what no longer fits', async () => {
  const { reply } = await form([['v1.txt', ARTICLE]]);
  const document = (await finished(reply.id)).items[0]!.documents[0]!.id;
  const altered = ARTICLE.replace('Nobody was misled', 'Someone was misled');
  const { reply: report } = await server.post(`/api/documents/${document}/text`, { text: altered });
  expect(report).toMatchObject({ version: true });
  const { faults } = report as { faults: { exact: string }[] };
  expect(faults.length).toBeGreaterThan(0);
  expect(await server.get(`/api/documents/${document}`)).toMatchObject({ text: ARTICLE });
});
