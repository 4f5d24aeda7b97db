import type { Expansion, GraphNode, GraphRelationship, PropertyGraph } from '../graph.ts';
import { isNode } from '../value.ts';
import { Adjacency } from './adjacency.ts';
import { batches, MAX_BATCH } from './batches.ts';
import type { Context, Operator, Row } from './operator.ts';
import type { Accept, ExpandStep } from './step.ts';
import { arrives, differs } from './step.ts';
import type { WalkLimits } from './traverse.ts';
import { otherEnd, walks } from './traverse.ts';

function relationshipsOf(
  nodes: readonly GraphNode[],
  expansion: Expansion,
  graph: PropertyGraph,
): readonly Iterable<GraphRelationship>[] {
  if (graph.expandAll && nodes.length > 1) return graph.expandAll(nodes, expansion);
  return nodes.map((node) => graph.expand(node, expansion));
}

/** One hop from a bound node, many rows at a time. */
export function expand(details: string, step: ExpandStep): Operator {
  return {
    name: step.into ? 'ExpandInto' : 'Expand',
    details,
    *run(rows, context) {
      for (const batch of batches(rows)) {
        const bound = batch.filter((row) => isNode(row[step.from] ?? null));
        const nodes = bound.map((row) => row[step.from] as GraphNode);
        const lists = relationshipsOf(nodes, step.expansion, context.graph);
        for (let i = 0; i < bound.length; i += 1) {
          yield* expandRow(bound[i] as Row, nodes[i] as GraphNode, lists[i] ?? [], step);
        }
      }
    },
  };
}

function* expandRow(
  row: Row,
  node: GraphNode,
  relationships: Iterable<GraphRelationship>,
  step: ExpandStep,
): Iterable<Row> {
  for (const relationship of relationships) {
    const end = otherEnd(relationship, node);
    if (!arrives(end, row, step) || !differs(relationship, row, step.distinctFrom)) continue;
    const found = row.slice();
    found[step.relationship] = relationship;
    found[step.to] = end;
    yield found;
  }
}

export interface WalkStep extends ExpandStep, WalkLimits {
  /** Whether the walk runs from the right end of the pattern, so that its list is turned round. */
  readonly reversed: boolean;
  readonly accept: Accept;
}

/** Any number of hops within limits; the slot takes the list of relationships. */
export function expandWalks(details: string, step: WalkStep): Operator {
  return {
    name: step.into ? 'VarLengthExpandInto' : 'VarLengthExpand',
    details,
    *run(rows, context) {
      const adjacency = new Adjacency(context.graph, step.expansion);
      for (const batch of batches(rows)) {
        const bound = batch.filter((row) => isNode(row[step.from] ?? null));
        const nodes = bound.map((row) => row[step.from] as GraphNode);
        for (let i = 0; i < bound.length; i += 1) {
          const later = nodes.slice(i + 1, i + 1 + MAX_BATCH);
          yield* walkRow(bound[i] as Row, nodes[i] as GraphNode, step, context, adjacency, later);
        }
      }
    },
  };
}

function* walkRow(
  row: Row,
  node: GraphNode,
  step: WalkStep,
  context: Context,
  adjacency: Adjacency,
  later: readonly GraphNode[],
): Iterable<Row> {
  const accept = step.accept(row, context);
  const usable = (relationship: GraphRelationship) =>
    accept(relationship) && differs(relationship, row, step.distinctFrom);
  for (const { end, relationships } of walks(node, step, usable, adjacency, later)) {
    if (!arrives(end, row, step)) continue;
    const found = row.slice();
    found[step.relationship] = step.reversed ? [...relationships].reverse() : relationships;
    found[step.to] = end;
    yield found;
  }
}

/** Every relationship of the types, each way round where the pattern has no direction. */
export function scanRelationships(details: string, step: ExpandStep): Operator {
  const { direction, types } = step.expansion;
  return {
    name: 'RelationshipScan',
    details,
    *run(rows, context) {
      for (const row of rows) {
        for (const relationship of context.graph.relationships(types)) {
          if (!differs(relationship, row, step.distinctFrom)) continue;
          const { start, end } = relationship;
          if (direction !== 'in') yield withEnds(row, relationship, start, end, step);
          if (direction === 'in' || (direction === 'both' && start.key !== end.key)) {
            yield withEnds(row, relationship, end, start, step);
          }
        }
      }
    },
  };
}

function withEnds(
  row: Row,
  relationship: GraphRelationship,
  from: GraphNode,
  to: GraphNode,
  step: ExpandStep,
): Row {
  const found = row.slice();
  found[step.relationship] = relationship;
  found[step.from] = from;
  found[step.to] = to;
  return found;
}
