import type { Token } from './types.ts';

/** A short form in brackets, MoD or GUR: capitals, few letters. */
const SHORT_FORM = /^(?=.*\p{Lu}.*\p{Lu})\p{Lu}[\p{L}\d-]{1,9}$/u;

/** A token's reading, less its place in the text. */
type Read = Omit<Token, 'start' | 'end'>;

/**
 * Which words to read a sentence by: all but short forms in brackets after a name ("the Ministry of
 * Defence (MoD) assessed"), for which the tagger and the parser lose the verb that follows. Null when
 * there are none, which is nearly always.
 */
export function withoutShortForms(words: readonly string[]): readonly number[] | null {
  const kept = words.flatMap((_, i) => (isSetAside(words, i) ? [] : [i]));
  return kept.length < words.length ? kept : null;
}

function isSetAside(words: readonly string[], i: number): boolean {
  return [i, i - 1, i - 2].some((open) => opensShortForm(words, open));
}

function opensShortForm(words: readonly string[], i: number): boolean {
  return (
    i > 0 &&
    words[i] === '(' &&
    words[i + 2] === ')' &&
    /\p{L}$/u.test(words[i - 1]!) &&
    SHORT_FORM.test(words[i + 1]!)
  );
}

/** The whole sentence from the words that were read; each short form stands in apposition to the word before it. */
export function withShortForms(
  words: readonly string[],
  kept: readonly number[],
  read: readonly Read[],
): Read[] {
  const of = new Map(kept.map((at, i) => [at, read[i]!]));
  return words.map((word, i): Read => {
    const one = of.get(i);
    if (one) return { ...one, head: one.head < 0 ? -1 : kept[one.head]! };
    const bracket = { entity: null, entityStart: false, word, lemma: word, relation: 'punct' };
    if (word === '(') return { ...bracket, tag: '-LRB-', head: i + 1 };
    if (word === ')') return { ...bracket, tag: '-RRB-', head: i - 1 };
    return { ...bracket, lemma: word.toLowerCase(), tag: 'NNP', head: i - 2, relation: 'appos' };
  });
}
