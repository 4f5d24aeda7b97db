import type { Position } from '../errors.ts';
import { CypherError, syntaxError } from '../errors.ts';
import { findFunction } from '../functions/registry.ts';
import { aggregates, isAggregate } from '../functions/signature.ts';
import type { Expression, ExpressionOf, PathPattern, Query } from '../syntax/ast.ts';
import { children, patternElements, patternVariables, some } from '../syntax/walk.ts';
import type { Scope } from './scope.ts';
import { extend } from './scope.ts';
import type { StaticName, StaticType } from './types.ts';
import { any, common, listOf, mayBe, typed } from './types.ts';

/** What an expression's surroundings allow. */
export interface Setting {
  readonly scope: Scope;
  /** Whether aggregating functions may stand here. */
  readonly aggregates: boolean;
  /** Whether a path pattern may stand here as a truth value: in predicates only. */
  readonly patterns: boolean;
  /** Checks a subquery, given the variables around it. */
  readonly query: (query: Query, scope: Scope) => void;
  /** Checks a pattern that may bind variables, and gives the scope with them. */
  readonly pattern: (pattern: PathPattern, setting: Setting) => Scope;
}

/** Checks an expression and tells what type it has; throws CypherError at compile time. */
export function check(e: Expression, setting: Setting): StaticType {
  switch (e.kind) {
    case 'literal':
      return literalType(e);
    case 'parameter':
      return any;
    case 'variable':
      return variableType(e, setting.scope);
    case 'unary':
      return checkUnary(e, setting);
    case 'binary':
      return checkBinary(e, setting);
    case 'comparison':
    case 'isNull':
      checkAll(children(e), setting);
      return typed('BOOLEAN');
    case 'call':
      return checkCall(e, setting);
    case 'patternPredicate':
      return checkPatternPredicate(e, setting);
    case 'subquery':
      setting.query(e.query, setting.scope);
      return typed(e.form === 'exists' ? 'BOOLEAN' : 'INTEGER');
    default:
      return checkStructure(e, { ...setting, patterns: false });
  }
}

type Structure = ExpressionOf<
  | 'property'
  | 'index'
  | 'slice'
  | 'list'
  | 'map'
  | 'hasLabels'
  | 'case'
  | 'listComprehension'
  | 'quantifier'
  | 'reduce'
  | 'patternComprehension'
>;

function checkStructure(e: Structure, setting: Setting): StaticType {
  switch (e.kind) {
    case 'property':
      return checkProperty(e, setting);
    case 'index':
      return checkIndex(e, setting);
    case 'slice':
      return checkAll(children(e), setting)[0] ?? any;
    case 'list':
      return listOf(common(checkAll(e.items, setting)));
    case 'map':
      checkAll(children(e), setting);
      return typed('MAP');
    case 'hasLabels':
      demand(e.operand, setting, ['NODE', 'RELATIONSHIP'], 'Labels');
      return typed('BOOLEAN');
    case 'case':
      return checkCase(e, setting);
    default:
      return checkBinding(e, setting);
  }
}

function checkAll(expressions: readonly Expression[], setting: Setting): StaticType[] {
  const inner = { ...setting, patterns: false };
  return expressions.map((expression) => check(expression, inner));
}

function literalType({ value }: ExpressionOf<'literal'>): StaticType {
  if (value === null) return typed('NULL');
  if (typeof value === 'boolean') return typed('BOOLEAN');
  if (typeof value === 'bigint') return typed('INTEGER');
  return typed(typeof value === 'number' ? 'FLOAT' : 'STRING');
}

export function undefinedVariable(name: string, at: Position): CypherError {
  return syntaxError('UndefinedVariable', `The variable ${name} is not defined here.`, at);
}

function variableType({ name, at }: ExpressionOf<'variable'>, scope: Scope): StaticType {
  const type = scope.get(name);
  if (type) return type;
  throw undefinedVariable(name, at);
}

function wrongType(type: StaticType, wanted: string, at: Position): CypherError {
  return syntaxError('InvalidArgumentType', `${wanted} cannot be a ${type.name}.`, at);
}

/** Checks an operand and that it might be of one of the types. */
function demand(
  e: Expression,
  setting: Setting,
  names: readonly StaticName[],
  what: string,
): StaticType {
  const type = check(e, setting);
  if (mayBe(type, ...names)) return type;
  throw wrongType(type, what, e.at);
}

/** An operand of WHERE, AND, OR, XOR or NOT. */
export function checkPredicate(e: Expression, setting: Setting): void {
  demand(e, setting, ['BOOLEAN'], 'A predicate');
}

