import { typeError } from '../errors.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import type { Value, ValueList } from '../value.ts';
import { describe, isList } from '../value.ts';
import type { Compiler } from './compiler.ts';
import { bind } from './compiler.ts';
import type { Truth } from './logic.ts';
import { truth } from './logic.ts';
import type { Context, Evaluate, Plan, Row } from './operator.ts';
import { runPlan } from './operator.ts';
import { compileShortest } from './shortest.ts';

type Compile = (e: Expression, compiler: Compiler) => Evaluate;

export type Binding = ExpressionOf<
  | 'listComprehension'
  | 'quantifier'
  | 'reduce'
  | 'patternComprehension'
  | 'patternPredicate'
  | 'subquery'
>;

/** Expressions that bind variables of their own: comprehensions, quantifiers, subqueries. */
export function compileBinding(e: Binding, compiler: Compiler, compile: Compile): Evaluate {
  switch (e.kind) {
    case 'listComprehension':
      return compileListComprehension(e, compiler, compile);
    case 'quantifier':
      return compileQuantifier(e, compiler, compile);
    case 'reduce':
      return compileReduce(e, compiler, compile);
    case 'patternComprehension':
      return compilePatternComprehension(e, compiler, compile);
    case 'patternPredicate': {
      if (e.pattern.shortest) return compileShortest(e.pattern, compiler, compile);
      const { plan } = compiler.planPattern(e.pattern, null, compiler);
      return (row, context) => finds(plan, row, context);
    }
    case 'subquery': {
      const plan = compiler.planQuery(e.query, compiler);
      if (e.form === 'exists') return (row, context) => finds(plan, row, context);
      return (row, context) => BigInt(count(runPlan(plan, [row], context)));
    }
  }
}

function finds(plan: Plan, row: Row, context: Context): boolean {
  for (const _ of runPlan(plan, [row], context)) return true;
  return false;
}

function count(rows: Iterable<Row>): number {
  let total = 0;
  for (const _ of rows) total += 1;
  return total;
}

function listOrNull(value: Value): ValueList | null {
  if (value === null || isList(value)) return value;
  throw typeError('InvalidArgumentType', `${describe(value)} is not a list to go through.`);
}

/** Reads the list outside the variable's scope, the rest inside it. */
function compileLoop(
  e: ExpressionOf<'listComprehension' | 'quantifier'>,
  compiler: Compiler,
  compile: Compile,
) {
  const list = compile(e.list, compiler);
  const slot = compiler.frame.slot();
  const inner = bind(compiler, [[e.variable, slot]]);
  return { list, slot, inner, where: e.where && compile(e.where, inner) };
}

function compileListComprehension(
  e: ExpressionOf<'listComprehension'>,
  compiler: Compiler,
  compile: Compile,
): Evaluate {
  const { list, slot, inner, where } = compileLoop(e, compiler, compile);
  const projection = e.projection && compile(e.projection, inner);
  return (row, context) => {
    const items = listOrNull(list(row, context));
    if (!items) return null;
    const result: Value[] = [];
    const local = row.slice();
    for (const item of items) {
      local[slot] = item;
      if (where && truth(where(local, context)) !== true) continue;
      result.push(projection ? projection(local, context) : item);
    }
    return result;
  };
}

function compileQuantifier(
  e: ExpressionOf<'quantifier'>,
  compiler: Compiler,
  compile: Compile,
): Evaluate {
  const { list, slot, where } = compileLoop(e, compiler, compile);
  return (row, context) => {
    const items = listOrNull(list(row, context));
    if (!items) return null;
    const local = row.slice();
    const truths = items.map((item) => {
      local[slot] = item;
      return where ? truth(where(local, context)) : truth(item);
    });
    return quantify(e.quantifier, truths);
  };
}

/** Three-valued: an unknown item leaves the answer unknown unless the others decide it. */
function quantify(name: 'all' | 'any' | 'none' | 'single', truths: readonly Truth[]): Truth {
  const decided = (decisive: boolean, answer: boolean): Truth =>
    truths.includes(decisive) ? answer : truths.includes(null) ? null : !answer;
  switch (name) {
    case 'all':
      return decided(false, false);
    case 'any':
      return decided(true, true);
    case 'none':
      return decided(true, false);
    case 'single': {
      const found = truths.filter((item) => item === true).length;
      return found > 1 ? false : truths.includes(null) ? null : found === 1;
    }
  }
}

function compileReduce(e: ExpressionOf<'reduce'>, compiler: Compiler, compile: Compile): Evaluate {
  const initial = compile(e.initial, compiler);
  const list = compile(e.list, compiler);
  const [accumulator, slot] = [compiler.frame.slot(), compiler.frame.slot()];
  const inner = bind(compiler, [
    [e.accumulator, accumulator],
    [e.variable, slot],
  ]);
  const body = compile(e.body, inner);
  return (row, context) => {
    const items = listOrNull(list(row, context));
    if (!items) return null;
    const local = row.slice();
    local[accumulator] = initial(row, context);
    for (const item of items) {
      local[slot] = item;
      local[accumulator] = body(local, context);
    }
    return local[accumulator] ?? null;
  };
}

function compilePatternComprehension(
  e: ExpressionOf<'patternComprehension'>,
  compiler: Compiler,
  compile: Compile,
): Evaluate {
  const { plan, bindings } = compiler.planPattern(e.pattern, e.where, compiler);
  const projection = compile(e.projection, { ...compiler, bindings });
  return (row, context) => {
    const result: Value[] = [];
    for (const found of runPlan(plan, [row], context)) result.push(projection(found, context));
    return result;
  };
}
