import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Discourse } from '../actors/coreference.ts';
import { stateEndingAt } from '../actors/country.ts';
import type { Referent } from '../actors/referent.ts';
import { bodyKind, isRole } from '../actors/roles.ts';
import type { Clause } from './clause.ts';
import { CRAFT, FORCES } from './frame-nouns.ts';

/** "Iran and | Saudi Arabia", "Japan, Australia and | the Philippines": those whom the parser made one phrase. */
export function joinedBefore(
  head: number,
  { tree, sentence }: Clause,
  { namings }: Discourse,
): Referent[] {
  const here = namingsOfSentence(namings, sentence);
  let at = here.findIndex(({ from, to }) => from <= head && head < to);
  const found: Referent[] = [];
  while (at > 0 && here[at]!.referent.kind === here[at - 1]!.referent.kind) {
    const between = tree.tokens.slice(here[at - 1]!.to, here[at]!.from);
    const joined = between.length > 0 && between.every(({ word }) => JOINS.test(word));
    const [first] = tree.reach(head);
    if (!joined || here[at - 1]!.from < first) break;
    found.unshift(here[at - 1]!.referent);
    at--;
  }
  return found;
}

/** "A of Norway | and B of Peru": who is joined to a person, where the parser joined them to the person's state. */
export function joinedPastState(
  head: number,
  { tree, sentence }: Clause,
  { namings }: Discourse,
): Referent[] {
  const here = namingsOfSentence(namings, sentence);
  const at = here.findIndex(({ from, to }) => from <= head && head < to);
  const [one, state, other] = here.slice(at, at + 3);
  if (at < 0 || one?.referent.kind !== 'person' || state?.referent.kind !== 'state') return [];
  const of = tree.tokens
    .slice(one.to, state.from)
    .map(({ word }) => word)
    .join(' ');
  const joins = tree.tokens.slice(state.to, other?.from ?? 0);
  const and = joins[0]?.word === 'and' && joins.every(({ tag }) => /^(?:CC|NN|JJ)/.test(tag));
  return other?.referent.kind === 'person' && and && /^of(?: the)?$/.test(of)
    ? [other.referent]
    : [];
}

/** "Minister of Defence X | and his counterpart Y": whom the parser joined to the bearer of a title. */
export function joinedToBearer(
  head: number,
  self: readonly Referent[],
  { tree, sentence }: Clause,
  { namings }: Discourse,
): Referent[] {
  if (!isRole(tree.tokens[head]!.lemma)) return [];
  const here = namingsOfSentence(namings, sentence);
  const at = (i: number) => here.find(({ from, to }) => from <= i && i < to)?.referent;
  return tree.childrenBy(head, 'nmod').flatMap((bearer) => {
    const named = at(bearer);
    if (named?.kind !== 'person' || !self.includes(named)) return [];
    return tree.childrenBy(bearer, 'conj').flatMap((i) => {
      const other = at(i);
      return other?.kind === 'person' ? [other] : [];
    });
  });
}

const JOINS = /^(?:,|and|the)$/;

/** "Norwegian and Peruvian soldiers", "the foreign ministries of Norway and Peru": the states whose forces or bodies several are. */
export function statesOfForces(
  head: number,
  { tree, sentence }: Pick<Clause, 'tree' | 'sentence'>,
  { cast, namings }: Discourse,
): Referent[] {
  const { tokens } = tree;
  const { tag, lemma } = tokens[head]!;
  if (!/^NNP?S$/.test(tag)) return [];
  const body = bodyKind(lemma) !== null && !FORCES.has(lemma);
  if (body) {
    const [, last] = tree.reach(head);
    const states = namingsOfSentence(namings, sentence).filter(
      ({ to, referent }) => to > head && to <= last + 1 && referent.kind !== 'person',
    );
    const of = tokens[head + 1]?.word === 'of' && states.length > 1;
    return of ? [...new Set(states.map(({ referent }) => referent))] : [];
  }
  if (!FORCES.has(lemma) && !CRAFT.has(lemma) && lemma !== 'guard') return [];
  const found: Referent[] = [];
  for (let i = head - 1; i >= Math.max(0, head - LONGEST_LIST); i--) {
    const state = stateEndingAt(tokens, i);
    if (state?.form === 'demonym') found.unshift(cast.state(state.state));
    else if (!/^(?:JJ|NN|NNP|CC|,)$/.test(tokens[i]!.tag)) break;
  }
  return found;
}

/** Tokens before a noun in which the states of "Greek, Cypriot and Israeli soldiers" stand. */
const LONGEST_LIST = 8;
