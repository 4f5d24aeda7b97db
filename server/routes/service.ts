import { ROUTES } from '../contract/index.ts';
import { referencePage } from '../http/docs.ts';
import { openApiDocument } from '../http/openapi.ts';
import { PAGE_STYLE } from '../http/page.ts';
import { serve, serveStream, type Served } from '../http/serve.ts';
import type { RouteDeps } from './deps.ts';

/** What the service says of itself. */
export function serviceRoutes({ store, version }: RouteDeps): Served[] {
  const document = openApiDocument(ROUTES, version);
  const page = referencePage(ROUTES, version);
  return [
    serve(ROUTES.health, async () => ({
      status: 'ok' as const,
      version,
      revision: await store.revision(),
      counts: await store.counts(),
    })),
    serve(ROUTES.openapi, async () => document),
    serveStream(ROUTES.docs, async () => ({
      type: 'text/html; charset=utf-8',
      filename: null,
      chunks: [page],
    })),
    serveStream(ROUTES.docsStyle, async () => ({
      type: 'text/css; charset=utf-8',
      filename: null,
      chunks: [PAGE_STYLE],
    })),
  ];
}
