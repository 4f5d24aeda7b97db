import { editDistance, respell, SAME_SOUND, words, type Respelling } from '../contract/index.ts';

/**
 * Spellings of one name in different transliterations fold to one string, so that Zelensky,
 * Zelenskyy and Zelenskiy (or Зеленський) meet. After the differences between BGN/PCGN, ISO 9, the
 * national systems of Ukraine (2010) and Belarus (2007) and newspaper usage; it loses letters on
 * purpose and never replaces exact matching.
 */

/** Cyrillic to Latin, one spelling for letters that Russian, Ukrainian and Belarusian share. */
const CYRILLIC: Readonly<Record<string, string>> = Object.freeze({
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'e', ж: 'zh', з: 'z',
  и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}); // prettier-ignore

const RULES: readonly Respelling[] = [
  ...SAME_SOUND,
  [/c(?!h)/g, 'k'],
  [/[yj]/g, 'i'],
  [/i(?=[aeou])|(?<=[aeou])i(?=[aeou])/g, ''],
  [/(.)\1+/g, '$1'],
];

/** Cyrillic letters of a normalised text in Latin ones; every other character as it is. */
export function toLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? letter);
}

/** One word, normalised, in the one spelling of all its transliterations. */
function foldWord(word: string): string {
  return respell(toLatin(word), RULES);
}

/** The folded words of a name, in order. */
export function foldWords(name: string): string[] {
  return words(name).map(foldWord);
}

/**
 * The consonants of a folded word with every run of vowels as one sign, and g as h (Siarhei,
 * Sergei): what Kiev and Kyiv, Lukashenka and Lukashenko have in common.
 */
function consonants(folded: string): string {
  return folded.replace(/[aeiou]+/g, 'a').replace(/g/g, 'h');
}

/** Fewest letters of a folded word whose vowels may differ between spellings. */
const FREE_VOWELS = 5;

/** Whether two folded words are one name as different languages spell it; typing errors are not. */
export function sameSpelt(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < FREE_VOWELS || consonants(a) !== consonants(b)) return false;
  return editDistance(a, b, 2) <= 2;
}
