import type { Span, Token } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { placeOf, type Place } from '../text/place.ts';
import { stateEndingAt } from './country.ts';
import {
  countryWithin,
  isPronoun,
  issuers,
  nominalBearers,
  pronounBearers,
} from './coreference.ts';
import type { Discourse, Possible } from './coreference.ts';
import {
  byNationality,
  lastBody,
  lastPerson,
  lastUnnamed,
  ownInstitution,
  possessedName,
  possessorOf,
} from './nominals.ts';
import { issuedBy } from './issued.ts';
import { apposedTo, calledLater, holderOf, namedAtEnd } from './beside.ts';
import type { Naming, Referent } from './referent.ts';
import { bodyKind, isRole } from './roles.ts';
import { isSomebody } from './somebody.ts';

/**
 * Whom a phrase means, best first: the name in it, the bearer of its pronoun or nominal, the group
 * that it describes. A state that speaks or acts by word is its government. Empty: nobody can be told.
 */
export function bearersOf(phrase: Span, discourse: Discourse): Possible[] {
  const place = placeOf(discourse.parsed, phrase);
  if (!place) return [];
  const tree = discourse.trees[place.sentence]!;
  const demonym = place.to - place.from === 1 ? stateEndingAt(tree.tokens, place.from) : null;
  if (demonym?.form === 'demonym' && /^(?:JJ|NNP?)$/.test(tree.tokens[place.from]!.tag))
    return [ofState(demonym.state, discourse)];
  const head = nounOf(tree, tree.headOf(place.from, place.to), place);
  const called = calledLater(place, head, discourse);
  if (called) return [{ referent: called.referent, score: 0.9, reasons: ['the name given later'] }];
  const found = bearersAt(place, head, discourse);
  const meant = found.length > 0 ? found : onlyNamed(place, discourse);
  return meant.map((possible) => asSpeaker(possible, discourse));
}

/** "The Ukrainian | assertion": the government of the state whose adjective it is. */
function ofState(code: string, { cast }: Discourse): Possible {
  return { referent: cast.government(code), score: 0.8, reasons: ['the adjective of its state'] };
}

/** The noun of a phrase of which the parser made a participle or the article the head. */
function nounOf(tree: Tree, head: number, { from, to }: Place): number {
  const { tag, lemma } = tree.tokens[head]!;
  // "State news agency BelTA", of which the parser made two subjects.
  if (
    lemma === 'state' &&
    /^(?:news|agency|media|broadcaster)$/.test(tree.tokens[head + 1]?.lemma ?? '')
  )
    return Math.max(head, to - 1);
  if (/^VB[DN]$/.test(tag)) {
    const [subject] = tree.childrenBy(head, 'nsubj', 'nsubjpass');
    return subject !== undefined && subject >= from && subject < head ? subject : head;
  }
  if (tag !== 'DT') return head;
  let noun = head + 1;
  while (noun < to && /^(?:JJ|VBG|VBN|CD|RB)/.test(tree.tokens[noun]!.tag)) noun++;
  while (noun + 1 < to && tree.tokens[noun + 1]!.tag.startsWith('NN')) noun++;
  return noun < to && tree.tokens[noun]!.tag.startsWith('NN') ? noun : head;
}

/** Of a phrase that the parser made nothing of ("rights group Viasna") the one that it names. */
function onlyNamed({ sentence, from, to }: Place, { namings, trees }: Discourse): Possible[] {
  const { tokens } = trees[sentence]!;
  const inside = namingsIn(namings, sentence, from, to).filter(
    (naming) =>
      !/^(?:IN|TO)$/.test(tokens[naming.from - 1]?.tag ?? '') && tokens[naming.to]?.tag !== 'POS',
  );
  const [one, more] = inside;
  if (!one || more) return [];
  return [{ referent: one.referent, score: 0.8, reasons: ['the only one named in the passage'] }];
}

/**
 * That a name in the passage means whom it is taken for: 231 of 233 speakers of the five articles
 * and the texts of our own were right, one right and one wrong added.
 */
const NAMED = 0.985;

