import { ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import type { RouteDeps } from './deps.ts';

export function cypherRoutes({ cypher }: RouteDeps): Served[] {
  return [serve(ROUTES.cypher, async ({ body, signal }) => cypher.run(body, signal))];
}
