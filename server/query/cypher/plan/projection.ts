import type { AggregateSpec, GroupKey } from '../exec/aggregate.ts';
import { aggregate } from '../exec/aggregate.ts';
import type { Compiler, PushedPattern } from '../exec/compiler.ts';
import { compile, compilePredicate } from '../exec/expression.ts';
import type { Bindings, Operator } from '../exec/operator.ts';
import type { PatternRequest } from '../graph.ts';
import type { Assignment } from '../exec/rows.ts';
import { distinct, filter, limit, project, rowCount, skip, sort } from '../exec/rows.ts';
import { isAggregate } from '../functions/signature.ts';
import { hasAggregate, isSimple } from '../semantics/aggregation.ts';
import type { Expression, ExpressionOf, Projection } from '../syntax/ast.ts';
import { boundNames, fingerprint, mapChildren, rootName } from '../syntax/walk.ts';
import type { Column } from './columns.ts';
import { Columns, variableOf } from './columns.ts';
import { countByGraph } from './count-by-graph.ts';
import { describeExpression, hiddenName } from './describe.ts';

export interface ProjectionPlan {
  readonly operators: readonly Operator[];
  /** What is in scope afterwards: the columns, in their order. */
  readonly bindings: Bindings;
  /** Whether the operators fetch the rows themselves, in place of the pattern before. */
  readonly replaces: boolean;
}

/** Plans WITH or RETURN: aggregation, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE, in that order. */
export function planProjection(
  clause: Projection,
  compiler: Compiler,
  source: PushedPattern | null,
): ProjectionPlan {
  return new ProjectionPlanner(clause, compiler, source).plan();
}

class ProjectionPlanner {
  private readonly clause: Projection;
  private readonly compiler: Compiler;
  private readonly columns: Columns;
  private readonly operators: Operator[] = [];
  /** Aggregates by fingerprint, each computed once. */
  private readonly specs = new Map<
    string,
    AggregateSpec & { readonly source: ExpressionOf<'call'> }
  >();
  private readonly hidden = new Map<string, number>();
  private readonly names = new Map<string, string>();

  private readonly source: PushedPattern | null;
  private replaces = false;
  /** What of ORDER BY and LIMIT the graph does. */
  private done = { order: false, limit: false };

  constructor(clause: Projection, compiler: Compiler, source: PushedPattern | null) {
    this.clause = clause;
    this.compiler = compiler;
    this.source = source;
    this.columns = new Columns(clause, compiler);
  }

  plan(): ProjectionPlan {
    const { output, list } = this.columns;
    const grouped = list.some(({ expression }) => hasAggregate(expression));
    if (grouped) this.planGrouped();
    else this.planPlain();
    this.planBounds();
    const closed = grouped || this.clause.distinct;
    const visible = closed ? output : new Map([...this.compiler.bindings, ...output]);
    const { where } = this.clause;
    if (where) {
      const predicate = compilePredicate(where, { ...this.compiler, bindings: visible });
      this.operators.push(filter(describeExpression(where), predicate));
    }
    return { operators: this.operators, bindings: output, replaces: this.replaces };
  }

  private planPlain(): void {
    const { output, list } = this.columns;
    const read = this.readByGraph();
    if (read) {
      this.operators.push(read);
      this.replaces = true;
      if (this.clause.distinct) this.operators.push(distinct('', [...output.values()]));
      this.planSort((e) => this.columnOrSame(e), output);
      return;
    }
    const items = list.map(({ slot, expression }) => {
      return { slot, evaluate: compile(expression, this.compiler) };
    });
    const top = this.topOfGraph();
    if (top) this.operators.push(top);
    this.replaces = top !== null;
    this.operators.push(project(this.columns.describe(), items));
    if (this.clause.distinct) {
      this.operators.push(distinct('', [...output.values()]));
      this.planSort((e) => this.columns.substituted(e), output);
    } else {
      this.planSort((e) => e, new Map([...this.compiler.bindings, ...output]));
    }
  }

  private columnOrSame(e: Expression): Expression {
    const column = this.columns.meantBy(e);
    return column ? variableOf(column, e.at) : e;
  }

  /** Where columns and order are no more than cells of the pattern, only those are fetched. */
  private readByGraph(): Operator | null {
    const { source, clause, columns } = this;
    if (!source || clause.where) return null;
    const cells = columns.list.map(({ expression }) => source.cellOf(expression));
    if (!cells.every((cell) => cell && ('node' in cell.of || cell.property !== null))) return null;
    const sorted = clause.orderBy.map(({ expression }) => columns.meantBy(expression));
    if (sorted.includes(null)) return null;
    const first = this.firstByGraph(sorted);
    const read = source.read({
      cells: cells.filter((cell) => cell !== null),
      slots: columns.list.map(({ slot }) => slot),
      ...first,
      details: this.columns.describe(),
    });
    const done = read !== null && first.limit !== null;
    this.done = { order: done, limit: done };
    return read;
  }

