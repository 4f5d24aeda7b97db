import { isQueryKey, type QueryKeyName } from '../vocabulary.ts';

/** A piece of a search string; offsets in UTF-16 code units, end exclusive. */
export type Token = OperatorToken | ValueToken;

export interface OperatorToken {
  readonly type: 'open' | 'close' | 'or' | 'and' | 'minus';
  readonly start: number;
  readonly end: number;
}

export interface ValueToken {
  readonly type: 'value';
  /** Null for free words and phrases. */
  readonly key: QueryKeyName | null;
  /** Without marks and with escapes undone; may be empty. */
  readonly value: string;
  readonly quoted: boolean;
  /** False when the closing mark is missing. */
  readonly closed: boolean;
  /** A `-` before the value (`via:-BelTA`). */
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
}

/** Every mark that opens or closes a phrase; any of them closes any other. */
export const QUOTES = '"“”„‟«»';

const SPACE = /\s+/y;
const RUN = new RegExp(`[^\\s()${QUOTES}]+`, 'y');

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Whether the character at the offset is a quotation mark; false at the end of the text. */
function quoteAt(text: string, at: number): boolean {
  return at < text.length && QUOTES.includes(text.charAt(at));
}

/** Reads from just after an opening mark. `\` keeps a mark or a `\` from being read as such. */
function quoted(text: string, start: number) {
  let value = '';
  let at = start;
  for (; at < text.length && !quoteAt(text, at); at += 1) {
    const escapes = text[at] === '\\' && (text[at + 1] === '\\' || quoteAt(text, at + 1));
    if (escapes) at += 1;
    value += text.charAt(at);
  }
  const closed = at < text.length;
  return { value, closed, end: closed ? at + 1 : at };
}

/** The key that a run begins with, whatever its case; null when it begins with none. */
function keyOf(run: string): QueryKeyName | null {
  const colon = run.indexOf(':');
  const word = colon < 0 ? '' : run.slice(0, colon).toLowerCase();
  return isQueryKey(word) ? word : null;
}

function keyedToken(text: string, start: number, run: string, key: QueryKeyName): ValueToken {
  const rest = run.slice(key.length + 1);
  const negated = rest.startsWith('-');
  const value = negated ? rest.slice(1) : rest;
  const end = start + run.length;
  const base = { type: 'value', key, negated, start } as const;
  if (value !== '' || !quoteAt(text, end)) {
    return { ...base, value, quoted: false, closed: true, end };
  }
  return { ...base, quoted: true, ...quoted(text, end + 1) };
}

function runToken(text: string, start: number): Token {
  const run = matchAt(RUN, text, start);
  const end = start + run.length;
  if (run === 'OR' || run === 'AND') return { type: run === 'OR' ? 'or' : 'and', start, end };
  const joined = run.length > 1 || quoteAt(text, end) || text[end] === '(';
  if (run.startsWith('-') && joined) {
    return { type: 'minus', start, end: start + 1 };
  }
  const key = keyOf(run);
  if (key !== null) return keyedToken(text, start, run, key);
  return {
    type: 'value',
    key: null,
    value: run,
    quoted: false,
    closed: true,
    negated: false,
    start,
    end,
  };
}

function tokenAt(text: string, start: number): Token {
  const character = text.charAt(start);
  if (character === '(') return { type: 'open', start, end: start + 1 };
  if (character === ')') return { type: 'close', start, end: start + 1 };
  if (!quoteAt(text, start)) return runToken(text, start);
  const base = { type: 'value', key: null, quoted: true, negated: false, start } as const;
  return { ...base, ...quoted(text, start + 1) };
}

/** All tokens in order. Takes any string; time is linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = matchAt(SPACE, text, 0).length;
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end + matchAt(SPACE, text, token.end).length;
  }
  return tokens;
}
