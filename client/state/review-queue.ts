import type { ActorRef, StatementReply } from '../../server/contract/replies.ts';
import type { Likeness, Measured, MeasuredKind, Proposal } from '../../server/contract/review.ts';

/** What a person has made of a proposal so far. */
export type Fate = 'open' | 'accepted' | 'rejected';

/** One proposal of the queue, as the person sees it: with every decision already in it. */
export interface Item {
  readonly id: string;
  readonly proposal: Proposal;
  readonly fate: Fate;
  /** Why the server refused the last decision about it; null when it did not. */
  readonly fault: string | null;
}

export function itemOf(proposal: Proposal): Item {
  return { id: proposal.record.id, proposal, fate: 'open', fault: null };
}

export const decidedOf = (items: readonly Item[]) => items.filter(({ fate }) => fate !== 'open');

/** The next open item in a direction, from a place; where none is, the place itself. */
export function nextOpen(items: readonly Item[], from: number, step: 1 | -1): number {
  for (let i = from + step; i >= 0 && i < items.length; i += step)
    if (items[i]?.fate === 'open') return i;
  return from;
}

/** Where to go once an item is decided: the next open one, else one before, else stay. */
export function onward(items: readonly Item[], from: number): number {
  const ahead = nextOpen(items, from, 1);
  return ahead === from ? nextOpen(items, from, -1) : ahead;
}

function swapIn(list: readonly ActorRef[], from: string, into: ActorRef): ActorRef[] {
  const seen = new Set<string>();
  return list
    .map((actor) => (actor.id === from ? into : actor))
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}

function inStatement(record: StatementReply, from: string, into: ActorRef): StatementReply {
  const list = (actors: readonly ActorRef[]) => swapIn(actors, from, into);
  return {
    ...record,
    speaker: record.speaker.id === from ? into : record.speaker,
    addressees: list(record.addressees),
    about: list(record.about),
    reports: record.reports.map((report) => ({ ...report, via: list(report.via) })),
  };
}

/** The proposal with one actor in another's place, wherever it is named. */
export function renamed(proposal: Proposal, from: string, into: ActorRef): Proposal {
  const one = (actor: ActorRef) => (actor.id === from ? into : actor);
  const list = (actors: readonly ActorRef[]) => swapIn(actors, from, into);
  switch (proposal.type) {
    case 'statement':
      return { ...proposal, record: inStatement(proposal.record, from, into) };
    case 'agreement': {
      const { record } = proposal;
      const [parties, signatories] = [list(record.parties), list(record.signatories)];
      return { ...proposal, record: { ...record, parties, signatories } };
    }
    case 'event': {
      const { record } = proposal;
      const participants = record.participants.map((item) => ({ ...item, actor: one(item.actor) }));
      return { ...proposal, record: { ...record, participants } };
    }
    case 'relation': {
      const { record } = proposal;
      return { ...proposal, record: { ...record, from: one(record.from), to: one(record.to) } };
    }
  }
}

/** Everyone with a part in a proposal, each once. */
export function actorsOf(proposal: Proposal): ActorRef[] {
  const named = (): ActorRef[] => {
    switch (proposal.type) {
      case 'statement': {
        const { speaker, addressees, about, reports } = proposal.record;
        return [speaker, ...addressees, ...about, ...reports.flatMap(({ via }) => via)];
      }
      case 'agreement':
        return [...proposal.record.parties, ...proposal.record.signatories];
      case 'event':
        return proposal.record.participants.map(({ actor }) => actor);
      case 'relation':
        return [proposal.record.from, proposal.record.to];
    }
  };
  return [...new Map(named().map((actor) => [actor.id as string, actor])).values()];
}

/** One line that tells a proposal from its neighbours. */
export function headline(proposal: Proposal): { who: string; what: string } {
  switch (proposal.type) {
    case 'statement':
      return { who: proposal.record.speaker.name, what: proposal.record.summary };
    case 'agreement':
      return {
        who: proposal.record.parties.map(({ name }) => name).join(' – '),
        what: proposal.record.name,
      };
    case 'event':
      return {
        who: proposal.record.participants.map(({ actor }) => actor.name).join(', '),
        what: proposal.record.name,
      };
    case 'relation':
      return {
        who: proposal.record.from.name,
        what: `${proposal.record.kind.replaceAll('-', ' ')} ${proposal.record.to.name}`,
      };
  }
}

/** What a calibrated confidence means, in words: the share of such proposals that are right. */
export function meaning(confidence: number | null): string {
  if (confidence === null) return 'not read by the extractor, so no measured confidence';
  const tenths = Math.round(confidence * 10);
  if (tenths >= 10) return 'more than 19 of 20 such proposals are right';
  return tenths <= 0
    ? 'fewer than 1 of 10 such proposals is right'
    : `about ${tenths} of 10 such proposals are right`;
}

/** Three bands by which marks are drawn and said. */
export function band(confidence: number | null): 'high' | 'middle' | 'low' {
  if (confidence === null || confidence >= 0.8) return 'high';
  return confidence >= 0.5 ? 'middle' : 'low';
}

/** `0.934` as "93 %"; a dash when there is none. */
export function percent(confidence: number | null): string {
  return confidence === null ? '–' : `${Math.round(confidence * 100)} %`;
}

/**
 * The measured kind that a proposal belongs to, and those to set beside it: speech by mode, then
 * attitudes. Own is null for what is no statement: nothing is measured of it.
 */
export function kindsToTell(
  { kinds }: Measured,
  proposal: Proposal,
): { readonly own: MeasuredKind | null; readonly kinds: readonly MeasuredKind[] } {
  const speaking = kinds.filter(({ mode, speech }) => speech === true && mode !== null);
  const feeling = kinds.filter(({ mode, speech }) => speech === false && mode === null);
  const shown = [...speaking, ...feeling];
  if (proposal.type !== 'statement') return { own: null, kinds: shown };
  const own = shown.find(({ mode, speech }) => speech === true && mode === proposal.record.mode);
  return { own: own ?? null, kinds: shown };
}

/** Actors that may be the same as one, and what speaks for it. */
export function doublesOf(
  actor: string,
  likenesses: readonly Likeness[],
): { readonly id: string; readonly name: string; readonly reason: string }[] {
  return likenesses
    .filter(({ type, records }) => type === 'same-actor' && records.includes(actor))
    .flatMap(({ records, labels, reason }) => {
      const other = records[0] === actor ? 1 : 0;
      const [id, name] = [records[other], labels[other]];
      return id === undefined || name === undefined ? [] : [{ id, name, reason }];
    });
}
