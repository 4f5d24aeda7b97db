import type { Expression, RelationshipPattern } from '../syntax/ast.ts';
import type { Position } from '../errors.ts';

/** Names given to elements that have none begin so; they are not shown. */
const HIDDEN = ' ';

let counter = 0;

/** A name no query can write, for an element without a variable. */
export function hiddenName(): string {
  counter = (counter + 1) % Number.MAX_SAFE_INTEGER;
  return `${HIDDEN}${counter}`;
}

export function shown(name: string): string {
  return name.startsWith(HIDDEN) ? '' : name;
}

export function describeNode(name: string, labels: Iterable<string> = []): string {
  return `(${shown(name)}${[...labels].map((label) => `:${label}`).join('')})`;
}

export function describeRelationship(name: string, pattern: RelationshipPattern): string {
  const types = pattern.types.length > 0 ? `:${pattern.types.join('|')}` : '';
  const { length } = pattern;
  const range = length ? `*${length.min}..${length.max ?? ''}` : '';
  const body = `[${shown(name)}${types}${range}]`;
  return `${pattern.direction === 'in' ? '<-' : '-'}${body}${pattern.direction === 'out' ? '->' : '-'}`;
}

/** Where an expression begins, as `line:column`. */
function place({ line, column }: Position): string {
  return `${line}:${column}`;
}

/** A short account of an expression for EXPLAIN: its kind, names and constants. */
export function describeExpression(e: Expression): string {
  switch (e.kind) {
    case 'literal':
      return typeof e.value === 'string' ? `'${e.value}'` : String(e.value);
    case 'parameter':
      return `$${e.name}`;
    case 'variable':
      return shown(e.name) || '_';
    case 'property':
      return `${describeExpression(e.object)}.${e.name}`;
    case 'comparison':
      return e.operands
        .map(
          (operand, i) =>
            describeExpression(operand) + (e.operators[i] ? ` ${e.operators[i]} ` : ''),
        )
        .join('');
    case 'binary':
      return `${describeExpression(e.left)} ${e.operator} ${describeExpression(e.right)}`;
    case 'unary':
      return `${e.operator} ${describeExpression(e.operand)}`;
    case 'call':
      return `${e.name}(${e.args === null ? '*' : e.args.map(describeExpression).join(', ')})`;
    default:
      return `${e.kind} at ${place(e.at)}`;
  }
}
