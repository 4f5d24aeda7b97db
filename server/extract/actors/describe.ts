import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import { appointedAs } from './appointed.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import { statesOfHeads } from './heads.ts';
import { heralded } from './heralded.ts';
import { OfficeBodies } from './office-bodies.ts';
import {
  FORMER,
  isCounterpart,
  isHeadsTitle,
  isOppositionLeader,
  isTrade,
  MONARCHIES,
  STATE_TITLE,
} from './offices.ts';
import { ledBefore, ledBodies } from './leaders.ts';
import { hostState, ofTheCountry, ownBody, stateOfOwner } from './own-body.ts';
import { partyPost } from './party-members.ts';
import type { Naming, Post, Referent } from './referent.ts';
import { OFFICES, roleOf } from './roles.ts';
import { seatOf } from './seats.ts';
import { sharedTitles, type SharedTitle } from './shared-titles.ts';
import { bodyOfStaff, isOfficeOfStaff, principalOf } from './staff.ts';
import {
  agencyBefore,
  bodyAfter,
  bodyLength,
  bodySpokenFor,
  bodyWithin,
  campaignOf,
  possessingBody,
} from './title-bodies.ts';
import {
  DEPUTY,
  inFull,
  isBetween,
  isTitleOfNext,
  ministryTold,
  pastSuffix,
} from './title-words.ts';
import {
  appositionAfter,
  bodyBeside,
  describeBody,
  genderBefore,
  ownerOf,
  roleWords,
  spanOver,
  titleBefore,
  type Description,
} from './titles.ts';
import {
  comesFromAbroad,
  stateAfter,
  stateBefore,
  stateOfLeader,
  stateOfOtherSide,
  stateOfEarlierTitle,
  stateOfTitle,
  statesOwn,
  stateToldOf,
  stateUnder,
} from './told-state.ts';

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
  describer.settlePending(namings);
}

class Describer {
  readonly #parsed: ParsedDocument;
  readonly #cast: Cast;
  readonly #offices: OfficeBodies;
  /** Offices of a state that the words beside the name do not tell. */
  readonly #pending: Pending[] = [];
  /** Staff of somebody whose own office may be told later. */
  readonly #staff: (Omit<Pending, 'atHome'> & { readonly principal: Referent })[] = [];
  /** Namings of all sentences before this one. */
  readonly #earlier: Naming[] = [];
  /** Namings of the last sentence that had any. */
  #before: readonly Naming[] = [];

  constructor(parsed: ParsedDocument, cast: Cast) {
    this.#parsed = parsed;
    this.#cast = cast;
    this.#offices = new OfficeBodies(cast);
  }

  describeAll(sentence: number, namings: readonly Naming[]): void {
    const { tokens } = this.#parsed.sentences[sentence]!;
    const shared = sharedTitles(tokens, namings);
    for (const naming of namings) {
      const title = shared.find((one) => one.naming === naming);
      if (title) this.#describeShared(tokens, title);
      else if (naming.referent.kind === 'person') this.#describeAt(tokens, naming, namings);
      else if (naming.referent.kind !== 'state') describeBody(tokens, naming);
    }
    this.#before = namings;
    this.#earlier.push(...namings);
  }

