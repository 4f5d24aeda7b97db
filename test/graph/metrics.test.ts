import fc from 'fast-check';
import type { UndirectedGraph } from 'graphology';
import reference from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import { betweenness, communities, measure } from '../../server/graph/metrics.ts';
import { skeletonOf, undirected, type Link } from '../../server/graph/skeleton.ts';

/** Links among up to 12 nodes, self-loops and repeats included. */
const links: fc.Arbitrary<Link[]> = fc.array(
  fc.record({
    source: fc.integer({ min: 0, max: 11 }).map((i) => `actor:${i}`),
    target: fc.integer({ min: 0, max: 11 }).map((i) => `actor:${i}`),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 40 },
);

const sizes = new Map(Array.from({ length: 12 }, (_, i) => [`actor:${i}`, 9]));

/** Shortest paths by brute force: for every pair, the share that passes each node. */
function byBruteForce(graph: UndirectedGraph): number[] {
  const nodes = graph.nodes();
  const paths = (from: string, to: string): string[][] => {
    let level = [[from]];
    const seen = new Set([from]);
    while (level.length > 0) {
      const there = level.filter((path) => path.at(-1) === to);
      if (there.length > 0) return there;
      const next = level.flatMap((path) =>
        graph
          .neighbors(path.at(-1))
          .filter((node) => !seen.has(node))
          .map((node) => [...path, node]),
      );
      next.forEach((path) => seen.add(path.at(-1) ?? ''));
      level = next;
    }
    return [];
  };
  const pairs = ((nodes.length - 1) * (nodes.length - 2)) / 2;
  return nodes.map((node) => {
    let total = 0;
    nodes.forEach((a, i) =>
      nodes.slice(i + 1).forEach((b) => {
        if (a === node || b === node) return;
        const all = paths(a, b);
        if (all.length > 0) total += all.filter((path) => path.includes(node)).length / all.length;
      }),
    );
    return total / pairs;
  });
}

describe('metrics', () => {
  it('give the betweenness that counting every path gives', () => {
    fc.assert(
      fc.property(links, (given) => {
        const graph = undirected(skeletonOf(sizes, given));
        const slow = byBruteForce(graph);
        betweenness(graph).forEach((value, i) => expect(value).toBeCloseTo(slow[i] ?? NaN, 10));
      }),
      { numRuns: 100 },
    );
  });

  it('give the betweenness of graphology, normalised', () => {
    const graph = undirected(
      skeletonOf(sizes, [
        { source: 'actor:0', target: 'actor:1', weight: 1 },
        { source: 'actor:1', target: 'actor:2', weight: 1 },
        { source: 'actor:2', target: 'actor:3', weight: 1 },
        { source: 'actor:1', target: 'actor:4', weight: 1 },
      ]),
    );
    const theirs = reference(graph, { getEdgeWeight: null });
    const ours = betweenness(graph);
    graph.nodes().forEach((node, i) => expect(ours[i]).toBeCloseTo(theirs[node] ?? NaN, 10));
  });

  it('stay in their ranges: PageRank sums to 1, betweenness lies in 0..1, degree counts others', () => {
    fc.assert(
      fc.property(links, (given) => {
        const skeleton = skeletonOf(sizes, given);
        const { pagerank, betweenness: between, degree, community } = measure(skeleton);
        expect(pagerank.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 5);
        expect(between.every((value) => value >= 0 && value <= 1)).toBe(true);
        skeleton.keys.forEach((key, i) => {
          const others = given
            .filter(({ source, target }) => source !== target && [source, target].includes(key))
            .map(({ source, target }) => (source === key ? target : source));
          expect(degree[i]).toBe(new Set(others).size);
        });
        expect(new Set(community).size).toBe(Math.max(...community) + 1);
      }),
    );
  });

  it('find two cliques that one link joins, the same each time', () => {
    const clique = (names: string[]) =>
      names.flatMap((source, i) =>
        names.slice(i + 1).map((target) => ({ source, target, weight: 1 })),
      );
    const left = ['actor:0', 'actor:1', 'actor:2', 'actor:3', 'actor:4'];
    const right = ['actor:5', 'actor:6', 'actor:7', 'actor:8'];
    const given = [
      ...clique(left),
      ...clique(right),
      { source: 'actor:0', target: 'actor:5', weight: 1 },
    ];
    const nine = new Map([...left, ...right].map((key) => [key, 9]));
    const found = communities(undirected(skeletonOf(nine, given)));
    expect(found).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('do with an empty graph', () => {
    const nothing = { degree: [], betweenness: [], pagerank: [], community: [] };
    expect(measure(skeletonOf(new Map(), []))).toEqual(nothing);
  });
});
