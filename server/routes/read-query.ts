import { RevisionCache } from '../graph/cache.ts';
import { queryFromParams, type SearchRequest } from '../query/params.ts';
import type { Store } from '../store/store.ts';

/** Filters kept per store; a screen asks for statements, facets and graph by the same ones. */
const KEPT = 200;

const caches = new WeakMap<Store, RevisionCache<SearchRequest>>();

/**
 * The query that the filters of an address mean. Names are looked up once for each revision of the
 * record: a lookup costs more than the search it is for.
 *
 * @throws OnrecordError as queryFromParams
 */
export async function readQuery(filters: URLSearchParams, store: Store): Promise<SearchRequest> {
  let cache = caches.get(store);
  if (!cache) caches.set(store, (cache = new RevisionCache(KEPT)));
  const revision = await store.revision();
  return cache.get(revision, filters.toString(), () => queryFromParams(filters, store));
}
