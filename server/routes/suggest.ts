import { ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { ask } from '../query/questions/index.ts';
import { suggest } from '../query/suggest.ts';
import type { RouteDeps } from './deps.ts';

export function suggestRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.suggest, async ({ query: { q, at, limit } }) => suggest(q, at, store, limit)),
    serve(ROUTES.ask, async ({ query: { q } }) => ask(q, store)),
  ];
}
