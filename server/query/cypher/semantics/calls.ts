import { CypherError, syntaxError } from '../errors.ts';
import type { Procedure, ProcedureRegistry } from '../procedures.ts';
import type { ClauseOf, YieldItem } from '../syntax/ast.ts';
import type { Setting } from './expressions.ts';
import { check, checkPredicate } from './expressions.ts';
import type { Scope } from './scope.ts';
import { extend } from './scope.ts';
import type { StaticType } from './types.ts';
import { mayBe, typed } from './types.ts';

type Call = ClauseOf<'call'>;

export interface CallSetting extends Setting {
  readonly procedures: ProcedureRegistry;
  readonly parameters: ReadonlySet<string>;
  /** Whether CALL is the whole query, which lets it leave out arguments and YIELD. */
  readonly standalone: boolean;
}

/** Checks CALL and gives the scope after it. */
export function checkCallClause(clause: Call, setting: CallSetting): Scope {
  const procedure = findProcedure(clause, setting.procedures);
  if (clause.args) checkArguments(clause, procedure, setting);
  else checkImplicit(clause, procedure, setting);
  const scope = extend(setting.scope, yielded(clause, procedure, setting));
  if (clause.where) {
    checkPredicate(clause.where, { ...setting, scope, aggregates: false, patterns: true });
  }
  return scope;
}

export function findProcedure(clause: Call, procedures: ProcedureRegistry): Procedure {
  const procedure = procedures.get(clause.procedure);
  if (procedure) return procedure;
  const message = `There is no procedure ${clause.procedure}.`;
  throw new CypherError('ProcedureError', 'compile time', 'ProcedureNotFound', message, clause.at);
}

function checkArguments(clause: Call, procedure: Procedure, setting: CallSetting): void {
  const args = clause.args ?? [];
  if (args.length !== procedure.inputs.length) {
    const message = `${procedure.name} takes ${procedure.inputs.length} arguments.`;
    throw syntaxError('InvalidNumberOfArguments', message, clause.at);
  }
  args.forEach((arg, i) => {
    const type = check(arg, { ...setting, aggregates: false, patterns: false });
    const input = procedure.inputs[i];
    if (!input || accepts(input.type, type)) return;
    const message = `${input.name} takes a ${input.type}, not a ${type.name}.`;
    throw syntaxError('InvalidArgumentType', message, arg.at);
  });
}

/** An INTEGER fits wherever a FLOAT does. */
function accepts(wanted: Procedure['inputs'][number]['type'], type: StaticType): boolean {
  if (wanted === 'ANY') return true;
  return mayBe(type, wanted) || (wanted === 'FLOAT' && mayBe(type, 'NUMBER'));
}

function checkImplicit(clause: Call, procedure: Procedure, setting: CallSetting): void {
  if (!setting.standalone) {
    const message = 'Inside a query, CALL needs its arguments in brackets.';
    throw syntaxError('InvalidArgumentPassingMode', message, clause.at);
  }
  for (const { name } of procedure.inputs) {
    if (setting.parameters.has(name)) continue;
    const message = `${procedure.name} needs the parameter $${name}.`;
    throw new CypherError(
      'ParameterMissing',
      'compile time',
      'MissingParameter',
      message,
      clause.at,
    );
  }
}

/** The columns CALL binds: those it yields, or all of them where it is the whole query. */
export function yieldItems(clause: Call, procedure: Procedure): readonly YieldItem[] {
  if (clause.yields !== null && clause.yields !== '*') return clause.yields;
  return procedure.outputs.map(({ name }) => ({ at: clause.at, column: name, variable: name }));
}

function yielded(
  clause: Call,
  procedure: Procedure,
  setting: CallSetting,
): Map<string, StaticType> {
  const bound = new Map<string, StaticType>();
  if (clause.yields === '*' && !setting.standalone) {
    throw syntaxError('UnexpectedSyntax', 'Inside a query, YIELD names its columns.', clause.at);
  }
  if (clause.yields === null && !setting.standalone) return bound;
  for (const item of yieldItems(clause, procedure)) {
    const output = procedure.outputs.find(({ name }) => name === item.column);
    if (!output) {
      const message = `${procedure.name} yields no ${item.column}.`;
      throw syntaxError('UndefinedVariable', message, item.at);
    }
    if (bound.has(item.variable) || setting.scope.has(item.variable)) {
      const message = `The variable ${item.variable} is already bound.`;
      throw syntaxError('VariableAlreadyBound', message, item.at);
    }
    bound.set(item.variable, typed('ANY'));
  }
  return bound;
}
