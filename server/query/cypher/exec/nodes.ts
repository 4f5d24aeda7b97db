import type { GraphNode } from '../graph.ts';
import { isNode } from '../value.ts';
import type { Context, Operator, Row } from './operator.ts';
import { withSlot } from './operator.ts';

type NodesOf = (row: Row, context: Context) => Iterable<GraphNode>;

export function hasLabels(node: GraphNode, labels: readonly string[]): boolean {
  return labels.every((label) => node.hasLabel(label));
}

/** Keeps rows whose slot holds a node with the labels; null never matches. */
export function checkNode(details: string, slot: number, labels: readonly string[]): Operator {
  return {
    name: 'CheckNode',
    details,
    *run(rows) {
      for (const row of rows) {
        const node = row[slot] ?? null;
        if (isNode(node) && hasLabels(node, labels)) yield row;
      }
    },
  };
}

/** For each row, every node that `nodesOf` gives and that has the labels. */
export function scanNodes(
  name: string,
  details: string,
  slot: number,
  labels: readonly string[],
  nodesOf: NodesOf,
): Operator {
  return {
    name,
    details,
    *run(rows, context) {
      for (const row of rows) {
        for (const node of nodesOf(row, context)) {
          if (hasLabels(node, labels)) yield withSlot(row, slot, node);
        }
      }
    },
  };
}
