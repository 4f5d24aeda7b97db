import type { AggregateSpec } from '../exec/aggregate.ts';
import type { Compiler, PushedColumns, PushedPattern } from '../exec/compiler.ts';
import { compile } from '../exec/expression.ts';
import { buildPath } from '../exec/paths.ts';
import { filter } from '../exec/rows.ts';
import type { Context, Operator, Plan } from '../exec/operator.ts';
import type {
  Element,
  PatternCell,
  PatternCondition,
  PatternGrouping,
  PatternRequest,
} from '../graph.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import { some } from '../syntax/walk.ts';
import type { Value } from '../value.ts';
import { isList } from '../value.ts';
import { describeExpression, describeNode, describeRelationship, shown } from './describe.ts';
import type { NodeVariable, PatternGraph, RelationshipVariable } from './pattern.ts';

type Elements = ReadonlyMap<string, Element>;

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
    filter(describeExpression(expression), compile(expression, compiler)),
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

function cellOf(e: Expression, elements: Elements): PatternCell | null {
  if (e.kind === 'variable') {
    const of = elements.get(e.name);
    return of ? { of, property: null } : null;
  }
  if (e.kind !== 'property' || e.object.kind !== 'variable') return null;
  const of = elements.get(e.object.name);
  return of ? { of, property: e.name } : null;
}

/** The value of a literal, a parameter or a list of them; undefined for anything else. */
function constantOf(e: Expression, parameters: ReadonlyMap<string, Value>): Value | undefined {
  if (e.kind === 'literal') return e.value;
  if (e.kind === 'parameter') return parameters.get(e.name);
  if (e.kind !== 'list') return undefined;
  const items = e.items.map((item) => constantOf(item, parameters));
  return items.includes(undefined) ? undefined : (items as Value[]);
}

/** How a run reads the value where parameters are part of it; null for a constant. */
function lateOf(e: Expression): PatternCondition['late'] {
  const parametric = some(e, ({ kind }) => kind === 'parameter');
  return parametric ? (parameters) => constantOf(e, parameters) ?? null : null;
}

const mirrored = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function conditionOf(
  e: Expression,
  elements: Elements,
  { parameters }: Compiler,
): PatternCondition | null {
  if (e.kind === 'comparison') return comparisonOf(e, elements, parameters);
  if (e.kind !== 'binary' || (e.operator !== 'IN' && e.operator !== 'STARTS WITH')) return null;
  const cell = cellOf(e.left, elements);
  const value = constantOf(e.right, parameters);
  if (!cell || cell.property === null || value === undefined || value === null) return null;
  const { of, property } = cell;
  const late = lateOf(e.right);
  if (e.operator === 'IN') {
    const usable = isList(value) && value.every(isComparable);
    return usable ? { of, property, operator: 'in', value, late } : null;
  }
  return typeof value === 'string' ? { of, property, operator: 'starts-with', value, late } : null;
}

function comparisonOf(
  e: ExpressionOf<'comparison'>,
  elements: Elements,
  parameters: ReadonlyMap<string, Value>,
): PatternCondition | null {
  const [left, right] = e.operands;
  const [operator] = e.operators;
  if (!left || !right || !operator || operator === '<>' || e.operators.length > 1) return null;
  const [leftCell, rightCell] = [cellOf(left, elements), cellOf(right, elements)];
  const cell = leftCell ?? rightCell;
  const other = leftCell ? right : left;
  const value = constantOf(other, parameters);
  if (!cell || cell.property === null || value === undefined || !isComparable(value)) return null;
  const { of, property } = cell;
  const late = lateOf(other);
  return { of, property, operator: leftCell ? operator : mirrored[operator], value, late };
}

function isComparable(value: Value): boolean {
  return typeof value === 'string' || typeof value === 'bigint' || Number.isFinite(value);
}

function fetchPattern(
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

/** Rows of cells that the graph gives, put into slots. */
function fetchCells(
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

interface Counting {
  readonly keys: readonly { readonly expression: Expression; readonly slot: number }[];
  readonly specs: readonly (AggregateSpec & { readonly source: ExpressionOf<'call'> })[];
  /** The slot that each ORDER BY item reads, null where it reads something else. */
  readonly sort: readonly { readonly slot: number | null; readonly descending: boolean }[];
  readonly limit: Expression | null;
  readonly compiler: Compiler;
  readonly details: string;
}

export interface Counted {
  readonly operator: Operator;
  /** What of ORDER BY and LIMIT the graph does. */
  readonly ordered: boolean;
  readonly limited: boolean;
}

/** Grouping and counting by the graph; null where a key is no property or an aggregate no count. */
export function countByGraph(
  { request, details, cellOf: cell }: PushedPattern,
  counting: Counting,
): Counted | null {
  const { keys, specs, compiler } = counting;
  const keyCells = keys.map(({ expression }) => cell(expression));
  if (!keyCells.every((key) => key && ('node' in key.of || key.property !== null))) return null;
  const counts = specs.map((spec) => countOf(spec, cell));
  if (counts.includes(null)) return null;
  const grouping: PatternGrouping = {
    keys: keyCells.filter((key) => key !== null),
    counts: counts.filter((count) => count !== null),
    ...orderOf(counting),
  };
  if (!compiler.graph.countPattern?.(request, grouping, compiler.parameters)) return null;
  const slots = [...keys, ...specs].map(({ slot }) => slot);
  const shown = `${details}: ${counting.details}`;
  const operator = fetchCells('PatternCount', shown, slots, ({ graph, parameters }) => {
    return graph.countPattern?.(request, grouping, parameters) ?? [];
  });
  const ordered = grouping.order.length > 0;
  return { operator, ordered, limited: grouping.limit !== null };
}

function countOf(
  { name, distinct, source }: Counting['specs'][number],
  cell: PushedPattern['cellOf'],
): PatternGrouping['counts'][number] | null {
  if (name !== 'count') return null;
  if (source.args === null) return { cell: null, distinct: false };
  const [argument] = source.args;
  const found = argument ? cell(argument) : null;
  return found ? { cell: found, distinct } : null;
}

/** Order and limit go along where the order is by counts alone. */
function orderOf({ specs, sort, limit }: Counting): Pick<PatternGrouping, 'order' | 'limit'> {
  const order = sort.map(({ slot, descending }) => ({
    count: specs.findIndex((spec) => spec.slot === slot),
    descending,
  }));
  if (order.some(({ count }) => count < 0)) return { order: [], limit: null };
  const most = limit?.kind === 'literal' && typeof limit.value === 'bigint' ? limit.value : null;
  return { order, limit: most === null ? null : Number(most) };
}
