import type { Span, Token } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { placeOf, type Place } from '../text/place.ts';
import { apposedTo, calledLater } from './beside.ts';
import { isPronoun, pronounBearers, type Discourse, type Possible } from './coreference.ts';
import { stateEndingAt } from './country.ts';
import { described } from './described.ts';
import { theLatter } from './latter.ts';
import { namingFor } from './named.ts';
import { isPublication } from './nominal-bearers.ts';
import { namingsIn, namingsOfSentence } from './naming-index.ts';
import type { Naming, Referent } from './referent.ts';
import { modifiersBefore, pastPlace, personBefore, publisherOf } from './relative-clauses.ts';
import { isSomebody } from './somebody.ts';

/**
 * Whom a phrase means, best first: the name in it, the bearer of its pronoun or nominal, the group
 * that it describes. A state that speaks or acts by word is its government. Empty: nobody can be told.
 */
export function bearersOf(phrase: Span, discourse: Discourse): Possible[] {
  const whole = placeOf(discourse.parsed, phrase);
  if (!whole) return [];
  const tree = discourse.trees[whole.sentence]!;
  const place = beforeAsked(tree.tokens, whole);
  // A span of blanks at a sentence's end has no token.
  if (place.from >= tree.tokens.length) return [];
  const state = adjectiveAlone(tree.tokens, place);
  if (state !== null) return [ofState(state, discourse)];
  const head = nounOf(tree, tree.headOf(place.from, place.to), place);
  const called = calledLater(place, head, discourse);
  if (called) return [{ referent: called.referent, score: 0.9, reasons: ['the name given later'] }];
  const issuer = issuerOf(place, head, discourse);
  if (issuer.length > 0) return issuer.map((possible) => asSpeaker(possible, discourse));
  const found = bearersAt(place, head, discourse);
  const meant = found.length > 0 ? found : onlyNamed(place, discourse);
  return meant.map((possible) => asSpeaker(possible, discourse));
}

/** "Shopkeepers | interviewed by Kosovo Online": who asked them is not who they are. */
function beforeAsked(tokens: readonly Token[], place: Place): Place {
  const asked = tokens.findIndex(
    ({ word }, i) =>
      i > place.from &&
      i < place.to &&
      /^(?:interviewed|reached|contacted|quoted|cited|polled|questioned)$/.test(word) &&
      tokens[i - 1]!.tag === 'NNS' &&
      tokens[i + 1]?.word === 'by',
  );
  return asked < 0 ? place : { ...place, to: asked };
}

/** "A statement issued by his office after the talks", "X's readout": whoever issued it. Empty for other phrases. */
function issuerOf(place: Place, head: number, discourse: Discourse): Possible[] {
  const tree = discourse.trees[place.sentence]!;
  if (!isPublication(tree.tokens[head]!.lemma)) return [];
  const owner = namingsIn(discourse.namings, place.sentence, place.from, head).find(
    ({ to }) => tree.tokens[to]!.tag === 'POS',
  );
  if (owner) return [byName(owner, discourse)];
  const issuing = tree
    .childrenBy(head, 'acl')
    .find((i) => /^(?:issue|release|publish|post|sign)$/.test(tree.tokens[i]!.lemma));
  const agent = tree
    .childrenBy(issuing ?? head, 'nmod')
    .find((i) => tree.childrenBy(i, 'case').some((mark) => tree.tokens[mark]!.word === 'by'));
  if (agent === undefined) return issuedOf(tree, head, place, discourse);
  const [from, last] = tree.reach(agent);
  return bearersAt({ sentence: place.sentence, from: from + 1, to: last + 1 }, agent, discourse);
}

/** "The comment | of the press service of Chile": whoever it is of, where that is a body that publishes. */
function issuedOf(tree: Tree, head: number, { sentence }: Place, discourse: Discourse): Possible[] {
  const owner = tree
    .childrenBy(head, 'nmod')
    .find(
      (i) => ISSUES.test(tree.tokens[i]!.lemma) && tree.tokens[tree.reach(i)[0]]!.word === 'of',
    );
  if (owner === undefined) return [];
  const [from, last] = tree.reach(owner);
  return bearersAt({ sentence, from: from + 1, to: last + 1 }, owner, discourse);
}

const ISSUES =
  /^(?:service|ministry|office|embassy|agency|command|staff|council|committee|department)$/;

