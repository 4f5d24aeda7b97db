import type { Statement } from './ast.ts';
import { parseQuery, parseSubquery } from './clauses.ts';
import { parseExpression } from './expressions.ts';
import { Tokens } from './tokens.ts';

/**
 * Reads one Cypher statement. Pure: the same text gives the same tree or throws the same
 * CypherError, with a code and a position.
 */
export function parse(text: string): Statement {
  const tokens = new Tokens(text, { expression: parseExpression, subquery: parseSubquery });
  const explain = tokens.keyword('EXPLAIN');
  const query = parseQuery(tokens, false);
  while (tokens.symbol(';'));
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('a clause');
  return { explain, query };
}
