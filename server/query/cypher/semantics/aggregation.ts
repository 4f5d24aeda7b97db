import { syntaxError } from '../errors.ts';
import { isAggregate } from '../functions/signature.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import { children, fingerprint, mentionedNames, some } from '../syntax/walk.ts';
import { undefinedVariable } from './expressions.ts';

export function hasAggregate(expression: Expression): boolean {
  return some(expression, (e) => e.kind === 'call' && isAggregate(e.name));
}

/** A variable, or properties of one: the only keys that an aggregated expression may repeat. */
export function isSimple(e: Expression): boolean {
  return e.kind === 'variable' || (e.kind === 'property' && isSimple(e.object));
}

/**
 * Beside its aggregates an expression may use constants and grouping keys that are variables or
 * properties of variables; anything else has no one value for a group
 * (AmbiguousAggregationExpression, as openCypher M22 defines it).
 */
export function checkGrouped(expression: Expression, keys: readonly Expression[]): void {
  const simple = new Set(keys.filter(isSimple).map(fingerprint));
  for (const leaf of ungrouped(expression, simple, new Set())) {
    const message = `${leaf.name} is neither aggregated nor a grouping key of its own.`;
    throw syntaxError('AmbiguousAggregationExpression', message, leaf.at);
  }
}

/** Variables used outside aggregates and not as part of a simple key. */
function* ungrouped(
  e: Expression,
  simple: ReadonlySet<string>,
  local: ReadonlySet<string>,
): Iterable<ExpressionOf<'variable'>> {
  if (e.kind === 'call' && isAggregate(e.name)) return;
  if (isSimple(e) && simple.has(fingerprint(e))) return;
  if (e.kind === 'variable' && !local.has(e.name)) yield e;
  const inner = new Set([...local, ...bound(e)]);
  for (const child of children(e)) yield* ungrouped(child, simple, inner);
}

function bound(e: Expression): readonly string[] {
  if (e.kind === 'listComprehension' || e.kind === 'quantifier') return [e.variable];
  if (e.kind === 'reduce') return [e.accumulator, e.variable];
  return e.kind === 'patternComprehension' ? [...mentionedNames(e)] : [];
}

/**
 * An ORDER BY item after aggregation or DISTINCT sees the columns and, by repeating them, the
 * expressions of the projection; `columns` are the names, `items` those expressions.
 */
export function checkSortItem(
  expression: Expression,
  columns: ReadonlySet<string>,
  items: readonly Expression[],
): void {
  const aggregated = hasAggregate(expression);
  const usable = aggregated ? items.filter(isSimple) : items;
  const known = new Set(usable.map(fingerprint));
  const keys = items.filter((item) => !hasAggregate(item));
  const keyNames = new Set(keys.flatMap((key) => [...mentionedNames(key)]));
  for (const leaf of unknownLeaves(expression, known, columns)) {
    if (!aggregated || !keyNames.has(leaf.name)) throw undefinedVariable(leaf.name, leaf.at);
    const message = `${leaf.name} is part of a grouping key that is not repeated as a whole.`;
    throw syntaxError('AmbiguousAggregationExpression', message, leaf.at);
  }
}

function* unknownLeaves(
  e: Expression,
  known: ReadonlySet<string>,
  columns: ReadonlySet<string>,
): Iterable<ExpressionOf<'variable'>> {
  if (known.has(fingerprint(e)) || (e.kind === 'call' && isAggregate(e.name))) return;
  if (e.kind === 'variable' && !columns.has(e.name)) yield e;
  const inner = new Set([...columns, ...bound(e)]);
  for (const child of children(e)) yield* unknownLeaves(child, known, inner);
}
