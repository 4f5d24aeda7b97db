import type { ProcedureRegistry } from '../procedures.ts';
import type { PatternCell, PatternRequest, PropertyGraph } from '../graph.ts';
import type { Expression, PathPattern, Query } from '../syntax/ast.ts';
import type { Value } from '../value.ts';
import type { Bindings, Frame, Operator, Plan } from './operator.ts';

/** A plan for a pattern, and the variables with those the pattern binds. */
export interface PatternPlan {
  readonly plan: Plan;
  readonly bindings: Bindings;
  /** Set where the whole plan is one request to the graph, which may then count as well. */
  readonly pushed?: PushedPattern | null;
}

/** A pattern that the graph answers in one request. */
export interface PushedPattern {
  readonly request: PatternRequest;
  /** The pattern as EXPLAIN shows it. */
  readonly details: string;
  /** A variable of the pattern, or a property of one; null for anything else. */
  readonly cellOf: (e: Expression) => PatternCell | null;
  /** Fetches only the first matches in an order; null where the graph cannot. */
  readonly top: (order: PatternRequest['order'], limit: number) => Operator | null;
  /** Fetches cells only, into slots; with `limit`, the first matches in the order. */
  readonly read: (columns: PushedColumns) => Operator | null;
}

export interface PushedColumns {
  readonly cells: readonly PatternCell[];
  readonly slots: readonly number[];
  readonly order: PatternRequest['order'];
  readonly limit: number | null;
  /** The columns as EXPLAIN shows them. */
  readonly details: string;
}

/** What compiling an expression may need of its surroundings. */
export interface Compiler {
  readonly frame: Frame;
  readonly bindings: Bindings;
  /** The graph planned for: counts and indexes steer the plan, nothing is read before the run. */
  readonly graph: PropertyGraph;
  readonly procedures: ProcedureRegistry;
  readonly parameters: ReadonlyMap<string, Value>;
  /** Properties the query names of each variable: what a pattern may as well read along. */
  readonly mentioned: ReadonlyMap<string, ReadonlySet<string>>;
  readonly planPattern: (
    pattern: PathPattern,
    where: Expression | null,
    compiler: Compiler,
  ) => PatternPlan;
  readonly planQuery: (query: Query, compiler: Compiler) => Plan;
}

export function bind(compiler: Compiler, entries: Iterable<readonly [string, number]>): Compiler {
  return { ...compiler, bindings: new Map([...compiler.bindings, ...entries]) };
}
