import { namingsOfSentence } from '../actors/naming-index.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Tree } from '../text/tree.ts';
import type { Clause } from './clause.ts';
import { inSet } from '../text/in-set.ts';
import type { ClaimContext } from './context.ts';
import { forcesMeant } from './antecedents.ts';
import { ALLIANCE, ARMY, ATTACKS, EXERCISES, MODEL, NAME, PLACE } from './frame-nouns.ts';
import { FORCE_FRAMES } from './frames-force.ts';
import { CIVIL_FRAMES } from './frames-state.ts';
import { SUBJECT, type Frame } from './frames.ts';
import { isTime } from './subjects.ts';

/** The first that fits and whose parts are there is taken. */
const FRAMES: readonly Frame[] = [
  ...FORCE_FRAMES.exercises,
  ...CIVIL_FRAMES.meetings,
  ...CIVIL_FRAMES.visits,
  ...FORCE_FRAMES.transfers,
  ...FORCE_FRAMES.deployments,
  ...CIVIL_FRAMES.journeys,
  ...FORCE_FRAMES.deliveries,
  ...CIVIL_FRAMES.courts,
  ...CIVIL_FRAMES.offices,
  ...CIVIL_FRAMES.protests,
  ...FORCE_FRAMES.attacks,
  ...CIVIL_FRAMES.states,
];

/** The frames that the words of a clause fit, whoever takes part, in the order in which they are tried. */
export function* fittingFrames(clause: Clause, context: ClaimContext): Generator<Frame> {
  // An exercise that "brings together | 400 soldiers" sends none: it has them.
  const together = clause.lemma === 'bring' && isTogether(clause);
  for (const frame of framesOf(clause.lemma))
    if (
      (together ? /^(?:exercise|meeting)$/.test(frame.kind) : !isOfTogether(frame, clause)) &&
      fits(frame, clause, context)
    )
      yield frame;
}

/** "Brings | together 400 soldiers", "brought both ministers | together". */
const isTogether = ({ tree, verb }: Clause) =>
  tree.tokens[verb + 1]?.word === 'together' ||
  tree.childrenBy(verb, 'advmod').some((i) => tree.tokens[i]!.word === 'together');

const isOfTogether = ({ kind }: Frame, { lemma }: Clause) =>
  kind === 'meeting' && lemma === 'bring';

const framesByLemma = new Map<string, readonly Frame[]>();

/** The frames of a verb, kept: verbs repeat, and most have none. */
function framesOf(lemma: string): readonly Frame[] {
  let frames = framesByLemma.get(lemma);
  if (frames === undefined) {
    frames = FRAMES.filter(({ verbs }) => inSet(lemma, verbs));
    if (framesByLemma.size >= KEPT) framesByLemma.clear();
    framesByLemma.set(lemma, frames);
  }
  return frames;
}

const KEPT = 10_000;

function fits(frame: Frame, clause: Clause, context: ClaimContext): boolean {
  const { nouns, within, but, agentNouns, particle, done, bare, toward, plain, alone, demanding } =
    frame;
  const { finite, passive } = frame;
  const { tree, verb, agents, objects, obliques } = clause;
  const among = (heads: readonly number[], set: ReadonlySet<string>) =>
    heads.some((head) => headNouns(clause, head, context).some((noun) => set.has(noun)));
  return (
    (particle === null || particleOf(clause) === particle) &&
    (!bare || objects.every((i) => isTime(tree, i))) &&
    (!done || tree.tokens[verb]!.tag !== 'VBG' || tree.childrenBy(verb, 'mark').length > 0) &&
    (!passive || clause.passive) &&
    (!finite || (tree.tokens[verb]!.tag !== 'VBG' && tree.tokens[verb]!.relation !== 'acl')) &&
    (toward === null ||
      toward.some((one) => obliques.get(one)?.some((head) => !isTime(tree, head)))) &&
    (!plain || tree.childrenBy(verb, 'xcomp').length === 0) &&
    (!alone || !isBidding(clause)) &&
    (!demanding || isDemanding(clause)) &&
    (nouns === null || among(placesOf(within, clause), nouns)) &&
    (but === null || (objects.length > 0 && !among(objects, but))) &&
    (agentNouns === null || among(agents, agentNouns)) &&
    !(frame.kind === 'deployment' && (isGift(clause) || isCargoMoved(clause)))
  );
}

