import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import { CypherError } from '../../../server/query/cypher/errors.ts';
import { explain } from './explain.ts';
import { MemoryGraph } from './memory-graph.ts';
import type { Value } from '../../../server/query/cypher/value.ts';

/** Ann and Bo know each other and themselves; Cy stands alone. */
function people(): MemoryGraph {
  const graph = new MemoryGraph();
  const [ann, bo] = ['Ann', 'Bo', 'Cy'].map((name) => graph.addNode(['Person'], [['name', name]]));
  if (!ann || !bo) throw new Error('The fixture lacks its people.');
  graph.addRelationship('KNOWS', ann, bo, [['since', 2010n]]);
  graph.addRelationship('KNOWS', bo, ann, [['since', 2012n]]);
  graph.addRelationship('LIKES', ann, ann, []);
  return graph;
}

function rows(query: string, parameters: Record<string, Value> = {}): (readonly Value[])[] {
  const given = new Map(Object.entries(parameters));
  return [...runQuery(query, people(), { parameters: given }).rows];
}

function refusal(query: string): CypherError {
  try {
    rows(query);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
  throw new Error(`Not refused: ${query}`);
}

describe('reading only', () => {
  it.each([
    'CREATE (n)',
    'MATCH (n) DETACH DELETE n',
    'MATCH (n) SET n.x = 1',
    'MERGE (n)',
    'MATCH (n) REMOVE n.x',
    'FOREACH (x IN [1] | CREATE (n))',
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    'CREATE INDEX i FOR (n:A) ON (n.x)',
    'DROP INDEX i',
    'MATCH (n) WITH n CREATE (m) RETURN m',
  ])('refuses %s before it runs', (query) => {
    const error = refusal(query);
    expect([error.code, error.phase]).toEqual(['cypher.WriteRefused', 'compile time']);
    expect(error.position).not.toBeNull();
  });

  it('refuses a write in a subquery as a fault of composition', () => {
    const query = 'MATCH (n) WHERE exists { MATCH (n) SET n.x = 1 RETURN n } RETURN n';
    expect(refusal(query).code).toBe('cypher.InvalidClauseComposition');
  });

  it('has no function that reaches files, network or process', () => {
    for (const name of ['file', 'load', 'fetch', 'env', 'eval', 'apoc.load.json', 'constructor']) {
      expect(refusal(`RETURN ${name}('x')`).code).toBe('cypher.UnknownFunction');
    }
  });
});

describe('names that JavaScript gives a meaning', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'prototype'])(
    'treats %s as any other key',
    (name) => {
      expect(rows(`RETURN {${name}: 1}.${name}, {a: 1}.${name}, keys({${name}: 1})`)).toEqual([
        [1n, null, [name]],
      ]);
      expect(rows(`MATCH (n:${name}) RETURN n.${name}`)).toEqual([]);
      expect(rows(`UNWIND [1] AS ${name} RETURN ${name}`)).toEqual([[1n]]);
      expect(refusal(`RETURN $${name}`).code).toBe('cypher.MissingParameter');
    },
  );
});

describe('limits of the text', () => {
  it('reads deep nesting up to a limit and refuses what is deeper, with the place', () => {
    const nested = (depth: number) => `RETURN ${'['.repeat(depth)}1${']'.repeat(depth)} AS x`;
    expect(rows(nested(100))).toHaveLength(1);
    const error = refusal(nested(5000));
    expect(error.code).toBe('cypher.NestingTooDeep');
    expect(error.position?.offset).toBeGreaterThan(100);
  });

  it('refuses a text that is too long', () => {
    expect(refusal(`RETURN '${'x'.repeat(100_000)}'`).code).toBe('cypher.QueryTooLong');
  });
});

describe('=~', () => {
  it('matches whole strings, with flags', () => {
    expect(rows("RETURN 'Kyiv' =~ 'Ky.v', 'Kyiv' =~ 'y', 'KYIV' =~ '(?i)kyiv', 1 =~ 'x'")).toEqual([
      [true, false, true, null],
    ]);
  });

  it('takes linear time for patterns that make others hang', () => {
    const started = performance.now();
    expect(rows("RETURN $text =~ '(a+)+b'", { text: 'a'.repeat(20_000) })).toEqual([[false]]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each(["RETURN 'a' =~ '('", "RETURN 'aa' =~ '(a)\\\\1'", "RETURN 'a' =~ '(?=a)a'"])(
    'refuses %s',
    (query) => {
      expect(refusal(query).code).toBe('cypher.InvalidArgumentValue');
    },
  );
});

describe('subqueries and shortest paths, which the TCK leaves out', () => {
  it('counts what a subquery finds', () => {
    const query = `MATCH (n:Person)
      RETURN n.name AS name, COUNT { (n)-[:KNOWS]->() } AS knows ORDER BY name`;
    expect(rows(query)).toEqual([
      ['Ann', 1n],
      ['Bo', 1n],
      ['Cy', 0n],
    ]);
  });

  it('finds one shortest path, or all of them, or none', () => {
    const ends = "MATCH (a {name: 'Ann'}), (b {name: $to})";
    const one = `${ends}, p = shortestPath((a)-[*]-(b)) RETURN length(p)`;
    const all = `${ends}, p = allShortestPaths((a)-[:KNOWS*]-(b)) RETURN length(p)`;
    expect(rows(one, { to: 'Bo' })).toEqual([[1n]]);
    expect(rows(all, { to: 'Bo' })).toEqual([[1n], [1n]]);
    expect(rows(one, { to: 'Cy' })).toEqual([]);
    expect(rows(`${ends} RETURN shortestPath((a)-[*]-(b)) IS NULL`, { to: 'Cy' })).toEqual([
      [true],
    ]);
  });
});

describe('EXPLAIN', () => {
  it('shows the plan, anchored at the rarest label, and runs nothing', () => {
    const lines = explain("MATCH (a)-[:KNOWS]->(b:Person {name: 'Bo'}) RETURN 1 / 0", people());
    expect(lines[0]).toBe('NodeByLabelScan (b:Person)');
    expect(lines.join('\n')).toContain('Expand (a)-[:KNOWS]->(b:Person)');
  });
});

describe('errors of values', () => {
  it('say where in the query the value stands', () => {
    const error = refusal('UNWIND [1] AS x\nRETURN x + 1,\n  1 / (x - x)');
    expect([error.code, error.phase, error.position?.line]).toEqual([
      'cypher.DivisionByZero',
      'runtime',
      3,
    ]);
  });

  it.each([
    ['RETURN 9223372036854775807 + 1', 'cypher.IntegerOverflow'],
    ["RETURN date('2022-02-30')", 'cypher.NumberOutOfRange'],
    ["RETURN datetime('2022-01-01T00:00[Mars/Base]')", 'cypher.InvalidArgumentValue'],
    ['MATCH (n) RETURN n LIMIT toInteger(-1.5)', 'cypher.NegativeIntegerArgument'],
  ])('%s', (query, code) => {
    expect(refusal(query).code).toBe(code);
  });
});
