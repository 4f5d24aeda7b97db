import { formKey, lookUp, matchAt, type Entry } from '../gazetteer/index.ts';
import type { ParsedDocument, Sentence, Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { countryAround, stateEndingAt } from './country.ts';
import { INSTITUTIONS, LONGEST_INSTITUTION } from './institutions.ts';
import type { Naming, Referent } from './referent.ts';
import { isPlaceNoun, isRole } from './roles.ts';
import { entityRuns } from './runs.ts';

/** A stretch of tokens that may name somebody; `to` exclusive. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** Who it names; null when it names no actor after all (a place, an adjective). */
  readonly referent: () => Referent | null;
}

/** Where a document names somebody, in text order, none overlapping another. Fills the cast. */
export function findNamings(parsed: ParsedDocument, cast: Cast): Naming[] {
  meetPersons(parsed, cast);
  return parsed.sentences.flatMap((sentence, i) => namingsOf(sentence, i, parsed, cast));
}

/** Fuller names first, so that a surname finds its person wherever it stands. */
function meetPersons(parsed: ParsedDocument, cast: Cast): void {
  const names = parsed.sentences.flatMap(({ tokens }) =>
    entityRuns(tokens)
      .filter(({ kind, to }) => kind === 'PERSON' && !isPlaceNoun(tokens[to - 1]!.lemma))
      .map(({ from, to }) => tokens.slice(from, to)),
  );
  const full = names.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
  for (const tokens of full) if (isNameLike(tokens)) cast.person(surfaceOf(parsed.text, tokens));
}

function isNameLike(tokens: readonly Token[]): boolean {
  return tokens.every(({ word }) =>
    /^[\p{Lu}\p{N}'’-]|^(?:de|da|di|van|von|der|al|bin|el|la|le)$/u.test(word),
  );
}

function surfaceOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]!.start, tokens.at(-1)!.end).replace(/\s+/gu, ' ');
}

function namingsOf(
  sentence: Sentence,
  index: number,
  parsed: ParsedDocument,
  cast: Cast,
): Naming[] {
  const { tokens } = sentence;
  const found = [
    ...institutions(tokens, cast),
    ...gazetteerForms(tokens, cast),
    ...outlets(tokens, parsed.text, cast),
    ...entities(tokens, parsed.text, cast),
    ...carriers(tokens, cast),
    ...humped(tokens, cast),
    ...surnames(tokens, cast),
    ...acronyms(tokens, cast),
    ...apposedAcronyms(tokens, cast),
    ...platformX(tokens, cast),
  ];
  return apart(found).flatMap(({ from, to, referent }) => {
    const who = referent();
    if (!who) return [];
    const span = { start: tokens[from]!.start, end: tokens[to - 1]!.end };
    const surface = surfaceOf(parsed.text, tokens.slice(from, to));
    who.surfaces.add(surface);
    cast.named(who, surface, index);
    defineAcronyms(tokens, to, who, cast);
    return [{ ...span, sentence: index, from, to, referent: who }];
  });
}

/** Longer stretches first, then those listed first; what overlaps one taken falls away. */
function apart(found: readonly Found[]): Found[] {
  const taken: Found[] = [];
  const bySize = [...found].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const one of bySize)
    if (taken.every(({ from, to }) => one.to <= from || one.from >= to)) taken.push(one);
  return taken.sort((a, b) => a.from - b.from);
}

/** "Office of the High Commissioner for Human Rights (OHCHR)". */
function defineAcronyms(tokens: readonly Token[], to: number, who: Referent, cast: Cast): void {
  const acronym = tokens[to + 1]?.word;
  if (tokens[to]?.word !== '(' || tokens[to + 2]?.word !== ')' || !acronym) return;
  if (/^\p{Lu}[\p{L}\p{N}&.-]{1,9}$/u.test(acronym) && who.kind !== 'person') {
    cast.defineAcronym(acronym, who);
    who.surfaces.add(acronym);
  }
}

