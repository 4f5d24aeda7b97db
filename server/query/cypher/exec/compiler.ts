import type { ProcedureRegistry } from '../procedures.ts';
import type { PropertyGraph } from '../graph.ts';
import type { Expression, PathPattern, Query } from '../syntax/ast.ts';
import type { Bindings, Frame, Plan } from './operator.ts';

/** A plan for a pattern, and the variables with those the pattern binds. */
export interface PatternPlan {
  readonly plan: Plan;
  readonly bindings: Bindings;
}

/** What compiling an expression may need of its surroundings. */
export interface Compiler {
  readonly frame: Frame;
  readonly bindings: Bindings;
  /** The graph planned for: counts and indexes steer the plan, nothing is read before the run. */
  readonly graph: PropertyGraph;
  readonly procedures: ProcedureRegistry;
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
