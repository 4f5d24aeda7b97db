import {
  ALL,
  and,
  not,
  or,
  term,
  type Position,
  type TypedQuery,
  type TypedTerm,
} from '../query.ts';
import type { QueryNote } from '../replies.ts';
import { QUERY_KEY_NAMES, type QueryKeyName } from '../vocabulary.ts';
import { tokenise, type Token, type ValueToken } from './lexer.ts';
import { printSearch } from './print.ts';
import { textTerm } from './text.ts';
import { canonicalValue, faultOf } from './values.ts';

/** Longest search string that is typed, in UTF-16 code units. */
export const MAX_SEARCH_LENGTH = 4096;
/** Deepest nesting of parentheses that is typed. */
const MAX_SEARCH_DEPTH = 32;
/**
 * Longest canonical search string. `printSearch` may write more than was typed: a mark inside a
 * phrase takes two characters. Its values have at most MAX_SEARCH_LENGTH characters together.
 */
export const MAX_CANONICAL_LENGTH = 4 * MAX_SEARCH_LENGTH;
/** Most terms in one search. */
export const MAX_SEARCH_TERMS = 256;

export interface ParsedSearch {
  readonly query: TypedQuery;
  /** What was not taken literally, and what is wrong, in order of place. */
  readonly notes: readonly QueryNote[];
  /** Where each term of `query` stands, by identity. */
  readonly positions: ReadonlyMap<TypedTerm, Position>;
}

/** Notes with these codes refuse the query; all others tell how it was read. */
const REFUSALS = ['bad-date', 'bad-value', 'bad-query'] as const;
export type Refusal = (typeof REFUSALS)[number];

export function isRefusal(code: QueryNote['code']): code is Refusal {
  return (REFUSALS as readonly string[]).includes(code);
}

interface Limits {
  readonly length: number;
  readonly depth: number;
}

const TYPED: Limits = { length: MAX_SEARCH_LENGTH, depth: MAX_SEARCH_DEPTH };
/** `printSearch` puts parentheses around an "or" that stood alone and around a word like a key. */
const CANONICAL: Limits = { length: MAX_CANONICAL_LENGTH, depth: MAX_SEARCH_DEPTH + 4 };

/** One operand with the key under which repeats of it become "or"; null when it stands alone. */
interface Operand {
  readonly query: TypedQuery;
  readonly key: QueryKeyName | null;
}

/** Something written like a key that is none: letters, a colon, and more. */
const LIKE_A_KEY = /^\p{L}[\p{L}-]*:(?=.)/u;

class Parser {
  readonly notes: QueryNote[] = [];
  readonly positions = new Map<TypedTerm, Position>();
  private readonly tokens: readonly Token[];
  private at = 0;
  private refused = false;
  private readonly limits: Limits;

  constructor(text: string, limits: Limits) {
    this.tokens = tokenise(text);
    this.limits = limits;
  }

  /** Whether the search breaks a limit, so that what follows was not read. */
  get isRefused(): boolean {
    return this.refused;
  }

  parse(): TypedQuery {
    const parts = [this.alternatives(0)];
    for (let token = this.take(); token !== undefined; token = this.take()) {
      this.note('not-understood', 'This “)” closes nothing and was left out.', token);
      parts.push(this.alternatives(0));
    }
    return and(...parts);
  }

  /** runs joined by OR. */
  private alternatives(depth: number): TypedQuery {
    const parts = [this.conjunction(depth)];
    for (let token = this.peek(); token?.type === 'or'; token = this.peek()) {
      this.at += 1;
      const part = this.conjunction(depth);
      const missing = part.type === 'all' || parts.at(-1)?.type === 'all';
      if (missing) this.note('not-understood', 'OR needs something on both sides.', token);
      parts.push(part);
    }
    const standing = parts.filter((part) => part.type !== 'all');
    return standing.length === 0 ? ALL : or(...standing);
  }

  /** Runs joined by AND. */
  private conjunction(depth: number): TypedQuery {
    const parts = [this.run(depth)];
    for (let token = this.peek(); token?.type === 'and'; token = this.peek()) {
      this.at += 1;
      const part = this.run(depth);
      const missing = part.type === 'all' || parts.at(-1)?.type === 'all';
      if (missing) this.note('not-understood', 'AND needs something on both sides.', token);
      parts.push(part);
    }
    return and(...parts);
  }

  /** Operands side by side: repeats of one key are "or", everything else is "and". */
  private run(depth: number): TypedQuery {
    const groups: { key: QueryKeyName | null; of: TypedQuery[] }[] = [];
    for (let operand = this.operand(depth); operand !== null; operand = this.operand(depth)) {
      const { key, query } = operand;
      const group = key === null ? undefined : groups.find((each) => each.key === key);
      if (group === undefined) groups.push({ key, of: [query] });
      else group.of.push(query);
    }
    return and(...groups.map(({ of }) => or(...of)));
  }

