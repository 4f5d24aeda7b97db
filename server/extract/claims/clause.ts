import { bearersAt } from '../actors/bearers.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { giverOf, isDecreed, isFactual } from './factual.ts';
import { phrasesOf, prepositionOf } from './phrases.ts';
import {
  countedPhrases,
  isTime,
  subjectPastInsertion,
  subjectsOf,
  withConjuncts,
} from './subjects.ts';

/** A verb with its arguments, as far as they hang on it. Token indices are of its sentence. */
export interface Clause {
  readonly sentence: number;
  readonly tree: Tree;
  readonly verb: number;
  readonly lemma: string;
  readonly passive: boolean;
  /** Heads of who does it: the subject, or the agent of a passive ("by Russia"). */
  readonly agents: readonly number[];
  /** Heads of what undergoes it: the object, or the subject of a passive. */
  readonly objects: readonly number[];
  /** Heads of prepositional phrases, by preposition. */
  readonly obliques: ReadonlyMap<string, readonly number[]>;
}

/** Verbs whose base form the lemmatiser does not reach. */
const IRREGULAR: Readonly<Record<string, string>> = {
  flew: 'fly',
  flown: 'fly',
  met: 'meet',
  held: 'hold',
  sent: 'send',
  gave: 'give',
  struck: 'strike',
  drew: 'draw',
  took: 'take',
  shot: 'shoot',
  bought: 'buy',
  sold: 'sell',
  sought: 'seek',
  led: 'lead',
  swore: 'swear',
  overran: 'overrun',
  telephon: 'telephone',
  initialled: 'initial',
  initiall: 'initial',
  initialed: 'initial',
};

function baseOf(lemma: string): string {
  return IRREGULAR[lemma] ?? lemma;
}

/** The clauses below the headline that state something as happened or happening, in text order. */
export function factualClauses({ trees }: Discourse, headline: Span | null): Clause[] {
  return trees.flatMap((tree, sentence) =>
    headline !== null && tree.tokens[0]!.start < headline.end
      ? []
      : tree.tokens.flatMap(({ tag }, verb) =>
          tag.startsWith('VB') && isFactual(tree, verb) ? [clauseAt(tree, sentence, verb)] : [],
        ),
  );
}

/** A noun as if it were a clause without arguments. */
export function nominalClause(tree: Tree, sentence: number, noun: number): Clause {
  const { lemma } = tree.tokens[noun]!;
  return {
    sentence,
    tree,
    verb: noun,
    lemma,
    passive: false,
    agents: [],
    objects: [],
    obliques: new Map(),
  };
}

function clauseAt(tree: Tree, sentence: number, verb: number): Clause {
  // "Russian forces conducted a strike": a participle with an object of its own is none.
  const acting =
    isReduced(tree, verb) &&
    (isIntransitive(tree, verb) ||
      (tree.childrenBy(verb, 'dobj').length > 0 && !isNaming(tree, verb)));
  const apart = subjectPastInsertion(tree, verb);
  const passive =
    apart === null &&
    (tree.children(verb).some((i) => /pass$/.test(tree.relation(i))) ||
      (isReduced(tree, verb) && !acting) ||
      isSetOff(tree, verb) ||
      isStationed(tree, verb));
  const subjects = apart === null ? subjectsAt(tree, verb, acting) : withConjuncts(tree, [apart]);
  const obliques = obliquesOf(tree, verb);
  const direct = directObjects(tree, verb, obliques);
  // "The army was given | tanks": who gets them is the subject, and what they get is still told.
  const given = passive && GIVES.test(baseOf(tree.tokens[verb]!.lemma)) ? direct : [];
  const called = calledAs(tree, verb, passive);
  if (called.length > 0) obliques.set('as', [...(obliques.get('as') ?? []), ...called]);
  return {
    sentence,
    tree,
    verb,
    lemma: baseOf(tree.tokens[verb]!.lemma),
    passive,
    agents: passive ? (obliques.get('by') ?? []) : subjects,
    objects: passive
      ? [...(subjects.length > 0 ? subjects : governor(tree, verb)), ...given]
      : direct,
    obliques,
  };
}

