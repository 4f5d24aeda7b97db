import type { NeighbourhoodRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { Budget, MAX_EDGES, testsOf, type Problem } from './problem.ts';

/** An actor of an ego network. */
export interface EgoNode {
  readonly id: string;
  /** Steps from the middle; 0 is the middle. */
  readonly hops: number;
}

export interface EgoEdge {
  readonly from: string;
  readonly to: string;
  /** How many ties there are between the two, whatever the filter; at least one counts. */
  readonly ties: number;
}

export interface EgoNetwork {
  /** By steps, then by strength of tie. */
  readonly nodes: readonly EgoNode[];
  /** Every two of the nodes that are tied. */
  readonly edges: readonly EgoEdge[];
  /** Actors within reach, the middle included. */
  readonly reached: number;
  /** Actors within reach that are not among the nodes. */
  readonly omitted: number;
}

/** Steps from the middle by actor number, for everybody within reach (breadth first). */
function reach(problem: Problem, hops: number): Map<number, number> {
  const { graph, passable } = problem;
  const distance = new Map([[problem.source, 0]]);
  let frontier = [problem.source];
  for (let step = 1; step <= hops && frontier.length > 0; step += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
        const neighbour = graph.neighbours[at]!;
        if (distance.has(neighbour)) continue;
        if (passable !== null && !passable(graph.pairs[at]!)) continue;
        distance.set(neighbour, step);
        next.push(neighbour);
      }
    }
    frontier = next;
  }
  return distance;
}

/** How many ties each actor one step further out has to the actors kept so far. */
function strengths(
  { graph, passable }: Problem,
  kept: readonly number[],
  distance: ReadonlyMap<number, number>,
  step: number,
): Map<number, number> {
  const strength = new Map<number, number>();
  for (const node of kept) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const neighbour = graph.neighbours[at]!;
      const pair = graph.pairs[at]!;
      if (distance.get(neighbour) !== step) continue;
      if (passable !== null && !passable(pair)) continue;
      const ties = graph.tieOffsets[pair + 1]! - graph.tieOffsets[pair]!;
      strength.set(neighbour, (strength.get(neighbour) ?? 0) + ties);
    }
  }
  return strength;
}

/**
 * Whom to keep: step by step outwards, those with most ties to whom was kept one step nearer, so
 * that everybody kept is tied to the middle through others kept.
 */
function choose(
  problem: Problem,
  request: NeighbourhoodRequest,
  distance: ReadonlyMap<number, number>,
) {
  const kept: { node: number; hops: number }[] = [{ node: problem.source, hops: 0 }];
  let inner = [problem.source];
  for (let step = 1; step <= request.hops && kept.length < request.limit; step += 1) {
    const strength = strengths(problem, inner, distance, step);
    const ranked = [...strength].sort(([a, x], [b, y]) => y - x || a - b);
    inner = ranked.slice(0, request.limit - kept.length).map(([node]) => node);
    kept.push(...inner.map((node) => ({ node, hops: step })));
  }
  return kept;
}

function edgesWithin(problem: Problem, nodes: ReadonlySet<number>): EgoEdge[] {
  const { graph, passable } = problem;
  const edges: EgoEdge[] = [];
  for (const node of nodes) {
    for (let at = graph.offsets[node]!; at < graph.offsets[node + 1]!; at += 1) {
      const neighbour = graph.neighbours[at]!;
      const pair = graph.pairs[at]!;
      if (neighbour < node || !nodes.has(neighbour)) continue;
      if (passable !== null && !passable(pair)) continue;
      const ties = graph.tieOffsets[pair + 1]! - graph.tieOffsets[pair]!;
      edges.push({ from: graph.ids[node]!, to: graph.ids[neighbour]!, ties });
    }
  }
  return edges;
}

/** The ego network of an actor; null when the actor has no tie at all. */
export function egoNetwork(graph: Adjacency, request: NeighbourhoodRequest): EgoNetwork | null {
  const source = graph.indexOf.get(request.of);
  if (source === undefined) return null;
  const tests = testsOf(graph, request);
  const plain = {
    target: source,
    max: request.hops,
    discountHubs: false,
    avoid: new Set<number>(),
    budget: new Budget(MAX_EDGES),
  };
  const problem: Problem = { graph, source, ...plain, ...tests };
  const distance = reach(problem, request.hops);
  const kept = choose(problem, request, distance);
  return {
    nodes: kept.map(({ node, hops }) => ({ id: graph.ids[node]!, hops })),
    edges: edgesWithin(problem, new Set(kept.map(({ node }) => node))),
    reached: distance.size,
    omitted: distance.size - kept.length,
  };
}
