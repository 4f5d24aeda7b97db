import { syntaxError } from '../errors.ts';
import type { Expression, QuantifierName } from './ast.ts';
import { parsePath, parsePattern } from './patterns.ts';
import { parseEntries, parseList } from './pieces.ts';
import type { Tokens } from './tokens.ts';

const quantifiers: ReadonlyMap<string, QuantifierName> = new Map([
  ['ALL', 'all'],
  ['ANY', 'any'],
  ['NONE', 'none'],
  ['SINGLE', 'single'],
]);

export function parseAtom(t: Tokens): Expression {
  const token = t.peek();
  const { at } = token;
  switch (token.kind) {
    case 'string':
      return { kind: 'literal', at, value: t.take().text };
    case 'float':
      return { kind: 'literal', at, value: parseFloatLiteral(t) };
    case 'parameter':
      return { kind: 'parameter', at, name: t.take().text };
    case 'symbol':
      return parseBracketed(t);
    case 'name':
    case 'escaped':
      return parseWord(t);
    default:
      throw t.unexpected('an expression');
  }
}

function parseFloatLiteral(t: Tokens): number {
  const { text, at } = t.take();
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw syntaxError('FloatingPointOverflow', `${text} is too large for a FLOAT.`, at);
}

function parseBracketed(t: Tokens): Expression {
  const { at } = t;
  if (t.isPattern()) return { kind: 'patternPredicate', at, pattern: parsePath(t) };
  if (t.symbol('(')) {
    const inner = t.expression();
    t.expectSymbol(')');
    return inner;
  }
  if (t.isSymbol('{')) return { kind: 'map', at, entries: parseEntries(t) };
  if (t.isSymbol('[')) return t.nested(() => parseListLike(t));
  throw t.unexpected('an expression');
}

function parseListLike(t: Tokens): Expression {
  const { at } = t.expectSymbol('[');
  if (t.isName() && t.isKeyword('IN', 1)) {
    const { variable, list, where } = parseBinding(t);
    const projection = t.symbol('|') ? t.expression() : null;
    t.expectSymbol(']');
    return { kind: 'listComprehension', at, variable, list, where, projection };
  }
  if (t.isPattern() || (t.isName() && t.isSymbol('=', 1) && t.isPattern(2))) {
    return parsePatternComprehension(t, at);
  }
  return { kind: 'list', at, items: parseList(t, ']') };
}

function parsePatternComprehension(t: Tokens, at: Expression['at']): Expression {
  const pattern = parsePattern(t);
  const where = t.keyword('WHERE') ? t.expression() : null;
  t.expectSymbol('|');
  const projection = t.expression();
  t.expectSymbol(']');
  return { kind: 'patternComprehension', at, pattern, where, projection };
}

/** `x IN list [WHERE predicate]` */
function parseBinding(t: Tokens) {
  const variable = t.variable();
  t.expectKeyword('IN');
  const list = t.expression();
  const where = t.keyword('WHERE') ? t.expression() : null;
  return { variable, list, where };
}

function parseWord(t: Tokens): Expression {
  const token = t.peek();
  const { at } = token;
  if (token.kind === 'name') {
    if (t.keyword('NULL')) return { kind: 'literal', at, value: null };
    if (t.keyword('TRUE')) return { kind: 'literal', at, value: true };
    if (t.keyword('FALSE')) return { kind: 'literal', at, value: false };
    if (t.isKeyword('CASE')) return t.nested(() => parseCase(t));
    const special = parseSpecialForm(t);
    if (special) return special;
  }
  if (isCall(t)) return t.nested(() => parseCall(t));
  return { kind: 'variable', at, name: t.variable() };
}

/** Forms that look like a function but bind variables or hold patterns. */
function parseSpecialForm(t: Tokens): Expression | null {
  const { upper, at } = t.peek();
  if (t.isSymbol('{', 1) && (upper === 'EXISTS' || upper === 'COUNT')) {
    t.take();
    const form = upper === 'EXISTS' ? 'exists' : 'count';
    return { kind: 'subquery', at, form, query: t.nested(() => t.grammar.subquery(t)) };
  }
  if (!t.isSymbol('(', 1)) return null;
  const quantifier = quantifiers.get(upper);
  if (quantifier && t.isName(2) && t.isKeyword('IN', 3)) {
    return t.nested(() => parseQuantifier(t, quantifier));
  }
  if (upper === 'REDUCE' && t.isName(2) && t.isSymbol('=', 3)) {
    return t.nested(() => parseReduce(t));
  }
  if (upper === 'EXISTS' && t.isPattern(2)) return parseExistsPattern(t);
  if (upper === 'SHORTESTPATH' || upper === 'ALLSHORTESTPATHS') {
    return { kind: 'patternPredicate', at, pattern: parsePattern(t) };
  }
  return null;
}

function parseExistsPattern(t: Tokens): Expression {
  const { at } = t.take();
  t.expectSymbol('(');
  const pattern = parsePath(t);
  t.expectSymbol(')');
  const match = { kind: 'match', at, optional: false, patterns: [pattern], where: null } as const;
  const query = { at, parts: [{ at, clauses: [match] }], unions: [] };
  return { kind: 'subquery', at, form: 'exists', query };
}

function parseQuantifier(t: Tokens, quantifier: QuantifierName): Expression {
  const { at } = t.take();
  t.expectSymbol('(');
  const binding = parseBinding(t);
  t.expectSymbol(')');
  return { kind: 'quantifier', at, quantifier, ...binding };
}

function parseReduce(t: Tokens): Expression {
  const { at } = t.take();
  t.expectSymbol('(');
  const accumulator = t.variable();
  t.expectSymbol('=');
  const initial = t.expression();
  t.expectSymbol(',');
  const variable = t.variable();
  t.expectKeyword('IN');
  const list = t.expression();
  t.expectSymbol('|');
  const body = t.expression();
  t.expectSymbol(')');
  return { kind: 'reduce', at, accumulator, initial, variable, list, body };
}

function parseCase(t: Tokens): Expression {
  const { at } = t.take();
  const subject = t.isKeyword('WHEN') ? null : t.expression();
  const branches: { when: Expression; then: Expression }[] = [];
  while (t.keyword('WHEN')) {
    const when = t.expression();
    t.expectKeyword('THEN');
    branches.push({ when, then: t.expression() });
  }
  if (branches.length === 0) throw t.unexpected('WHEN');
  const otherwise = t.keyword('ELSE') ? t.expression() : null;
  t.expectKeyword('END');
  return { kind: 'case', at, subject, branches, otherwise };
}

/** `name(` or `name.space.name(`. */
function isCall(t: Tokens): boolean {
  let ahead = 0;
  while (isWord(t, ahead)) {
    if (t.isSymbol('(', ahead + 1)) return true;
    if (!t.isSymbol('.', ahead + 1)) return false;
    ahead += 2;
  }
  return false;
}

function isWord(t: Tokens, ahead: number): boolean {
  const { kind } = t.peek(ahead);
  return kind === 'name' || kind === 'escaped';
}

function parseCall(t: Tokens): Expression {
  const { at } = t;
  const parts = [t.take().text];
  while (t.symbol('.')) parts.push(t.take().text);
  const name = parts.join('.');
  t.expectSymbol('(');
  if (t.isSymbol('*') && t.isSymbol(')', 1) && name.toLowerCase() === 'count') {
    t.take();
    t.take();
    return { kind: 'call', at, name, distinct: false, args: null };
  }
  const distinct = t.keyword('DISTINCT');
  return { kind: 'call', at, name, distinct, args: parseList(t, ')') };
}
