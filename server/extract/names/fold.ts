import { editDistance, respell, SAME_SOUND, words, type Respelling } from '../../contract/index.ts';

/**
 * Spellings that transliteration schemes disagree on (BGN/PCGN, ISO 9, Belarusian and Ukrainian
 * national systems, newspaper habit), each made one. Order matters: digraphs before letters.
 */
const SPELLINGS: readonly Respelling[] = [
  ...SAME_SOUND,
  [/tch|tsch/g, 'ch'],
  [/c(?![hei]|$)/g, 'k'],
  [/(?:ie|je|ye|io|jo|yo)(?=[vf])/g, 'e'],
  [/^(?:je|ye)(?=[lvg])/g, 'e'],
  [/[iyj]+/g, 'i'],
  [/([a-z])\1+/g, '$1'],
  [/enka$/g, 'enko'],
  [/^tsi/g, 'ti'],
  [/ou(?=sk(?:i|aia)$)/g, 'ov'],
  [/(?<=[eo])f$/g, 'v'],
];

/**
 * A name's word with its transliteration folded: "Zelenskyy", "Zelenskiy" and "Zelensky" are all
 * "zelenski", "Lukashenka" is "lukashenko". For comparing only: two different names may share a
 * fold, so that a surname's alone never merges two actors.
 */
export function foldWord(word: string): string {
  return respell(words(word).join(''), SPELLINGS);
}

/** The words of a name, each folded; possessive endings and full stops are gone. */
export function foldName(name: string): string[] {
  return words(name.replace(/['’]s?(?=\s|$)/g, '')).map(foldWord);
}

/**
 * Given names that are one name in different languages of Eastern Europe or in different spellings
 * of Arabic and Persian, as news in English has them. Each line is one name.
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
  'Ruslan Rouslan',
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
  'Abdullah Abdallah Abdulla',
  'Ahmed Ahmad Akhmed Akhmad',
  'Hassan Hasan',
  'Hussein Husain Hussain Hossein Hosein',
  'Ibrahim Ebrahim Ibraheem',
  'Khaled Khalid',
  'Mahmoud Mahmud Mahmood',
  'Mohammed Mohammad Mohamed Mohamad Muhammad Muhammed Mukhammad Magomed',
  'Mustafa Mustapha Moustafa',
  'Nasser Nasir Naser',
  'Osama Usama',
  'Rashid Rasheed Rachid',
  'Yousef Youssef Yusuf Yousuf Yusef',
];

/** Of them those that are as common in the West, and so tell nothing of how a surname is spelled. */
const WESTERN = new Set(
  (
    'Alexander Andrew Anton Basil Catherine Constantine Daniel Helena Eugene George Gregory Julia ' +
    'Cyril Maxim Maria Michael Natalia Nicholas Paul Peter Roman Serge Stephen Victor'
  )
    .split(' ')
    .map(foldWord),
);

const FOLDED_LINES = GIVEN_NAMES.map((line) => line.split(' ').map(foldWord));

const CLASS_OF_GIVEN_NAME: ReadonlyMap<string, number> = new Map(
  FOLDED_LINES.flatMap((line, i) => line.map((name) => [name, i] as const)),
);

/** Whether a word is a given name of Eastern Europe, in any of its spellings. */
export function isTransliteratedGivenName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && CLASS_OF_GIVEN_NAME.has(foldWord(word));
}

/** Whether a folded given name is one that is spelled in several ways in English, and none of the West's own. */
export function isRespelledGivenName(folded: string): boolean {
  return CLASS_OF_GIVEN_NAME.has(folded) && !WESTERN.has(folded);
}

/**
 * Whether two folded given names can be one person's: equal, one name in two languages, or initial.
 * @param respelled whether the name is one that English spells in several ways: one letter may differ
 */
export function sameGivenName(a: string, b: string, respelled: boolean): boolean {
  if (a === b) return true;
  if (isInitial(a) || isInitial(b)) return a[0] === b[0];
  const [x, y] = [CLASS_OF_GIVEN_NAME.get(a), CLASS_OF_GIVEN_NAME.get(b)];
  if (x !== undefined && x === y) return true;
  if (!respelled || (x !== undefined && y !== undefined) || isFemaleForm(a, b)) return false;
  return slipOf(a, y) || slipOf(b, x) || (Math.min(a.length, b.length) >= 6 && differsInOne(a, b));
}

export function isInitial(given: string): boolean {
  return given.length === 1;
}

/** "Martin" and "Martina", "Petrov" and "Petrova": one is a man's and one a woman's. */
export function isFemaleForm(a: string, b: string): boolean {
  return a === `${b}a` || b === `${a}a`;
}

/** Whether a longer given name is one letter off a name of that line of the table. */
function slipOf(name: string, line: number | undefined): boolean {
  if (line === undefined || name.length < 7) return false;
  return FOLDED_LINES[line]!.some((other) => other.length >= 7 && differsInOne(name, other));
}

const differsInOne = (a: string, b: string) => editDistance(a, b, 1) <= 1;
