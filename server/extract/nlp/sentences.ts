import type { Span } from './types.ts';

/** Token ranges, end exclusive. */
export type Range = readonly [from: number, to: number];

const STOP = /^(?:[.?!]+|…)$/;
const CLOSING = /^["”’)\]]$/;
const ABBREVIATION = /^(?:(?:[A-Za-z]\.){2,}|(?:Jr|Sr|Inc|Corp|Co|etc)\.)$/;
const OPENS = /^(?:[\p{Lu}\d“"‘([$@#—–•*-]|``|'')/u;
/** Marks that both open and close. */
const STRAIGHT = /^(?:"|'')$/;
/** After an abbreviation only these begin a sentence; a name may well follow "U.S.". */
const SURE_OPENERS = new Set(
  (
    "The He She It They But And In “ \" '' We I His Her That This A On At For As If When While " +
    'After Mr.'
  ).split(' '),
);
/** A "sentence" longer than this is a list or a broken text; it is cut, so that work is bounded. */
const LONGEST = 250;

/** Splits tokens into sentences; a line break always ends one. */
export function splitSentences(text: string, tokens: readonly Span[]): Range[] {
  return new SentenceSplitter(text, tokens).split();
}

class SentenceSplitter {
  readonly #text: string;
  readonly #tokens: readonly Span[];
  /** Inside a pair of straight quotation marks. */
  #quoting = false;

  constructor(text: string, tokens: readonly Span[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  split(): Range[] {
    const ranges: Range[] = [];
    let from = 0;
    for (let i = 0; i < this.#tokens.length; i++) {
      const last = this.#endAt(i, i - from);
      i = last.index;
      if (!last.ends) continue;
      ranges.push([from, i + 1]);
      from = i + 1;
    }
    return ranges;
  }

  /** Whether a sentence ends at token i or at the closing marks after it, and where. */
  #endAt(i: number, length: number): { index: number; ends: boolean } {
    const word = this.#word(i);
    if (STRAIGHT.test(word)) this.#quoting = !this.#quoting;
    if (this.#breakAfter(i)) this.#quoting = false;
    if (i === this.#tokens.length - 1 || this.#breakAfter(i) || length >= LONGEST)
      return { index: i, ends: true };
    const stop = STOP.test(word);
    if (!stop && !ABBREVIATION.test(word)) return { index: i, ends: false };
    const next = this.#pastClosing(i + 1);
    if (next < this.#tokens.length && this.#breakAfter(next - 1)) this.#quoting = false;
    const ends =
      next === this.#tokens.length ||
      this.#breakAfter(next - 1) ||
      (this.#blankAfter(next - 1) && this.#opens(next, stop));
    return { index: next - 1, ends };
  }

  /** The first token at or after i that is not a closing mark hard on the one before. */
  #pastClosing(i: number): number {
    let next = i;
    while (next < this.#tokens.length && !this.#blankAfter(next - 1) && this.#closes(next)) {
      if (STRAIGHT.test(this.#word(next))) this.#quoting = false;
      next++;
    }
    return next;
  }

  /** Of a mark hard on the word before: a straight one closes where a blank follows it, too. */
  #closes(i: number): boolean {
    const word = this.#word(i);
    if (!STRAIGHT.test(word)) return CLOSING.test(word);
    return this.#quoting || this.#blankAfter(i) || i === this.#tokens.length - 1;
  }

  #opens(i: number, afterStop: boolean): boolean {
    const word = this.#word(i);
    return OPENS.test(word) && (afterStop || SURE_OPENERS.has(word));
  }

  #word(i: number): string {
    const { start, end } = this.#tokens[i]!;
    return this.#text.slice(start, end);
  }

  #gapAfter(i: number): string {
    return this.#text.slice(this.#tokens[i]!.end, this.#tokens[i + 1]!.start);
  }

  #breakAfter(i: number): boolean {
    return i + 1 < this.#tokens.length && /[\n\r\u2028\u2029]/.test(this.#gapAfter(i));
  }

  #blankAfter(i: number): boolean {
    return i + 1 < this.#tokens.length && this.#gapAfter(i) !== '';
  }
}
