import { computed, signal, type Signal } from '@preact/signals';
import type * as api from '../api/review.ts';
import { asApiError, type ApiError, type Params } from '../api/http.ts';
import type { ProposalPage, ProposalType } from '../../server/contract/review.ts';
import { isNarrowed, statementParams, type Narrowing } from './filters.ts';
import { beforeDecided, inStep, leftOf } from './review-count.ts';
import { decidedOf, itemOf, type Item } from './review-queue.ts';

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

/** Proposals fetched at a time. */
const PAGE = 200;

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

export type Fetch = (typeof api)['proposals'];

function pageParams(filter: ReviewFilter, cursor: string | null): Params {
  const from = cursor === null ? [] : [['cursor', cursor] as const];
  return [...queryOf(filter), ['limit', String(PAGE)], ['candidates', 'true'], ...from];
}

/** How many proposals a filter has. */
export async function countOf(filter: ReviewFilter, fetch: Fetch): Promise<number> {
  return (await fetch([...queryOf(filter), ['limit', '1']])).total;
}

/**
 * The pages of a queue as far as they have been fetched, and how much there is of it.
 *
 * @param items of those pages
 * @param settled resolves when every decision made so far has arrived
 */
export function createPages(
  items: Signal<readonly Item[]>,
  fetch: Fetch,
  settled: () => Promise<void>,
) {
  const page = signal<Pick<ProposalPage, 'total' | 'counts' | 'measured' | 'notes'> | null>(null);
  const loading = signal(false);
  const failed = signal<ApiError | null>(null);
  let filter = EVERYTHING;
  let next: string | null = null;
  let visit = 0;
  const isStill = (mine: number) => mine === visit;

  function take(reply: ProposalPage, isFirst: boolean): void {
    const before = isFirst ? [] : items.peek();
    const known = new Set(before.map(({ id }) => id));
    next = reply.next;
    items.value = [...before, ...reply.items.map(itemOf).filter(({ id }) => !known.has(id))];
    if (isFirst) page.value = reply;
    failed.value = null;
  }

  async function fetchPage(isFirst: boolean): Promise<void> {
    const mine = visit;
    loading.value = true;
    try {
      const reply = await fetch(pageParams(filter, isFirst ? null : next));
      if (isStill(mine)) take(reply, isFirst);
    } catch (error) {
      if (isStill(mine)) failed.value = asApiError(error);
    } finally {
      if (isStill(mine)) loading.value = false;
    }
  }

  /** Counts anew what decisions beside the queue have taken out of it. */
  async function recount(): Promise<void> {
    const mine = visit;
    const ask = () => fetch([...queryOf(filter), ['limit', '1']]);
    const { reply, decided } = await inStep(ask, settled, () => decidedOf(items.peek()));
    const known = page.peek();
    if (isStill(mine) && known !== null)
      page.value = { ...known, ...beforeDecided(reply, decided) };
  }

  /** Begins the queue of a filter; returns its visit, which is over once another begins. */
  function begin(wanted: ReviewFilter): number {
    visit += 1;
    filter = wanted;
    next = null;
    loading.value = true;
    return visit;
  }

  return {
    page,
    /** What is still to be decided; null until it has been counted. */
    left: computed(() => page.value && leftOf(page.value, items.value)),
    loading,
    failed,
    filter: () => filter,
    visit: () => visit,
    isStill,
    begin,
    fetchFirst: () => fetchPage(true),
    fetchNext: (): void => {
      if (next !== null && !loading.peek()) void fetchPage(false);
    },
    recount: () => recount().catch(() => undefined),
  };
}
