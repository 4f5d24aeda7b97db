import type { Event, Role } from '../../../graph-data/schema/index.ts';
import { selectorAt } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import { spanId } from '../ids.ts';
import type { Span } from '../nlp/index.ts';
import { contains } from '../text/place.ts';
import { dateNear, placeOf } from './circumstances.ts';
import {
  clauseSpan,
  hangsOnUnreal,
  inSet,
  nominalClause,
  referentsOf,
  type Clause,
} from './clause.ts';
import { encounters } from './encounters.ts';
import { journeyed } from './journeys.ts';
import { figuresIn } from './figures.ts';
import { FRAMES, type Frame } from './frames.ts';
import type { ClaimContext } from './context.ts';
import { partiesUnder } from './parties.ts';

/** Confidence of an event that the document states: measured as in `confidence.ts`, 42 of 44. */
const STATED = 0.9;
/** The same inside of what somebody is reported to have said: 5 of 7. */
const REPORTED = 0.6;
const LONGEST_NAME = 90;

type Part = { readonly referent: Referent; readonly role: Role };

/** Events that clauses tell of, in text order. */
export function eventRecords(context: ClaimContext): Event[] {
  const events = new Map<string, Event>();
  for (const clause of context.clauses) {
    const frame = FRAMES.find((one) => fits(one, clause));
    const event = frame && eventOf(frame, clause, context);
    if (event && !events.has(event.id)) events.set(event.id, event);
  }
  for (const one of [...polls(context), ...meetings(context), ...journeys(context)])
    if (!events.has(one.id)) events.set(one.id, one);
  for (const one of met(context)) {
    const told = [...events.values()].some((other) => isSameMeeting(one, other));
    if (!told) events.set(one.id, one);
  }
  return [...events.values()];
}

function fits(
  { verbs, nouns, within }: Frame,
  { lemma, objects, obliques, tree }: Clause,
): boolean {
  if (!inSet(lemma, verbs)) return false;
  const places = within === null ? objects : (obliques.get(within) ?? []);
  return (
    nouns === null ||
    places.some((object) => headNouns(tree, object).some((noun) => nouns.has(noun)))
  );
}

/** The noun, and what it counts ("tons of ammunition", "thousands of soldiers"). */
function headNouns(tree: Clause['tree'], object: number): string[] {
  // "NASAMS | launchers": the parser may hang the noun on the name before it.
  const counted = tree.childrenBy(object, 'nmod', 'dep').map((i) => tree.tokens[i]!.lemma);
  return [tree.tokens[object]!.lemma, ...counted];
}

function eventOf(frame: Frame, clause: Clause, context: ClaimContext): Event | null {
  const parts = partsOf(frame, clause, context);
  if (parts.length === 0 || !meets(frame, parts)) return null;
  return record(frame.kind, parts, clauseSpan(clause), clause, context);
}

function partsOf(frame: Frame, clause: Clause, { discourse }: ClaimContext): Part[] {
  const play = (heads: readonly number[], role: Role): Part[] =>
    referentsOf(heads, clause, discourse).map((referent) => ({ referent, role }));
  const agents = play(clause.agents, frame.agent).filter(
    ({ referent }) => frame.agentKind === null || referent.kind === frame.agentKind,
  );
  const objects =
    frame.object === null
      ? movedForces(frame, clause, discourse)
      : play(clause.objects, frame.object).filter(
          ({ referent }) => frame.objectKind === null || referent.kind === frame.objectKind,
        );
  const others = Object.entries(frame.obliques).flatMap(([preposition, role]) =>
    play(clause.obliques.get(preposition) ?? [], role),
  );
  const pairs: Part[] =
    frame.agent === 'participant'
      ? partiesUnder(clause.agents, clause, { discourse }).pairs.map((referent) => {
          return { referent, role: 'participant' };
        })
      : [];
  const parts = distinct([...agents, ...pairs, ...objects, ...others]);
  const named = parts.filter(
    ({ referent, role }) =>
      isParty(referent) || (role === frame.agent && isOfState(referent, frame)),
  );
  const told = parts.filter(
    ({ referent, role }) =>
      isParty(referent) || isSufferer(frame, role) || isOfState(referent, frame),
  );
  return named.length > 0 || frame.kind === 'protest' ? told : [];
}