function entities(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return entityRuns(tokens).flatMap(({ from, to, kind }) => {
    const name = surfaceOf(text, tokens.slice(from, to));
    if (to - from > 1 && isPlaceNoun(tokens[to - 1]!.lemma)) return [];
    if (kind === 'PERSON') {
      const stray = to - from === 1 && isStray(tokens[from]!, cast);
      const referent = () =>
        (to - from === 1 && cast.personByWord(name) === null ? cast.bodyWith(name) : null) ??
        cast.person(name);
      return stray ? [] : [{ from, to, referent }];
    }
    if (kind !== 'ORGANIZATION' || !/\p{L}/u.test(name)) return [];
    // "National Security Adviser": a field of work, and no body.
    if (FIELD.test(name) && isRole(tokens[to]?.lemma ?? '')) return [];
    const person = to - from === 1 ? cast.personByWord(name)?.referent : null;
    const outlet = lookUp(name.replace(/ (?:news )?agency$/i, '')).find(
      ({ type }) => type === 'organisation',
    );
    const referent = () =>
      person ??
      cast.acronym(name) ??
      (outlet?.type === 'organisation' ? cast.organisation(outlet.organisation) : null) ??
      cast.body(name, countryIn(tokens, from, to));
    return [{ from, to, referent }];
  });
}

const FIELD = /^National (?:Security|Intelligence|Defen[cs]e)$/i;

/** "The U.N. mission in Mali, MINUSMA,": capitals that name the body described before the comma. */
function apposedAcronyms(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, entity }, at): Found[] => {
    if (at < 3 || !/^\p{Lu}{3,10}$/u.test(word) || tokens[at - 1]!.word !== ',') return [];
    const known = entity === 'ORGANIZATION' || lookUp(word).length > 0 || cast.acronym(word);
    if (known || !/^[,.]$/.test(tokens[at + 1]?.word ?? '')) return [];
    for (let i = at - 2; i >= Math.max(0, at - 6); i--) {
      const { lemma, tag } = tokens[i]!;
      if (/^(?:mission|agency|party|group|union|alliance|bloc|council|force|company)$/.test(lemma))
        return [{ from: at, to: at + 1, referent: () => cast.body(word, null) }];
      if (!/^(?:IN|DT|NN|JJ|POS)/.test(tag)) return [];
    }
    return [];
  });
}

/** "The Asia-Plus news agency", "the Koha newspaper": an outlet by the noun after its name. */
function outlets(tokens: readonly Token[], text: string, cast: Cast): Found[] {
  return tokens.flatMap(({ lemma, tag }, noun): Found[] => {
    if (tag !== 'NN' || !OUTLET.test(lemma)) return [];
    let to = noun;
    while (to > 0 && /^(?:news|telegram|tv|radio|online|daily|weekly)$/.test(tokens[to - 1]!.lemma))
      to--;
    let from = to;
    while (from > 1 && isOutletName(tokens[from - 1]!)) from--;
    if (from === to || isRole(tokens[to - 1]!.lemma)) return [];
    const name = surfaceOf(text, tokens.slice(from, to));
    if (lookUp(name).length > 0 || cast.personByWord(tokens[to - 1]!.word)) return [];
    return [{ from, to, referent: () => cast.acronym(name) ?? cast.body(name, null, 'media') }];
  });
}

/** "According to Newsmaker.", "as quoted by Euractiv,": an unknown name that carries what was said. */
function carriers(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag }, i): Found[] => {
    const before = `${tokens[i - 2]?.lemma ?? ''} ${tokens[i - 1]?.lemma ?? ''}`;
    if (!/^NNP/.test(tag) || !/(?:accord(?:ing)? to|(?:quote?|cite?|report) by)$/.test(before))
      return [];
    const ends = /^[,.;]$/.test(tokens[i + 1]?.word ?? '.');
    if (!ends || lookUp(word).length > 0 || cast.personByWord(word) || cast.bodyWith(word))
      return [];
    return [
      { from: i, to: i + 1, referent: () => cast.acronym(word) ?? cast.body(word, null, 'media') },
    ];
  });
}

/** "BelAZ", "NovaBank": a firm's or an agency's name by its capitals, where the tagger left it out. */
function humped(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag, entity }, i): Found[] => {
    const named = entity === null && tag.startsWith('NNP') && HUMPED.test(word);
    if (!named || lookUp(word).length > 0) return [];
    return [
      {
        from: i,
        to: i + 1,
        referent: () => cast.acronym(word) ?? cast.body(word, null, 'company'),
      },
    ];
  });
}

const HUMPED = /^\p{Lu}\p{Ll}{2,}(?:\p{Lu}[\p{Lu}\p{Ll}]*)$/u;

