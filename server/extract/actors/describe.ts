import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import { heralded } from './heralded.ts';
import { ARMED_FORCES, institutionWith, ministryOf } from './institutions.ts';
import { hostState, ofTheCountry, ownBody } from './own-body.ts';
import type { Naming, Post, Referent } from './referent.ts';
import { bodyKind, OFFICES } from './roles.ts';
import {
  appositionAfter,
  bodyAfter,
  bodyBeside,
  bodyWithin,
  describeBody,
  genderBefore,
  hyphenated,
  ledBodies,
  ownerOf,
  roleWords,
  spanOver,
  titleBefore,
  type Description,
} from './titles.ts';

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
  describer.herald(namings);
  describer.settlePending(cast.home);
}

class Describer {
  readonly #parsed: ParsedDocument;
  readonly #cast: Cast;
  /** The post stated last, which a "counterpart" holds in another state. */
  #lastPost: Post | null = null;
  /** The office named last, whether or not its state was told: what a "counterpart" holds. */
  #lastOffice: { readonly lemma: string; readonly title: string } | null = null;
  /** Offices of a state that the words beside the name do not tell. */
  readonly #pending: Pending[] = [];
  /** Namings of the last sentence that had any. */
  #before: readonly Naming[] = [];

  constructor(parsed: ParsedDocument, cast: Cast) {
    this.#parsed = parsed;
    this.#cast = cast;
  }

  describeAll(sentence: number, namings: readonly Naming[]): void {
    const { tokens } = this.#parsed.sentences[sentence]!;
    for (const naming of namings) {
      if (naming.referent.kind === 'person') this.#describeAt(tokens, naming, namings);
      else if (naming.referent.kind !== 'state') describeBody(tokens, naming);
    }
    this.#before = namings;
  }

