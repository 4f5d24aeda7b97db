import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { countryAround, stateEndingAt } from './country.ts';
import { ministryOf } from './institutions.ts';
import type { Naming, Post, Referent } from './referent.ts';
import { bodyKind, isRole, OFFICES } from './roles.ts';

/** A description of somebody beside their name: "Belarus' minister of defense". */
interface Description {
  /** Tokens of the role words, `to` exclusive; the last or first is the role noun. */
  readonly from: number;
  readonly to: number;
  /** Index of the role noun. */
  readonly noun: number;
  /** Where what the role belongs to may stand, up to here. */
  readonly end: number;
}

/** Longest title before a name and longest apposition after it, in tokens. */
const LONGEST_TITLE = 8;
const LONGEST_APPOSITION = 24;

/** Adds to each referent what the document calls it: trades, offices, kinds, countries. */
export function describe(parsed: ParsedDocument, namings: readonly Naming[], cast: Cast): void {
  const bySentence = new Map<number, Naming[]>();
  for (const naming of namings) {
    const list = bySentence.get(naming.sentence);
    if (list) list.push(naming);
    else bySentence.set(naming.sentence, [naming]);
  }
  const describer = new Describer(parsed, cast);
  for (const [sentence, list] of bySentence) describer.describeAll(sentence, list);
}

class Describer {
  readonly #parsed: ParsedDocument;
  readonly #cast: Cast;
  /** The post stated last, which a "counterpart" holds in another state. */
  #lastPost: Post | null = null;

  constructor(parsed: ParsedDocument, cast: Cast) {
    this.#parsed = parsed;
    this.#cast = cast;
  }

  describeAll(sentence: number, namings: readonly Naming[]): void {
    const { tokens } = this.#parsed.sentences[sentence]!;
    for (const naming of namings) {
      if (naming.referent.kind === 'person') {
        for (const found of [titleBefore(tokens, naming), appositionAfter(tokens, naming)])
          if (found) this.#describePerson(tokens, naming, found, namings);
      } else if (naming.referent.kind !== 'state') describeBody(tokens, naming);
    }
  }

  #describePerson(
    tokens: readonly Token[],
    naming: Naming,
    found: Description,
    all: readonly Naming[],
  ): void {
    const { referent } = naming;
    const lemma = tokens[found.noun]!.lemma;
    referent.descriptors.add(lemma);
    const country = this.#countryOf(tokens, found);
    referent.country ??= country;
    const post = this.#postOf(tokens, naming, found, country, all);
    if (!post) return;
    referent.posts.push(post);
    referent.country ??= post.of.country;
    this.#lastPost = post;
  }

  #countryOf(tokens: readonly Token[], { from, noun }: Description): string | null {
    const isOffice = OFFICES.has(tokens[noun]!.lemma);
    for (let i = from; i < noun; i++) {
      const state = stateEndingAt(tokens, i) ?? hyphenated(tokens[i]!);
      const owned = /^(?:['’]s?)$/.test(tokens[i + 1]?.word ?? '');
      if (state && (owned || state.form === 'demonym' || isOffice)) return state.state;
    }
    return null;
  }

  #postOf(
    tokens: readonly Token[],
    naming: Naming,
    found: Description,
    country: string | null,
    all: readonly Naming[],
  ): Post | null {
    const { text } = this.#parsed;
    const lemma = tokens[found.noun]!.lemma;
    const words = roleWords(tokens, found);
    const title = text.slice(tokens[words.from]!.start, tokens[words.to - 1]!.end);
    const of =
      this.#bodyOf(title, lemma, country) ??
      bodyAfter(found, naming, all) ??
      this.#stateOf(lemma, country);
    if (!of || of === naming.referent) return null;
    const kind = OFFICES.has(lemma) ? 'holds-office' : 'member-of';
    if (kind === 'member-of' && of.kind === 'state') return null;
    return { title, kind, of, span: spanOver(tokens, naming, found) };
  }

  /** A ministry from the title's own words, or from the counterpart's. */
  #bodyOf(title: string, lemma: string, country: string | null): Referent | null {
    if (!country) return null;
    const ministry = ministryOf(title);
    if (ministry) return this.#cast.institution(ministry, country);
    const last = this.#lastPost;
    if (lemma !== 'counterpart' || !last) return null;
    if (last.of.kind === 'state') return this.#cast.state(country);
    const named = ministryOf(last.title);
    return named ? this.#cast.institution(named, country) : null;
  }

  #stateOf(lemma: string, country: string | null): Referent | null {
    if (!country || !OFFICES.has(lemma) || lemma === 'counterpart' || lemma === 'general')
      return null;
    return STATE_OFFICES.has(lemma) ? this.#cast.state(country) : this.#cast.government(country);
  }
}

/** Heads of state, of whom the office is the state's own. */
const STATE_OFFICES = new Set(
  'president king queen emperor leader chancellor ambassador representative envoy premier'.split(
    ' ',
  ),
);

/** "then-Russian". */
function hyphenated({ word }: Token): ReturnType<typeof stateEndingAt> {
  const [, last] = /^(?:then|ex|former)-(.+)$/i.exec(word) ?? [];
  return last ? stateEndingAt([{ word: last }], 0) : null;
}

