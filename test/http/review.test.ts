import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { LikenessList } from '../../server/contract/index.ts';
import type {
  DecisionPage,
  DecisionReply,
  Problem,
  ProposalPage,
} from '../../server/contract/index.ts';
import { computing } from '../../server/graph/processes.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';
import { documentOf } from '../record/document.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

async function post<T>(path: string, body: unknown = {}): Promise<{ status: number; reply: T }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, reply: (await response.json()) as T };
}

const novak: Actor = {
  id: 'actor:ana-novak',
  kind: 'person',
  name: 'Ana Novak',
  aliases: [],
  wikidata: null,
  country: null,
  note: '',
};

describe('removing a document', () => {
  test('names everything that went, actors included', async () => {
    const text = 'Ana Novak waved.';
    await server.house.record.importExtraction({
      document: documentOf('doc:wave', text),
      text,
      proposals: {
        actors: [novak],
        mentions: [
          {
            id: 'men:wave',
            document: 'doc:wave',
            selector: selectorAt(text, 0, 9),
            actor: novak.id,
          },
        ],
      },
    });
    const { status, reply } = await post('/api/documents/doc:wave/remove');
    expect(status).toBe(200);
    expect(reply).toEqual({ removed: ['doc:wave', 'actor:ana-novak', 'men:wave'] });
  });
});

describe('likenesses', () => {
  test('are found once for each revision, off the thread that answers', async () => {
    const run = vi.spyOn(computing, 'run');
    const [one, other] = await Promise.all([1, 2].map(() => server.json('/api/likenesses')));
    expect(LikenessList.parse(one)).toEqual(other);
    expect(run).toHaveBeenCalledTimes(1);
    const named = { kind: 'accept', records: ['stmt:none'] };
    await post('/api/decisions', { action: named });
    await server.json('/api/likenesses');
    expect(run).toHaveBeenCalledTimes(1);
    await server.house.store.write({ put: { actors: [novak] } });
    await server.json('/api/likenesses');
    expect(run).toHaveBeenCalledTimes(2);
    run.mockRestore();
  });

  test('of a statement stand in the groups of the whole record, with who was first', async () => {
    const { store } = server.house;
    const { statements } = await store.dataSet();
    const model = statements.find(({ text }) => text.split(' ').length > 8)!;
    const [other] = statements.filter(
      ({ reports: [report] }) => report?.document !== model.reports[0]?.document,
    );
    const reports = model.reports.map((report) => ({
      ...report,
      document: other!.reports[0]!.document,
    }));
    await store.write({ put: { statements: [{ ...model, id: 'stmt:twin', reports }] } });
    const id = 'stmt:twin';
    const { items } = LikenessList.parse(await server.json('/api/likenesses'));
    const group = items.find(({ records }) => records.includes(id));
    const ofOne = LikenessList.parse(await server.json(`/api/likenesses?of=${id}`));
    expect(ofOne.items).toContainEqual(group);
    expect(ofOne.total).toBe(ofOne.items.length);
    expect(ofOne.items.every(({ records }) => records.includes(id))).toBe(true);
    expect(group).toMatchObject({ type: 'same-utterance', documents: 2 });
    expect(group?.first.map((document) => document.id)).toHaveLength(1);
    expect((await server.json<LikenessList>('/api/likenesses?of=stmt:nobody')).items).toEqual([]);
  });

  test('are asked of statements alone', async () => {
    const refusal = await problemOf(await server.get('/api/likenesses?of=actor:novak'));
    expect(refusal).toMatchObject({ status: 400, code: 'bad-id', field: 'of' });
  });
});

