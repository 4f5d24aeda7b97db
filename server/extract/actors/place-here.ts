import type { Token } from '../nlp/index.ts';
import { isPlaceNoun } from './roles.ts';

/**
 * Whether a lone word that the tagger took for a person is a place where it stands: "Lviv, Kharkiv |
 * and Donetsk oblasts", "Kharkiv, Ukraine's second largest city", "the district of Kharkiv".
 */
export function isPlaceHere(tokens: readonly Token[], at: number): boolean {
  return isListed(tokens, at) || isCalledTown(tokens, at) || isOfPlace(tokens, at);
}

/** Regions and towns of the world's news that the tagger takes for people. */
const PLACES = new Set(
  (
    'Kashmir Jammu Tigray Amhara Oromia Darfur Kordofan Gezira Omdurman Fasher Fashir Mekelle Mekele Goma Bukavu Kivu Ituri ' +
    'Borno Zamfara Katsina Kaduna Kano Gaza Rafah Jenin Nablus Tulkarm Ramallah Hebron Idlib Aleppo Homs Daraa Sweida Suwayda ' +
    'Latakia Mosul Erbil Kirkuk Basra Fallujah Hodeidah Taiz Marib Benghazi Misrata Balochistan Baluchistan Sindh Waziristan ' +
    'Punjab Peshawar Quetta Karachi Lahore Gilgit Rakhine Sagaing Kachin Mindanao Marawi Aceh Papua Catatumbo Cauca Chiapas ' +
    'Guerrero Sinaloa Manipur Assam Kerala Gujarat Bihar Karnataka Chittagong Kandahar Herat Kunduz Helmand Panjshir Lachin ' +
    'Zangezur Srebrenica Mitrovica Metohija Donbas Crimea Africa Asia Eurasia Sahel Maghreb Caucasus Balkans Arctic'
  ).split(' '),
);

/** "Kashmir", "El Fasher", "Azad Jammu": a name that ends in a place's that lists of people do not hold. */
export function isKnownPlace(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  // "Resolution No." of the Security Council
  const numbered = /^No\.?$/.test(tokens[to - 1]!.word);
  return numbered || (to - from < 3 && PLACES.has(tokens[to - 1]!.word));
}

/** "Bomachoge Chache | MP Ann Lee": whom a member sits for, which is a place. */
export function isConstituency(tokens: readonly Token[], to: number): boolean {
  // The second word of "Bomachoge | Chache" may be left out.
  const member = /^(?:MP|MLA|MCA|MNA|MPA|Senator)$/.test(tokens[to]?.word ?? '') ? to : to + 1;
  return (
    /^(?:MP|MLA|MCA|MNA|MPA)$/.test(tokens[member]?.word ?? '') &&
    tokens.slice(to, member + 2).every(({ tag }) => tag.startsWith('NNP')) &&
    tokens[member + 1] !== undefined
  );
}

/** In a list of names that ends in "oblasts" and the like, or right between places of it. */
function isListed(tokens: readonly Token[], at: number): boolean {
  let to = at + 1;
  while (to - at < LONGEST_LIST && /^(?:NNPS?|CC|,)$/.test(tokens[to]?.tag ?? '')) to++;
  const ends = to > at + 2 && isPlaceNoun(tokens[to]?.lemma ?? '') && tokens[to]!.tag === 'NNS';
  const [before, after] = [placeBeside(tokens, at, -1), placeBeside(tokens, at, 1)];
  return ends || (before && after);
}

/** In tokens, commas among them. */
const LONGEST_LIST = 30;

/** Whether the word past the comma or "and" beside a token is a place's name. */
function placeBeside(tokens: readonly Token[], at: number, step: -1 | 1): boolean {
  const comma = tokens[at + step];
  let next = at + 2 * step;
  if (comma?.word === ',' && tokens[next]?.word === 'and') next += step;
  return /^(?:,|and)$/.test(comma?.word ?? '') && tokens[next]?.entity === 'LOCATION';
}

/** "Kharkiv, | Ukraine's second largest | city": what the name is of. */
function isCalledTown(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.word !== ',') return false;
  const end = tokens.findIndex(({ word }, i) => i > at + 1 && /^[,.;]$/.test(word));
  const words = tokens.slice(at + 2, end < 0 ? tokens.length : end);
  const [article] = words;
  const apposed = words.length < 8 && words.every(({ tag }) => /^(?:DT|JJ|NN|POS|RB|IN)/.test(tag));
  const told = /^(?:an?|the)$/.test(article?.word ?? '') || words[1]?.tag === 'POS';
  const noun = words.findLast(({ tag }) => tag === 'NN');
  return apposed && told && TOWN.test(noun?.lemma ?? '');
}

const TOWN =
  /^(?:city|capital|town|village|port|region|settlement|suburb|stronghold|hub|centre|center)$/;

/** "The industrial district | of Kharkiv", "the town of". */
function isOfPlace(tokens: readonly Token[], at: number): boolean {
  const [noun, of] = [tokens[at - 2], tokens[at - 1]];
  return (
    of?.word === 'of' &&
    /^(?:city|town|village|district|region|suburb|outskirt|port|centre|center|north|south|east|west)$/.test(
      noun?.lemma ?? '',
    )
  );
}
