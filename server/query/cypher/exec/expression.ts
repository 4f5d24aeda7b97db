import { CypherError } from '../errors.ts';
import { findFunction } from '../functions/registry.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import type { Value } from '../value.ts';
import { elementOf, propertyOf, sliceOf } from '../values/access.ts';
import { add, divide, multiply, negate, power, remainder, subtract } from '../values/arithmetic.ts';
import { equals } from '../values/equality.ts';
import { compileBinding } from './comprehension.ts';
import type { Compiler } from './compiler.ts';
import { comparison, contains, hasLabels, matchText, not, truth } from './logic.ts';
import type { Truth } from './logic.ts';
import type { Evaluate } from './operator.ts';
import { matchesPattern } from './regex.ts';

/** Turns an expression into a closure once; errors of values get the expression's position. */
export function compile(e: Expression, compiler: Compiler): Evaluate {
  switch (e.kind) {
    case 'literal':
      return () => e.value;
    case 'parameter':
      return compileParameter(e);
    case 'variable':
      return compileVariable(e, compiler);
    case 'property':
      return placed(e, compileProperty(e, compiler));
    case 'comparison':
      return compileComparison(e, compiler);
    case 'binary':
      return placed(e, compileBinary(e, compiler));
    case 'call':
      return placed(e, compileCall(e, compiler));
    default:
      return placed(e, compileOther(e, compiler));
  }
}

/** A condition of WHERE: TypeError at its place where the value is no truth value. */
export function compilePredicate(e: Expression, compiler: Compiler): Evaluate {
  const evaluate = compile(e, compiler);
  return placed(e, (row, context) => truth(evaluate(row, context)));
}

/** Adds the position to an error that has none. */
function placed(e: Expression, evaluate: Evaluate): Evaluate {
  return (row, context) => {
    try {
      return evaluate(row, context);
    } catch (error) {
      throw error instanceof CypherError ? error.at(e.at) : error;
    }
  };
}

function compileParameter({ name, at }: ExpressionOf<'parameter'>): Evaluate {
  return (_row, { parameters }) => {
    const value = parameters.get(name);
    if (value !== undefined) return value;
    const message = `The parameter $${name} was not given.`;
    throw new CypherError('ParameterMissing', 'runtime', 'MissingParameter', message, at);
  };
}

function compileVariable({ name }: ExpressionOf<'variable'>, { bindings }: Compiler): Evaluate {
  const slot = bindings.get(name);
  if (slot === undefined) throw new Error(`The variable ${name} has no slot.`);
  return (row) => row[slot] ?? null;
}

function compileProperty(e: ExpressionOf<'property'>, compiler: Compiler): Evaluate {
  const object = compile(e.object, compiler);
  const { name } = e;
  return (row, context) => propertyOf(object(row, context), name);
}