  /** Order and limit, where both are the graph's to apply. */
  private firstByGraph(
    sorted: readonly (Column | null)[],
  ): Pick<PatternRequest, 'order' | 'limit'> {
    const all = { order: [], limit: null };
    const { orderBy, skip: first, limit: most, distinct: unique } = this.clause;
    const [count, offset] = [literalCount(most), first ? literalCount(first) : 0];
    if (unique || count === null || offset === null) return all;
    const order = sorted.map((column, i) => {
      const cell = column && this.source?.cellOf(column.expression);
      if (!cell || cell.property === null) return null;
      const descending = orderBy[i]?.descending === true;
      return { of: cell.of, property: cell.property, descending };
    });
    if (order.includes(null)) return all;
    return { order: order.filter((item) => item !== null), limit: count + offset };
  }

  /** Where ORDER BY and LIMIT concern properties only, the graph need not give more than those. */
  private topOfGraph(): Operator | null {
    const { orderBy, limit: most, skip: first, distinct: unique } = this.clause;
    if (!this.source || orderBy.length === 0 || unique) return null;
    const [count, offset] = [literalCount(most), first ? literalCount(first) : 0];
    if (count === null || offset === null) return null;
    const order = orderBy.map(({ expression, descending }) => {
      const meant = this.columns.expressionOf(expression);
      const cell = meant && this.source?.cellOf(meant);
      if (!cell || cell.property === null) return null;
      return { of: cell.of, property: cell.property, descending };
    });
    if (order.includes(null)) return null;
    return this.source.top(
      order.filter((item) => item !== null),
      count + offset,
    );
  }

  private planGrouped(): void {
    const { output, list } = this.columns;
    const keys = list.filter(({ expression }) => !hasAggregate(expression));
    for (const { expression, slot } of keys) this.hide(fingerprint(expression), slot);
    const results = list
      .filter(({ expression }) => hasAggregate(expression))
      .map(({ slot, expression }) => ({ slot, expression: this.resultOf(expression, slot) }))
      .filter(({ slot, expression }) => !this.isHiddenIn(slot, expression));
    const sorted = this.clause.orderBy.map(({ expression }) => this.rewriteSort(expression));
    const after = this.afterGrouping(keys, output);
    this.operators.push(this.countedByGraph(keys, sorted) ?? this.grouping(keys));
    const assign = (slot: number, expression: Expression): Assignment => {
      return { slot, evaluate: compile(expression, after) };
    };
    const assigned = results.map(({ slot, expression }) => assign(slot, expression));
    if (assigned.length > 0) this.operators.push(project('', assigned));
    if (this.clause.distinct) this.operators.push(distinct('', [...output.values()]));
    let index = 0;
    this.planSort(() => sorted[index++] as Expression, after.bindings);
  }

  /** Lets the graph count where keys and counts are all it needs to know. */
  private countedByGraph(keys: readonly Column[], sorted: readonly Expression[]): Operator | null {
    if (!this.source) return null;
    const slots = new Map([...this.hidden, ...this.countedColumns()]);
    const counted = countByGraph(this.source, {
      keys,
      specs: [...this.specs.values()],
      sort: sorted.map((expression, i) => ({
        slot: expression.kind === 'variable' ? (slots.get(expression.name) ?? null) : null,
        descending: this.clause.orderBy[i]?.descending === true,
      })),
      limit: this.clause.skip || this.clause.distinct ? null : this.clause.limit,
      compiler: this.compiler,
      details: this.columns.describe(),
    });
    if (!counted) return null;
    this.replaces = true;
    this.done = { order: counted.ordered, limit: counted.limited };
    return counted.operator;
  }

  /** Columns that are an aggregate and nothing more, with the slot the aggregate lands in. */
  private countedColumns(): (readonly [string, number])[] {
    return this.columns.list.flatMap(({ name, expression }) => {
      const spec = this.specs.get(fingerprint(expression));
      return spec ? [[name, spec.slot] as const] : [];
    });
  }

  private grouping(keys: readonly Column[]): Operator {
    const groupKeys = keys.map(({ slot, expression }): GroupKey => {
      return { slot, evaluate: compile(expression, this.compiler) };
    });
    const { frame } = this.compiler;
    return aggregate(this.columns.describe(), () => frame.emptyRow(), groupKeys, [
      ...this.specs.values(),
    ]);
  }