/** "Ukrainian", "the Serbian | assertion": the state whose adjective a phrase is; null where it is more. */
function adjectiveAlone(tokens: readonly Token[], { from, to }: Place): string | null {
  const article = /^the$/i.test(tokens[from]!.word) && tokens[to]?.tag.startsWith('NN') === true;
  const at = article ? from + 1 : from;
  const found = to - at === 1 ? stateEndingAt(tokens, at) : null;
  return found?.form === 'demonym' && /^(?:JJ|NNP?)$/.test(tokens[at]!.tag) ? found.state : null;
}

/** "The Ukrainian | assertion": the government of the state whose adjective it is. */
function ofState(code: string, { cast }: Discourse): Possible {
  return { referent: cast.government(code), score: 0.8, reasons: ['the adjective of its state'] };
}

/** The noun of a phrase of which the parser made a participle or the article the head. */
function nounOf(tree: Tree, head: number, place: Place): number {
  const { tag, lemma } = tree.tokens[head]!;
  // "State news agency BelTA", of which the parser made two subjects.
  if (
    lemma === 'state' &&
    /^(?:news|agency|media|broadcaster)$/.test(tree.tokens[head + 1]?.lemma ?? '')
  )
    return Math.max(head, place.to - 1);
  // "Two EU | diplomats", of which it made two objects.
  const last = tree.tokens[place.to - 1]!;
  const apart =
    head === place.to - 2 && last.tag === 'NNS' && last.head === tree.tokens[head]!.head;
  if (apart && isSomebody(last.lemma, true)) return place.to - 1;
  if (/^VB[DN]$/.test(tag)) {
    const [subject] = tree.childrenBy(head, 'nsubj', 'nsubjpass');
    return subject !== undefined && subject >= place.from && subject < head ? subject : head;
  }
  return tag === 'DT' ? nounAfter(tree.tokens, head, place.to) : head;
}

