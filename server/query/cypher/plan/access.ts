import type { Compiler } from '../exec/compiler.ts';
import { compile } from '../exec/expression.ts';
import type { Context, Evaluate, Row } from '../exec/operator.ts';
import type { GraphNode, PropertyGraph } from '../graph.ts';
import type { Expression } from '../syntax/ast.ts';
import { mentionedNames } from '../syntax/walk.ts';
import type { Value } from '../value.ts';
import { isList } from '../value.ts';
import { describeExpression, describeNode } from './describe.ts';
import type { Conjunct, NodeVariable } from './pattern.ts';

/** A way to find the nodes of a variable, and how many it is thought to give. */
export interface NodeStart {
  readonly node: NodeVariable;
  readonly name: string;
  readonly details: string;
  readonly cost: number;
  readonly nodesOf: (row: Row, context: Context) => Iterable<GraphNode>;
}

/** Share of nodes that one condition without an index is thought to keep. */
const SELECTIVITY = 0.1;

/** The cheapest way: an indexed property, the rarest label, or all nodes. */
export function chooseStart(
  node: NodeVariable,
  conjuncts: readonly Conjunct[],
  known: (names: Iterable<string>) => boolean,
  compiler: Compiler,
): NodeStart {
  const lookups = conjuncts.flatMap(({ expression }) => {
    const lookup = lookupOf(node, expression);
    return lookup && known(mentionedNames(lookup.value)) ? [lookup] : [];
  });
  const seeks = lookups.flatMap((lookup) => seekOf(node, lookup, compiler) ?? []);
  const scan = scanOf(node, compiler.graph);
  const kept = scan.cost * SELECTIVITY ** Math.min(lookups.length, 3);
  return seeks.reduce((a, b) => (b.cost < a.cost ? b : a), { ...scan, cost: kept });
}

/** A condition `node.key = value` or `node.key IN values`. */
interface Lookup {
  readonly key: string;
  readonly value: Expression;
  readonly many: boolean;
}

function lookupOf(node: NodeVariable, e: Expression): Lookup | null {
  if (e.kind === 'binary' && e.operator === 'IN') {
    const key = keyOf(node, e.left);
    return key === null ? null : { key, value: e.right, many: true };
  }
  if (e.kind !== 'comparison' || e.operators.length !== 1 || e.operators[0] !== '=') return null;
  const [left, right] = e.operands;
  if (!left || !right) return null;
  const [leftKey, rightKey] = [keyOf(node, left), keyOf(node, right)];
  if (leftKey !== null) return { key: leftKey, value: right, many: false };
  return rightKey === null ? null : { key: rightKey, value: left, many: false };
}

function keyOf(node: NodeVariable, e: Expression): string | null {
  if (e.kind !== 'property' || e.object.kind !== 'variable') return null;
  return e.object.name === node.name ? e.name : null;
}

function seekOf(node: NodeVariable, lookup: Lookup, compiler: Compiler): NodeStart | null {
  const { graph } = compiler;
  const labels = node.labels.size > 0 ? [...node.labels] : [null];
  const options = labels.flatMap((label) => {
    const cost = graph.propertyIndex?.(label, lookup.key) ?? null;
    return cost === null ? [] : [{ label, cost }];
  });
  const [best] = options.sort((a, b) => a.cost - b.cost);
  if (!best) return null;
  const value = compile(lookup.value, compiler);
  const shown = `${describeNode(node.name, node.labels)}.${lookup.key}`;
  return {
    node,
    name: 'NodeIndexSeek',
    details: `${shown} ${lookup.many ? 'IN' : '='} ${describeExpression(lookup.value)}`,
    cost: best.cost * (lookup.many ? 5 : 1),
    nodesOf: seek(best.label, lookup, value),
  };
}

function seek(label: string | null, { key, many }: Lookup, value: Evaluate): NodeStart['nodesOf'] {
  return function* (row, context) {
    const wanted = value(row, context);
    const values: readonly Value[] = !many ? [wanted] : isList(wanted) ? wanted : [];
    const seen = new Set<GraphNode['key']>();
    for (const item of values) {
      if (item === null) continue;
      for (const node of context.graph.nodesWithProperty?.(label, key, item) ?? []) {
        if (seen.has(node.key)) continue;
        seen.add(node.key);
        yield node;
      }
    }
  };
}

function scanOf(node: NodeVariable, graph: PropertyGraph): NodeStart {
  const details = describeNode(node.name, node.labels);
  const counted = [...node.labels].map((label) => ({ label, cost: graph.countNodes(label) }));
  const [rarest] = counted.sort((a, b) => a.cost - b.cost);
  if (!rarest) {
    const nodesOf: NodeStart['nodesOf'] = (_row, context) => context.graph.nodes();
    return { node, name: 'AllNodesScan', details, cost: graph.countNodes(null), nodesOf };
  }
  const nodesOf: NodeStart['nodesOf'] = (_row, context) =>
    context.graph.nodesWithLabel(rarest.label);
  return { node, name: 'NodeByLabelScan', details, cost: rarest.cost, nodesOf };
}