/** Whose deed a verb tells: of an order's, who gives it; of a participle that `acts`, whoever it describes. */
function subjectsAt(tree: Tree, verb: number, acts: boolean): number[] {
  if (isDecreed(tree, verb)) return subjectsOf(tree, giverOf(tree, verb));
  if (acts || isAttendantOf(tree, verb)) return governor(tree, verb);
  return subjectsOf(tree, verb).filter((i) => tree.tokens[i]!.word !== 'Overnight');
}

/** Verbs that take who receives and what is received. */
const GIVES = /^(?:give|gift|hand|send|sell|supply|offer|grant|lend)$/;

/** "Was declared | a foreign agent", "became | an aide": what somebody is called or comes to be. */
function calledAs(tree: Tree, verb: number, passive: boolean): number[] {
  const { lemma } = tree.tokens[verb]!;
  const found = passive
    ? tree.childrenBy(verb, 'dobj')
    : /^bec[oa]me?$/.test(lemma)
      ? tree.childrenBy(verb, 'xcomp', 'dobj')
      : [];
  return found.filter((i) => i > verb && tree.tokens[i]!.tag.startsWith('NN'));
}

/**
 * Objects, also those that the parser hangs on a particle ("shot | down a bomber"), and the noun
 * that a relative clause without a pronoun describes ("an atoll | it seized").
 */
function directObjects(
  tree: Tree,
  verb: number,
  obliques: ReadonlyMap<string, readonly number[]>,
): number[] {
  const own = withConjuncts(tree, tree.childrenBy(verb, 'dobj', 'iobj')).filter(
    (i) => !tree.tokens.slice(verb, i).some(({ word }) => word === ';'),
  );
  if (own.length > 0) return own;
  // "Launched | 60 drones at the capital overnight": the parser hangs the object on "overnight".
  const overnight = tree
    .childrenBy(verb, 'xcomp')
    .find((i) => tree.tokens[i]!.word === 'overnight');
  if (overnight !== undefined) return tree.childrenBy(overnight, 'nmod').filter((i) => i > verb);
  const counted = countedPhrases(tree, verb).filter((i) => i > verb);
  if (counted.length > 0) return withConjuncts(tree, counted);
  const particle = tree.tokens[verb + 1]?.word ?? '';
  const splits = /^(?:down|up|off)$/.test(particle) || (particle === 'in' && isSending(tree, verb));
  if (splits)
    return (obliques.get(particle) ?? []).filter((i) =>
      tree.childrenBy(i, 'case').includes(verb + 1),
    );
  return isBareRelative(tree, verb) ? governor(tree, verb) : [];
}

const isSending = (tree: Tree, verb: number) =>
  /^(?:send|sent|fly|flew|flown|ship|bring|brought|airlift)$/.test(tree.tokens[verb]!.lemma);

/** "An atoll | Beijing seized": with a subject of its own, and no "where" or "which". */
function isBareRelative(tree: Tree, verb: number): boolean {
  const subjects = tree.childrenBy(verb, 'nsubj');
  const { head } = tree.tokens[verb]!;
  return (
    tree.tokens[verb]!.relation.endsWith('relcl') &&
    tree.tokens[head]!.tag.startsWith('NN') &&
    subjects.length > 0 &&
    tree.tokens.slice(head, verb).every(({ tag }) => !/^W/.test(tag))
  );
}

/** "Soldiers killed by forces": a participle that describes the noun before it. */
function isReduced(tree: Tree, verb: number): boolean {
  return tree.relation(verb) === 'acl' && tree.tokens[verb]!.tag === 'VBN';
}

/** "| Sanctioned by the EU, X lost", "X, | elected speaker in May, leads": a participle that tells what was done to the subject. */
function isSetOff(tree: Tree, verb: number): boolean {
  const { tag, head } = tree.tokens[verb]!;
  if (tag !== 'VBN' || head < 0 || tree.relation(verb) !== 'advcl') return false;
  if (isIntransitive(tree, verb)) return false;
  const own = tree.childrenBy(verb, 'aux', 'auxpass', 'nsubj', 'nsubjpass', 'mark');
  return own.length === 0 && (isNaming(tree, verb) || tree.childrenBy(verb, 'dobj').length === 0);
}

