import { recordTypeOf, type Actor, type RecordType } from '../../graph-data/schema/index.ts';
import { ROUTES, type Hop } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { pathsRequestOf, type FoundHop } from '../query/paths/index.ts';
import type { Store } from '../store/store.ts';
import { only } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { actorRef, presenterFor } from '../export/present.ts';

export function pathRoutes({ store, paths }: RouteDeps): Served[] {
  return [
    serve(ROUTES.paths, async ({ query: { hubs, order, ...rest } }) => {
      const named = { ...rest, discountHubs: hubs === 'discounted', inTime: order === 'time' };
      const found = await paths.paths(await pathsRequestOf(named, store));
      const hops = found.paths.flatMap((path) => path.hops);
      const ends = await store.actorsById([found.from, found.to]);
      const present = await hopPresenter(store, hops, ends);
      return {
        from: actorRef(only(ends, found.from)),
        to: actorRef(only(ends.slice(1), found.to)),
        max: found.max,
        paths: found.paths.map(({ cost, hops: steps }) => ({ cost, hops: steps.map(present) })),
        complete: found.complete,
        work: found.work,
      };
    }),
  ];
}

/** Reads every record behind the steps at once; the result writes out one step. */
async function hopPresenter(
  store: Store,
  hops: readonly FoundHop[],
  ends: readonly Actor[],
): Promise<(hop: FoundHop) => Hop> {
  const ids = [...new Set(hops.flatMap(({ records }) => records))];
  const ofType = (type: RecordType) => ids.filter((id) => recordTypeOf(id) === type);
  const statements = await store.statementsById(ofType('statement'));
  const agreements = await store.agreementsById(ofType('agreement'));
  const events = await store.eventsById(ofType('event'));
  const relations = await store.relationsById(ofType('relation'));
  const along = hops.flatMap(({ from, to }) => [from, to]);
  const actors = await store.actorsById([...new Set([...along, ...ends.map(({ id }) => id)])]);
  const names = new Map<string, Actor>(actors.map((actor) => [actor.id, actor]));
  const presenter = await presenterFor(store, { statements, agreements, events, relations });
  const actorAt = (id: string) =>
    actorRef(
      only(
        [names.get(id)].filter((it) => it !== undefined),
        id,
      ),
    );
  return ({ from, to, records, omitted }) => {
    const behind = new Set(records);
    const those = <T extends { id: string }>(all: readonly T[]) =>
      all.filter(({ id }) => behind.has(id));
    return {
      from: actorAt(from),
      to: actorAt(to),
      statements: those(statements).map((it) => presenter.statement(it)),
      agreements: those(agreements).map((it) => presenter.agreement(it)),
      events: those(events).map((it) => presenter.event(it)),
      relations: those(relations).map((it) => presenter.relation(it)),
      omitted,
    };
  };
}
