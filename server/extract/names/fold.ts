import { editDistance, respell, SAME_SOUND, words, type Respelling } from '../../contract/index.ts';

/**
 * Spellings that transliteration schemes disagree on (BGN/PCGN, ISO 9, Belarusian and Ukrainian
 * national systems, newspaper habit), each made one. Order matters: digraphs before letters.
 */
const SPELLINGS: readonly Respelling[] = [
  ...SAME_SOUND,
  [/tch|tsch/g, 'ch'],
  [/c(?![hei])/g, 'k'],
  [/(?:ie|je|ye|io|jo|yo)(?=[vf])/g, 'e'],
  [/^(?:je|ye)(?=[lvg])/g, 'e'],
  [/[iyj]+/g, 'i'],
  [/([a-z])\1+/g, '$1'],
  [/enka$/g, 'enko'],
  [/(?<=[eo])f$/g, 'v'],
];

/**
 * A name's word with its transliteration folded: "Zelenskyy", "Zelenskiy" and "Zelensky" are all
 * "zelenski", "Lukashenka" is "lukashenko". For comparing only; two different names may share a
 * fold, which is why a match of folds alone never merges two actors.
 */
export function foldWord(word: string): string {
  return respell(words(word).join(''), SPELLINGS);
}

/** The words of a name, each folded; possessive endings and full stops are gone. */
export function foldName(name: string): string[] {
  return words(name.replace(/['’]s?(?=\s|$)/g, '')).map(foldWord);
}

/**
 * Given names that are one name in different languages of Eastern Europe, as the region's news in
 * English spells them. Each line is one name.
 */
const GIVEN_NAMES = [
  'Alexander Alexandr Aleksandr Aleksander Oleksandr Aliaksandr Alyaksandr',
  'Alexei Alexey Aleksei Aleksey Oleksii Oleksiy Oleksi Aliaksei Alyaksey',
  'Andrew Andrei Andrey Andriy Andrii Andrej',
  'Anatoly Anatoli Anatoliy Anatolii Anatol',
  'Anton Antin',
  'Basil Vasily Vasiliy Vasil Vasyl',
  'Catherine Ekaterina Yekaterina Kateryna Katsiaryna',
  'Constantine Konstantin Kostiantyn Kostyantyn Kanstantsin',
  'Daniel Daniil Danylo Danila',
  'Denis Denys Dzianis',
  'Dmitry Dmitri Dmitriy Dmytro Dzmitry Dimitri',
  'Elena Olena Yelena Helena Alena',
  'Eugene Evgeny Evgeni Yevgeny Yevgeniy Yevhen Evgenii Yauhen',
  'George Georgy Georgiy Heorhiy Yuri Yury Yuriy Iurii',
  'Gregory Grigory Grigoriy Hryhoriy Ryhor',
  'Igor Ihor',
  'Ilya Illia Ilia',
  'Irina Iryna',
  'Ivan Ioann',
  'Julia Yulia Yuliya Iuliia',
  'Cyril Kirill Kyrylo Kiryl',
  'Leonid Leanid',
  'Maxim Maksim Maksym',
  'Maria Mariya Mariia Maryia',
  'Michael Mikhail Mykhailo Mikhailo Mykhaylo Mikhas',
  'Natalia Natalya Nataliya Nataliia Natallia',
  'Nicholas Nikolai Nikolay Mykola Mikalai Mikola',
  'Oleg Oleh Aleh',
  'Olga Olha Volha',
  'Paul Pavel Pavlo Pavlo',
  'Peter Pyotr Petr Petro Piotr Piatro',
  'Roman Raman',
  'Ruslan Ruslana',
  'Sergei Sergey Serhiy Serhii Siarhei Syarhey Serge',
  'Stephen Stepan Stsiapan',
  'Svetlana Svitlana Sviatlana',
  'Tatiana Tatyana Tetiana Tetyana Tatsiana',
  'Valery Valeri Valeriy Valerii Valery',
  'Victor Viktor Viktar',
  'Vitaly Vitaliy Vitalii Vital',
  'Vladimir Volodymyr Volodimir Wladimir Uladzimir Uladzimer',
  'Vladislav Vladyslav Uladzislau',
  'Vyacheslav Viacheslav',
];

const CLASS_OF_GIVEN_NAME: ReadonlyMap<string, number> = new Map(
  GIVEN_NAMES.flatMap((line, i) => line.split(' ').map((name) => [foldWord(name), i] as const)),
);

/** Whether a word is a given name of Eastern Europe, in any of its spellings. */
export function isTransliteratedGivenName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && CLASS_OF_GIVEN_NAME.has(foldWord(word));
}

/** Whether two folded given names can be one man's: equal, one name in two languages, or initial. */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const [x, y] = [givenNameClass(a), givenNameClass(b)];
  if (x !== undefined && x === y) return true;
  return Math.min(a.length, b.length) >= 6 && editDistance(a, b, 1) <= 1;
}

/** The line of the table that a folded given name stands on, one slip of the pen allowed. */
function givenNameClass(name: string): number | undefined {
  const known = CLASS_OF_GIVEN_NAME.get(name);
  if (known !== undefined || name.length < 7) return known;
  for (const [other, i] of CLASS_OF_GIVEN_NAME)
    if (other.length >= 7 && editDistance(name, other, 1) <= 1) return i;
  return undefined;
}
