import type { ParsedDocument, Span, Token } from '../nlp/index.ts';
import { appointedAs } from './appointed.ts';
import { bodyBeside, describeBody } from './body-beside.ts';
import type { Cast } from './cast.ts';
import { institutionOf, ministryOf } from './institutions.ts';
import { OfficeBodies } from './office-bodies.ts';
import {
  FORMER,
  isCounterpart,
  isHeadsTitle,
  isOppositionLeader,
  isTrade,
  kindOfPost,
} from './offices.ts';
import { offices as officesIn } from './joined-offices.ts';
import { isOfNamelessBody } from './nameless-bodies.ts';
import { OpenOffices } from './open-offices.ts';
import { belongsTo, ledBodies } from './leaders.ts';
import { ledBefore } from './led-by.ts';
import { hostState, ofTheCountry, ownBody, stateOfOwner } from './own-body.ts';
import { isOfParty, partyOfLawmaker, partyPost } from './party-members.ts';
import type { Naming, Post, Referent } from './referent.ts';
import { OFFICES, roleOf } from './roles.ts';
import { placeNear } from './places-near.ts';
import { seatOf } from './seats.ts';
import { sharedTitles, type SharedTitle } from './shared-titles.ts';
import { isOfficeOfStaff, principalOf, stateServed } from './staff.ts';
import {
  isAtHome,
  isExiled,
  isNoAmericanOffice,
  stateOfCompanion,
  stateOfReceiver,
  stateToldOf,
} from './assumed-states.ts';
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
  HOPED,
  inFull,
  isPast,
  seeks,
  sharesFormer,
  YEAR,
  isBetween,
  isTitleOfNext,
  ministryTold,
  pastSuffix,
} from './title-words.ts';
import { appositionAfter } from './appositions.ts';
import type { Description } from './description.ts';
import {
  genderBefore,
  ownerOf,
  roleWords,
  spanOver,
  titleBefore,
  titleJoinedTo,
} from './titles.ts';
import {
  stateAfter,
  stateOfLeader,
  stateOfOtherSide,
  stateOfEarlierTitle,
  stateOfHomeTown,
  stateOfTitle,
  statesOwn,
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
  describer.settle(namings);
}

class Describer {
  readonly #parsed: ParsedDocument;
  readonly #cast: Cast;
  readonly #offices: OfficeBodies;
  readonly #open: OpenOffices;
  /** Namings of all sentences before this one. */
  readonly #earlier: Naming[] = [];
  /** Namings of the last sentence that had any. */
  #before: readonly Naming[] = [];

  constructor(parsed: ParsedDocument, cast: Cast) {
    this.#parsed = parsed;
    this.#cast = cast;
    this.#offices = new OfficeBodies(cast);
    this.#open = new OpenOffices(cast, this.#offices);
  }

