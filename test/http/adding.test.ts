import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectorAt } from '../../graph-data/schema/index.ts';
import type {
  DecisionPage,
  DecisionReply,
  DocumentReply,
  GraphReply,
  Problem,
  StatementPage,
  StatementReply,
} from '../../server/contract/index.ts';
import { documentOf } from '../record/document.ts';
import { startServer, type TestServer } from './harness.ts';

const TEXT = 'Ms Novak of Maribor is sure that the ferry will run.';
const WORDS = 'the ferry will run';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const document = documentOf('doc:ferry', TEXT);
  await server.house.record.importExtraction({ document, text: TEXT, proposals: {} });
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

async function post<T>(path: string, body: unknown): Promise<{ status: number; reply: T }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, reply: (await response.json()) as T };
}

const exported = async () => (await server.get('/api/export?format=jsonl')).text();
const start = TEXT.indexOf(WORDS);
const content = [selectorAt(TEXT, start, start + WORDS.length)];
const novak = {
  id: 'actor:ms-novak',
  kind: 'person',
  name: 'Ms Novak',
  aliases: [],
  wikidata: null,
  country: null,
  note: '',
};
/** As a script sends it: what is not known is left out. */
const statement = {
  speaker: novak.id,
  mode: 'indirect',
  act: 'assessment',
  about: ['actor:ukraine'],
  report: { document: 'doc:ferry', content },
};

describe('adding a statement over HTTP', () => {
  it('puts it into every list and the graph, and one undo takes it out again', async () => {
    const before = await exported();
    const action = { kind: 'add', statement, actors: [novak] };
    const { status, reply } = await post<DecisionReply>('/api/decisions', { action });
    expect(status).toBe(200);
    const id = reply.changed.find((changed) => changed.startsWith('stmt:')) ?? '';
    expect(await server.json<StatementReply>(`/api/statements/${id}`)).toMatchObject({
      text: WORDS,
      status: 'accepted',
      speaker: { name: 'Ms Novak' },
    });
    const said = '/api/statements?speaker=actor:ms-novak&q=ferry';
    expect((await server.json<StatementPage>(said)).total).toBe(1);
    const { annotations } = await server.json<DocumentReply>('/api/documents/doc:ferry');
    expect(annotations.filter(({ record }) => record === id)).toMatchObject([{ anchored: true }]);
    const graph = await server.json<GraphReply>('/api/graph?speaker=actor:ms-novak');
    expect(graph.edges.map(({ key }) => key)).toContain('says:actor:ms-novak>actor:ukraine');
    const { items } = await server.json<DecisionPage>('/api/decisions?limit=1');
    expect(items[0]).toMatchObject({ action: { kind: 'add', record: id }, undone: false });
    const again = await post<Problem>('/api/decisions', { action });
    expect([again.status, again.reply.code]).toEqual([422, 'invalid-decision']);
    await post(`/api/decisions/${reply.decision.id}/undo`, {});
    expect(await exported()).toBe(before);
  });

  it.each([
    ['without a speaker', { ...statement, speaker: undefined }, 'bad-value'],
    ['of nobody on the record', statement, 'not-found'],
    [
      'of words that stand elsewhere',
      {
        ...statement,
        speaker: 'actor:ukraine',
        report: { ...statement.report, content: [moved()] },
      },
      'invalid-decision',
    ],
  ])('is refused %s', async (_what, wrong, code) => {
    const action = { kind: 'add', statement: wrong };
    expect((await post<Problem>('/api/decisions', { action })).reply.code).toBe(code);
  });
});

function moved() {
  const [selector] = content;
  return { ...selector, start: 0, end: WORDS.length };
}
