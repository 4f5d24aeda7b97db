export interface PageRequest {
  /** 1..1000. */
  readonly limit: number;
  /** From the page before; null for the first page. */
  readonly cursor: string | null;
}

/**
 * `total` counts the whole match at the time of the call. `next` is null on the last page. A
 * cursor names the last row's sort key and id, so that pages neither repeat nor skip rows that
 * stand while others come and go; it is bound to its query and sort (else `bad-cursor`). By
 * relevance, whose scores depend on the whole record, a page after a write goes on behind the
 * named row's present place.
 */
export interface Page<T> {
  readonly total: number;
  readonly items: T[];
  readonly next: string | null;
}

/** Most items that a list gives at once. */
const PAGE = 1000;

type Ask<T> = (page: PageRequest) => Promise<Page<T>>;

/** The pages of a list in turn, with no more than a limit of items together. */
export async function* pagesOf<T>(ask: Ask<T>, limit = Infinity): AsyncGenerator<Page<T>> {
  let [cursor, left]: [string | null, number] = [null, limit];
  do {
    const page: Page<T> = await ask({ limit: Math.min(PAGE, left), cursor });
    yield page;
    cursor = page.next;
    left -= page.items.length;
  } while (cursor !== null && left > 0);
}

/** Every item of a list, page by page. */
export async function* everyItem<T>(ask: Ask<T>): AsyncGenerator<T> {
  for await (const { items } of pagesOf(ask)) yield* items;
}

/** Every item of a list at once. */
export async function wholeList<T>(ask: Ask<T>): Promise<T[]> {
  const { items } = await firstOf(Infinity, ask);
  return items;
}

/** The first items of a list, up to a limit, and how many there are in all. */
export async function firstOf<T>(
  limit: number,
  ask: Ask<T>,
): Promise<{ total: number; items: T[] }> {
  const items: T[] = [];
  let total = 0;
  for await (const page of pagesOf(ask, limit)) {
    items.push(...page.items);
    total = page.total;
  }
  return { total, items };
}
