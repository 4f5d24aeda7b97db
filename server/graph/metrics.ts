import { DirectedGraph, type UndirectedGraph } from 'graphology';
import { randomSource } from '../contract/index.ts';
import { createShortestPaths, louvain, pagerank, type ShortestPathsFrom } from './libraries.ts';
import { undirected, type Skeleton } from './skeleton.ts';

/** Figures of every node, in the order of the skeleton's keys. */
export interface Metrics {
  /** Distinct neighbours, either direction. */
  readonly degree: number[];
  /** Share of shortest paths that pass through, 0..1 (Freeman 1977; algorithm of Brandes 2001). */
  readonly betweenness: number[];
  /** Sums to 1 (Page et al. 1999), weighted by records, damping 0.85. */
  readonly pagerank: number[];
  /** Louvain community (Blondel et al. 2008), numbered from 0 by size. */
  readonly community: number[];
}

/** Most nodes from which paths are counted; beyond it a sample stands for all. */
const PIVOTS = 1_000;

const SEED = 0x0ec0;

export function measure(skeleton: Skeleton): Metrics {
  const graph = undirected(skeleton);
  return {
    degree: skeleton.keys.map((key) => graph.degree(key)),
    betweenness: betweenness(graph),
    pagerank: pageranks(skeleton),
    community: communities(graph),
  };
}

/**
 * Betweenness of an undirected graph, in node order. Up to PIVOTS nodes it is exact; beyond, it is
 * estimated from PIVOTS sources spread evenly (Brandes and Pich 2007).
 */
export function betweenness(graph: UndirectedGraph): number[] {
  const order = graph.order;
  const totals = new Float64Array(order);
  if (order < 3) return Array.from(totals);
  const pathsFrom = createShortestPaths(graph);
  const sources = Math.min(order, PIVOTS);
  for (let i = 0; i < sources; i += 1) {
    addDependencies(pathsFrom(Math.floor((i * order) / sources)), totals);
  }
  // Every pair was counted from both of its ends, so that all ordered pairs are the whole.
  const pairs = (order - 1) * (order - 2) * (sources / order);
  return Array.from(totals, (total) => Math.min(1, total / pairs));
}

/** Brandes's accumulation: what one source's shortest paths owe to each node between. */
function addDependencies(
  [stack, predecessors, sigma]: ReturnType<ShortestPathsFrom>,
  totals: Float64Array,
): void {
  const delta = new Float64Array(totals.length);
  const reached = stack.size;
  for (let left = reached; left > 0; left -= 1) {
    const node = stack.pop() as number;
    const share = (1 + (delta[node] ?? 0)) / (sigma[node] ?? 1);
    for (const before of predecessors[node] ?? []) {
      delta[before] = (delta[before] ?? 0) + (sigma[before] ?? 0) * share;
    }
    // The last to leave the stack is the source itself.
    if (left > 1) totals[node] = (totals[node] ?? 0) + (delta[node] ?? 0);
  }
}

function pageranks({ keys, arcs }: Skeleton): number[] {
  const graph = new DirectedGraph();
  for (const key of keys) graph.addNode(key);
  for (const [source, target, weight] of arcs)
    graph.addEdge(keys[source], keys[target], { weight });
  if (keys.length === 0) return [];
  const ranks = pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 500, tolerance: 1e-8 });
  return keys.map((key) => ranks[key] ?? 0);
}

/** Communities of an undirected graph in node order, numbered by size, then by first node. */
export function communities(graph: UndirectedGraph): number[] {
  if (graph.size === 0) return graph.nodes().map((_, i) => i);
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: randomSource(SEED) });
  const sizes = new Map<number, number>();
  for (const node of graph.nodes()) {
    const community = found[node] ?? 0;
    sizes.set(community, (sizes.get(community) ?? 0) + 1);
  }
  const bySize = [...sizes].sort(([, a], [, b]) => b - a).map(([community]) => community);
  const rank = new Map(bySize.map((community, i) => [community, i]));
  return graph.nodes().map((node) => rank.get(found[node] ?? 0) ?? 0);
}
