import type { Expression, NodePattern, PathPattern, Query, RelationshipPattern } from './ast.ts';

/** The expressions directly inside an expression, those in patterns included; not subqueries'. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'variable':
    case 'subquery':
      return [];
    case 'property':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'slice':
      return present([expression.object, expression.from, expression.to]);
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.map((entry) => entry.value);
    case 'unary':
    case 'isNull':
    case 'hasLabels':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'comparison':
      return expression.operands;
    case 'call':
      return expression.args ?? [];
    default:
      return bindingChildren(expression);
  }
}

type Rest = Extract<
  Expression,
  {
    kind:
      | 'case'
      | 'listComprehension'
      | 'quantifier'
      | 'reduce'
      | 'patternComprehension'
      | 'patternPredicate';
  }
>;

function bindingChildren(expression: Rest): readonly Expression[] {
  switch (expression.kind) {
    case 'case': {
      const branches = expression.branches.flatMap(({ when, then }) => [when, then]);
      return present([expression.subject, ...branches, expression.otherwise]);
    }
    case 'listComprehension':
      return present([expression.list, expression.where, expression.projection]);
    case 'quantifier':
      return present([expression.list, expression.where]);
    case 'reduce':
      return [expression.initial, expression.list, expression.body];
    case 'patternComprehension':
      return present([
        ...patternExpressions(expression.pattern),
        expression.where,
        expression.projection,
      ]);
    case 'patternPredicate':
      return patternExpressions(expression.pattern);
  }
}

function present(expressions: readonly (Expression | null)[]): Expression[] {
  return expressions.filter((expression) => expression !== null);
}

export function patternElements(
  pattern: PathPattern,
): readonly (NodePattern | RelationshipPattern)[] {
  return pattern.nodes.flatMap((node, i) => {
    const relationship = pattern.relationships[i];
    return relationship ? [node, relationship] : [node];
  });
}

function patternExpressions(pattern: PathPattern): Expression[] {
  return present(patternElements(pattern).map((element) => element.properties));
}

/** Variables that a pattern names, in the order they appear, the path's own last. */
export function patternVariables(pattern: PathPattern): string[] {
  const names = patternElements(pattern).map((element) => element.variable);
  return [...names, pattern.variable].filter((name) => name !== null);
}

/** True where the test holds for the expression or anything inside it, subqueries excepted. */
export function some(expression: Expression, test: (e: Expression) => boolean): boolean {
  return test(expression) || children(expression).some((child) => some(child, test));
}

/** Rebuilds an expression with its direct children replaced; bound names stay as they are. */
export function mapChildren(e: Expression, f: (child: Expression) => Expression): Expression {
  const maybe = (child: Expression | null) => child && f(child);
  switch (e.kind) {
    case 'property':
      return { ...e, object: f(e.object) };
    case 'index':
      return { ...e, object: f(e.object), index: f(e.index) };
    case 'slice':
      return { ...e, object: f(e.object), from: maybe(e.from), to: maybe(e.to) };
    case 'list':
      return { ...e, items: e.items.map(f) };
    case 'map':
      return { ...e, entries: e.entries.map(({ key, value }) => ({ key, value: f(value) })) };
    case 'unary':
    case 'isNull':
    case 'hasLabels':
      return { ...e, operand: f(e.operand) };
    case 'binary':
      return { ...e, left: f(e.left), right: f(e.right) };
    case 'comparison':
      return { ...e, operands: e.operands.map(f) };
    case 'call':
      return { ...e, args: e.args && e.args.map(f) };
    case 'case':
      return {
        ...e,
        subject: maybe(e.subject),
        branches: e.branches.map(({ when, then }) => ({ when: f(when), then: f(then) })),
        otherwise: maybe(e.otherwise),
      };
    case 'listComprehension':
      return { ...e, list: f(e.list), where: maybe(e.where), projection: maybe(e.projection) };
    case 'quantifier':
      return { ...e, list: f(e.list), where: maybe(e.where) };
    case 'reduce':
      return { ...e, initial: f(e.initial), list: f(e.list), body: f(e.body) };
    default:
      return e;
  }
}

/** Properties that a query names of each variable, wherever it does. */
export function mentionedProperties(query: Query): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  JSON.stringify(query, (_key, value: unknown) => {
    if (isProperty(value) && value.object.kind === 'variable') {
      const { name: variable } = value.object;
      found.set(variable, (found.get(variable) ?? new Set()).add(value.name));
    }
    return typeof value === 'bigint' ? String(value) : value;
  });
  return found;
}

function isProperty(value: unknown): value is Extract<Expression, { kind: 'property' }> {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'property'
  );
}

/** Equal for expressions that read the same but for where they stand. */
export function fingerprint(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === 'at' || key === 'text') return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}

/**
 * Names an expression mentions, those bound inside it and in its subqueries included: more than
 * it needs from outside, never less.
 */
export function mentionedNames(expression: Expression): Set<string> {
  const found = new Set<string>();
  some(expression, (e) => {
    if (e.kind === 'variable') found.add(e.name);
    if (e.kind === 'subquery') for (const name of queryNames(e.query)) found.add(name);
    if (e.kind === 'patternPredicate' || e.kind === 'patternComprehension') {
      for (const name of patternVariables(e.pattern)) found.add(name);
    }
    return false;
  });
  return found;
}

function queryNames(query: Query): Set<string> {
  const names = new Set<string>();
  JSON.stringify(query, (key, value: unknown) => {
    if ((key === 'name' || key === 'variable') && typeof value === 'string') names.add(value);
    return typeof value === 'bigint' ? String(value) : value;
  });
  return names;
}

/** The variable whose property, or property's property, an expression is; '' for anything else. */
export function rootName(e: Expression): string {
  if (e.kind === 'property') return rootName(e.object);
  return e.kind === 'variable' ? e.name : '';
}

/** Variables that an expression binds for its own parts. */
export function boundNames(e: Expression): readonly string[] {
  if (e.kind === 'listComprehension' || e.kind === 'quantifier') return [e.variable];
  return e.kind === 'reduce' ? [e.accumulator, e.variable] : [];
}
