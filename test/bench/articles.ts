import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { randomSource, type Random } from '../../server/contract/index.ts';
import { pick, zipf } from './random.ts';

/** News texts beside the project; never committed. */
const TEXTS = new URL('../../../shared/polnear/train/text/', import.meta.url);

/** Why nothing can be written from them; null when they are there. */
export const textsMissing = existsSync(TEXTS)
  ? null
  : 'the news texts (../shared/polnear) are not beside the project';

const SEED = 10_000;
const WORDS = 600;
/** Paragraphs of one text that stay together, so that pronouns and surnames have whom to mean. */
const RUN = 6;
/** People who are named, the first ones most often. */
const PEOPLE = 50_000;
const OUTLETS = 60;
const FIRST_YEAR = 2012;

/** First names by which a name of a person is known from any other two capitals. */
const FIRST_NAMES =
  'Adam Alan Alex Alice Amy Andrew Angela Ann Anna Anthony Barack Ben Bernie Bill Bob Brian Carl Carly Carol Charles Chris Christopher Craig Daniel David Dennis Diane Don Donald Douglas Edward Elizabeth Eric Frank Gary George Greg Hillary Jack James Jane Jason Jeb Jeff Jennifer Jim Joe John Jonathan Joseph Josh Julie Karen Keith Kelly Kevin Larry Laura Lindsey Lisa Marco Margaret Mark Martin Mary Matt Michael Mike Mitch Nancy Nick Patrick Paul Peter Rand Richard Rick Robert Roger Ron Ronald Rudy Russell Ryan Sam Sarah Scott Sean Stephen Steve Steven Susan Ted Thomas Tim Tom Tony Vladimir Walter William'.split(
    ' ',
  );

const NAMED = new RegExp(`\\b(${FIRST_NAMES.join('|')}) ([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)\\b`, 'g');

export interface Article {
  readonly name: string;
  /** Markdown with front matter: title, outlet, date. */
  readonly content: string;
  readonly words: number;
}

/**
 * Articles of about 600 words, made of stretches of real news whose people are given other names:
 * a few are in every other article, most in one or two (Zipf's law), and many share a surname. No
 * two are alike; the same number always gives the same articles.
 */
export function* articles(count: number): Generator<Article> {
  const texts = readdirSync(TEXTS)
    .sort()
    .map((name) => paragraphsOf(readFileSync(new URL(name, TEXTS), 'utf8')));
  const surnames = [
    ...new Set(
      texts.flat().flatMap((text) => [...text.matchAll(NAMED)].map((match) => match[2] ?? '')),
    ),
  ].sort();
  const random = randomSource(SEED);
  for (let n = 0; n < count; n++) yield articleAt(n, texts, surnames, random);
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

function articleAt(
  n: number,
  texts: readonly string[][],
  surnames: readonly string[],
  random: Random,
): Article {
  const body: string[] = [];
  for (let words = 0; words < WORDS;) {
    const text = pick(random, texts);
    const from = Math.floor(random() * Math.max(1, text.length - RUN));
    const run = renamed(text.slice(from, from + RUN).join('\n\n'), surnames, random);
    const short = run.split(/(?<=\s)/).slice(0, WORDS - words);
    words += short.length;
    body.push(short.join('').trim());
  }
  const day = new Date(Date.UTC(FIRST_YEAR, 0, 1 + Math.floor(random() * 3650)));
  const title = (body[0] ?? '').split(/\s+/).slice(0, 8).join(' ').replace(/:/g, '');
  const outlet = `The ${surnames[zipf(random, OUTLETS)] ?? ''} Courier`;
  const head = `---\ntitle: ${title}\noutlet: ${outlet}\ndate: ${day.toISOString().slice(0, 10)}\n---\n\n`;
  const name = `article-${String(n).padStart(6, '0')}.md`;
  return { name, content: `${head}${body.join('\n\n')}\n`, words: WORDS };
}

/** Each person of the stretch becomes another one, in every place where the surname stands. */
function renamed(text: string, surnames: readonly string[], random: Random): string {
  const people = new Map<string, readonly [string, string]>();
  for (const [, , surname = ''] of text.matchAll(NAMED))
    if (!people.has(surname)) people.set(surname, personAt(zipf(random, PEOPLE), surnames));
  if (people.size === 0) return text;
  const first = `(?:(?:${FIRST_NAMES.join('|')}) )`;
  const anyone = new RegExp(`\\b(${first})?(${[...people.keys()].join('|')})\\b`, 'g');
  return text.replace(anyone, (_, full: string | undefined, surname: string) => {
    const [given, name] = people.get(surname)!;
    return full === undefined ? name : `${given} ${name}`;
  });
}

/** Every pair of a first name and a surname comes once before any comes again. */
function personAt(n: number, surnames: readonly string[]): readonly [string, string] {
  const first = FIRST_NAMES[n % FIRST_NAMES.length] ?? '';
  const last = surnames[Math.floor(n / 3 + n * 7) % surnames.length] ?? '';
  return [first, last];
}