function compileComparison(e: ExpressionOf<'comparison'>, compiler: Compiler): Evaluate {
  const operands = e.operands.map((operand) => compile(operand, compiler));
  const [left, right] = operands;
  const [operator] = e.operators;
  if (left && right && operator && operands.length === 2) {
    return (row, context) => comparison(operator, left(row, context), right(row, context));
  }
  return (row, context) => {
    const values = operands.map((operand) => operand(row, context));
    return all(
      e.operators.map((op, i) => comparison(op, values[i] ?? null, values[i + 1] ?? null)),
    );
  };
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

type Arithmetic = (a: Value, b: Value) => Value;

const operations: ReadonlyMap<string, Arithmetic> = new Map<string, Arithmetic>([
  ['+', add],
  ['-', subtract],
  ['*', multiply],
  ['/', divide],
  ['%', remainder],
  ['^', power],
  ['IN', contains],
  ['STARTS WITH', (a, b) => matchText('STARTS WITH', a, b)],
  ['ENDS WITH', (a, b) => matchText('ENDS WITH', a, b)],
  ['CONTAINS', (a, b) => matchText('CONTAINS', a, b)],
  ['=~', (a, b) => (typeof a === 'string' && typeof b === 'string' ? matchesPattern(a, b) : null)],
]);

function compileBinary(e: ExpressionOf<'binary'>, compiler: Compiler): Evaluate {
  const left = compile(e.left, compiler);
  const right = compile(e.right, compiler);
  if (e.operator === 'AND') return compileJunction(left, right, false);
  if (e.operator === 'OR') return compileJunction(left, right, true);
  if (e.operator === 'XOR') return compileXor(left, right);
  const operation = operations.get(e.operator) as Arithmetic;
  return (row, context) => operation(left(row, context), right(row, context));
}

/** AND, which false decides, or OR, which true decides: the right side is then not looked at. */
function compileJunction(left: Evaluate, right: Evaluate, decisive: boolean): Evaluate {
  return (row, context) => {
    const a = truth(left(row, context));
    if (a === decisive) return decisive;
    const b = truth(right(row, context));
    if (b === decisive) return decisive;
    return a === null || b === null ? null : !decisive;
  };
}

function compileXor(left: Evaluate, right: Evaluate): Evaluate {
  return (row, context) => {
    const a = truth(left(row, context));
    const b = truth(right(row, context));
    return a === null || b === null ? null : a !== b;
  };
}

function compileCall(e: ExpressionOf<'call'>, compiler: Compiler): Evaluate {
  const found = findFunction(e.name);
  if (!found) throw new Error(`No function ${e.name}.`);
  const { apply } = found;
  const args = (e.args ?? []).map((arg) => compile(arg, compiler));
  const [only] = args;
  if (only && args.length === 1) return (row, context) => apply([only(row, context)], context);
  return (row, context) =>
    apply(
      args.map((arg) => arg(row, context)),
      context,
    );
}

type Other = Exclude<
  Expression,
  ExpressionOf<'literal' | 'parameter' | 'variable' | 'property' | 'comparison' | 'binary' | 'call'>
>;

function compileOther(e: Other, compiler: Compiler): Evaluate {
  switch (e.kind) {
    case 'unary':
      return compileUnary(e, compiler);
    case 'isNull': {
      const operand = compile(e.operand, compiler);
      return (row, context) => (operand(row, context) === null) !== e.negated;
    }
    case 'hasLabels': {
      const operand = compile(e.operand, compiler);
      return (row, context) => hasLabels(operand(row, context), e.labels);
    }
    case 'list': {
      const items = e.items.map((item) => compile(item, compiler));
      return (row, context) => items.map((item) => item(row, context));
    }
    case 'map':
      return compileMap(e, compiler);
    case 'index': {
      const object = compile(e.object, compiler);
      const index = compile(e.index, compiler);
      return (row, context) => elementOf(object(row, context), index(row, context));
    }
    case 'slice':
      return compileSlice(e, compiler);
    case 'case':
      return compileCase(e, compiler);
    default:
      return compileBinding(e, compiler, compile);
  }
}

function compileUnary(e: ExpressionOf<'unary'>, compiler: Compiler): Evaluate {
  const operand = compile(e.operand, compiler);
  if (e.operator === 'NOT') return (row, context) => not(truth(operand(row, context)));
  if (e.operator === '-') return (row, context) => negate(operand(row, context));
  return operand;
}

function compileMap(e: ExpressionOf<'map'>, compiler: Compiler): Evaluate {
  const entries = e.entries.map(({ key, value }) => [key, compile(value, compiler)] as const);
  return (row, context) => new Map(entries.map(([key, value]) => [key, value(row, context)]));
}

function compileSlice(e: ExpressionOf<'slice'>, compiler: Compiler): Evaluate {
  const object = compile(e.object, compiler);
  const from = e.from && compile(e.from, compiler);
  const to = e.to && compile(e.to, compiler);
  return (row, context) => sliceOf(object(row, context), from?.(row, context), to?.(row, context));
}

function compileCase(e: ExpressionOf<'case'>, compiler: Compiler): Evaluate {
  const subject = e.subject && compile(e.subject, compiler);
  const otherwise = e.otherwise && compile(e.otherwise, compiler);
  const branches = e.branches.map(({ when, then }) => ({
    when: compile(when, compiler),
    then: compile(then, compiler),
  }));
  return (row, context) => {
    const value = subject ? subject(row, context) : null;
    for (const { when, then } of branches) {
      const tested = when(row, context);
      const taken = subject ? equals(value, tested) === true : truth(tested) === true;
      if (taken) return then(row, context);
    }
    return otherwise ? otherwise(row, context) : null;
  };
}
