import { OnrecordError, ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { withDetails } from '../query/document-details.ts';
import { readQuery, readScope } from './read-query.ts';
import { only, pageRequest } from './ask.ts';
import type { Store } from '../store/store.ts';
import type { RouteDeps } from './deps.ts';
import { presentStatements } from '../export/present.ts';

export function statementRoutes(deps: RouteDeps): Served[] {
  const { store } = deps;
  return [
    serve(ROUTES.statements, async ({ query: asked, filters }) => {
      if (asked.ids) {
        refuseNarrowing(filters, asked.of);
        return named(store, asked.ids);
      }
      const read = await readQuery(filters, store);
      const { statements: query } = await readScope(deps, read, asked);
      const page = await store.statements(query, asked.sort, pageRequest(asked));
      const counted = asked.facets && (await store.facets(query, asked.facets, asked.facetLimit));
      const document = counted?.document && (await withDetails(store, counted.document));
      const facets = counted && { ...counted, ...(document && { document }) };
      const items = await presentStatements(store, page.items);
      const { search, notes } = read;
      return { ...page, items, ...(facets && { facets }), query: search, notes: [...notes] };
    }),
    serve(ROUTES.statement, async ({ params: { id } }) => {
      const statement = only(await store.statementsById([id]), id);
      return only(await presentStatements(store, [statement]), id);
    }),
  ];
}

/** Throws `bad-value`: what is named by id is not searched for. */
function refuseNarrowing(filters: URLSearchParams, of: string | undefined): void {
  if (filters.size === 0 && of === undefined) return;
  throw new OnrecordError('bad-value', '“ids” stands without filters. Ask for one or the other.', {
    field: 'ids',
  });
}

/** A page of the statements with these ids; those that nothing has are left out. */
async function named(store: Store, ids: readonly string[]) {
  const statements = await store.statementsById(ids);
  const items = await presentStatements(store, statements);
  return { total: items.length, items, next: null, query: '', notes: [] };
}
