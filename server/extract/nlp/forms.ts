import { hashOf } from './hash.ts';
import { remembered } from './memo.ts';

/** Word forms as features see them. */

const QUOTE = /^(?:["“”„«»]|``|'')$/;

/** Lower case; years, other numbers and double quotation marks each as one form. */
function normalForm(word: string): string {
  if (/^\d/.test(word)) return /^(?:19|20)\d\d$/.test(word) ? '!YEAR' : '!NUM';
  if (QUOTE.test(word)) return '"';
  return word.replaceAll('’', "'").toLowerCase();
}

/** A word as features see it: hashes of the word, of its normal form and of that one's parts. */
export interface WordForms {
  readonly word: number;
  /** The word in lower case, and the last three letters of that. */
  readonly lower: number;
  readonly ending: number;
  readonly form: number;
  readonly shape: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix3: number;
}

const MOST_WORDS = 20_000;

export const formsOf = remembered((word): WordForms => {
  const form = normalForm(word);
  const lower = word.toLowerCase();
  return {
    word: hashOf(word),
    lower: hashOf(lower),
    ending: hashOf(lower.slice(-3)),
    form: hashOf(form),
    shape: hashOf(shapeOf(word)),
    suffix2: hashOf(form.slice(-2)),
    suffix3: hashOf(form.slice(-3)),
    suffix4: hashOf(form.slice(-4)),
    prefix3: hashOf(form.slice(0, 3)),
  };
}, MOST_WORDS);

/** "McCain" XxXx, "U.S." X.X., "NATO" XX, "2016" 9. */
function shapeOf(word: string): string {
  return word
    .slice(0, 40)
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\d+/g, '9');
}

/** A sentence's words as hashed columns, shared by the tagger and the name tagger. */
export type WordColumns = { readonly length: number } & {
  readonly [Column in Exclude<keyof WordForms, 'lower' | 'ending'>]: Uint32Array;
};

export function wordColumns(words: readonly string[]): WordColumns {
  const forms = words.map(formsOf);
  return {
    length: words.length,
    word: Uint32Array.from(forms, ({ word }) => word),
    form: Uint32Array.from(forms, ({ form }) => form),
    shape: Uint32Array.from(forms, ({ shape }) => shape),
    suffix2: Uint32Array.from(forms, ({ suffix2 }) => suffix2),
    suffix3: Uint32Array.from(forms, ({ suffix3 }) => suffix3),
    suffix4: Uint32Array.from(forms, ({ suffix4 }) => suffix4),
    prefix3: Uint32Array.from(forms, ({ prefix3 }) => prefix3),
  };
}

const BEFORE = hashOf('<s>');
const AFTER = hashOf('</s>');

/** The value at i, or the marks of a sentence's edge. */
export function at(column: Uint32Array, i: number): number {
  return i < 0 ? BEFORE : i >= column.length ? AFTER : column[i]!;
}