/** "Sent Peru | five drones": what somebody receives. */
const isGift = ({ tree, verb, lemma }: Clause) =>
  lemma === 'send' &&
  tree.childrenBy(verb, 'iobj').some((i) => tree.tokens[i]!.tag.startsWith('NNP'));

/** "A train | carrying mortars arrived": what is in it. */
export const carriedBy = (tree: Tree, head: number): number[] =>
  tree
    .childrenBy(head, 'acl')
    .filter((verb) => /^(?:carry|transport|bear)$/.test(tree.tokens[verb]!.lemma))
    .flatMap((verb) => tree.childrenBy(verb, 'dobj'));

/** "A batch of drones arrived", "an aid convoy entered", "an attack by gunmen left": goods or deeds, and no forces. */
const isCargo = (tree: Tree, head: number) =>
  ATTACKS.has(tree.tokens[head]!.lemma) ||
  /^(?:batch|shipment|consignment|cargo|shipload|truckload|planeload)$/.test(
    compoundOf(tree, head)[0] ?? tree.tokens[head]!.lemma,
  );

/** "Sent three ships | carrying oil", "a ship arrived, | delivering tanks": goods, and no forces. */
const isCargoMoved = ({ tree, verb, agents, objects }: Clause) =>
  agents.some((i) => isCargo(tree, i)) ||
  tree.childrenBy(verb, 'xcomp', 'advcl').some((i) => tree.tokens[i]!.word === 'delivering') ||
  objects.some((i) => carriedBy(tree, i).some((one) => BULK.test(tree.tokens[one]!.lemma)));

const BULK =
  /^(?:oil|fuel|gasoline|petrol|diesel|gas|lng|grain|wheat|corn|maize|rice|food|flour|aid|medicine|coal|fertili[sz]er|barrel|supply|supplies)$/;

/** The word after a verb, past a pronoun: "shot | down", "took him | away". */
function particleOf({ tree: { tokens }, verb }: Clause): string | undefined {
  const next = tokens[verb + 1];
  return next?.tag === 'PRP' ? tokens[verb + 2]?.word : next?.word;
}

/** Where a frame's noun may stand. */
function placesOf(within: string | null, { agents, objects, obliques }: Clause): readonly number[] {
  if (within === null) return objects;
  if (within === SUBJECT) return agents;
  return within.split(' ').flatMap((preposition) => obliques.get(preposition) ?? []);
}

/**
 * The noun, what it counts ("thousands of soldiers"), what it is called by ("the exercise Cobra
 * Gold"), and what kind of thing its name or number tells.
 */
function headNouns(clause: Clause, head: number, { discourse }: ClaimContext): string[] {
  const { tree, sentence } = clause;
  const { lemma, entity, word, tag } = tree.tokens[head]!;
  const beside = tree
    .childrenBy(head, 'nmod', 'dep', ...(tag.startsWith('NNP') ? ['compound'] : []))
    .filter((i) => !tree.childrenBy(i, 'case').some((c) => TOPIC.test(tree.tokens[c]!.word)));
  // "Took part in Steadfast Defender, | the largest exercise since"
  beside.push(...carriedBy(tree, head));
  const called = tree.childrenBy(head, 'appos');
  beside.push(...called.filter((i) => EXERCISES.has(tree.tokens[i]!.lemma)));
  // "The rockets that were delivered": the noun that the clause describes.
  const meant = /^W/.test(tag) ? antecedentOf(tree, head) : [];
  beside.push(...meant);
  // The parser takes "the" for the noun where it takes that for a verb: "blocked the crossing".
  const taken = tag === 'DT' ? tree.tokens[head + 1] : undefined;
  const named = namingsOfSentence(discourse.namings, sentence).find(
    (one) => one.from <= head && head <= one.to,
  )?.referent.kind;
  return [
    lemma,
    ...[head, ...meant, ...beside].flatMap((i) => compoundOf(tree, i)),
    ...(tag === 'NNP' ? [NAME] : []),
    ...countedBefore(tree, head),
    ...(taken ? [taken.lemma, taken.word.toLowerCase()] : []),
    ...beside.map((i) => tree.tokens[i]!.lemma),
    ...(entity === 'LOCATION' || isState(word) ? [PLACE] : []),
    ...(isModel(tree, head) ? [MODEL] : []),
    ...(named === 'international-organisation' ? [ALLIANCE] : []),
    ...(named === 'armed-force' ? [ARMY] : []),
    ...[forcesMeant(head, clause, discourse)?.lemma ?? ''].filter(Boolean),
  ];
}

