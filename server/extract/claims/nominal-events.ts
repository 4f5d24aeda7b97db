import type { Event, Role } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import { OFFICES } from '../actors/roles.ts';
import type { Tree } from '../text/tree.ts';
import { nominalClause, type Clause } from './clause.ts';
import { isByForce } from './by-force.ts';
import type { ClaimContext } from './context.ts';
import { eventRecord, isParty, type Part } from './event-record.ts';
import { DELEGATIONS, DIPLOMATS, PROTESTERS } from './frame-nouns.ts';
import {
  carriedOut,
  HAPPENS,
  hasHappened,
  isDated,
  responsibilityFor,
  setOffRoot,
  underWay,
} from './nominal-factual.ts';
import { nounFrames, type NounFrame } from './noun-frames.ts';
import { partakersAt } from './partakers.ts';
import { placesNamed } from './places-told.ts';
import { stateByName } from './parties.ts';
import { phraseAfter, phrasesOf } from './phrases.ts';
import { isTime, withConjuncts } from './subjects.ts';
import { asHost, capitalsAt } from './visits.ts';
import { inSet } from '../text/in-set.ts';

/** Events that nouns tell of on the way: "after the arrest of X", "X's visit to Y on Monday". */
export function nominalEvents(context: ClaimContext): Event[] {
  const { headline, discourse } = context;
  return discourse.trees.flatMap((tree, sentence) => {
    if (headline !== null && tree.tokens[0]!.start < headline.end) return [];
    return tree.tokens.flatMap(({ lemma, tag, word }, noun): Event[] => {
      if (!tag.startsWith('NN') && !isVerbalNoun(tree, noun)) return [];
      const frames = nounFrames(tag.startsWith('NN') ? lemma : word.toLowerCase());
      if (frames.length === 0) return [];
      const clause = nounClause(tree, sentence, noun);
      return frames.flatMap((frame) => eventAt(frame, clause, context) ?? []).slice(0, 1);
    });
  });
}

/** "| Shelling by Norway killed": a noun that the parser took for a verb. */
function isVerbalNoun(tree: Tree, at: number): boolean {
  if (tree.tokens[at]!.tag !== 'VBG') return false;
  // "| Shelling of Lima by Norway wounded"
  const opens = at === 0 && /^(?:of|by|between)$/.test(tree.tokens[1]?.word ?? '');
  const during = tree.tokens[at]!.word === 'fighting' && isDuring(tree, at);
  if (!opens && !during && !/^(?:nsubj|nsubjpass)$/.test(tree.relation(at))) return false;
  return tree.childrenBy(at, 'aux', 'dobj', 'nsubj').length === 0;
}

/** "Were killed in | fighting between". */
const isDuring = (tree: Tree, at: number) =>
  tree.childrenBy(at, 'mark').some((i) => /^(?:in|during|after)$/.test(tree.tokens[i]!.word)) &&
  tree.tokens[at + 1]?.word === 'between';

/** The noun with its phrases, one right after it among them, whatever the parser hung that on. */
function nounClause(tree: Tree, sentence: number, noun: number): Clause {
  const obliques = phrasesOf(tree, [noun]);
  const next = tree.tokens[noun + 1];
  const head = phraseAfter(tree, noun);
  if (next && head !== null && ![...obliques.values()].flat().includes(head))
    obliques.set(next.lemma, [...(obliques.get(next.lemma) ?? []), ...withConjuncts(tree, [head])]);
  // "The visit of Sergei Shoigu to Minsk"
  const inner = phrasesOf(tree, obliques.get('of') ?? []);
  for (const [word, heads] of inner) if (!obliques.has(word)) obliques.set(word, heads);
  for (const [word, at] of phrasesInARow(tree, noun))
    if (!obliques.has(word)) obliques.set(word, withConjuncts(tree, [at]));
  const makers = phrasesOf(tree, carriedOut(tree, noun)).get('by');
  if (makers && !obliques.has('by')) obliques.set('by', withConjuncts(tree, makers));
  for (const [word, heads] of happening(tree, noun))
    if (!obliques.has(word)) obliques.set(word, heads);
  return { ...nominalClause(tree, sentence, noun), obliques };
}

/**
 * "Talks in Oslo on Monday | with X", "the visit of Ana Lund | to Peru": heads of the phrases that
 * follow a noun one after the other, whatever the parser hung them on.
 */
