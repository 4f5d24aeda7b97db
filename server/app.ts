import { randomBytes } from 'node:crypto';
import compression from 'compression';
import express, { type Express } from 'express';
import { OnrecordError } from './contract/index.ts';
import { clientFiles } from './http/client-files.ts';
import { guard } from './http/guard.ts';
import { securityHeaders } from './http/headers.ts';
import { problems } from './http/problem.ts';
import { mount, type Served } from './http/serve.ts';
import { actorRoutes } from './routes/actors.ts';
import { agreementRoutes, eventRoutes, relationRoutes } from './routes/claims.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { decisionRoutes } from './routes/decisions.ts';
import type { RouteDeps } from './routes/deps.ts';
import { documentRoutes } from './routes/documents.ts';
import { exportRoutes } from './routes/export.ts';
import { graphRoutes } from './routes/graph.ts';
import { importRoutes } from './routes/imports.ts';
import { pathRoutes } from './routes/paths.ts';
import { reviewRoutes } from './routes/review.ts';
import { savedRoutes } from './routes/saved.ts';
import { serviceRoutes } from './routes/service.ts';
import { statementRoutes } from './routes/statements.ts';
import { suggestRoutes } from './routes/suggest.ts';

export interface AppDeps extends RouteDeps {
  /** Folder of the built client; may be absent. */
  readonly clientDir: string;
  /** Told of every error that is not the caller's, whole. */
  readonly onFault: (error: unknown) => void;
}

/** Every route of the house; each appears in the table of server/contract/routes.ts. */
export function allRoutes(deps: RouteDeps): Served[] {
  return [
    ...statementRoutes(deps),
    ...actorRoutes(deps),
    ...agreementRoutes(deps),
    ...eventRoutes(deps),
    ...relationRoutes(deps),
    ...documentRoutes(deps),
    ...graphRoutes(deps),
    ...pathRoutes(deps),
    ...suggestRoutes(deps),
    ...cypherRoutes(deps),
    ...exportRoutes(deps),
    ...importRoutes(deps),
    ...reviewRoutes(deps),
    ...decisionRoutes(deps),
    ...savedRoutes(deps),
    ...serviceRoutes(deps),
  ];
}

/** The whole app. It does not listen: tests and main.ts do. */
export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.use(securityHeaders, guard, compression());
  mount(app, allRoutes(deps), entityTag(deps));
  app.use(clientFiles(deps.clientDir));
  app.use((request) => {
    const detail = `There is nothing at ${request.path.slice(0, 200)}. See /api/docs for every address.`;
    throw new OnrecordError('no-route', detail);
  });
  app.use(problems(deps.onFault));
  return app;
}

/** Another server process may hold another record at the same revision: the tag tells them apart. */
function entityTag({ store, version }: RouteDeps): () => Promise<string> {
  const instance = randomBytes(6).toString('base64url');
  return async () => `${version}-${instance}-${await store.revision()}`;
}
