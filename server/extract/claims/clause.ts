import { bearersAt } from '../actors/bearers.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Naming, Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import { isSomebody } from '../actors/somebody.ts';
import type { Span } from '../nlp/index.ts';
import type { Tree } from '../text/tree.ts';
import { firedTo, giverOf, isDecreed, isFactual } from './factual.ts';
import { directObjects, governor, isBareRelative, obliquesOf } from './clause-arguments.ts';
import { subjectPastInsertion, subjectsOf, TIME, withConjuncts } from './subjects.ts';

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
  retook: 'retake',
  drove: 'drive',
  driven: 'drive',
  caught: 'catch',
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
      isPastTime(tree, verb) ||
      isSetOff(tree, verb) ||
      isStationed(tree, verb));
  const subjects = apart === null ? subjectsAt(tree, verb, acting) : withConjuncts(tree, [apart]);
  const obliques = obliquesOf(tree, verb);
  const direct = directObjects(tree, verb, obliques);
  // "Detained the journalist | X": whom the parser took for who did it.
  const doers = subjects.filter((i) => i < verb || !direct.includes(tree.reach(i)[0] - 1));
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
    agents: passive ? (obliques.get('by') ?? []) : doers,
    objects: passive
      ? [...(subjects.length > 0 ? subjects : governor(tree, verb)), ...given]
      : direct,
    obliques,
  };
}

/** Whose deed a verb tells: of an order's, who gives it; of a participle that `acts`, whoever it describes. */
function subjectsAt(tree: Tree, verb: number, acts: boolean): number[] {
  if (isDecreed(tree, verb)) return subjectsOf(tree, giverOf(tree, verb));
  if (firedTo(tree, verb) >= 0) return subjectsOf(tree, firedTo(tree, verb));
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

/** "Soldiers killed by forces": a participle that describes the noun before it. */
function isReduced(tree: Tree, verb: number): boolean {
  return tree.relation(verb) === 'acl' && tree.tokens[verb]!.tag === 'VBN';
}

/** "Were on Friday | sentenced": a passive that a time parts from its "were". */
function isPastTime({ tokens }: Tree, verb: number): boolean {
  const [be, on, day] = [tokens[verb - 3], tokens[verb - 2], tokens[verb - 1]];
  return (
    /^VB[DN]$/.test(tokens[verb]!.tag) &&
    /^(?:was|were|been)$/.test(be?.word ?? '') &&
    on!.word === 'on' &&
    TIME.test(day!.lemma)
  );
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

/** Places and undertakings that speak through whoever runs them, and that something else happens to. */
const SPEAKING_ONLY = /^(?:city|town|county|municipality|project)$/;

/** Who the phrases with these heads are; phrases that name nobody are left out. */
export function referentsOf(
  heads: readonly number[],
  { sentence, tree }: Clause,
  discourse: Discourse,
): Referent[] {
  const found = heads.flatMap((head) => {
    const named = namedBeside(head, { sentence, tree }, discourse);
    if (named !== null) return [named];
    const [from, last] = ownReach(tree, head);
    const best = bearersAt({ sentence, from, to: last + 1 }, head, discourse)[0];
    if (!best || best.score < 0.5) return [];
    const spoken =
      best.referent.key.startsWith('unnamed:') && SPEAKING_ONLY.test(tree.tokens[head]!.lemma);
    return spoken ? [] : [best.referent];
  });
  return [...new Set(found)];
}

/** "Detained the journalist | X", "sanctions on the airline | Y": the name after a noun, where the parser hung it on the verb. */
function namedBeside(
  head: number,
  { sentence, tree }: Pick<Clause, 'sentence' | 'tree'>,
  { namings }: Discourse,
): Referent | null {
  const { tag, head: above, lemma } = tree.tokens[head]!;
  if (tag !== 'NN') return null;
  const here = namingsOfSentence(namings, sentence);
  const after = here.find(({ from, referent }) => {
    return from === nameAfter(tree, head) && referent.kind === 'person';
  });
  if (after !== undefined && endsThere(tree, head, after)) return after.referent;
  const naming = here.find(({ from }) => from === head + 1);
  if (naming === undefined || naming.referent.kind === 'state') return null;
  const name = naming.to - 1;
  const fits = naming.referent.kind !== 'person' || isSomebody(lemma, false);
  const loose = /^(?:nmod|dobj|iobj|dep|nsubj)$/.test(tree.relation(name)) && above < head;
  const adrift = loose && tree.tokens[name]!.head === above && !hasPreposition(tree, name);
  return fits && adrift ? naming.referent : null;
}

/** "His counterpart, | X", "the governor of Lima, | X", "the envoy to Peru, | X": where a name that tells who that is would begin; -1 for others. */
function nameAfter({ tokens }: Tree, head: number): number {
  const { lemma } = tokens[head]!;
  if (!isRole(lemma) && !/^(?:counterpart|colleague|number|successor)$/.test(lemma)) return -1;
  let at = head + 1;
  if (/^(?:of|to)$/.test(tokens[at]?.word ?? ''))
    while (at - head < LONGEST_OFFICE && /^(?:IN|TO|DT|NN|JJ|POS)/.test(tokens[at]?.tag ?? ''))
      at++;
  return tokens[at]?.word === ',' ? at + 1 : -1;
}

/** Tokens of an office after its noun: "of the regional council of Lima". */
const LONGEST_OFFICE = 7;

/** Whether a name after a comma ends there, and is the subject of nothing that follows. */
function endsThere({ tokens }: Tree, head: number, { to }: Naming): boolean {
  const next = tokens[to];
  const { head: above, relation } = tokens[to - 1]!;
  const leads = /^nsubj/.test(relation) && above >= to;
  return !leads && above !== head && (next === undefined || /^[,.;:)]$/.test(next.word));
}

const hasPreposition = (tree: Tree, at: number) => tree.childrenBy(at, 'case').length > 0;

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