function phrasesInARow(tree: Tree, noun: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let at = noun + 1;
  for (let steps = 0; steps < IN_A_ROW && tree.tokens[at] !== undefined; steps++) {
    const { head, lemma } = tree.tokens[at]!;
    if (tree.relation(at) !== 'case' || head <= at) break;
    if (!found.has(lemma) && /^(?:with|between|to)$/.test(lemma)) found.set(lemma, head);
    at = head + 1;
  }
  return found;
}

/** Phrases after a noun that may still be its own. */
const IN_A_ROW = 4;

/** "Protests broke out | in Peru": the phrases of a verb that says no more than that it was. */
function happening(tree: Tree, noun: number): ReadonlyMap<string, number[]> {
  const { head } = tree.tokens[noun]!;
  const told =
    head >= 0 && tree.relation(noun) === 'nsubj' && HAPPENS.test(tree.tokens[head]!.lemma);
  return told || underWay(tree, noun) !== null ? phrasesOf(tree, [head]) : NO_PHRASES;
}

const NO_PHRASES: ReadonlyMap<string, number[]> = new Map();

function eventAt(frame: NounFrame, clause: Clause, context: ClaimContext): Event | null {
  const { tree, verb: noun, obliques } = clause;
  if (!isDated(clause, context) && !hasHappened(tree, noun, frame)) return null;
  const described = tree.childrenBy(noun, 'amod').map((i) => tree.tokens[i]!.lemma);
  if (frame.described !== null && !described.some((word) => frame.described!.has(word)))
    return null;
  if (isForThePress(frame, clause)) return null;
  const owners = ownersOf(tree, noun);
  const on = tree.childrenBy(noun, 'case').map((i) => tree.tokens[i]!.lemma);
  const goods = frame.of === null ? [] : goodsBefore(frame.of, tree, noun);
  const brings = (needed: string) =>
    needed === "'s"
      ? owners.length > 0
      : (obliques.get(needed) ?? []).some((i) => !isTime(tree, i)) ||
        (needed === 'on' && on.includes('on')) ||
        (needed === 'of' && goods.length > 0);
  if (!frame.needs.some(brings) && theirs(frame, tree, noun).length < 2) return null;
  // "The strike by miners" is none on anybody.
  if (frame.kind === 'attack' && (obliques.get('by') ?? []).some((i) => isWorker(tree, i)))
    return null;
  // "Clashes over tariffs" are none of arms.
  const over = (obliques.get('over') ?? []).map((i) => tree.tokens[i]!.tag);
  if (frame.kind === 'attack' && over.some((tag) => !tag.startsWith('NNP'))) return null;
  const of = (obliques.get('of') ?? []).map((i) => tree.tokens[i]!.lemma);
  if (frame.of !== null && goods.length === 0 && !of.some((lemma) => frame.of!.has(lemma)))
    return null;
  const parts = partsOf(frame, clause, owners, context);
  const goesOn = frame.kind === 'exercise' && parts.length > 0 && underWay(tree, noun) !== null;
  if (!goesOn && !suffices(frame, clause, parts)) return null;
  if (frame.kind === 'attack' && !isByForce(noun, clause, parts)) return null;
  return eventRecord(frame.kind, parts, spanOf(clause, owners), clause, context);
}

/** "Drone | shipments": what is delivered or moved, told by a noun right before. */
const goodsBefore = (goods: ReadonlySet<string>, tree: Tree, noun: number) =>
  tree.childrenBy(noun, 'compound').filter((i) => goods.has(tree.tokens[i]!.lemma));

const isWorker = (tree: Tree, at: number) => PROTESTERS.has(tree.tokens[at]!.lemma);

/** "A conference call with reporters". */
const isForThePress = ({ kind }: NounFrame, { tree, obliques }: Clause) =>
  kind === 'meeting' &&
  (obliques.get('with') ?? []).some((i) =>
    /^(?:reporter|journalist|press|media)$/.test(tree.tokens[i]!.lemma),
  );

/** Named ones: "his" is left to the subject of the verb above. */
function ownersOf(tree: Tree, noun: number): number[] {
  const owners = tree.children(noun).filter((i) => {
    const { relation, tag } = tree.tokens[i]!;
    return relation === 'nmod:poss' && tag !== 'PRP$';
  });
  return withConjuncts(
    tree,
    owners.map((i) => whoseAt(tree, i)),
  );
}

