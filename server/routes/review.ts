import type { Mention } from '../../graph-data/schema/index.ts';
import {
  LOCAL_AUTHOR,
  PROPOSAL_TYPES,
  REVIEW_ROUTES,
  type Proposal,
  type ProposalsAsked,
  type ProposalType,
} from '../contract/index.ts';
import { loadMeasured } from '../extract/index.ts';
import { RevisionCache } from '../graph/cache.ts';
import { serve, type Served } from '../http/serve.ts';
import { speakerCandidates } from '../record/candidates.ts';
import { reviewQueue, type QueueFilter, type QueueSort } from '../record/queue.ts';
import type { ProposalPlace, Store } from '../store/store.ts';
import { cursorBehind, indexBehind } from './queue-cursor.ts';
import type { RouteDeps } from './deps.ts';
import { actorRef, presenterFor } from '../export/present.ts';

/** Queues kept while the record stands as it is: the pages of one are asked for in turn. */
const QUEUES_KEPT = 4;

/** The review queue: what the reader proposes and nobody has decided. */
export function reviewRoutes({ store, record, likenesses }: RouteDeps): Served[] {
  const measured = loadMeasured();
  const queues = new RevisionCache<ProposalPlace[]>(QUEUES_KEPT);
  const queueOf = async (filter: QueueFilter, sort: QueueSort) =>
    queues.get(await store.revision(), JSON.stringify([filter, sort]), () =>
      reviewQueue(store, filter, sort),
    );
  return [
    serve(REVIEW_ROUTES.proposals, async ({ query }) => {
      const { cursor, limit, sort } = query;
      const entries = await queueOf(filterOf(query), sort);
      const from = cursor === undefined ? 0 : indexBehind(entries, cursor, sort);
      const page = entries.slice(from, from + limit);
      const last = page.at(-1);
      const more = from + page.length < entries.length;
      return {
        total: entries.length,
        items: await presentProposals(store, page, query.candidates === 'true'),
        next: more && last ? cursorBehind(last, sort) : null,
        counts: countsOf(entries),
        measured,
      };
    }),
    serve(REVIEW_ROUTES.acceptProposals, async ({ body: { note, ...asked } }) =>
      record.acceptAll(filterOf(asked), { by: LOCAL_AUTHOR, note }),
    ),
    serve(REVIEW_ROUTES.likenesses, () => likenesses()),
  ];
}

function filterOf({ type, document, actor, min, max }: ProposalsAsked): QueueFilter {
  return {
    types: type ?? PROPOSAL_TYPES,
    document: document ?? null,
    actor: actor ?? null,
    min,
    max,
  };
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
    const near = mentions.get(common(statement.id).document) ?? [];
    const candidates = withCandidates ? await speakerCandidates(store, statement, near) : [];
    written.set(statement.id, {
      type: 'statement',
      ...common(statement.id),
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
