import { UndirectedGraph } from 'graphology';

/**
 * A graph stripped to what layout and metrics need, as plain arrays, so that it can be sent to
 * another process. Nodes are sorted by key: floating-point sums then come out the same each time.
 */
export interface Skeleton {
  readonly keys: readonly string[];
  /** Radius on screen at the first look, px, by node. */
  readonly sizes: readonly number[];
  /** Ordered pairs of distinct nodes, by index, once each. Weight: records behind the pair. */
  readonly arcs: readonly (readonly [source: number, target: number, weight: number])[];
}

/** A place on the stage, in stage units; the origin is its middle. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Link {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** @param sizes by key; every end of a link must be among them */
export function skeletonOf(sizes: ReadonlyMap<string, number>, links: Iterable<Link>): Skeleton {
  const keys = [...sizes.keys()].sort();
  const index = new Map(keys.map((key, i) => [key, i]));
  const weights = new Map<number, number>();
  for (const { source, target, weight } of links) {
    if (source === target) continue;
    const pair = (index.get(source) ?? 0) * keys.length + (index.get(target) ?? 0);
    weights.set(pair, (weights.get(pair) ?? 0) + weight);
  }
  const pairs = [...weights].sort(([a], [b]) => a - b);
  return {
    keys,
    sizes: keys.map((key) => sizes.get(key) ?? 0),
    arcs: pairs.map(([pair, weight]) => [
      Math.floor(pair / keys.length),
      pair % keys.length,
      weight,
    ]),
  };
}

/** The undirected simple graph of a skeleton; weights of both directions are added up. */
export function undirected({ keys, arcs }: Skeleton): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const key of keys) graph.addNode(key);
  for (const [source, target, weight] of arcs) {
    const [a, b] = [keys[source], keys[target]];
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(a, b, 'weight', (w) => Number(w) + weight);
    else graph.addEdge(a, b, { weight });
  }
  return graph;
}
