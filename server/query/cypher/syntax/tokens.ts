import type { CypherError, Position } from '../errors.ts';
import { syntaxError } from '../errors.ts';
import type { Expression, Query } from './ast.ts';
import type { Token } from './lexer.ts';
import { tokenize } from './lexer.ts';

/** Deepest nesting of expressions that a query may have. */
const MAX_DEPTH = 300;
/** Longest chain of operators of one level, such as conditions joined by OR. */
const MAX_CHAIN = 2000;

/** Words that name no variable unless quoted (openCypher 9, ReservedWord, those in use here). */
const reserved = new Set(
  (
    'ALL AND AS ASC ASCENDING BY CASE CONTAINS CREATE DELETE DESC DESCENDING DETACH DISTINCT ELSE ' +
    'END ENDS EXISTS FALSE IN IS LIMIT MATCH MERGE NOT NULL ON OPTIONAL OR ORDER REMOVE RETURN SET ' +
    'SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR'
  ).split(' '),
);

/** The rules that recur; handed to the cursor so that files of the grammar import downwards only. */
export interface Grammar {
  expression(t: Tokens): Expression;
  subquery(t: Tokens): Query;
}

/** A cursor over the tokens with the small questions every rule of the grammar asks. */
export class Tokens {
  readonly text: string;
  readonly grammar: Grammar;
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;

  constructor(text: string, grammar: Grammar) {
    this.text = text;
    this.grammar = grammar;
    this.tokens = tokenize(text);
  }

  peek(ahead = 0): Token {
    return this.raw(this.index + ahead);
  }

  private raw(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)] as Token;
  }

  get at(): Position {
    return this.peek().at;
  }

  /** Offset just past the last token taken. */
  get lastEnd(): number {
    return this.index === 0 ? 0 : this.raw(this.index - 1).end;
  }

  take(): Token {
    const token = this.peek();
    this.index += 1;
    return token;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  isKeyword(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.upper === word;
  }

  /** Takes the symbol if it is next. */
  symbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.index += 1;
    return true;
  }

  /** Takes the words if they all come next. */
  keyword(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.isKeyword(word, i))) return false;
    this.index += words.length;
    return true;
  }

  expectSymbol(text: string): Token {
    if (!this.isSymbol(text)) throw this.unexpected(`'${text}'`);
    return this.take();
  }

  expectKeyword(word: string): void {
    if (!this.keyword(word)) throw this.unexpected(word);
  }

  unexpected(wanted: string): CypherError {
    const token = this.peek();
    if (token.error) return token.error;
    const found = token.kind === 'end' ? 'the end of the query' : `'${token.text.slice(0, 30)}'`;
    return syntaxError('UnexpectedSyntax', `Expected ${wanted} but found ${found}.`, token.at);
  }

  isName(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'escaped' || (token.kind === 'name' && !reserved.has(token.upper));
  }

  variable(): string {
    if (!this.isName()) throw this.unexpected('a variable');
    return this.take().text;
  }

  /** Labels, types, property keys: any word will do, reserved or not. */
  schemaName(what: string): string {
    const { kind, at } = this.peek();
    if (kind === 'name' || kind === 'escaped') return this.take().text;
    if (kind !== 'invalid') throw this.unexpected(what);
    throw syntaxError('UnexpectedSyntax', `Expected ${what}.`, at);
  }

  /**
   * Whether a path pattern starts `ahead`: a node in round brackets, then the beginning of a
   * relationship. Looks at a bounded number of tokens, brackets being matched beforehand.
   */
  isPattern(ahead = 0): boolean {
    let index = this.index + ahead;
    if (!this.rawIs(index, '(')) return false;
    index += 1;
    if (this.rawIsName(index)) index += 1;
    while (this.rawIs(index, ':') && this.rawIsName(index + 1)) index += 2;
    if (this.rawIs(index, '{')) index = this.raw(index).match + 1;
    else if (this.raw(index).kind === 'parameter') index += 1;
    if (index === 0 || !this.rawIs(index, ')')) return false;
    return this.startsRelationship(index + 1);
  }

  private startsRelationship(index: number): boolean {
    const dash = this.rawIs(index, '<') ? index + 1 : index;
    if (!this.rawIs(dash, '-')) return false;
    if (this.rawIs(dash + 1, '[')) {
      const close = this.raw(dash + 1).match;
      return close > 0 && this.rawIs(close + 1, '-');
    }
    if (!this.rawIs(dash + 1, '-')) return false;
    const node = this.rawIs(dash + 2, '>') ? dash + 3 : dash + 2;
    return this.rawIs(node, '(');
  }

  private rawIs(index: number, text: string): boolean {
    const token = this.raw(index);
    return token.kind === 'symbol' && token.text === text;
  }

  private rawIsName(index: number): boolean {
    const { kind } = this.raw(index);
    return kind === 'name' || kind === 'escaped';
  }

  expression(): Expression {
    return this.grammar.expression(this);
  }

  /** Runs a rule one level deeper, and refuses beyond MAX_DEPTH. */
  nested<T>(rule: () => T): T {
    this.checkDepth(0);
    this.depth += 1;
    try {
      return rule();
    } finally {
      this.depth -= 1;
    }
  }

  checkDepth(chain: number): void {
    if (this.depth < MAX_DEPTH && chain < MAX_CHAIN) return;
    const message = `Expressions nest at most ${MAX_DEPTH} deep; split the query with WITH.`;
    throw syntaxError('NestingTooDeep', message, this.at);
  }
}
