import type { Compiler, PushedColumns, PushedPattern } from '../exec/compiler.ts';
import { compilePredicate } from '../exec/expression.ts';
import type { Operator, Plan } from '../exec/operator.ts';
import { buildPath } from '../exec/paths.ts';
import { filter } from '../exec/rows.ts';
import type { Element, PatternCondition, PatternRequest } from '../graph.ts';
import type { Expression } from '../syntax/ast.ts';
import type { Elements } from './conditions.ts';
import { cellOf, conditionOf } from './conditions.ts';
import { describeExpression, shown } from './describe.ts';
import { fetchCells, fetchPattern } from './fetch.ts';
import type { NodeVariable, PatternGraph } from './pattern.ts';

/**
 * One request for the whole pattern, where the graph offers that, nothing in the pattern is bound
 * before and every relationship is a single hop. Conditions that compare a property with a constant
 * go along; the others become filters.
 */
export function pushPattern(
  pattern: PatternGraph,
  compiler: Compiler,
): { plan: Plan; pushed: PushedPattern | null } | null {
  const nodes = [...pattern.nodes.values()];
  if (!compiler.graph.matchPattern || !isPlain(pattern, nodes)) return null;
  const elements = elementsOf(pattern, nodes);
  const conditions: PatternCondition[] = [];
  const rest = pattern.conjuncts.filter(({ expression }) => {
    const condition = conditionOf(expression, elements, compiler);
    if (condition) conditions.push(condition);
    return condition === null;
  });
  const request = requestOf(pattern, nodes, elements, conditions, compiler);
  if (!compiler.graph.matchPattern(request, compiler.parameters)) return null;
  const filters = rest.map(({ expression }) =>
    filter(describeExpression(expression), compilePredicate(expression, compiler)),
  );
  const paths = pattern.paths.map(({ name, slot, parts }) => buildPath(shown(name), slot, parts));
  const fetch = fetchPattern(request, nodes, pattern.relationships);
  const whole = filters.length === 0 && paths.length === 0;
  const { details } = fetch;
  const cells = (e: Expression) => cellOf(e, elements);
  const top: PushedPattern['top'] = (order, limit) => {
    const best = { ...request, order, limit };
    return compiler.graph.matchPattern?.(best, compiler.parameters)
      ? fetchPattern(best, nodes, pattern.relationships)
      : null;
  };
  const read: PushedPattern['read'] = (columns) => readByGraph(request, details, columns, compiler);
  const pushed = whole ? { request, details, cellOf: cells, top, read } : null;
  return { plan: [fetch, ...paths, ...filters], pushed };
}

function isPlain(pattern: PatternGraph, nodes: readonly NodeVariable[]): boolean {
  return (
    nodes.every(({ bound }) => !bound) &&
    pattern.relationships.every((edge) => !edge.bound && !edge.shortest && !edge.pattern.length)
  );
}

function elementsOf(pattern: PatternGraph, nodes: readonly NodeVariable[]): Elements {
  return new Map<string, Element>([
    ...nodes.map(({ name }, node) => [name, { node }] as const),
    ...pattern.relationships.map(({ name }, edge) => [name, { edge }] as const),
  ]);
}

function requestOf(
  pattern: PatternGraph,
  nodes: readonly NodeVariable[],
  elements: Elements,
  conditions: readonly PatternCondition[],
  compiler: Compiler,
): PatternRequest {
  const edges = pattern.relationships.map(({ pattern: { direction, types }, from, to }) => ({
    direction,
    types: types.length > 0 ? types : null,
    from: nodes.indexOf(from),
    to: nodes.indexOf(to),
  }));
  const pairs = edges.flatMap((_, a) => edges.slice(a + 1).map((_, b) => [a, a + 1 + b] as const));
  const reads = [...elements].flatMap(([name, of]) =>
    [...(compiler.mentioned.get(name) ?? [])].map((property) => ({ of, property })),
  );
  return {
    nodes: nodes.map(({ labels }) => ({ labels: [...labels] })),
    edges,
    distinct: pairs,
    conditions,
    reads,
    order: [],
    limit: null,
  };
}

function readByGraph(
  whole: PatternRequest,
  pattern: string,
  { cells, slots, order, limit, details }: PushedColumns,
  { graph, parameters: given }: Compiler,
): Operator | null {
  const request = { ...whole, order, limit };
  if (!graph.readPattern?.(request, cells, given)) return null;
  return fetchCells('PatternRead', `${pattern}: ${details}`, slots, (context) => {
    return context.graph.readPattern?.(request, cells, context.parameters) ?? [];
  });
}
