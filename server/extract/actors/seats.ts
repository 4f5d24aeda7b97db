import { lookUp, REGION_OF } from '../gazetteer/index.ts';
import type { Token } from '../nlp/index.ts';
import type { Cast } from './cast.ts';
import { stateEndingAt } from './country.ts';
import { isOfThing } from './nameless-bodies.ts';
import { isPlace } from './places-near.ts';
import type { Naming, Referent } from './referent.ts';
import { bodyKind, isPlaceNoun, isRole, roleOf } from './roles.ts';
import { isNamedRegion } from './title-runs.ts';
import type { Description } from './description.ts';

/**
 * The chamber or region whose office a title tells without naming it: a senator's, a governor's.
 * @param country of the state that the words tell; null when none does
 */
export function seatOf(
  tokens: readonly Token[],
  naming: Naming,
  title: Description,
  country: string | null,
  cast: Cast,
): Referent | null {
  const role = roleOf(tokens[title.noun]!.lemma);
  if (/^(?:governor|mayor)$/.test(role))
    return regionByAdjective(tokens, title, cast) ?? regionOf(tokens, naming, title, country, cast);
  const head = HEADS.test(role)
    ? (headedRegion(tokens, title, country, cast) ??
      headedBefore(tokens, title, country, cast) ??
      regionByAdjective(tokens, title, cast))
    : null;
  if (head) return head;
  if (/^(?:secretary|attorney|treasurer)$/.test(role) && cast.setting.domestic)
    return regionBefore(tokens, title, country, cast);
  const chamber = chamberOf(tokens, naming, title, role);
  if (chamber === null) return null;
  if (role === 'mep') return listed(chamber, cast);
  const state =
    country ?? naming.referent.country ?? (cast.setting.domestic ? cast.setting.home : null);
  return state === 'US' ? listed(chamber, cast) : null;
}

/** Who heads a region under other titles than "governor". */
const HEADS =
  /^(?:head|leader|chief|chairman|chairwoman|administrator|president|premier|minister|commissioner)$/;

/** "Victoria | Premier", "Khyber Pakhtunkhwa | Chief Minister", "Iraq's Kurdistan Region | President". */
function headedBefore(
  tokens: readonly Token[],
  { from, noun }: Description,
  country: string | null,
  cast: Cast,
): Referent | null {
  let to = noun;
  while (to > from && /^(?:Chief|First|Prime|Vice|Deputy|Acting)$/i.test(tokens[to - 1]!.word))
    to--;
  // "Kherson Oblast | occupation administration | head"
  const occupied = occupationStart(tokens, from, to);
  if (occupied !== null) to = occupied;
  const first = tokens[noun - 1]?.word ?? '';
  const regional = /^(?:Chief|First)$/.test(first) && tokens[noun]!.lemma === 'minister';
  const named = to > from && isPlaceNoun(tokens[to - 1]!.lemma) && isNamedRegion(tokens, to - 1);
  const premier = tokens[noun]!.lemma === 'premier' && to === noun;
  if (!regional && !named && !premier && occupied === null) return null;
  let start = to;
  while (start > from && isPlaceWord(tokens[start - 1]!)) start--;
  return start < to ? regionAt(tokens, { from: start, to }, country, cast) : null;
}

/** "Crimea | occupation | head", "Kherson Oblast | occupation administration | head": null for other heads. */
function occupationStart(tokens: readonly Token[], from: number, noun: number): number | null {
  const at = tokens[noun - 1]?.word === 'administration' ? noun - 2 : noun - 1;
  return at > from && tokens[at]!.word === 'occupation' ? at : null;
}

/** "Chechen leader", "Chechen Republic head", "Scottish First Minister": a region by its adjective. */
function regionByAdjective(
  tokens: readonly Token[],
  { from, noun }: Description,
  cast: Cast,
): Referent | null {
  if (isOfThing(tokens, noun)) return null;
  let at = noun - 1;
  while (
    at > from &&
    /^(?:First|Prime|Chief|Vice|Deputy|acting|regional|Republic)$/i.test(tokens[at]!.word)
  )
    at--;
  const name = at >= from ? REGION_OF[tokens[at]!.word] : undefined;
  return name === undefined ? null : cast.region(name, null);
}

