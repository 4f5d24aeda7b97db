import { syntaxError } from '../errors.ts';
import type { ProcedureRegistry } from '../procedures.ts';
import type { Clause, ClauseOf, Query, SingleQuery, Statement } from '../syntax/ast.ts';
import { checkCallClause, findProcedure, yieldItems } from './calls.ts';
import type { Setting } from './expressions.ts';
import { check, checkPredicate } from './expressions.ts';
import { checkPatterns } from './patterns.ts';
import { checkProjection, columnName } from './projections.ts';
import type { Scope } from './scope.ts';
import { emptyScope, extend } from './scope.ts';
import { any } from './types.ts';

export interface Surroundings {
  readonly procedures: ProcedureRegistry;
  /** Names of the parameters given. */
  readonly parameters: ReadonlySet<string>;
}

/**
 * Everything that can be refused before running: unknown variables and functions, misplaced
 * aggregates, types that cannot fit. Gives the columns of the answer, in order.
 */
export function checkStatement(statement: Statement, surroundings: Surroundings): string[] {
  return checkQuery(statement.query, emptyScope, surroundings, false);
}

function checkQuery(
  query: Query,
  outer: Scope,
  surroundings: Surroundings,
  nested: boolean,
): string[] {
  const kinds = new Set(query.unions.map(({ all }) => all));
  const [, second] = query.unions;
  if (kinds.size > 1 && second) {
    const message = 'UNION and UNION ALL cannot be mixed in one query.';
    throw syntaxError('InvalidClauseComposition', message, second.at);
  }
  const columns = query.parts.map((part) => checkSingle(part, outer, surroundings, nested));
  const [first = []] = columns;
  columns.slice(1).forEach((others, i) => {
    if (others.length === first.length && others.every((name) => first.includes(name))) return;
    const at = query.unions[i]?.at ?? query.at;
    throw syntaxError('DifferentColumnsInUnion', 'Both sides of UNION need the same columns.', at);
  });
  return first;
}

function checkSingle(
  single: SingleQuery,
  outer: Scope,
  surroundings: Surroundings,
  nested: boolean,
): string[] {
  checkComposition(single, nested);
  const setting: Setting = {
    scope: outer,
    aggregates: false,
    patterns: false,
    query: (query, scope) => void checkQuery(query, scope, surroundings, true),
    pattern: (pattern, inner) => checkPatterns([pattern], inner),
  };
  const standalone = single.clauses.length === 1 && !nested;
  let scope = outer;
  for (const clause of single.clauses) {
    scope = checkClause(clause, { ...setting, scope }, surroundings, standalone);
  }
  return resultColumns(single, scope, surroundings);
}

function checkClause(
  clause: Clause,
  setting: Setting,
  surroundings: Surroundings,
  standalone: boolean,
): Scope {
  switch (clause.kind) {
    case 'match':
      return checkMatch(clause, setting);
    case 'unwind':
      return checkUnwind(clause, setting);
    case 'call':
      return checkCallClause(clause, { ...setting, ...surroundings, standalone });
    default:
      return checkProjection(clause, setting);
  }
}

function checkMatch(clause: ClauseOf<'match'>, setting: Setting): Scope {
  const scope = checkPatterns(clause.patterns, setting);
  if (clause.where) checkPredicate(clause.where, { ...setting, scope, patterns: true });
  return scope;
}

function checkUnwind(clause: ClauseOf<'unwind'>, setting: Setting): Scope {
  const list = check(clause.list, setting);
  if (setting.scope.has(clause.variable)) {
    const message = `The variable ${clause.variable} is already bound.`;
    throw syntaxError('VariableAlreadyBound', message, clause.at);
  }
  return extend(setting.scope, [[clause.variable, list.element ?? any]]);
}

/** RETURN comes last and only last; a whole query may also be one CALL, a subquery one MATCH. */
function checkComposition({ clauses, at }: SingleQuery, nested: boolean): void {
  const early = clauses.slice(0, -1).find(({ kind }) => kind === 'return');
  if (early) {
    throw syntaxError('InvalidClauseComposition', 'RETURN must be the last clause.', early.at);
  }
  const last = clauses.at(-1);
  if (nested || last?.kind === 'return' || last?.kind === 'call') return;
  const message = 'A query ends with RETURN.';
  throw syntaxError('InvalidClauseComposition', message, last?.at ?? at);
}

function resultColumns(single: SingleQuery, scope: Scope, surroundings: Surroundings): string[] {
  const last = single.clauses.at(-1);
  if (last?.kind === 'return') {
    const named = last.items.map(columnName);
    return last.star
      ? [...[...scope.keys()].filter((name) => !named.includes(name)), ...named]
      : named;
  }
  if (last?.kind !== 'call' || single.clauses.length > 1) return [];
  const items = yieldItems(last, findProcedure(last, surroundings.procedures));
  return items.map(({ variable }) => variable);
}
