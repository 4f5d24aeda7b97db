import { namingsOfSentence } from '../actors/naming-index.ts';
import type { Event, Role } from '../../../graph-data/schema/index.ts';
import { pairBefore } from '../actors/pairs.ts';
import type { Referent } from '../actors/referent.ts';
import { isRole } from '../actors/roles.ts';
import {
  clauseSpan,
  namedUnder,
  nominalClause,
  phrasesOf,
  referentsOf,
  type Clause,
} from './clause.ts';
import type { ClaimContext } from './context.ts';
import { isByForce } from './by-force.ts';
import { countedPeople } from './counted.ts';
import { encounters } from './encounters.ts';
import { eventRecord, isParty, type Part } from './event-record.ts';
import { contains } from '../text/place.ts';
import { isArmedGroup, isBloodshed, isMishap } from './bloodshed.ts';
import { fittingFrames } from './fitting-frames.ts';
import { ATTACKS } from './frame-nouns.ts';
import { SUBJECT, type Frame } from './frames.ts';
import { nominalEvents } from './nominal-events.ts';
import { ownersOf } from './owners.ts';
import { partakersAt, type Partaker } from './partakers.ts';
import { polls } from './polls.ts';
import { presences } from './presences.ts';
import { unwelcome } from './unwelcome.ts';
import { asHost, guestsOf, hostsAt, isSomewhere, isUnnamedGuest, recipientsAt } from './visits.ts';

/** Events that clauses tell of, in text order. */
export function eventRecords(context: ClaimContext): Event[] {
  const events = new Map<string, Event>();
  for (const clause of context.clauses) {
    const event = clauseEvent(clause, context);
    if (!event || events.has(event.id) || isToldAgain(event, [...events.values()])) continue;
    const lesser = [...events.values()].find((other) => isWithin(other, event));
    if (lesser) events.delete(lesser.id);
    events.set(event.id, lesser ? withParts(event, lesser) : event);
  }
  for (const one of polls(context)) events.set(one.id, one);
  for (const one of met(context))
    if (![...events.values()].some((other) => isSameMeeting(one, other))) events.set(one.id, one);
  for (const one of [...nominalEvents(context), ...presences(context)]) {
    const told = [...events.values()];
    const wider = told.find((other) => isWithin(one, other));
    if (wider) events.set(wider.id, withParts(wider, one));
    else if (!told.some((other) => tellsOf(other, one))) events.set(one.id, one);
  }
  return [...events.values()];
}

function clauseEvent(clause: Clause, context: ClaimContext): Event | null {
  if (hasSpeakersSubject(clause, context)) return null;
  const unwanted = unwelcome(clause, context);
  if (unwanted) return unwanted;
  for (const frame of fittingFrames(clause, context)) {
    const event = eventOf(frame, clause, context);
    if (event) return event;
  }
  return null;
}

/** "People said they heard shots after the group | arrived": who said it did not do what they tell of. */
function hasSpeakersSubject({ agents, tree, verb }: Clause, { told }: ClaimContext): boolean {
  // Of "said it had come and left" the tree hangs "left" on "said", and gives it its subject.
  if (tree.relation(verb) !== 'conj' || !/^VB[DPZ]$/.test(tree.tokens[verb]!.tag)) return false;
  const inside = told.find(({ content }) =>
    content.some((span) => contains(span, tree.tokens[verb]!)),
  );
  const source = inside?.source;
  return (
    source != null &&
    agents.length > 0 &&
    agents.every((agent) => contains(source, tree.tokens[agent]!))
  );
}

function eventOf(frame: Frame, clause: Clause, context: ClaimContext): Event | null {
  const parts = partsOf(frame, clause, context);
  if (parts.length === 0 || !meets(frame, parts) || isMishap(frame, clause, parts)) return null;
  if (isInWords(frame, clause, parts) || isCustom(frame, clause)) return null;
  if (frame.kind === 'attack' && !isByForce(attackOf(frame, clause), clause, parts)) return null;
  if (frame.kind === 'visit' && !isSomewhere(clause, parts)) return null;
  return eventRecord(frame.kind, parts, clauseSpan(clause), clause, context);
}

/** The noun that tells of an attack: "launched a | strike"; null where the verb does. */
const attackOf = ({ nouns }: Frame, { objects, tree }: Clause) =>
  nouns === ATTACKS ? (objects.find((i) => ATTACKS.has(tree.tokens[i]!.lemma)) ?? null) : null;

