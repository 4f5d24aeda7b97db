import type { Event, Role } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import {
  clauseSpan,
  inSet,
  namedUnder,
  nominalClause,
  referentsOf,
  type Clause,
} from './clause.ts';
import type { ClaimContext } from './context.ts';
import { encounters } from './encounters.ts';
import { eventRecord, isParty, type Part } from './event-record.ts';
import { ATTACKS, FORCES, FRAMES, MISSILES, PLACE, SUBJECT, type Frame } from './frames.ts';
import { nominalEvents } from './nominal-events.ts';
import { partiesUnder, stateBefore } from './parties.ts';
import { polls } from './polls.ts';

/** Events that clauses tell of, in text order. */
export function eventRecords(context: ClaimContext): Event[] {
  const events = new Map<string, Event>();
  for (const clause of context.clauses) {
    const event = clauseEvent(clause, context);
    if (event && !events.has(event.id)) events.set(event.id, event);
  }
  for (const one of polls(context)) events.set(one.id, one);
  for (const one of met(context))
    if (![...events.values()].some((other) => isSameMeeting(one, other))) events.set(one.id, one);
  for (const one of nominalEvents(context))
    if (![...events.values()].some((other) => tellsOf(other, one))) events.set(one.id, one);
  return [...events.values()];
}

function clauseEvent(clause: Clause, context: ClaimContext): Event | null {
  for (const frame of framesOf(clause.lemma)) {
    const event = fits(frame, clause) ? eventOf(frame, clause, context) : null;
    if (event) return event;
  }
  return null;
}

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

function fits({ nouns, within }: Frame, clause: Clause): boolean {
  return (
    nouns === null ||
    placesOf(within, clause).some((head) =>
      headNouns(clause.tree, head).some((noun) => nouns.has(noun)),
    )
  );
}

/** Where a frame's noun may stand. */
function placesOf(within: string | null, { agents, objects, obliques }: Clause): readonly number[] {
  if (within === null) return objects;
  return within === SUBJECT ? agents : (obliques.get(within) ?? []);
}

/** The noun, and what it counts ("tons of ammunition", "thousands of soldiers"). */
function headNouns(tree: Clause['tree'], object: number): string[] {
  const counted = tree.childrenBy(object, 'nmod', 'dep').map((i) => tree.tokens[i]!.lemma);
  const { lemma, entity } = tree.tokens[object]!;
  return [lemma, ...counted, ...(entity === 'LOCATION' ? [PLACE] : [])];
}

function eventOf(frame: Frame, clause: Clause, context: ClaimContext): Event | null {
  const parts = partsOf(frame, clause, context);
  if (parts.length === 0 || !meets(frame, parts)) return null;
  return eventRecord(frame.kind, parts, clauseSpan(clause), clause, context);
}

function partsOf(frame: Frame, clause: Clause, { discourse }: ClaimContext): Part[] {
  const play = (heads: readonly number[], role: Role): Part[] =>
    referentsOf(heads, clause, discourse).map((referent) => ({ referent, role }));
  const objects =
    frame.object === null
      ? movedForces(frame, clause, discourse)
      : objectsOf(frame, clause, discourse).map((referent): Part => {
          return { referent, role: frame.object! };
        });
  const others = Object.entries(frame.obliques).flatMap(([preposition, role]) =>
    play(clause.obliques.get(preposition) ?? [], role),
  );
  const parts = distinct([...agentsOf(frame, clause, discourse), ...objects, ...others]);
  const named = parts.filter(({ referent }) => isParty(referent));
  const told = parts.filter(({ referent, role }) => isParty(referent) || isSufferer(frame, role));
  return named.length > 0 || frame.kind === 'protest' ? told : [];
}

function agentsOf(frame: Frame, clause: Clause, discourse: ClaimContext['discourse']): Part[] {
  const own = actingHeads(frame, clause).flatMap((head) => {
    const found = referentsOf([head], clause, discourse);
    return found.some(isParty) || !isWeapon(clause.tree, head)
      ? found
      : stateBefore({ ...clause, verb: head }, discourse);
  });
  const meant = frame.agent === 'participant' ? metBy(own, clause, discourse) : own;
  return meant
    .filter(
      ({ kind }) =>
        frame.agentKind === null || (kind === 'person') === (frame.agentKind === 'person'),
    )
    .map((referent) => ({ referent, role: frame.agent }));
}

/** "The first trains with Russian troops arrived": with what the subject carries. */
function actingHeads({ within }: Frame, { tree, agents }: Clause): readonly number[] {
  if (within !== SUBJECT) return agents;
  return [...agents, ...agents.flatMap((head) => tree.childrenBy(head, 'nmod'))];
}

/** Those who meet: also "the two leaders", and the states of "the delegations of Serbia and Kosovo". */
function metBy(
  own: readonly Referent[],
  clause: Clause,
  discourse: ClaimContext['discourse'],
): Referent[] {
  const { pairs } = partiesUnder(clause.agents, clause, { discourse });
  const all = [...own, ...pairs].filter(isParty);
  const isPhrase = all.every(({ key }) => key.startsWith('unnamed:'));
  const named = namedUnder(clause.agents, clause, discourse);
  return isPhrase && named.length > 1 ? named : all;
}

/** "Israeli jets", "a Turkish drone strike", "Russian missiles": their state acts. */
function isWeapon({ tokens }: Clause['tree'], head: number): boolean {
  const { lemma } = tokens[head]!;
  return FORCES.has(lemma) || ATTACKS.has(lemma) || MISSILES.has(lemma);
}

/** Of a new office's holder also a name that the parser took for a part of the office. */
function objectsOf(frame: Frame, clause: Clause, discourse: ClaimContext['discourse']): Referent[] {
  const fits = ({ kind }: Referent) => frame.objectKind === null || kind === frame.objectKind;
  const found = referentsOf(clause.objects, clause, discourse).filter(fits);
  if (frame.kind !== 'appointment' || found.some(isParty)) return found;
  return namedUnder(clause.objects, clause, discourse).filter(({ kind }) => kind === 'person');
}

/** Groups without a name take part where they are who it was done to, or who protested. */
function isSufferer({ kind }: Frame, role: Role): boolean {
  return kind === 'protest' || (/^(?:arrest|sanction|attack)$/.test(kind) && role === 'target');
}

/** Troops that are sent take part in their deployment, and in a passive are all that is named of who acts. */
function movedForces(frame: Frame, clause: Clause, discourse: ClaimContext['discourse']): Part[] {
  if (frame.kind !== 'deployment') return [];
  const forces = referentsOf(clause.objects, clause, discourse).filter(
    ({ kind }) => kind === 'armed-force',
  );
  const role: Role = clause.agents.length === 0 ? 'actor' : 'participant';
  return forces.map((referent) => ({ referent, role }));
}

function distinct(parts: readonly Part[]): Part[] {
  return parts.filter(
    ({ referent }, i) => parts.findIndex((other) => other.referent === referent) === i,
  );
}

function meets({ needs, object, agentKind, agent }: Frame, parts: readonly Part[]): boolean {
  if (agentKind !== null && !parts.some(({ role }) => role === agent)) return false;
  if (needs === 'two') return parts.length >= 2;
  return needs !== 'object' || parts.some(({ role }) => role === object);
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

function isSameMeeting(one: Event, other: Event): boolean {
  if (other.kind !== 'meeting') return false;
  const [a, b] = [one, other].map(({ evidence }) => evidence[0]!.selectors[0]!);
  return a!.start < b!.end && b!.start < a!.end;
}