  #describeAt(tokens: readonly Token[], naming: Naming, namings: readonly Naming[]): void {
    const { referent, from } = naming;
    referent.gender ??= genderBefore(tokens, from);
    referent.country ??= ownerOf(tokens, from);
    const title = titleBefore(tokens, naming);
    const others = title && namings.some((one) => isBetween(one, title, naming));
    const apposed = appositionAfter(tokens, naming);
    const found = [
      others ? null : title,
      apposed && isTitleOfNext(apposed, namings) ? null : apposed,
    ];
    for (const one of found) if (one) this.#describePerson(tokens, naming, one, namings);
    referent.posts.push(...ledBodies(tokens, naming, namings));
    const at = bodyBeside(tokens, naming, namings, isTrade(referent));
    const called = referent.descriptors.size > 0 && !isTrade(referent);
    if (at && referent.posts.length === 0 && !called) referent.posts.push(at);
  }

  #describePerson(
    tokens: readonly Token[],
    naming: Naming,
    found: Description,
    all: readonly Naming[],
  ): void {
    const { referent } = naming;
    const lemma = this.#lemmaOf(tokens, found, naming);
    referent.descriptors.add(lemma);
    if (/woman$/.test(lemma)) referent.gender = 'female';
    const country =
      this.#countryOf(tokens, found) ??
      stateAfter(tokens, naming) ??
      ofTheCountry(tokens, found, all, this.#before);
    referent.country ??= country;
    const post = this.#postOf(tokens, naming, found, country, all);
    if (!post && OFFICES.has(lemma) && !isCounterpart(lemma)) this.#lastPost = null;
    if (post) this.#hold(referent, post);
    else if (country === null) {
      const near =
        this.#stateBefore(tokens, naming, all) ??
        hostState(tokens, naming) ??
        statesOwn(tokens, found) ??
        (lemma === 'minister' ? this.#stateTold(tokens, naming) : null);
      if (near !== null) referent.country ??= near;
      if (near !== null || (this.#atHome(tokens) && !comesFromAbroad(tokens, naming.to)))
        this.#pending.push({ referent, lemma, ...this.#wordsOf(tokens, naming, found) });
    }
  }

  /** The role's noun; a "counterpart" is called what the one named before is. */
  #lemmaOf(tokens: readonly Token[], found: Description, naming: Naming): string {
    const { lemma } = tokens[found.noun]!;
    if (isCounterpart(lemma)) {
      if (this.#lastOffice) naming.referent.descriptors.add(this.#lastOffice.lemma);
      return lemma;
    }
    if (OFFICES.has(lemma)) {
      const { title } = this.#wordsOf(tokens, naming, found);
      this.#lastOffice = { lemma, title };
    }
    return lemma;
  }

  #stateTold(tokens: readonly Token[], naming: Naming): string | null {
    const previous = this.#parsed.sentences[naming.sentence - 1]?.tokens ?? [];
    return stateToldOf(tokens, naming.from, previous);
  }

  /** "In Vilnius, Prime Minister X", "Polish President X met Prime Minister Y": the state just named. */
  #stateBefore(tokens: readonly Token[], naming: Naming, all: readonly Naming[]): string | null {
    const town = /^(?:In|At)$/.test(tokens[0]!.word) && tokens[2]?.word === ',';
    const capital = town ? stateEndingAt(tokens, 1) : null;
    if (capital?.form === 'capital') return capital.state;
    const before = all.findLast(
      ({ to, referent }) =>
        to <= naming.from && referent.kind === 'person' && referent !== naming.referent,
    );
    const head = before?.referent.posts.at(-1);
    return head?.of.kind === 'state' && /^(?:president|king|queen)$/i.test(head.title)
      ? before!.referent.country
      : null;
  }

  /** Neither this sentence nor the one before names another state than the document's own. */
  #atHome(tokens: readonly Token[]): boolean {
    const { home } = this.#cast;
    if (home === null) return false;
    const foreign =
      !this.#cast.homeTold &&
      this.#before.some(({ referent: { key, country, kind } }) => {
        const code = /^state:(.+)$/.exec(key)?.[1] ?? (kind === 'person' ? null : country);
        return code !== null && code !== home;
      });
    return (
      !foreign &&
      tokens.every((_, i) => {
        const state = stateEndingAt(tokens, i)?.state ?? home;
        return state === home || isCounterpart(tokens[i + 1]?.lemma ?? '');
      })
    );
  }

  #hold(referent: Referent, post: Post): void {
    referent.posts.push(post);
    referent.country ??= post.of.country;
    this.#lastPost = post;
  }

  /** "President X" of the state that the document is about, where no other words tell of which. */
  settlePending(home: string | null): void {
    for (const { referent, lemma, title, span, former } of this.#pending) {
      const country = referent.country ?? home;
      if (referent.posts.length > 0 || !country || !STATE_TITLE.test(title)) continue;
      const of = this.#bodyOf(title, lemma, country) ?? this.#stateOf(lemma, country);
      const taken = of?.kind === 'state' && this.#isHeaded(of, referent);
      const assumed = referent.country === null;
      if (of && !taken)
        this.#hold(referent, { title, kind: 'holds-office', of, span, former, assumed });
    }
  }

  /** Whoever a lead speaks of by the office alone. */
  herald(namings: readonly Naming[]): void {
    const persons = this.#cast.referents.filter(({ kind }) => kind === 'person');
    const found = heralded(this.#parsed, namings, persons);
    if (!found) return;
    found.referent.country = found.country;
    found.referent.descriptors.add(found.lemma);
    this.#pending.push(found);
  }

  /** A state that the document calls somebody else the president or leader of. */
  #isHeaded(state: Referent, but: Referent): boolean {
    return this.#cast.referents.some(
      (other) =>
        other !== but &&
        other.posts.some(
          ({ of, title, former }) =>
            of === state && !former && /^(?:president|leader|king)$/i.test(title),
        ),
    );
  }

  #wordsOf(
    tokens: readonly Token[],
    naming: Naming,
    found: Description,
  ): { title: string; span: Span; former: boolean } {
    const words = roleWords(tokens, found);
    const title = this.#parsed.text.slice(tokens[words.from]!.start, tokens[words.to - 1]!.end);
    const former = tokens
      .slice(Math.max(0, found.from - 1), found.noun)
      .some(({ word }) => FORMER.test(word));
    return { title: title.replace(FORMER, ''), span: spanOver(tokens, naming, found), former };
  }

  #countryOf(tokens: readonly Token[], { from, noun, end }: Description): string | null {
    const isOffice = OFFICES.has(tokens[noun]!.lemma);
    if (/^NNP?S$/.test(tokens[noun]!.tag) && severalStates(tokens, from, noun)) return null;
    for (let i = from; i < noun; i++) {
      const state = stateEndingAt(tokens, i) ?? hyphenated(tokens[i]!);
      const owned = /^(?:['’]s?)$/.test(tokens[i + 1]?.word ?? '');
      if (state && (owned || state.form === 'demonym' || isOffice)) return state.state;
    }
    return isOffice ? this.#countryAfter(tokens, { noun, end }) : null;
  }

  /** "Minister of Foreign Affairs of Latvia", "chairman of the Parliament of the Kyrgyz Republic". */
  #countryAfter(
    tokens: readonly Token[],
    { noun, end }: Pick<Description, 'noun' | 'end'>,
  ): string | null {
    if (tokens[noun]!.lemma !== 'minister') return null;
    for (let i = noun + 2; i < end; i++) {
      const state = stateEndingAt(tokens, i);
      const of = state && /^(?:of|the)$/.test(tokens[state.from - 1]?.lemma ?? '');
      if (of) return state.state;
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
    const { lemma } = tokens[found.noun]!;
    const { title, span, former } = this.#wordsOf(tokens, naming, found);
    if (lemma === 'colleague' && !country) return null;
    const of =
      (lemma === 'minister' ? this.#bodyOf(title, lemma, country) : null) ??
      bodyWithin(found, naming, all) ??
      this.#bodyOf(title, lemma, country) ??
      bodyAfter(tokens, found, naming, all) ??
      ownBody(tokens, found, naming, all, this.#before) ??
      this.#possessor(tokens, found, naming, all) ??
      this.#agency(tokens, found, all) ??
      this.#stateOf(lemma, country);
    if (!of || of === naming.referent) return null;
    const kind = OFFICES.has(lemma) || lemma === 'colleague' ? 'holds-office' : 'member-of';
    if (kind === 'member-of' && of.kind === 'state') return null;
    const own = title.slice(bodyLength(tokens, naming, found, all, this.#parsed.text, title));
    const held = isCounterpart(lemma) ? (this.#lastOffice?.title ?? own) : own;
    return { title: held, kind, of, span, former };
  }

  /** A ministry from the title's own words, or from the counterpart's. */
  #bodyOf(title: string, lemma: string, country: string | null): Referent | null {
    if (!country) return null;
    const ministry = ministryOf(title);
    if (ministry) return this.#cast.institution(ministry, country);
    if (lemma === 'commander-in-chief') return this.#cast.institution(ARMED_FORCES, country);
    const last = this.#lastPost;
    if (!isCounterpart(lemma)) return null;
    const office = this.#lastOffice && ministryOf(this.#lastOffice.title);
    if (office) return this.#cast.institution(office, country);
    if (this.#lastOffice && STATE_OFFICES.has(this.#lastOffice.lemma))
      return this.#cast.state(country);
    if (!last) return null;
    if (last.of.kind === 'state') return this.#cast.state(country);
    const same = institutionWith(last.of.key.slice(0, -':XX'.length));
    if (same) return this.#cast.institution(same, country);
    const named = ministryOf(last.title);
    return named ? this.#cast.institution(named, country) : null;
  }

  /** "Its spokesperson, X": the body named last in this sentence, else first in the one before. */
  #possessor(
    tokens: readonly Token[],
    { from, noun }: Description,
    naming: Naming,
    all: readonly Naming[],
  ): Referent | null {
    const pronoun = tokens
      .slice(Math.max(0, from - 1), noun)
      .some(({ word }) => /^its$/i.test(word));
    if (!pronoun) return null;
    const bodies = (namings: readonly Naming[]) =>
      namings.filter(({ referent: { kind } }) => kind !== 'person' && kind !== 'media');
    const here = bodies(all).filter(({ to }) => to <= Math.min(from, naming.from));
    return (here.at(-1) ?? bodies(this.#before)[0])?.referent ?? null;
  }

  /** "A spokesman for the agency, X": the body named last in the sentence before. */
  #agency(
    tokens: readonly Token[],
    { noun, end }: Description,
    all: readonly Naming[],
  ): Referent | null {
    const at = tokens[noun + 1];
    if (
      !at ||
      !/^(?:for|of|at)$/.test(at.word) ||
      !/^(?:the|this)$/.test(tokens[noun + 2]?.word ?? '')
    )
      return null;
    const word = tokens[noun + 3];
    if (!word || noun + 3 >= end || !/^\p{Ll}/u.test(word.word) || bodyKind(word.lemma) === null)
      return null;
    const bodies = [...this.#before, ...all.filter(({ to }) => to <= noun)].filter(
      ({ referent: { kind } }) => kind !== 'person' && kind !== 'media' && kind !== 'state',
    );
    return bodies.at(-1)?.referent ?? null;
  }

  #stateOf(lemma: string, country: string | null): Referent | null {
    if (!country || !OFFICES.has(lemma) || isCounterpart(lemma) || RANK.test(lemma)) return null;
    return STATE_OFFICES.has(lemma) ? this.#cast.state(country) : this.#cast.government(country);
  }
}

/** "Latvian and Lithuanian counterparts": of whom it does not tell which is whose. */
function severalStates(tokens: readonly Token[], from: number, noun: number): boolean {
  const states = tokens.slice(from, noun).flatMap((_, i) => stateEndingAt(tokens, from + i) ?? []);
  const joined = tokens.slice(Math.max(0, from - 2), noun).some(({ word }) => word === 'and');
  return joined || states.length > 1;
}

/** Ranks, which are no offices of a government. */
const RANK = /^(?:general|admiral|colonel|marshal|brigadier|commodore)$/;

/** Characters of a title that name the body that gives it: "NATO | Secretary-General". */
function bodyLength(
  tokens: readonly Token[],
  naming: Naming,
  { from, noun }: Description,
  all: readonly Naming[],
  text: string,
  title: string,
): number {
  const body = all.findLast(
    (one) => one.from >= from && one.to <= noun && one !== naming && one.referent.kind !== 'person',
  );
  if (!body || !title.startsWith(text.slice(body.start, body.end))) return 0;
  const next = /^['’]s?$/.test(tokens[body.to]!.word) ? body.to + 1 : body.to;
  return next > noun ? 0 : tokens[next]!.start - body.start;
}

/** "The speaker of the Saeima Daiga Mierina, | Kulubaev": the title is somebody else's. */
function isBetween({ from, to, referent }: Naming, title: Description, naming: Naming): boolean {
  return (
    referent.kind === 'person' &&
    referent !== naming.referent &&
    from > title.noun &&
    to <= naming.from
  );
}

/** "Sputnik Kazakhstan, Ambassador | X": what follows the comma is the title of who comes next. */
function isTitleOfNext({ noun }: Description, namings: readonly Naming[]): boolean {
  return namings.some(({ from, referent }) => from === noun + 1 && referent.kind === 'person');
}

/** Called by a trade ("analyst") and by no office. */
function isTrade({ descriptors }: Referent): boolean {
  return descriptors.size > 0 && [...descriptors].every((word) => !OFFICES.has(word));
}

interface Pending {
  readonly referent: Referent;
  readonly lemma: string;
  readonly title: string;
  readonly span: Span;
  readonly former: boolean;
}

/** Words for whoever holds the same office elsewhere. */
function isCounterpart(lemma: string): boolean {
  return lemma === 'counterpart' || lemma === 'colleague';
}

/**
 * "Germany has not decided, Defence Minister X said", "Poland closed a road. Interior Minister X
 * said": the state whose deed is told of at the beginning of this sentence or of the one before it.
 */
function stateToldOf(
  tokens: readonly Token[],
  before: number,
  previous: readonly Token[],
): string | null {
  return firstState(tokens, before) ?? firstState(previous, previous.length);
}

/** The state, by name or adjective, with which a sentence begins: "Poland, a member,", "The German cabinet". */
function firstState(tokens: readonly Token[], before: number): string | null {
  const article = /^the$/i.test(tokens[0]?.word ?? '') ? 1 : 0;
  for (let i = article; i < Math.min(before, article + LONGEST_STATE); i++) {
    const state = stateEndingAt(tokens, i);
    if (state?.from === article)
      return /^['’]s?$/.test(tokens[i + 1]?.word ?? '') ? null : state.state;
  }
  return null;
}

/** Words of a state's name: "United States". */
const LONGEST_STATE = 2;

/** "President X visited Minsk": where one comes to is not where one is in office. */
function comesFromAbroad(tokens: readonly Token[], to: number): boolean {
  const verb = tokens[to]?.tag === 'RB' ? to + 1 : to;
  const goes = /^(?:visit|arrive|fly|flew|travel)$/.test(tokens[verb]?.lemma ?? '');
  return (
    goes && tokens.slice(verb + 1, verb + 5).some((_, i) => stateEndingAt(tokens, verb + 1 + i))
  );
}

/** Titles that one state alone gives: the American "Secretary of State". */
function statesOwn(tokens: readonly Token[], { noun }: Description): string | null {
  const words = tokens
    .slice(noun, noun + 3)
    .map(({ word }) => word)
    .join(' ');
  const before = `${tokens[noun - 1]?.word ?? ''} ${tokens[noun]!.word}`;
  if (
    /^Secretary of (?:State|Defen[cs]e|the|Energy|Commerce)/.test(words) ||
    before === 'Defense Secretary'
  )
    return 'US';
  return /^(?:Foreign|Home|Defence) Secretary$/.test(before) ? 'GB' : null;
}

const FORMER = /^(?:former|ex|late|outgoing|then|ousted|deposed|retired)(?:[ -]|$)/i;
/** Titles that only a state gives. */
const STATE_TITLE =
  /^(?:(?:deputy|acting|interim|first|vice|caretaker|current|new|long-time) )*(?:vice-)?(?:president|prime minister|premier|chancellor|king|queen|emperor|minister (?:of|for) .+|.+ minister|opposition leader|secretary of (?:state|defen[cs]e|commerce|energy)|(?:foreign|home|defen[cs]e) secretary)$/i;

/** Heads of state, of whom the office is the state's own. */
const STATE_OFFICES = new Set(
  "president king queen emperor leader chancellor ambassador representative envoy premier d'affaires d'affaire".split(
    ' ',
  ),
);

/** "President Michel Aoun | of Lebanon": the state after a titled name. */
function stateAfter(tokens: readonly Token[], { to }: Naming): string | null {
  if (tokens[to]?.word !== 'of') return null;
  const from = tokens[to + 1]?.word === 'the' ? to + 2 : to + 1;
  for (let last = from + 2; last >= from; last--) {
    const state = last < tokens.length ? stateEndingAt(tokens, last) : null;
    if (state?.form === 'name' && state.from === from) return state.state;
  }
  return null;
}
