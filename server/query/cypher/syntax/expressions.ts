import type { Position } from '../errors.ts';
import { syntaxError } from '../errors.ts';
import type { BinaryOperator, ComparisonOperator, Expression } from './ast.ts';
import { parseAtom } from './atoms.ts';
import { parseLabels } from './pieces.ts';
import type { Tokens } from './tokens.ts';

type Rule = (t: Tokens) => Expression;

/** Grammar of openCypher 9, Expression: OR binds loosest, property lookup tightest. */
export function parseExpression(t: Tokens): Expression {
  return t.nested(() => parseOr(t));
}

/** Left-associative binary operators of one level. */
function chain(next: Rule, operator: (t: Tokens) => BinaryOperator | null): Rule {
  return (t) => {
    const { at } = t;
    let left = next(t);
    for (let length = 1; ; length += 1) {
      const found = operator(t);
      if (!found) return left;
      t.checkDepth(length);
      left = { kind: 'binary', at, operator: found, left, right: next(t) };
    }
  };
}

const parsePower = chain(parseUnary, (t) => (t.symbol('^') ? '^' : null));
const parseProduct = chain(parsePower, (t) => symbolOf(t, ['*', '/', '%'] as const));
const parseSum = chain(parseProduct, (t) => symbolOf(t, ['+', '-'] as const));
const parseAnd = chain(parseNot, (t) => (t.keyword('AND') ? 'AND' : null));
const parseXor = chain(parseAnd, (t) => (t.keyword('XOR') ? 'XOR' : null));
const parseOr = chain(parseXor, (t) => (t.keyword('OR') ? 'OR' : null));

function symbolOf<S extends BinaryOperator>(t: Tokens, symbols: readonly S[]): S | null {
  return symbols.find((symbol) => t.symbol(symbol)) ?? null;
}

function parseNot(t: Tokens): Expression {
  const places: Position[] = [];
  while (t.isKeyword('NOT')) {
    places.push(t.take().at);
    t.checkDepth(places.length);
  }
  return places.reduceRight<Expression>(
    (operand, at) => ({ kind: 'unary', at, operator: 'NOT', operand }),
    parseComparison(t),
  );
}

const comparisons: readonly ComparisonOperator[] = ['=', '<>', '<=', '>=', '<', '>'];

function parseComparison(t: Tokens): Expression {
  const { at } = t;
  const operands = [parsePredicate(t)];
  const operators: ComparisonOperator[] = [];
  for (;;) {
    const operator = comparisons.find((symbol) => t.symbol(symbol));
    if (!operator) break;
    operators.push(operator);
    operands.push(parsePredicate(t));
  }
  const [only] = operands;
  return only && operators.length === 0 ? only : { kind: 'comparison', at, operands, operators };
}

function stringOperator(t: Tokens): BinaryOperator | null {
  if (t.keyword('IN')) return 'IN';
  if (t.keyword('CONTAINS')) return 'CONTAINS';
  if (t.keyword('STARTS', 'WITH')) return 'STARTS WITH';
  if (t.keyword('ENDS', 'WITH')) return 'ENDS WITH';
  return t.symbol('=~') ? '=~' : null;
}

/** IN, STARTS WITH, ENDS WITH, CONTAINS, =~ and IS [NOT] NULL, looser than arithmetic. */
function parsePredicate(t: Tokens): Expression {
  const { at } = t;
  let left = parseSum(t);
  for (let length = 1; ; length += 1) {
    t.checkDepth(length);
    const operator = stringOperator(t);
    if (operator) {
      left = { kind: 'binary', at, operator, left, right: parseSum(t) };
    } else if (t.keyword('IS', 'NOT', 'NULL')) {
      left = { kind: 'isNull', at, operand: left, negated: true };
    } else if (t.keyword('IS', 'NULL')) {
      left = { kind: 'isNull', at, operand: left, negated: false };
    } else {
      return left;
    }
  }
}

function parseUnary(t: Tokens): Expression {
  const { at } = t;
  if (t.isSymbol('-') && t.peek(1).kind === 'integer') {
    t.take();
    const literal = parseInteger(t, true);
    return parsePostfix(t, { kind: 'literal', at, value: literal });
  }
  const operator = t.symbol('-') ? '-' : t.symbol('+') ? '+' : null;
  if (operator) {
    return t.nested(() => ({ kind: 'unary', at, operator, operand: parseUnary(t) }));
  }
  if (t.peek().kind === 'integer') {
    return parsePostfix(t, { kind: 'literal', at, value: parseInteger(t, false) });
  }
  return parsePostfix(t, parseAtom(t));
}

/** A literal must fit 64 bits, its sign included. */
function parseInteger(t: Tokens, negative: boolean): bigint {
  const { text, at } = t.take();
  const size = BigInt(text);
  const value = negative ? -size : size;
  if (BigInt.asIntN(64, value) === value) return value;
  throw syntaxError('IntegerOverflow', `${value} does not fit into 64 bits.`, at);
}

/** Property lookups, indexes, slices and, last, labels. */
function parsePostfix(t: Tokens, atom: Expression): Expression {
  const { at } = atom;
  let object = atom;
  for (let length = 1; ; length += 1) {
    t.checkDepth(length);
    if (t.isSymbol('.') && !t.isSymbol('.', 1)) {
      t.take();
      object = { kind: 'property', at, object, name: t.schemaName('a property key') };
    } else if (t.symbol('[')) {
      object = parseSubscript(t, at, object);
    } else if (t.isSymbol(':')) {
      return { kind: 'hasLabels', at, operand: object, labels: parseLabels(t) };
    } else {
      return object;
    }
  }
}

function parseSubscript(t: Tokens, at: Position, object: Expression): Expression {
  const from = t.isSymbol('..') ? null : parseExpression(t);
  if (t.symbol('..')) {
    const to = t.isSymbol(']') ? null : parseExpression(t);
    t.expectSymbol(']');
    return { kind: 'slice', at, object, from, to };
  }
  t.expectSymbol(']');
  if (!from) throw t.unexpected('an index');
  return { kind: 'index', at, object, index: from };
}