/** A state speaks through its government. */
export function asSpeaker(possible: Possible, { cast }: Discourse): Possible {
  const code = /^state:(.+)$/.exec(possible.referent.key)?.[1];
  if (code === undefined) return possible;
  const reasons = [...possible.reasons, 'a state speaks through its government'];
  return { referent: cast.government(code), score: possible.score, reasons };
}

/** Whom the phrase with this head token means; a state stays a state. */
export function bearersAt(place: Place, head: number, discourse: Discourse): Possible[] {
  const tokens = discourse.trees[place.sentence]!.tokens;
  const named = namingFor(place, head, discourse);
  if (named) return [{ referent: named.referent, score: NAMED, reasons: ['named in the passage'] }];
  const token = tokens[head]!;
  if (/^(?:him|her|it)self$/.test(token.word) && tokens[head - 1]?.tag.startsWith('NN'))
    return bearersAt(
      { ...place, from: Math.min(place.from, head - 1), to: head },
      head - 1,
      discourse,
    );
  if (isPronoun(token.word)) return pronounBearers(token.word, place.sentence, head, discourse);
  if (/^one$/i.test(token.word) && tokens[head + 1]?.lemma === 'of')
    return oneOf(place, head, discourse);
  if (/^(?:one|another)$/i.test(token.word) && !tokens[head + 1]?.tag.startsWith('NN')) {
    const group = oneOfThem(place, discourse);
    if (group.length > 0) return group;
  }
  if (/^W/.test(token.tag)) return relativeBearers(place, head, discourse);
  if (/^NN/.test(token.tag) || /^(?:JJ|DT|CD|VBN|VBG)/.test(token.tag))
    return described(place, head, discourse);
  return [];
}

/** The naming that is the phrase's head or is joined to it: "researcher Kulakevich", "X, the chief". */
function namingFor(
  { sentence, from, to }: Place,
  head: number,
  discourse: Discourse,
): Naming | null {
  const inside = namingsIn(discourse.namings, sentence, from, to);
  const atHead = inside.find((naming) => naming.from <= head && head < naming.to);
  if (atHead) return titledAtEnd(atHead, inside, to, discourse) ?? atHead;
  const tree = discourse.trees[sentence]!;
  const { lemma, tag } = tree.tokens[head]!;
  const voice =
    voiceOf(inside, tree, head) ??
    namedAtEnd(inside, tree, to, head) ??
    namedBefore(inside, tree, head);
  if (voice) return voice;
  const titled = inside.find(
    ({ referent, from: start }) => start > head && referent.descriptors.has(lemma),
  );
  if (titled) return titled;
  const joined = inside.find(
    (naming) =>
      naming.from === head + 1 || tree.relation(tree.headOf(naming.from, naming.to)) === 'appos',
  );
  const apposed = joined !== undefined && joined.from > head + 1 && /^NNP?$/.test(tag);
  if (joined && (joined.referent.kind !== 'person' || isRole(lemma) || apposed) && tag !== 'NNS')
    return joined;
  const first = inside[0];
  return first &&
    first.from === from &&
    first.referent.kind === 'person' &&
    first.to <= head &&
    tree.tokens[first.to]?.word === ','
    ? first
    : null;
}

/** "The Security Service (SIS) Director Ann Lee": whoever the phrase ends in, called by the body's title. */
function titledAtEnd(
  first: Naming,
  inside: readonly Naming[],
  end: number,
  { trees }: Discourse,
): Naming | null {
  const last = inside.at(-1)!;
  if (last === first || last.to !== end || last.referent.kind !== 'person') return null;
  const { tokens } = trees[last.sentence]!;
  const titled = isRole(tokens[last.from - 1]!.lemma) && first.referent.kind !== 'person';
  const apart = tokens.slice(first.to, last.from).some(({ word }) => /^(?:,|and|or)$/.test(word));
  return titled && !apart ? last : null;
}

/** "The Asia-Plus news agency", "the Koha newspaper": named right before what it is. */
function namedBefore(inside: readonly Naming[], { tokens }: Tree, head: number): Naming | null {
  const { lemma } = tokens[head]!;
  const members = /^(?:country|member|state|leader)$/.test(lemma);
  if (bodyKind(lemma) === null && !members) return null;
  const from = tokens[head - 1]?.lemma === 'news' ? head - 1 : head;
  const found = inside.find(({ to }) => to === from);
  if (!found || /^(?:person|state)$/.test(found.referent.kind)) return null;
  return members && found.referent.kind !== 'international-organisation' ? null : found;
}

