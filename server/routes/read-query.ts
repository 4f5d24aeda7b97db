import type { GraphLevel } from '../contract/index.ts';
import type { Scope } from '../graph/ego.ts';
import { RevisionCache } from '../graph/cache.ts';
import { oneActor } from '../query/one-actor.ts';
import { queryFromParams, type Asked, type SearchRequest } from '../query/params.ts';
import type { Store } from '../store/store.ts';
import type { RouteDeps } from './deps.ts';

/** Filters kept per store; a screen asks for statements, facets and graph by the same ones. */
const KEPT = 200;

const caches = new WeakMap<Store, RevisionCache<SearchRequest>>();

/**
 * The query that the filters of an address mean. Names are looked up once for each revision of the
 * record: a lookup costs more than the search it is for.
 *
 * @throws OnrecordError as queryFromParams
 */
export async function readQuery(
  filters: URLSearchParams,
  store: Store,
  of: Asked = 'statements',
): Promise<SearchRequest> {
  let cache = caches.get(store);
  if (!cache) caches.set(store, (cache = new RevisionCache(KEPT)));
  const revision = await store.revision();
  const key = `${of} ${filters.toString()}`;
  return cache.get(revision, key, () => queryFromParams(filters, store, of));
}

/** The neighbourhood that a list is narrowed to, as it is asked for; `of` undefined: none. */
export interface Around {
  readonly of: string | undefined;
  readonly hops: number;
  readonly level?: GraphLevel;
}

/**
 * The query of an address within the neighbourhood that it names.
 *
 * @throws OnrecordError `not-found` when nobody or several bear the name of its middle
 */
export async function readScope(
  { store, graph }: Pick<RouteDeps, 'store' | 'graph'>,
  { query }: SearchRequest,
  { of, hops, level = 'actors' }: Around,
): Promise<Scope> {
  if (of === undefined) return graph.scope(null, query);
  return graph.scope({ actor: await oneActor(store, 'of', of), hops, level }, query);
}
