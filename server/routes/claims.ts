import { ROUTES } from '../contract/index.ts';
import { presenterFor } from '../export/present.ts';
import { serve, type Served } from '../http/serve.ts';
import { claimFilterOf, notesOnClaims, type AskedClaims } from '../query/claims.ts';
import { only, pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { readQuery, readScope, type Around } from './read-query.ts';

/**
 * The filter of the store that an address means, and for the reply how it was read.
 *
 * @param what the records in the plural
 */
async function read(
  deps: RouteDeps,
  filters: URLSearchParams,
  asked: AskedClaims & Around,
  what: string,
) {
  const request = await readQuery(filters, deps.store, 'claims');
  const { claims } = await readScope(deps, request, asked);
  const { filter, notes } = await claimFilterOf(deps.store, claims, asked);
  return {
    filter,
    reading: {
      query: request.search,
      notes: [...request.notes, ...notes, ...notesOnClaims(request.typed, what)],
    },
  };
}

export function agreementRoutes(deps: RouteDeps): Served[] {
  const { store } = deps;
  return [
    serve(ROUTES.agreements, async ({ query, filters }) => {
      const asked = { ...query, kinds: query.state };
      const { filter, reading } = await read(deps, filters, asked, 'agreements');
      const page = await store.agreements(filter, pageRequest(query));
      const presenter = await presenterFor(store, { agreements: page.items });
      return { ...page, items: page.items.map((it) => presenter.agreement(it)), ...reading };
    }),
    serve(ROUTES.agreement, async ({ params: { id } }) => {
      const agreement = only(await store.agreementsById([id]), id);
      return (await presenterFor(store, { agreements: [agreement] })).agreement(agreement);
    }),
  ];
}

export function eventRoutes(deps: RouteDeps): Served[] {
  const { store } = deps;
  return [
    serve(ROUTES.events, async ({ query, filters }) => {
      const asked = { ...query, kinds: query.kind };
      const { filter, reading } = await read(deps, filters, asked, 'events');
      const page = await store.events(filter, pageRequest(query));
      const presenter = await presenterFor(store, { events: page.items });
      return { ...page, items: page.items.map((it) => presenter.event(it)), ...reading };
    }),
    serve(ROUTES.event, async ({ params: { id } }) => {
      const event = only(await store.eventsById([id]), id);
      return (await presenterFor(store, { events: [event] })).event(event);
    }),
  ];
}

export function relationRoutes(deps: RouteDeps): Served[] {
  const { store } = deps;
  return [
    serve(ROUTES.relations, async ({ query, filters }) => {
      const asked = { ...query, kinds: query.kind };
      const { filter, reading } = await read(deps, filters, asked, 'relations');
      const page = await store.relations(filter, pageRequest(query));
      const presenter = await presenterFor(store, { relations: page.items });
      return { ...page, items: page.items.map((it) => presenter.relation(it)), ...reading };
    }),
    serve(ROUTES.relation, async ({ params: { id } }) => {
      const relation = only(await store.relationsById([id]), id);
      return (await presenterFor(store, { relations: [relation] })).relation(relation);
    }),
  ];
}
