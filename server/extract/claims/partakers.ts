import { namingsOfSentence } from '../actors/naming-index.ts';
import { countryAround, stateEndingAt } from '../actors/country.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { isPair, pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { genderOfName } from '../names/gender.ts';
import { isSomebody } from '../actors/somebody.ts';
import { bodyKind, isRole } from '../actors/roles.ts';
import type { Tree } from '../text/tree.ts';
import { forcesMeant } from './antecedents.ts';
import { namedUnder, nominalClause, referentsOf, type Clause } from './clause.ts';
import {
  joinedBefore,
  joinedPastState,
  joinedToBearer,
  statesOfForces,
} from './joined-partakers.ts';
import { isParty } from './event-record.ts';
import { statesOfPeople } from './parties.ts';
import { phrasesOf } from './phrases.ts';
import { ATTACKS, CRAFT, DELEGATIONS, FORCES, MISSILES, PLACES } from './frame-nouns.ts';

/** Somebody who takes part, and whether the words mean people: "the Uzbek delegation" is Uzbekistan's. */
export interface Partaker {
  readonly referent: Referent;
  readonly personal: boolean;
}

/**
 * Who takes part by the phrases with these heads: those named or described, else whose people or
 * things they are ("his Iraqi counterpart", "envoys of the two countries", "Turkish artillery").
 */
export function partakersAt(
  heads: readonly number[],
  clause: Clause,
  discourse: Discourse,
): Partaker[] {
  const found = heads.flatMap((head) => partakersOf(head, clause, discourse));
  return found.filter(
    ({ referent }, i) => found.findIndex((other) => other.referent === referent) === i,
  );
}

function partakersOf(head: number, clause: Clause, discourse: Discourse): Partaker[] {
  const { tree } = clause;
  if (isEachOther(tree, head)) return [];
  const minority = minorityAt(tree, head);
  if (minority !== null) return [{ referent: discourse.cast.unnamed(...minority), personal: true }];
  const forces = forcesMeant(head, clause, discourse);
  if (forces !== null) {
    const theirs = partakersOf(forces.verb, forces, discourse);
    if (theirs.length > 0) return theirs;
  }
  const [counted] = isCount(tree, head) ? tree.childrenBy(head, 'nmod') : [];
  if (counted !== undefined) return partakersOf(counted, clause, discourse);
  const leaders = leadersOf(head, clause, discourse);
  if (leaders.length > 0) return leaders.map((referent) => ({ referent, personal: true }));
  const people = isPeople(tree, head);
  const teller = tellerMeant(head, clause, discourse);
  const known = teller.length > 0 ? teller : referentsOf([head], clause, discourse);
  const self = known.length > 0 ? known : toldAfter(head, clause, discourse);
  const own = [
    ...joinedBefore(head, clause, discourse),
    ...self,
    ...joinedToBearer(head, self, clause, discourse),
    ...joinedPastState(head, clause, discourse),
  ];
  const pair = people || isOwned(tree, head) ? pairAt(head, clause, discourse) : [];
  const found = pair.length > 0 ? pair : own;
  const described = bodyKind(tree.tokens[head]!.lemma) === null;
  const sides = found.every(isUnnamed) ? sidesAt(head, clause, discourse) : [];
  const lands = found.every(isUnnamed) && people ? statesOf(head, clause, discourse) : [];
  if (lands.length > 1) return lands.map((referent) => ({ referent, personal: true }));
  const armies = found.length > 1 ? [] : statesOfForces(head, clause, discourse);
  if (armies.length > 1) return armies.map((referent) => ({ referent, personal: people }));
  if (sides.length > 1 || (sides.length > 0 && found.length === 0))
    return sides.map((referent) => ({ referent, personal: true }));
  if (found.some(isParty))
    return found.map((referent) => ({
      referent,
      personal: people || referent.kind === 'person' || (described && isUnnamed(referent)),
    }));
  const members = people ? [] : unionOf(head, clause, discourse);
  if (members.length > 0) return members.map((referent) => ({ referent, personal: true }));
  const meant = people || isOwned(tree, head) ? behind(head, clause, discourse) : [];
  return (meant.length > 0 ? meant : own).map((referent) => ({ referent, personal: people }));
}

/** "Met with Kosovo | Serbs": people of one state in another, who are neither. */
function minorityAt(
  { tokens }: Tree,
  head: number,
): readonly [name: string, kind: 'group', state: string] | null {
  const { word } = tokens[head]!;
  const people =
    /s$/.test(word) && lookUp(word).some((one) => one.type === 'state' && one.form === 'people');
  const where = people ? stateEndingAt(tokens, head - 1) : null;
  if (where?.form !== 'name') return null;
  return [`${tokens[head - 1]!.word} ${word}`, 'group', where.state];
}

/** "Fought with | each other": nobody besides those who do. */
const isEachOther = ({ tokens }: Tree, head: number) =>
  /^(?:other|another)$/.test(tokens[head]!.word) &&
  /^(?:each|one)$/i.test(tokens[head - 1]?.word ?? '');

