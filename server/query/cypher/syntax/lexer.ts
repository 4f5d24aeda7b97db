import type { Position, CypherError } from '../errors.ts';
import { syntaxError } from '../errors.ts';

export type TokenKind =
  'name' | 'escaped' | 'integer' | 'float' | 'string' | 'parameter' | 'symbol' | 'invalid' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** The name, the symbol, the digits, or the text of a string with its escapes resolved. */
  readonly text: string;
  /** The same in upper case for names, so that keywords compare without regard to case. */
  readonly upper: string;
  readonly at: Position;
  /** Offset just past the token. */
  readonly end: number;
  /** Why an `invalid` token is refused, raised where the parser comes to it. */
  readonly error: CypherError | null;
  /** Index of the token that closes this bracket, -1 for anything else. */
  match: number;
}

/** Longest query the engine reads, in UTF-16 units. */
const MAX_QUERY_LENGTH = 100_000;

const blank = /(?:\s|\u001c|\u001d|\u001e|\u001f|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)+/uy;
const name = /[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Pc}\p{Sc}]*/uy;
const number =
  /(?:0[xX][0-9a-fA-F]*|0[oO][0-7]*|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?)(?:[\p{ID_Continue}]+)?/uy;
const plainNumber =
  /^(?:(0[xX][0-9a-fA-F]+|0[oO][0-7]+|\d+)|((?:\d+\.\d+|\.\d+|\d+(?=[eE]))(?:[eE][-+]?\d+)?))$/;
const parameter = /\$(?:[\p{ID_Continue}\p{Pc}]+|`(?:[^`]|``)*`)/uy;
const symbols = ['<>', '<=', '>=', '=~', '..', '+='];
const single = '()[]{}<>=+-*/%^.,:;|&!';
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Reads the whole text; never throws for bad characters, which become `invalid` tokens. */
export function tokenize(text: string): Token[] {
  if (text.length > MAX_QUERY_LENGTH) {
    const at = { offset: MAX_QUERY_LENGTH, line: 1, column: 1 };
    throw syntaxError('QueryTooLong', `A query may have ${MAX_QUERY_LENGTH} characters.`, at);
  }
  const tokens = new Lexer(text).all();
  matchBrackets(tokens);
  return tokens;
}

function matchBrackets(tokens: Token[]): void {
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'symbol') return;
    if (closers[token.text]) open.push(index);
    if (!')]}'.includes(token.text)) return;
    const start = tokens[open.at(-1) ?? -1];
    if (!start || closers[start.text] !== token.text) return;
    start.match = index;
    open.pop();
  });
}

class Lexer {
  private readonly text: string;
  private offset = 0;
  private line = 1;
  private lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  all(): Token[] {
    const tokens: Token[] = [];
    for (;;) {
      this.advance(this.scan(blank)?.length ?? 0);
      const token = this.next();
      tokens.push(token);
      if (token.kind === 'end') return tokens;
      this.advance(token.end - this.offset);
    }
  }

  private position(): Position {
    return { offset: this.offset, line: this.line, column: this.offset - this.lineStart + 1 };
  }

  private advance(length: number): void {
    const end = this.offset + length;
    for (let i = this.offset; i < end; i += 1) {
      if (this.text.charCodeAt(i) === 10) {
        this.line += 1;
        this.lineStart = i + 1;
      }
    }
    this.offset = end;
  }

  private scan(pattern: RegExp): string | null {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text)?.[0] ?? null;
  }

  private token(kind: TokenKind, text: string, length: number): Token {
    const upper = kind === 'name' ? text.toUpperCase() : text;
    const end = this.offset + length;
    return { kind, text, upper, at: this.position(), end, error: null, match: -1 };
  }

  private invalid(detail: string, message: string, length: number): Token {
    const error = syntaxError(detail, message, this.position());
    return { ...this.token('invalid', '', Math.max(length, 1)), error };
  }

  private next(): Token {
    const char = this.text[this.offset];
    if (char === undefined) return this.token('end', '', 0);
    if (char === "'" || char === '"') return this.string(char);
    if (char === '`') return this.escapedName();
    if (char === '$') return this.parameter();
    const digits = this.scan(number);
    if (digits !== null) return this.number(digits);
    const word = this.scan(name);
    if (word !== null) return this.token('name', word, word.length);
    return this.symbol(char);
  }

  private symbol(char: string): Token {
    const pair = this.text.slice(this.offset, this.offset + 2);
    if (symbols.includes(pair)) return this.token('symbol', pair, 2);
    if (pair === '/*') {
      return this.invalid('UnexpectedSyntax', 'The comment is not closed.', 2);
    }
    if (single.includes(char)) return this.token('symbol', char, 1);
    if (char.charCodeAt(0) < 128) {
      return this.invalid('UnexpectedSyntax', `'${char}' has no meaning here.`, 1);
    }
    return this.invalid('InvalidUnicodeCharacter', `'${char}' has no meaning here.`, 1);
  }

  private number(digits: string): Token {
    const match = plainNumber.exec(digits);
    if (match?.[1] !== undefined) return this.token('integer', digits, digits.length);
    if (match) return this.token('float', digits, digits.length);
    return this.invalid('InvalidNumberLiteral', `'${digits}' is not a number.`, digits.length);
  }

  private parameter(): Token {
    const text = this.scan(parameter);
    if (text === null) return this.invalid('UnexpectedSyntax', 'A parameter needs a name.', 1);
    return this.token('parameter', unescapeName(text.slice(1)), text.length);
  }

  private escapedName(): Token {
    const text = this.scan(/`(?:[^`]|``)*`/y);
    if (text === null) {
      return this.invalid('UnexpectedSyntax', 'The quoted name is not closed.', 1);
    }
    return this.token('escaped', unescapeName(text), text.length);
  }

  private string(quote: string): Token {
    const parts: string[] = [];
    let at = this.offset + 1;
    for (;;) {
      const char = this.text[at];
      if (char === undefined) {
        return this.invalid('UnexpectedSyntax', 'The string is not closed.', at - this.offset);
      }
      if (char === quote) return this.token('string', parts.join(''), at + 1 - this.offset);
      if (char !== '\\') {
        parts.push(char);
        at += 1;
        continue;
      }
      const escape = readEscape(this.text, at);
      if (typeof escape === 'string')
        return this.invalid(escape, 'No such escape.', at + 2 - this.offset);
      parts.push(escape.text);
      at += escape.length;
    }
  }
}

function unescapeName(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The escape that starts at a backslash, or the detail of the error it is. */
function readEscape(text: string, at: number): { text: string; length: number } | string {
  const char = text[at + 1] ?? '';
  const plain = escapes.get(char);
  if (plain !== undefined) return { text: plain, length: 2 };
  if (char !== 'u' && char !== 'U') return 'UnexpectedSyntax';
  const width = char === 'u' ? 4 : 8;
  const digits = text.slice(at + 2, at + 2 + width);
  const point = Number.parseInt(digits, 16);
  if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length < width || point > 0x10ffff) {
    return 'InvalidUnicodeLiteral';
  }
  return { text: String.fromCodePoint(point), length: 2 + width };
}
