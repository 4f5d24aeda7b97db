import type { Event, Role } from '../../../graph-data/schema/index.ts';
import { contains } from '../text/place.ts';
import { isMishap } from './bloodshed.ts';
import { isByForce } from './by-force.ts';
import { clauseSpan, nominalClause, type Clause } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { encounters } from './encounters.ts';
import { partsOf } from './event-parts.ts';
import { eventRecord, type Part } from './event-record.ts';
import { fittingFrames } from './fitting-frames.ts';
import { ATTACKS } from './frame-nouns.ts';
import type { Frame } from './frames.ts';
import { isNoEvent } from './no-events.ts';
import { nominalEvents } from './nominal-events.ts';
import { isWithoutAttacker } from './places-told.ts';
import { polls } from './polls.ts';
import { presences } from './presences.ts';
import { isToldInPassing } from './told-in-passing.ts';
import { unwelcome } from './unwelcome.ts';
import { isTime } from './subjects.ts';
import { isNoJourney, isSomewhere } from './visits.ts';

/** Events that clauses tell of, in text order. */
export function eventRecords(context: ClaimContext): Event[] {
  const events = new Map<string, Event>();
  for (const clause of context.clauses) {
    const event = clauseEvent(clause, context);
    if (!event || events.has(event.id)) continue;
    const before = [...events.values()];
    const again = isToldAgain(event, before) || isRepeated(event, before);
    if (again || (event.kind === 'meeting' && goesOn(clause, before))) continue;
    if (event.kind === 'sanction' && pointsBack(clause, before)) continue;
    const lesser = before.find((other) => other.kind !== 'meeting' && isWithin(other, event));
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
  if (isToldInPassing(clause) || hasSpeakersSubject(clause, context)) return null;
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
  if (parts.length === 0 || !meets(frame, clause, parts) || isMishap(frame, clause, parts))
    return null;
  if (isNoEvent(frame, clause, parts)) return null;
  if (frame.kind === 'attack' && !isByForce(attackOf(frame, clause), clause, parts)) return null;
  if (frame.kind === 'visit' && (!isSomewhere(clause, parts) || isNoJourney(clause))) return null;
  return eventRecord(frame.kind, parts, clauseSpan(clause), clause, context);
}

/** The noun that tells of an attack: "launched a | strike", "came under | fire"; null where the verb does. */
function attackOf({ nouns, within }: Frame, { objects, obliques, tree }: Clause): number | null {
  if (nouns !== ATTACKS) return null;
  const heads =
    within === null ? objects : within.split(' ').flatMap((word) => obliques.get(word) ?? []);
  return heads.find((i) => ATTACKS.has(tree.tokens[i]!.lemma)) ?? null;
}

function meets(frame: Frame, clause: Clause, parts: readonly Part[]): boolean {
  const { kind, needs, object, agentKind, agent, objectKind } = frame;
  const plays = (wanted: Role | null) => parts.some(({ role }) => role === wanted);
  if (agentKind !== null && !plays(agent) && !isWithoutAttacker(frame, clause)) return false;
  if (needs === null) return true;
  // "NATO ministers met": several though they are told by one body. Not "NATO welcomed the decision".
  const union =
    objectKind === null &&
    parts.some(({ referent: { kind } }) => kind === 'international-organisation');
  if (needs === 'two') return parts.length >= 2 || (union && kind === 'meeting');
  return plays(needs === 'object' ? object : needs);
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

/** "- Six missiles hit the port, | "Six missiles hit the port, said X": what a summary and the text tell in the same words. */
const isRepeated = (event: Event, told: readonly Event[]) =>
  event.name.length > LEAST_REPEATED &&
  told.some(
    (one) =>
      one.kind === event.kind &&
      one.name.length > LEAST_REPEATED &&
      !overlap(event, one) &&
      (one.name.startsWith(event.name) || event.name.startsWith(one.name)),
  );

/** In characters, of words that are not the same by chance. */
const LEAST_REPEATED = 40;

/** "Announced | the sanctions on Monday": those told of before. */
function pointsBack({ tree, objects, obliques }: Clause, told: readonly Event[]): boolean {
  const these = objects.some(
    (i) =>
      tree.tokens[i]!.lemma === 'sanction' &&
      tree.childrenBy(i, 'det').some((d) => /^(?:the|these)$/i.test(tree.tokens[d]!.word)),
  );
  const whom = ['on', 'against'].some((word) =>
    (obliques.get(word) ?? []).some((i) => !isTime(tree, i)),
  );
  return these && !whom && told.some(({ kind }) => kind === 'sanction');
}

/** "The ministers exchanged views on": what was said at a meeting that the text has told of. */
function goesOn({ tree, agents, lemma, obliques }: Clause, told: readonly Event[]): boolean {
  const [head, more] = agents;
  if (head === undefined || more !== undefined || obliques.has('with')) return false;
  if (!/^(?:discuss|exchange|talk|speak|shake)$/.test(lemma)) return false;
  const { word, tag } = tree.tokens[head]!;
  const [first] = tree.reach(head);
  const named = tree.tokens.slice(first + 1, head).some((one) => /^\p{Lu}/u.test(one.word));
  const known =
    /^they$/i.test(word) ||
    (/^(?:NNS|CD)$/.test(tag) && !named && /^(?:the|both)$/i.test(tree.tokens[first]!.word));
  return known && told.some(({ kind }) => kind === 'meeting');
}

/** "A missile hit a house, | killing three people": an attack whose words another's hold whole. */
function isWithin(lesser: Event, event: Event): boolean {
  const [a, b] = [lesser, event].map(({ evidence }) => evidence[0]!.selectors[0]!);
  const oneAct =
    event.kind === 'attack' ||
    (/^(?:meeting|exercise)$/.test(event.kind) && sharesOne(lesser, event));
  return lesser.kind === event.kind && oneAct && contains(b!, a!);
}

const sharesOne = (one: Event, other: Event) =>
  one.participants.some(({ actor }) => other.participants.some((their) => their.actor === actor));

/** An event with those who take part in what it holds whole. */
function withParts(event: Event, { participants }: Event): Event {
  const more = participants.filter(
    ({ actor }) => !event.participants.some((one) => one.actor === actor),
  );
  return { ...event, participants: [...event.participants, ...more] };
}

const isSameMeeting = (one: Event, other: Event) => other.kind === 'meeting' && overlap(one, other);

function overlap(one: Event, other: Event): boolean {
  const [a, b] = [one, other].map(({ evidence }) => evidence[0]!.selectors[0]!);
  return a!.start < b!.end && b!.start < a!.end;
}
