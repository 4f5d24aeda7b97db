import { effect, signal } from '@preact/signals';
import type * as api from '../api/review.ts';
import { asApiError, type ApiError, type Params } from '../api/http.ts';
import type { ProposalPage, ProposalType } from '../../server/contract/review.ts';
import { isNarrowed, statementParams, valuesOf, type Narrowing } from './filters.ts';
import { createPlace } from './review-place.ts';
import { itemOf, type Item } from './review-queue.ts';

/** What the queue is narrowed to: as every view is, and besides by kind and confidence. */
export interface ReviewFilter {
  readonly narrowing: Narrowing;
  readonly types: readonly ProposalType[];
  /** Least confidence, 0..1. */
  readonly least: number;
}

const EVERYTHING: ReviewFilter = {
  narrowing: { filters: [], ego: null, level: 'actors' },
  types: [],
  least: 0,
};

/** Proposals fetched at a time; the next page is asked for before the person gets there. */
const PAGE = 200;
const AHEAD = 60;

export function isQueueNarrowed({ narrowing, types, least }: ReviewFilter): boolean {
  return isNarrowed(narrowing) || types.length > 0 || least > 0;
}

export function queryOf({ narrowing, types, least }: ReviewFilter): Params {
  return [
    ...statementParams(narrowing),
    ...(types.length === 0 ? [] : [['type', types.join(',')] as const]),
    ...(least <= 0 ? [] : [['min', String(least)] as const]),
  ];
}

/** The document that a queue is narrowed to; of several the first. */
const documentOf = ({ narrowing }: ReviewFilter): string | null =>
  valuesOf(narrowing.filters, 'document')[0] ?? null;

type Fetch = (typeof api)['proposals'];

/** Finds a record by its id, shown in a document if that reports it; null when it is no claim. */
export type FindRecord = (id: string, document: string | null) => Promise<Item | null>;

function pageParams(filter: ReviewFilter, cursor: string | null): Params {
  const from = cursor === null ? [] : [['cursor', cursor] as const];
  return [...queryOf(filter), ['limit', String(PAGE)], ['candidates', 'true'], ...from];
}

/** How many proposals a filter has. */
export async function countOf(filter: ReviewFilter, fetch: Fetch): Promise<number> {
  return (await fetch([...queryOf(filter), ['limit', '1']])).total;
}

/**
 * The queue as far as it has been fetched, and where the person stands in it.
 *
 * @param recorded finds what is in no queue, to be taken up beside it
 * @param settled resolves when every decision made so far has arrived: only then is the queue
 *   asked for anew
 */
export function createList(fetch: Fetch, recorded: FindRecord, settled: () => Promise<void>) {
  const standing = createPlace();
  const { items, cursor, aside, current, place, has, lookAt } = standing;
  const page = signal<Pick<ProposalPage, 'total' | 'counts' | 'measured' | 'notes'> | null>(null);
  const loading = signal(false);
  const failed = signal<ApiError | null>(null);
  let filter = EVERYTHING;
  let next: string | null = null;
  let visit = 0;

  async function fetchPage(mine: number, first: boolean): Promise<void> {
    loading.value = true;
    try {
      const reply = await fetch(pageParams(filter, first ? null : next));
      if (mine !== visit) return;
      const before = first ? [] : items.peek();
      const known = new Set(before.map(({ id }) => id));
      next = reply.next;
      items.value = [...before, ...reply.items.map(itemOf).filter(({ id }) => !known.has(id))];
      if (first) page.value = reply;
      failed.value = null;
    } catch (error) {
      if (mine === visit) failed.value = asApiError(error);
    } finally {
      if (mine === visit) loading.value = false;
    }
  }

  /** As `recorded`; null as well for what is gone. */
  const found = (id: string): Promise<Item | null> =>
    recorded(id, current.peek()?.proposal.document ?? documentOf(filter)).catch(() => null);

  /** Fetches the queue of a filter anew; what was shown stays until the reply is there. */
  async function load(wanted: ReviewFilter, at: string | null = null): Promise<void> {
    visit += 1;
    const mine = visit;
    filter = wanted;
    next = null;
    loading.value = true;
    await settled();
    if (mine !== visit) return;
    await fetchPage(mine, true);
    if (mine !== visit) return;
    const taken = at === null || has(at) ? null : await found(at);
    if (mine !== visit) return;
    aside.value = taken;
    const stood = has(cursor.peek()) ? cursor.peek() : (items.peek()[0]?.id ?? null);
    cursor.value = has(at) ? at : stood;
  }

  /**
   * Goes to an item of the queue, or takes up what the queue does not hold. Resolves with whether
   * there is such a thing.
   */
  async function open(id: string): Promise<boolean> {
    const mine = visit;
    if (!has(id)) {
      await settled();
      const taken = await found(id);
      if (mine === visit && taken !== null) aside.value = taken;
      return taken !== null;
    }
    lookAt(id);
    return true;
  }

  const stop = effect(() => {
    const near = place.value + AHEAD >= items.value.length;
    if (near && next !== null && !loading.peek()) void fetchPage(visit, false);
  });

  return {
    ...standing,
    page,
    loading,
    failed,
    open,
    load,
    reload: (at: string | null = standing.at.peek()) => load(filter, at),
    filter: () => filter,
    dispose: (): void => stop(),
  };
}

export type List = ReturnType<typeof createList>;
