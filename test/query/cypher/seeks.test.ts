import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import { StoreGraph } from '../../../server/query/cypher/store-graph.ts';
import { loadRecords } from '../../../server/record/sample.ts';
import { open } from '../../../server/store/sqlite/database.ts';
import { SqliteRecordGraph } from '../../../server/store/sqlite/graph.ts';
import { openTemporaryStore, type SqliteStore } from '../../../server/store/sqlite/index.ts';

/** What the planner does only where a graph is larger than generated ones: over the sample. */

let store: SqliteStore;
let graph: StoreGraph;
beforeAll(async () => {
  store = await openTemporaryStore();
  await store.loadSample(loadRecords());
  graph = new StoreGraph(new SqliteRecordGraph(open(store.path, { readonly: true })));
});
afterAll(() => store.close());

const rows = (query: string) => [...runQuery(query, graph).rows].map(String);
const plan = (query: string) => rows(`EXPLAIN ${query}`).join('\n');

describe('nodes sought by an indexed property', () => {
  const ids = "WITH ['actor:nato', null, 5, 'actor:nobody', 'actor:poland', 'actor:nato'] AS ids ";

  it.each([
    [`${ids}MATCH (a:Actor) WHERE a.id IN ids RETURN a.id`, ['actor:nato', 'actor:poland']],
    [`${ids}MATCH (a:Actor) WHERE a.id = ids[4] RETURN a.id`, ['actor:poland']],
    [`${ids}MATCH (a:Actor) WHERE ids[0] = a.id RETURN a.id`, ['actor:nato']],
    [`${ids}MATCH (a:Actor) WHERE a.id = ids[1] RETURN a.id`, []],
    [
      `${ids}UNWIND ids AS id MATCH (a:Actor {id: id}) RETURN a.id`,
      ['actor:nato', 'actor:nato', 'actor:poland'],
    ],
  ])('%s', (query, found) => {
    expect(plan(query)).toContain('NodeIndexSeek');
    expect(rows(query).sort()).toEqual(found);
  });
});

describe('LIMIT', () => {
  it.each([
    'MATCH (a:Actor) RETURN a.id ORDER BY a.name DESC',
    'MATCH (a:Actor) RETURN a.id AS id ORDER BY a',
    'MATCH (a:Actor) RETURN a AS node, a.id ORDER BY a DESC',
    'MATCH (a:Actor)-[r:MADE]->(s) RETURN s.id ORDER BY r, s.id',
    'MATCH (s:Statement) RETURN s.said, s.id ORDER BY s.said DESC, s.id',
    'MATCH (s:Statement) RETURN s.act AS act, count(*) AS n ORDER BY n DESC, act',
  ])('gives the beginning of %s', (query) => {
    const all = rows(query);
    expect(all.length).toBeGreaterThan(5);
    expect(rows(`${query} LIMIT 5`)).toEqual(all.slice(0, 5));
    expect(rows(`${query} SKIP 2 LIMIT 3`)).toEqual(all.slice(2, 5));
  });
});

describe('EXPLAIN', () => {
  it('tells the order that rows are sorted in', () => {
    const query = 'MATCH (a)-[*1..2]-(b) RETURN a.id ORDER BY b.id DESC, a.id';
    expect(plan(query)).toContain('Sort b.id DESC, a.id');
  });
});