/** "X, | whose visit to Lima": the name that the clause describes, if it stands right before. */
function whoseAt({ tokens }: Tree, at: number): number {
  if (tokens[at]!.tag !== 'WP$') return at;
  const name = tokens[at - 1]?.word === ',' ? at - 2 : at - 1;
  return tokens[name]?.tag.startsWith('NNP') ? name : at;
}

function partsOf(
  frame: NounFrame,
  clause: Clause,
  owners: readonly number[],
  { discourse }: ClaimContext,
): Part[] {
  const { tree, verb: noun } = clause;
  const played = (heads: readonly number[], role: Role | null | undefined) =>
    role == null ? [] : partakersAt(heads, clause, discourse).map((one) => ({ role, ...one }));
  const play = (heads: readonly number[], role: Role | undefined): Part[] =>
    played(heads, role).map(({ referent, role: part }) => ({ referent, role: part }));
  const acting = [
    ...played(owners, frame.parts["'s"]),
    ...(owners.length === 0 && !isBetweenTwo(clause)
      ? played(subjectsOf(frame, tree, noun), frame.subject)
      : []),
    ...['by', ...(frame.parts['of'] === 'guest' ? ['of'] : [])].flatMap((word) =>
      played(clause.obliques.get(word) ?? [], frame.parts[word]),
    ),
    ...played(claimants(tree, noun), frame.kind === 'attack' ? 'actor' : null),
  ].flatMap(({ referent, personal, role }): Part[] =>
    !frame.person || personal ? [{ referent, role }] : [],
  );
  const states = frame.parts['adj'] ? stateByName(clause, discourse) : [];
  const undergoing = Object.entries(frame.parts)
    .filter(([word]) => word !== 'by' && word !== "'s" && frame.parts[word] !== 'guest')
    .flatMap(([word, role]) => play(clause.obliques.get(word) ?? [], role));
  const parts = [
    ...acting,
    ...states.map((referent): Part => ({ referent, role: 'actor' })),
    ...(frame.kind === 'visit' ? undergoing.map((part) => asHost(part, discourse)) : undergoing),
    ...(frame.kind === 'protest' && clause.lemma !== 'rally'
      ? placesAt(['in'], 'host', clause, discourse)
      : []),
    ...(frame.kind === 'visit'
      ? capitalsAt(clause.obliques.get('to') ?? [], clause, acting, discourse)
      : []),
  ].filter(({ referent, role }) => isParty(referent) || isHeld(frame, referent, role));
  const struck =
    frame.kind === 'attack' && parts.length === 0
      ? placesAt(['on', 'against', 'in', 'of'], 'target', clause, discourse)
      : [];
  return [...parts, ...struck].filter(
    ({ referent }, i, all) => all.findIndex((other) => other.referent === referent) === i,
  );
}

/** "The group | claimed responsibility for the attack": who does. */
function claimants(tree: Tree, noun: number): number[] {
  const owned = responsibilityFor(tree, noun);
  const verb = owned < 0 ? -1 : tree.tokens[owned]!.head;
  return verb >= 0 && /^(?:claim|take|took|accept)$/.test(tree.tokens[verb]!.lemma)
    ? tree.childrenBy(verb, 'nsubj')
    : [];
}

/** "Shelling | of Kherson", "protests | in Lima": the places that phrases name, as taking part. */
function placesAt(
  prepositions: readonly string[],
  role: Role,
  { tree, obliques }: Clause,
  { cast }: ClaimContext['discourse'],
): Part[] {
  const heads = prepositions.flatMap((word) => obliques.get(word) ?? []);
  return placesNamed(heads, tree, cast).map((referent) => ({ referent, role }));
}

/** "Drivers struck after talks | between the union and the firm": all who took part are told. */
const isBetweenTwo = ({ obliques }: Clause) => (obliques.get('between') ?? []).length > 1;

/** "The arrest of two men": those who are held need no name. */
const isHeld = ({ kind }: NounFrame, referent: Referent, role: Role) =>
  kind === 'arrest' && role === 'target' && /^(?:person|group)$/.test(referent.kind);

/**
 * Who does what the verb above tells, when the noun says when or where that was done, and who "is
 * on a visit".
 */
function subjectsAbove(tree: Tree, noun: number): number[] {
  const own = tree.childrenBy(noun, 'cop').length > 0 ? tree.childrenBy(noun, 'nsubj') : [];
  if (own.length > 0) return own;
  const root = setOffRoot(tree, noun);
  const head = root >= 0 ? root : tree.tokens[noun]!.head;
  if (head < 0 || tree.relation(noun) !== 'nmod') return [];
  const above = tree.childrenBy(head, 'nsubj', 'nsubjpass');
  return above.length > 0 || !/^NNP/.test(tree.tokens[head]!.tag) ? above : [head];
}

