import { and, or, ROUTES, term, type ResolvedTerm } from '../contract/index.ts';
import type { Actor, ActorId } from '../../graph-data/schema/index.ts';
import { serve, type Served } from '../http/serve.ts';
import type { Page, Store } from '../store/store.ts';
import { only, pageRequest } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { presenterFor, Presenter } from '../export/present.ts';

/** Most agreements, events, relations and documents listed with an actor; the rest is counted. */
const MOST_TIES = 1000;

/** Most ways in which documents word a name; the total tells of the rest. */
const MOST_FORMS = 40;

export function actorRoutes({ store }: RouteDeps): Served[] {
  return [
    serve(ROUTES.actors, async ({ query }) => {
      const filter = {
        ...(query.kind && { kind: query.kind }),
        ...(query.q !== undefined && { text: query.q }),
      };
      const page = await store.actors(filter, pageRequest(query));
      return { ...page, items: await withCounts(store, page.items) };
    }),
    serve(ROUTES.actor, async ({ params: { id } }) => {
      const actor = only(await store.actorsById([id]), id);
      const [listed] = await withCounts(store, [actor]);
      const forms = await store.nameForms(actor.id, MOST_FORMS);
      return { ...only(listed ? [listed] : [], id), forms, ...(await tiesOf(store, actor.id)) };
    }),
  ];
}

async function withCounts(store: Store, actors: readonly Actor[]) {
  const counts = await store.actorCounts(actors.map(({ id }) => id));
  return actors.map((actor, i) => ({ ...actor, counts: only(counts.slice(i), actor.id) }));
}

async function tiesOf(store: Store, id: ActorId) {
  const page = { limit: MOST_TIES, cursor: null };
  const filter = { actors: [id] };
  const agreements = await store.agreements(filter, page);
  const events = await store.events(filter, page);
  const relations = await store.relations(filter, page);
  const documents = await documentsOf(store, id);
  const presenter = await presenterFor(store, {
    agreements: agreements.items,
    events: events.items,
    relations: relations.items,
  });
  const titles = await Presenter.for(store, [], documents.ids);
  return {
    agreements: agreements.items.map((it) => presenter.agreement(it)),
    events: events.items.map((it) => presenter.event(it)),
    relations: relations.items.map((it) => presenter.relation(it)),
    documents: documents.ids.map((document) => titles.document(document)),
    omitted: {
      agreements: beyond(agreements),
      events: beyond(events),
      relations: beyond(relations),
      documents: documents.omitted,
    },
  };
}

function beyond({ total, items }: Page<unknown>): number {
  return total - items.length;
}

/**
 * Documents that report a statement in which the actor has a part, and those that it published and
 * that report any, most of these statements first. `omitted` counts those beyond `MOST_TIES`.
 */
async function documentsOf(
  store: Store,
  id: ActorId,
): Promise<{ readonly ids: string[]; readonly omitted: number }> {
  const part: ResolvedTerm = { key: 'actor', ids: [id] };
  const outlet: ResolvedTerm = { key: 'outlet', ids: [id] };
  const query = and(or(term(part), term(outlet)));
  const { document } = await store.facets(query, ['document'], MOST_TIES);
  const { values = [], omitted = 0 } = document ?? {};
  return { ids: values.map(({ value }) => value), omitted };
}
