import type { RecordEdit } from '../../graph-data/schema/index.ts';
import type { ActorRef, AgreementReply, EventReply } from '../../server/contract/replies.ts';
import type { Proposal } from '../../server/contract/review.ts';

/** A proposal that is no statement. */
export type Claim = Exclude<Proposal, { type: 'statement' }>;

const idsOf = (actors: readonly ActorRef[]) => actors.map(({ id }) => id);

/** What an edit can set of a claim, as the schema has it. */
function plain(claim: Claim): RecordEdit {
  switch (claim.type) {
    case 'agreement': {
      const { name, parties, signatories, date, place, state, history } = claim.record;
      const names = { parties: idsOf(parties), signatories: idsOf(signatories) };
      return { name, ...names, date, place, state, history };
    }
    case 'event': {
      const { kind, name, participants, date, place } = claim.record;
      const parts = participants.map(({ actor, role }) => ({ actor: actor.id, role }));
      return { kind, name, participants: parts, date, place };
    }
    case 'relation': {
      const { kind, from, to, title, valid } = claim.record;
      return { kind, from: from.id, to: to.id, title, valid };
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
