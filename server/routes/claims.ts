import { ROUTES } from '../contract/index.ts';
import { ActorId, type DayRange, type DocumentId } from '../../graph-data/schema/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { findActors } from '../query/search/actors.ts';
import type { ClaimFilter, Store } from '../store/store.ts';
import { only, pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { presenterFor } from '../export/present.ts';

interface AskedClaims {
  readonly actor: readonly string[] | undefined;
  readonly document: readonly DocumentId[] | undefined;
  readonly date: readonly DayRange[] | undefined;
  readonly status: readonly string[] | undefined;
  readonly q: string | undefined;
}

/** The store's filter. An actor that nobody is called matches nothing. */
async function filterOf(
  store: Store,
  asked: AskedClaims,
  kinds: readonly string[] | undefined,
): Promise<ClaimFilter> {
  return {
    ...(asked.actor !== undefined && { actors: await actorIds(store, asked.actor) }),
    ...(asked.document !== undefined && { documents: asked.document }),
    ...(asked.date && { dates: asked.date }),
    ...(asked.status && { status: asked.status }),
    ...(asked.q !== undefined && { text: asked.q }),
    ...(kinds && { kinds }),
  };
}

async function actorIds(store: Store, names: readonly string[]): Promise<ActorId[]> {
  const found = await Promise.all(names.map((name) => findActors(name, store)));
  return found.flatMap(({ ids }) => ids.map((id) => ActorId.parse(id)));
}

export function agreementRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.agreements, async ({ query }) => {
      const filter = await filterOf(store, query, query.state);
      const page = await store.agreements(filter, pageRequest(query));
      const presenter = await presenterFor(store, { agreements: page.items });
      return { ...page, items: page.items.map((it) => presenter.agreement(it)) };
    }),
    serve(ROUTES.agreement, async ({ params: { id } }) => {
      const agreement = only(await store.agreementsById([id]), id);
      return (await presenterFor(store, { agreements: [agreement] })).agreement(agreement);
    }),
  ];
}

export function eventRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.events, async ({ query }) => {
      const filter = await filterOf(store, query, query.kind);
      const page = await store.events(filter, pageRequest(query));
      const presenter = await presenterFor(store, { events: page.items });
      return { ...page, items: page.items.map((it) => presenter.event(it)) };
    }),
    serve(ROUTES.event, async ({ params: { id } }) => {
      const event = only(await store.eventsById([id]), id);
      return (await presenterFor(store, { events: [event] })).event(event);
    }),
  ];
}

export function relationRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.relations, async ({ query }) => {
      const filter = await filterOf(store, query, query.kind);
      const page = await store.relations(filter, pageRequest(query));
      const presenter = await presenterFor(store, { relations: page.items });
      return { ...page, items: page.items.map((it) => presenter.relation(it)) };
    }),
    serve(ROUTES.relation, async ({ params: { id } }) => {
      const relation = only(await store.relationsById([id]), id);
      return (await presenterFor(store, { relations: [relation] })).relation(relation);
    }),
  ];
}
