import type { Expansion, GraphNode, GraphRelationship } from '../graph.ts';
import { isList, isRelationship } from '../value.ts';
import type { Operator, Row } from './operator.ts';
import { withSlot } from './operator.ts';
import type { ExpandStep } from './step.ts';
import { arrives, differs } from './step.ts';

export interface BoundStep extends ExpandStep {
  readonly fromBound: boolean;
}

/** A relationship, or a list of them, bound before this MATCH: checks it and binds its ends. */
export function followBound(details: string, step: BoundStep): Operator {
  return {
    name: 'FollowBound',
    details,
    *run(rows) {
      for (const row of rows) {
        const value = row[step.relationship] ?? null;
        const steps = isRelationship(value) ? [value] : isList(value) ? value : [];
        if (!steps.every(isRelationship) || steps.length === 0) continue;
        for (const [from, to] of chainEnds(steps, step.expansion)) {
          const found = withBoundEnds(row, from, to, step);
          if (found && steps.every((item) => differs(item, row, step.distinctFrom))) yield found;
        }
      }
    },
  };
}

/** The ends between which the relationships, taken in order, form a walk of the pattern. */
function chainEnds(
  chain: readonly GraphRelationship[],
  { direction, types }: Expansion,
): readonly (readonly [GraphNode, GraphNode])[] {
  if (types && !chain.every(({ type }) => types.includes(type))) return [];
  const [first] = chain;
  if (!first) return [];
  const starts =
    direction === 'out'
      ? [first.start]
      : direction === 'in'
        ? [first.end]
        : [first.start, first.end];
  const unique = starts.filter((node, i) => starts.findIndex((n) => n.key === node.key) === i);
  return unique.flatMap((start) => {
    const end = chain.reduce<GraphNode | null>((at, relationship) => {
      if (!at) return null;
      const forwards = direction !== 'in' && relationship.start.key === at.key;
      if (forwards) return relationship.end;
      return direction !== 'out' && relationship.end.key === at.key ? relationship.start : null;
    }, start);
    return end ? [[start, end] as const] : [];
  });
}

function withBoundEnds(row: Row, from: GraphNode, to: GraphNode, step: BoundStep): Row | null {
  if (step.fromBound && !arrives(from, row, { into: true, to: step.from, labels: [] })) return null;
  const found = withSlot(row, step.from, from);
  if (!arrives(to, found, { ...step, into: step.into })) return null;
  found[step.to] = to;
  return found;
}
