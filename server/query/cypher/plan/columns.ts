import type { Compiler } from '../exec/compiler.ts';
import type { Bindings } from '../exec/operator.ts';
import { columnName } from '../semantics/projections.ts';
import type { Expression, Projection } from '../syntax/ast.ts';
import { fingerprint, mapChildren, rootName } from '../syntax/walk.ts';
import { describeExpression } from './describe.ts';

export interface Column {
  readonly name: string;
  readonly expression: Expression;
  readonly slot: number;
}

/** The columns of a WITH or RETURN, and which of them an expression of ORDER BY means. */
export class Columns {
  readonly list: readonly Column[];
  /** Slots by name, in the order of the columns. */
  readonly output: Bindings;

  constructor(clause: Projection, compiler: Compiler) {
    this.list = readColumns(clause, compiler);
    this.output = new Map(this.list.map(({ name, slot }) => [name, slot]));
  }

  describe(): string {
    return this.list
      .map(({ name, expression }) => {
        const text = describeExpression(expression);
        return text === name ? name : `${text} AS ${name}`;
      })
      .join(', ');
  }

  named(name: string): Column | null {
    return this.list.find((column) => column.name === name) ?? null;
  }

  /** The column whose whole expression this one repeats. */
  repeatedBy(e: Expression): Column | null {
    const text = fingerprint(e);
    return this.list.find(({ expression }) => fingerprint(expression) === text) ?? null;
  }

  /** The column whose value an ORDER BY item is; null where it is no column's. */
  meantBy(e: Expression): Column | null {
    const named = e.kind === 'variable' ? this.named(e.name) : null;
    if (named) return named;
    return this.isShadowed(e) ? null : this.repeatedBy(e);
  }

  /** What a column's name stands for; any other expression as it is; null where it is shadowed. */
  expressionOf(e: Expression): Expression | null {
    if (e.kind === 'variable') return this.named(e.name)?.expression ?? e;
    return this.isShadowed(e) ? null : e;
  }

  /** The expression with columns in place of what repeats theirs. */
  substituted(e: Expression): Expression {
    const column = this.repeatedBy(e);
    return column ? variableOf(column, e.at) : mapChildren(e, (child) => this.substituted(child));
  }

  /** A property of a name that the projection gives another meaning. */
  private isShadowed(e: Expression): boolean {
    const root = rootName(e);
    const column = this.list.find(({ name }) => name === root);
    return (
      column !== undefined &&
      !(column.expression.kind === 'variable' && column.expression.name === root)
    );
  }
}

/** A column by its name. */
export function variableOf({ name }: Column, at: Expression['at']): Expression {
  return { kind: 'variable', at, name };
}

function readColumns({ items, star, at }: Projection, { bindings, frame }: Compiler): Column[] {
  const own = items.map((item) => {
    const { expression } = item;
    return { name: columnName(item), expression, slot: frame.slot() };
  });
  if (!star) return own;
  const starred = [...bindings.keys()]
    .filter((name) => !name.startsWith(' '))
    .map((name): Column => {
      return { name, expression: { kind: 'variable', at, name }, slot: frame.slot() };
    });
  return [...starred, ...own];
}
