import type {
  ActorId,
  Agreement,
  DocumentId,
  Event,
  Evidence,
  Relation,
} from '../../graph-data/schema/index.ts';
import {
  and,
  type ProposalType,
  type ResolvedQuery,
  type ResolvedTerm,
  term,
} from '../contract/index.ts';
import type {
  ClaimFilter,
  Page,
  PageRequest,
  RecordReader,
  StoredStatement,
} from '../store/store.ts';

/** One undecided proposal, as far as ordering and filtering need it. */
export interface QueueEntry {
  readonly id: string;
  readonly type: ProposalType;
  /** 0..1; null when it was not read by us. */
  readonly confidence: number | null;
  /** Where its first passage stands. */
  readonly document: DocumentId;
  readonly start: number;
}

export interface QueueFilter {
  readonly types: readonly ProposalType[];
  readonly document: DocumentId | null;
  readonly actor: ActorId | null;
  /** Bounds on the confidence, inclusive; a proposal without one counts as certain. */
  readonly min: number;
  readonly max: number;
}

export const QUEUE_SORTS = ['place', '-confidence', 'confidence'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

const BATCH = 500;
const PROPOSED = ['proposed'];

/** Every undecided proposal of the filter, in the order asked. */
export async function reviewQueue(
  store: RecordReader,
  filter: QueueFilter,
  sort: QueueSort,
): Promise<QueueEntry[]> {
  const entries: QueueEntry[] = [];
  if (filter.types.includes('statement')) entries.push(...(await statementEntries(store, filter)));
  for (const [type, list] of CLAIM_LISTS)
    if (filter.types.includes(type))
      entries.push(...(await claimEntries(store, filter, type, list)));
  const certainty = ({ confidence }: QueueEntry) => confidence ?? 1;
  return entries
    .filter((entry) => certainty(entry) >= filter.min && certainty(entry) <= filter.max)
    .sort((a, b) => {
      const byPlace = comparePlaces(a, b);
      if (sort === 'place') return byPlace;
      const more = certainty(a) - certainty(b);
      return (sort === 'confidence' ? more : -more) || byPlace;
    });
}

function comparePlaces(a: QueueEntry, b: QueueEntry): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}

function idTerm(key: 'document' | 'actor', id: string): ResolvedQuery {
  return term({ key, ids: [id] });
}

async function statementEntries(store: RecordReader, filter: QueueFilter): Promise<QueueEntry[]> {
  const query: ResolvedQuery = and<ResolvedTerm>(
    term({ key: 'status', value: 'proposed' }),
    ...(filter.document ? [idTerm('document', filter.document)] : []),
    ...(filter.actor ? [idTerm('actor', filter.actor)] : []),
  );
  const entries: QueueEntry[] = [];
  for await (const batch of store.eachStatement(query, BATCH))
    entries.push(...batch.map((statement) => statementEntry(statement, filter.document)));
  return entries;
}

function statementEntry(statement: StoredStatement, wanted: DocumentId | null): QueueEntry {
  const { id, confidence, reports } = statement;
  const report = reports.find(({ document }) => document === wanted) ?? reports[0]!;
  const start = report.content[0]!.start;
  return { id, type: 'statement', confidence, document: report.document, start };
}

type Claim = Agreement | Event | Relation;
type ClaimList = (
  store: RecordReader,
  filter: ClaimFilter,
  page: PageRequest,
) => Promise<Page<Claim>>;

const CLAIM_LISTS: readonly (readonly [ProposalType, ClaimList])[] = [
  ['agreement', (store, filter, page) => store.agreements(filter, page)],
  ['event', (store, filter, page) => store.events(filter, page)],
  ['relation', (store, filter, page) => store.relations(filter, page)],
];

async function claimEntries(
  store: RecordReader,
  filter: QueueFilter,
  type: ProposalType,
  list: ClaimList,
): Promise<QueueEntry[]> {
  const asked: ClaimFilter = {
    status: PROPOSED,
    ...(filter.document && { documents: [filter.document] }),
    ...(filter.actor && { actors: [filter.actor] }),
  };
  const entries: QueueEntry[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Claim> = await list(store, asked, { limit: BATCH, cursor });
    entries.push(
      ...page.items.map(({ id, confidence, evidence }) => ({
        id,
        type,
        confidence,
        ...placeOf(evidence, filter.document),
      })),
    );
    cursor = page.next;
  } while (cursor !== null);
  return entries;
}

function placeOf(evidence: readonly Evidence[], wanted: DocumentId | null) {
  const found = evidence.find(({ document }) => document === wanted) ?? evidence[0]!;
  return { document: found.document, start: found.selectors[0]!.start };
}
