import type { Token } from '../nlp/index.ts';
import type { Place } from '../text/place.ts';
import { isQuoted } from '../text/quoted.ts';
import { isCalled, isCalledAlike, isMilitary, isOpenCalling } from './callings.ts';
import { personBearers, type Discourse, type Possible } from './coreference.ts';
import { countryWithin } from './country.ts';
import { INSTITUTIONS } from './institutions.ts';
import { namingsOfSentence } from './naming-index.ts';
import type { Referent } from './referent.ts';
import { bodyKind, isRole } from './roles.ts';
import { EPITHETS } from './somebody.ts';

/** Sentences back in which whoever spoke last must be named to be meant by a bare noun. */
const NEAR = 2;

/** "The officer" after a colonel spoke: whoever spoke last, if a person whom the noun fits. */
export function lastPerson(
  noun: string,
  place: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { lastSpeaker, trees } = discourse;
  if (lastSpeaker?.kind !== 'person' || lastSpeaker.key.startsWith('unnamed:')) return null;
  const before = trees[place.sentence]!.tokens[head - 1]?.word ?? '';
  const fits = isCalled(lastSpeaker)
    ? isCalledAlike(lastSpeaker, noun)
    : isOpenCalling(noun) || /^former$/.test(before);
  if (!fits || !isNear(place, discourse)) return null;
  return { referent: lastSpeaker, score: 0.5, reasons: ['the last to speak, called by a trade'] };
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
  const told = head - from > 1 && isRole(noun);
  const begins = from === 0 && /^the$/i.test(tokens[from]!.word) && told;
  if (!begins || lastSpeaker?.kind !== 'person' || lastSpoke !== sentence - 1) return null;
  const { key, country } = lastSpeaker;
  if (key.startsWith('unnamed:') || isCalled(lastSpeaker)) return null;
  const [before, here] = [parsed.sentences[sentence - 1]!, parsed.sentences[sentence]!];
  const state = countryWithin(tokens, from, head);
  const apart = /\n/.test(parsed.text.slice(before.end, here.start));
  if (apart || (country !== null && state !== null && state !== country)) return null;
  const reasons = ['named without an office just before'];
  return { referent: lastSpeaker, score: 0.5, reasons };
}

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
  const named = namingsOfSentence(namings, sentence - 1).filter(
    ({ referent, start }) => referent.kind === 'person' && !isQuoted(parsed, start),
  );
  const [one, more] = new Set(named.map(({ referent }) => referent));
  if (!one || more) return null;
  if (!isMilitary(noun) || !isCalledAlike(one, noun)) return null;
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

/** "Foreign Minister X summoned the envoy. | The ministry | said": that of the minister told of last, if near. */
export function lastMinisters(
  noun: string,
  { sentence, from }: Place,
  { namings }: Discourse,
): Possible | null {
  if (noun !== 'ministry') return null;
  const near = namings.filter(
    (naming) =>
      sentence - naming.sentence <= NEAR &&
      (naming.sentence < sentence || (naming.sentence === sentence && naming.from < from)),
  );
  for (const { referent } of near.reverse()) {
    const held = referent.posts.find(({ of, former }) => !former && /^ministry-/.test(of.key));
    if (held)
      return { referent: held.of, score: 0.6, reasons: [`the ministry of ${referent.name}`] };
  }
  return null;
}

/** Nouns for organisations, by the kinds of body that they may mean. */
const ORGANISATIONS: readonly (readonly [nouns: RegExp, kinds: RegExp])[] = [
  [/^(?:company|firm|manufacturer|giant|retailer|carmaker|startup)$/, /^company$/],
  [/^(?:outlet|channel|publication)$/, /^media$/],
  [
    /^(?:group|organi[sz]ation|network)$/,
    /^(?:group|think-tank|international-organisation|media|company)$/,
  ],
  [
    /^(?:movement|coalition|project|initiative|watchdog|charity|nonprofit|foundation)$/,
    /^(?:group|think-tank|international-organisation)$/,
  ],
];

/** Whether nothing in its name or in the text tells what kind of body a name means. */
function isOfUnknownKind({ key, kind, name, descriptors }: Referent): boolean {
  const told = name.split(/\s+/u).some((word) => bodyKind(word) !== null);
  return key.startsWith('body:') && kind === 'group' && descriptors.size === 0 && !told;
}

/** "The group", "the online retail giant" after a body spoke: the organisation that spoke last. */
export function lastOrganisation(
  noun: string,
  place: Place,
  head: number,
  discourse: Discourse,
): Possible | null {
  const { lastSpeaker, trees } = discourse;
  const kinds = ORGANISATIONS.find(([nouns]) => nouns.test(noun))?.[1];
  if (!lastSpeaker || !kinds || !isNear(place, discourse)) return null;
  const named = /^(?:body|organisation):/.test(lastSpeaker.key);
  if (!named || !(kinds.test(lastSpeaker.kind) || isOfUnknownKind(lastSpeaker))) return null;
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
  return best && (!isCalled(best.referent) || isCalledAlike(best.referent, noun, true))
    ? { referent: best.referent, score: 0.6 * best.score, reasons }
    : null;
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
  const before = Array.from({ length: NEAR }, (_, back) => sentence - 1 - back);
  return before.some((one) =>
    namingsOfSentence(namings, one).some(({ referent }) => referent === lastSpeaker),
  );
}

/** Sentences from one to another in which the document itself tells: a long quotation takes nobody off one's mind. */
function sentencesSince(before: number, sentence: number, { parsed }: Discourse): number {
  const between = parsed.sentences.slice(before + 1, sentence + 1);
  return between.filter(({ start }) => !isQuoted(parsed, start)).length;
}