function checkUnary(e: ExpressionOf<'unary'>, setting: Setting): StaticType {
  if (e.operator === 'NOT') {
    checkPredicate(e.operand, setting);
    return typed('BOOLEAN');
  }
  const inner = { ...setting, patterns: false };
  return demand(e.operand, inner, ['NUMBER', 'DURATION'], `The operand of ${e.operator}`);
}

const numberOperators = new Set(['-', '*', '/', '%', '^']);
const temporalNames: readonly StaticName[] = [
  'DATE',
  'TIME',
  'LOCALTIME',
  'DATETIME',
  'LOCALDATETIME',
  'DURATION',
];

function checkBinary(e: ExpressionOf<'binary'>, setting: Setting): StaticType {
  if (e.operator === 'AND' || e.operator === 'OR' || e.operator === 'XOR') {
    checkPredicate(e.left, setting);
    checkPredicate(e.right, setting);
    return typed('BOOLEAN');
  }
  const inner = { ...setting, patterns: false };
  if (numberOperators.has(e.operator)) return checkArithmetic(e, inner);
  if (e.operator === '+') return sumType(check(e.left, inner), check(e.right, inner));
  check(e.left, inner);
  if (e.operator === 'IN') demand(e.right, inner, ['LIST'], 'The right side of IN');
  else check(e.right, inner);
  return typed('BOOLEAN');
}

function checkArithmetic(e: ExpressionOf<'binary'>, setting: Setting): StaticType {
  const names: readonly StaticName[] = ['NUMBER', ...temporalNames];
  const left = demand(e.left, setting, names, `The left side of ${e.operator}`);
  const right = demand(e.right, setting, names, `The right side of ${e.operator}`);
  if (e.operator === '^') return typed('FLOAT');
  return left.name === 'INTEGER' && right.name === 'INTEGER' ? typed('INTEGER') : any;
}

function sumType(left: StaticType, right: StaticType): StaticType {
  if (left.name === 'LIST' || right.name === 'LIST') return listOf(any);
  if (left.name === right.name && ['INTEGER', 'FLOAT', 'STRING'].includes(left.name)) return left;
  return any;
}

function checkProperty(e: ExpressionOf<'property'>, setting: Setting): StaticType {
  const type = check(e.object, setting);
  if (mayBe(type, 'NODE', 'RELATIONSHIP', 'MAP', ...temporalNames)) return any;
  if (type.name === 'PATH') throw wrongType(type, 'What has properties', e.at);
  const message = `A ${type.name} has no properties.`;
  throw new CypherError('TypeError', 'compile time', 'InvalidArgumentType', message, e.at);
}

function checkIndex(e: ExpressionOf<'index'>, setting: Setting): StaticType {
  const type = check(e.object, setting);
  check(e.index, setting);
  return type.element ?? any;
}

function checkCase(e: ExpressionOf<'case'>, setting: Setting): StaticType {
  const predicates = { ...setting, patterns: e.subject === null };
  if (e.subject) check(e.subject, setting);
  for (const { when } of e.branches) check(when, predicates);
  const results = e.branches.map(({ then }) => check(then, setting));
  if (e.otherwise) results.push(check(e.otherwise, setting));
  return common(results);
}

type Binding = ExpressionOf<'listComprehension' | 'quantifier' | 'reduce' | 'patternComprehension'>;

function checkBinding(e: Binding, setting: Setting): StaticType {
  if (e.kind === 'patternComprehension') return checkPatternComprehension(e, setting);
  if (e.kind === 'reduce') return checkReduce(e, setting);
  const list = demand(e.list, setting, ['LIST'], 'What is gone through');
  const inner = within(setting, [[e.variable, list.element ?? any]]);
  if (e.where) checkPredicate(e.where, { ...inner, patterns: true });
  if (e.kind === 'quantifier') return typed('BOOLEAN');
  return listOf(e.projection ? check(e.projection, inner) : (list.element ?? any));
}

/** Inside a comprehension there are more variables and no aggregates. */
function within(setting: Setting, entries: Iterable<readonly [string, StaticType]>): Setting {
  return { ...setting, scope: extend(setting.scope, entries), aggregates: false };
}

function checkReduce(e: ExpressionOf<'reduce'>, setting: Setting): StaticType {
  check(e.initial, setting);
  const list = demand(e.list, setting, ['LIST'], 'What is gone through');
  const entries = [
    [e.accumulator, any],
    [e.variable, list.element ?? any],
  ] as const;
  check(e.body, within(setting, entries));
  return any;
}

