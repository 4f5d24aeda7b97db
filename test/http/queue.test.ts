import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  DecisionPage,
  DecisionReply,
  Problem,
  ProposalPage,
} from '../../server/contract/index.ts';
import { startServer, type TestServer } from './harness.ts';

/** The review queue under the filters that narrow lists and graph, through HTTP. */

const undecided = <T>(claim: T) => ({ ...claim, status: 'proposed' as const });

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  const { store } = server.house;
  const { statements, agreements, events, relations } = await store.dataSet();
  await store.write({
    put: {
      statements: statements.map(undecided),
      agreements: agreements.map(undecided),
      events: events.map(undecided),
      relations: relations.map(undecided),
    },
  });
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

async function post<T>(path: string, body: unknown = {}): Promise<{ status: number; reply: T }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, reply: (await response.json()) as T };
}

const queue = (asked: string) => server.json<ProposalPage>(`/api/suggestions?limit=1000&${asked}`);
const idsOf = ({ items }: ProposalPage) => items.map(({ record }) => record.id as string).sort();

/** Undecided records of every list under the same question. */
async function listed(asked: string): Promise<string[]> {
  const ofClaims = asked.replace(/&level=\w+/, '');
  const pages = await Promise.all(
    ['statements', 'agreements', 'events', 'relations'].map((name) =>
      server.json<{ items: { id: string; status: string }[] }>(
        `/api/${name}?limit=1000&${name === 'statements' ? asked : ofClaims}`,
      ),
    ),
  );
  const items = pages.flatMap((page) => page.items);
  return items.flatMap(({ id, status }) => (status === 'proposed' ? [id] : [])).sort();
}

const ASKED = [
  'q=military',
  'q=speaker:Lukashenko+OR+actor:Ukraine',
  'speaker=Lukashenko',
  '-speaker=Lukashenko',
  'actor=Belarus',
  'actor=Belarus&actor=Russia&-outlet=Reuters',
  'act=accusation',
  'kind=person',
  'said=2022-10..2022-12',
  'outlet=SOFREP',
  'of=Belarus&hops=1',
  'of=Alexander+Lukashenko&hops=2&said=2022-12',
  'of=Konrad+Muzyka&hops=1&level=statements',
];

describe('a queue that is narrowed', () => {
  test.each(ASKED)('by “%s” holds what the lists hold', async (asked) => {
    const page = await queue(asked);
    expect(idsOf(page)).toEqual(await listed(asked));
    expect(page.total).toBe(page.items.length);
    const counted = Object.values(page.counts).reduce((sum, n) => sum + n, 0);
    expect(counted).toBe(page.total);
    expect(page.total).toBeLessThan((await queue('')).total);
    expect(page.total).toBeGreaterThan(0);
  });

  test('says how it was read, and which keys only statements have', async () => {
    const both = await queue('speaker=Lukashenko&q=military');
    expect(both.query).toContain('military');
    const ofClaims = ({ notes }: ProposalPage) =>
      notes.filter(({ code }) => code === 'not-of-claims').map(({ field }) => field);
    expect(ofClaims(both)).toEqual(['speaker']);
    expect(ofClaims(await queue('speaker=Lukashenko&type=statement'))).toEqual([]);
    const { notes, total } = await queue('speaker=Nobody+Such');
    expect(total).toBe(0);
    expect(notes).toContainEqual(expect.objectContaining({ code: 'unknown-name' }));
  });

  test('places a proposal in the document that is asked for, by id or by title', async () => {
    const { items } = await server.json<{ items: { id: string; title: string }[] }>(
      '/api/documents',
    );
    for (const { id, title } of items) {
      const [byId, byTitle] = [
        await queue(`document=${id}`),
        await queue(`document=${encodeURIComponent(title)}`),
      ];
      expect(byId.items.every(({ document }) => document === id)).toBe(true);
      expect(byTitle.items).toEqual(byId.items);
    }
  });

  test('goes on from a cursor', async () => {
    const whole = await queue('actor=Belarus');
    const found: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const from: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page: ProposalPage = await server.json(`/api/suggestions?actor=Belarus&limit=7${from}`);
      found.push(...page.items.map(({ record }) => record.id));
      next = page.next;
    }
    expect(found).toEqual(whole.items.map(({ record }) => record.id));
  });

  test.each([
    ['colour=red', 'unknown-key'],
    ['said=yesterday', 'bad-date'],
    ['mode=sung', 'bad-value'],
    ['of=Nobody+Such', 'not-found'],
  ])('refuses “%s” as %s, and so does accepting it', async (asked, code) => {
    const response = await server.get(`/api/suggestions?${asked}`);
    expect(((await response.json()) as Problem).code).toBe(code);
    const { reply } = await post<Problem>(`/api/suggestions/accept?${asked}`);
    expect(reply.code).toBe(code);
  });
});

describe('accepting a queue that is narrowed', () => {
  const decided = async () => (await server.json<DecisionPage>('/api/decisions')).total;

  test('takes what it holds and nothing else, and one undo takes that back', async () => {
    const [narrowed, whole] = [await queue('actor=Belarus&q=military'), await queue('')];
    const { status, reply } = await post<DecisionReply>(
      '/api/suggestions/accept?actor=Belarus&q=military',
      { total: narrowed.total },
    );
    expect(status).toBe(200);
    expect(reply.changed.map(String).sort()).toEqual(idsOf(narrowed));
    const left = await queue('');
    expect(left.total).toBe(whole.total - narrowed.total);
    await post(`/api/decisions/${reply.decision.id}/undo`);
    expect(idsOf(await queue(''))).toEqual(idsOf(whole));
  });

  test('takes none when it holds another number than is known', async () => {
    const [before, log] = [await queue('actor=Belarus'), await decided()];
    const accept = '/api/suggestions/accept?actor=Belarus';
    const { status, reply } = await post<Problem>(accept, { total: before.total - 1 });
    expect(status).toBe(409);
    expect(reply).toMatchObject({ code: 'conflict', field: 'total' });
    expect(idsOf(await queue('actor=Belarus'))).toEqual(idsOf(before));
    expect(await decided()).toBe(log);
  });

  test('refuses a filter in the body: it would be accepted without it', async () => {
    const { reply } = await post<Problem>('/api/suggestions/accept', { min: 0.95 });
    expect(reply.code).toBe('bad-value');
  });
});
