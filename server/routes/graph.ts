import { ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { readQuery } from './read-query.ts';
import { oneActor } from '../query/one-actor.ts';
import type { RouteDeps } from './deps.ts';

export function graphRoutes({ store, graph }: RouteDeps): Served[] {
  return [
    serve(ROUTES.graph, async ({ query: { level, limit }, filters }) => {
      const { query } = await readQuery(filters, store);
      return graph.graph(query, level, limit);
    }),
    serve(ROUTES.neighbourhood, async ({ query: { of, hops, level, limit }, filters }) => {
      const actor = await oneActor(store, 'of', of);
      const { query } = await readQuery(filters, store);
      return graph.neighbourhood(actor, hops, query, limit, level);
    }),
  ];
}
