import type { Page, PageRequest } from '../store/store.ts';

/** The first items of a list, up to a limit, page by page, and how many there are in all. */
export async function firstOf<T>(
  limit: number,
  list: (page: PageRequest) => Promise<Page<T>>,
): Promise<{ total: number; items: T[] }> {
  const items: T[] = [];
  let cursor: string | null = null;
  let total = 0;
  do {
    const page: Page<T> = await list({ limit: Math.min(1000, limit - items.length), cursor });
    items.push(...page.items);
    total = page.total;
    cursor = page.next;
  } while (cursor !== null && items.length < limit);
  return { total, items };
}