/** "X, | appointed minister in May": the office is no object. */
const isNaming = (tree: Tree, verb: number) =>
  /^(?:appoint|elect|name|reappoint|re-elect)$/.test(tree.tokens[verb]!.lemma);

/** "Thousands | marched through Lima": a past tense that the parser took for a participle, of a verb that has no passive. */
function isIntransitive(tree: Tree, verb: number): boolean {
  const lemma = baseOf(tree.tokens[verb]!.lemma);
  const callsOn = lemma === 'call' && tree.tokens[verb + 1]?.word === 'on';
  return callsOn || INTRANSITIVE.test(lemma);
}

const INTRANSITIVE =
  /^(?:arrive|march|rally|gather|confer|come|go|return|travel|clash|fall|die|protest|demonstrate|resign|respond|answer|withdraw|retreat|speak|dine|participate)$/;

/** "Peacekeepers | stationed there did not intervene": a participle that the parser took for the verb. */
function isStationed(tree: Tree, verb: number): boolean {
  const { tag, lemma } = tree.tokens[verb]!;
  const bare = tree.childrenBy(verb, 'aux', 'auxpass', 'dobj').length === 0;
  return tag === 'VBN' && bare && /^(?:station|base|deploy|post)$/.test(baseOf(lemma));
}

/** "The king, | receiving the envoy,": a participle of whoever it describes. */
const isAttendantOf = (tree: Tree, verb: number) =>
  tree.tokens[verb]!.tag === 'VBG' && tree.relation(verb) === 'acl';

function governor(tree: Tree, verb: number): number[] {
  const { head } = tree.tokens[verb]!;
  return head >= 0 ? [head] : [];
}

/** Of the verb and of its objects ("signed an agreement with Russia"), by preposition. */
function obliquesOf(tree: Tree, verb: number): Map<string, number[]> {
  const taken = tree.childrenBy(verb, 'dobj', 'nsubjpass', 'xcomp');
  const overnight = taken.filter((i) => tree.tokens[i]!.word === 'overnight');
  const objects = [
    ...withConjuncts(tree, taken),
    ...overnight.flatMap((i) => tree.childrenBy(i, 'nmod')),
    ...countedPhrases(tree, verb),
  ];
  // The parser hangs "launchers" of "two NASAMS launchers" on the name as a `dep`.
  const loose = objects.flatMap((at) => tree.childrenBy(at, 'dep'));
  // "Stationed warheads | with their carriers | in Belarus"
  const along = objects
    .flatMap((at) => tree.childrenBy(at, 'nmod'))
    .concat(tree.childrenBy(verb, 'nmod'))
    .filter(
      (i) => i > verb && prepositionOf(tree, i) === 'with' && tree.tokens[i]!.tag.startsWith('NNS'),
    );
  const deeper = phrasesOf(tree, along);
  const found = phrasesOf(tree, [verb, ...objects, ...loose]);
  const during = objects.filter((i) => isTime(tree, i)).flatMap((i) => tree.childrenBy(i, 'nmod'));
  for (const [word, heads] of phrasesOf(tree, [...whereAndHow(tree, found), ...during]))
    if (/^(?:with|between)$/.test(word) && !found.has(word)) found.set(word, heads);
  for (const [word, heads] of deeper)
    if (/^(?:in|to|at|near)$/.test(word) && !found.has(word)) found.set(word, heads);
  return found;
}

/** "Were held in Oslo | between X and Y", "spoke by phone | with Z": places and means on which the parser hangs who took part. */
function whereAndHow(tree: Tree, found: ReadonlyMap<string, readonly number[]>): number[] {
  return ['in', 'at', 'by', 'on', 'over'].flatMap((word) =>
    (found.get(word) ?? []).filter((i) => {
      const { entity, lemma } = tree.tokens[i]!;
      return entity === 'LOCATION' || MEANS.test(lemma);
    }),
  );
}

