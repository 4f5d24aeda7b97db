import type { Compiler } from '../exec/compiler.ts';
import type { Element, PatternCell, PatternCondition } from '../graph.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import { some } from '../syntax/walk.ts';
import type { Value } from '../value.ts';
import { isList } from '../value.ts';

/** The nodes and relationships of a pattern by name. */
export type Elements = ReadonlyMap<string, Element>;

/** The element or its property that an expression is; null where it is anything else. */
export function cellOf(e: Expression, elements: Elements): PatternCell | null {
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

/** A comparison of a property with a constant; null where it is anything else. */
export function conditionOf(
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
