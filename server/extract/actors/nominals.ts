import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import { isQuoted } from '../text/quoted.ts';
import { stateEndingAt } from './country.ts';
import type { Cast } from './cast.ts';
import {
  isPronoun,
  personBearers,
  pronounBearers,
  type Discourse,
  type Possible,
} from './coreference.ts';
import { INSTITUTIONS } from './institutions.ts';
import type { Referent } from './referent.ts';

/** "His foreign ministry", of a president "her office": that of the state whose the pronoun's bearer is. */
export function ownInstitution(
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { tokens } = discourse.trees[sentence]!;
  const pronoun = tokens[from]!;
  const words = tokens.slice(from + 1, head + 1).map(({ word }) => word.toLowerCase());
  if (pronoun.tag !== 'PRP$' || !isPronoun(pronoun.word)) return null;
  const [owner] = ownersOf(pronoun.word, sentence, from, discourse);
  const country = owner && (owner.referent.country ?? codeOf(owner.referent.key));
  if (!owner || !country) return null;
  const called = [...owner.referent.descriptors].map((office) => `${office}'s ${words.join(' ')}`);
  const institution = [words.join(' '), ...called]
    .map((name) => INSTITUTIONS.get(name))
    .find((one) => one !== undefined);
  if (!institution) return null;
  const referent = discourse.cast.institution(institution, country);
  return { referent, score: owner.score, reasons: [`that of ${owner.referent.name}`] };
}

