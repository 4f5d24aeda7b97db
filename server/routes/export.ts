import { ROUTES } from '../contract/index.ts';
import { exportFile } from '../export/index.ts';
import { serveStream, type Served } from '../http/serve.ts';
import { readQuery } from './read-query.ts';
import type { RouteDeps } from './deps.ts';

export function exportRoutes({ store }: RouteDeps): Served[] {
  return [
    serveStream(ROUTES.exportAll, async ({ query: { format, level }, filters }) => {
      const { query, search } = await readQuery(filters, store);
      return exportFile(store, query, format, { level, search });
    }),
  ];
}
