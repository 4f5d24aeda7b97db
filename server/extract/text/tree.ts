import type { Sentence, Span, Token } from '../nlp/index.ts';

/** A sentence's dependency tree, read downwards. Indices are into `tokens`. */
export class Tree {
  readonly tokens: readonly Token[];
  readonly #children: readonly (readonly number[])[];
  readonly #first: Int32Array;
  readonly #last: Int32Array;

  constructor(sentence: Sentence) {
    this.tokens = sentence.tokens;
    const children: number[][] = this.tokens.map(() => []);
    this.tokens.forEach(({ head }, i) => children[head]?.push(i));
    this.#children = children;
    this.#first = Int32Array.from(this.tokens.keys());
    this.#last = Int32Array.from(this.tokens.keys());
    this.tokens.forEach((_, i) => this.#widen(i));
  }

  /** Every governor of a token reaches at least as far as the token. */
  #widen(i: number): void {
    let steps = this.tokens.length;
    for (let up = this.tokens[i]!.head; up >= 0 && steps-- > 0; up = this.tokens[up]!.head) {
      if (i < this.#first[up]!) this.#first[up] = i;
      if (i > this.#last[up]!) this.#last[up] = i;
    }
  }

  children(i: number): readonly number[] {
    return this.#children[i] ?? [];
  }

  /** Children whose relation is one of these, its subtype aside ("nmod:poss" is an "nmod"). */
  childrenBy(i: number, ...relations: readonly string[]): number[] {
    return this.children(i).filter((child) => relations.includes(this.relation(child)));
  }

  /** The relation to the head, without subtype. */
  relation(i: number): string {
    const { relation } = this.tokens[i]!;
    const subtype = relation.indexOf(':');
    return subtype < 0 ? relation : relation.slice(0, subtype);
  }

  /** First and last token of what hangs under a token, itself included. */
  reach(i: number): readonly [first: number, last: number] {
    return [this.#first[i]!, this.#last[i]!];
  }

  /** The span of what hangs under a token. */
  spanOf(i: number): Span {
    const [first, last] = this.reach(i);
    return { start: this.tokens[first]!.start, end: this.tokens[last]!.end };
  }

  /** The token that governs a stretch: the first whose head lies outside of it. */
  headOf(from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const { head, tag } = this.tokens[i]!;
      if ((head < from || head >= to) && /^[\p{L}\p{N}$]/u.test(tag)) return i;
    }
    return from;
  }

  /** The first token that ends after an offset; the number of tokens when none does. */
  tokenAt(offset: number): number {
    const found = this.tokens.findIndex(({ end }) => end > offset);
    return found < 0 ? this.tokens.length : found;
  }

  /** Whether a token hangs under another, or is it. */
  under(i: number, ancestor: number): boolean {
    let steps = this.tokens.length;
    for (let up = i; up >= 0 && steps-- > 0; up = this.tokens[up]!.head)
      if (up === ancestor) return true;
    return false;
  }
}