function checkPatternComprehension(
  e: ExpressionOf<'patternComprehension'>,
  setting: Setting,
): StaticType {
  const scope = setting.pattern(e.pattern, { ...setting, aggregates: false });
  const inner = { ...setting, scope, aggregates: false };
  if (e.where) checkPredicate(e.where, { ...inner, patterns: true });
  return listOf(check(e.projection, inner));
}

/** A pattern used as a truth value binds nothing: every variable in it must be known. */
function checkPatternPredicate(e: ExpressionOf<'patternPredicate'>, setting: Setting): StaticType {
  if (e.pattern.shortest) return checkShortest(e, setting);
  if (!setting.patterns) {
    const message = 'A pattern can be a predicate in WHERE only; use a pattern comprehension.';
    throw syntaxError('UnexpectedSyntax', message, e.at);
  }
  demandKnown(e.pattern, setting);
  setting.pattern(e.pattern, setting);
  return typed('BOOLEAN');
}

function demandKnown(pattern: PathPattern, { scope }: Setting): void {
  for (const { variable, at } of patternElements(pattern)) {
    if (variable !== null && !scope.has(variable)) throw undefinedVariable(variable, at);
  }
}

function checkShortest(e: ExpressionOf<'patternPredicate'>, setting: Setting): StaticType {
  const known = patternVariables(e.pattern).filter((name) => !setting.scope.has(name));
  const [unknown] = known.filter((name) => e.pattern.nodes.some((node) => node.variable === name));
  if (unknown !== undefined) throw undefinedVariable(unknown, e.at);
  setting.pattern(e.pattern, setting);
  return e.pattern.shortest === 'one' ? typed('PATH') : listOf(typed('PATH'));
}

function checkCall(e: ExpressionOf<'call'>, setting: Setting): StaticType {
  if (isAggregate(e.name)) return checkAggregate(e, setting);
  const found = findFunction(e.name);
  if (!found) throw syntaxError('UnknownFunction', `There is no function ${e.name}().`, e.at);
  const args = e.args ?? [];
  checkArity(e, found.arity);
  const inner = { ...setting, patterns: false };
  args.forEach((arg, i) => {
    demand(arg, inner, found.accepts[i] ?? ['ANY', ...allNames], `An argument of ${e.name}()`);
  });
  return typed(found.returns);
}

const allNames: readonly StaticName[] = [
  ...temporalNames,
  'BOOLEAN',
  'INTEGER',
  'FLOAT',
  'NUMBER',
  'STRING',
  'LIST',
  'MAP',
  'NODE',
  'RELATIONSHIP',
  'PATH',
];

function checkArity(e: ExpressionOf<'call'>, [fewest, most]: readonly [number, number]): void {
  const count = e.args?.length ?? 0;
  if (count >= fewest && count <= most) return;
  const message = `${e.name}() does not take ${count} arguments.`;
  throw syntaxError('InvalidNumberOfArguments', message, e.at);
}

function checkAggregate(e: ExpressionOf<'call'>, setting: Setting): StaticType {
  if (!setting.aggregates) {
    const message = `${e.name}() aggregates, which only WITH and RETURN can do.`;
    throw syntaxError('InvalidAggregation', message, e.at);
  }
  if (e.args === null) return typed('INTEGER');
  const count = aggregates.get(e.name.toLowerCase()) ?? 1;
  checkArity(e, [count, count]);
  checkInsideAggregate(e);
  const inner = { ...setting, aggregates: false, patterns: false };
  const [first = any] = e.args.map((arg) => check(arg, inner));
  return aggregateType(e.name.toLowerCase(), first);
}

function checkInsideAggregate(e: ExpressionOf<'call'>): void {
  for (const arg of e.args ?? []) {
    if (some(arg, (inner) => inner.kind === 'call' && isAggregate(inner.name))) {
      throw syntaxError('NestedAggregation', 'An aggregate cannot hold another.', arg.at);
    }
    if (some(arg, isRandom)) {
      throw syntaxError('NonConstantExpression', 'rand() cannot be aggregated.', arg.at);
    }
  }
}

function isRandom(e: Expression): boolean {
  return e.kind === 'call' && findFunction(e.name)?.deterministic === false;
}

function aggregateType(name: string, argument: StaticType): StaticType {
  if (name === 'count') return typed('INTEGER');
  if (name === 'collect') return listOf(argument);
  return any;
}
