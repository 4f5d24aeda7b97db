import { CypherError } from './errors.ts';
import type { Context, Operator, Plan } from './exec/operator.ts';
import { runPlan } from './exec/operator.ts';
import type { PropertyGraph } from './graph.ts';
import type { PreparedQuery } from './plan/cache.ts';
import { preparedQuery } from './plan/cache.ts';
import { planQuery } from './plan/query.ts';
import type { ProcedureRegistry } from './procedures.ts';
import { builtInProcedures } from './procedures.ts';
import { checkStatement } from './semantics/check.ts';
import type { Statement } from './syntax/ast.ts';
import { parse } from './syntax/parser.ts';
import { floorMod } from './temporal/calendar.ts';
import { atInstant, utc } from './temporal/construct.ts';
import type { Value } from './value.ts';

export interface QueryOptions {
  readonly parameters?: ReadonlyMap<string, Value>;
  /** Defaults to what every graph offers. */
  readonly procedures?: ProcedureRegistry;
  /** Milliseconds since the epoch, read once at the start; for tests. */
  readonly clock?: () => number;
  readonly random?: () => number;
}

export interface Answer {
  readonly columns: readonly string[];
  /** One array per row, in the order of the columns; lazy, and to be read once. */
  readonly rows: Iterable<readonly Value[]>;
}

/**
 * Parses, checks, plans and runs one query. Rows are computed as they are read: what goes wrong
 * with values is thrown while reading, everything else here. Throws CypherError.
 */
export function runQuery(text: string, graph: PropertyGraph, options: QueryOptions = {}): Answer {
  return guarded(() => {
    const parameters = options.parameters ?? new Map<string, Value>();
    const { procedures } = options;
    const { statement, plan: planned } = procedures
      ? prepare(text, graph, procedures, parameters)
      : preparedQuery(text, graph, parameters, () =>
          prepare(text, graph, builtInProcedures, parameters),
        );
    if (statement.explain) return explained(planned.plan);
    const { plan, frame, columns, slots, alone } = planned;
    const context = newContext(graph, parameters, options);
    if (alone) return { columns, rows: alone(context) };
    return { columns, rows: pick(runPlan(plan, [frame.emptyRow()], context), slots) };
  });
}

/** Everything that is done before the first row. */
function prepare(
  text: string,
  graph: PropertyGraph,
  procedures: ProcedureRegistry,
  parameters: ReadonlyMap<string, Value>,
): PreparedQuery {
  const statement = parse(text);
  checkStatement(statement, { procedures, parameters: new Set(parameters.keys()) });
  if (!statement.explain) checkParameters(statement, parameters);
  return { statement, plan: planQuery(statement.query, graph, procedures, parameters) };
}

function explained(plan: Plan): Answer {
  return { columns: ['plan'], rows: printPlan(plan, 0).map((line) => [line]) };
}

function printPlan(plan: Plan, depth: number): string[] {
  return plan.flatMap((operator: Operator) => [
    `${'  '.repeat(depth)}${operator.name} ${operator.details}`.trimEnd(),
    ...(operator.inner ?? []).flatMap((inner) => printPlan(inner, depth + 1)),
  ]);
}

function* pick(rows: Iterable<Value[]>, slots: readonly number[]): Iterable<readonly Value[]> {
  const iterator = rows[Symbol.iterator]();
  try {
    for (;;) {
      const next = guarded(() => iterator.next());
      if (next.done) return;
      const row = next.value;
      yield slots.map((slot) => row[slot] ?? null);
    }
  } finally {
    iterator.return?.();
  }
}

/** A query too deep for the stack is refused like any other. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'The query or a value nests too deeply; split it with WITH.';
    throw new CypherError('LimitExceeded', 'runtime', 'NestingTooDeep', message);
  }
}

function newContext(
  graph: PropertyGraph,
  parameters: ReadonlyMap<string, Value>,
  { clock = Date.now, random = Math.random }: QueryOptions,
): Context {
  const millis = clock();
  let now: ReturnType<Context['now']> | undefined;
  return { graph, parameters, now: () => (now ??= instant(millis)), random };
}

function instant(millis: number): ReturnType<Context['now']> {
  return atInstant(Math.floor(millis / 1000), floorMod(Math.floor(millis), 1000) * 1e6, utc);
}

/** Every parameter a query names must be given, whether or not a row ever reaches it. */
function checkParameters(statement: Statement, given: ReadonlyMap<string, Value>): void {
  JSON.stringify(statement, (_key, value: unknown) => {
    if (isParameter(value) && !given.has(value.name)) {
      const message = `The parameter $${value.name} was not given.`;
      throw new CypherError(
        'ParameterMissing',
        'compile time',
        'MissingParameter',
        message,
        value.at,
      );
    }
    return typeof value === 'bigint' ? String(value) : value;
  });
}

interface Parameter {
  readonly kind: 'parameter';
  readonly name: string;
  readonly at: CypherError['position'];
}

function isParameter(value: unknown): value is Parameter {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'parameter'
  );
}
