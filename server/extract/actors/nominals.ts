import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import { isQuoted } from '../text/quoted.ts';
import { stateEndingAt } from './country.ts';
import type { Cast } from './cast.ts';
import {
  countryWithin,
  isPronoun,
  personBearers,
  pronounBearers,
  type Discourse,
  type Possible,
} from './coreference.ts';
import { INSTITUTIONS } from './institutions.ts';
import { EPITHETS } from './somebody.ts';
import type { Referent } from './referent.ts';
import { isRole } from './roles.ts';

/** Sentences back in which whoever spoke last must be named to be meant by a bare noun. */
const NEAR = 2;

/** "The colonel" of whom no rank was told: whoever spoke last, if a person. */
export function lastPerson(noun: string, place: Place, discourse: Discourse): Possible | null {
  const { lastSpeaker } = discourse;
  if (lastSpeaker?.kind !== 'person' || lastSpeaker.key.startsWith('unnamed:')) return null;
  if (isOtherRuler(noun, lastSpeaker)) return null;
  const reasons = ['the last to speak, called by a trade'];
  return isNear(place, discourse) ? { referent: lastSpeaker, score: 0.5, reasons } : null;
}

/** "..., Janet Yellen said. | The US treasury secretary | told": a name without an office, and then the office. */
export function lastUntitled(
  noun: string,
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { lastSpeaker, lastSpoke, trees, parsed } = discourse;
  const { tokens } = trees[sentence]!;
  const begins = from === 0 && /^the$/i.test(tokens[from]!.word) && isRole(noun);
  if (!begins || lastSpeaker?.kind !== 'person' || lastSpoke !== sentence - 1) return null;
  const { key, posts, descriptors, country } = lastSpeaker;
  if (key.startsWith('unnamed:') || posts.length > 0 || descriptors.size > 0) return null;
  const [before, here] = [parsed.sentences[sentence - 1]!, parsed.sentences[sentence]!];
  const told = countryWithin(tokens, from, head);
  const apart = /\n/.test(parsed.text.slice(before.end, here.start));
  if (apart || (country !== null && told !== null && told !== country)) return null;
  const reasons = ['named without an office just before'];
  return { referent: lastSpeaker, score: 0.5, reasons };
}

/** Words for those who command: a general is called the commander, too. */
const MILITARY =
  /^(?:commander|general|officer|colonel|admiral|chief|major|marshal|captain|soldier)$/;

/** "They called on General X. | The commander | warned": the only person whom the sentence before names, if so called. */
export function lastNamed(
  noun: string,
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { trees, parsed, namings } = discourse;
  const { tokens } = trees[sentence]!;
  if (from !== 0 || head !== 1 || !/^the$/i.test(tokens[0]!.word) || !isRole(noun)) return null;
  const [before, here] = [parsed.sentences[sentence - 1], parsed.sentences[sentence]!];
  if (!before || /\n/.test(parsed.text.slice(before.end, here.start))) return null;
  const named = namings.filter(
    (naming) =>
      naming.sentence === sentence - 1 &&
      naming.referent.kind === 'person' &&
      !isQuoted(parsed, naming.start),
  );
  const [one, more] = new Set(named.map(({ referent }) => referent));
  if (!one || more) return null;
  const descriptors = [...one.descriptors];
  const fits = MILITARY.test(noun) && descriptors.some((word) => MILITARY.test(word));
  if (!fits) return null;
  return { referent: one, score: 0.5, reasons: [`named just before, called “${noun}”`] };
}

/** "The official", "the residents": whoever spoke last without a name, called by the same noun. */
export function lastUnnamed(place: Place, head: number, discourse: Discourse): Possible | null {
  const { sentence, from, to } = place;
  const { tokens } = discourse.trees[sentence]!;
  const { lastSpeaker, lastSpoke } = discourse;
  if (!lastSpeaker?.key.startsWith('unnamed:') || typeof lastSpoke !== 'number') return null;
  const { word } = tokens[head]!;
  const definite = /^(?:the|this|these|that|those)$/i.test(tokens[from]!.word);
  const bare = definite && head - from === 1 && to === head + 1;
  const called = lastSpeaker.name.split(/\s+/u).includes(word);
  const near = sentence >= lastSpoke && sentencesSince(lastSpoke, sentence, discourse) <= NEAR;
  const reasons = [`the last to speak, called “${word}”`];
  return bare && called && near ? { referent: lastSpeaker, score: 0.6, reasons } : null;
}

const RULING =
  /^(?:president|chancellor|premier|minister|king|queen|ambassador|governor|mayor|senator)$/;

/** "The chancellor" is no minister who spoke last. */
function isOtherRuler(noun: string, { descriptors }: Referent): boolean {
  return RULING.test(noun) && [...descriptors].some((one) => RULING.test(one) && one !== noun);
}

