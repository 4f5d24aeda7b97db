import type { Discourse } from '../actors/coreference.ts';
import { namingsOfSentence } from '../actors/naming-index.ts';
import { pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import { isSomebody } from '../actors/somebody.ts';
import { isArmedGroup, isBloodshed } from './bloodshed.ts';
import { namedUnder, referentsOf, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { countedPeople } from './counted.ts';
import { isParty, type Part } from './event-record.ts';
import { exerciseParts } from './exercise-parts.ts';
import { carriedBy } from './fitting-frames.ts';
import { TALKS } from './frame-nouns.ts';
import { SUBJECT, type Frame } from './frames.ts';
import { ownersOf } from './owners.ts';
import { inSet } from '../text/in-set.ts';
import { partakersAt, personsMeant, type Partaker } from './partakers.ts';
import { phrasesOf } from './phrases.ts';
import { isWithoutAttacker, movedTo, placeStruck, shippedBy } from './places-told.ts';
import { asHost, guestsOf, hostsAt, isUnnamedGuest, recipientsAt } from './visits.ts';

/** Who takes part in what a frame tells of, with their roles; empty where nobody does whom the text names. */
export function partsOf(frame: Frame, clause: Clause, { discourse }: ClaimContext): Part[] {
  const acting = actingIn(frame, clause, discourse);
  if (acting === null) return [];
  const all = [
    ...acting,
    ...undergoing(frame, clause, discourse),
    ...broughtIn(frame, clause, discourse),
  ].map((part) => asHost(part, discourse));
  const hosts =
    frame.kind === 'visit'
      ? hostsAt(frame, clause, acting, discourse)
      : recipientsAt(frame, clause, acting, discourse);
  const parts = distinct([
    ...all.filter((part) => !isGuardOfHost(frame, part)),
    ...hosts,
    ...ownersOf(frame, clause, discourse),
    ...exerciseParts(frame, clause, discourse),
  ]);
  return whoCount(
    frame,
    clause,
    parts.filter((part) => !isStateOfOther(part, parts)),
    discourse,
  );
}

/** "Peru's ambassador X was summoned": whose he is does no more than he does. */
const isStateOfOther = ({ referent: state, role }: Part, parts: readonly Part[]) =>
  state.kind === 'state' &&
  parts.some(
    (one) =>
      one.role === role &&
      one.referent.kind === 'person' &&
      one.referent.posts.some(
        ({ of, former }) => !former && (of === state || `state:${of.country}` === state.key),
      ),
  );

/** Who acts; null where that is nobody who could. */
function actingIn(frame: Frame, clause: Clause, discourse: Discourse): Part[] | null {
  const agents = agentsOf(frame, clause, discourse);
  const acting = frame.kind === 'visit' ? guestsOf(agents, clause, discourse) : agents;
  if (frame.agentKind !== null && acting.length === 0 && !isWithoutAttacker(frame, clause))
    return null;
  const known = acting.some((part) => isParty(part.referent) || isArmedGroup(frame, part));
  if (isOfGear(frame, clause) && !known) return null;
  // "A group led by X arrived": no troops that are moved.
  const persons = acting.length > 0 && acting.every(({ referent: { kind } }) => kind === 'person');
  return frame.kind === 'deployment' && frame.within === SUBJECT && persons ? null : acting;
}

/** "The firm deployed a new system": gear that is moved by nobody who is known is no force. */
const isOfGear = ({ kind, within }: Frame, { passive, agents }: Clause) =>
  kind === 'deployment' && within === null && !passive && agents.length > 0;

function undergoing(frame: Frame, clause: Clause, discourse: Discourse): Part[] {
  const { object } = frame;
  return object === null
    ? movedForces(frame, clause, discourse)
    : objectsOf(frame, clause, discourse).map((referent) => ({ referent, role: object }));
}

/** Those whom prepositions bring in: "exercises | between Serbia and China | took place". */
function broughtIn(frame: Frame, clause: Clause, discourse: Discourse): Part[] {
  const ofSubject = frame.within === SUBJECT ? phrasesOf(clause.tree, clause.agents) : null;
  return Object.entries(frame.obliques).flatMap(([preposition, role]) =>
    partakersAt(
      [...(clause.obliques.get(preposition) ?? []), ...(ofSubject?.get(preposition) ?? [])].filter(
        (i) => !isBeyondBorder(frame, clause, i),
      ),
      clause,
      discourse,
    )
      .filter(({ personal }) => frame.partnerKind === null || personal)
      .map(({ referent }): Part => ({ referent, role })),
  );
}

/** "Trained near the border | with Peru": where that was, and nobody who took part. */
function isBeyondBorder({ kind }: Frame, { tree }: Clause, at: number): boolean {
  const above = tree.tokens[tree.tokens[at]!.head]?.lemma ?? '';
  return /^(?:exercise|meeting)$/.test(kind) && /^(?:border|frontier)$/.test(above);
}

/** "Crossed the border": of a border guard that was named, no host. */
const isGuardOfHost = ({ kind }: Frame, { role, referent }: Part) =>
  kind === 'deployment' && role === 'host' && referent.kind === 'government-body';

/** Parties, and others where the kind of event lets them count; nobody where no party is among them and one must be. */
function whoCount(
  frame: Frame,
  clause: Clause,
  parts: readonly Part[],
  discourse: Discourse,
): Part[] {
  const visits = parts.filter((part) => isUnnamedGuest(frame, part, clause));
  const told = parts.filter(
    (part) =>
      isParty(part.referent) ||
      isSufferer(frame, part) ||
      visits.includes(part) ||
      isArmedGroup(frame, part),
  );
  const unnamed =
    visits.length > 0 ||
    /^(?:protest|arrest)$/.test(frame.kind) ||
    isBloodshed(frame, clause) ||
    told.some((part) => isArmedGroup(frame, part));
  if (unnamed || told.some(({ referent }) => isParty(referent))) return told;
  const unmade = clause.passive && clause.agents.length === 0 && !isWithoutAttacker(frame, clause);
  if (frame.kind === 'deployment') return movedTo(frame, clause, told, discourse);
  if (frame.kind === 'delivery') return shippedBy(frame, clause, discourse);
  if (frame.kind !== 'attack' || unmade) return [];
  const struck = placeStruck(clause, discourse);
  return struck.length === 0
    ? []
    : [...told, ...struck.map((referent): Part => ({ referent, role: 'target' }))];
}

function agentsOf(frame: Frame, clause: Clause, discourse: Discourse): Part[] {
  const { agentKind, agent } = frame;
  const told = partakersAt(actingHeads(frame, clause), clause, discourse);
  const crowd = told.length === 0 && frame.kind === 'protest';
  const own = crowd
    ? countedPeople(clause.agents, clause, discourse).map((referent) => ({
        referent,
        personal: true,
      }))
    : told;
  const meant = agent === 'participant' ? metBy(own, clause, discourse) : own;
  const dispersing = frame.kind === 'protest' && clause.agents.some((i) => isThey(clause, i));
  return (
    meant
      // "Police arrested six. | They had protested": none of these
      .filter(({ referent }) => !dispersing || !FORCES_OF_ORDER.test(referent.name))
      // "| Dialogue with the rebels began": what begins, taken for a name
      .filter(
        ({ referent }) => frame.kind !== 'meeting' || !inSet(referent.name.toLowerCase(), TALKS),
      )
      .filter(
        ({ referent: { kind }, personal }) =>
          agentKind === null ||
          (agentKind === 'person' ? personal && kind !== 'armed-force' : kind !== 'person'),
      )
      .map(({ referent }) => ({ referent, role: agent }))
  );
}

const isThey = ({ tree }: Clause, at: number) => /^they$/i.test(tree.tokens[at]!.word);

const FORCES_OF_ORDER = /\b(?:police|army|military|armed forces|soldiers|troops)$/i;

/** "The first trains with Russian troops arrived": with what the subject carries. */
function actingHeads({ within, kind }: Frame, { tree, agents }: Clause): readonly number[] {
  if (within !== SUBJECT) return agents;
  if (kind === 'exercise') return [];
  return [
    ...agents,
    ...agents.flatMap((head) => [...tree.childrenBy(head, 'nmod'), ...carriedBy(tree, head)]),
  ];
}

/** Those who meet: the states of "the delegations of Serbia and Kosovo". */
function metBy(
  own: readonly Partaker[],
  clause: Clause,
  discourse: Discourse,
): readonly Partaker[] {
  const both = bothMeant(own, clause, discourse);
  if (both.length > 0) return both;
  const called = calledAfter(clause, discourse);
  if (called.length > 1) return called.map((referent) => ({ referent, personal: true }));
  const [head, more] = clause.agents;
  const persons =
    own.length > 0 || head === undefined || more !== undefined
      ? []
      : personsMeant(head, clause, discourse);
  if (persons.length > 0) return persons.map((referent) => ({ referent, personal: true }));
  const all = own.filter(({ referent }) => isParty(referent));
  if (!all.every(({ referent }) => referent.key.startsWith('unnamed:'))) return all;
  const named = namedUnder(clause.agents, clause, discourse);
  return named.length > 1 ? named.map((referent) => ({ referent, personal: true })) : all;
}

/** "The ministers of Norway and Peru, | Dana Hill and Juan Vargas, met": the names of several in office. */
function calledAfter(
  { agents, tree, sentence, verb }: Clause,
  { namings }: Discourse,
): readonly Referent[] {
  const [head] = agents;
  const { tag, lemma } = tree.tokens[head ?? verb]!;
  if (head === undefined || !/^NNP?S?$/.test(tag) || !/s$/.test(tree.tokens[head]!.word)) return [];
  if (!isRole(lemma.replace(/s$/, ''))) return [];
  const named = namingsOfSentence(namings, sentence).filter(
    ({ from, to, referent }) => from > head && to <= verb && referent.kind === 'person',
  );
  const clauseWithin = tree.tokens.slice(head, named.at(-1)?.to ?? head).some(({ tag }) => {
    return /^(?:VB|W)/.test(tag);
  });
  return clauseWithin ? [] : [...new Set(named.map(({ referent }) => referent))];
}

/** Of a new office's holder also a name that the parser took for a part of the office. */
function objectsOf(frame: Frame, clause: Clause, discourse: Discourse): Referent[] {
  const isGoods = frame.kind === 'delivery' || frame.kind === 'appointment';
  const all = isGoods
    ? referentsOf(clause.objects, clause, discourse).map((referent) => ({
        referent,
        personal: referent.kind === 'person',
      }))
    : partakersAt(clause.objects, clause, discourse);
  const found = all
    .filter(({ personal }) => frame.objectKind === null || personal)
    .map(({ referent }) =>
      frame.kind === 'arrest' ? heldFor(referent, clause, discourse) : referent,
    );
  if ((isOfPeople(frame) || isOnPeople(frame, clause)) && found.length === 0)
    return countedPeople(clause.objects, clause, discourse);
  if (frame.kind !== 'appointment' || found.some(isParty)) return found;
  // Nobody whom only a clause about the appointed names: "a chief who had met X".
  if (clause.objects.length === 0) return appointedAfter(clause, discourse);
  const plain = clause.objects.filter((at) => clause.tree.childrenBy(at, 'acl').length === 0);
  const named = namedUnder(plain, clause, discourse).filter(({ kind }) => kind === 'person');
  return named.length > 0
    ? named
    : countedPeople(
        plain.filter((i) => areOfficers(clause, i)),
        clause,
        discourse,
      );
}

/** "Appointed | seven new ministers": several in office whom the text does not name. */
const areOfficers = ({ tree }: Clause, at: number) =>
  tree.tokens[at]!.tag === 'NNS' &&
  /^(?:minister|ambassador|governor|judge|general|commissioner)$/.test(tree.tokens[at]!.lemma);

/** "A Lithuanian officer was detained": somebody whom the text does not name, and no state. */
function heldFor(referent: Referent, { objects, tree }: Clause, { cast }: Discourse): Referent {
  const [head, more] = objects;
  const state = /^state:(.+)$/.exec(referent.key)?.[1];
  if (state === undefined || head === undefined || more !== undefined) return referent;
  if (!tree.tokens[head]!.tag.startsWith('NN') || !isRole(tree.tokens[head]!.lemma))
    return referent;
  const own = tree.childrenBy(head, 'amod', 'compound').filter((i) => i < head);
  const words = [...own, head].map((i) => tree.tokens[i]!.word);
  const kind = tree.tokens[head]!.tag === 'NNS' ? 'group' : 'person';
  return cast.unnamed(words.join(' '), kind, state);
}

/** "Appointed | General X Commander of the Fleet", of which the parser made a phrase of the office alone. */
const appointedAfter = ({ sentence, verb, tree }: Clause, { namings }: Discourse) =>
  namingsOfSentence(namings, sentence)
    .filter(({ from, referent }) => from > verb && from - verb <= 3 && referent.kind === 'person')
    .filter(({ from }) =>
      tree.tokens.slice(verb + 1, from).every(({ tag }) => /^(?:NN|JJ|DT)/.test(tag)),
    )
    .map(({ referent }) => referent)
    .slice(0, 1);

/** Held, freed, tried or put out of the country: done to people, whether or not they have a name. */
const isOfPeople = ({ kind, object, needs }: Frame) =>
  kind === 'arrest' || (kind === 'other' && object === 'target' && needs === 'object');

/** "Troops killed 50 bandits": attacks by which people come to harm, told by who made them. */
const isOnPeople = ({ kind, needs }: Frame, { lemma, agents, tree }: Clause) =>
  kind === 'attack' &&
  needs === 'object' &&
  HARMS.test(lemma) &&
  agents.some((i) => isSomebody(tree.tokens[i]!.lemma, tree.tokens[i]!.tag === 'NNS'));

const HARMS = /^(?:leave|kill|wound|injure|murder|execute|abduct|kidnap|behead|massacre)$/;

/** Groups without a name take part where they are who it was done to, or who protested. */
function isSufferer(frame: Frame, { role, referent }: Part): boolean {
  const { kind } = frame;
  // "Imposed sanctions on both countries", of which the text does not tell which
  if (referent.key.startsWith('unnamed:') && NOBODY.test(referent.name)) return false;
  if (kind === 'protest') return role !== 'host';
  if (isOfPeople(frame) && role === 'target') return true;
  if (kind === 'appointment' && referent.kind !== 'group') return false;
  return /^(?:arrest|sanction|attack|appointment)$/.test(kind) && role === 'target';
}

const NOBODY = /^(?:countries|nations|states|sides|parties|neighbours|neighbors|\d+)$/;

/** Troops that are sent take part in their deployment, and in a passive are all that is named of who acts. */
function movedForces(frame: Frame, clause: Clause, discourse: Discourse): Part[] {
  if (frame.kind !== 'deployment') return [];
  const forces = referentsOf(clause.objects, clause, discourse).filter(
    ({ kind }) => kind === 'armed-force',
  );
  if (clause.agents.length > 0)
    return forces.map((referent) => ({ referent, role: 'participant' }));
  // "Norwegian peacekeepers were deployed": whose they are.
  const owners = partakersAt(clause.objects, clause, discourse).map(({ referent }) => referent);
  return (forces.length > 0 ? forces : owners).map((referent) => ({ referent, role: 'actor' }));
}

/** "The ministers of Norway and Peru spoke when | they met": the two states that the sentence names before. */
function bothMeant(
  own: readonly Partaker[],
  { agents, tree, sentence, lemma, obliques }: Clause,
  discourse: Discourse,
): readonly Partaker[] {
  const [they, more] = agents;
  if (they === undefined || more !== undefined || lemma !== 'meet' || obliques.has('with'))
    return [];
  if (!/^they$/i.test(tree.tokens[they]!.word) || own.length > 1) return [];
  const here = namingsOfSentence(discourse.namings, sentence).filter(({ to }) => to <= they);
  const pair = here.length > 1 ? pairBefore(sentence, they, discourse) : [];
  return pair.map((referent) => ({ referent, personal: true }));
}

function distinct(parts: readonly Part[]): Part[] {
  return parts.filter(
    ({ referent }, i) => parts.findIndex((other) => other.referent === referent) === i,
  );
}
