import { isRole } from '../actors/roles.ts';
import type { Token } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';

/** Nouns of times, months and days among them. */
export const TIME =
  /^(?:minute|hour|day|week|weekend|month|year|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Whether a phrase's head tells when: "on | Monday", "in | 2022", "this | week". */
export function isTime({ tokens }: Tree, head: number): boolean {
  const { lemma, word } = tokens[head]!;
  return TIME.test(lemma) || /^(?:today|yesterday|tomorrow|(?:1[5-9]|20)\d\d)$/i.test(word);
}

/**
 * Heads of who does what a verb tells. A conjunct or participle without a subject shares that of the
 * verb it hangs on.
 */
export function subjectsOf(tree: Tree, verb: number): number[] {
  const blame = blamed(tree, verb);
  if (blame.length > 0) return blame;
  for (let at = verb, steps = 0; at >= 0 && steps < 4; at = tree.tokens[at]!.head, steps++) {
    // "Mr. X has in the last year secured": the subject may hang on the auxiliary.
    const own = [at, ...tree.childrenBy(at, 'aux')].flatMap((i) =>
      tree.childrenBy(i, 'nsubj', 'nsubjpass'),
    );
    const past = own.flatMap((i) => pastSource(tree, i));
    if (past.length > 0) return past;
    const which = own.length > 0 ? pastTime(tree, at, own) : null;
    if (which !== null) return [which];
    const listed = own.length > 0 ? listedInOffice(tree, at, own) : [];
    if (listed.length > 2) return listed;
    if (own.length > 0)
      return [...joinedAbove(tree, at, own), ...withConjuncts(tree, withoutTitle(tree, own))];
    const times = tree.childrenBy(at, 'nmod').filter((i) => i < at && isTime(tree, i));
    const counted = [at, ...times].flatMap((i) => countedPhrases(tree, i)).filter((i) => i < at);
    if (counted.length > 0) return counted;
    const adrift = joinedToTime(tree, at);
    if (adrift.length > 0) return adrift;
    if (!/^(?:conj|advcl|xcomp)$/.test(tree.relation(at)) || isToldOf(tree, at)) break;
  }
  return [];
}

/** "According to the charity, | a missile hit": what the parser took for the source's other name. */
const pastSource = (tree: Tree, subject: number): number[] =>
  tree.childrenBy(subject, 'case').some((i) => tree.tokens[i]!.word === 'according')
    ? tree
        .childrenBy(subject, 'appos')
        .filter((i) => i > subject && tree.tokens[tree.reach(i)[0] - 1]!.word === ',')
        .slice(-1)
    : [];

/** "Norway, | which last week sent troops": the pronoun, where the parser took the week for who did it. */
function pastTime(tree: Tree, verb: number, own: readonly number[]): number | null {
  if (!own.every((i) => isTime(tree, i) && i < verb)) return null;
  const [first] = tree.reach(own[0]!);
  const which = tree.tokens[first - 1];
  const describes = tree.tokens[verb]!.relation.endsWith('relcl');
  return describes && /^(?:which|who|that)$/.test(which?.word ?? '') ? first - 1 : null;
}

/** "X said the vessel, with 80 aboard, | arrived": no second deed of whoever says so. */
function isToldOf(tree: Tree, verb: number): boolean {
  const { head } = tree.tokens[verb]!;
  if (tree.relation(verb) !== 'conj' || !/^(?:say|said)$/.test(tree.tokens[head]!.lemma))
    return false;
  return !tree.tokens.slice(head, verb).some(({ tag }) => tag === 'CC');
}

/**
 * "On March 3, | Norway and Peru held", "later on Monday | A. Lund met": the subject that the parser
 * hung on the time or place before it. Empty where the verb is not finite.
 */
function joinedToTime(tree: Tree, verb: number): number[] {
  const { tokens } = tree;
  if (!isFiniteForm(tree, verb)) return [];
  const last = wordBefore(tree, verb);
  if (last < 0 || !tokens[last]!.tag.startsWith('NN')) return [];
  const apposed = apposedToTime(tree, last);
  if (apposed !== null) return [apposed];
  const top = tokens[last]!.head;
  if (top < 0 || top > verb || !isFronted(tree, tree.relation(last) === 'conj' ? top : last))
    return [];
  if (tree.relation(last) === 'conj')
    return tree.childrenBy(top, 'conj').filter((i) => i > top && i < verb);
  const timed = tree.childrenBy(last, 'compound').some((i) => TIME.test(tokens[i]!.lemma));
  return timed ? [last] : [];
}

/**
 * "President X, accompanied by his ministers, | arrived": the name that the parser made the root, with
 * the verb under what is inserted. Null where the sentence has a finite verb of its own before.
 */
export function subjectPastInsertion(tree: Tree, verb: number): number | null {
  const { tokens } = tree;
  const { tag } = tokens[verb]!;
  if (!/^VB[DN]$/.test(tag) || tokens[verb - 1]?.word !== ',') return null;
  if (!/^(?:acl|dep|acl:relcl|appos)$/.test(tree.relation(verb))) return null;
  if (tree.childrenBy(verb, 'nsubj', 'nsubjpass', 'auxpass').length > 0) return null;
  const root = tokens.findIndex(({ head }) => head < 0);
  const name = tokens[root]!;
  const named = name.entity === 'PERSON' && root < verb - 2 && tokens[root + 1]!.word === ',';
  const opened = tree
    .children(root)
    .some((i) => i > root && i < verb && /^(?:acl|amod|dep)/.test(tree.relation(i)) && i !== verb);
  return named && opened ? root : null;
}

/**
 * "X | and his counterpart signed", "X, | Y and Z signed", of which the parser made X the root: who is
 * named before "and".
 */
function joinedAbove(tree: Tree, verb: number, own: readonly number[]): readonly number[] {
  const { head } = tree.tokens[verb]!;
  const [first] = own;
  if (head < 0 || first === undefined || !/^(?:parataxis|conj)$/.test(tree.relation(verb)))
    return [];
  const and = tree.reach(first)[0] - 1;
  const list = tree.tokens[and]?.word === ',' && withConjuncts(tree, own).length > 1;
  const joins = (tree.tokens[and]?.word === 'and' || list) && and > head && and - head < 3;
  const { entity, tag, head: above } = tree.tokens[head]!;
  return joins && (entity === 'PERSON' || (tag.startsWith('NN') && above < 0)) ? [head] : [];
}

/**
 * "X, President of Norway, Y, Prime Minister of Peru, and Z, President of Chile, arrived": the names of
 * a list that the parser mixes with the offices. Empty where the words before the verb are more than that.
 */
function listedInOffice(tree: Tree, verb: number, own: readonly number[]): number[] {
  const [first] = tree.reach(own[0]!);
  const words = tree.tokens.slice(first, verb);
  if (verb - first < SHORTEST_LIST || !words.every(isOfList)) return [];
  return words.flatMap(({ entity }, i) => {
    const office = words[i + 1]?.word === ',' && words.slice(i + 2, i + 6).some(isOffice);
    return entity === 'PERSON' && office ? [first + i] : [];
  });
}

const isOffice = ({ lemma }: Token) => isRole(lemma);

const isOfList = ({ tag, word }: Token) => /^(?:NN|JJ|DT|CC)/.test(tag) || /^(?:,|of)$/.test(word);

/** In tokens, of three with their offices. */
const SHORTEST_LIST = 14;

/** "Foreign Minister of Norway, | Ana Lund arrived": of two subjects the name, the other being its title. */
function withoutTitle(tree: Tree, subjects: readonly number[]): readonly number[] {
  const [title, name, more] = subjects;
  if (title === undefined || name === undefined || more !== undefined) return subjects;
  const apart = tree.tokens[tree.reach(name)[0] - 1]?.word === ',';
  const titled = isRole(tree.tokens[title]!.lemma) && tree.tokens[name]!.entity === 'PERSON';
  return apart && titled && title < name ? [name] : subjects;
}

/** "On September 3, | a delegation of the ministry paid": what the parser took for the day's other name. */
function apposedToTime(tree: Tree, last: number): number | null {
  let at = last;
  while (tree.relation(at) === 'nmod' && tree.tokens[at]!.head < at) at = tree.tokens[at]!.head;
  const { head } = tree.tokens[at]!;
  const timed = tree.relation(at) === 'appos' && TIME.test(tree.tokens[head]!.lemma);
  return timed && !TIME.test(tree.tokens[at]!.lemma) && isFronted(tree, head) ? at : null;
}

/** Past, present or with an auxiliary. */
const isFiniteForm = (tree: Tree, verb: number) =>
  /^VB[DZP]$/.test(tree.tokens[verb]!.tag) || tree.childrenBy(verb, 'aux', 'auxpass').length > 0;

/** A phrase that a preposition brings in before the verb, and a comma ends: "in February, | X and Y". */
function isFronted(tree: Tree, head: number): boolean {
  const joined = tree.childrenBy(head, 'conj').find((i) => i > head);
  const apart =
    joined === undefined ||
    TIME.test(tree.tokens[head]!.lemma) ||
    tree.tokens.slice(head, joined).some(({ word }) => word === ',');
  return apart && tree.childrenBy(head, 'case').some((i) => i < head);
}

/** The word before a verb and its auxiliaries, past an adverb and what stands in brackets. */
function wordBefore({ tokens }: Tree, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && (/^(?:RB|MD)/.test(tokens[at]!.tag) || /^VB[DZP]$/.test(tokens[at]!.tag))) at--;
  if (tokens[at]?.word !== ')') return at;
  while (at >= 0 && tokens[at]!.word !== '(') at--;
  return at - 1;
}