/** "Head of Zaporizhia | Oblast", "chairman of the Sughd | region": only what the text calls a region. */
function headedRegion(
  tokens: readonly Token[],
  { noun }: Description,
  country: string | null,
  cast: Cast,
): Referent | null {
  const place = administered(tokens, noun) ?? placeAfter(tokens, noun + 1);
  const last = place && tokens[place.to - 1]!;
  // "Head of the Luhansk Oblast | Military Administration"
  const more = place && bodyFollows(tokens, place.to);
  // "Premier of the Australian | state of | Victoria"
  const called = place && REGION.test(tokens[place.from - 2]?.word ?? '');
  // "The head of | North Ossetia |"
  const whole =
    tokens[noun]!.lemma === 'head' &&
    place?.from === noun + 2 &&
    tokens.slice(place.from, place.to).every(isPlace) &&
    !/^(?:NN|POS|JJ)/.test(tokens[place.to]?.tag ?? '');
  const owned = tokens[place?.to ?? noun]?.tag === 'POS';
  return place && last && !more && (called || whole || owned || REGION.test(last.word))
    ? regionAt(tokens, place, country, cast)
    : null;
}

/** "The head of | Lima | 's military administration": the town or region that it governs. */
function administered(tokens: readonly Token[], noun: number): Stretch | null {
  const from = noun + 2;
  let to = from;
  while (to - from < LONGEST_REGION && tokens[to] && isPlaceWord(tokens[to]!)) to++;
  if (tokens[noun + 1]?.word !== 'of' || to === from || tokens[to]?.tag !== 'POS') return null;
  const end = tokens.findIndex(({ word }, i) => i > to && !GOVERNS.test(word));
  return end > to + 1 && tokens[end]?.word === 'administration' ? { from, to } : null;
}

const GOVERNS =
  /^(?:regional|city|district|provincial|municipal|military|civil|civilian|civil-military|state|occupation)$/;

const bodyFollows = (tokens: readonly Token[], from: number) =>
  tokens.slice(from, from + 3).some(({ word }) => /^\p{Lu}/u.test(word) && bodyKind(word) !== null);

/** The American chamber in which somebody of this title sits. */
function chamberOf(
  tokens: readonly Token[],
  { from: name }: Naming,
  { noun }: Description,
  role: string,
): string | null {
  const before = tokens[noun - 1]?.word ?? '';
  switch (role) {
    case 'senator':
      return 'United States Senate';
    case 'congressman':
    case 'congresswoman':
      return HOUSE;
    case 'mep':
      return 'European Parliament';
    case 'speaker':
      // "Speaker X" alone, as "House Speaker X"
      return before === 'House' || (noun === name - 1 && isAlone(tokens, noun)) ? HOUSE : null;
    case 'representative':
      // "Special Representative", "a representative of"
      return noun === name - 1 && isAlone(tokens, noun) ? HOUSE : null;
    default:
      return null;
  }
}

/** A capitalised title with no word of its own before it. */
const isAlone = (tokens: readonly Token[], noun: number) =>
  /^\p{Lu}/u.test(tokens[noun]!.word) && !/^(?:NNP|JJ|POS)/.test(tokens[noun - 1]?.tag ?? '');

const HOUSE = 'United States House of Representatives';

function listed(name: string, cast: Cast): Referent | null {
  const entry = lookUp(name).find(({ type }) => type === 'organisation');
  return entry?.type === 'organisation' ? cast.organisation(entry.organisation) : null;
}

