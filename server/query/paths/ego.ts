import type { NeighbourhoodRequest } from '../../contract/index.ts';
import type { Adjacency } from './adjacency.ts';
import { passageOf, type Passage } from './problem.ts';

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

/** Nobody of that distance: an ego network reaches no farther than 3 steps. */
const BEYOND = 255;

interface Kept {
  readonly node: number;
  readonly hops: number;
}

/** Goes over the neighbours that a step leads to. */
function eachStep(
  { graph, mask, passable }: Passage,
  node: number,
  visit: (neighbour: number, pair: number) => void,
): void {
  const { neighbour, pair, kinds } = graph.around.cells;
  const begin = graph.around.start.values[node]!;
  const end = begin + graph.degree(node);
  for (let at = begin; at < end; at += 1)
    if ((kinds.values[at]! & mask) !== 0 && (passable === null || passable(pair.values[at]!)))
      visit(neighbour.values[at]!, pair.values[at]!);
}

/** Steps from the middle by actor number, `BEYOND` for who is not within reach (breadth first). */
function reach(passage: Passage, source: number, hops: number) {
  const distance = new Uint8Array(passage.graph.size).fill(BEYOND);
  distance[source] = 0;
  let reached = 1;
  let frontier = [source];
  for (let step = 1; step <= hops && frontier.length > 0; step += 1) {
    const next: number[] = [];
    const visit = (neighbour: number) => {
      if (distance[neighbour] !== BEYOND) return;
      distance[neighbour] = step;
      next.push(neighbour);
    };
    for (const node of frontier) eachStep(passage, node, visit);
    reached += next.length;
    frontier = next;
  }
  return { distance, reached };
}

/** How many ties each actor one step further out has to the actors kept so far. */
function strengths(
  passage: Passage,
  kept: readonly number[],
  distance: Uint8Array,
  step: number,
): Map<number, number> {
  const ties = passage.graph.ties.size.values;
  const strength = new Map<number, number>();
  for (const node of kept)
    eachStep(passage, node, (neighbour, pair) => {
      if (distance[neighbour] !== step) return;
      strength.set(neighbour, (strength.get(neighbour) ?? 0) + ties[pair]!);
    });
  return strength;
}

/**
 * Whom to keep: step by step outwards, those with most ties to whom was kept one step nearer, so
 * that everybody kept is tied to the middle through others kept.
 */
function choose(
  passage: Passage,
  source: number,
  request: NeighbourhoodRequest,
  distance: Uint8Array,
): Kept[] {
  const rank = passage.graph.rank.values;
  const kept: Kept[] = [{ node: source, hops: 0 }];
  let inner = [source];
  for (let step = 1; step <= request.hops && kept.length < request.limit; step += 1) {
    const strength = strengths(passage, inner, distance, step);
    const ranked = [...strength].sort(([a, x], [b, y]) => y - x || rank[a]! - rank[b]!);
    inner = ranked.slice(0, request.limit - kept.length).map(([node]) => node);
    kept.push(...inner.map((node) => ({ node, hops: step })));
  }
  return kept;
}

/** Looking one neighbour up takes about as long as going over so many. */
const LOOKUP = 16;

/** Goes over those of the nodes that a step leads to, by whichever list is shorter. */
function eachStepWithin(
  passage: Passage,
  node: number,
  nodes: readonly number[],
  within: Uint8Array,
  visit: (neighbour: number, pair: number) => void,
): void {
  const { graph, mask, passable } = passage;
  if (graph.degree(node) <= nodes.length * LOOKUP) {
    eachStep(passage, node, (neighbour, pair) => {
      if (within[neighbour] === 1) visit(neighbour, pair);
    });
    return;
  }
  for (const other of nodes) {
    const pair = graph.pairOf(node, other);
    if (pair < 0 || (graph.kinds.values[pair]! & mask) === 0) continue;
    if (passable === null || passable(pair)) visit(other, pair);
  }
}

function edgesWithin(passage: Passage, nodes: readonly number[]): EgoEdge[] {
  const { graph } = passage;
  const { ids, rank, ties } = graph;
  const within = new Uint8Array(graph.size);
  for (const node of nodes) within[node] = 1;
  const edges: EgoEdge[] = [];
  for (const node of nodes)
    eachStepWithin(passage, node, nodes, within, (neighbour, pair) => {
      if (rank.values[neighbour]! < rank.values[node]!) return;
      edges.push({ from: ids[node]!, to: ids[neighbour]!, ties: ties.size.values[pair]! });
    });
  return edges;
}

/** Everybody within reach of an actor, in no order; null when the actor has no tie at all. */
export function actorsWithin(
  graph: Adjacency,
  request: Omit<NeighbourhoodRequest, 'limit'>,
): string[] | null {
  const source = graph.indexOf.get(request.of);
  if (source === undefined) return null;
  const { distance } = reach(passageOf(graph, request), source, request.hops);
  return graph.ids.filter((_, node) => distance[node] !== BEYOND);
}

/** The ego network of an actor; null when the actor has no tie at all. */
export function egoNetwork(graph: Adjacency, request: NeighbourhoodRequest): EgoNetwork | null {
  const source = graph.indexOf.get(request.of);
  if (source === undefined) return null;
  const passage = passageOf(graph, request);
  const { distance, reached } = reach(passage, source, request.hops);
  const kept = choose(passage, source, request, distance);
  const edges = edgesWithin(
    passage,
    kept.map(({ node }) => node),
  );
  const nodes = kept.map(({ node, hops }) => ({ id: graph.ids[node]!, hops }));
  return { nodes, edges, reached, omitted: reached - kept.length };
}
