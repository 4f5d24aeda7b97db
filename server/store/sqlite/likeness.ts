import { editDistance, respell, type Respelling } from '../../contract/index.ts';

/**
 * How alike two words are when one may be mistyped or transliterated otherwise: Zelensky,
 * Zelenskyy and Zelenskiy are one name. Words are normalised (server/contract/normalise.ts).
 */

/**
 * Spellings of one sound and the letter that stands for them all. Unlike the folds that decide whose
 * name it is (contract/spelling.ts), this one only ranks, so sibilants are one too; and they come
 * first, so that Donetsk meets Donieck.
 */
const SOUNDS: readonly Respelling[] = [
  [/shch|sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/tch|ch|cz/g, 'c'],
  [/ts|tz/g, 'c'],
  [/ck|q/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/[yij]+/g, 'i'],
  [/^i(?=[eaou])/g, ''],
  [/(?<=[a-z])i(?=[eaou])/g, ''],
];

/** What is left of a word when spellings of one sound are made equal and doubled letters single. */
function skeleton(word: string): string {
  return respell(word, SOUNDS).replace(/(.)\1+/gu, '$1');
}

/** Letters by which a word may begin when transliterated otherwise; the given one first. */
export function firstLetters(word: string): string[] {
  const first = [...word][0] ?? '';
  const sisters = ['yije', 'khcgq', 'vw', 'sz', 'fp', 'ctk', 'uow'].filter((set) =>
    set.includes(first),
  );
  return [...new Set([first, ...sisters.join('')])];
}

/** Typing errors that a word of this length may hold and still be recognised. */
function tolerance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * 0..1; 1 is equality, 0 is beyond recognition. A spelling variant counts above a typing error.
 */
export function wordLikeness(wanted: string, word: string): number {
  if (wanted === word) return 1;
  const [a, b] = [skeleton(wanted), skeleton(word)];
  if (a === b && a.length > 1) return 0.95;
  const most = tolerance(wanted.length);
  const distance = Math.min(editDistance(wanted, word, most), editDistance(a, b, most) + 0.5);
  return distance > most ? 0 : 0.9 - 0.3 * (distance / (most + 1));
}