  /** What expressions may name once rows are grouped: columns, keys that are variables, aggregates. */
  private afterGrouping(keys: readonly Column[], output: Bindings): Compiler {
    const variables = keys.flatMap(({ expression, slot }) =>
      expression.kind === 'variable' ? [[expression.name, slot] as const] : [],
    );
    const bindings = new Map([...variables, ...output, ...this.hidden]);
    return { ...this.compiler, bindings };
  }

  private hide(text: string, slot: number): string {
    const name = hiddenName();
    this.names.set(text, name);
    this.hidden.set(name, slot);
    return name;
  }

  /** Puts hidden variables in place of aggregates and of grouping keys. */
  private rewrite(e: Expression, bound: ReadonlySet<string>): Expression {
    if (e.kind === 'call' && isAggregate(e.name)) return this.aggregateVariable(e);
    const known = isSimple(e) && !bound.has(rootName(e)) ? this.names.get(fingerprint(e)) : null;
    if (known) return { kind: 'variable', at: e.at, name: known };
    const inner = new Set([...bound, ...boundNames(e)]);
    return mapChildren(e, (child) => this.rewrite(child, inner));
  }

  /** ORDER BY may also repeat a whole column. */
  private rewriteSort(e: Expression): Expression {
    const column = this.columns.repeatedBy(e);
    if (column) return variableOf(column, e.at);
    if (e.kind === 'variable' && this.columns.named(e.name)) return e;
    if (e.kind === 'call' && isAggregate(e.name)) return this.aggregateVariable(e);
    const known = this.names.get(fingerprint(e));
    if (known) return { kind: 'variable', at: e.at, name: known };
    return mapChildren(e, (child) => this.rewriteSort(child));
  }

  /** A column that is an aggregate and nothing more is computed in its own slot. */
  private resultOf(e: Expression, slot: number): Expression {
    if (e.kind === 'call' && isAggregate(e.name)) return this.aggregateVariable(e, slot);
    return this.rewrite(e, new Set());
  }

  private isHiddenIn(slot: number, e: Expression): boolean {
    return e.kind === 'variable' && this.hidden.get(e.name) === slot;
  }

  private aggregateVariable(e: ExpressionOf<'call'>, own?: number): Expression {
    const text = fingerprint(e);
    const known = this.names.get(text);
    if (known) return { kind: 'variable', at: e.at, name: known };
    const slot = own ?? this.compiler.frame.slot();
    const [argument, extra] = e.args ?? [];
    this.specs.set(text, {
      name: e.name.toLowerCase(),
      distinct: e.distinct,
      argument: argument ? compile(argument, this.compiler) : null,
      extra: extra ? compile(extra, this.compiler) : null,
      slot,
      source: e,
    });
    return { kind: 'variable', at: e.at, name: this.hide(text, slot) };
  }

  private planSort(prepare: (e: Expression) => Expression, bindings: Bindings): void {
    const { orderBy } = this.clause;
    if (orderBy.length === 0 || this.done.order) return;
    const compiler = { ...this.compiler, bindings };
    const keys = orderBy.map(({ expression, descending }) => {
      const slot = compiler.frame.slot();
      return { slot, descending, evaluate: compile(prepare(expression), compiler) };
    });
    const details = orderBy
      .map(
        ({ expression, descending }) =>
          describeExpression(expression) + (descending ? ' DESC' : ''),
      )
      .join(', ');
    this.operators.push(project('', keys), sort(details, keys, this.top()));
  }

  private bound(which: 'skip' | 'limit') {
    const expression = this.clause[which];
    if (!expression) return null;
    const evaluate = compile(expression, this.compiler);
    return {
      details: describeExpression(expression),
      size: rowCount(evaluate, which.toUpperCase(), expression.at),
    };
  }

  /** How many sorted rows can still be asked for. */
  private top() {
    const [first, most] = [this.bound('skip'), this.bound('limit')];
    if (!most) return null;
    return (context: Parameters<typeof most.size>[0]) =>
      (first ? first.size(context) : 0) + most.size(context);
  }

  private planBounds(): void {
    const [first, most] = [this.bound('skip'), this.bound('limit')];
    if (first) this.operators.push(skip(first.details, first.size));
    if (most && !this.done.limit) this.operators.push(limit(most.details, most.size));
  }
}

function literalCount(e: Expression | null): number | null {
  return e?.kind === 'literal' && typeof e.value === 'bigint' ? Number(e.value) : null;
}
