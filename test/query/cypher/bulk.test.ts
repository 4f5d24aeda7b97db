import { Database } from '../../../server/store/sqlite/driver.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import type { Expansion, GraphNode } from '../../../server/query/cypher/graph.ts';
import { MemoryGraph } from './memory-graph.ts';
import { anyRows } from '../../../server/store/sqlite/graph-query.ts';

/** A graph that expands in bulk, and counts how often it is asked. */
class BulkGraph extends MemoryGraph {
  calls = 0;

  expandAll(nodes: readonly GraphNode[], expansion: Expansion) {
    this.calls += 1;
    return nodes.map((node) => [...this.expand(node, expansion)]);
  }
}

function fill<T extends MemoryGraph>(graph: T, edges: readonly (readonly [number, number])[]): T {
  const nodes = Array.from({ length: 6 }, (_, i) => graph.addNode([], [['i', BigInt(i)]]));
  for (const [from, to] of edges) {
    graph.addRelationship('T', nodes[from] as GraphNode, nodes[to] as GraphNode, []);
  }
  return graph;
}

const QUERIES = [
  'MATCH (a {i: 0})-[r*1..3]->(b) RETURN b.i, size(r)',
  'MATCH (a)-[r*0..2]-(b) RETURN a.i, b.i, size(r)',
  'MATCH (a)-[:T*2]->(b)-[:T*1..2]->(c) RETURN a.i, b.i, c.i',
  'MATCH (a {i: 1}), (b {i: 2}) OPTIONAL MATCH (a)-[r*..4]->(b) RETURN size(r)',
  'MATCH (a)-[*]->(b) RETURN a.i, b.i LIMIT 3',
];

describe('walks that are expanded in bulk', () => {
  const vertex = fc.integer({ min: 0, max: 5 });

  it('come in the same order as those expanded node by node', () => {
    const edges = fc.array(fc.tuple(vertex, vertex), { maxLength: 8 });
    const check = fc.property(edges, fc.constantFrom(...QUERIES), (drawn, query) => {
      const rows = [MemoryGraph, BulkGraph].map((kind) => {
        return [...runQuery(query, fill(new kind(), drawn)).rows].map(String);
      });
      expect(rows[1]).toEqual(rows[0]);
    });
    fc.assert(check, { numRuns: 300 });
  });

  it('ask the graph a few times for many nodes', () => {
    const graph = new BulkGraph();
    const root = graph.addNode(['Root'], []);
    for (let i = 0; i < 500; i += 1) {
      const middle = graph.addNode([], []);
      graph.addRelationship('T', root, middle, []);
      graph.addRelationship('T', middle, graph.addNode([], []), []);
    }
    const [row] = runQuery('MATCH (:Root)-[*1..3]->(x) RETURN count(*)', graph).rows;
    expect(row).toEqual([1000n]);
    expect(graph.calls).toBeLessThan(25);
  });
});

describe('a query that may give any number of rows', () => {
  const database = new Database(':memory:');
  const upTo =
    'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) SELECT n FROM c';
  const query = () => {
    return anyRows(database, { text: upTo, values: [{ late: 0, make: (n) => Number(n) }] });
  };
  const numbers = (size: number) => Array.from({ length: size }, (_, i) => [i + 1]);

  it('gives all of them, however many it gave before', () => {
    const sizes = [3, 3, 1500, 3, 999, 1000, 1001, 2, 2, 5000, 5000, 1];
    const asked = query();
    for (const size of sizes) expect([...asked([size])]).toEqual(numbers(size));
  });

  it('serves several readers at once, and one that stops early', () => {
    const asked = query();
    const [one, other] = [asked([4])[Symbol.iterator](), asked([2])[Symbol.iterator]()];
    expect(one.next().value).toEqual([1]);
    expect(other.next().value).toEqual([1]);
    expect(one.next().value).toEqual([2]);
    one.return?.();
    expect(other.next().value).toEqual([2]);
    expect(other.next().done).toBe(true);
    expect([...asked([3])]).toEqual(numbers(3));
  });
});