const OUTLET = /^(?:newspaper|agency|broadcaster|channel|portal|outlet|magazine|weekly|tabloid)$/;

function isOutletName({ tag, word }: Token): boolean {
  return /^(?:NN|JJ)/.test(tag) && /^\p{Lu}/u.test(word) && lookUp(word).length === 0;
}

/** "Wrote on X": a letter that is a platform's name only after words like these. */
function platformX(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word }, i): Found[] => {
    const before = tokens[i - 1]?.lemma ?? '';
    if (word !== 'X' || !/^(?:on|platform|network|via)$/.test(before)) return [];
    const entry = lookUp('Twitter').find(({ type }) => type === 'organisation');
    if (entry?.type !== 'organisation') return [];
    return [{ from: i, to: i + 1, referent: () => cast.organisation(entry.organisation) }];
  });
}

/** Short forms that the document has defined, wherever the name tagger left them out. */
function acronyms(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word }, i): Found[] => {
    const known = /^\p{Lu}[\p{L}\p{N}&.-]+$/u.test(word) ? cast.acronym(word) : null;
    return known ? [{ from: i, to: i + 1, referent: () => known }] : [];
  });
}

/** A lone word that the tagger took for a person: a role at a sentence's start, a state's name. */
function isStray({ word, lemma }: Token, cast: Cast): boolean {
  return isRole(lemma) || (lookUp(word).length > 0 && cast.personByWord(word) === null);
}

/** The state that a body's own name tells: "Bank of England"; not "Institute for Russian Studies". */
function countryIn(tokens: readonly Token[], from: number, to: number): string | null {
  for (let i = from; i < to && tokens[i]!.lemma !== 'for'; i++) {
    const entry = lookUp(tokens[i]!.word).find(({ type }) => type === 'state');
    if (entry?.type === 'state') return entry.state.code;
  }
  return null;
}

/** A name met in full elsewhere names its bearer, whatever the name tagger took it for. */
function surnames(tokens: readonly Token[], cast: Cast): Found[] {
  return tokens.flatMap(({ word, tag }, i) => {
    if (!/^\p{Lu}\p{L}{2,}/u.test(word) || !/^(?:NN|JJ)/.test(tag)) return [];
    const person = cast.personByWord(word, tokens[i - 1]?.word);
    if (!person) return [];
    return [
      {
        from: person.withGiven ? i - 1 : i,
        to: i + 1,
        referent: () => cast.personByWord(word, tokens[i - 1]?.word)!.referent,
      },
    ];
  });
}

function gazetteerForms(tokens: readonly Token[], cast: Cast): Found[] {
  const words = tokens.map(({ word }) => word);
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const match = matchAt(words, i);
    if (!match) continue;
    const [from, to] = [i, i + match.length];
    if (!isPersonsName(tokens, from, to, cast))
      found.push({ from, to, referent: () => referentOf(match.entries, tokens, from, to, cast) });
    i = to - 1;
  }
  return found;
}

/** "Jordan" is no state where the document has named a Michael Jordan. */
function isPersonsName(tokens: readonly Token[], from: number, to: number, cast: Cast): boolean {
  const { word, entity } = tokens[from]!;
  return to - from === 1 && entity === 'PERSON' && cast.personByWord(word) !== null;
}

function referentOf(
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
  cast: Cast,
): Referent | null {
  const defined = to - from === 1 ? cast.acronym(tokens[from]!.word) : null;
  if (defined) return defined;
  const organisation = entries.find((entry) => entry.type === 'organisation');
  if (organisation?.type === 'organisation') {
    const name = tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' ');
    const state = CHAMBER.test(name) ? stateOfChamber(tokens, from, cast) : null;
    return state ? cast.chamber(name, state) : cast.organisation(organisation.organisation);
  }
  const [entry] = entries;
  if (entry?.type !== 'state') return null;
  const { code } = entry.state;
  if (entry.form === 'name') return cast.state(code);
  if (entry.form === 'capital') return capitalOf(code, tokens, { from, to }, cast);
  return entry.form === 'people' && tokens[to - 1]!.tag.endsWith('S') ? cast.people(code) : null;
}

/** Chambers that other states than the American have. */
const CHAMBER = /^(?:Senate|Congress|House of Representatives)$/;

