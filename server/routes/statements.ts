import { ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { readQuery, readScope } from './read-query.ts';
import { only, pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { presentStatements } from '../export/present.ts';

export function statementRoutes(deps: RouteDeps): Served[] {
  const { store } = deps;
  return [
    serve(ROUTES.statements, async ({ query: asked, filters }) => {
      const read = await readQuery(filters, store);
      const { statements: query } = await readScope(deps, read, asked);
      const page = await store.statements(query, asked.sort, pageRequest(asked));
      const facets = asked.facets && (await store.facets(query, asked.facets, asked.facetLimit));
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
