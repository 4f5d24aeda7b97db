import { typeError } from '../errors.ts';
import { equals } from '../values/equality.ts';
import { compare } from '../values/order.ts';
import type { ComparisonOperator } from '../syntax/ast.ts';
import type { Value } from '../value.ts';
import { describe, isList } from '../value.ts';

export type Truth = boolean | null;

/** A truth value, or TypeError for anything else. */
export function truth(value: Value): Truth {
  if (value === null || typeof value === 'boolean') return value;
  throw typeError('InvalidArgumentType', `${describe(value)} is not a truth value.`);
}

export function not(value: Truth): Truth {
  return value === null ? null : !value;
}

export function comparison(operator: ComparisonOperator, a: Value, b: Value): Truth {
  switch (operator) {
    case '=':
      return equals(a, b);
    case '<>':
      return not(equals(a, b));
    default:
      return ordered(operator, compare(a, b));
  }
}

function ordered(operator: '<' | '<=' | '>' | '>=', order: number | null): Truth {
  if (order === null) return null;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** `item IN list`: null where only a null could have matched. */
export function contains(item: Value, list: Value): Truth {
  if (list === null) return null;
  if (!isList(list)) {
    throw typeError('InvalidArgumentType', `IN looks into a list, not into ${describe(list)}.`);
  }
  let unknown = false;
  for (const candidate of list) {
    const same = equals(item, candidate);
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
}

/** STARTS WITH, ENDS WITH and CONTAINS: null unless both sides are strings. */
export function matchText(
  operator: 'STARTS WITH' | 'ENDS WITH' | 'CONTAINS',
  text: Value,
  part: Value,
): Truth {
  if (typeof text !== 'string' || typeof part !== 'string') return null;
  if (operator === 'STARTS WITH') return text.startsWith(part);
  return operator === 'ENDS WITH' ? text.endsWith(part) : text.includes(part);
}

/** Labels of a node, or the type of a relationship; null for null. */
export function hasLabels(value: Value, labels: readonly string[]): Truth {
  if (value === null) return null;
  if (typeof value === 'object' && !isList(value) && 'kind' in value) {
    if (value.kind === 'node') return labels.every((label) => value.hasLabel(label));
    if (value.kind === 'relationship') return labels.every((label) => value.type === label);
  }
  throw typeError('InvalidArgumentType', `${describe(value)} has no labels.`);
}
