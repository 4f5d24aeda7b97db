import { syntaxError } from '../errors.ts';
import type { Expression, Projection, ProjectionItem } from '../syntax/ast.ts';
import { mentionedNames } from '../syntax/walk.ts';
import { checkGrouped, checkSortItem, hasAggregate } from './aggregation.ts';
import type { Setting } from './expressions.ts';
import { check, checkPredicate } from './expressions.ts';
import type { Scope } from './scope.ts';
import { emptyScope, extend } from './scope.ts';
import type { StaticType } from './types.ts';

/** The name of a projected column. */
export function columnName(item: ProjectionItem): string {
  if (item.alias !== null) return item.alias;
  return item.expression.kind === 'variable' ? item.expression.name : item.text;
}

/** Checks WITH or RETURN and gives the scope after it. */
export function checkProjection(clause: Projection, setting: Setting): Scope {
  const { scope } = setting;
  if (clause.star && scope.size === 0 && clause.kind === 'return') {
    throw syntaxError('NoVariablesInScope', 'RETURN * finds no variable to return.', clause.at);
  }
  const columns = projectedColumns(clause, setting);
  const grouped = clause.items.some(({ expression }) => hasAggregate(expression));
  if (grouped) checkGrouping(clause, scope);
  const output = extend(emptyScope, columns);
  checkOrder(clause, setting, output, grouped);
  checkBound(clause.skip, 'SKIP', setting);
  checkBound(clause.limit, 'LIMIT', setting);
  checkAliases(clause);
  const visible = grouped || clause.distinct ? output : extend(scope, output);
  if (clause.where) {
    checkPredicate(clause.where, {
      ...setting,
      scope: visible,
      aggregates: false,
      patterns: true,
    });
  }
  return output;
}

function projectedColumns(clause: Projection, setting: Setting): Map<string, StaticType> {
  const columns = new Map<string, StaticType>(clause.star ? setting.scope : []);
  for (const item of clause.items) {
    const type = check(item.expression, { ...setting, aggregates: true, patterns: false });
    const name = columnName(item);
    if (columns.has(name)) {
      throw syntaxError('ColumnNameConflict', `Two columns are called ${name}.`, item.at);
    }
    columns.set(name, type);
  }
  return columns;
}

/** The expressions a projection groups by or shows: its items and, with *, every variable. */
function projectedExpressions(clause: Projection, scope: Iterable<string>): Expression[] {
  const starred = clause.star ? [...scope] : [];
  return [
    ...starred.map((name): Expression => ({ kind: 'variable', at: clause.at, name })),
    ...clause.items.map(({ expression }) => expression),
  ];
}

function checkGrouping(clause: Projection, scope: Scope): void {
  const expressions = projectedExpressions(clause, scope.keys());
  const keys = expressions.filter((expression) => !hasAggregate(expression));
  for (const expression of expressions.filter(hasAggregate)) checkGrouped(expression, keys);
}

function checkOrder(clause: Projection, setting: Setting, output: Scope, grouped: boolean): void {
  const scope = extend(setting.scope, output);
  const items = projectedExpressions(clause, setting.scope.keys());
  for (const { expression } of clause.orderBy) {
    if (!grouped && hasAggregate(expression)) {
      const message = 'ORDER BY can aggregate only where the projection does.';
      throw syntaxError('InvalidAggregation', message, expression.at);
    }
    if (grouped || clause.distinct) checkSortItem(expression, new Set(output.keys()), items);
    check(expression, { ...setting, scope, aggregates: grouped, patterns: false });
  }
}

/** SKIP and LIMIT take an INTEGER of at least 0 that depends on no row. */
function checkBound(bound: Expression | null, name: string, setting: Setting): void {
  if (!bound) return;
  if (mentionedNames(bound).size > 0 || hasAggregate(bound)) {
    throw syntaxError('NonConstantExpression', `${name} cannot depend on a row.`, bound.at);
  }
  const type = check(bound, { ...setting, aggregates: false, patterns: false });
  if (bound.kind === 'literal' && typeof bound.value === 'bigint' && bound.value < 0n) {
    throw syntaxError('NegativeIntegerArgument', `${name} cannot be negative.`, bound.at);
  }
  if (!['ANY', 'INTEGER', 'NUMBER'].includes(type.name)) {
    throw syntaxError('InvalidArgumentType', `${name} takes an INTEGER.`, bound.at);
  }
}

function checkAliases(clause: Projection): void {
  if (clause.kind === 'return') return;
  for (const item of clause.items) {
    if (item.alias !== null || item.expression.kind === 'variable') continue;
    throw syntaxError('NoExpressionAlias', `WITH needs AS and a name for ${item.text}.`, item.at);
  }
}