const MEANS = /^(?:phone|telephone|videolink|videoconference|sideline|margin)s?$/;

/** Places and undertakings that speak through whoever runs them, and that something else happens to. */
const SPEAKING_ONLY = /^(?:city|town|county|municipality|project)$/;

/** Who the phrases with these heads are; phrases that name nobody are left out. */
export function referentsOf(
  heads: readonly number[],
  { sentence, tree }: Clause,
  discourse: Discourse,
): Referent[] {
  const found = heads.flatMap((head) => {
    const [from, last] = ownReach(tree, head);
    const best = bearersAt({ sentence, from, to: last + 1 }, head, discourse)[0];
    if (!best || best.score < 0.5) return [];
    const spoken =
      best.referent.key.startsWith('unnamed:') && SPEAKING_ONLY.test(tree.tokens[head]!.lemma);
    return spoken ? [] : [best.referent];
  });
  return [...new Set(found)];
}

/** Without what is joined to it: "Chinese diplomats | and Indian officials". */
function ownReach(tree: Tree, head: number): readonly [number, number] {
  const [from, last] = tree.reach(head);
  const joined = tree.childrenBy(head, 'conj').find((i) => i > head);
  if (joined === undefined) return [from, beforeRelative(tree, head, last)];
  // "The chairman, X, | and the minister, Y": what is apposed belongs to it.
  const and = tree
    .children(head)
    .findLast((i) => i > head && i < joined && /^(?:cc|punct)$/.test(tree.relation(i)));
  return [from, Math.max(head, Math.min(and ?? joined, tree.reach(joined)[0]) - 1)];
}

/** "An atoll | Beijing seized": without the clause that describes it. */
function beforeRelative(tree: Tree, head: number, last: number): number {
  const clause = tree.childrenBy(head, 'acl').find((i) => i > head && isBareRelative(tree, i));
  return clause === undefined ? last : Math.max(head, tree.reach(clause)[0] - 1);
}

/**
 * Everybody named anywhere under these heads: "the leaders of Russia and Belarus". A name that holds a
 * head counts, however the parser cut it.
 */
export function namedUnder(
  heads: readonly number[],
  { sentence, tree, verb }: Clause,
  { namings }: Discourse,
): Referent[] {
  const reaches = heads.map((head): readonly [number, number] => {
    const [first, last] = tree.reach(head);
    return isJoinedAbove(tree, head, verb) ? [first, verb - 1] : [first, last];
  });
  const found = namingsOfSentence(namings, sentence).filter(
    ({ from, to }) =>
      reaches.some(([first, last]) => from >= first && to <= last + 1) ||
      heads.some((head) => from <= head && head < to),
  );
  return [...new Set(found.map(({ referent }) => referent))];
}

/** "X | and Y signed", of which the parser made X the root: the clause is no part of who X is. */
const isJoinedAbove = (tree: Tree, head: number, verb: number) =>
  tree.tokens[verb]!.head === head && /^(?:conj|parataxis)$/.test(tree.relation(verb));

/** The words of a clause from its first to its last argument, subordinate clauses left off. */
export function clauseSpan({ tree, verb, agents, objects, obliques }: Clause): Span {
  const heads = [...agents, ...objects, ...[...obliques.values()].flat()];
  const reaches = heads.map((head) => argumentReach(tree, head));
  const first = Math.min(verb, ...reaches.map(([from]) => from));
  const last = Math.max(verb, ...reaches.map(([, to]) => to));
  const end = /^[,;:]$/.test(tree.tokens[last]!.word) && last > verb ? last - 1 : last;
  return { start: tree.tokens[first]!.start, end: tree.tokens[end]!.end };
}

/** An argument without the relative clause that hangs on it. */
function argumentReach(tree: Tree, head: number): readonly [number, number] {
  const [first, last] = tree.reach(head);
  const clause = tree
    .children(head)
    .find((i) => i > head && /^(?:acl|advcl|parataxis)$/.test(tree.relation(i)));
  return clause === undefined ? [first, last] : [first, Math.max(head, tree.reach(clause)[0] - 1)];
}
