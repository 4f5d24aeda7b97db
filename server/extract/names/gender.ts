import { readFileSync } from 'node:fs';
import { words } from '../../contract/index.ts';
import { isTransliteratedGivenName } from './fold.ts';

/**
 * Which pronoun a person's given name calls for, as far as the name tells. A guess for choosing
 * between bearers of "he" and "she", never a statement about anybody; written for this project from
 * common given names of the world's news.
 */
export type Gender = 'female' | 'male';

/** Gender by given name, lower case; "either" where women and men bear it. Words that are more often no name are left out. */
const GIVEN_NAMES: ReadonlyMap<string, Gender | 'either'> = new Map(
  readFileSync(new URL('given-names.tsv', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [gender, names] = line.split('\t') as [Gender | 'either', string | undefined];
      return names?.split(' ').map((name) => [name, gender] as const) ?? [];
    }),
);

/** The pronoun's gender that a full name calls for; null when the name does not tell. */
export function genderOfName(name: string): Gender | null {
  const parts = words(name);
  const [given] = parts;
  if (given === undefined || parts.length < 2) return null;
  const gender = GIVEN_NAMES.get(given);
  if (gender === 'female' || gender === 'male') return gender;
  const told = genderOfSurname(parts.at(-1)!);
  if (told !== null || gender === 'either') return told;
  return given.length > 2 && given.endsWith('a') ? 'female' : null;
}

/** The gender of those who bear a name's given name, by the lists alone; null where they do not tell. */
export function listedGender(name: string): Gender | null {
  const gender = GIVEN_NAMES.get(words(name)[0] ?? '');
  return gender === 'female' || gender === 'male' ? gender : null;
}

/** Slavic surnames, which men and women have in different forms: "Aliyev", "Zakharova"; null for others. */
function genderOfSurname(surname: string): Gender | null {
  if (/(?:[oe]va|skaya|skaia)$/.test(surname)) return 'female';
  return /(?:[oe]v|skiy|skyi?)$/.test(surname) ? 'male' : null;
}

/** Whether a word is a given name that the lists hold. */
export function isGivenName(word: string): boolean {
  // "Héctor" is "Hector": the lists know no accents.
  const name = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // "Jean-Yves", and no "Kyiv-based"
  const double = /^(\p{Lu}\p{Ll}+)-\p{Lu}\p{Ll}+$/u.exec(word)?.[1];
  if (double !== undefined && GIVEN_NAMES.has(double.toLowerCase())) return true;
  return GIVEN_NAMES.has(name) || (name !== 'roman' && isTransliteratedGivenName(word));
}