/** The noun that an article stands before, the last of a compound; the article itself without one. */
function nounAfter(tokens: readonly Token[], article: number, to: number): number {
  let noun = article + 1;
  while (noun < to && /^(?:JJ|VBG|VBN|CD|RB)/.test(tokens[noun]!.tag)) noun++;
  while (noun + 1 < to && tokens[noun + 1]!.tag.startsWith('NN')) noun++;
  return noun < to && tokens[noun]!.tag.startsWith('NN') ? noun : article;
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

/** "The health ministry" of no state beside it, in a text that is at home nowhere: as likely another's. */
const GUESSED = 0.6;

function byName({ referent }: Naming, { cast }: Discourse): Possible {
  return cast.isGuessed(referent)
    ? { referent, score: GUESSED, reasons: ['a body of the state that the text names most'] }
    : { referent, score: NAMED, reasons: ['named in the passage'] };
}

/** A state speaks through its government. */
export function asSpeaker(possible: Possible, { cast }: Discourse): Possible {
  const code = /^state:(.+)$/.exec(possible.referent.key)?.[1];
  if (code === undefined) return possible;
  const reasons = [...possible.reasons, 'a state speaks through its government'];
  return { referent: cast.government(code), score: possible.score, reasons };
}

/** Whom the phrase with this head token means; a state stays a state. */
export function bearersAt(place: Place, head: number, discourse: Discourse): Possible[] {
  const named = namingFor(place, head, discourse);
  if (named) return [byName(named, discourse)];
  const { tokens } = discourse.trees[place.sentence]!;
  const { word, tag } = tokens[head]!;
  if (/^(?:him|her|it)self$/.test(word) && tokens[head - 1]?.tag.startsWith('NN'))
    return emphasised(place, head, discourse);
  if (isPronoun(word)) {
    const introduced = /^(?:he|she)$/i.test(word) ? introducedBefore(place, discourse) : [];
    if (introduced.length > 0) return introduced;
    const found = pronounBearers(word, place.sentence, head, discourse);
    return found.length > 0 || !/^they$/i.test(word) ? found : subjectBefore(place, discourse);
  }
  const latter = theLatter(place, head, discourse);
  if (latter) return [latter];
  const member = memberOfGroup(place, head, discourse);
  if (member) return member;
  if (/^W/.test(tag)) return relativeBearers(place, head, discourse);
  return /^(?:NN|JJ|DT|CD|VBN|VBG)/.test(tag) ? described(place, head, discourse) : [];
}

/** What the sentence before says: its verb or predicate, and who is its subject. */
interface Before {
  readonly tree: Tree;
  readonly root: number;
  readonly subject: number;
  /** The subject's phrase. */
  readonly place: Place;
}

function subjectOfSentence(sentence: number, { trees }: Discourse): Before | null {
  const tree = trees[sentence];
  const root = tree?.tokens.findIndex(({ head }) => head < 0) ?? -1;
  const [subject] = tree && root >= 0 ? tree.childrenBy(root, 'nsubj', 'nsubjpass') : [];
  if (!tree || subject === undefined) return null;
  const [from, last] = tree.reach(subject);
  return { tree, root, subject, place: { sentence, from, to: Math.min(last, root - 1) + 1 } };
}

/** Whom the subject of the sentence before may be, less surely than where it stands. */
function asMeantBefore(
  { place, subject }: Before,
  discourse: Discourse,
  reason: string,
): Possible[] {
  return described(place, subject, discourse).map((possible) => ({
    ...possible,
    score: 0.7 * possible.score,
    reasons: [...possible.reasons, reason],
  }));
}

/** "About thirty mothers came to the gates. They demanded": the group that the sentence before is about. */
function subjectBefore({ sentence }: Place, discourse: Discourse): Possible[] {
  const before = subjectOfSentence(sentence - 1, discourse);
  if (!before || before.tree.tokens[before.subject]!.tag !== 'NNS') return [];
  return asMeantBefore(before, discourse, 'the subject of the sentence before');
}

/** `One diplomat in Minsk was blunter. "It's rent," he said`: whom the sentence before brings in to speak. */
function introducedBefore({ sentence }: Place, discourse: Discourse): Possible[] {
  const before = subjectOfSentence(sentence - 1, discourse);
  if (!before) return [];
  const { tree, root, subject, place } = before;
  const { tag, lemma } = tree.tokens[subject]!;
  // "Was blunter": of rare comparatives the tagger makes nouns.
  const told = tree.childrenBy(root, 'cop').length > 0 && tree.childrenBy(root, 'det').length === 0;
  const speaks = told || DIFFERS.test(tree.tokens[root]!.lemma);
  const opens = place.from === 0 && /^(?:one|an?|another)$/i.test(tree.tokens[0]!.word);
  return opens && tag === 'NN' && isSomebody(lemma, false) && speaks
    ? asMeantBefore(before, discourse, 'brought in by the sentence before')
    : [];
}

const DIFFERS = /^(?:agree|disagree|differ|concur|demur|shrug|laugh|smile|nod|sound|go|doubt)$/;

/** "The minister himself": the noun before the pronoun. */
function emphasised(place: Place, head: number, discourse: Discourse): Possible[] {
  const at = { ...place, from: Math.min(place.from, head - 1), to: head };
  return bearersAt(at, head - 1, discourse);
}

/** "One of them", "another": of a group; null where the phrase is none such or no group is known. */
function memberOfGroup(place: Place, head: number, discourse: Discourse): Possible[] | null {
  const { tokens } = discourse.trees[place.sentence]!;
  const { word } = tokens[head]!;
  const next = tokens[head + 1];
  if (/^one$/i.test(word) && next?.lemma === 'of') return oneOf(place, head, discourse);
  if (!ONE_MORE.test(word) || next?.tag.startsWith('NN')) return null;
  const group = oneOfThem(place, discourse);
  return group.length > 0 ? group : oneMore(word, place, discourse);
}

/** "One of them": one of a group that the text has told of. */
function oneOf({ sentence, to }: Place, head: number, discourse: Discourse): Possible[] {
  const tree = discourse.trees[sentence]!;
  const [member] = tree.childrenBy(head, 'nmod');
  if (member === undefined || member >= to) return [];
  const at = { sentence, from: head + 2, to: Math.max(member + 1, to) };
  const [group] = bearersAt(at, member, discourse);
  const told = group?.referent.kind === 'group' ? group.referent : null;
  const people = told ?? peopleBefore(sentence, head, discourse);
  if (!people) return [];
  const referent = discourse.cast.unnamed(`one of the ${people.name}`, 'person', people.country);
  return [{ referent, score: 0.7, reasons: ['one of a group told of before'] }];
}

/** "Lawyers for X see it otherwise. ..., one of them said": people whom the sentence before begins with. */
function peopleBefore(
  sentence: number,
  head: number,
  { trees }: Discourse,
): Pick<Referent, 'name' | 'country'> | null {
  const before = trees[sentence - 1]?.tokens ?? [];
  const here = trees[sentence]!.tokens.slice(0, head);
  const people = [...before, ...here].find(
    ({ tag, lemma }) => tag === 'NNS' && isSomebody(lemma, true),
  );
  return people ? { name: people.word.toLowerCase(), country: null } : null;
}

/** "Who" and "which": the noun that their clause hangs on. */
function relativeBearers(place: Place, head: number, discourse: Discourse): Possible[] {
  const { tokens } = discourse.trees[place.sentence]!;
  const apposed = apposedTo(place.sentence, head, discourse);
  if (apposed)
    return [{ referent: apposed.referent, score: 0.9, reasons: ['named before its description'] }];
  const before = personBefore(place, head, discourse);
  if (before)
    return [{ referent: before.referent, score: 0.9, reasons: ['named before the clause'] }];
  const publisher = publisherOf(place, head, discourse);
  if (publisher.length > 0) return publisher.map((one) => asSpeaker(one, discourse));
  const { head: verb, word } = tokens[head]!;
  const noun =
    verb >= 0 ? pastPlace(discourse.trees[place.sentence]!, tokens[verb]!.head, word) : -1;
  if (noun < 0 || noun >= head) return [];
  const at = { sentence: place.sentence, from: modifiersBefore(tokens, noun), to: noun + 1 };
  const here = namingsOfSentence(discourse.namings, place.sentence);
  const hung = here.find(({ from, to }) => from <= noun && noun < to);
  // "X, the head of a union, which": the clause is the union's.
  const body = here.find(({ to, referent: { kind } }) => to === head - 1 && kind !== 'person');
  // "Ahmed from Yemen, 24, who": no state.
  const person = /^who$/i.test(word) && hung?.referent.kind === 'state';
  const bearer = person ? here.find((one) => one.to < hung.from && isPerson(one)) : undefined;
  if (bearer) return [{ referent: bearer.referent, score: 0.8, reasons: ['the person before'] }];
  const misplaced = hung?.referent.kind === 'person' && /^which$/i.test(tokens[head]!.word);
  const naming = misplaced ? body : hung;
  if (naming)
    return [{ referent: naming.referent, score: 0.9, reasons: ['the clause hangs on this name'] }];
  return /^W/.test(tokens[noun]!.tag) ? [] : bearersAt(at, noun, discourse);
}

const isPerson = ({ referent }: Naming) => referent.kind === 'person';

const ONE_MORE = /^(?:one|another|second|third|fourth|other)$/i;

/** `"A," one deputy minister remarked. Another compared`: one more of the same calling. Null where nobody such spoke just before. */
function oneMore(
  word: string,
  { sentence, from, to }: Place,
  { lastSpeaker, lastSpoke, cast, trees }: Discourse,
): Possible[] | null {
  const alone = to - from === (/^another$/i.test(word) ? 1 : 2);
  const near = typeof lastSpoke === 'number' && sentence > lastSpoke && sentence - lastSpoke < 3;
  if (!alone || !near || /^one$/i.test(word) || trees[sentence]!.tokens.length < 3) return null;
  if (!lastSpeaker?.key.startsWith('unnamed:') || lastSpeaker.kind !== 'person') return null;
  const calling = lastSpeaker.name.replace(/^(?:one|another|an?) (?!of\b)|^one (?=of\b)/, '');
  const referent = cast.unnamed(`another ${calling}`, 'person', lastSpeaker.country);
  return [{ referent, score: 0.6, reasons: ['one more of the calling that spoke last'] }];
}

/**
 * "With one | noting that": one of the group that has just spoken in the sentence. "Two sources said A. |
 * One | said B": of the one that spoke in the sentence before.
 */
function oneOfThem({ sentence, from, to }: Place, discourse: Discourse): Possible[] {
  const { lastSpeaker, lastSpoke, cast } = discourse;
  if (lastSpeaker?.kind !== 'group') return [];
  if (lastSpoke === sentence)
    return [{ referent: lastSpeaker, score: 0.7, reasons: ['one of the group that speaks'] }];
  const opens = from === 0 && to === 1 && lastSpoke === sentence - 1;
  if (!opens || !lastSpeaker.key.startsWith('unnamed:')) return [];
  const { word } = discourse.trees[sentence]!.tokens[0]!;
  const name = `${word.toLowerCase()} of the ${lastSpeaker.name}`;
  const referent = cast.unnamed(name, 'person', lastSpeaker.country);
  return [{ referent, score: 0.7, reasons: ['one of the group that spoke just before'] }];
}