/** "Russian authorities arrested": a group that its state tells apart. */
function isOfState({ kind, country, key }: Referent, frame: Frame): boolean {
  const acts = /^(?:arrest|sanction|attack)$/.test(frame.kind);
  return acts && kind === 'group' && country !== null && key.startsWith('unnamed:');
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

/** Things that a phrase describes are no participants, and neither are outlets. */
function isParty({ kind, key }: Referent): boolean {
  return kind !== 'media' && !key.startsWith('unnamed:');
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

function record(
  kind: Event['kind'],
  parts: readonly Part[],
  span: Span,
  clause: Clause,
  context: ClaimContext,
): Event {
  const { text, document, settler, dates, discourse, told } = context;
  const sentence = discourse.parsed.sentences[clause.sentence]!;
  const inside = dates.filter((date) => contains(sentence, date));
  const reported = told.some(({ content }) => content.some((one) => contains(one, span)));
  const participants = parts.map(({ referent, role }) => ({ actor: settler.id(referent), role }));
  return {
    id: spanId('evt', document.sha256, span, kind),
    kind,
    name: nameOf(text, span),
    participants: participants.filter(
      ({ actor }, i) => participants.findIndex((other) => other.actor === actor) === i,
    ),
    date: dateNear(inside, span),
    place: placeOf(clause),
    figures: figuresIn(text, sentence.tokens, span, inside),
    evidence: [{ document: document.id, selectors: [selectorAt(text, span.start, span.end)] }],
    status: 'proposed',
    method: 'extracted',
    confidence: reported ? REPORTED : STATED,
  };
}

function nameOf(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ');
  if (words.length <= LONGEST_NAME) return words;
  return `${words.slice(0, words.lastIndexOf(' ', LONGEST_NAME))} …`;
}

/** "At a meeting with X, Y said": a meeting told of on the way. */
function meetings(context: ClaimContext): Event[] {
  const { discourse } = context;
  return discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ lemma }, noun): Event[] => {
      if (!/^(?:meeting|talk|talks|conversation)$/.test(lemma)) return [];
      const held = tree
        .childrenBy(noun, 'case')
        .some((i) => /^(?:at|during|after|following|in)$/i.test(tree.tokens[i]!.word));
      const partners = tree
        .childrenBy(noun, 'nmod')
        .filter((i) => tree.childrenBy(i, 'case').some((c) => tree.tokens[c]!.word === 'with'));
      if (!held || partners.length === 0 || hangsOnUnreal(tree, noun)) return [];
      const clause = nominalClause(tree, sentence, noun);
      const governor = tree.tokens[noun]!.head;
      const subjects = governor < 0 ? [] : tree.childrenBy(governor, 'nsubj');
      const people = referentsOf([...subjects, ...partners], clause, discourse).filter(
        ({ kind, key }) => kind === 'person' && !key.startsWith('unnamed:'),
      );
      if (people.length < 2) return [];
      const parts = people.map((referent): Part => ({ referent, role: 'participant' }));
      const [from] = tree.reach(noun);
      const [, last] = tree.reach(partners.at(-1)!);
      const span = { start: tree.tokens[from]!.start, end: tree.tokens[last]!.end };
      return [record('meeting', parts, span, clause, context)];
    }),
  );
}

/** Visits that a noun tells of, and forces that came. */
function journeys(context: ClaimContext): Event[] {
  const { headline, discourse } = context;
  return journeyed(context)
    .filter(({ span }) => headline === null || span.start >= headline.end)
    .map(({ kind, sentence, at, who, where, span }) => {
      const clause = nominalClause(discourse.trees[sentence]!, sentence, at);
      const guest: Role = kind === 'visit' ? 'guest' : 'actor';
      const parts: Part[] = [{ referent: who, role: guest }];
      if (where) parts.push({ referent: where, role: 'host' });
      return record(kind, parts, span, clause, context);
    });
}

/** "X, who met his counterpart Y in Warsaw", where the parser saw no clause with both. */
function met(context: ClaimContext): Event[] {
  const { headline, discourse } = context;
  return encounters(discourse)
    .filter(({ span }) => headline === null || span.start >= headline.end)
    .map(({ sentence, verb, people, span }) => {
      const clause = nominalClause(discourse.trees[sentence]!, sentence, verb);
      const parts = people.map((referent): Part => ({ referent, role: 'participant' }));
      return record('meeting', parts, span, clause, context);
    });
}

function isSameMeeting(one: Event, other: Event): boolean {
  if (other.kind !== 'meeting') return false;
  const [a, b] = [one, other].map(({ evidence }) => evidence[0]!.selectors[0]!);
  return a!.start < b!.end && b!.start < a!.end;
}

const POLL = /^(?:poll|survey)$/;

/** "According to a Chatham House poll in August, only 5% of Belarusians ...". */
function polls(context: ClaimContext): Event[] {
  const { discourse } = context;
  return discourse.trees.flatMap((tree, sentence) =>
    tree.tokens.flatMap(({ lemma, tag }, noun): Event[] => {
      if (!POLL.test(lemma) || !tag.startsWith('NN')) return [];
      const here = discourse.namings.filter((naming) => naming.sentence === sentence);
      const publisher = here.find(
        ({ to, from, referent }) =>
          referent.kind !== 'person' &&
          referent.kind !== 'state' &&
          (to === noun || (from > noun && from - noun < 4)),
      );
      if (!publisher) return [];
      const asked = here.find(({ referent }) => referent.key.startsWith('people:'));
      const parts: Part[] = [{ referent: publisher.referent, role: 'publisher' }];
      if (asked) parts.push({ referent: asked.referent, role: 'participant' });
      const { start, end } = discourse.parsed.sentences[sentence]!;
      const clause = nominalClause(tree, sentence, noun);
      return [
        record('poll', parts, { start, end: trimmedEnd(context.text, end) }, clause, context),
      ];
    }),
  );
}

function trimmedEnd(text: string, end: number): number {
  return text[end - 1] === '.' ? end - 1 : end;
}
