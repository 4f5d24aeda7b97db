import { computed, effect, signal } from '@preact/signals';
import type { Action } from '../../graph-data/schema/index.ts';
import * as api from '../api/review.ts';
import type { StatementReply } from '../../server/contract/replies.ts';
import { isNarrowed } from './filters.ts';
import { claimChanges, type Claim } from './review-claims.ts';
import { actorDeeds } from './review-actors.ts';
import { createList, type FindRecord, type List } from './review-list.ts';
import { inStep } from './review-count.ts';
import { createLog, type Log } from './review-log.ts';
import { countOf, queryOf, type ReviewFilter } from './review-pages.ts';
import { decidedOf, headline, nextOpen, onward, type Item } from './review-queue.ts';
import { recordedItem } from './review-recorded.ts';
import { changesTo } from './review-spans.ts';

interface Wire extends Pick<
  typeof api,
  'proposals' | 'decide' | 'acceptProposals' | 'undoDecision'
> {
  readonly recorded: FindRecord;
}

const STATUS_OF_FATE = { open: 'proposed', accepted: 'accepted', rejected: 'rejected' } as const;

function decide(list: List, log: Log, fate: 'accepted' | 'rejected'): void {
  const item = list.current.peek();
  if (item === null || item.fate === fate) return;
  const kind = fate === 'accepted' ? 'accept' : 'reject';
  const [at, aside] = [list.place.peek(), list.aside.peek() !== null];
  const label = fate === 'accepted' ? 'Accepted' : 'Rejected';
  log.act({ kind, records: [item.proposal.record.id] }, label, [{ ...item, fate }], {
    status: STATUS_OF_FATE[item.fate],
  });
  if (!aside) list.goTo(onward(list.items.peek(), at));
}

/** At or above this confidence everything can be accepted at once. */
export const SURE = 0.95;

const aboveOf = (filter: ReviewFilter): ReviewFilter => ({
  ...filter,
  least: Math.max(SURE, filter.least),
});

const isSure = ({ proposal }: Item) => (proposal.confidence ?? 1) >= SURE;

/** Says of a deed on the whole queue that it goes no farther than what narrows the queue. */
export const fitting = ({ narrowing, types }: ReviewFilter): string =>
  isNarrowed(narrowing) || types.length > 0 ? ' under the filters' : '';

/** How many open proposals of the filter are sure; null until they have been counted. */
function countSure(list: List, wire: Wire, settled: () => Promise<void>) {
  /** With those decided since the queue was loaded. */
  const counted = signal<number | null>(null);
  const decidedIn = (items: readonly Item[]) => decidedOf(items).filter(isSure);
  const stop = effect(() => {
    const page = list.page.value;
    counted.value = null;
    if (page === null) return;
    const ask = () => countOf(aboveOf(list.filter()), wire.proposals);
    void inStep(ask, settled, () => decidedIn(list.items.peek())).then(
      ({ reply, decided }) =>
        void (list.page.peek() === page && (counted.value = reply + decided.length)),
      () => undefined,
    );
  });
  const sure = computed(() =>
    counted.value === null ? null : Math.max(0, counted.value - decidedIn(list.items.value).length),
  );
  return { sure, stop };
}

/** Goes on to what is left once everything sure is accepted. */
function leaveSure(list: List): void {
  const items = list.items
    .peek()
    .map((item): Item => (isSure(item) ? { ...item, fate: 'accepted' } : item));
  const at = list.place.peek();
  if (items[at]?.fate !== 'open') list.goTo(onward(items, at));
}

/**
 * Accepts everything of the filter that is sure, as one decision, and counts anew. The
 * server finds them: their ids are more than one request may hold.
 *
 * @param known how many the person was told that there are; null when they were not yet counted
 * @returns how many were accepted
 * @throws ApiError when it was refused, as it is once there are not so many
 */
async function acceptSure(list: List, log: Log, wire: Wire, known: number | null): Promise<number> {
  // What has been decided before must have arrived, or it would be counted.
  await log.settled();
  const above = aboveOf(list.filter());
  const total = known ?? (await countOf(above, wire.proposals));
  if (total === 0) return 0;
  const label = `Accepted ${total.toLocaleString('en')} at ${SURE * 100} % or more${fitting(above)}`;
  const refusal = await log.ask({ kind: 'accept-all', queue: queryOf(above), total }, label);
  if (refusal === null) leaveSure(list);
  await list.reload();
  if (refusal !== null) throw refusal;
  return total;
}

/** Changes fields or spans of a statement; nothing happens when nothing differs. */
function edit(list: List, log: Log, after: StatementReply, label: string): void {
  const item = list.shown.peek().find(({ id }) => id === after.id);
  if (item?.proposal.type !== 'statement') return;
  const changes = changesTo(item.proposal.record, after);
  if (Object.keys(changes).length === 0) return;
  const proposal = { ...item.proposal, record: after };
  log.act(
    { kind: 'edit', record: after.id, set: changes },
    label,
    [{ ...item, proposal }],
    changesTo(after, item.proposal.record),
  );
}

/** Changes fields of an agreement, an event or a tie; nothing happens when nothing differs. */
function mend(list: List, log: Log, after: Claim, label: string): void {
  const item = list.shown.peek().find(({ id }) => id === after.record.id);
  if (item === undefined || item.proposal.type === 'statement') return;
  const set = claimChanges(item.proposal, after);
  if (Object.keys(set).length === 0) return;
  log.act(
    { kind: 'edit', record: after.record.id, set },
    label,
    [{ ...item, proposal: after }],
    claimChanges(after, item.proposal),
  );
}

/**
 * The sitting of one person at the queue: optimistic (what is decided shows at once), every deed
 * one decision that one undo takes back. Knows no DOM.
 *
 * @param announce says to a screen reader what was done
 */
export function createReview(
  announce: (text: string) => void,
  wire: Wire = { ...api, recorded: recordedItem },
) {
  const log: Log = createLog(() => list, announce, wire);
  const list: List = createList(wire.proposals, wire.recorded, log.settled);
  const { sure, stop } = countSure(list, wire, log.settled);
  return {
    ...list,
    dispose: (): void => {
      stop();
      list.dispose();
    },
    sure,
    ...log,
    ...actorDeeds(list, log),
    /** Along the queue; from what is taken up beside it, back to it. */
    step: (by: 1 | -1) => {
      if (!list.leaveAside()) list.goTo(list.place.peek() + by);
    },
    /** As `open` of the list, and says what it came to. */
    async takeUp(id: string): Promise<void> {
      const there = await list.open(id);
      const item = list.current.peek();
      if (!there || item === null) return announce('It cannot be opened: it is gone');
      const { who, what } = headline(item.proposal);
      announce(`${who}: ${what}`);
    },
    nextOpen: (by: 1 | -1) => list.goTo(nextOpen(list.items.peek(), list.place.peek(), by)),
    accept: () => decide(list, log, 'accepted'),
    reject: () => decide(list, log, 'rejected'),
    acceptSure: () => acceptSure(list, log, wire, sure.peek()),
    edit: (after: StatementReply, label: string) => edit(list, log, after, label),
    mend: (after: Claim, label: string) => mend(list, log, after, label),
    /** Adds a statement; see `ask` of the log. */
    add: (action: Action, label: string) => log.ask(action, label),
    /** Makes decisions as one deed, after which the queue may hold other proposals. */
    others(actions: readonly Action[], label: string): void {
      log.act({ kind: 'several', actions }, label, []);
      void log.settled().then(() => list.reload());
    },
  };
}

export type Review = ReturnType<typeof createReview>;