/** Who takes part in what a frame tells of, with their roles. */
export function partsOf(frame: Frame, clause: Clause, { discourse }: ClaimContext): Part[] {
  const objects =
    frame.object === null
      ? movedForces(frame, clause, discourse)
      : objectsOf(frame, clause, discourse).map((referent): Part => {
          return { referent, role: frame.object! };
        });
  // "Exercises | between Serbia and China | took place"
  const ofSubject = frame.within === SUBJECT ? phrasesOf(clause.tree, clause.agents) : null;
  const others = Object.entries(frame.obliques).flatMap(([preposition, role]) =>
    partakersAt(
      [...(clause.obliques.get(preposition) ?? []), ...(ofSubject?.get(preposition) ?? [])],
      clause,
      discourse,
    )
      .filter(({ personal }) => frame.partnerKind === null || personal)
      .map(({ referent }): Part => ({ referent, role })),
  );
  const visit = frame.kind === 'visit';
  const acting = visit
    ? guestsOf(agentsOf(frame, clause, discourse), clause, discourse)
    : agentsOf(frame, clause, discourse);
  if (frame.agentKind !== null && acting.length === 0) return [];
  // "A group led by X arrived": no troops that are moved.
  const persons = acting.every(({ referent: { kind } }) => kind === 'person');
  if (frame.kind === 'deployment' && frame.within === SUBJECT && acting.length > 0 && persons)
    return [];
  const hosts = visit
    ? hostsAt(frame, clause, acting, discourse)
    : recipientsAt(frame, clause, acting, discourse);
  const all = [...acting, ...objects, ...others]
    .map((part) => asHost(part, discourse))
    .filter(({ referent, role }) => {
      // "Crossed the border": of a border guard that was named, no host
      return !(
        frame.kind === 'deployment' &&
        role === 'host' &&
        referent.kind === 'government-body'
      );
    });
  const parts = distinct([...all, ...hosts, ...ownersOf(frame, clause, discourse)]);
  const visits = parts.filter((part) => isUnnamedGuest(frame, part, clause));
  const told = parts.filter(
    (part) =>
      isParty(part.referent) ||
      isSufferer(frame, part.role) ||
      visits.includes(part) ||
      isArmedGroup(frame, part),
  );
  const unnamed =
    visits.length > 0 ||
    /^(?:protest|arrest)$/.test(frame.kind) ||
    isBloodshed(frame, clause) ||
    told.some((part) => isArmedGroup(frame, part));
  return unnamed || told.some(({ referent }) => isParty(referent)) ? told : [];
}

function agentsOf(frame: Frame, clause: Clause, discourse: ClaimContext['discourse']): Part[] {
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
  return meant
    .filter(
      ({ referent: { kind }, personal }) =>
        agentKind === null ||
        (agentKind === 'person' ? personal && kind !== 'armed-force' : kind !== 'person'),
    )
    .map(({ referent }) => ({ referent, role: agent }));
}

/** "The first trains with Russian troops arrived": with what the subject carries. */
function actingHeads({ within, kind }: Frame, { tree, agents }: Clause): readonly number[] {
  if (within !== SUBJECT) return agents;
  if (kind === 'exercise') return [];
  return [...agents, ...agents.flatMap((head) => tree.childrenBy(head, 'nmod'))];
}

/** Those who meet: the states of "the delegations of Serbia and Kosovo". */
function metBy(
  own: readonly Partaker[],
  clause: Clause,
  discourse: ClaimContext['discourse'],
): readonly Partaker[] {
  const both = bothMeant(own, clause, discourse);
  if (both.length > 0) return both;
  const all = own.filter(({ referent }) => isParty(referent));
  if (!all.every(({ referent }) => referent.key.startsWith('unnamed:'))) return all;
  const named = namedUnder(clause.agents, clause, discourse);
  return named.length > 1 ? named.map((referent) => ({ referent, personal: true })) : all;
}

/** Of a new office's holder also a name that the parser took for a part of the office. */
function objectsOf(frame: Frame, clause: Clause, discourse: ClaimContext['discourse']): Referent[] {
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
  if (frame.kind === 'arrest' && found.length === 0)
    return countedPeople(clause.objects, clause, discourse);
  if (frame.kind !== 'appointment' || found.some(isParty)) return found;
  // Nobody whom only a clause about the appointed names: "a chief who had met X".
  if (clause.objects.length === 0) return appointedAfter(clause, discourse);
  const plain = clause.objects.filter((at) => clause.tree.childrenBy(at, 'acl').length === 0);
  return namedUnder(plain, clause, discourse).filter(({ kind }) => kind === 'person');
}

