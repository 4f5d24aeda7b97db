/**
 * Quotations of a passage: stretches between quotation marks, the marks included. Marks in real
 * text are broken, nested and of many languages; an opening one that is never closed quotes to the
 * end of the paragraph, which is the custom for quotations that run over paragraphs.
 */
export interface Quotation {
  /** First token, the opening mark. */
  readonly first: number;
  /** Last token, the closing mark where there is one. */
  readonly last: number;
}

/** Marks of one family close one another. Straight ones, single or doubled, open and close. */
type Family = 'curly' | 'straight' | 'angled' | 'corner' | 'single';

const FAMILY = new Map<string, Family>([
  ...['“', '”', '„', '‟'].map((mark) => [mark, 'curly'] as const),
  ...['"', '＂', '``', "''"].map((mark) => [mark, 'straight'] as const),
  ...['«', '»'].map((mark) => [mark, 'angled'] as const),
  ...['「', '」', '『', '』'].map((mark) => [mark, 'corner'] as const),
]);
const OPENING = new Set(['“', '"', '``', "''", '„', '«', '‟', '＂', '「', '『']);
const CLOSING = new Set(['”', '"', "''", '»', '＂', '」', '』', '‟']);

interface Open {
  readonly first: number;
  readonly family: Family;
}

/** What one token does to the state of quotation. */
type Step = 'open' | 'close' | 'reopen' | 'none';

/** `touchesNext(i)` tells whether token i+1 follows hard on token i. */
export function findQuotations(
  words: readonly string[],
  touchesNext: (i: number) => boolean,
): Quotation[] {
  const marks = new Marks(words, touchesNext);
  const found: Quotation[] = [];
  let open: Open | null = null;
  for (let i = 0; i < words.length; i++) {
    const step: Step = open ? marks.inside(i, open) : marks.outside(i);
    if (step === 'close' && open) {
      found.push({ first: open.first, last: i });
      open = null;
    } else if (step === 'open' || step === 'reopen') {
      open = { first: i, family: FAMILY.get(words[i]!) ?? 'single' };
    }
  }
  if (open && open.family !== 'single') found.push({ first: open.first, last: words.length - 1 });
  return found;
}

class Marks {
  readonly #words: readonly string[];
  readonly #touchesNext: (i: number) => boolean;
  readonly #lastClosing: number;
  /** By family: for each token, where the next mark after it stands, or -1. */
  readonly #following: ReadonlyMap<Family, Int32Array>;

  constructor(words: readonly string[], touchesNext: (i: number) => boolean) {
    this.#words = words;
    this.#touchesNext = touchesNext;
    this.#lastClosing = words.findLastIndex((word) => CLOSING.has(word));
    this.#following = followingMarks(words);
  }

  outside(i: number): Step {
    const word = this.#words[i]!;
    if (word === '‘' || word === '»') return this.#touchesNext(i) ? 'open' : 'none';
    if (word === '”') return this.#looksOpening(i) ? 'open' : 'none';
    return OPENING.has(word) && !this.#isLeftOver(i) ? 'open' : 'none';
  }

  /** A straight mark that closes what was never opened: nothing after it could be its other half. */
  #isLeftOver(i: number): boolean {
    if (FAMILY.get(this.#words[i]!) !== 'straight' || !this.#looksClosing(i)) return false;
    const next = this.#following.get('straight')![i]!;
    return next < 0 || this.#looksOpening(next);
  }

  inside(i: number, open: Open): Step {
    const word = this.#words[i]!;
    const family = FAMILY.get(word);
    if (open.family === 'single') return this.#insideSingle(word);
    if (!family || this.#isNested(i, family, open)) return 'none';
    if (CLOSING.has(word)) return this.#looksReopening(i) ? 'reopen' : 'close';
    if (word !== '“') return 'none';
    // A second opening mark is a closing one typed wrong where a blank follows it, or where nothing
    // after it could close it.
    const mayOpen = this.#touchesNext(i) && i < this.#lastClosing;
    return i > open.first + 1 && !mayOpen ? 'close' : 'reopen';
  }

  #insideSingle(word: string): Step {
    if (word === '’') return 'close';
    return OPENING.has(word) ? 'reopen' : 'none';
  }

  /** A mark of another family, while one of the open one's is still to come that can close it. */
  #isNested(i: number, family: Family, open: Open): boolean {
    if (family === open.family) return false;
    const next = this.#following.get(open.family)?.[i] ?? -1;
    return next >= 0 && CLOSING.has(this.#words[next]!) && !this.#looksOpening(next);
  }

  /** A straight mark that can only open: the one before was never closed. */
  #looksReopening(i: number): boolean {
    return FAMILY.get(this.#words[i]!) === 'straight' && this.#looksOpening(i);
  }

  #looksClosing(i: number): boolean {
    return i > 0 && this.#touchesNext(i - 1) && !this.#touchesNext(i);
  }

  /** Set off from what stands before, hard on what follows. */
  #looksOpening(i: number): boolean {
    return this.#touchesNext(i) && (i === 0 || !this.#touchesNext(i - 1));
  }
}

function followingMarks(words: readonly string[]): Map<Family, Int32Array> {
  const following = new Map<Family, Int32Array>();
  for (const family of new Set(words.map((word) => FAMILY.get(word)))) {
    if (!family) continue;
    const column = new Int32Array(words.length).fill(-1);
    for (let i = words.length - 2; i >= 0; i--)
      column[i] = FAMILY.get(words[i + 1]!) === family ? i + 1 : column[i + 1]!;
    following.set(family, column);
  }
  return following;
}
