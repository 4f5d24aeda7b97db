import { OnrecordError } from '../contract/index.ts';
import type { PageRequest } from '../store/store.ts';

/** The page that a list is asked for. */
export function pageRequest(query: { limit: number; cursor: string | undefined }): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}

/** The only item, or `not-found` for the id. */
export function only<T>(items: readonly T[], id: string): T {
  const [item] = items;
  if (item !== undefined) return item;
  throw new OnrecordError(
    'not-found',
    `Nothing in the record has the id ${id}. It may have been removed: search for it by name.`,
    { field: 'id' },
  );
}