/** "Kharkiv | mayor": a capital before an office of a place, whatever the tagger took it for. */
const isPlaceWord = ({ tag, word, lemma }: Token) =>
  tag.startsWith('NNP') &&
  /^\p{Lu}[\p{L}.'’-]+$/u.test(word) &&
  !isRole(lemma) &&
  !/^(?:Deputy|Acting|Vice|First|Former|City|Lord|Interim|New|Occupation)$/.test(word);

/** "Ohio | Gov.", "governor of the Voronezh region", "Gov. X | of New Jersey". */
function regionOf(
  tokens: readonly Token[],
  { from: name, to }: Naming,
  { from, noun }: Description,
  country: string | null,
  cast: Cast,
): Referent | null {
  const place =
    placeEndingAt(tokens, from, noun, isPlaceWord) ??
    placeAfter(tokens, noun + 1) ??
    placeAfter(tokens, to) ??
    townAfter(tokens, noun + 1, name) ??
    townAfter(tokens, to);
  return place ? regionAt(tokens, place, country, cast) : regionNear(tokens, { from, noun }, cast);
}

/** "Trade with Lviv Oblast, Governor | X": the one region that the words before an office name. */
function regionNear(
  tokens: readonly Token[],
  { from, noun }: Pick<Description, 'from' | 'noun'>,
  cast: Cast,
): Referent | null {
  if (from !== noun || !/^\p{Lu}/u.test(tokens[noun]!.word)) return null;
  const ends = tokens.flatMap(({ word }, i) =>
    i > 0 && i < from && /^(?:Oblast|Region|Krai|Province)$/.test(word) ? [i] : [],
  );
  const [end] = ends;
  if (end === undefined || ends.length > 1 || !/^\p{Lu}/u.test(tokens[end - 1]!.word)) return null;
  return cast.region(`${tokens[end - 1]!.word} ${tokens[end]!.word}`, null);
}

/** "Missouri | Secretary of State": no secretary of the whole state's. */
function regionBefore(
  tokens: readonly Token[],
  { from, noun }: Description,
  country: string | null,
  cast: Cast,
): Referent | null {
  const place = placeEndingAt(tokens, from, noun);
  return place && regionAt(tokens, place, country, cast);
}

function regionAt(
  tokens: readonly Token[],
  place: Stretch,
  country: string | null,
  cast: Cast,
): Referent | null {
  const name = tokens
    .slice(place.from, place.to)
    .map(({ word }) => word)
    .join(' ');
  const state = stateEndingAt(tokens, place.to - 1);
  // Georgia is a state of the United States too.
  const town = state?.form === 'capital' && place.from === state.from;
  if (state !== null && !town && !(cast.setting.domestic && state.form === 'name')) return null;
  return cast.region(name, country);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The place that stands right before a role, or its possessor: "Ohio | Gov.", "Maine's | governor". */
function placeEndingAt(
  tokens: readonly Token[],
  from: number,
  noun: number,
  mayName: (token: Token) => boolean = isPlace,
): Stretch | null {
  let to = noun;
  while (to > from && (tokens[to - 1]!.tag === 'POS' || /^JJ/.test(tokens[to - 1]!.tag))) to--;
  // "Belgorod | region | governor"
  const called = to - 1 > from && isPlaceNoun(tokens[to - 1]!.word) ? to - 1 : to;
  let start = called;
  while (start > from && (mayName(tokens[start - 1]!) || isNamedRegion(tokens, start - 1))) start--;
  return start < called ? { from: start, to } : null;
}

/** The place that "of" brings in, with the noun that ends its name: "of the Voronezh | region". */
function placeAfter(tokens: readonly Token[], of: number): Stretch | null {
  if (tokens[of]?.word !== 'of') return null;
  const from = pastKind(
    tokens,
    pastState(tokens, tokens[of + 1]?.word === 'the' ? of + 2 : of + 1),
  );
  let to = from;
  while (to < tokens.length && isPlace(tokens[to]!)) to++;
  // "The Sughd | region", "Khyber Pakhtunkhwa | province": whatever the tagger took the name for.
  let named = to;
  const last = Math.min(tokens.length, from + LONGEST_REGION);
  while (named < last && isPlaceWord(tokens[named]!) && !REGION.test(tokens[named]!.word)) named++;
  const ends = REGION.test(tokens[named]?.word ?? '') && named > from;
  if (ends) return { from, to: named + 1 };
  return to === from ? null : { from, to };
}

/** "Mayor X | of Nikopol", "governor | of Kherson | X": one word that the tagger took for no place. */
function townAfter(tokens: readonly Token[], of: number, before = -1): Stretch | null {
  if (tokens[of]?.word !== 'of' || !tokens[of + 1] || !isPlaceWord(tokens[of + 1]!)) return null;
  const next = tokens[of + 2];
  const ends = of + 2 === before || !next || !/^(?:NN|POS|IN|CC)/.test(next.tag);
  return ends ? { from: of + 1, to: of + 2 } : null;
}

const REGION =
  /^(?:region|oblast|province|county|district|krai|voivodeship|governorate|canton|state|prefecture)$/i;

/** In tokens. */
const LONGEST_REGION = 3;

/** Past "northern Serbian city of", "Mexican state of". */
function pastKind(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at - from < 4 && /^(?:JJ|NNPS?$|RB)/.test(tokens[at]?.tag ?? '')) at++;
  // "Moldova's | autonomous | Gagauzia region"
  const plain = /^\p{Ll}/u.test(tokens[from]?.word ?? '') && tokens[from]!.tag === 'JJ';
  const kind =
    /^(?:city|town|state|province|region|district|island|republic|municipality|territory)$/;
  if (kind.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'of') return at + 2;
  return plain ? from + 1 : from;
}

/** Past the possessor in "of Russia's | Kursk region". */
function pastState(tokens: readonly Token[], from: number): number {
  const owned = tokens.findIndex(({ tag }, i) => i > from && i < from + 3 && tag === 'POS');
  return owned > 0 && stateEndingAt(tokens, owned - 1)?.from === from ? owned + 1 : from;
}