  /** Whoever bears a title with others, each of a state of their own. */
  #describeShared(tokens: readonly Token[], shared: SharedTitle): void {
    const { naming, lemma, title, state } = shared;
    const { referent } = naming;
    referent.descriptors.add(lemma);
    referent.country ??= state;
    const of = this.#offices.bodyOf(title, lemma, state) ?? this.#offices.stateOf(lemma, state);
    const span = spanOver(tokens, naming, { ...shared, end: shared.to });
    if (of) this.#hold(referent, { title, kind: 'holds-office', of, span, former: false });
  }

  #describeAt(tokens: readonly Token[], named: Naming, namings: readonly Naming[]): void {
    const naming = { ...named, to: pastSuffix(tokens, named.to) };
    const { referent, from } = naming;
    referent.gender ??= genderBefore(tokens, from);
    referent.country ??= ownerOf(tokens, from);
    const title = titleBefore(tokens, naming);
    const others = title && namings.some((one) => isBetween(one, title, naming));
    const apposed = appositionAfter(tokens, naming);
    const found = [
      appointedAs(tokens, naming),
      others ? null : title,
      apposed && isTitleOfNext(tokens, apposed, namings) ? null : apposed,
    ];
    const titles = found.filter((one) => one !== null);
    const party = partyPost(tokens, named, titles, this.#cast);
    if (party) this.#join(referent, party);
    for (const one of titles) this.#describePerson(tokens, naming, one, namings);
    const led = ledBefore(tokens, naming, namings);
    referent.posts.push(...ledBodies(tokens, naming, namings), ...(led ? [led] : []));
    const at = bodyBeside(tokens, naming, namings, isTrade(referent));
    const called = referent.descriptors.size > 0 && !isTrade(referent);
    if (at && referent.posts.every((post) => post === party) && !called) referent.posts.push(at);
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
      stateOfTitle(tokens, found) ??
      stateAfter(tokens, naming) ??
      stateOfEarlierTitle(tokens, found) ??
      stateUnder(tokens, naming, found) ??
      stateOfLeader(tokens, found, all) ??
      ofTheCountry(tokens, found, all, this.#before);
    referent.country ??= country;
    const post = this.#postOf(tokens, naming, found, country, all);
    if (!post && OFFICES.has(lemma) && !isCounterpart(lemma)) this.#offices.lastPost = null;
    const principal = post ? null : principalOf(tokens, found, naming, all);
    if (principal)
      this.#staff.push({ referent, principal, lemma, ...this.#wordsOf(tokens, naming, found) });
    if (post) this.#hold(referent, post);
    else if (principal === null && country === null)
      this.#putOff(tokens, naming, found, lemma, all);
  }

  /** Keeps an office whose state no words beside it tell, if one near or the document's may be it. */
  #putOff(
    tokens: readonly Token[],
    naming: Naming,
    found: Description,
    lemma: string,
    all: readonly Naming[],
  ): void {
    const { referent } = naming;
    const near =
      stateBefore(tokens, naming, all) ??
      hostState(tokens, naming) ??
      stateOfOwner(tokens, found, naming, all) ??
      stateOfOtherSide(tokens, naming, this.#near(naming.sentence)) ??
      this.#ownTitle(tokens, found) ??
      (lemma === 'minister' || (lemma === 'president' && this.#opensAfterAFew(naming, found))
        ? this.#stateTold(tokens, naming)
        : null);
    if (near !== null) referent.country ??= near;
    const words = this.#wordsOf(tokens, naming, found);
    const vice = this.#cast.domestic && /^vice.president$/i.test(words.title);
    // "The charity's president"
    const owned = tokens.slice(found.from, found.noun).some(({ tag }) => tag === 'POS');
    const here = vice || (this.#atHome(tokens, naming.from) && !comesFromAbroad(tokens, naming.to));
    const atHome = here && !owned;
    this.#pending.push({ referent, lemma, atHome, ...words });
  }

  /** The state that alone gives a title, where the British one is not another's "Foreign Secretary". */
  #ownTitle(tokens: readonly Token[], found: Description): string | null {
    const state = statesOwn(tokens, found);
    const told = ({ key, country }: Referent) => key === 'state:GB' || country === 'GB';
    return state === 'GB' && this.#cast.home !== null && !this.#cast.referents.some(told)
      ? null
      : state;
  }

  /** The role's noun; a "counterpart" is called what the one named before is. */
  #lemmaOf(tokens: readonly Token[], found: Description, naming: Naming): string {
    const lemma = roleOf(tokens[found.noun]!.lemma);
    if (isCounterpart(lemma)) {
      const { lastOffice } = this.#offices;
      if (lastOffice) naming.referent.descriptors.add(lastOffice.lemma);
      return lemma;
    }
    if (OFFICES.has(lemma)) {
      const { title } = this.#wordsOf(tokens, naming, found);
      this.#offices.lastOffice = { lemma, title };
    }
    return lemma;
  }

  /** "Azerbaijan is not amused. President X": a sentence of few words before tells whose president. */
  #opensAfterAFew({ sentence }: Naming, { from }: Description): boolean {
    const before = this.#parsed.sentences[sentence - 1]?.tokens ?? [];
    return from === 0 && before.length <= FEW;
  }

  /** The tokens of a sentence and of the few before it. */
  #near(sentence: number): readonly (readonly Token[])[] {
    const from = Math.max(0, sentence - 4);
    return this.#parsed.sentences.slice(from, sentence + 1).map(({ tokens }) => tokens);
  }

  #stateTold(tokens: readonly Token[], naming: Naming): string | null {
    const previous = this.#parsed.sentences[naming.sentence - 1]?.tokens ?? [];
    return stateToldOf(tokens, naming.from, previous);
  }

  /** Neither this sentence nor the one before names another state than the document's own. */
  #atHome(tokens: readonly Token[], name: number): boolean {
    const { home } = this.#cast;
    if (home === null) return false;
    // Under a dateline only what stands before the name can make the office another state's.
    const near = this.#cast.homeTold ? tokens.slice(0, name) : tokens;
    const foreign =
      !this.#cast.homeTold &&
      this.#before.some(({ referent: { key, country, kind } }) => {
        const code = /^state:(.+)$/.exec(key)?.[1] ?? (kind === 'person' ? null : country);
        return code !== null && code !== home;
      });
    return (
      !foreign &&
      near.every((_, i) => {
        const state = stateEndingAt(tokens, i)?.state ?? home;
        return state === home || isCounterpart(tokens[i + 1]?.lemma ?? '');
      })
    );
  }

  /** Member of a party, beside any office. */
  #join(referent: Referent, post: Post): void {
    referent.country ??= post.of.country;
    referent.posts.push(post);
  }

  #hold(referent: Referent, post: Post): void {
    referent.posts.push(post);
    referent.country ??= post.of.country;
    this.#offices.lastPost = post;
  }

  /** "President X" of the state that the document is about, where no other words tell of which. */
  settlePending(namings: readonly Naming[]): void {
    const open = this.#pending.filter(
      ({ referent, former }) => referent.country === null && referent.posts.length === 0 && !former,
    );
    for (const [referent, state] of statesOfHeads(open, this.#parsed, namings, this.#cast))
      referent.country ??= state;
    const told = this.#pending.filter(({ referent }) => referent.country !== null);
    for (const one of new Set([...told, ...this.#pending])) this.#settle(one);
    for (const { referent, principal, lemma, title, span, former } of this.#staff) {
      if (referent.posts.length > 0) continue;
      const of = bodyOfStaff(principal, this.#cast) ?? principal;
      const kind = of === principal || isOfficeOfStaff(lemma, title) ? 'holds-office' : 'member-of';
      this.#hold(referent, { title, kind, of, span, former });
    }
  }

  #settle({ referent, lemma, title, span, former, atHome }: Pending): void {
    const assumed = referent.country === null;
    const country = referent.country ?? (atHome ? this.#cast.home : null);
    if (referent.posts.length > 0 || !country || !STATE_TITLE.test(title)) return;
    if (lemma === 'president' && MONARCHIES.has(country)) return;
    const of = isOppositionLeader(title)
      ? this.#cast.opposition(country)
      : (this.#offices.bodyOf(title, lemma, country) ?? this.#offices.stateOf(lemma, country));
    const taken = of?.kind === 'state' && this.#isHeaded(of, referent, title);
    if (of && !taken)
      this.#hold(referent, { title, kind: 'holds-office', of, span, former, assumed });
  }

  /** Whoever a lead speaks of by the office alone. */
  herald(namings: readonly Naming[]): void {
    const persons = this.#cast.referents.filter(({ kind }) => kind === 'person');
    const found = heralded(this.#parsed, namings, persons);
    if (!found) return;
    found.referent.country = found.country;
    found.referent.descriptors.add(found.lemma);
    this.#pending.push({ ...found, atHome: true });
  }

  /** A state that the document calls somebody else the president or leader of. */
  #isHeaded(state: Referent, but: Referent, as: string): boolean {
    if (/^vice/i.test(as)) return false;
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
    const title = inFull(
      this.#parsed.text.slice(tokens[words.from]!.start, tokens[words.to - 1]!.end),
    );
    const former =
      found.former ??
      tokens
        .slice(Math.max(0, found.from - 1), found.noun)
        .some(({ word }) => FORMER.test(word) || YEAR.test(word));
    return { title: title.replace(FORMER, ''), span: spanOver(tokens, naming, found), former };
  }

  #postOf(
    tokens: readonly Token[],
    naming: Naming,
    found: Description,
    country: string | null,
    all: readonly Naming[],
  ): Post | null {
    const lemma = roleOf(tokens[found.noun]!.lemma);
    const { title, span, former } = this.#wordsOf(tokens, naming, found);
    if (lemma === 'colleague' && !country) return null;
    // "The 2008 nominee"
    if (lemma === 'nominee' && former) return null;
    const of =
      (lemma === 'minister' ? this.#offices.bodyOf(title, lemma, country) : null) ??
      (DEPUTY.test(title) ? ministryTold(naming, all, this.#before) : null) ??
      (country && isOppositionLeader(title) ? this.#cast.opposition(country) : null) ??
      this.#offices.senderOf(tokens, found, lemma, stateOfOwner(tokens, found, naming, all)) ??
      campaignOf(tokens, found, all, this.#cast) ??
      seatOf(tokens, naming, found, country, this.#cast) ??
      bodyWithin(found, naming, all) ??
      this.#offices.bodyOf(title, lemma, country) ??
      bodyAfter(tokens, found, naming, all) ??
      ownBody(tokens, found, naming, all, this.#before) ??
      possessingBody(tokens, found, naming, all, this.#before) ??
      agencyBefore(tokens, found, all, this.#before, this.#earlier) ??
      (country === null ? bodySpokenFor(tokens, found, this.#before, all) : null) ??
      (isHeadsTitle(title) ? this.#offices.stateOf(lemma, country) : null);
    if (!of || of === naming.referent) return null;
    const kind = OFFICES.has(lemma) || lemma === 'colleague' ? 'holds-office' : 'member-of';
    if (kind === 'member-of' && of.kind === 'state') return null;
    const own = title.slice(bodyLength(tokens, naming, found, all, this.#parsed.text, title));
    const held = isCounterpart(lemma) ? (this.#offices.lastOffice?.title ?? own) : own;
    return { title: held, kind, of, span, former };
  }
}

/** In tokens, the stop included. */
const FEW = 6;

/** "The 2008 nominee": held in that year. */
const YEAR = /^(?:19|20)\d\d$/;

interface Pending {
  /** Whether it may be an office of the state that the document is at home in. */
  readonly atHome: boolean;
  readonly referent: Referent;
  readonly lemma: string;
  readonly title: string;
  readonly span: Span;
  readonly former: boolean;
}
