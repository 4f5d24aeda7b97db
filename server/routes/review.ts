import type { Mention } from '../../graph-data/schema/index.ts';
import {
  OnrecordError,
  PROPOSAL_TYPES,
  REVIEW_ROUTES,
  type Proposal,
  type ProposalType,
} from '../contract/index.ts';
import { loadMeasured } from '../extract/index.ts';
import { serve, type Served } from '../http/serve.ts';
import { speakerCandidates } from '../record/candidates.ts';
import { reviewQueue, type QueueEntry, type QueueSort } from '../record/queue.ts';
import type { Store } from '../store/store.ts';
import type { RouteDeps } from './deps.ts';
import { actorRef, presenterFor } from '../export/present.ts';

/** The review queue: what the reader proposes and nobody has decided. */
export function reviewRoutes({ store, likenesses }: RouteDeps): Served[] {
  const measured = loadMeasured();
  return [
    serve(REVIEW_ROUTES.proposals, async ({ query }) => {
      const types = query.type ?? PROPOSAL_TYPES;
      const bounds = { min: query.min, max: query.max };
      const filter = { document: query.document ?? null, actor: query.actor ?? null, ...bounds };
      const entries = await reviewQueue(store, { types, ...filter }, query.sort);
      const from = query.cursor === undefined ? 0 : placeAfter(entries, query.cursor, query.sort);
      const page = entries.slice(from, from + query.limit);
      const last = page.at(-1);
      const more = from + page.length < entries.length;
      return {
        total: entries.length,
        items: await presentProposals(store, page),
        next: more && last ? cursorOf(last, query.sort) : null,
        counts: countsOf(entries),
        measured,
      };
    }),
    serve(REVIEW_ROUTES.likenesses, () => likenesses()),
  ];
}

function countsOf(entries: readonly QueueEntry[]): Record<ProposalType, number> {
  const counts = { statement: 0, agreement: 0, event: 0, relation: 0 };
  for (const { type } of entries) counts[type] += 1;
  return counts;
}

/** A cursor names the last entry's place in the order, so that decided entries do not shift pages. */
function cursorOf({ id, document, start, confidence }: QueueEntry, sort: QueueSort): string {
  return Buffer.from(JSON.stringify([sort, id, document, start, confidence])).toString('base64url');
}

function placeAfter(entries: readonly QueueEntry[], cursor: string, sort: QueueSort): number {
  const last = entryOf(cursor, sort);
  const at = entries.findIndex(({ id }) => id === last.id);
  if (at >= 0) return at + 1;
  const after = entries.findIndex((entry) => comesAfter(entry, last, sort));
  return after < 0 ? entries.length : after;
}

type Place = Pick<QueueEntry, 'id' | 'document' | 'start' | 'confidence'>;

function comesAfter(entry: QueueEntry, last: Place, sort: QueueSort): boolean {
  const more = (entry.confidence ?? 1) - (last.confidence ?? 1);
  if (sort !== 'place' && more !== 0) return sort === 'confidence' ? more > 0 : more < 0;
  if (entry.document !== last.document) return entry.document > last.document;
  return entry.start !== last.start ? entry.start > last.start : entry.id > last.id;
}

function entryOf(cursor: string, sort: QueueSort): Place {
  try {
    const [of, id, document, start, confidence] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) as [string, string, Place['document'], number, number | null];
    if (of === sort && typeof id === 'string') return { id, document, start, confidence };
  } catch {
    // Falls through to the one refusal.
  }
  throw new OnrecordError('bad-cursor', 'This cursor belongs to another list. Begin again.', {
    field: 'cursor',
  });
}

async function presentProposals(store: Store, page: readonly QueueEntry[]): Promise<Proposal[]> {
  const idsOf = (type: ProposalType) => page.filter((e) => e.type === type).map(({ id }) => id);
  const statements = await store.statementsById(idsOf('statement'));
  const agreements = await store.agreementsById(idsOf('agreement'));
  const events = await store.eventsById(idsOf('event'));
  const relations = await store.relationsById(idsOf('relation'));
  const presenter = await presenterFor(store, { statements, agreements, events, relations });
  const mentions = await mentionsOf(store, page);
  const written = new Map<string, Proposal>();
  const place = new Map(page.map((entry) => [entry.id, entry]));
  const common = (id: string) => {
    const { confidence, document, start } = place.get(id)!;
    return { confidence, document, start };
  };
  for (const statement of statements) {
    const near = mentions.get(common(statement.id).document) ?? [];
    const candidates = await speakerCandidates(store, statement, near);
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
  page: readonly QueueEntry[],
): Promise<Map<string, Mention[]>> {
  const documents = [...new Set(page.map(({ document }) => document))];
  const lists = await Promise.all(documents.map((id) => store.mentions(id)));
  return new Map(documents.map((id, i) => [id, lists[i] ?? []]));
}