/** "A Lithuanian officer was detained": somebody whom the text does not name, and no state. */
function heldFor(
  referent: Referent,
  { objects, tree }: Clause,
  { cast }: ClaimContext['discourse'],
): Referent {
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
const appointedAfter = ({ sentence, verb, tree }: Clause, { namings }: ClaimContext['discourse']) =>
  namingsOfSentence(namings, sentence)
    .filter(({ from, referent }) => from > verb && from - verb <= 3 && referent.kind === 'person')
    .filter(({ from }) =>
      tree.tokens.slice(verb + 1, from).every(({ tag }) => /^(?:NN|JJ|DT)/.test(tag)),
    )
    .map(({ referent }) => referent)
    .slice(0, 1);

/** Groups without a name take part where they are who it was done to, or who protested. */
function isSufferer({ kind }: Frame, role: Role): boolean {
  if (kind === 'protest') return role !== 'host';
  return /^(?:arrest|sanction|attack)$/.test(kind) && role === 'target';
}

/** Troops that are sent take part in their deployment, and in a passive are all that is named of who acts. */
function movedForces(frame: Frame, clause: Clause, discourse: ClaimContext['discourse']): Part[] {
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
  discourse: ClaimContext['discourse'],
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

function meets({ kind, needs, object, agentKind, agent }: Frame, parts: readonly Part[]): boolean {
  const plays = (wanted: Role | null) => parts.some(({ role }) => role === wanted);
  if (agentKind !== null && !plays(agent)) return false;
  if (needs === null) return true;
  // "NATO ministers met": several though they are told by one body.
  const union = parts.some(({ referent: { kind } }) => kind === 'international-organisation');
  if (needs === 'two') return parts.length >= 2 || (union && kind === 'meeting');
  return plays(needs === 'object' ? object : needs);
}

/** "Norway sends its oil abroad": what is delivered as a rule, and not once. */
const isCustom = ({ kind }: Frame, { tree, verb }: Clause) =>
  kind === 'delivery' && /^VB[ZP]$/.test(tree.tokens[verb]!.tag);

/** "Manila protested to Beijing", "the senator protested the order", "held a rally": words alone. */
function isInWords(
  { kind }: Frame,
  { lemma, objects, obliques, tree }: Clause,
  parts: readonly Part[],
): boolean {
  if (kind !== 'protest') return false;
  if (lemma === 'protest' && obliques.has('to')) return true;
  const actors = parts.filter(({ role }) => role === 'actor');
  const persons = actors.length > 0 && actors.every(({ referent }) => referent.kind === 'person');
  const object = lemma === 'protest' || objects.some((i) => tree.tokens[i]!.lemma === 'rally');
  return persons && objects.length > 0 && object;
}

/** "X, who met his counterpart Y in Warsaw", where the parser saw no clause with both. */
function met(context: ClaimContext): Event[] {
  const { headline, discourse } = context;
  return encounters(discourse)
    .filter(({ span }) => headline === null || span.start >= headline.end)
    .map(({ sentence, verb, people, span }) => {
      const clause = nominalClause(discourse.trees[sentence]!, sentence, verb);
      const parts = people.map((referent): Part => ({ referent, role: 'participant' }));
      return eventRecord('meeting', parts, span, clause, context);
    });
}

/** Whether an event is told already: one of its kind, on no other day, with all who take part. */
function tellsOf(told: Event, { kind, date, participants }: Event): boolean {
  const actors = new Set(told.participants.map(({ actor }) => actor));
  const sameDay = told.date === null || date === null || told.date === date;
  return told.kind === kind && sameDay && participants.every(({ actor }) => actors.has(actor));
}

/** "The two leaders also discussed trade": the same meeting, told again. */
function isToldAgain(one: Event, told: readonly Event[]): boolean {
  return one.kind === 'meeting' && told.some((other) => tellsOf(other, one));
}

/** "A missile hit a house, | killing three people": an attack whose words another's hold whole. */
function isWithin(lesser: Event, event: Event): boolean {
  const [a, b] = [lesser, event].map(({ evidence }) => evidence[0]!.selectors[0]!);
  return lesser.kind === event.kind && event.kind === 'attack' && contains(b!, a!);
}

/** An event with those who take part in what it holds whole. */
function withParts(event: Event, { participants }: Event): Event {
  const more = participants.filter(
    ({ actor }) => !event.participants.some((one) => one.actor === actor),
  );
  return { ...event, participants: [...event.participants, ...more] };
}

function isSameMeeting(one: Event, other: Event): boolean {
  if (other.kind !== 'meeting') return false;
  const [a, b] = [one, other].map(({ evidence }) => evidence[0]!.selectors[0]!);
  return a!.start < b!.end && b!.start < a!.end;
}
