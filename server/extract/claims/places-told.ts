import { stateEndingAt } from '../actors/country.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Referent } from '../actors/referent.ts';
import { isSomebody } from '../actors/somebody.ts';
import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import { antecedentOf } from './fitting-frames.ts';
import { ATTACKS, BOMBS, CRAFT, FORCES, MISSILES, PLACES } from './frame-nouns.ts';
import type { Part } from './event-record.ts';
import { SUBJECT, type Frame } from './frames.ts';
import { isTime } from './subjects.ts';

/** "A missile hit a clinic", "a village was shelled": an attack though nobody is told to make it. */
export function isWithoutAttacker({ kind }: Frame, { agents, passive, tree, lemma }: Clause) {
  if (kind !== 'attack') return false;
  if (agents.length === 0) return passive && ONLY_BY_ARMS.test(lemma);
  return agents.some((i) => isWeapon(tree, i) || AIR_DEFENCE.test(tree.tokens[i]!.lemma));
}

const AIR_DEFENCE = /^(?:defence|defense)$/;

/** Verbs whose passive tells of arms even where nothing else does. */
const ONLY_BY_ARMS = /^(?:bomb|shell|bombard|ambush|storm|raid)$/;

const isWeapon = ({ tokens }: Tree, i: number) =>
  [MISSILES, CRAFT, ATTACKS].some((nouns) => nouns.has(tokens[i]!.lemma));

/**
 * The place that an attack struck, as the text names it, where it names nobody who was struck: a
 * state by its name or its capital, else the town or region. Empty where what was struck is neither
 * a place nor somebody.
 */
export function placeStruck(clause: Clause, { cast }: Discourse): Referent[] {
  const { tree, objects, obliques, agents } = clause;
  const where = WHERE.flatMap((word) => obliques.get(word) ?? []).filter((i) => !isTime(tree, i));
  const meant = objects.flatMap((i) => meantByPronoun(tree, i));
  const struck = [...objects, ...meant, ...where, ...agents];
  if (!struck.some((i) => isStruck(tree, i)) && !agents.some((i) => isBomb(tree, i))) return [];
  const named = placesNamed([...objects, ...where], tree, cast);
  return named.length > 0 ? named : placesAmong(meant, tree, cast);
}

/** The first place that the phrases with these heads name, as a state or as the town or region. */
export function placesNamed(
  heads: readonly number[],
  tree: Tree,
  cast: Discourse['cast'],
): Referent[] {
  return placesAmong(
    heads.flatMap((head) => withinReach(tree, head)),
    tree,
    cast,
  );
}

/** The first of these tokens that names a place, as a state or as the town or region. */
function placesAmong(tokens: readonly number[], tree: Tree, cast: Discourse['cast']): Referent[] {
  const at = tokens.find((i) => tree.tokens[i]!.entity === 'LOCATION');
  if (at === undefined) return [];
  const state = stateEndingAt(tree.tokens, at);
  if (state !== null) return state.form === 'demonym' ? [] : [cast.state(state.state)];
  return [cast.region(placeName(tree, at), null)];
}

/** "A town | that was shelled", "Surin, a town | that was shelled": the noun for the pronoun, and what that is apposed to. */
function meantByPronoun(tree: Tree, at: number): number[] {
  if (!/^(?:which|that)$/.test(tree.tokens[at]!.word)) return [];
  return antecedentOf(tree, at).flatMap((noun) =>
    tree.relation(noun) === 'appos' ? [noun, tree.tokens[noun]!.head] : [noun],
  );
}

const isBomb = ({ tokens }: Tree, at: number) => BOMBS.has(tokens[at]!.lemma);

const WHERE = ['in', 'on', 'at', 'near', 'into', 'over', 'outside', 'against'];

function isStruck({ tokens }: Tree, i: number): boolean {
  const { lemma, tag, entity } = tokens[i]!;
  const thing =
    PLACES.has(lemma) ||
    /^(?:province|county|suburb)$/.test(lemma) ||
    FORCES.has(lemma) ||
    entity === 'LOCATION';
  return thing || isSomebody(lemma, tag === 'NNS');
}

function withinReach(tree: Tree, head: number): number[] {
  const [from, to] = tree.reach(head);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The words of a name of which one token is known. */
function placeName({ tokens }: Tree, at: number): string {
  let from = at;
  while (from > 0 && !tokens[from]!.entityStart && tokens[from - 1]!.entity === 'LOCATION') from--;
  let to = at;
  while (tokens[to + 1]?.entity === 'LOCATION' && !tokens[to + 1]!.entityStart) to++;
  return tokens
    .slice(from, to + 1)
    .map(({ word }) => word)
    .join(' ');
}

/** "Several fighters landed in Baranovichi": forces of which nothing tells whose they are, and the place where they came. */
export function movedTo(
  frame: Frame,
  clause: Clause,
  told: readonly Part[],
  { cast }: Discourse,
): Part[] {
  const { tree, agents, objects, obliques } = clause;
  const moved = frame.within === SUBJECT ? agents : objects;
  if (!moved.some((i) => MILITARY.test(tree.tokens[i]!.lemma))) return [];
  const where = ['in', 'at', 'to', 'into', 'near'].flatMap((word) => obliques.get(word) ?? []);
  const places = placesNamed(where, tree, cast);
  return places.length === 0
    ? []
    : [...told, ...places.map((referent): Part => ({ referent, role: 'host' }))];
}

/** "A shipment left Novorossiysk", "ten K2s arrived in Gdynia": goods of which nothing tells whose they are, and the port. */
export function shippedBy(
  frame: Frame,
  { tree, objects, obliques, lemma }: Clause,
  { cast }: Discourse,
) {
  if (frame.within !== SUBJECT) return [];
  const leaves = /^(?:leave|depart)$/.test(lemma);
  const where = (leaves ? ['from'] : ['in', 'at', 'to']).flatMap(
    (word) => obliques.get(word) ?? [],
  );
  return placesNamed([...objects, ...where], tree, cast).map((referent): Part => ({
    referent,
    role: leaves ? 'origin' : 'host',
  }));
}

/** Nouns for forces that are nothing else. */
const MILITARY =
  /^(?:troop|soldier|serviceman|servicemen|battalion|brigade|regiment|squadron|paratrooper|warship|frigate|destroyer|bomber|warplane|fighter|marine|mercenary|peacekeeper)$/;
