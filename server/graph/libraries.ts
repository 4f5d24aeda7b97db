/**
 * graphology's CommonJS packages, with their types put right: their declarations name a default
 * export where the module itself is the function.
 */
import type { UndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import noverlapModule from 'graphology-layout-noverlap';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import brandesModule from 'graphology-shortest-path/indexed-brandes.js';

export const louvain = louvainModule as unknown as typeof louvainModule.default;
export const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;
export const noverlap = noverlapModule as unknown as typeof noverlapModule.default;
export const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/**
 * From a node's index: nodes in order of distance (the stack gives the farthest first), each
 * node's predecessors on shortest paths, and the number of shortest paths to it.
 */
export type ShortestPathsFrom = (
  source: number,
) => readonly [
  { readonly size: number; pop(): number | undefined },
  readonly (readonly number[])[],
  Uint32Array,
];

export function createShortestPaths(graph: UndirectedGraph): ShortestPathsFrom {
  return brandesModule.createUnweightedIndexedBrandes(graph);
}