/** "Kenya's Senate", "the Chilean Senate"; without such words that of a dateline's state, if no American is told of. */
function stateOfChamber(tokens: readonly Token[], from: number, cast: Cast): string | null {
  const owned = /^['’]s?$/.test(tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  const owner = owned < 0 ? null : stateEndingAt(tokens, owned);
  const told = cast.homeTold && !cast.american ? cast.home : null;
  const state = owner?.state ?? told;
  return state === 'US' ? null : state;
}

/** "Brussels" is the European Union's seat first: Belgium's government only where Belgium is told of. */
function capitalOf(
  code: string,
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  cast: Cast,
): Referent | null {
  if (isPlace(tokens, from) || isSeat(tokens[to])) return null;
  const union = code === 'BE' && !cast.belgian ? lookUp('European Union')[0] : undefined;
  return union?.type === 'organisation'
    ? cast.organisation(union.organisation)
    : cast.government(code);
}

/** "The Vilnius office of the foundation", "the Minsk talks": where something is or was. */
function isSeat(next: Token | undefined): boolean {
  return /^(?:office|bureau|branch|summit|talks|agreements|region|airport|suburb|district|metro|mayor)$/.test(
    next?.word ?? '',
  );
}

const OF_PLACE = new Set(
  'in at to from near around outside inside into toward towards across over through'.split(' '),
);

/** Whether a capital's name stands for the town: "flew to Minsk", "the capital Minsk". */
function isPlace(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lemma ?? '';
  return OF_PLACE.has(before) || before === 'capital' || before === 'city';
}

/** Bodies of which a document that has named one means that one when it names no state. */
const SINGLE =
  /^(?:ministry-|parliament|security-council|general-staff|central-bank|state-security|security-service|intelligence|border-guard|police|supreme-court)/;
/** Of them those that are the home state's when the text names no other. */
const AT_HOME = /^(?:ministry-|parliament|central-bank|police|supreme-court)/;

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

/** "The Belarusian Defense Ministry", "General Staff of the Ukrainian Army", "Russian troops". */
function institutions(tokens: readonly Token[], cast: Cast): Found[] {
  const keys = tokens.map(({ word }) => formKey(word));
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const to = institutionEnd(keys, i);
    if (to === null) continue;
    const institution = INSTITUTIONS.get(keys.slice(i, to).join(' '))!;
    if (modifiesNoun(tokens, i, to)) continue;
    const links = institution.kind === 'government-body' ? /^(?:of|in)$/ : /^of$/;
    const country = countryAround(tokens, i, to, links);
    if (country) {
      const { code } = country;
      const referent = () => cast.institution(institution, code);
      found.push({ from: country.from, to: country.to, referent });
    } else if (isHomeGovernment(institution.key, tokens, i, cast)) {
      found.push({ from: i, to, referent: () => cast.government(cast.home!) });
    } else if (SINGLE.test(institution.key)) {
      const bare = tokens
        .slice(i, to)
        .every(({ word }, k) => isLower(word) || (i + k === 0 && to === 1));
      const ministry = /^ministry-/.test(institution.key);
      const at = AT_HOME.test(institution.key) && (bare || ministry);
      const name = tokens
        .slice(i, to)
        .map(({ word }) => word)
        .join(' ');
      const named = !bare && to - i > 1 && !ministry;
      const referent = () =>
        cast.onlyInstitution(institution, at) ??
        (named ? cast.body(name, null, institution.kind) : null);
      found.push({ from: i, to, referent });
    }
    i = to - 1;
  }
  return found;
}

/** "The government" under a dateline is the one there. */
function isHomeGovernment(key: string, tokens: readonly Token[], at: number, cast: Cast): boolean {
  return (
    key === 'government' &&
    cast.homeTold &&
    cast.home !== null &&
    tokens[at]!.word === 'government' &&
    /^the$/i.test(tokens[at - 1]?.word ?? '')
  );
}

/** "The military campaign" is no military. */
function modifiesNoun(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (to - from !== 1 || !next) return false;
  return /^NNS?$/.test(next.tag) || (/^NNP/.test(next.tag) && !isLower(tokens[from]!.word));
}

function institutionEnd(keys: readonly string[], from: number): number | null {
  for (let length = LONGEST_INSTITUTION; length > 0; length--)
    if (from + length <= keys.length && INSTITUTIONS.has(keys.slice(from, from + length).join(' ')))
      return from + length;
  return null;
}