/**
 * "The press service of the ministry", "the Kremlin's press service", "the ministry's Telegram
 * channel": the body speaks through its service, and through its channel.
 */
function voiceOf(inside: readonly Naming[], { tokens }: Tree, head: number): Naming | null {
  const { lemma } = tokens[head]!;
  const press = /^(?:service|office|secretariat|centre|center|department)$/.test(lemma);
  const before = tokens[head - 1]?.lemma ?? '';
  if (
    press
      ? !/^(?:press|information|media)$/.test(before)
      : !/^(?:channel|account|page)$/.test(lemma)
  )
    return null;
  const body = inside.find(
    ({ from, to, referent: { kind } }) =>
      kind !== 'person' && kind !== 'media' && (to < head || (press && from > head)),
  );
  return (
    body ?? inside.findLast(({ to, referent: { kind } }) => kind === 'media' && to <= head) ?? null
  );
}

/** The namings within tokens of a sentence. */
export function namingsIn(
  namings: readonly Naming[],
  sentence: number,
  from: number,
  to: number,
): Naming[] {
  return namings.filter(
    (naming) => naming.sentence === sentence && naming.from >= from && naming.to <= to,
  );
}

/** "One of them": one of a group that the text has told of. */
function oneOf({ sentence, to }: Place, head: number, discourse: Discourse): Possible[] {
  const tree = discourse.trees[sentence]!;
  const [member] = tree.childrenBy(head, 'nmod');
  if (member === undefined || member >= to) return [];
  const at = { sentence, from: head + 2, to: Math.max(member + 1, to) };
  const [group] = bearersAt(at, member, discourse);
  if (group?.referent.kind !== 'group') return [];
  const { name, country } = group.referent;
  const referent = discourse.cast.unnamed(`one of the ${name}`, 'person', country);
  return [{ referent, score: 0.7, reasons: ['one of a group told of before'] }];
}

/** "Who" and "which": the noun that their clause hangs on. */
function relativeBearers(place: Place, head: number, discourse: Discourse): Possible[] {
  const { tokens } = discourse.trees[place.sentence]!;
  const apposed = apposedTo(place.sentence, head, discourse);
  if (apposed)
    return [{ referent: apposed.referent, score: 0.9, reasons: ['named before its description'] }];
  const verb = tokens[head]!.head;
  const noun = verb >= 0 ? tokens[verb]!.head : -1;
  if (noun < 0 || noun >= head) return [];
  const at = { sentence: place.sentence, from: noun, to: noun + 1 };
  const naming = discourse.namings.find(
    ({ sentence, from, to }) => sentence === place.sentence && from <= noun && noun < to,
  );
  if (naming)
    return [{ referent: naming.referent, score: 0.9, reasons: ['the clause hangs on this name'] }];
  return /^W/.test(tokens[noun]!.tag) ? [] : bearersAt(at, noun, discourse);
}

/** "With one | noting that": one of the group that has just spoken in the sentence. */
function oneOfThem({ sentence }: Place, { lastSpeaker, lastSpoke }: Discourse): Possible[] {
  if (lastSpeaker?.kind !== 'group' || lastSpoke !== sentence) return [];
  return [{ referent: lastSpeaker, score: 0.7, reasons: ['one of the group that speaks'] }];
}