/** "A delegation headed | by Deputy Minister X": the persons who do. */
export function leadersOf(
  group: number,
  { tree, sentence }: Pick<Clause, 'tree' | 'sentence'>,
  { namings }: Discourse,
): readonly Referent[] {
  if (!/^(?:delegation|group|team|mission)$/.test(tree.tokens[group]!.lemma)) return [];
  const by = tree
    .childrenBy(group, 'acl')
    .filter((i) => /^(?:head|lead|led|chair)$/.test(tree.tokens[i]!.lemma))
    .flatMap((verb) => tree.childrenBy(verb, 'nmod'));
  return namingsOfSentence(namings, sentence)
    .filter(({ from, to, referent: { kind } }) => {
      return kind === 'person' && by.some((head) => from <= head && head < to);
    })
    .map(({ referent }) => referent);
}

/** "The ministry said | it had detained him": of a pronoun in what somebody tells, the one who tells it. */
function tellerMeant(head: number, { tree, verb, sentence }: Clause, discourse: Discourse) {
  if (!/^it$/i.test(tree.tokens[head]!.word)) return [];
  const above = tree.tokens[verb]!.head;
  if (above < 0 || tree.relation(verb) !== 'ccomp' || !TELLS.test(tree.tokens[above]!.lemma))
    return [];
  const [teller, more] = tree.childrenBy(above, 'nsubj').filter((i) => i < head);
  if (teller === undefined || more !== undefined) return [];
  const clause = nominalClause(tree, sentence, teller);
  return referentsOf([teller], clause, discourse).filter(({ kind }) => kind !== 'person');
}

/** "After | he met Y, X said": a pronoun in a clause that stands before the one that names who is meant. */
function toldAfter(head: number, { tree, verb, sentence }: Clause, discourse: Discourse) {
  if (!/^(?:he|she)$/i.test(tree.tokens[head]!.word) || tree.relation(verb) !== 'advcl') return [];
  const above = tree.tokens[verb]!.head;
  const [subject, more] = tree.childrenBy(above, 'nsubj', 'nsubjpass');
  if (subject === undefined || more !== undefined || subject < head) return [];
  const clause = nominalClause(tree, sentence, subject);
  const gender = /^he$/i.test(tree.tokens[head]!.word) ? 'male' : 'female';
  return referentsOf([subject], clause, discourse).filter((one) => {
    return one.kind === 'person' && (one.gender ?? genderOfName(one.name) ?? gender) === gender;
  });
}

const TELLS = /^(?:say|said|announce|report|state|confirm|claim|add|acknowledge|admit|declare)$/;

const isUnnamed = ({ key }: Referent) => key.startsWith('unnamed:');

/** "The Norwegian and Peruvian foreign ministers": the states for which several act. */
const sidesAt = (head: number, clause: Clause, discourse: Discourse) =>
  /^(?:NNS|JJ|NNP)$/.test(clause.tree.tokens[head]!.tag)
    ? statesOfPeople(head, clause, discourse)
    : [];

/** "Thousands | of Georgians", "a group | of students", "eight | of the leaders". */
const isCount = ({ tokens }: Tree, head: number) =>
  COUNT.test(tokens[head]!.lemma) ||
  (tokens[head]!.tag === 'CD' && tokens[head + 1]?.word === 'of');

const COUNT =
  /^(?:thousand|hundred|dozen|ten|scores|group|number|crowd|handful|majority|trainload|convoy|column)$/;

/** Things by which a state or body acts, or which are attacked as its own: no "Turkish earthquake". */
function isOwned({ tokens }: Tree, head: number): boolean {
  const { lemma } = tokens[head]!;
  return bodyKind(lemma) !== null || THINGS.some((nouns) => nouns.has(lemma));
}

/** Somebody, or a weapon. */
export function mayAttack(tree: Tree, head: number): boolean {
  const { lemma, tag } = tree.tokens[head]!;
  const somebody = /^(?:PRP|NNP|W)/.test(tag) || isSomebody(lemma, tag === 'NNS');
  return somebody || isOwned(tree, head);
}

const THINGS = [FORCES, CRAFT, ATTACKS, MISSILES, PLACES];

/** By office, as a delegation, or as somebody's "opposite number". */
const isPeople = ({ tokens }: Tree, head: number) => {
  const { lemma } = tokens[head]!;
  const opposite = lemma === 'number' && tokens[head - 1]?.word === 'opposite';
  return isRole(lemma) || DELEGATIONS.has(lemma) || opposite;
};

/** "The two leaders", "envoys of the two sides". */
function pairAt(head: number, { tree, sentence }: Clause, discourse: Discourse): Referent[] {
  for (const at of [head, ...tree.childrenBy(head, 'nmod')])
    if (isPair(tree.tokens, tree.reach(at)[0], at)) return pairBefore(sentence, at, discourse);
  return [];
}

