import { ROUTES } from '../contract/index.ts';
import { exportFile, toldAs } from '../export/index.ts';
import { askedOf, Selection, typesFor } from '../export/selection.ts';
import { serveStream, type Served } from '../http/serve.ts';
import { readQuery, readScope } from './read-query.ts';
import type { RouteDeps } from './deps.ts';

export function exportRoutes(deps: RouteDeps): Served[] {
  return [
    serveStream(ROUTES.exportAll, async ({ query: { format, types, ...around }, filters }) => {
      const { store } = deps;
      const held = typesFor(format, types);
      const read = await readQuery(filters, store, askedOf(held));
      const scope = await readScope(deps, read, around);
      const selection = new Selection(store, scope, held);
      const { of = null, hops, level } = around;
      const told = toldAs({ search: read.search, around: of, hops, types: held });
      return exportFile(selection, format, { level, told });
    }),
  ];
}