/** The role noun with the words that make it up: "Defence Minister", "minister of defense". */
function roleWords(
  tokens: readonly Token[],
  { from, noun, end }: Description,
): { from: number; to: number } {
  let start = noun;
  while (
    start > from &&
    /^(?:JJ|NN|VBG)/.test(tokens[start - 1]!.tag) &&
    !stateEndingAt(tokens, start - 1) &&
    !hyphenated(tokens[start - 1]!)
  )
    start--;
  let to = noun + 1;
  if (tokens[noun]!.lemma === 'minister' && /^(?:of|for)$/.test(tokens[to]?.lemma ?? '')) {
    to++;
    while (to < end && /^(?:JJ|NN|CC)/.test(tokens[to]!.tag)) to++;
  } else if (
    /^(?:of|for)$/.test(tokens[to]?.lemma ?? '') &&
    /^NN$/.test(tokens[to + 1]?.tag ?? '') &&
    to + 1 < end
  )
    to += 2;
  return { from: start, to: Math.min(to, Math.max(end, noun + 1)) };
}

/** The body that the role is at or of: the first naming after the role noun. */
function bodyAfter(
  { noun, end }: Description,
  naming: Naming,
  all: readonly Naming[],
): Referent | null {
  const found = all.find(
    ({ from, referent }) =>
      from > noun && from < end && referent !== naming.referent && referent.kind !== 'person',
  );
  return found?.referent ?? null;
}

function spanOver(tokens: readonly Token[], naming: Naming, { from, end }: Description): Span {
  return {
    start: Math.min(naming.start, tokens[from]!.start),
    end: Math.max(naming.end, tokens[Math.max(from, end - 1)]!.end),
  };
}

/** "Belarusian President", "Ukrainian military analyst", "his Belarusian counterpart," before a name. */
function titleBefore(tokens: readonly Token[], { from: name }: Naming): Description | null {
  const noun = tokens[name - 1]?.word === ',' ? name - 2 : name - 1;
  const token = tokens[noun];
  if (!token || !isRole(token.lemma) || !token.tag.startsWith('NN')) return null;
  if (noun === name - 2 && token.lemma !== 'counterpart') return null;
  let from = noun;
  while (from > 0 && noun - from < LONGEST_TITLE && isTitlePart(tokens[from - 1]!)) from--;
  return { from, to: name, noun, end: noun + 1 };
}

function isTitlePart({ tag, word }: Token): boolean {
  return /^(?:JJ|NN|POS|VBG)/.test(tag) || /^['’]s?$/.test(word) || word === '-';
}

/** ", head of the department,", ", a researcher at the institute,", "(outside)" aside. */
function appositionAfter(tokens: readonly Token[], { to }: Naming): Description | null {
  if (tokens[to]?.word !== ',') return null;
  const from = to + 1;
  const limit = Math.min(tokens.length, from + LONGEST_APPOSITION);
  let noun = from;
  while (noun < limit && isBeforeRole(tokens[noun]!)) noun++;
  if (noun >= limit || !isRole(tokens[noun]!.lemma) || !tokens[noun]!.tag.startsWith('NN'))
    return null;
  while (isRole(tokens[noun + 1]?.lemma ?? '') && tokens[noun + 1]!.tag.startsWith('NN')) noun++;
  let end = noun + 1;
  while (end < limit && !endsApposition(tokens, end)) end++;
  return { from: /^(?:the|an?)$/i.test(tokens[from]!.word) ? from + 1 : from, to: end, noun, end };
}

function isBeforeRole(token: Token): boolean {
  if (isRole(token.lemma) && token.tag.startsWith('NN')) return false;
  return /^(?:DT|PRP\$|CD|RB)/.test(token.tag) || isTitlePart(token);
}

/** A comma inside a body's name ("Russian, European and Eurasian Studies") does not end it. */
function endsApposition(tokens: readonly Token[], i: number): boolean {
  const { word, tag } = tokens[i]!;
  if (/^(?:VB[DPZ]|MD|WP|WDT)$/.test(tag) || /^[;:—–.!?"”“()]$/.test(word)) return true;
  if (word !== ',') return false;
  return !(tokens[i + 1]?.entity === 'ORGANIZATION' && !tokens[i + 1]?.entityStart);
}

/** "The think tank Institute for the Study of War", "the official news agency BelTA". */
function describeBody(tokens: readonly Token[], { from, to, referent }: Naming): void {
  for (const noun of [tokens[from - 1], tokens[to]]) {
    if (!noun || !/^NN$/.test(noun.tag)) continue;
    const next = noun === tokens[from - 1] ? tokens[from - 2]?.lemma : noun.lemma;
    const compound = next === 'think' || noun.lemma === 'think' ? 'think tank' : noun.lemma;
    const kind = bodyKind(compound);
    if (!kind) continue;
    referent.descriptors.add(compound);
    if (referent.key.startsWith('body:') && referent.kind === 'group') referent.kind = kind;
  }
  const country = referent.key.startsWith('body:') ? countryAround(tokens, from, to) : null;
  referent.country ??= country?.code ?? null;
}
