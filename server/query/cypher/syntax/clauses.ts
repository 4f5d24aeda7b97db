import { CypherError, syntaxError } from '../errors.ts';
import type {
  Clause,
  PathPattern,
  Projection,
  ProjectionItem,
  Query,
  SingleQuery,
  SortItem,
  YieldItem,
} from './ast.ts';
import { parseExpression } from './expressions.ts';
import { parsePattern } from './patterns.ts';
import { parseList } from './pieces.ts';
import type { Tokens } from './tokens.ts';

const writing = new Set(
  'CREATE MERGE SET DELETE DETACH REMOVE FOREACH LOAD DROP ALTER GRANT DENY REVOKE USE START'.split(
    ' ',
  ),
);

/** `{ [MATCH] pattern [WHERE ...] }` or `{ query }`, the brace being next. */
export function parseSubquery(t: Tokens): Query {
  t.expectSymbol('{');
  const query = t.isSymbol('(') || startsNamedPath(t) ? bareMatch(t) : parseQuery(t, true);
  t.expectSymbol('}');
  return query;
}

function startsNamedPath(t: Tokens): boolean {
  return t.isName() && t.isSymbol('=', 1);
}

function bareMatch(t: Tokens): Query {
  const { at } = t;
  const clause = { ...parseMatchBody(t), kind: 'match', at, optional: false } as const;
  return { at, parts: [{ at, clauses: [clause] }], unions: [] };
}

export function parseQuery(t: Tokens, nested: boolean): Query {
  const { at } = t;
  const parts = [parseSingle(t, nested)];
  const unions: { all: boolean; at: Query['at'] }[] = [];
  while (t.isKeyword('UNION')) {
    const union = t.take().at;
    unions.push({ all: t.keyword('ALL'), at: union });
    parts.push(parseSingle(t, nested));
  }
  return { at, parts, unions };
}

function parseSingle(t: Tokens, nested: boolean): SingleQuery {
  const { at } = t;
  const clauses: Clause[] = [];
  for (;;) {
    const clause = parseClause(t, nested);
    if (!clause) break;
    clauses.push(clause);
  }
  if (clauses.length === 0) throw t.unexpected('a clause such as MATCH or RETURN');
  return { at, clauses };
}

function parseClause(t: Tokens, nested: boolean): Clause | null {
  const { at, kind, upper } = t.peek();
  if (kind !== 'name') return null;
  if (t.keyword('MATCH')) return { kind: 'match', at, optional: false, ...parseMatchBody(t) };
  if (t.keyword('OPTIONAL', 'MATCH')) {
    return { kind: 'match', at, optional: true, ...parseMatchBody(t) };
  }
  if (t.keyword('UNWIND')) return parseUnwind(t, at);
  if (t.keyword('WITH')) return parseProjection(t, 'with', at);
  if (t.keyword('RETURN')) return parseProjection(t, 'return', at);
  if (t.keyword('CALL')) return parseProcedureCall(t, at);
  if (writing.has(upper)) throw refuseWrite(upper, at, nested);
  return null;
}

/** Inside EXISTS and COUNT a write is a fault of the language; elsewhere it is refused as such. */
function refuseWrite(word: string, at: Clause['at'], nested: boolean): CypherError {
  if (nested) {
    return syntaxError('InvalidClauseComposition', `${word} cannot stand in a subquery.`, at);
  }
  const message = `${word} would write, and queries here only read. Change the record in review.`;
  return new CypherError('WriteRefused', 'compile time', 'WriteRefused', message, at);
}

function parseMatchBody(t: Tokens) {
  const patterns: PathPattern[] = [];
  do patterns.push(parsePattern(t));
  while (t.symbol(','));
  return { patterns, where: t.keyword('WHERE') ? parseExpression(t) : null };
}

function parseUnwind(t: Tokens, at: Clause['at']): Clause {
  const list = parseExpression(t);
  t.expectKeyword('AS');
  return { kind: 'unwind', at, list, variable: t.variable() };
}

function parseProjection(t: Tokens, kind: 'with' | 'return', at: Clause['at']): Projection {
  const distinct = t.keyword('DISTINCT');
  const star = t.symbol('*');
  const items = star && !t.symbol(',') ? [] : parseItems(t);
  const orderBy = t.keyword('ORDER', 'BY') ? parseSort(t) : [];
  const skip = t.keyword('SKIP') ? parseExpression(t) : null;
  const limit = t.keyword('LIMIT') ? parseExpression(t) : null;
  const where = kind === 'with' && t.keyword('WHERE') ? parseExpression(t) : null;
  return { kind, at, distinct, star, items, orderBy, skip, limit, where };
}

function parseItems(t: Tokens): ProjectionItem[] {
  const items: ProjectionItem[] = [];
  do {
    const { at } = t;
    const expression = parseExpression(t);
    const text = t.text.slice(at.offset, t.lastEnd);
    items.push({ at, expression, text, alias: t.keyword('AS') ? t.variable() : null });
  } while (t.symbol(','));
  return items;
}

function parseSort(t: Tokens): SortItem[] {
  const items: SortItem[] = [];
  do {
    const { at } = t;
    const expression = parseExpression(t);
    const descending = t.keyword('DESC') || t.keyword('DESCENDING');
    if (!descending && !t.keyword('ASC')) t.keyword('ASCENDING');
    items.push({ at, expression, descending });
  } while (t.symbol(','));
  return items;
}

function parseProcedureCall(t: Tokens, at: Clause['at']): Clause {
  const parts = [t.schemaName('a procedure')];
  while (t.symbol('.')) parts.push(t.schemaName('a procedure'));
  const args = t.symbol('(') ? parseList(t, ')') : null;
  const yields = t.keyword('YIELD') ? parseYields(t) : null;
  const where = yields && t.keyword('WHERE') ? parseExpression(t) : null;
  return { kind: 'call', at, procedure: parts.join('.'), args, yields, where };
}

function parseYields(t: Tokens): readonly YieldItem[] | '*' {
  if (t.symbol('*')) return '*';
  if (t.symbol('-')) return [];
  const items: YieldItem[] = [];
  do {
    const { at } = t;
    const column = t.variable();
    items.push({ at, column, variable: t.keyword('AS') ? t.variable() : column });
  } while (t.symbol(','));
  return items;
}