  /** Null at the end of a run. */
  private operand(depth: number): Operand | null {
    let negated = false;
    for (let token = this.peek(); token !== undefined; token = this.peek()) {
      if (token.type === 'close' || token.type === 'or' || token.type === 'and') break;
      this.at += 1;
      if (token.type === 'minus') {
        negated = !negated;
        continue;
      }
      const read = token.type === 'value' ? this.value(token) : this.group(token, depth + 1);
      if (read !== null) return negated ? { key: null, query: not(read.query) } : read;
      negated = false;
    }
    return null;
  }

  private group(open: Token, depth: number): Operand | null {
    if (depth > this.limits.depth) {
      this.refuse(`Parentheses may nest ${MAX_SEARCH_DEPTH} deep, no deeper.`, open);
      return null;
    }
    const query = this.alternatives(depth);
    if (this.peek()?.type === 'close') this.at += 1;
    else if (!this.refused) this.note('not-understood', 'This “(” is closed at the end.', open);
    if (query.type !== 'all') return { key: null, query };
    if (!this.refused) this.note('not-understood', 'Empty parentheses were left out.', open);
    return null;
  }

  private value(token: ValueToken): Operand | null {
    if (!token.closed) this.note('not-understood', 'This quotation is closed at the end.', token);
    const typed = this.typedTerm(token);
    if (typed === null) return null;
    if (this.positions.size >= MAX_SEARCH_TERMS) {
      this.refuse(`A search holds at most ${MAX_SEARCH_TERMS} terms.`, token);
      return null;
    }
    this.positions.set(typed, { start: token.start, end: token.end });
    return token.negated
      ? { key: null, query: not(term(typed)) }
      : { key: token.key, query: term(typed) };
  }

  private typedTerm(token: ValueToken): TypedTerm | null {
    if (token.key === null || token.key === 'text') return this.text(token);
    const { key } = token;
    const value = canonicalValue(key, token.value);
    if (value === '') {
      this.note('not-understood', `${key}: needs a value right after the colon.`, token);
      return null;
    }
    const fault = faultOf(key, value);
    if (fault !== null) this.note(fault.code, fault.message, token);
    return { key, value };
  }

  private text(token: ValueToken): TypedTerm | null {
    const found = textTerm(token.value, token.quoted);
    if (found === null) this.note('not-understood', 'Nothing to look for here.', token);
    const like = token.quoted || token.key ? null : LIKE_A_KEY.exec(token.value);
    if (like) {
      const message = `${like[0]} is no key, so this was read as plain text. Keys: ${QUERY_KEY_NAMES.join(', ')}.`;
      this.note('unknown-key-as-text', message, token);
    }
    return found;
  }

  /** Stops reading: what follows is not looked at. */
  private refuse(message: string, place: Position): void {
    this.refused = true;
    this.note('bad-query', message, place);
    this.at = this.tokens.length;
  }

  private note(code: QueryNote['code'], message: string, { start, end }: Position): void {
    this.notes.push({ code, message, start, end });
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private take(): Token | undefined {
    this.at += 1;
    return this.tokens[this.at - 1];
  }
}

/**
 * Reads the language of the search box (docs/search.md). Takes any string and never throws: what
 * is wrong is a note with its place. Time is linear in the length. What `printSearch` wrote of a
 * search within the limits is read, though it may be longer.
 */
export function parseSearch(text: string): ParsedSearch {
  return readWithin(text, TYPED) ?? readCanonical(text) ?? refusal(text);
}

/** Null when the string breaks a limit. */
function readWithin(text: string, limits: Limits): ParsedSearch | null {
  if (text.length > limits.length) return null;
  const parser = new Parser(text, limits);
  const parsed = parsedBy(parser);
  return parser.isRefused ? null : parsed;
}

function parsedBy(parser: Parser): ParsedSearch {
  const query = parser.parse();
  const notes = parser.notes.toSorted((a, b) => a.start - b.start);
  return { query, notes, positions: parser.positions };
}

/** Null when the string is not what `printSearch` writes of a search within the limits. */
function readCanonical(text: string): ParsedSearch | null {
  const parsed = readWithin(text, CANONICAL);
  if (parsed === null || printSearch(parsed.query) !== text) return null;
  const terms = [...parsed.positions.keys()];
  const length = terms.reduce((sum, { value }) => sum + value.length, 0);
  return length <= MAX_SEARCH_LENGTH ? parsed : null;
}

function refusal(text: string): ParsedSearch {
  if (text.length <= MAX_SEARCH_LENGTH) return parsedBy(new Parser(text, TYPED));
  const message = `A search may be ${MAX_SEARCH_LENGTH} characters long; this one has ${text.length}.`;
  const note = { message, start: MAX_SEARCH_LENGTH, end: text.length } as const;
  return { query: ALL, notes: [{ code: 'bad-query', ...note }], positions: new Map() };
}