/** "The agency said" after a ministry spoke: the body that spoke last. */
export function lastBody(noun: string, place: Place, discourse: Discourse): Possible | null {
  const { lastSpeaker } = discourse;
  const body = lastSpeaker && /^(?:government-body|armed-force)$/.test(lastSpeaker.kind);
  // "The mission" of an embassy that has just spoken.
  const mission = noun === 'mission' && /embassy|mission/i.test(lastSpeaker?.name ?? '');
  if (!body || !(mission || /^(?:agency|department|institution|ministry)$/.test(noun))) return null;
  if (/^government:/.test(lastSpeaker.key)) return null;
  if (isOtherBody(place, discourse)) return null;
  const reasons = [`the body that spoke last, called “${noun}”`];
  return isNear(place, discourse) ? { referent: lastSpeaker, score: 0.6, reasons } : null;
}

const ORGANISATIONS =
  /^(?:group|organi[sz]ation|movement|association|union|network|coalition|project|initiative|watchdog|charity|nonprofit|foundation|outlet|channel|publication|company|firm|manufacturer|giant|retailer|carmaker|startup)$/;
const FIRMS = /^(?:company|firm|manufacturer|giant|retailer|carmaker|startup)$/;

/** "The group", "the online retail giant" after a body spoke: the organisation that spoke last. */
export function lastOrganisation(
  noun: string,
  place: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { lastSpeaker, trees } = discourse;
  if (!lastSpeaker || !ORGANISATIONS.test(noun) || !isNear(place, discourse)) return null;
  const named = /^(?:body|organisation):/.test(lastSpeaker.key);
  const kinds = FIRMS.test(noun)
    ? /^(?:company|group)$/
    : /^(?:group|think-tank|international-organisation|media|company)$/;
  if (!named || !kinds.test(lastSpeaker.kind)) return null;
  if (!isPlainly(trees[place.sentence]!.tokens, place.from, head)) return null;
  const reasons = [`the organisation that spoke last, called “${noun}”`];
  return { referent: lastSpeaker, score: 0.55, reasons };
}

/** "The" and nothing but common words before a noun. */
function isPlainly(tokens: readonly Token[], from: number, head: number): boolean {
  const [article, ...words] = tokens.slice(from, head);
  return (
    /^the$/i.test(article?.word ?? '') &&
    words.every(({ word, tag }) => /^(?:JJ|NN|VB|RB)/.test(tag) && /^[\p{Ll}\d-]+$/u.test(word))
  );
}

/** "The Wisconsin Republican", "the presumptive nominee": whoever was just spoken of that it fits. */
export function lastFigure(
  noun: string,
  place: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { sentence, from, to } = place;
  const { tokens } = discourse.trees[sentence]!;
  const { word, tag } = tokens[head]!;
  if (!EPITHETS.test(noun.toLowerCase()) || /S$/.test(tag)) return null;
  const complement = head + 1 < to && tokens[head + 1]!.word !== ',';
  if (!/^the$/i.test(tokens[from]!.word) || complement) return null;
  const country = countryWithin(tokens, from, head);
  const pronoun = /woman$/i.test(word) ? 'she' : /man$/i.test(word) ? 'he' : null;
  const namings = discourse.namings.filter(({ start }) => !isQuoted(discourse.parsed, start));
  const [best] = personBearers({ country, pronoun }, sentence, from, { ...discourse, namings });
  const reasons = [`just spoken of, called “${noun}”`];
  return best ? { referent: best.referent, score: 0.6 * best.score, reasons } : null;
}

/** "The foreign ministry" is none that spoke before unless its own name says so. */
function isOtherBody({ sentence, from, to }: Place, { trees, lastSpeaker }: Discourse): boolean {
  const words = trees[sentence]!.tokens.slice(from, to).map(({ word }) => word.toLowerCase());
  const called = words.filter((word) => word !== 'the').join(' ');
  const named = INSTITUTIONS.get(called);
  return named !== undefined && lastSpeaker?.key.startsWith(`${named.key}:`) !== true;
}

function isNear({ sentence }: Place, discourse: Discourse): boolean {
  const { lastSpeaker, lastSpoke, namings } = discourse;
  const since =
    typeof lastSpoke === 'number' ? sentencesSince(lastSpoke, sentence, discourse) : Infinity;
  if (since <= NEAR) return true;
  return namings.some(
    (naming) =>
      naming.referent === lastSpeaker &&
      naming.sentence < sentence &&
      sentence - naming.sentence <= NEAR,
  );
}

/** Sentences from one to another in which the document itself tells: a long quotation takes nobody off one's mind. */
function sentencesSince(before: number, sentence: number, { parsed }: Discourse): number {
  const between = parsed.sentences.slice(before + 1, sentence + 1);
  return between.filter(({ start }) => !isQuoted(parsed, start)).length;
}

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