const NATIONALS: ReadonlyMap<string, string> = new Map(
  (
    'frenchman:FR frenchwoman:FR spaniard:ES englishman:GB englishwoman:GB briton:GB scot:GB ' +
    'scotsman:GB welshman:GB dutchman:NL dutchwoman:NL irishman:IE irishwoman:IE pole:PL dane:DK ' +
    'swede:SE finn:FI turk:TR serb:RS croat:HR'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
/** Demonyms that mean a people with "the": "the French", "the Chinese". */
const PEOPLES = /(?:ese|sh|ch|ss)$/i;
/** Callings of sport and art, by which a person named before is called; offices are titles' own. */
const CALLINGS = new Set(
  (
    'winger striker midfielder goalkeeper keeper defender forward fullback skipper batsman bowler ' +
    'sprinter runner jumper swimmer cyclist golfer boxer wrestler skater skier gymnast rower jockey ' +
    'teenager veteran star champion medallist medalist novelist poet painter sculptor composer ' +
    'pianist violinist guitarist filmmaker playwright photographer comedian rapper songwriter ' +
    'musician conductor dancer chef architect chess-player grandmaster billionaire tycoon'
  ).split(' '),
);

/** "The Spaniard", "the 69-year-old", "the Egyptian winger": the person spoken of last who fits. */
export function byNationality(place: Place, head: number, discourse: Discourse): Possible | null {
  const { sentence, from } = place;
  const { tokens } = discourse.trees[sentence]!;
  const { word, lemma, tag } = tokens[head]!;
  if (!/^the$/i.test(tokens[from]!.word) || head === from || head - from > 2) return null;
  const more = head + 1 < place.to && /^(?:NN|JJ|CD|VB|POS|IN)/.test(tokens[head + 1]!.tag);
  if (more || tag === 'NNS' || tag === 'NNPS' || PEOPLES.test(word)) return null;
  const aged = /^\d{1,3}-year-old$/.test(word);
  const bare = head - from === 1;
  const state = bare
    ? (NATIONALS.get(word.toLowerCase()) ?? stateEndingAt(tokens, head)?.state ?? null)
    : (stateEndingAt(tokens, head - 1)?.state ?? null);
  const calling = !bare && CALLINGS.has(lemma);
  const isNational = bare
    ? state !== null && !isLocation(tokens[head]!)
    : calling && state !== null;
  if (!isNational && !(bare && aged)) return null;
  const pronoun = /woman$/.test(lemma)
    ? 'she'
    : /man$/.test(lemma) && !/german$/i.test(word)
      ? 'he'
      : null;
  const namings = discourse.namings.filter(({ start }) => !isQuoted(discourse.parsed, start));
  const outside = { ...discourse, namings };
  const [best] = personBearers({ country: state, pronoun }, sentence, from, outside);
  return best ?? null;
}

/** "The Sudan" is no person of it. */
function isLocation({ entity }: Token): boolean {
  return entity === 'LOCATION';
}

/** Whose somebody is, where a possessive stands before the noun. */
export interface Possessor {
  /** Null when nobody can be told whom the pronoun means. */
  readonly owner: Referent | null;
  /** That it is the owner, 0..1. */
  readonly score: number;
  /** The words that name it; null for a pronoun. */
  readonly surface: string | null;
  /** The token after the possessive. */
  readonly past: number;
}

/** "His lawyer", "Cole's lawyer": neither the client nor whoever spoke last. Null without a possessor. */
export function possessorOf(
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possessor | null {
  const tree = discourse.trees[sentence]!;
  const pronoun = tree
    .childrenBy(head, 'nmod')
    .find((i) => i < head && tree.tokens[i]!.tag === 'PRP$' && isPronoun(tree.tokens[i]!.word));
  if (pronoun !== undefined) {
    const { word } = tree.tokens[pronoun]!;
    const { owner, score } = likeliest(ownersOf(word, sentence, pronoun, discourse));
    const code = owner && (codeOf(owner.key) ?? /^government:(.+)$/.exec(owner.key)?.[1]);
    const state = code ? discourse.cast.state(code) : null;
    return { owner: state ?? owner, score, surface: null, past: pronoun + 1 };
  }
  const named = discourse.namings.find(
    (naming) =>
      naming.sentence === sentence &&
      naming.from === from &&
      naming.to < head &&
      naming.referent.kind === 'person' &&
      tree.tokens[naming.to]!.tag === 'POS',
  );
  if (!named) return null;
  const surface = discourse.parsed.text.slice(named.start, named.end).replace(/\s+/gu, ' ');
  return { owner: named.referent, score: 1, surface, past: named.to + 1 };
}

/** Whom a possessive pronoun means; the one person that its sentence names, whatever the name's guess. */
function ownersOf(word: string, sentence: number, at: number, discourse: Discourse): Possible[] {
  const found = pronounBearers(word, sentence, at, discourse);
  if (found.length > 0 || !/^(?:his|her)$/i.test(word)) return found;
  const named = discourse.namings.filter(
    (naming) =>
      naming.sentence === sentence && naming.to <= at && naming.referent.kind === 'person',
  );
  const [one, more] = new Set(named.map(({ referent }) => referent));
  if (!one || more || one.gender !== null) return [];
  return [{ referent: one, score: 0.7, reasons: [`the only one that “${word}” can mean here`] }];
}

/** Of the named: "his wife" after "his lawyer said" is not the lawyer's. */
function likeliest(bearers: readonly Possible[]): Pick<Possessor, 'owner' | 'score'> {
  const named = bearers.filter(({ referent }) => !referent.key.startsWith('unnamed:'));
  const among = named.length > 0 ? named : bearers;
  const [best] = among;
  const total = among.reduce((sum, { score }) => sum + score, 0);
  return best ? { owner: best.referent, score: best.score / total } : { owner: null, score: 0.5 };
}

/**
 * "Lawyer" as that of its possessor: by the words that the text has for the same one before ("Can's
 * lawyer"), else by its own, a pronoun's place taken by the name. "Its citizens" are citizens of a
 * state, and the state's own by no name.
 */
export function possessedName(
  { owner, surface }: Possessor,
  noun: string,
  isOffice: boolean,
  cast: Cast,
): string {
  if (!owner || (codeOf(owner.key) !== null && !isOffice)) return noun;
  const named = (name: string) => `${possessiveOf(name, owner.kind)} ${noun}`;
  const forms = new Set([...owner.surfaces, owner.name].map(named));
  const known = cast.referents.find(
    ({ key, name }) => key.startsWith('unnamed:') && forms.has(name),
  );
  return known?.name ?? named(surface ?? owner.name);
}

/** "Ali Can's", "the miners'". */
function possessiveOf(name: string, kind: Referent['kind']): string {
  return `${name}${kind === 'group' && name.endsWith('s') ? "'" : "'s"}`;
}

function codeOf(key: string): string | null {
  return /^state:(.+)$/.exec(key)?.[1] ?? null;
}
