import { computed, effect, signal } from '@preact/signals';
import type { Action, Actor } from '../../graph-data/schema/index.ts';
import * as api from '../api/review.ts';
import type { ActorRef, StatementReply } from '../../server/contract/replies.ts';
import type { ProposalPage, ProposalType } from '../../server/contract/review.ts';
import { asApiError, type ApiError, type Params } from '../api/http.ts';
import { createOutbox, type Deed } from './review-outbox.ts';
import { itemOf, nextOpen, onward, renamed, type Fate, type Item } from './review-queue.ts';
import { changesTo } from './review-spans.ts';

/** What the queue is narrowed to. */
export interface ReviewFilter {
  readonly document: string | null;
  readonly actor: string | null;
  readonly types: readonly ProposalType[];
  /** Least confidence, 0..1. */
  readonly least: number;
}

/** Proposals fetched at a time; the next page is asked for before the person gets there. */
const PAGE = 200;
const AHEAD = 60;

export function queryOf({ document, actor, types, least }: ReviewFilter): Params {
  return [
    ...(document === null ? [] : [['document', document] as const]),
    ...(actor === null ? [] : [['actor', actor] as const]),
    ...(types.length === 0 ? [] : [['type', types.join(',')] as const]),
    ...(least <= 0 ? [] : [['min', String(least)] as const]),
  ];
}

export interface Step extends Deed {
  /** Items as they were, to take the deed back. */
  readonly before: readonly Item[];
  /** Where the person stood. */
  readonly cursor: string | null;
}

type Wire = Pick<typeof api, 'proposals' | 'decide' | 'undoDecision'>;

/**
 * The sitting of one person at the queue: optimistic (what is decided shows at once), every deed
 * one decision that one undo takes back. Knows no DOM.
 *
 * @param announce says to a screen reader what was done
 */
