import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawable } from '../../client/state/console-answer.ts';
import { CypherReply, ERRORS, type ErrorCode, type Problem } from '../../server/contract/index.ts';
import { problemOf, startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

function ask(body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}/api/cypher`, {
    method: 'POST',
    signal: signal ?? null,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const REFUSED: [what: string, body: object, code: ErrorCode][] = [
  ['what is no Cypher', { query: 'SELECT * FROM statements' }, 'cypher-syntax'],
  ['a name that stands for nothing', { query: 'RETURN nobody' }, 'cypher-semantic'],
  ['a write', { query: 'CREATE (n:Actor) RETURN n' }, 'cypher-write'],
  ['a removal', { query: 'MATCH (n) DETACH DELETE n' }, 'cypher-write'],
  ['what takes too long', { query: heavyQuery(), timeoutMs: 50 }, 'limit-time'],
  ['a key that it does not know', { query: 'RETURN 1', limits: 1 }, 'bad-value'],
  ['a limit of nought', { query: 'RETURN 1', limit: 0 }, 'bad-value'],
  ['no query', {}, 'bad-value'],
];

/** Every way through ten lists of a hundred: never done in time. */
function heavyQuery(): string {
  const lists = Array.from({ length: 10 }, (_, i) => `UNWIND range(1, 100) AS x${i}`);
  return `${lists.join(' ')} RETURN count(*)`;
}

describe('POST /api/cypher', () => {
  it('answers from the same record as every other address', async () => {
    const response = await ask({ query: 'MATCH (s:Statement) RETURN s.id AS id ORDER BY id' });
    expect(response.status).toBe(200);
    const reply = CypherReply.parse(await response.json());
    const ids = await server.house.store.statementIds({ type: 'all' });
    expect(reply.rows.map(([id]) => id)).toEqual([...ids].sort());
    expect(reply.truncated).toBe(false);
  });

  it('says when rows were left out', async () => {
    const response = await ask({ query: 'MATCH (a:Actor) RETURN a', limit: 3 });
    const reply = CypherReply.parse(await response.json());
    expect([reply.rows.length, reply.truncated]).toEqual([3, true]);
  });

  it.each(REFUSED)('refuses %s, and changes nothing', async (_what, body, code) => {
    const before = await server.house.store.revision();
    const problem: Problem = await problemOf(await ask(body));
    expect(problem).toMatchObject({ code, status: ERRORS[code].status });
    if (code === 'cypher-syntax') expect(problem.position?.start).toBeTypeOf('number');
    expect(await server.house.store.revision()).toBe(before);
  });

  it('answers others while a heavy query runs', async () => {
    const heavy = ask({ query: heavyQuery(), timeoutMs: 2_000 });
    const health = await server.get('/healthz');
    expect(health.status).toBe(200);
    expect((await problemOf(await heavy)).code).toBe('limit-time');
  });

  it('stops the queries of callers who have gone, and frees their processes', async () => {
    const runs = vi.spyOn(server.house.cypher, 'run');
    const gone = new AbortController();
    const heavy = [1, 2].map(() => ask({ query: heavyQuery() }, gone.signal));
    const left = heavy.map((it) => expect(it).rejects.toThrow());
    await vi.waitFor(() => expect(runs).toHaveBeenCalledTimes(2));
    gone.abort();
    await Promise.all(left);
    expect((await ask({ query: 'RETURN 1' })).status).toBe(200);
    // Called off, and not stopped at the limit of time.
    for (const { value } of runs.mock.results.slice(0, 2))
      await expect(value).rejects.toMatchObject({ name: 'AbortError' });
    runs.mockRestore();
  }, 30_000);

  describe('ties of one type between the same two', () => {
    /** An actor in two roles of an event, and a statement that one outlet carried twice. */
    async function parallel() {
      const { actors, events, statements } = await server.house.store.dataSet();
      const [event, actor] = [events[0]!, actors[0]!.id];
      const participants = (['host', 'participant'] as const).map((role) => ({ actor, role }));
      const statement = statements.find(({ reports }) => reports.length > 1)!;
      const reports = statement.reports.map((report) => ({ ...report, via: [actor] }));
      await server.house.store.write({
        put: { events: [{ ...event, participants }], statements: [{ ...statement, reports }] },
      });
      return { event: event.id, statement: statement.id };
    }

    it('have ids of their own, the same each time, and are drawn one beside the other', async () => {
      const { event, statement } = await parallel();
      const query = `MATCH (e {id: $event})<-[r:TOOK_PART]-() RETURN r, elementId(r)
        UNION ALL MATCH (s {id: $statement})-[r:CARRIED_BY]->() RETURN r, elementId(r)`;
      const answer = async (text: string) =>
        CypherReply.parse(await (await ask({ query: text, params: { event, statement } })).json());
      const reply = await answer(query);
      const ids = reply.rows.map(([, id]) => id);
      expect(ids.length).toBeGreaterThanOrEqual(4);
      expect(new Set(ids).size).toBe(ids.length);
      expect(drawable(reply).edges.size).toBe(ids.length);
      // Found another way, by the other end, and one by one.
      const again = await answer(
        `MATCH (a)-[r:TOOK_PART]->({id: $event}) WITH collect(r) AS ties UNWIND ties AS r
         RETURN elementId(r) UNION ALL
         MATCH (a)<-[r:CARRIED_BY]-(s) WHERE s.id = $statement RETURN elementId(r)`,
      );
      expect(again.rows.flat().sort()).toEqual([...ids].sort());
    });
  });
});