/** A phrase without a name: "the researcher", "its report", "some Western officials". */
function described(place: Place, head: number, discourse: Discourse): Possible[] {
  const { tokens } = discourse.trees[place.sentence]!;
  const { lemma, tag } = tokens[head]!;
  const noun = tokens[head - 1]?.lemma === 'think' && lemma === 'tank' ? 'think tank' : lemma;
  const plural = tag === 'NNS' || !tag.startsWith('NN');
  const own = ownInstitution(place, head, discourse);
  if (own) return [own];
  const national = byNationality(place, head, discourse);
  if (national) return [national];
  const issued = issuedBy(noun, place, head, discourse);
  if (issued) return [{ referent: issued, score: 0.9, reasons: [`issued the ${noun}`] }];
  const owner = plural ? null : ownerBody(noun, place, head, discourse);
  if (owner) return [{ referent: owner, score: 0.6, reasons: [`speaks through its ${noun}`] }];
  const whose = possessorOf(place, head, discourse);
  if (!plural && isDefinite(tokens, place, head) && !isSomebodyElses(place, head, discourse)) {
    const found = definite(noun, place, head, discourse);
    const others = found.filter(({ referent }) => referent !== whose?.owner);
    if (others.length > 0) return others;
    const bare = head - place.from <= 1 && !whose;
    const untold = !bare
      ? null
      : isRole(noun)
        ? lastPerson(noun, place, discourse)
        : lastBody(noun, place, discourse);
    if (untold) return [untold];
  }
  const again = lastUnnamed(place, head, discourse);
  if (again) return [again];
  if (!isSomebody(noun, plural)) return [];
  const unnamed = unnamedReferent(place, head, plural, discourse);
  const score = 0.8 * (whose?.score ?? 1);
  return unnamed ? [{ referent: unnamed, score, reasons: ['described and not named'] }] : [];
}

const DEFINITE = /^(?:the|this|that|his|her|its|their)$/i;

function isDefinite(tokens: readonly Token[], { from }: Place, head: number): boolean {
  for (let i = Math.max(0, Math.min(from, head) - 1); i <= head; i++)
    if (DEFINITE.test(tokens[i]!.word) || tokens[i]!.tag === 'POS') return true;
  return head === from;
}

/** "The European Union's diplomatic service": a body's own part that has no name. */
function ownerBody(
  noun: string,
  { sentence, from }: Place,
  head: number,
  { namings, trees }: Discourse,
): Referent | null {
  if (bodyKind(noun) === null) return null;
  const { tokens } = trees[sentence]!;
  const owner = namingsIn(namings, sentence, from, head).find(
    ({ to, referent }) =>
      tokens[to]?.tag === 'POS' &&
      (referent.kind === 'international-organisation' || referent.kind === 'government-body'),
  );
  return owner?.referent ?? null;
}

/** "Scholz's spokesman" is no spokesman named before; "Hungary's prime minister" may be. */
function isSomebodyElses(
  { sentence, from }: Place,
  head: number,
  { namings, trees }: Discourse,
): boolean {
  const { tokens } = trees[sentence]!;
  return namingsIn(namings, sentence, from, head).some(
    ({ to, referent }) =>
      tokens[to]?.tag === 'POS' && (referent.kind === 'person' || referent.kind === 'company'),
  );
}

function definite(
  word: string,
  { sentence, from }: Place,
  head: number,
  discourse: Discourse,
): Possible[] {
  const { tokens } = discourse.trees[sentence]!;
  const noun = word === 'head' ? officeOfHead(tokens, head) : word;
  if (/^(?:country|nation|state|republic)$/.test(noun)) return lastState(sentence, from, discourse);
  const issued = issuers(noun, sentence, from, discourse);
  if (issued.length > 0) return issued;
  const country = countryWithin(tokens, from, head);
  const portfolio = noun === 'minister' && head > from ? tokens[head - 1]!.lemma : '';
  const may = ({ referent }: Possible) => mayMinister(referent, portfolio);
  const meant = nominalBearers(noun, country, sentence, from, discourse).filter(may);
  if (meant.length > 0 || country === null) return meant;
  return holderOf(noun, country, discourse).filter(may);
}

/** "The prime minister" is no defence minister named before; "the minister" may be any. */
function mayMinister({ posts }: Referent, portfolio: string): boolean {
  if (!/^(?:prime|foreign|defen[cs]e|interior|finance|energy|justice|health)$/.test(portfolio))
    return true;
  const ministers = posts
    .map(({ title }) => title.toLowerCase())
    .filter((title) => /minister/.test(title));
  const told = portfolio.slice(0, 5);
  return ministers.length === 0 || ministers.some((title) => title.includes(told));
}

