import { recordTypeOf, type Actor, type RecordType } from '../../graph-data/schema/index.ts';
import { OnrecordError, ROUTES, term, type Hop, type PathsAsked } from '../contract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import type { FoundHop } from '../query/paths/index.ts';
import { findRecords } from '../query/search/records.ts';
import type { Store } from '../store/store.ts';
import { only, oneActor } from './ask.ts';
import type { RouteDeps } from './deps.ts';
import { actorRef, presenterFor } from '../export/present.ts';

interface AskedPaths {
  readonly from: string;
  readonly to: string;
  readonly max: number;
  readonly k: number;
  readonly kinds: PathsAsked['kinds'];
  readonly acts: PathsAsked['acts'] | undefined;
  readonly period: PathsAsked['period'] | undefined;
  readonly document: string | undefined;
  readonly through: string | undefined;
  readonly avoid: string | undefined;
  readonly hubs: 'discounted' | 'plain';
  readonly order: 'any' | 'time';
}

export function pathRoutes({ store, paths }: RouteDeps): Served[] {
  return [
    serve(ROUTES.paths, async ({ query }) => {
      const found = await paths.paths(await requestOf(store, query));
      const hops = found.paths.flatMap((path) => path.hops);
      const ends = await store.actorsById([found.from, found.to]);
      const present = await hopPresenter(store, hops, ends);
      return {
        from: actorRef(only(ends, found.from)),
        to: actorRef(only(ends.slice(1), found.to)),
        max: found.max,
        paths: found.paths.map(({ cost, hops: steps }) => ({ cost, hops: steps.map(present) })),
        complete: found.complete,
      };
    }),
  ];
}

async function requestOf(store: Store, asked: AskedPaths): Promise<PathsAsked> {
  const { max, k, kinds, acts, period, hubs, order } = asked;
  return {
    from: (await oneActor(store, 'from', asked.from)) as PathsAsked['from'],
    to: (await oneActor(store, 'to', asked.to)) as PathsAsked['to'],
    max,
    k,
    ...(kinds && { kinds }),
    ...(acts && { acts }),
    ...(period && { period }),
    ...(asked.document !== undefined && { records: await recordsOf(store, asked.document) }),
    through: await actorsNamed(store, 'through', asked.through),
    avoid: await actorsNamed(store, 'avoid', asked.avoid),
    discountHubs: hubs === 'discounted',
    inTime: order === 'time',
  };
}

async function actorsNamed(
  store: Store,
  field: string,
  names: string | undefined,
): Promise<PathsAsked['from'][]> {
  const wanted = (names ?? '').split(',').map((name) => name.trim());
  const ids = wanted.filter((name) => name !== '').map((name) => oneActor(store, field, name));
  return (await Promise.all(ids)) as PathsAsked['from'][];
}

/** Everything that one document reports. */
async function recordsOf(store: Store, name: string): Promise<string[]> {
  const { ids, note } = await findRecords('document', name, store);
  if (ids.length === 0) {
    const detail = note?.message ?? `No document in the record is called “${name}”.`;
    throw new OnrecordError('not-found', detail, { field: 'document' });
  }
  const statements = await store.statementIds(term({ key: 'document' as const, ids }));
  const filter = { documents: ids as Actor['id'][] as never };
  const page = { limit: 1000, cursor: null };
  const claims = await Promise.all([
    store.agreements(filter, page),
    store.events(filter, page),
    store.relations(filter, page),
  ]);
  return [...statements, ...claims.flatMap(({ items }) => items.map(({ id }) => id))];
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
