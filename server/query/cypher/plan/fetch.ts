import type { Context, Operator } from '../exec/operator.ts';
import type { PatternRequest } from '../graph.ts';
import type { Value } from '../value.ts';
import { describeNode, describeRelationship } from './describe.ts';
import type { NodeVariable, RelationshipVariable } from './pattern.ts';

/** Rows of the nodes and relationships that the graph finds for a request, put into slots. */
export function fetchPattern(
  request: PatternRequest,
  nodes: readonly NodeVariable[],
  relationships: readonly RelationshipVariable[],
): Operator {
  return {
    name: request.limit === null ? 'PatternMatch' : 'PatternTop',
    details: describeRequest(request, nodes, relationships),
    *run(rows, { graph, parameters }) {
      for (const row of rows) {
        for (const match of graph.matchPattern?.(request, parameters) ?? []) {
          const found = row.slice();
          for (let i = 0; i < nodes.length; i += 1) {
            found[nodes[i]?.slot ?? 0] = match.nodes[i] ?? null;
          }
          for (let i = 0; i < relationships.length; i += 1) {
            found[relationships[i]?.slot ?? 0] = match.relationships[i] ?? null;
          }
          yield found;
        }
      }
    },
  };
}

/** Rows of cells that the graph gives, put into slots. */
export function fetchCells(
  name: string,
  details: string,
  slots: readonly number[],
  cellRows: (context: Context) => Iterable<readonly Value[]>,
): Operator {
  return {
    name,
    details,
    alone: { slots, rows: cellRows },
    *run(rows, context) {
      for (const row of rows) {
        for (const values of cellRows(context)) {
          const copy = row.slice();
          for (let i = 0; i < slots.length; i += 1) copy[slots[i] ?? 0] = values[i] ?? null;
          yield copy;
        }
      }
    },
  };
}

function describeRequest(
  { conditions }: PatternRequest,
  nodes: readonly NodeVariable[],
  relationships: readonly RelationshipVariable[],
): string {
  const single = nodes
    .filter((node) => !relationships.some(({ from, to }) => from === node || to === node))
    .map(({ name, labels }) => describeNode(name, labels));
  const hops = relationships.map(
    ({ name, pattern, from, to }) =>
      describeNode(from.name, from.labels) +
      describeRelationship(name, pattern) +
      describeNode(to.name, to.labels),
  );
  const tests = conditions.map(({ property, operator }) => `${property} ${operator}`);
  const where = tests.length > 0 ? ` where ${tests.join(', ')}` : '';
  return [...single, ...hops].join(', ') + where;
}