function suffices({ kind, told }: NounFrame, clause: Clause, parts: readonly Part[]): boolean {
  const known = parts.filter(({ role }) => told.includes(role));
  switch (kind) {
    case 'visit':
    case 'attack':
    case 'deployment':
    case 'delivery':
    case 'protest':
      return known.length > 0;
    case 'arrest':
      return known.length > 0;
    case 'exercise':
      return known.length > 1;
    case 'meeting':
      return (
        known.length > 1 ||
        (known.some(({ referent }) => isNamedPerson(referent)) && isHigh(clause)) ||
        known.some(({ referent }) => isCouncilIn(clause, referent))
      );
    default:
      return (
        known.some(({ referent }) => isNamedPerson(referent)) ||
        known.filter(({ role }) => role === 'participant').length > 1
      );
  }
}

/** "At a meeting | of the Security Council": a body that is nothing but its sessions. */
const isCouncilIn = ({ tree, obliques }: Clause, { kind, name }: Referent) =>
  /^(?:government-body|international-organisation)$/.test(kind) &&
  (obliques.get('of') ?? []).some((i) => {
    const { word } = tree.tokens[i]!;
    return COUNCIL.test(word) && name.includes(word);
  });

const COUNCIL = /^(?:Council|Committee|Cabinet|Board|Commission|Assembly|Group)$/;

/** A meeting with somebody named or with people in office: no "call with analysts". */
const isHigh = ({ tree, obliques }: Clause) =>
  ['with', 'between', 'of']
    .flatMap((word) => obliques.get(word) ?? [])
    .some((i) => {
      const { tag, lemma } = tree.tokens[i]!;
      const inOffice = [OFFICES, DIPLOMATS, DELEGATIONS].some((nouns) => inSet(lemma, nouns));
      return tag.startsWith('NNP') || inOffice;
    });

/** "X warned Y during their meeting", "X told Y at a meeting": both of whom the verb above tells. */
function theirs({ kind }: NounFrame, tree: Tree, noun: number): number[] {
  if (kind !== 'meeting') return [];
  const own = tree.childrenBy(noun, 'nmod').some((i) => /^their$/i.test(tree.tokens[i]!.word));
  let verb = tree.tokens[noun]!.head;
  for (let steps = 0; verb >= 0 && steps < 3 && !tree.tokens[verb]!.tag.startsWith('VB'); steps++)
    verb = tree.tokens[verb]!.head;
  const inPerson = tree.tokens[noun]!.lemma !== 'call';
  const briefs = verb >= 0 && /^(?:tell|told|brief|inform)$/.test(tree.tokens[verb]!.lemma);
  const told = verb >= 0 && (own || (briefs && inPerson));
  return told ? tree.childrenBy(verb, 'nsubj', 'dobj') : [];
}

function subjectsOf(frame: NounFrame, tree: Tree, noun: number): number[] {
  const both = theirs(frame, tree, noun);
  return both.length > 1 ? both : subjectsAbove(tree, noun);
}

const isNamedPerson = ({ kind, key }: Referent) => kind === 'person' && !key.startsWith('unnamed:');

/** From the owner, or the noun's own words, to the last of its phrases. */
function spanOf({ tree, verb: noun, obliques }: Clause, owners: readonly number[]) {
  const [reach] = tree.reach(noun);
  const from = Math.max(reach, 1 + Math.max(-1, ...tree.childrenBy(noun, 'case')));
  const heads = [...obliques.values()].flat();
  const clause = tree
    .children(noun)
    .find((i) => i > noun && /^(?:acl|appos|punct)/.test(tree.tokens[i]!.relation));
  const ends = heads.filter((i) => clause === undefined || i < clause).map((i) => endOf(tree, i));
  const first = owners.length > 0 ? Math.min(...owners.map((i) => tree.reach(i)[0])) : from;
  const start = Math.min(first, noun);
  return { start: tree.tokens[start]!.start, end: tree.tokens[Math.max(noun, ...ends)]!.end };
}

/** The end of a phrase, without what a comma sets off. */
function endOf(tree: Tree, head: number): number {
  const [, last] = tree.reach(head);
  const comma = tree.children(head).find((i) => i > head && tree.tokens[i]!.word === ',');
  return comma === undefined ? last : Math.max(head, comma - 1);
}
