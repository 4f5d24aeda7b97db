import { syntaxError } from '../errors.ts';
import type { Direction } from '../graph.ts';
import type { Expression, NodePattern, PathPattern, RelationshipPattern } from './ast.ts';
import { parseEntries, parseLabels } from './pieces.ts';
import type { Tokens } from './tokens.ts';

/** `[p =] path` or `[p =] shortestPath(path)`. */
export function parsePattern(t: Tokens): PathPattern {
  const { at } = t;
  const named = t.isName() && t.isSymbol('=', 1);
  const variable = named ? t.variable() : null;
  if (named) t.expectSymbol('=');
  const shortest = parseShortest(t);
  if (shortest) t.expectSymbol('(');
  const path = parsePath(t);
  if (shortest) t.expectSymbol(')');
  return { ...path, at, variable, shortest };
}

function parseShortest(t: Tokens): 'one' | 'all' | null {
  if (!t.isSymbol('(', 1)) return null;
  if (t.keyword('SHORTESTPATH')) return 'one';
  return t.keyword('ALLSHORTESTPATHS') ? 'all' : null;
}

/** A node, then any number of relationships and nodes. */
export function parsePath(t: Tokens): PathPattern {
  const { at } = t;
  const nodes = [parseNode(t)];
  const relationships: RelationshipPattern[] = [];
  while (t.isSymbol('-') || (t.isSymbol('<') && t.isSymbol('-', 1))) {
    relationships.push(parseRelationship(t));
    nodes.push(parseNode(t));
  }
  return { at, variable: null, shortest: null, nodes, relationships };
}

function parseNode(t: Tokens): NodePattern {
  const { at } = t.expectSymbol('(');
  const variable = t.isName() ? t.variable() : null;
  const labels = parseLabels(t);
  const properties = parseProperties(t);
  t.expectSymbol(')');
  return { at, variable, labels, properties };
}

function parseProperties(t: Tokens): Expression | null {
  const { at } = t;
  if (t.isSymbol('{')) return { kind: 'map', at, entries: parseEntries(t) };
  if (t.peek().kind !== 'parameter') return null;
  const message = 'A pattern takes its properties as {key: value}, not from a parameter.';
  throw syntaxError('InvalidParameterUse', message, at);
}

function parseRelationship(t: Tokens): RelationshipPattern {
  const { at } = t;
  const left = t.symbol('<');
  t.expectSymbol('-');
  const detail = t.isSymbol('[') ? parseDetail(t) : noDetail;
  t.expectSymbol('-');
  const right = t.symbol('>');
  const direction: Direction = left === right ? 'both' : left ? 'in' : 'out';
  return { at, direction, ...detail };
}

type Detail = Omit<RelationshipPattern, 'at' | 'direction'>;

const noDetail: Detail = { variable: null, types: [], properties: null, length: null };

function parseDetail(t: Tokens): Detail {
  t.expectSymbol('[');
  const variable = t.isName() ? t.variable() : null;
  const types = parseTypes(t);
  const length = parseLength(t);
  const properties = parseProperties(t);
  t.expectSymbol(']');
  return { variable, types, properties, length };
}

function parseTypes(t: Tokens): string[] {
  const types: string[] = [];
  if (!t.symbol(':')) return types;
  do {
    types.push(t.schemaName('a relationship type'));
    if (!t.symbol('|')) return types;
    t.symbol(':');
  } while (!t.isSymbol(']'));
  throw t.unexpected('a relationship type');
}

function parseLength(t: Tokens): RelationshipPattern['length'] {
  if (t.isSymbol('..')) throw badLength(t, 'A length begins with *.');
  if (!t.symbol('*')) return null;
  const min = parseBound(t);
  if (!t.symbol('..')) return { min: min ?? 1, max: min };
  return { min: min ?? 1, max: parseBound(t) };
}

function parseBound(t: Tokens): number | null {
  if (t.isSymbol('-') && t.peek(1).kind === 'integer')
    throw badLength(t, 'A length is not negative.');
  if (t.peek().kind !== 'integer') return null;
  const bound = Number(t.take().text);
  if (Number.isSafeInteger(bound)) return bound;
  throw badLength(t, 'The length is too large.');
}

function badLength(t: Tokens, message: string): Error {
  return syntaxError('InvalidRelationshipPattern', message, t.at);
}
