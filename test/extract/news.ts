import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ReadingInput } from '../../server/extract/index.ts';

/**
 * Short news texts of our own, written for these tests before the rules were mended on them, each
 * with what a person reads out of it by the codebook. Rules may be mended by half `a`; half `b` is
 * only measured; halves `c` to `p` came later. See `news/README.md` for the format.
 */
const FOLDER = new URL('./news/', import.meta.url);

export const HALVES = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'i',
  'j',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
] as const;
export type Half = (typeof HALVES)[number];

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface GoldStatement {
  /** Names any of which is right. */
  readonly speaker: readonly string[];
  readonly mode: string;
  /** Any of these is right; null where readers may differ. */
  readonly act: readonly string[] | null;
  /** Each carrier by names any of which is right. */
  readonly via: readonly (readonly string[])[];
  /** Likewise; told from half `c` on. */
  readonly to: readonly (readonly string[])[];
  /** Likewise; null where it is not told, then nothing is scored. */
  readonly about: readonly (readonly string[])[] | null;
  /** Null where the passage does not tell; then nothing is scored. */
  readonly said: readonly string[] | null;
  readonly content: readonly Range[];
}

export interface GoldAgreement {
  /** Each by names any of which is right. */
  readonly parties: readonly (readonly string[])[];
  readonly state: readonly string[];
  readonly date: string | null;
  readonly span: Range;
}

export interface GoldTie {
  readonly kind: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface GoldEvent {
  readonly kind: readonly string[];
  readonly date: string | null;
  readonly span: Range;
}

export interface NewsText {
  readonly name: string;
  readonly half: Half;
  readonly input: ReadingInput;
  readonly statements: readonly GoldStatement[];
  readonly agreements: readonly GoldAgreement[];
  readonly ties: readonly GoldTie[];
  readonly events: readonly GoldEvent[];
}

/** All texts of a half, or of both, in the order of their names. */
export function newsTexts(half?: Half): NewsText[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt') && (half === undefined || name.startsWith(`${half}-`)))
    .sort()
    .map((name) => parse(name, readFileSync(new URL(name, FOLDER), 'utf8')));
}

function parse(name: string, file: string): NewsText {
  const [head, text, gold] = file.split(/^---\n/m) as [string, string, string];
  const lines = (key: string) =>
    gold
      .split('\n')
      .filter((line) => line.startsWith(`${key}: `))
      .map((line) => line.slice(key.length + 2).split(/ *\| */));
  return {
    name,
    half: name[0] as Half,
    input: inputOf(text, /^published: (.+)$/m.exec(head)![1]!),
    statements: lines('said').map((fields) => statement(fields, text)),
    agreements: lines('agreed').map((fields) => agreement(fields, text)),
    ties: lines('tie').map(([kind, from, to]) => ({
      kind: either(kind!),
      from: either(from!),
      to: either(to!),
    })),
    events: lines('event').map(([kind, date, , words]) => {
      return { kind: either(kind!), date: known(date!), span: find(words!, text) };
    }),
  };
}

function inputOf(text: string, published: string): ReadingInput {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const title = text.slice(0, text.indexOf('\n'));
  const id = `doc:news-${sha256.slice(0, 6)}` as const;
  return { text, document: { id, sha256, title, outlet: null, published, language: 'en' } };
}

function statement(fields: readonly string[], text: string): GoldStatement {
  const [speaker, mode, act, extra, content] = fields as [string, string, string, string, string];
  const option = (key: string) => new RegExp(`\\b${key}=([^;]+)`).exec(extra)?.[1]?.trim();
  return {
    speaker: either(speaker),
    mode,
    act: act === '?' ? null : either(act),
    via: each(option('via')) ?? [],
    to: each(option('to')) ?? [],
    about: each(option('about')),
    said: option('on')?.split(' / ') ?? null,
    content: content.split(' // ').map((words) => find(words, text)),
  };
}

function agreement(fields: readonly string[], text: string): GoldAgreement {
  const [parties, state, date, words] = fields as [string, string, string, string];
  return {
    parties: parties.split(' + ').map(either),
    state: either(state),
    date: known(date.split(' / ')[0]!),
    span: find(words, text),
  };
}

const either = (names: string) => names.split(' / ');
const each = (names: string | undefined) => names?.split(', ').map(either) ?? null;
const known = (word: string) => (word === '?' ? null : word);

/** The last place of the words: a title may say them first. */
function find(words: string, text: string): Range {
  const start = text.lastIndexOf(words);
  if (start < 0) throw new Error(`the text does not hold: ${words}`);
  return { start, end: start + words.length };
}
