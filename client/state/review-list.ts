import { computed, effect, signal } from '@preact/signals';
import type * as api from '../api/review.ts';
import { asApiError, type ApiError, type Params } from '../api/http.ts';
import type { ProposalPage, ProposalType } from '../../server/contract/review.ts';
import { itemOf, type Item } from './review-queue.ts';

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

type Fetch = (typeof api)['proposals'];

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
 * @param settled resolves when every decision made so far has arrived: only then is the queue
 *   asked for anew
 */
export function createList(fetch: Fetch, settled: () => Promise<void>) {
  const items = signal<readonly Item[]>([]);
  const cursor = signal<string | null>(null);
  const page = signal<Pick<ProposalPage, 'total' | 'counts' | 'measured'> | null>(null);
  const loading = signal(false);
  const failed = signal<ApiError | null>(null);
  const place = computed(() =>
    Math.max(
      0,
      items.value.findIndex(({ id }) => id === cursor.value),
    ),
  );
  let filter: ReviewFilter = { document: null, actor: null, types: [], least: 0 };
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
    const there = items.peek().some(({ id }) => id === at);
    cursor.value = there ? at : (items.peek()[0]?.id ?? null);
  }

  const stop = effect(() => {
    const near = place.value + AHEAD >= items.value.length;
    if (near && next !== null && !loading.peek()) void fetchPage(visit, false);
  });

  return {
    items,
    cursor,
    page,
    loading,
    failed,
    place,
    current: computed<Item | null>(() => items.value[place.value] ?? null),
    load,
    reload: (at: string | null = cursor.peek()) => load(filter, at),
    filter: () => filter,
    goTo: (at: number) => void (cursor.value = items.peek()[at]?.id ?? cursor.peek()),
    /** Puts items in the place of those with their ids. */
    put(changed: readonly Item[]): void {
      const byId = new Map(changed.map((item) => [item.id, item]));
      items.value = items.peek().map((item) => byId.get(item.id) ?? item);
    },
    dispose: (): void => stop(),
  };
}

export type List = ReturnType<typeof createList>;
