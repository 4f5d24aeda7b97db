import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { countryAround, stateEndingAt } from '../actors/country.ts';
import { isPair, pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import { namedUnder, referentsOf, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';

/** Who binds whom: parties, and everybody named, signatories among them. */
export interface Parties {
  readonly parties: readonly Referent[];
  readonly people: readonly Referent[];
  /** Of them those that "the two countries" means. */
  readonly pairs: readonly Referent[];
}

/** A body of no state, "Siemens Energy" or "the Red Cross", and a movement, signs for itself. */
const bindsItself = ({ key, kind }: Referent) =>
  (key.startsWith('body:') && /^(?:group|think-tank|media)$/.test(kind)) ||
  (key.startsWith('organisation:') && /^(?:group|armed-force)$/.test(kind));

/** Groups without a name that make agreements. */
const PARTIES =
  /\b(?:rebels?|groups?|unions?|militias?|separatists?|insurgents?|factions?|tribes?|workers|miners|creditors)(?:$| (?:representing|of|in|from) )/i;

/**
 * The parties that phrases name: states, international bodies and companies; a person or a
 * government binds its state; "the two countries" and "their ministers" are those named before.
 */
export function partiesUnder(
  heads: readonly number[],
  clause: Clause,
  { discourse }: Pick<ClaimContext, 'discourse'>,
): Parties {
  const pairs = heads.flatMap((head) => pairUnder(head, clause, discourse));
  const named = namedUnder(heads, clause, discourse).filter(
    (referent) => !isOwnerOf(referent, heads, clause, discourse),
  );
  const adjectives = heads.flatMap((head) => statesOfPeople(head, clause, discourse));
  const people = [
    ...new Set([...referentsOf(heads, clause, discourse), ...named, ...pairs, ...adjectives]),
  ];
  const bodies = people.filter(isBody);
  const states = people.flatMap((referent) => bound(referent, discourse));
  const parties = [...new Set(states)];
  if (bodies.length > 1 && isBetweenBodies(people, bodies, parties))
    return { parties: [...new Set(bodies)], people, pairs };
  return { parties, people, pairs };
}

/** Whom a signature binds. */
function bound(referent: Referent, { cast }: Discourse): Referent[] {
  if (/^(?:state|international-organisation|company)$/.test(referent.kind)) return [referent];
  if (referent.key.startsWith('unnamed:') && PARTIES.test(referent.name)) return [referent];
  if (bindsItself(referent)) return [referent];
  return referent.country === null ? [] : [cast.state(referent.country)];
}

const isBody = ({ key, kind }: Referent) =>
  !/^(?:state|person)$/.test(kind) && !/^(?:unnamed|people|government):/.test(key);

/**
 * Two armies of one state, a ministry and a firm: they themselves agree, not their states. A
 * ministry and another state's do so for these.
 */
function isBetweenBodies(
  people: readonly Referent[],
  bodies: readonly Referent[],
  parties: readonly Referent[],
): boolean {
  if (parties.length < 2)
    return people.every((one) => bodies.includes(one) || one.kind === 'person');
  const own = bodies.every(({ country }) => country !== null && country === bodies[0]!.country);
  if (own) return people.every((one) => bodies.includes(one) || one.kind === 'person');
  const firm = bodies.some(({ kind }) => kind === 'company' || kind === 'group');
  return firm && people.every((one) => bodies.includes(one));
}

/** "The two countries", "their ministers". */
function pairUnder(head: number, { tree, sentence }: Clause, discourse: Discourse): Referent[] {
  const [from, last] = tree.reach(head);
  for (let i = from; i <= last; i++)
    if (isPair(tree.tokens, from, i)) return pairBefore(sentence, from, discourse);
  const their = tree.tokens.slice(from, head).some(({ word }) => /^their$/i.test(word));
  return their && /^NNS/.test(tree.tokens[head]!.tag) ? pairBefore(sentence, from, discourse) : [];
}

/** "Kazakhstan's | KazMunayGas", "Belarus' | state committee": the state of a body that is named too. */
function isOwnerOf(
  { kind, key }: Referent,
  heads: readonly number[],
  { sentence, tree }: Clause,
  { namings }: Discourse,
): boolean {
  if (kind !== 'state') return false;
  const here = namingsOfSentence(namings, sentence);
  const own = here.filter(({ referent }) => referent.key === key);
  return own.every(({ from, to }) => {
    const next = here.find((one) => one.from > from);
    const owned = /^['’]s?$/.test(tree.tokens[to]?.word ?? '') && next?.from === to + 1;
    const inside = heads.some((head) => tree.reach(head)[0] <= from);
    return owned && inside && next !== undefined && isBody(next.referent);
  });
}

/** "Philippine and Japanese ministers", "the German chancellor": people who sign for their states. */
function statesOfPeople(head: number, { tree }: Clause, { cast }: Discourse): Referent[] {
  const { lemma, tag } = tree.tokens[head]!;
  if (!isRole(lemma) && !/^(?:government|delegation|side|cabinet)$/.test(lemma)) return [];
  const [from] = tree.reach(head);
  const found: Referent[] = [];
  for (let i = head - 1; i >= Math.max(from, head - LONGEST_LIST); i--) {
    const state = stateEndingAt(tree.tokens, i);
    if (state?.form === 'demonym') found.unshift(cast.state(state.state));
    else if (!/^(?:JJ|NN|CC|,|POS|DT)/.test(tree.tokens[i]!.tag)) break;
  }
  return tag === 'NNS' ? found : found.slice(-1);
}

/** Tokens before a noun in which the states of "Greek, Cypriot and Israeli ministers" stand. */
const LONGEST_LIST = 8;

/** The state whose adjective or name stands before a noun: "a Russian missile strike". */
export function stateBefore({ tree, verb: noun }: Clause, { cast }: Discourse): Referent[] {
  const around = countryAround(tree.tokens, noun, noun + 1, NO_LINK);
  return around === null ? [] : [cast.state(around.code)];
}

const NO_LINK = /^$/;