export function createReview(announce: (text: string) => void, wire: Wire = api) {
  const items = signal<readonly Item[]>([]);
  const cursor = signal<string | null>(null);
  const total = signal(0);
  const counts = signal<ProposalPage['counts'] | null>(null);
  const loading = signal(false);
  const failed = signal<ApiError | null>(null);
  const pending = signal(0);
  /** Raised whenever everything done has arrived: what else is on screen may be out of date. */
  const revision = signal(0);
  const steps = signal<readonly Step[]>([]);
  const place = computed(() => {
    const at = items.value.findIndex(({ id }) => id === cursor.value);
    return at < 0 ? 0 : at;
  });
  const current = computed<Item | null>(() => items.value[place.value] ?? null);

  let filter: ReviewFilter = { document: null, actor: null, types: [], least: 0 };
  let next: string | null = null;
  let visit = 0;
  let keys = 0;

  const outbox = createOutbox(
    { decide: (action) => wire.decide(action), undo: (id) => wire.undoDecision(id) },
    {
      onPending: (n) => void (pending.value = n),
      onDone: () => void (revision.value += 1),
      onRefused: refused,
    },
  );

  function put(changed: readonly Item[]): void {
    const byId = new Map(changed.map((item) => [item.id, item]));
    items.value = items.peek().map((item) => byId.get(item.id) ?? item);
  }

  function refused(deed: Deed, error: ApiError, undoing: boolean): void {
    const step = deed as Step;
    const words = `${undoing ? 'Not undone' : 'Refused'}: ${deed.label}. ${error.message}`;
    announce(words);
    steps.value = steps.peek().filter(({ key }) => key !== deed.key);
    if (undoing) return void load(filter, cursor.peek());
    put(step.before.map((item) => ({ ...item, fault: words })));
  }

  async function fetchPage(mine: number): Promise<void> {
    loading.value = true;
    const more: Params = [
      ['limit', String(PAGE)],
      ...(next === null ? [] : [['cursor', next] as const]),
    ];
    try {
      const page = await wire.proposals([...queryOf(filter), ...more]);
      if (mine !== visit) return;
      const known = new Set(items.peek().map(({ id }) => id));
      const fresh = page.items.map(itemOf).filter(({ id }) => !known.has(id));
      items.value = [...items.peek(), ...fresh];
      if (counts.peek() === null) {
        total.value = page.total;
        counts.value = page.counts;
      }
      next = page.next;
      failed.value = null;
    } catch (error) {
      if (mine === visit) failed.value = asApiError(error);
    } finally {
      if (mine === visit) loading.value = false;
    }
  }

  /** Fetches the queue of a filter anew, and stands at a proposal of it when it is there. */
  async function load(wanted: ReviewFilter, at: string | null = null): Promise<void> {
    visit += 1;
    const mine = visit;
    filter = wanted;
    next = null;
    items.value = [];
    counts.value = null;
    cursor.value = at;
    await outbox.settled();
    if (mine !== visit) return;
    await fetchPage(mine);
    if (mine === visit && !items.peek().some(({ id }) => id === at))
      cursor.value = items.peek()[0]?.id ?? null;
  }

  const stop = effect(() => {
    const near = place.value + AHEAD >= items.value.length;
    if (near && next !== null && !loading.peek()) void fetchPage(visit);
  });

  const goTo = (at: number) => void (cursor.value = items.peek()[at]?.id ?? cursor.peek());

  function act(action: Action, label: string, after: readonly Item[]): void {
    const ids = new Set(after.map(({ id }) => id));
    const before = items.peek().filter(({ id }) => ids.has(id));
    keys += 1;
    const step: Step = { key: keys, action, label, before, cursor: cursor.peek() };
    put(after.map((item) => ({ ...item, fault: null })));
    steps.value = [...steps.peek(), step];
    announce(label);
    void outbox.send(step);
  }

  const WORD: Readonly<Record<Exclude<Fate, 'open'>, string>> = {
    accepted: 'Accepted',
    rejected: 'Rejected',
  };

  function decide(fate: 'accepted' | 'rejected'): void {
    const item = current.peek();
    if (item === null || item.fate === fate) return;
    const kind = fate === 'accepted' ? 'accept' : 'reject';
    const at = place.peek();
    act({ kind, records: [item.proposal.record.id] }, WORD[fate], [{ ...item, fate }]);
    goTo(onward(items.peek(), at));
  }

  /** Accepts everything of the filter at or above a confidence, as one decision. */
  async function acceptAbove(least: number): Promise<number> {
    const above = { ...filter, least: Math.max(least, filter.least) };
    const records: Item[] = [];
    let from: string | null = null;
    do {
      const more: Params = [
        ['limit', '1000'],
        ...(from === null ? [] : [['cursor', from] as const]),
      ];
      const page: ProposalPage = await wire.proposals([...queryOf(above), ...more]);
      records.push(...page.items.map(itemOf));
      from = page.next;
    } while (from !== null);
    const shown = new Map(items.peek().map((item) => [item.id, item]));
    const open = records.filter(({ id }) => (shown.get(id)?.fate ?? 'open') === 'open');
    if (open.length === 0) return 0;
    const after = open.flatMap(({ id }) => shown.get(id) ?? []);
    act(
      { kind: 'accept', records: open.map(({ proposal }) => proposal.record.id) },
      `Accepted ${open.length} at ${Math.round(least * 100)} % or more`,
      after.map((item) => ({ ...item, fate: 'accepted' })),
    );
    if (current.peek()?.fate !== 'open') goTo(onward(items.peek(), place.peek()));
    return open.length;
  }

  /** Changes fields or spans of the current statement; nothing happens when nothing differs. */
  function edit(after: StatementReply, label: string): void {
    const item = current.peek();
    if (item?.proposal.type !== 'statement') return;
    const changes = changesTo(item.proposal.record, after);
    if (Object.keys(changes).length === 0) return;
    act({ kind: 'edit', record: after.id, set: changes }, label, [
      { ...item, proposal: { ...item.proposal, record: after } },
    ]);
  }

  function changeSpeaker(speaker: ActorRef): void {
    const item = current.peek();
    if (item?.proposal.type !== 'statement' || item.proposal.record.speaker.id === speaker.id)
      return;
    const { record } = item.proposal;
    act(
      { kind: 're-attribute', record: record.id, speaker: speaker.id },
      `Speaker: ${speaker.name}`,
      [{ ...item, proposal: { ...item.proposal, record: { ...record, speaker } } }],
    );
  }

  const everywhere = (from: string, into: ActorRef, only?: ReadonlySet<string>) =>
    items
      .peek()
      .filter(({ id }) => only === undefined || only.has(id))
      .map((item) => ({ ...item, proposal: renamed(item.proposal, from, into) }))
      .filter((item, _i) => {
        const was = items.peek().find(({ id }) => id === item.id);
        return JSON.stringify(was?.proposal) !== JSON.stringify(item.proposal);
      });

  function merge(from: ActorRef, into: ActorRef): void {
    act(
      { kind: 'merge', from: from.id, into: into.id },
      `Merged ${from.name} into ${into.name}`,
      everywhere(from.id, into),
    );
  }

  /** Gives some statements of an actor to another, who is made when new. */
  function split(from: ActorRef, into: Actor, statements: readonly StatementReply['id'][]): void {
    const { id, name, kind } = into;
    act(
      { kind: 'split', from: from.id, into, statements: [...statements], mentions: [] },
      `Split ${name} from ${from.name}`,
      everywhere(from.id, { id, name, kind }, new Set(statements)),
    );
  }

  /** Makes any other decision, one that changes no item of the queue by itself. */
  const other = (action: Action, label: string) => act(action, label, []);

  function undo(): void {
    const step = steps.peek().at(-1);
    if (step === undefined) return announce('Nothing to undo');
    steps.value = steps.peek().slice(0, -1);
    put(step.before);
    if (step.cursor !== null) cursor.value = step.cursor;
    announce(`Undone: ${step.label}`);
    const shown = new Set(items.peek().map(({ id }) => id));
    const away = step.before.length === 0 || step.before.some(({ id }) => !shown.has(id));
    const sent = outbox.undo(step);
    if (away) void sent.then(() => load(filter, step.cursor));
  }

  return {
    items,
    current,
    place,
    cursor,
    total,
    counts,
    loading,
    failed,
    pending,
    revision,
    steps,
    load,
    reload: () => load(filter, cursor.peek()),
    goTo,
    step: (by: 1 | -1) => goTo(place.peek() + by),
    nextOpen: (by: 1 | -1) => goTo(nextOpen(items.peek(), place.peek(), by)),
    accept: () => decide('accepted'),
    reject: () => decide('rejected'),
    acceptAbove,
    edit,
    changeSpeaker,
    merge,
    split,
    other,
    undo,
    settled: outbox.settled,
    dispose: (): void => stop(),
  };
}

export type Review = ReturnType<typeof createReview>;
