import { LOCAL_AUTHOR, REVIEW_ROUTES } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';

/** The log of decisions, and adding to it. */
export function decisionRoutes({ store, record }: RouteDeps): Served[] {
  return [
    serve(REVIEW_ROUTES.decisions, async ({ query }) => {
      const page = await store.decisions(pageRequest(query));
      return { ...page, items: await record.told(page.items) };
    }),
    serve(REVIEW_ROUTES.decide, async ({ body: { action, note, seen } }) =>
      record.decide(action, { by: LOCAL_AUTHOR, note }, seen),
    ),
    serve(REVIEW_ROUTES.undoDecision, async ({ params: { id }, body: { note } }) =>
      record.undo(id, { by: LOCAL_AUTHOR, note }),
    ),
    serve(REVIEW_ROUTES.conflicts, async () => ({ items: await record.conflicts() })),
  ];
}