/** Proposals of one document, as the reader brings them: each a word of its text. */
async function bring(count: number): Promise<void> {
  const words = Array.from({ length: count }, (_, i) => `word${i}`);
  const text = words.join(' ');
  let start = 0;
  const statements = words.map((word, i): Statement => {
    const content = [selectorAt(text, start, start + word.length)];
    start += word.length + 1;
    return {
      id: `stmt:many-${i}`,
      speaker: novak.id,
      text: word,
      mode: 'direct',
      act: 'assertion',
      said: null,
      addressees: [],
      about: [],
      reports: [
        {
          document: 'doc:many',
          content,
          cue: null,
          source: selectorAt(text, 0, 5),
          via: [],
          repeats: [],
          origin: 'orig:many',
        },
      ],
      status: 'proposed',
      method: 'extracted',
      confidence: i % 4 === 0 ? 0.5 : 0.96,
    };
  });
  const proposals = {
    actors: [novak, { ...novak, id: 'actor:word' as const, name: 'word0' }],
    statements,
  };
  const document = documentOf('doc:many', text);
  await server.house.record.importExtraction({ document, text, proposals });
}

const MANY = 3000;
const QUEUE = '/api/suggestions?document=doc:many';
const records = async () => {
  const { decisions: _decisions, ...data } = await server.house.store.dataSet();
  return JSON.stringify(data);
};

describe('a queue of thousands', () => {
  beforeAll(() => bring(MANY));

  test('is put in order once for all its pages', async () => {
    const read = vi.spyOn(server.house.store, 'proposals');
    const ids: string[] = [];
    let next: string | null = null;
    do {
      const from = next === null ? '' : `&cursor=${next}`;
      const page: ProposalPage = await server.json(`${QUEUE}&limit=500${from}`);
      ids.push(...page.items.map(({ record }) => record.id));
      next = page.next;
    } while (next !== null);
    expect(ids).toEqual(Array.from({ length: MANY }, (_, i) => `stmt:many-${i}`));
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRestore();
  });

  test('names other speakers only when asked to', async () => {
    const candidates = async (more: string) => {
      const { items } = await server.json<ProposalPage>(`${QUEUE}&limit=1${more}`);
      return items.flatMap((it) => (it.type === 'statement' ? it.candidates : []));
    };
    expect(await candidates('')).toEqual([]);
    expect((await candidates('&candidates=true')).map(({ actor }) => actor.id)).toContain(
      'actor:word',
    );
  });

  test.each([
    ['an unknown order', ['size', 'stmt:a', 'doc:a', 0, null]],
    ['another order', ['confidence', 'stmt:a', 'doc:a', 0, null]],
    ['no document', ['place', 'stmt:a', 5, 0, null]],
    ['no place', ['place', 'stmt:a', 'doc:a', 'x', null]],
    ['a confidence in words', ['place', 'stmt:a', 'doc:a', 0, 'sure']],
    ['too little', ['place', 'stmt:a']],
    ['an object', {}],
  ])('refuses a cursor with %s', async (_what, body) => {
    const cursor = Buffer.from(JSON.stringify(body)).toString('base64url');
    const problem = await problemOf(await server.get(`${QUEUE}&cursor=${cursor}`));
    expect(problem.code).toBe('bad-cursor');
  });

  test('is accepted above a confidence as one decision, undone as one', async () => {
    const before = await records();
    const log = async () => (await server.json<DecisionPage>('/api/decisions')).total;
    const decided = await log();
    const above = '/api/suggestions/accept?document=doc:many&min=0.95';
    const { status, reply } = await post<DecisionReply>(above);
    expect(status).toBe(200);
    expect(reply.changed).toHaveLength((MANY * 3) / 4);
    expect(await log()).toBe(decided + 1);
    const left = await server.json<ProposalPage>(`${QUEUE}&limit=1000`);
    expect(left.total).toBe(MANY / 4);
    expect(left.items.every(({ confidence }) => confidence === 0.5)).toBe(true);
    const none = await post<Problem>(above);
    expect(none.reply.code).toBe('not-found');
    await post(`/api/decisions/${reply.decision.id}/undo`);
    expect(await records()).toBe(before);
  });
});