  describeAll(sentence: number, namings: readonly Naming[]): void {
    const { tokens } = this.#parsed.sentences[sentence]!;
    const shared = sharedTitles(tokens, namings, this.#near(sentence).slice(0, -1));
    for (const naming of namings) {
      const title = shared.find((one) => one.naming === naming);
      if (title) this.#describeShared(tokens, title);
      else if (naming.referent.kind === 'person') this.#describeAt(tokens, naming, namings);
      else if (naming.referent.kind !== 'state') describeBody(tokens, naming);
    }
    this.#before = namings;
    this.#earlier.push(...namings);
  }

  /** Offices that the words beside a name do not tell in full: after all of them are met. */
  settle(namings: readonly Naming[]): void {
    this.#open.herald(this.#parsed, namings);
    this.#open.settle(this.#parsed, namings);
  }

  /** Whoever bears a title with others, each of a state of their own. */
  #describeShared(tokens: readonly Token[], shared: SharedTitle): void {
    const { naming, lemma, title, state, assumed } = shared;
    const { referent } = naming;
    referent.descriptors.add(lemma);
    referent.country ??= state;
    const of = this.#offices.bodyOf(title, lemma, state) ?? this.#offices.stateOf(lemma, state);
    const span = spanOver(tokens, naming, { ...shared, end: shared.to });
    if (of)
      this.#offices.hold(referent, {
        title,
        kind: 'holds-office',
        of,
        span,
        former: false,
        assumed,
      });
  }

  #describeAt(tokens: readonly Token[], named: Naming, namings: readonly Naming[]): void {
    const naming = { ...named, to: pastSuffix(tokens, named.to) };
    const { referent, from } = naming;
    referent.gender ??= genderBefore(tokens, naming);
    referent.country ??= ownerOf(tokens, from);
    const title = titleBefore(tokens, naming);
    const others = title && namings.some((one) => isBetween(one, title, naming));
    const apposed = appositionAfter(tokens, naming);
    const found = [
      appointedAs(tokens, naming),
      others ? null : title,
      apposed && isTitleOfNext(tokens, apposed, namings, title !== null) ? null : apposed,
    ];
    const first = title && !others ? titleJoinedTo(tokens, naming, title) : null;
    const told = [first, ...found].filter((one) => one !== null);
    const titles = told.flatMap((one) => officesIn(tokens, one, namings));
    const party = partyPost(tokens, named, titles, this.#cast);
    if (party) this.#join(referent, party);
    for (const one of titles) this.#describePerson(tokens, naming, one, namings);
    const sits = partyOfLawmaker(tokens, naming, titles, namings);
    if (sits && referent.posts.every(({ of }) => of !== sits.of)) referent.posts.push(sits);
    const verbs = [ledBefore(tokens, naming, namings), belongsTo(tokens, naming, namings)];
    const led = verbs.filter((one) => one !== null);
    referent.posts.push(...ledBodies(tokens, naming, namings), ...led);
    const at = bodyBeside(tokens, naming, namings, isTrade(referent));
    const called = referent.descriptors.size > 0 && !isTrade(referent);
    if (
      at &&
      referent.posts.every((post) => post === party) &&
      (!called || isOfParty(referent, at))
    )
      referent.posts.push(at);
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
      stateOfHomeTown(tokens, found) ??
      stateAfter(tokens, naming) ??
      stateOfEarlierTitle(tokens, found) ??
      stateUnder(tokens, naming, found) ??
      stateOfLeader(tokens, found, all) ??
      ofTheCountry(tokens, found, all, this.#before) ??
      this.#ofNamedBody(tokens, naming, found);
    referent.country ??= country;
    const post = this.#postOf(tokens, naming, found, country, all);
    if (!post && OFFICES.has(lemma) && !isCounterpart(lemma)) this.#offices.lastPost = null;
    const principal = post ? null : principalOf(tokens, found, naming, all, this.#before);
    if (principal)
      this.#open.addStaff({ referent, principal, lemma, ...this.#wordsOf(tokens, naming, found) });
    if (post) this.#offices.hold(referent, post);
    else if (principal === null && country === null)
      this.#putOff(tokens, naming, found, lemma, all);
  }

  /** "Army | spokesman X", "foreign ministry spokeswoman Y": of the one army or ministry that the text has named so far. */
  #ofNamedBody(tokens: readonly Token[], naming: Naming, found: Description): string | null {
    if (!/^spokes/.test(tokens[found.noun]!.lemma) || found.from === found.noun) return null;
    const { title } = this.#wordsOf(tokens, naming, found);
    const body = ministryOf(title) ?? institutionOf(title);
    if (!body) return null;
    const named = this.#earlier.flatMap(({ referent: { key, country } }) =>
      country !== null && key === `${body.key}:${country}` ? [country] : [],
    );
    return new Set(named).size === 1 ? named[0]! : null;
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
    referent.country ??=
      hostState(tokens, naming) ??
      stateOfOwner(tokens, found, naming, all) ??
      stateOfOtherSide(tokens, naming, this.#near(naming.sentence)) ??
      this.#ownTitle(tokens, found);
    const previous = this.#parsed.sentences[naming.sentence - 1]?.tokens ?? [];
    const place = placeNear(tokens, found, previous);
    if (place !== null) {
      const of = this.#cast.region(place, null);
      const post = {
        kind: 'holds-office',
        of,
        assumed: true,
        ...this.#wordsOf(tokens, naming, found),
      } as const;
      this.#offices.hold(referent, post);
      return;
    }
    const guess =
      referent.country === null
        ? (stateOfCompanion(tokens, found, all) ??
          stateOfReceiver(tokens, naming, this.#earlier) ??
          stateToldOf(tokens, naming, found, previous))
        : null;
    referent.country ??= guess;
    const words = this.#wordsOf(tokens, naming, found);
    const vice = this.#cast.setting.domestic && /^vice.president$/i.test(words.title);
    // "The charity's president"
    const owned = tokens.slice(found.from, found.noun).some(({ tag }) => tag === 'POS');
    const here = isAtHome(tokens, naming, this.#before, this.#cast);
    const abroad = this.#cast.setting.home === 'US' && isNoAmericanOffice(words.title);
    const atHome = (vice || here) && !owned && !abroad && !isExiled(tokens, found);
    this.#open.add({ referent, lemma, atHome, guessed: guess !== null, ...words });
  }

  /** The state that alone gives a title, where the British one is not another's "Foreign Secretary". */
  #ownTitle(tokens: readonly Token[], found: Description): string | null {
    const state = statesOwn(tokens, found, this.#cast.setting);
    const told = ({ key, country }: Referent) => key === 'state:GB' || country === 'GB';
    return state === 'GB' && this.#cast.setting.home !== null && !this.#cast.referents.some(told)
      ? null
      : state;
  }

  /** "An adviser to the Peruvian president": of the government that somebody serves through its head. */
  #served(tokens: readonly Token[], found: Description): Referent | null {
    const state = stateServed(tokens, found);
    return state === null ? null : this.#cast.government(state);
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

  /** The tokens of a sentence and of the few before it. */
  #near(sentence: number): readonly (readonly Token[])[] {
    const from = Math.max(0, sentence - 4);
    return this.#parsed.sentences.slice(from, sentence + 1).map(({ tokens }) => tokens);
  }

  /** Member of a party, beside any office. */
  #join(referent: Referent, post: Post): void {
    referent.country ??= post.of.country;
    referent.posts.push(post);
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
    return {
      title: title.replace(FORMER, ''),
      span: spanOver(tokens, naming, found),
      former:
        former ||
        FORMER.test(tokens[found.noun]!.word) ||
        isPast(tokens, found) ||
        sharesFormer(tokens, found.from),
    };
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
    // "A candidate for chairman of the union"
    if (/^(?:candidate|contender|hopeful|challenger)$/.test(lemma) && seeks(tokens, found))
      return null;
    if (HOPED.test(title)) return null;
    // "The 2008 nominee"
    if (lemma === 'nominee' && former) return null;
    const of =
      (/minister$/.test(lemma) || /^chief of /i.test(title)
        ? this.#offices.bodyOf(title, lemma, country)
        : null) ??
      (DEPUTY.test(title) ? ministryTold(naming, all, this.#before, this.#earlier) : null) ??
      (country && isOppositionLeader(title) ? this.#cast.opposition(country) : null) ??
      this.#offices.senderOf(tokens, found, lemma, stateOfOwner(tokens, found, naming, all)) ??
      campaignOf(tokens, found, all, this.#cast) ??
      seatOf(tokens, naming, found, country, this.#cast) ??
      this.#offices.ofState(bodyWithin(found, naming, all), country) ??
      this.#served(tokens, found) ??
      this.#offices.bodyOf(title, lemma, country) ??
      this.#offices.ofState(bodyAfter(tokens, found, naming, all), country) ??
      ownBody(tokens, found, naming, all, this.#before) ??
      possessingBody(tokens, found, naming, all, this.#before) ??
      agencyBefore(tokens, found, all, this.#before, this.#earlier) ??
      (country === null ? bodySpokenFor(tokens, found, this.#before, all) : null) ??
      (isHeadsTitle(title) && !isOfNamelessBody(tokens, found)
        ? this.#offices.stateOf(lemma, country)
        : null) ??
      (country !== null && isOfficeOfStaff(lemma, title) && !OFFICES.has(lemma)
        ? this.#cast.government(country)
        : null);
    if (!of || of === naming.referent) return null;
    const kind = kindOfPost(lemma, title, of);
    if (kind === 'member-of' && of.kind === 'state') return null;
    const own = title.slice(bodyLength(tokens, naming, found, all, this.#parsed.text, title));
    const held = isCounterpart(lemma) ? (this.#offices.lastOffice?.title ?? own) : own;
    return { title: held, kind, of, span, former };
  }
}
