import { selectorAt, type Figure, type RecordEdit } from '../../graph-data/schema/index.ts';
import type {
  ActorRef,
  AgreementReply,
  EventReply,
  EvidenceReply,
} from '../../server/contract/replies.ts';
import type { Proposal } from '../../server/contract/review.ts';
import type { Draft } from './review-spans.ts';

/** A proposal that is no statement. */
export type Claim = Exclude<Proposal, { type: 'statement' }>;

const plainEvidence = (evidence: readonly EvidenceReply[]) =>
  evidence.map(({ document, selectors }) => ({ document: document.id, selectors }));

const idsOf = (actors: readonly ActorRef[]) => actors.map(({ id }) => id);

/** What an edit can set of a claim, as the schema has it. */
function plain(claim: Claim): RecordEdit {
  const evidence = plainEvidence(claim.record.evidence);
  switch (claim.type) {
    case 'agreement': {
      const { name, parties, signatories, date, place, state, history } = claim.record;
      const names = { parties: idsOf(parties), signatories: idsOf(signatories) };
      return { name, ...names, date, place, state, history, evidence };
    }
    case 'event': {
      const { kind, name, participants, date, place, figures } = claim.record;
      const parts = participants.map(({ actor, role }) => ({ actor: actor.id, role }));
      return { kind, name, participants: parts, date, place, figures, evidence };
    }
    case 'relation': {
      const { kind, from, to, title, valid } = claim.record;
      return { kind, from: from.id, to: to.id, title, valid, evidence };
    }
  }
}

/** What an edit says to bring about the new claim: the fields that differ. */
export function claimChanges(before: Claim, after: Claim): RecordEdit {
  const old = new Map(Object.entries(plain(before)));
  return Object.fromEntries(
    Object.entries(plain(after)).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(old.get(key)),
    ),
  );
}

/** The agreement with another state or date; a history of one step that told the same follows. */
export function withStep(
  record: AgreementReply,
  change: Partial<Pick<AgreementReply, 'state' | 'date'>>,
): AgreementReply {
  const { state, date, history } = record;
  const [only, ...more] = history;
  const follows = only?.state === state && only.date === date && more.length === 0;
  const next = { ...record, ...change };
  return follows ? { ...next, history: [{ state: next.state, date: next.date }] } : next;
}

/** The event with just these participants; one who comes in takes part in no other role yet. */
export function withParticipants(record: EventReply, actors: readonly ActorRef[]): EventReply {
  const kept = record.participants.filter(({ actor }) => actors.some(({ id }) => id === actor.id));
  const fresh = actors.filter(({ id }) => !kept.some(({ actor }) => actor.id === id));
  const parts = fresh.map((actor) => ({ actor, role: 'participant' as const }));
  return { ...record, participants: [...kept, ...parts] };
}

/** The claim with the passages of a draft in the place of those that it has in a document. */
export function withPassages<T extends Claim>(
  claim: T,
  document: string,
  text: string,
  { content }: Draft,
): T {
  const selectors = content.map(({ start, end }) => selectorAt(text, start, end));
  const evidence = claim.record.evidence.map((each) =>
    each.document.id === document ? { ...each, selectors } : each,
  );
  return { ...claim, record: { ...claim.record, evidence } };
}

/** A number as texts write it: "9,000", "1.5". */
const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?/g;

/** The number that words state; null when it is none or several. */
export function numberIn(words: string): number | null {
  const [only, ...more] = words.match(NUMBER) ?? [];
  return only === undefined || more.length > 0 ? null : Number(only.replaceAll(',', ''));
}

/**
 * The figure that words of its passages give, with the number in them and what is left as the unit.
 *
 * @returns null when the passages do not hold the words
 */
export function figureOf({ evidence }: EventReply, words: string): Figure | null {
  const passages = evidence.flatMap(({ selectors }) => selectors);
  const passage = passages.find(({ exact }) => exact.includes(words));
  if (words === '' || passage === undefined) return null;
  const { exact, prefix, suffix, start } = passage;
  const at = prefix.length + exact.indexOf(words);
  const here = selectorAt(prefix + exact + suffix, at, at + words.length);
  const from = start + exact.indexOf(words);
  return {
    text: words,
    value: numberIn(words),
    unit: words.replace(NUMBER, ' ').replace(/\s+/g, ' ').trim() || 'unit',
    selector: { ...here, start: from, end: from + words.length },
  };
}

/** The event with a figure in the place of another; null takes it away, at the end it is added. */
export function withFigure(record: EventReply, at: number, figure: Figure | null): EventReply {
  const figures = [...record.figures];
  figures.splice(at, 1, ...(figure === null ? [] : [figure]));
  return { ...record, figures };
}