/** "Lashed out at Turkey | for having shot": heads of whoever is blamed or praised for it, who did it. */
export function blamed(tree: Tree, verb: number): number[] {
  const { head } = tree.tokens[verb]!;
  const why = tree.childrenBy(verb, 'mark', 'case').some((i) => tree.tokens[i]!.word === 'for');
  if (!why || head < 0 || !BLAMES.test(tree.tokens[head]!.lemma)) return [];
  const at = tree
    .childrenBy(head, 'nmod')
    .filter((i) => tree.childrenBy(i, 'case').some((c) => tree.tokens[c]!.word === 'at'));
  return [...tree.childrenBy(head, 'dobj', 'nsubjpass'), ...at];
}

const BLAMES =
  /^(?:lash|blame|criticise|criticize|condemn|denounce|rebuke|praise|thank|punish|fine|sanction|reprimand|chide|assail)$/;

/** "Sent | about 100 soldiers", "| over forty people marched": what the parser hung on "about" as if on a preposition. */
export function countedPhrases(tree: Tree, verb: number): number[] {
  return tree.childrenBy(verb, 'nmod').filter((i) => {
    const [first] = tree.childrenBy(i, 'case');
    const counted = tree.childrenBy(i, 'nummod', 'amod').some((n) => isNumber(tree.tokens[n]!));
    return counted && first !== undefined && ABOUT.test(tree.tokens[first]!.word);
  });
}

const isNumber = ({ tag, word }: Token) => tag === 'CD' || NUMERAL.test(word);

const NUMERAL =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)$/;

const ABOUT = /^(?:about|around|over|some|nearly)$/i;

export function withConjuncts(tree: Tree, heads: readonly number[]): number[] {
  return heads.flatMap((head) => [head, ...tree.childrenBy(head, 'conj')]);
}