/** "The Serbian head of state" is its president, "the head of government" its prime minister. */
function officeOfHead(tokens: readonly Token[], head: number): string {
  const of = tokens[head + 1]?.lemma === 'of' ? (tokens[head + 2]?.lemma ?? '') : '';
  if (of === 'state') return 'president';
  const words = tokens.slice(head + 1, head + 7).map(({ lemma }) => lemma);
  if (words.some((word) => /^(?:diplomatic|diplomacy|ministry)$/.test(word))) return 'minister';
  return of === 'government' ? 'minister' : 'head';
}

function lastState(sentence: number, at: number, { namings }: Discourse): Possible[] {
  const before = namings.filter(
    (naming) =>
      naming.referent.kind === 'state' &&
      (naming.sentence < sentence || (naming.sentence === sentence && naming.from < at)),
  );
  const last = before.at(-1);
  return last ? [{ referent: last.referent, score: 0.6, reasons: ['the state named last'] }] : [];
}

/** Quantifiers and articles, which are no part of a description. */
const LEADING =
  /^(?:the|an?|some|several|many|other|others|most|few|a few|all|these|those|both|two|three|certain|various|multiple|numerous|more|any)$/i;
function isLeading({ word, tag }: Token): boolean {
  return LEADING.test(word) || /^(?:IN|TO|,)$/.test(tag);
}

/** "(three Iranian companies) on Thursday": the day is no part of who they are. */
function isDated(tokens: readonly Token[], at: number): boolean {
  const day = tokens[at]!.tag === 'IN' ? tokens[at + 1] : tokens[at];
  return day !== undefined && DAY.test(day.word);
}

/** "Residents | reached by telephone": no part of who they are. */
const HOW_ONE_SPOKE =
  /^(?:interviewed|reached|contacted|quoted|cited|approached|polled|questioned|speaking)$/;

const DAY =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|yesterday|today)$/;

/** Longest description of an unnamed group that reads as a name, in tokens. */
const LONGEST_DESCRIPTION = 8;

/**
 * A group or person named as the text words it: "Western officials", "political analyst from
 * Ukraine"; "his lawyer" after whose it is: "Ali Can's lawyer".
 */
function unnamedReferent(
  place: Place,
  head: number,
  plural: boolean,
  discourse: Discourse,
): Referent | null {
  const { cast, trees, parsed } = discourse;
  const { sentence, from, to } = place;
  const { tokens } = trees[sentence]!;
  const whose = possessorOf(place, head, discourse);
  let start = whose ? whose.past : Math.min(from, head);
  while (start < head && isLeading(tokens[start]!)) start++;
  let end = head + 1;
  while (
    end < to &&
    end - start < LONGEST_DESCRIPTION &&
    !isDated(tokens, end) &&
    !HOW_ONE_SPOKE.test(tokens[end]!.word) &&
    !/^(?:,|W|VB(?![NG])|MD|:|\.|-LRB-|\()/.test(tokens[end]!.tag)
  )
    end++;
  while (end > head + 1 && /^(?:IN|CC|DT|TO|PRP\$|RB|POS)/.test(tokens[end - 1]!.tag)) end--;
  const name = parsed.text.slice(tokens[start]!.start, tokens[end - 1]!.end).replace(/\s+/gu, ' ');
  if (!/\p{L}{2}/u.test(name)) return null;
  const country = countryWithin(tokens, start, end);
  const { lemma } = tokens[head]!;
  const kind = plural || (!isRole(lemma) && bodyKind(lemma)) ? 'group' : 'person';
  if (!whose) return cast.unnamed(lowerFirst(name, tokens[start]!), kind, country);
  const state = whose.owner && /^state:(.+)$/.exec(whose.owner.key)?.[1];
  return cast.unnamed(
    possessedName(whose, name, isRole(lemma), cast),
    kind,
    country ?? state ?? null,
  );
}

/** "Analysts" at a sentence's start is "analysts"; a name keeps its capital. */
function lowerFirst(name: string, { tag, entity, lemma, word }: Token): string {
  const common =
    entity === null &&
    /^(?:NN|NNS|JJ|DT|RB|CD)$/.test(tag) &&
    lemma !== word &&
    !/^\p{Lu}.*\p{Lu}/u.test(word);
  return common && !/^(?:Western|Eastern|Northern|Southern|European|African|Asian|Arab)/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}
