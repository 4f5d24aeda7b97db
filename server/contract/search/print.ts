import type { TypedQuery, TypedTerm } from '../query.ts';
import { isQueryKey, type QueryKeyName } from '../vocabulary.ts';
import { QUOTES } from './lexer.ts';

const NEEDS_QUOTES = new RegExp(`[\\s()${QUOTES}]|^-|^$`);
const ESCAPED = new RegExp(`[\\\\${QUOTES}]`, 'g');

/** A value within plain marks, `\` before each mark and `\` inside. */
function quote(value: string): string {
  return `"${value.replace(ESCAPED, '\\$&')}"`;
}

function printValue(value: string): string {
  return NEEDS_QUOTES.test(value) ? quote(value) : value;
}

/** Whether a bare word would be read as something else: an operator or a key with its value. */
function misread(word: string): boolean {
  const key = word.slice(0, Math.max(word.indexOf(':'), 0)).toLowerCase();
  return word === 'OR' || word === 'AND' || isQueryKey(key);
}

function printText(term: Extract<TypedTerm, { form: unknown }>): string {
  if (term.form === 'phrase' || NEEDS_QUOTES.test(term.value)) return quote(term.value);
  const word = term.form === 'prefix' ? `${term.value}*` : term.value;
  return misread(word) ? `(text:${word})` : word;
}

function printTerm(term: TypedTerm): string {
  return term.key === 'text' ? printText(term) : `${term.key}:${printValue(term.value)}`;
}

/** The key that all parts of an "or" share, so that side by side says it; null when there is none. */
function sharedKey(query: TypedQuery): QueryKeyName | null {
  if (query.type === 'term') return query.term.key === 'text' ? null : query.term.key;
  if (query.type !== 'or') return null;
  const keys = new Set(query.of.map((part) => (part.type === 'term' ? sharedKey(part) : null)));
  const [key = null] = keys;
  return keys.size === 1 ? key : null;
}

/** A new run, so an AND, begins where a key would otherwise repeat and be read as "or". */
function printAnd(parts: readonly TypedQuery[]): string {
  const runs: string[][] = [];
  let keys = new Set<QueryKeyName>();
  for (const part of parts) {
    const key = sharedKey(part);
    if (runs.length === 0 || (key !== null && keys.has(key))) {
      runs.push([]);
      keys = new Set();
    }
    if (key !== null) keys.add(key);
    runs.at(-1)?.push(part.type === 'or' && key === null ? `(${print(part)})` : print(part));
  }
  return runs.map((run) => run.join(' ')).join(' AND ');
}

function print(query: TypedQuery): string {
  switch (query.type) {
    case 'all':
      return '';
    case 'term':
      return printTerm(query.term);
    case 'not':
      return query.of.type === 'term' ? `-${print(query.of)}` : `-(${print(query.of)})`;
    case 'and':
      return printAnd(query.of);
    case 'or':
      return query.of.map(print).join(sharedKey(query) === null ? ' OR ' : ' ');
  }
}

/**
 * The canonical search string of a query: `parseSearch(printSearch(q)).query` equals `q` for every
 * query that a search string can express (`all` only at the root; words and prefixes without
 * spaces, marks and parentheses; no empty value) within the limits of a search.
 */
export function printSearch(query: TypedQuery): string {
  return print(query);
}
