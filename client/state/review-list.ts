import { effect } from '@preact/signals';
import { valuesOf } from './filters.ts';
import { createPages, type Fetch, type ReviewFilter } from './review-pages.ts';
import { createPlace } from './review-place.ts';
import type { Item } from './review-queue.ts';

/** The next page is asked for so many items before the person gets there. */
const AHEAD = 60;

/** The document that a queue is narrowed to; of several the first. */
const documentOf = ({ narrowing }: ReviewFilter): string | null =>
  valuesOf(narrowing.filters, 'document')[0] ?? null;

/** Finds a record by its id, shown in a document if that reports it; null when it is no claim. */
export type FindRecord = (id: string, document: string | null) => Promise<Item | null>;

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
  const { begin, fetchFirst, fetchNext, isStill, visit, ...pages } = createPages(
    items,
    fetch,
    settled,
  );

  /** As `recorded`; null as well for what is gone. */
  const found = (id: string): Promise<Item | null> =>
    recorded(id, current.peek()?.proposal.document ?? documentOf(pages.filter())).catch(() => null);

  /** Fetches the queue of a filter anew; what was shown stays until the reply is there. */
  async function load(wanted: ReviewFilter, at: string | null = null): Promise<void> {
    const mine = begin(wanted);
    await settled();
    if (!isStill(mine)) return;
    await fetchFirst();
    if (!isStill(mine)) return;
    const taken = at === null || has(at) ? null : await found(at);
    if (!isStill(mine)) return;
    aside.value = taken;
    const stood = has(cursor.peek()) ? cursor.peek() : (items.peek()[0]?.id ?? null);
    cursor.value = has(at) ? at : stood;
  }

  /**
   * Goes to an item of the queue, or takes up what the queue does not hold. Resolves with whether
   * there is such a thing.
   */
  async function open(id: string): Promise<boolean> {
    const mine = visit();
    if (!has(id)) {
      await settled();
      const taken = await found(id);
      if (isStill(mine) && taken !== null) aside.value = taken;
      return taken !== null;
    }
    lookAt(id);
    return true;
  }

  const stop = effect(() => {
    if (place.value + AHEAD >= items.value.length) fetchNext();
  });

  return {
    ...standing,
    ...pages,
    open,
    load,
    reload: (at: string | null = standing.at.peek()) => load(pages.filter(), at),
    dispose: (): void => stop(),
  };
}

export type List = ReturnType<typeof createList>;
