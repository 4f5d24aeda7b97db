import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CypherError } from '../../../server/query/cypher/errors.ts';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import { StoreGraph } from '../../../server/query/cypher/store-graph.ts';
import type { Value } from '../../../server/query/cypher/value.ts';
import { open } from '../../../server/store/sqlite/database.ts';
import { SqliteRecordGraph } from '../../../server/store/sqlite/graph.ts';
import { openTemporaryStore } from '../../../server/store/sqlite/index.ts';
import { records } from '../../store/arbitrary.ts';

describe('plans kept between queries', () => {
  let store: Awaited<ReturnType<typeof openTemporaryStore>>;
  let kept: StoreGraph;
  const fresh = () => new StoreGraph(new SqliteRecordGraph(open(store.path, { readonly: true })));

  beforeAll(async () => {
    store = await openTemporaryStore();
    const drawn = fc.sample(records, { seed: 7, numRuns: 20 });
    const [most] = [...drawn].sort((a, b) => b.statements.length - a.statements.length);
    if (most) await store.write({ put: most });
    kept = fresh();
  });
  afterAll(() => store.close());

  const ask = (graph: StoreGraph, query: string, p?: Value) => {
    const parameters = new Map<string, Value>(p === undefined ? [] : [['p', p]]);
    try {
      return [...runQuery(query, graph, { parameters }).rows].map(String).sort();
    } catch (error) {
      if (error instanceof CypherError) return error.code;
      throw error;
    }
  };

  it('answer as plans made anew, whatever values and types the parameters take', () => {
    const ids = ask(kept, 'MATCH (a:Actor) RETURN a.id') as string[];
    expect(ids.length).toBeGreaterThan(1);
    const values: readonly (Value | undefined)[] = [
      ...ids,
      ids,
      ids.slice(0, 1),
      [],
      [1n, ...ids],
      [null, ...ids],
      5n,
      2n ** 60n,
      0.5,
      Number.NaN,
      true,
      null,
      new Map(),
      undefined,
    ];
    const queries = [
      'MATCH (a:Actor) WHERE a.id = $p RETURN a.name',
      'MATCH (a:Actor {id: $p})-[:MADE]->(s) RETURN s.id ORDER BY s.id LIMIT 3',
      'MATCH (a:Actor)-[:MADE]->(s) WHERE a.id IN $p RETURN a.id, count(s)',
      "MATCH (a:Actor) WHERE a.id IN [$p, 'x'] RETURN a.id",
      'MATCH (a:Actor) WHERE a.id STARTS WITH $p OR a.id > $p RETURN a.id',
    ];
    for (const query of queries) {
      for (const value of [...values, ...values]) {
        expect(ask(kept, query, value), query).toEqual(ask(fresh(), query, value));
      }
    }
  });

  it('see what is written after they were made', async () => {
    const query = 'MATCH (a:Actor) RETURN count(*)';
    const [before] = ask(kept, query) as string[];
    const more = fc.sample(records, { seed: 99, numRuns: 5 });
    for (const put of more) await store.write({ put });
    expect(ask(kept, query)).toEqual(ask(fresh(), query));
    expect(Number((ask(kept, query) as string[])[0])).toBeGreaterThanOrEqual(Number(before));
  });
});