/** "War | games", "police | officers": two words for what one word tells, too. */
function compoundOf({ tokens }: Tree, head: number): string[] {
  const before = tokens[head - 1]?.lemma ?? '';
  const joined = COMPOUNDS[`${before} ${tokens[head]!.lemma}`];
  return joined === undefined ? [] : [joined];
}

const COMPOUNDS: Readonly<Record<string, string>> = {
  'war game': 'wargame',
  'police officer': 'policeman',
  'restrictive measure': 'sanction',
  'restrictive measures': 'sanction',
  'readiness check': 'drill',
  'readiness inspection': 'drill',
  'firing practice': 'drill',
  'military operation': 'offensive',
  'ground operation': 'offensive',
  'clearing operation': 'offensive',
  'military equipment': 'armament',
  'military hardware': 'armament',
  'military train': 'convoy',
  'military echelon': 'convoy',
  'prisoner exchange': 'prisoner-swap',
  'prisoner swap': 'prisoner-swap',
  'captive exchange': 'prisoner-swap',
  'aid truck': 'shipment',
  'aid convoy': 'shipment',
  'aid ship': 'shipment',
  'relief convoy': 'shipment',
  'oil tanker': 'shipment',
  'fuel tanker': 'shipment',
  'grain ship': 'shipment',
  'humanitarian convoy': 'shipment',
};

/** "Has massed 100,000 soldiers, and | 9,000 more are there": what a bare number counts. */
function countedBefore({ tokens }: Tree, head: number): string[] {
  if (tokens[head]!.tag !== 'CD' || /^NN/.test(tokens[head + 1]?.tag ?? '')) return [];
  const noun = tokens.findLastIndex(
    ({ tag }, i) => i < head && tag === 'NNS' && tokens[i - 1]?.tag === 'CD',
  );
  return noun < 0 ? [] : [tokens[noun]!.lemma];
}

/** "Calls | for more troops" are no troops. */
const TOPIC = /^(?:for|about|against|over|on|to)$/;

export function antecedentOf(tree: Tree, pronoun: number): number[] {
  const verb = tree.tokens[pronoun]!.head;
  const noun = verb < 0 ? -1 : tree.tokens[verb]!.head;
  return noun >= 0 && noun < pronoun && tree.tokens[noun]!.tag.startsWith('NN') ? [noun] : [];
}

/** "K2s", "two | Yak-130 | trainers". */
const isModel = (tree: Tree, head: number) =>
  [head, ...tree.childrenBy(head, 'compound', 'amod')].some((i) =>
    WEAPON.test(tree.tokens[i]!.word),
  );

const isState = (word: string) => lookUp(word).some(({ type }) => type === 'state');
const WEAPON = /^\p{Lu}\p{L}{0,4}-?\d{1,3}\p{Lu}{0,2}s?$/u;

/** "Called on the king | to go": asked, and not visited. */
function isBidding({ tree, verb }: Clause): boolean {
  const [, last] = tree.reach(verb);
  return tree.tokens
    .slice(verb + 1, last + 1)
    .some(({ word, tag }, i, after) => word === 'to' && /^VB$/.test(after[i + 1]?.tag ?? tag));
}

/** "Gathered before the ministry, | chanting slogans". */
const isDemanding = ({ tree, verb }: Clause) =>
  tree
    .childrenBy(verb, 'xcomp', 'advcl', 'acl', 'conj')
    .some((i) => i > verb && DEMANDS.test(tree.tokens[i]!.lemma));

const DEMANDS = /^(?:demand|protest|chant|denounce?|condemn|shout|oppose?|reject)/;