/**
 * "The two leaders", "both ministers", "the two men", "the pair": the two persons whom the nearest sentence
 * before names in office, where it names two and no third; empty for other phrases.
 */
export function personsMeant(
  head: number,
  { tree, sentence }: Clause,
  { namings }: Discourse,
): Referent[] {
  const { lemma } = tree.tokens[head]!;
  const [from] = tree.reach(head);
  const men = /^(?:man|men|official|politician|diplomat|statesman)$/.test(lemma);
  const duo = /^(?:pair|duo|two)$/.test(lemma) && /^the$/i.test(tree.tokens[from]!.word);
  if (!duo && !(men ? isTwo(tree, from, head) : isRole(lemma) && isPair(tree.tokens, from, head)))
    return [];
  if (tree.childrenBy(head, 'nmod').length > 0) return [];
  for (let back = sentence - 1; back >= Math.max(0, sentence - PERSONS_BACK); back--) {
    const persons = namingsOfSentence(namings, back)
      .map(({ referent }) => referent)
      .filter(({ kind, key }) => kind === 'person' && key.startsWith('person:'));
    const named = [...new Set(persons)];
    if (named.length === 2) return named;
    if (named.length > 2) return [];
  }
  return [];
}

const isTwo = (tree: Tree, from: number, head: number) =>
  tree.tokens[head]!.tag === 'NNS' &&
  tree.tokens.slice(from, head).some(({ word }) => /^(?:two|both)$/i.test(word));

/** Sentences back in which "the two leaders" may be named. */
const PERSONS_BACK = 3;

/** "Officials | of Norway and Peru": the states for which several act. */
function statesOf(head: number, { tree, sentence }: Clause, { namings }: Discourse): Referent[] {
  if (tree.tokens[head]!.tag !== 'NNS') return [];
  const of = phrasesOf(tree, [head]).get('of') ?? [];
  return namingsOfSentence(namings, sentence)
    .filter(({ from, to, referent: { kind } }) => {
      return kind === 'state' && of.some((i) => from <= i && i < to);
    })
    .map(({ referent }) => referent);
}

/** "NATO | nations", "EU member | states": the union, where no member is named. */
function unionOf(head: number, clause: Clause, discourse: Discourse): Referent[] {
  const { tree } = clause;
  if (!/^(?:nation|country|state|member|ally)$/.test(tree.tokens[head]!.lemma)) return [];
  const [first] = tree.reach(head);
  const before = Array.from({ length: head - first }, (_, i) => first + i);
  return [...new Set(bodiesAt(before, clause, discourse))].filter(
    ({ kind }) => kind === 'international-organisation',
  );
}

/** Bodies and states of whose people or things a phrase tells. */
function behind(head: number, clause: Clause, discourse: Discourse): Referent[] {
  const { tree } = clause;
  if (/^W|^PRP/.test(tree.tokens[head]!.tag)) return [];
  const owners = tree
    .childrenBy(head, 'nmod', 'compound')
    .filter((i) => isOwner(tree, i))
    .flatMap((i) => [i, ...tree.childrenBy(i, 'conj')]);
  const named = bodiesAt(owners, clause, discourse);
  if (named.length > 0) return named;
  const makers = ATTACKS.has(tree.tokens[head]!.lemma) ? madeBy(head, clause, discourse) : [];
  if (makers.length > 0) return makers;
  const around = countryAround(tree.tokens, head, head + 1, NO_LINK);
  return around === null ? [] : [discourse.cast.state(around.code)];
}

/** "Shelling and airstrikes | by the Support Forces hit the market": whoever makes them. */
function madeBy(head: number, clause: Clause, discourse: Discourse): Referent[] {
  const { tree } = clause;
  const by = [head, ...tree.childrenBy(head, 'conj')].flatMap(
    (i) => phrasesOf(tree, [i]).get('by') ?? [],
  );
  return namedUnder(by, clause, discourse)
    .filter((one) => one.kind !== 'person' && isParty(one))
    .slice(0, 1);
}

const NO_LINK = /^$/;

/** "Heads | of the Security Council", "the KGB's leadership", "Wagner fighters". */
function isOwner(tree: Tree, at: number): boolean {
  if (tree.relation(at) !== 'nmod') return tree.relation(at) === 'compound';
  const [preposition] = tree.childrenBy(at, 'case');
  const word = preposition === undefined ? '' : tree.tokens[preposition]!.word;
  return /^(?:of|from|['’]s?)$/.test(word);
}

function bodiesAt(
  heads: readonly number[],
  { sentence }: Clause,
  { namings }: Discourse,
): Referent[] {
  return heads.flatMap((head) => {
    const naming = namingsOfSentence(namings, sentence).find(
      (one) => one.from <= head && head < one.to,
    );
    const referent = naming?.referent;
    return referent && referent.kind !== 'person' && isParty(referent) ? [referent] : [];
  });
}
