import { ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { readQuery } from './read-query.ts';
import { oneActor } from '../query/one-actor.ts';
import { only, pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { presentStatements } from '../export/present.ts';

export function statementRoutes({ store, graph }: RouteDeps): Served[] {
  return [
    serve(ROUTES.statements, async ({ query: asked, filters }) => {
      const { query: whole, search, notes } = await readQuery(filters, store);
      const query =
        asked.of === undefined
          ? whole
          : await graph.within(await oneActor(store, 'of', asked.of), asked.hops, whole);
      const page = await store.statements(query, asked.sort, pageRequest(asked));
      const facets = asked.facets && (await store.facets(query, asked.facets, asked.facetLimit));
      const items = await presentStatements(store, page.items);
      return { ...page, items, ...(facets && { facets }), query: search, notes: [...notes] };
    }),
    serve(ROUTES.statement, async ({ params: { id } }) => {
      const statement = only(await store.statementsById([id]), id);
      return only(await presentStatements(store, [statement]), id);
    }),
  ];
}
