import { editDistance } from '../../contract/index.ts';
import { foldName, isFemaleForm, isInitial, isRespelledGivenName, sameGivenName } from './fold.ts';
import { listedGender, type Gender } from './gender.ts';

/** A personal name taken apart; words are folded (see foldWord). */
export interface PersonName {
  /** Folded words before the surname; empty when only a surname is given. */
  readonly given: readonly string[];
  readonly surname: string;
  /** Of a given name that the lists hold; null when none tells. */
  readonly gender: Gender | null;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'del',
  'della',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ben',
  'le',
  'la',
  'ter',
]);

/** Particles that are given names too: "Al Gore", "Ben Carson". */
const GIVEN_TOO = new Set(['al', 'el', 'ben', 'van', 'bin', 'della', 'den']);

/** Takes a name apart; null when it holds no letter or digit. */
export function personName(name: string): PersonName | null {
  const parts = foldName(joinedSurname(name));
  while (parts.length > 1 && SUFFIXES.has(parts.at(-1)!)) parts.pop();
  if (parts.length === 0) return null;
  // "Al-Assad" is one word; "Z.Hasanov" has an initial.
  if (!/[\s.]/u.test(name.trim())) return { given: [], surname: parts.join(''), gender: null };
  let from = parts.length - 1;
  while (from > 0 && PARTICLES.has(parts[from - 1]!) && (from > 1 || !GIVEN_TOO.has(parts[0]!)))
    from--;
  const gender = from > 0 ? listedGender(name) : null;
  return { given: parts.slice(0, from), surname: parts.slice(from).join(''), gender };
}

/** "Karine Jean-Pierre": a surname of two parts is one word; "al-Assad" begins with a particle. */
function joinedSurname(name: string): string {
  return name.replace(/(\p{Lu}\p{L}+)-(?=\p{Lu}\p{L}+$)/u, (whole: string, first: string) =>
    PARTICLES.has(first.toLowerCase()) ? whole : first,
  );
}

/**
 * How well two names fit one person, 0..1. 1: same folded surname and given name. 0.9: given
 * names of one class or an initial. 0.8: the surname is one letter off, given names agree. 0.6:
 * one of the two is a surname alone. 0: not the same. Two different given names never fit, nor do
 * a man's and a woman's, nor two different initials after the same one: "George H.W. Bush", "George
 * W. Bush". A letter may be off only where English spells names in several ways.
 */
export function personNameScore(a: PersonName, b: PersonName): number {
  const respelled = isRespelled(a) || isRespelled(b);
  const surnames = surnameScore(a.surname, b.surname, respelled);
  if (surnames === 0) return 0;
  const [x, y] = [a.given[0], b.given[0]];
  if (x === undefined || y === undefined) return surnames === 1 ? 0.6 : 0;
  if (a.gender !== null && b.gender !== null && a.gender !== b.gender) return 0;
  if (!sameGivenName(x, y, respelled) || initialsDiffer(a.given[1], b.given[1])) return 0;
  if (surnames < 1) return 0.8;
  return x === y ? 1 : 0.9;
}

/** Whether of two names one has an initial in place of its given name. */
export function fitByInitial(a: PersonName, b: PersonName): boolean {
  const [x = '', y = ''] = [a.given[0], b.given[0]];
  return x !== y && (isInitial(x) || isInitial(y));
}

/** Whether English spells a name in several ways: by its given name or the shape of its surname. */
function isRespelled({ given, surname }: PersonName): boolean {
  return RESPELLED.test(surname) || (given.length > 0 && isRespelledGivenName(given[0]!));
}

/** Endings of Slavic, Armenian and Georgian surnames, folded. */
const RESPELLED = /(?:[oei]v|[oe]va|ski|ska|skaia|ko|vi[ck]|vich|chuk|iuk|.{4}ian|shvili|dze)$/;

function initialsDiffer(a = '', b = ''): boolean {
  if (a === '' || b === '') return false;
  return Math.min(a.length, b.length) === 1 && a[0] !== b[0];
}

/** Whether two folded surnames are one; "Assad" is al-Assad. */
export function sameSurname(a: string, b: string): boolean {
  return a === b || `al${a}` === b || `al${b}` === a || `el${a}` === b || `el${b}` === a;
}

/**
 * Keys of a surname: two that are the same or a letter off share one. Without a letter each where it
 * is long enough to be compared so, and without the particle "al".
 */
export function nearSurnames(surname: string): string[] {
  const bare = surname.replace(/^(?:al|el)/, '');
  const less = Array.from(surname, (_, i) => surname.slice(0, i) + surname.slice(i + 1));
  const keys = surname.length >= SHORTEST_RESPELLED ? less : [];
  return [...new Set([surname, bare, ...keys])];
}

/** In letters; shorter surnames must be the same. */
const SHORTEST_RESPELLED = 6;

function surnameScore(a: string, b: string, respelled: boolean): number {
  if (sameSurname(a, b)) return 1;
  if (!respelled || isFemaleForm(a, b)) return 0;
  return Math.min(a.length, b.length) >= SHORTEST_RESPELLED && editDistance(a, b, 1) <= 1 ? 0.5 : 0;
}

/**
 * Family names that stand first, folded: the commoner ones of China, Korea and Vietnam, without those
 * that are English words.
 */
const FAMILY_FIRST = new Set(
  (
    'Xi Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Zhu Hu Guo Lin Luo Zheng Liang Xie Tang Feng ' +
    'Deng Peng Qin Jiang Shen Cai Wei Kim Lee Park Choi Jung Kang Yoon Jang Lim Seo Shin Kwon Moon ' +
    'Nguyen Tran Pham Hoang Phan'
  )
    .split(' ')
    .flatMap(foldName),
);

/** Whether a folded word is a family name that stands before the given name. */
export function isFamilyFirst(folded: string): boolean {
  return FAMILY_FIRST.has(folded);
}
