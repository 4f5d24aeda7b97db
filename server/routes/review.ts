import type { Mention } from '../../graph-data/schema/index.ts';
import {
  LOCAL_AUTHOR,
  PROPOSAL_TYPES,
  REVIEW_ROUTES,
  type Proposal,
  type ProposalType,
} from '../contract/index.ts';
import { loadMeasured } from '../extract/measured.ts';
import { RevisionCache } from '../graph/cache.ts';
import { serve, type Served } from '../http/serve.ts';
import { notesOnClaims } from '../query/claims.ts';
import { speakerCandidates } from '../record/candidates.ts';
import { likenessList } from '../record/likeness-list.ts';
import { reviewQueue, type QueueFilter, type QueueSort } from '../record/queue.ts';
import type { ProposalPlace, Store } from '../store/store.ts';
import { cursorBehind, indexBehind } from './queue-cursor.ts';
import type { RouteDeps } from './deps.ts';
import { readQuery, readScope, type Around } from './read-query.ts';
import { actorRef, presenterFor } from '../export/present.ts';

/** Queues kept while the record stands as it is: the pages of one are asked for in turn. */
const QUEUES_KEPT = 4;

/** What the queue is narrowed to besides the filters, as an address says it. */
interface AskedOfQueue extends Around {
  readonly type: readonly ProposalType[] | undefined;
  readonly min: number;
  readonly max: number;
}

/** The queue that an address means, and for the reply how it was read. */
async function readQueue(
  deps: RouteDeps,
  filters: URLSearchParams,
  { type: types = PROPOSAL_TYPES, min, max, ...around }: AskedOfQueue,
) {
  const { store } = deps;
  const read = await readQuery(filters, store);
  const { statements, claims } = await readScope(deps, read, around);
  const filter: QueueFilter = { statements, claims, types, min, max };
  const ofClaims = types.some((type) => type !== 'statement');
  const notes = ofClaims ? notesOnClaims(read.typed, 'agreements, events and relations') : [];
  return { filter, reading: { query: read.search, notes: [...read.notes, ...notes] } };
}

/** The review queue: what the reader proposes and nobody has decided. */
export function reviewRoutes(deps: RouteDeps): Served[] {
  const { store, record, likenesses } = deps;
  const measured = loadMeasured();
  const queues = new RevisionCache<ProposalPlace[]>(QUEUES_KEPT);
  const queueOf = async (filter: QueueFilter, sort: QueueSort) =>
    queues.get(await store.revision(), JSON.stringify([filter, sort]), () =>
      reviewQueue(store, filter, sort),
    );
  return [
    serve(REVIEW_ROUTES.proposals, async ({ query, filters }) => {
      const { cursor, limit, sort, candidates, ...asked } = query;
      const { filter, reading } = await readQueue(deps, filters, asked);
      const entries = await queueOf(filter, sort);
      const from = cursor === undefined ? 0 : indexBehind(entries, cursor, sort);
      const page = entries.slice(from, from + limit);
      const last = page.at(-1);
      const more = from + page.length < entries.length;
      return {
        total: entries.length,
        items: await presentProposals(store, page, candidates === 'true'),
        next: more && last ? cursorBehind(last, sort) : null,
        counts: countsOf(entries),
        measured,
        ...reading,
      };
    }),
    serve(REVIEW_ROUTES.acceptProposals, async ({ query, filters, body: { total, note } }) => {
      const { filter } = await readQueue(deps, filters, query);
      return record.acceptAll(filter, { by: LOCAL_AUTHOR, note }, total);
    }),
    serve(REVIEW_ROUTES.likenesses, async ({ query: { of } }) => {
      // One that was linked away is asked for as what it became.
      const statements = of && (await store.statementsById(of));
      return likenessList(await likenesses(), statements);
    }),
  ];
}

function countsOf(entries: readonly ProposalPlace[]): Record<ProposalType, number> {
  const counts = { statement: 0, agreement: 0, event: 0, relation: 0 };
  for (const { type } of entries) counts[type] += 1;
  return counts;
}

/** @param withCandidates whether each statement comes with who else its speaker could be */
async function presentProposals(
  store: Store,
  page: readonly ProposalPlace[],
  withCandidates: boolean,
): Promise<Proposal[]> {
  const idsOf = (type: ProposalType) => page.filter((e) => e.type === type).map(({ id }) => id);
  const statements = await store.statementsById(idsOf('statement'));
  const agreements = await store.agreementsById(idsOf('agreement'));
  const events = await store.eventsById(idsOf('event'));
  const relations = await store.relationsById(idsOf('relation'));
  const presenter = await presenterFor(store, { statements, agreements, events, relations });
  const mentions = await mentionsOf(store, withCandidates ? page : []);
  const written = new Map<string, Proposal>();
  const place = new Map<string, ProposalPlace>(page.map((entry) => [entry.id, entry]));
  const common = (id: string) => {
    const { confidence, document, start } = place.get(id)!;
    return { confidence, document, start };
  };
  for (const statement of statements) {
    const here = common(statement.id);
    const near = mentions.get(here.document) ?? [];
    const candidates = withCandidates
      ? await speakerCandidates(store, statement, here.document, near)
      : [];
    written.set(statement.id, {
      type: 'statement',
      ...here,
      record: presenter.statement(statement),
      candidates: candidates.map((it) => ({ ...it, actor: actorRef(it.actor) })),
    });
  }
  for (const it of agreements)
    written.set(it.id, { type: 'agreement', ...common(it.id), record: presenter.agreement(it) });
  for (const it of events)
    written.set(it.id, { type: 'event', ...common(it.id), record: presenter.event(it) });
  for (const it of relations)
    written.set(it.id, { type: 'relation', ...common(it.id), record: presenter.relation(it) });
  return page.flatMap(({ id }) => written.get(id) ?? []);
}

async function mentionsOf(
  store: Store,
  page: readonly ProposalPlace[],
): Promise<Map<string, Mention[]>> {
  const documents = [...new Set(page.map(({ document }) => document))];
  const lists = await Promise.all(documents.map((id) => store.mentions(id)));
  return new Map(documents.map((id, i) => [id, lists[i] ?? []]));
}
