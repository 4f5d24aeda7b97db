import type { Expansion, GraphNode, GraphRelationship } from '../graph.ts';
import { isList, isNode, isRelationship } from '../value.ts';
import { hasLabels } from './nodes.ts';
import type { Context, Row } from './operator.ts';

/** Which relationships a row lets a walk use. */
export type Accept = (row: Row, context: Context) => (relationship: GraphRelationship) => boolean;

/** One relationship of a pattern and its two nodes, by slot. */
export interface ExpandStep {
  readonly from: number;
  readonly relationship: number;
  readonly to: number;
  readonly expansion: Expansion;
  /** Whether `to` is bound already, so that the relationship must lead to it. */
  readonly into: boolean;
  readonly labels: readonly string[];
  /** Slots of relationships of the same MATCH that this one must differ from. */
  readonly distinctFrom: readonly number[];
}

/** Whether a relationship is none of those that the slots hold. */
export function differs(
  relationship: GraphRelationship,
  row: Row,
  slots: readonly number[],
): boolean {
  return slots.every((slot) => {
    const other = row[slot] ?? null;
    if (isList(other)) {
      return !other.some((item) => isRelationship(item) && item.key === relationship.key);
    }
    return !isRelationship(other) || other.key !== relationship.key;
  });
}

/** Whether a node can be the step's far end: the one bound there, or one with its labels. */
export function arrives(
  end: GraphNode,
  row: Row,
  step: Pick<ExpandStep, 'into' | 'to' | 'labels'>,
) {
  if (!step.into) return hasLabels(end, step.labels);
  const bound = row[step.to] ?? null;
  return isNode(bound) && bound.key === end.key;
}
