import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import type { GraphNode } from '../../../server/query/cypher/graph.ts';
import { explain } from './explain.ts';
import { MemoryGraph } from './memory-graph.ts';

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

interface Drawn {
  readonly colours: readonly number[];
  readonly edges: readonly Edge[];
}

/** A walk as the places of its edges; its nodes follow from the start. */
interface Trail {
  readonly edges: readonly number[];
  readonly nodes: readonly number[];
}

const ORDER = 5;
const vertex = fc.integer({ min: 0, max: ORDER - 1 });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  colours: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: ORDER, maxLength: ORDER }),
  edges: fc.array(fc.record({ from: vertex, to: vertex, weight: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 7,
  }),
});

/** Conditions in Cypher and what they mean. */
const CONDITIONS: readonly (readonly [string, (trail: Trail, graph: Drawn) => boolean])[] = [
  ['true', () => true],
  ['all(n IN nodes(p) WHERE n.colour < 2)', (t, g) => t.nodes.every((n) => colour(g, n) < 2)],
  ['none(n IN nodes(p) WHERE n.colour = 1)', (t, g) => !t.nodes.some((n) => colour(g, n) === 1)],
  ['all(r IN relationships(p) WHERE r.weight > 0)', (t, g) => weights(t, g).every((w) => w > 0)],
  ['none(e IN r WHERE e.weight = 2)', (t, g) => !weights(t, g).includes(2)],
  ['length(p) > 1', (t) => t.edges.length > 1],
  ['length(p) % 2 = 0', (t) => t.edges.length % 2 === 0],
  ['any(n IN nodes(p) WHERE n.colour = 2)', (t, g) => t.nodes.some((n) => colour(g, n) === 2)],
  ['single(e IN relationships(p) WHERE e.weight = 0)', (t, g) => count(weights(t, g), 0) === 1],
  [
    'reduce(s = 0, e IN relationships(p) | s + e.weight) > 3',
    (t, g) => weights(t, g).reduce((a, b) => a + b, 0) > 3,
  ],
  [
    'all(n IN nodes(p) WHERE n.colour <> 1) AND size(r) > 1',
    (t, g) => t.nodes.every((n) => colour(g, n) !== 1) && t.edges.length > 1,
  ],
];

const colour = (graph: Drawn, node: number) => graph.colours[node] ?? 0;
const weights = (trail: Trail, graph: Drawn) =>
  trail.edges.map((edge) => graph.edges[edge]?.weight ?? 0);
const count = (values: readonly number[], wanted: number) =>
  values.filter((value) => value === wanted).length;

/** Every walk that repeats no edge, by trying all of them. */
function* trails(graph: Drawn, directed: boolean, trail: Trail): Iterable<Trail> {
  yield trail;
  const here = trail.nodes.at(-1);
  for (const [i, { from, to }] of graph.edges.entries()) {
    if (trail.edges.includes(i)) continue;
    const ends = new Set<number>();
    if (from === here) ends.add(to);
    if (to === here && !directed) ends.add(from);
    for (const end of ends) {
      const next = { edges: [...trail.edges, i], nodes: [...trail.nodes, end] };
      yield* trails(graph, directed, next);
    }
  }
}

function build({ colours, edges }: Drawn): MemoryGraph {
  const graph = new MemoryGraph();
  const nodes = colours.map((value, i) =>
    graph.addNode(
      [],
      [
        ['place', BigInt(i)],
        ['colour', BigInt(value)],
      ],
    ),
  );
  for (const [i, { from, to, weight }] of edges.entries()) {
    graph.addRelationship('T', nodes[from] as GraphNode, nodes[to] as GraphNode, [
      ['place', BigInt(i)],
      ['weight', BigInt(weight)],
    ]);
  }
  return graph;
}

const asked = fc.record({
  graph: drawn,
  condition: fc.constantFrom(...CONDITIONS),
  ends: fc.tuple(vertex, vertex).filter(([from, to]) => from !== to),
  directed: fc.boolean(),
});

function query(form: string, [text]: readonly [string, unknown], directed: boolean): string {
  return `MATCH (a {place: $from}), (b {place: $to})
    MATCH p = ${form}((a)-[r*]-${directed ? '>' : ''}(b)) WHERE ${text}
    RETURN [e IN relationships(p) | e.place] AS places`;
}

function answer(text: string, graph: MemoryGraph, [from, to]: readonly [number, number]) {
  const parameters = new Map([
    ['from', BigInt(from)],
    ['to', BigInt(to)],
  ]);
  return [...runQuery(text, graph, { parameters }).rows].map(([places]) => String(places)).sort();
}

describe('conditions on shortest paths', () => {
  it('restrict the search: as trying every walk', () => {
    fc.assert(
      fc.property(asked, ({ graph, condition, ends, directed }) => {
        const [from, to] = ends;
        const all = [...trails(graph, directed, { edges: [], nodes: [from] })].filter(
          (trail) => trail.nodes.at(-1) === to && condition[1](trail, graph),
        );
        const fewest = Math.min(...all.map(({ edges }) => edges.length));
        const best = all.filter(({ edges }) => edges.length === fewest);
        const expected = best.map(({ edges }) => String(edges)).sort();
        const memory = build(graph);
        const every = answer(query('allShortestPaths', condition, directed), memory, ends);
        expect(every).toEqual(expected);
        const [one, ...others] = answer(query('shortestPath', condition, directed), memory, ends);
        expect(others).toEqual([]);
        expect(expected.length === 0 ? one === undefined : expected.includes(one ?? '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('are shown in the plan, and need no filter behind the search', () => {
    const plan = explain(
      'MATCH (a {place: 1}), (b {place: 2}), p = shortestPath((a)-[*]-(b)) ' +
        'WHERE none(n IN nodes(p) WHERE n.colour = 1) RETURN p',
      new MemoryGraph(),
    );
    const at = plan.findIndex((line) => line.startsWith('ShortestPath'));
    expect(plan[at]).toContain(' where ');
    expect(plan.slice(at).some((line) => line.startsWith('Filter'))).toBe(false);
  });

  it('may name what another pattern binds', () => {
    const graph = build({
      colours: [0, 1, 0, 2, 0],
      edges: [
        { from: 0, to: 1, weight: 1 },
        { from: 1, to: 4, weight: 1 },
        { from: 0, to: 2, weight: 1 },
        { from: 2, to: 3, weight: 1 },
        { from: 3, to: 4, weight: 1 },
      ],
    });
    const text = `MATCH (x {colour: 2}), (a {place: $from}), (b {place: $to}),
      p = shortestPath((a)-[*]->(b)) WHERE x IN nodes(p)
      RETURN [e IN relationships(p) | e.place]`;
    expect(answer(text, graph, [0, 4])).toEqual(['2,3,4']);
  });
});
