import { hashOf } from './hash.ts';

/** Word forms as features see them. */

const QUOTE = /^(?:["“”„«»]|``|'')$/;

/** Lower case; years, other numbers and double quotation marks each as one form. */
export function normalForm(word: string): string {
  if (/^\d/.test(word)) return /^(?:19|20)\d\d$/.test(word) ? '!YEAR' : '!NUM';
  if (QUOTE.test(word)) return '"';
  return word.replaceAll('’', "'").toLowerCase();
}

const shapes = new Map<string, number>();
const SHAPE_LIMIT = 100_000;

/** Hash of the shape of a word: "McCain" XxXx, "U.S." X.X., "NATO" XX, "2016" 9. */
export function shapeOf(word: string): number {
  let shape = shapes.get(word);
  if (shape === undefined) {
    shape = hashOf(
      word
        .slice(0, 40)
        .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
        .replace(/\p{Ll}+/gu, 'x')
        .replace(/\d+/g, '9'),
    );
    if (shapes.size >= SHAPE_LIMIT) shapes.clear();
    shapes.set(word, shape);
  }
  return shape;
}

/** A sentence's words as hashed columns, shared by the tagger and the name tagger. */
export interface WordColumns {
  readonly length: number;
  readonly words: readonly string[];
  readonly forms: readonly string[];
  readonly word: Uint32Array;
  readonly form: Uint32Array;
  readonly shape: Uint32Array;
  readonly suffix2: Uint32Array;
  readonly suffix3: Uint32Array;
  readonly suffix4: Uint32Array;
  readonly prefix3: Uint32Array;
}

export function wordColumns(words: readonly string[]): WordColumns {
  const forms = words.map(normalForm);
  return {
    length: words.length,
    words,
    forms,
    word: Uint32Array.from(words, hashOf),
    form: Uint32Array.from(forms, hashOf),
    shape: Uint32Array.from(words, shapeOf),
    suffix2: Uint32Array.from(forms, (form) => hashOf(form.slice(-2))),
    suffix3: Uint32Array.from(forms, (form) => hashOf(form.slice(-3))),
    suffix4: Uint32Array.from(forms, (form) => hashOf(form.slice(-4))),
    prefix3: Uint32Array.from(forms, (form) => hashOf(form.slice(0, 3))),
  };
}

const BEFORE = hashOf('<s>');
const AFTER = hashOf('</s>');

/** The value at i, or the marks of a sentence's edge. */
export function at(column: Uint32Array, i: number): number {
  return i < 0 ? BEFORE : i >= column.length ? AFTER : column[i]!;
}
