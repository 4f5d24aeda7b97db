import type { GraphNode, GraphRelationship } from '../graph.ts';
import type { Adjacency } from './adjacency.ts';

/** The end of a relationship that is not `node`; `node` itself for a loop. */
export function otherEnd(relationship: GraphRelationship, node: GraphNode): GraphNode {
  return relationship.start.key === node.key ? relationship.end : relationship.start;
}

export interface Walk {
  readonly end: GraphNode;
  /** In the order walked. */
  readonly relationships: readonly GraphRelationship[];
}

export interface WalkLimits {
  readonly min: number;
  /** null for no bound but the relationships there are. */
  readonly max: number | null;
}

type Accept = (relationship: GraphRelationship) => boolean;

/** A node of the walk under way and the relationships by which it goes on, up to `at`. */
interface Stop {
  readonly node: GraphNode;
  readonly relationships: readonly GraphRelationship[];
  at: number;
}

/**
 * Every walk from a node that repeats no relationship, depth first, shortest prefix first. Each
 * walk is yielded once it is long enough; `accept` prunes relationships and all that lies behind.
 * `later` are the nodes from which walks begin after this one.
 */
export function* walks(
  start: GraphNode,
  { min, max }: WalkLimits,
  accept: Accept,
  adjacency: Adjacency,
  later: Iterable<GraphNode> = [],
): Iterable<Walk> {
  const limit = max ?? Infinity;
  const path: GraphRelationship[] = [];
  const used = new Set<GraphRelationship['key']>();
  if (min === 0) yield { end: start, relationships: [] };
  const stops: Stop[] = [];
  const enter = (node: GraphNode) => {
    const found =
      path.length < limit ? adjacency.of(node, () => ahead(stops, later, adjacency)) : [];
    stops.push({ node, relationships: Array.isArray(found) ? found : [...found], at: 0 });
  };
  enter(start);
  for (let stop = stops.at(-1); stop; stop = stops.at(-1)) {
    const relationship = stop.relationships[stop.at];
    stop.at += 1;
    if (!relationship) {
      stops.pop();
      const last = path.pop();
      if (last) used.delete(last.key);
      continue;
    }
    if (used.has(relationship.key) || !accept(relationship)) continue;
    const end = otherEnd(relationship, stop.node);
    path.push(relationship);
    used.add(relationship.key);
    if (path.length >= min) yield { end, relationships: path.slice() };
    enter(end);
  }
}

/** Stops from which it is looked ahead; a long walk has its unknown nodes near its end. */
const LOOK_BACK = 3;

/** The nodes that a depth-first walk enters next at the depth after its last stop, as far as known. */
function* ahead(
  stops: readonly Stop[],
  later: Iterable<GraphNode>,
  adjacency: Adjacency,
): Iterable<GraphNode> {
  const first = Math.max(0, stops.length - LOOK_BACK);
  for (let i = stops.length - 1; i >= first; i -= 1) {
    const { node, relationships, at } = stops[i] as Stop;
    for (let next = at; next < relationships.length; next += 1) {
      const end = otherEnd(relationships[next] as GraphRelationship, node);
      yield* below(end, stops.length - 1 - i, adjacency);
    }
  }
  if (first > 0) return;
  for (const node of later) yield* below(node, stops.length, adjacency);
}

function* below(node: GraphNode, levels: number, adjacency: Adjacency): Iterable<GraphNode> {
  if (levels === 0) {
    yield node;
    return;
  }
  for (const relationship of adjacency.peek(node) ?? []) {
    yield* below(otherEnd(relationship, node), levels - 1, adjacency);
  }
}
