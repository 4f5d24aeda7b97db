import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CypherReply, CypherRequest, OnrecordError } from '../../../server/contract/index.ts';
import { CypherRunner } from '../../../server/query/cypher/runner.ts';
import { createSqliteStore } from '../../../server/store/sqlite/index.ts';
import { fixture } from '../../store/fixture.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-cypher-'));
const module = new URL('../../../server/store/sqlite/graph.ts', import.meta.url).href;
const source = { module, dataDir };
let runner: CypherRunner;

beforeAll(async () => {
  const store = await createSqliteStore(dataDir);
  await store.loadSample(fixture());
  await store.close();
  runner = new CypherRunner({ source, concurrency: 2, queue: 1, memoryMb: 200 });
  await runner.ready();
}, 30_000);

afterAll(async () => {
  await runner.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = (query: string, rest: object = {}, signal?: AbortSignal) =>
  runner.run(CypherRequest.parse({ query, ...rest }), signal);

async function failure(work: Promise<unknown>): Promise<OnrecordError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof OnrecordError) return error;
  throw new Error(`Expected an OnrecordError, got ${String(error)}`);
}

/** Keeps a process busy without memory. */
const ENDLESS =
  'UNWIND range(1, 5000) AS a UNWIND range(1, 5000) AS b UNWIND range(1, 5000) AS c RETURN count(*)';

describe('the runner of Cypher queries', () => {
  it('answers in the form of the contract, nodes and relationships with their ids', async () => {
    const reply = await ask(
      'MATCH p = (a:Actor)-[r:MADE]->(s) RETURN a, r, p, s.id, 1.5 ORDER BY s.id',
    );
    expect(CypherReply.parse(reply)).toEqual(reply);
    expect(reply.columns).toEqual(['a', 'r', 'p', 's.id', '1.5']);
    const [actor, relationship, path, id] = reply.rows[0] ?? [];
    expect(actor).toMatchObject({ $type: 'node', labels: ['Actor', expect.any(String)] });
    expect(relationship).toMatchObject({ $type: 'relationship', type: 'MADE', end: id });
    expect(path).toMatchObject({ $type: 'path', relationships: [relationship] });
  });

  it('takes parameters as data', async () => {
    const params = { id: "x'}) DETACH DELETE n //", n: 3, f: 0.5, m: { __proto__key: [1] } };
    const reply = await ask('RETURN $id, $n / 2, $f, $m.__proto__key', { params });
    expect(reply.rows).toEqual([[params.id, 1, 0.5, [1]]]);
  });

  it.each([
    ['RETURN', 'cypher-syntax'],
    ['RETURN x', 'cypher-semantic'],
    ['RETURN 1 / 0', 'cypher-runtime'],
    ['CREATE (n)', 'cypher-write'],
  ])('refuses %s with %s and the place', async (query, code) => {
    const error = await failure(ask(query));
    expect(error.code).toBe(code);
    expect(error.where.position?.start).toBeGreaterThanOrEqual(0);
  });

  it('stops at the row limit and says so', async () => {
    const reply = await ask('UNWIND range(1, 100) AS i RETURN i', { limit: 7 });
    expect([reply.rows.length, reply.truncated]).toEqual([7, true]);
    const whole = await ask('UNWIND range(1, 7) AS i RETURN i', { limit: 7 });
    expect([whole.rows.length, whole.truncated]).toEqual([7, false]);
  });

  it('kills a query at its time limit, names the limit, and answers others meanwhile', async () => {
    const heavy = failure(ask(ENDLESS, { timeoutMs: 1500 }));
    const reply = await ask('RETURN 1', { timeoutMs: 10_000 });
    expect(reply.rows).toEqual([[1]]);
    const error = await heavy;
    expect(error.code).toBe('limit-time');
    expect(error.message).toContain('1500 ms');
    expect((await ask('RETURN 2')).rows).toEqual([[2]]);
  }, 30_000);

  it('kills a query at its memory limit', async () => {
    const hungry = 'UNWIND range(1, 1000000) AS i RETURN size(collect(range(i, i + 300)))';
    const error = await failure(ask(hungry));
    expect(error.code).toBe('limit-memory');
  }, 30_000);

  it('stops at an answer too wide to keep, though its process has the memory for it', async () => {
    const roomy = new CypherRunner({ source, concurrency: 1, answerMb: 2 });
    const kb = "WITH reduce(s = 'x', i IN range(1, 10) | s + s) AS kb";
    const wide = (rows: number) =>
      roomy.run(CypherRequest.parse({ query: `${kb} UNWIND range(1, ${rows}) AS i RETURN kb` }));
    expect((await failure(wide(2048))).code).toBe('limit-memory');
    const fits = await wide(1900);
    expect(fits.rows.map(([text]) => String(text).length)).toEqual(Array(1900).fill(1024));
    await roomy.close();
  }, 30_000);

  it('stops a query that is called off before its time, and gives its place to others', async () => {
    const calledOff = new AbortController();
    const heavy = [1, 2].map(() => ask(ENDLESS, { timeoutMs: 10_000 }, calledOff.signal));
    const left = heavy.map((it) => expect(it).rejects.toMatchObject({ name: 'AbortError' }));
    setTimeout(() => calledOff.abort(), 300);
    expect((await ask('RETURN 5')).rows).toEqual([[5]]);
    await Promise.all(left);
  }, 30_000);

  it('never starts a query that is called off while it waits', async () => {
    const calledOff = new AbortController();
    const running = [1, 2].map(() => failure(ask(ENDLESS, { timeoutMs: 1000 })));
    const waiting = ask(ENDLESS, { timeoutMs: 10_000 }, calledOff.signal);
    calledOff.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    // Its place in the queue, of which there is one, is free again.
    expect((await ask('RETURN 6')).rows).toEqual([[6]]);
    await Promise.all(running);
  }, 30_000);

  it('runs so many at once, lets some wait, and turns the rest away', async () => {
    const running = [1, 2].map(() => failure(ask(ENDLESS, { timeoutMs: 2000 })));
    const waiting = ask('RETURN 3');
    expect((await failure(ask('RETURN 4'))).code).toBe('busy');
    expect((await Promise.all(running)).map(({ code }) => code)).toEqual([
      'limit-time',
      'limit-time',
    ]);
    expect((await waiting).rows).toEqual([[3]]);
  }, 30_000);

  it('breaks off what runs and waits when it closes, and takes nothing more', async () => {
    const closing = new CypherRunner({ source, concurrency: 1 });
    const request = CypherRequest.parse({ query: ENDLESS });
    const under = [1, 2].map(() => failure(closing.run(request)));
    await closing.close();
    under.push(failure(closing.run(request)));
    for (const { code } of await Promise.all(under)) expect(code).toBe('stopping');
  }, 30_000);
});
