import type { Expansion, GraphNode, GraphRelationship } from '../graph.ts';
import type { Context } from './operator.ts';

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

/**
 * Every walk from a node that repeats no relationship, depth first, shortest prefix first. Each
 * walk is yielded once it is long enough; `accept` prunes relationships and all that lies behind.
 */
export function* walks(
  start: GraphNode,
  expansion: Expansion,
  { min, max }: WalkLimits,
  accept: Accept,
  context: Context,
): Iterable<Walk> {
  const limit = max ?? Infinity;
  const path: GraphRelationship[] = [];
  const nodes: GraphNode[] = [start];
  const used = new Set<GraphRelationship['key']>();
  if (min === 0) yield { end: start, relationships: [] };
  const pending = [iterate(start, expansion, context, limit > 0)];
  while (pending.length > 0) {
    const next = pending.at(-1)?.next();
    const from = nodes.at(-1);
    if (!next || next.done || !from) {
      pending.pop();
      nodes.pop();
      const last = path.pop();
      if (last) used.delete(last.key);
      continue;
    }
    const relationship = next.value;
    if (used.has(relationship.key) || !accept(relationship)) continue;
    const end = otherEnd(relationship, from);
    path.push(relationship);
    nodes.push(end);
    used.add(relationship.key);
    if (path.length >= min) yield { end, relationships: path.slice() };
    pending.push(iterate(end, expansion, context, path.length < limit));
  }
}

function iterate(
  node: GraphNode,
  expansion: Expansion,
  { graph }: Context,
  further: boolean,
): Iterator<GraphRelationship> {
  const found = further ? graph.expand(node, expansion) : [];
  return found[Symbol.iterator]();
}
