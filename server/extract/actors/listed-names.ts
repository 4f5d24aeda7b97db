import { lookUp, matchAt, type Entry, type Organisation } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { isOfContinent, stateEndingAt } from './country.ts';
import { INSTITUTIONS } from './institutions.ts';
import type { Found } from './found.ts';
import type { Referent } from './referent.ts';
import { namesState } from './setting.ts';
import { opensSea } from './tagged-names.ts';

/** States, capitals, peoples and organisations by the forms that the gazetteer lists. */
export function gazetteerForms(tokens: readonly Token[], cast: Cast): Found[] {
  const words = tokens.map(({ word }) => word);
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const match = matchAt(words, i);
    if (!match) continue;
    const [from, to] = [i, i + match.length];
    const person = personCalled(match.entries, tokens, from, to, cast);
    if (!isPartOfPlace(match.entries, tokens, from, to) && !isOfContinent(tokens, from))
      found.push({
        from,
        to,
        referent: () => person ?? referentOf(match.entries, tokens, from, to, cast),
      });
    i = to - 1;
  }
  return found;
}

/**
 * "Jordan" is no state and "West" no alliance where the document has named a Michael Jordan, a Jordan
 * Lee or a Kanye West: not where a place is told, nor where the state is told of by another word.
 */
function personCalled(
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
  cast: Cast,
): Referent | null {
  const { word, entity } = tokens[from]!;
  const [entry] = entries;
  if (to - from > 1 || !entry || (entry.type === 'state' && entry.form !== 'name')) return null;
  const bySurname = cast.personByWord(word)?.referent ?? null;
  if (entity === 'PERSON' && bySurname) return bySurname;
  const forms = entry.type === 'state' ? cast.setting.states.get(entry.state.code) : undefined;
  const place = isPlace(tokens, from) || /^the$/i.test(tokens[from - 1]?.word ?? '');
  const toldOtherwise = forms !== undefined && [...forms].some((form) => form !== 'name');
  return place || toldOtherwise ? null : (bySurname ?? cast.knownPerson(word));
}

/** "West | Virginia": a body's name in a place's. */
function isPartOfPlace(
  entries: readonly Entry[],
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  const next = tokens[to];
  const west = entries[0]?.type === 'organisation' && tokens[from]!.word === 'West';
  if (west && opensSea(tokens, to)) return true;
  return (
    entries[0]?.type === 'organisation' &&
    tokens[from]!.entity === 'LOCATION' &&
    next?.entity === 'LOCATION' &&
    !next.entityStart
  );
}

/** Whom a listed form means here; null when a place, an adjective, or nobody. */
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
    if (CHAMBER.test(name)) return chamberOf(name, organisation.organisation, tokens, from, cast);
    return officeAtHome(name, cast) ?? cast.organisation(organisation.organisation);
  }
  const [entry] = entries;
  if (entry?.type !== 'state') return null;
  const { code } = entry.state;
  if (entry.form === 'name') return cast.state(code);
  if (entry.form === 'capital') return capitalOf(code, tokens, { from, to }, cast);
  return entry.form === 'people' && tokens[to - 1]!.tag.endsWith('S') ? cast.people(code) : null;
}

/** "The Foreign Office" of a text at home in Pakistan that does not tell of the United Kingdom: its ministry. */
function officeAtHome(name: string, cast: Cast): Referent | null {
  const { home, states } = cast.setting;
  const office = /^Foreign Office$/i.test(name) ? INSTITUTIONS.get('foreign office') : undefined;
  const elsewhere = home !== null && home !== 'GB' && !states.has('GB');
  return office && elsewhere ? cast.institution(office, home) : null;
}

/** Chambers that other states than the American have. */
const CHAMBER = /^(?:Senate|Congress|House of Representatives)$/;

/**
 * "Kenya's Senate", "the Chilean Senate"; without such words the one that the document has named so,
 * else, in a text that does not tell of the United States, that of the state it is at home in.
 */
function chamberOf(
  name: string,
  american: Organisation,
  tokens: readonly Token[],
  from: number,
  cast: Cast,
): Referent | null {
  const owned = /^['’]s?$/.test(tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  const owner = owned < 0 ? null : (stateEndingAt(tokens, owned)?.state ?? null);
  const named = owner === null ? cast.onlyChamber(name) : null;
  if (named) return named;
  const { home, american: isAmerican } = cast.setting;
  const state = owner ?? (isAmerican ? 'US' : home);
  if (state === null) return cast.body(name, null);
  return state === 'US' ? cast.organisation(american) : cast.chamber(name, state);
}

/** "Brussels" is the European Union's seat first: Belgium's government only where Belgium is told of. */
function capitalOf(
  code: string,
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  cast: Cast,
): Referent | null {
  if (isPlace(tokens, from) || isSeat(tokens[to])) return null;
  const union =
    code === 'BE' && !namesState(cast.setting, 'BE') ? lookUp('European Union')[0] : undefined;
  return union?.type === 'organisation'
    ? cast.organisation(union.organisation)
    : cast.government(code);
}

/**
 * "The Vilnius office of the foundation", "the Minsk talks", "a London court": where something is or
 * was. Not "the Kyiv government", which is what the town stands for.
 */
function isSeat(next: Token | undefined): boolean {
  if (/^(?:talks|agreements)$/.test(next?.word ?? '')) return true;
  return next?.tag === 'NN' && /^\p{Ll}/u.test(next.word) && !RULES.test(next.word);
}

const RULES = /^(?:government|regime|administration|leadership|side|junta)$/;

const OF_PLACE = new Set(
  'in at to from near around outside inside into toward towards across over through'.split(' '),
);

/** Whether a capital's name stands for the town: "flew to Minsk", "the capital Minsk". */
function isPlace(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lemma ?? '';
  return OF_PLACE.has(before) || before === 'capital' || before === 'city';
}
