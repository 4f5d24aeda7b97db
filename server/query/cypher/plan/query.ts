import type { Compiler, PatternPlan, PushedPattern } from '../exec/compiler.ts';
import { bind } from '../exec/compiler.ts';
import { compile, compilePredicate } from '../exec/expression.ts';
import { optional } from '../exec/optional.ts';
import type { Bindings, Context, Operator, Plan } from '../exec/operator.ts';
import { Frame } from '../exec/operator.ts';
import { callProcedure, distinct, filter, union, unwind } from '../exec/rows.ts';
import type { PropertyGraph } from '../graph.ts';
import type { ProcedureRegistry } from '../procedures.ts';
import { findProcedure, yieldItems } from '../semantics/calls.ts';
import type { Clause, ClauseOf, Expression, Query, SingleQuery } from '../syntax/ast.ts';
import { mentionedProperties } from '../syntax/walk.ts';
import type { Value } from '../value.ts';
import { describeExpression } from './describe.ts';
import { planMatch } from './match.ts';
import { planProjection } from './projection.ts';

export interface QueryPlan {
  readonly plan: Plan;
  readonly frame: Frame;
  readonly columns: readonly string[];
  /** Where each column stands in a row of the plan. */
  readonly slots: readonly number[];
  /** The columns themselves, where one operator gives them and nothing else is to be done. */
  readonly alone: ((context: Context) => Iterable<readonly Value[]>) | null;
}

interface PartPlan {
  readonly plan: Plan;
  readonly columns: Bindings;
}

/** Plans a checked query against a graph. */
export function planQuery(
  query: Query,
  graph: PropertyGraph,
  procedures: ProcedureRegistry,
  parameters: ReadonlyMap<string, Value>,
): QueryPlan {
  const frame = new Frame();
  const compiler: Compiler = {
    frame,
    bindings: new Map(),
    graph,
    procedures,
    parameters,
    mentioned: mentionedProperties(query),
    planPattern: (pattern, where, inner) => planMatch([pattern], where, inner),
    planQuery: (inner, surroundings) => planUnion(inner, surroundings).plan,
  };
  const { plan, columns } = planUnion(query, compiler);
  const slots = [...columns.values()];
  return { plan, frame, columns: [...columns.keys()], slots, alone: aloneIn(plan, slots) };
}

function aloneIn(plan: Plan, slots: readonly number[]): QueryPlan['alone'] {
  const alone = plan.length === 1 ? plan[0]?.alone : undefined;
  if (!alone) return null;
  const same = alone.slots.length === slots.length && slots.every((s, i) => s === alone.slots[i]);
  return same ? alone.rows : null;
}

function planUnion(query: Query, compiler: Compiler): PartPlan {
  const parts = query.parts.map((part) => planSingle(part, compiler));
  const [first] = parts;
  if (!first) throw new Error('A query has at least one part.');
  if (parts.length === 1) return first;
  const columns = new Map([...first.columns.keys()].map((name) => [name, compiler.frame.slot()]));
  const names = [...columns.keys()];
  const joined = union(
    parts.map(({ plan, columns: own }) => ({
      plan,
      start: (row) => row,
      columns: names.map((name) => own.get(name) ?? -1),
    })),
    [...columns.values()],
  );
  const all = query.unions[0]?.all === true;
  return { plan: all ? [joined] : [joined, distinct('', [...columns.values()])], columns };
}

function planSingle(single: SingleQuery, outer: Compiler): PartPlan {
  let operators: Operator[] = [];
  let compiler = outer;
  let source: PushedPattern | null = null;
  const standalone = single.clauses.length === 1;
  for (const clause of single.clauses) {
    const step = planClause(clause, compiler, standalone, source);
    if (step.replaces) operators = [];
    source = operators.length === 0 ? (step.pushed ?? null) : null;
    operators.push(...step.plan);
    compiler = { ...compiler, bindings: step.bindings };
  }
  const last = single.clauses.at(-1);
  const answers = last?.kind === 'return' || (last?.kind === 'call' && standalone);
  return { plan: operators, columns: answers ? compiler.bindings : new Map() };
}

interface ClausePlan extends PatternPlan {
  /** Whether the plan stands for that of the clause before as well. */
  readonly replaces?: boolean;
}

function planClause(
  clause: Clause,
  compiler: Compiler,
  standalone: boolean,
  source: PushedPattern | null,
): ClausePlan {
  switch (clause.kind) {
    case 'match':
      return planMatchClause(clause, compiler);
    case 'unwind':
      return planUnwind(clause, compiler);
    case 'call':
      return planCall(clause, compiler, standalone);
    default: {
      const { operators, bindings, replaces } = planProjection(clause, compiler, source);
      return { plan: operators, bindings, replaces };
    }
  }
}

function planMatchClause(clause: ClauseOf<'match'>, compiler: Compiler): PatternPlan {
  const matched = planMatch(clause.patterns, clause.where, compiler);
  if (!clause.optional) return matched;
  const added = [...matched.bindings].filter(([name]) => !compiler.bindings.has(name));
  const slots = added.map(([, slot]) => slot);
  return {
    plan: [optional(matched.plan, compiler.frame.slot(), slots)],
    bindings: matched.bindings,
  };
}

function planUnwind(clause: ClauseOf<'unwind'>, compiler: Compiler): PatternPlan {
  const slot = compiler.frame.slot();
  const details = `${describeExpression(clause.list)} AS ${clause.variable}`;
  return {
    plan: [unwind(details, slot, compile(clause.list, compiler))],
    bindings: bind(compiler, [[clause.variable, slot]]).bindings,
  };
}

function planCall(clause: ClauseOf<'call'>, compiler: Compiler, standalone: boolean): PatternPlan {
  const procedure = findProcedure(clause, compiler.procedures);
  const implicit = procedure.inputs.map(({ name }): Expression => {
    return { kind: 'parameter', at: clause.at, name };
  });
  const args = (clause.args ?? implicit).map((arg) => compile(arg, compiler));
  const items = clause.yields === null && !standalone ? [] : yieldItems(clause, procedure);
  const yields = items.map(({ column, variable }) => ({
    output: procedure.outputs.findIndex(({ name }) => name === column),
    slot: compiler.frame.slot(),
    variable,
  }));
  const inner = bind(
    compiler,
    yields.map(({ variable, slot }) => [variable, slot]),
  );
  const called = callProcedure({ procedure, args, yields, standalone });
  if (!clause.where) return { plan: [called], bindings: inner.bindings };
  const where = filter(describeExpression(clause.where), compilePredicate(clause.where, inner));
  return { plan: [called, where], bindings: inner.bindings };
}
