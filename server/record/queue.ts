import type { ProposalType, ResolvedQuery } from '../contract/index.ts';
import type { ProposalFilter, ProposalPlace, RecordReader } from '../store/store.ts';

/** What a queue is narrowed to, as lists and graph are, and besides by type and confidence. */
export interface QueueFilter extends Pick<ProposalFilter, 'statements' | 'claims'> {
  readonly types: readonly ProposalType[];
  /** Bounds on the confidence, inclusive; a proposal without one counts as certain. */
  readonly min: number;
  readonly max: number;
}

export const QUEUE_SORTS = ['place', '-confidence', 'confidence'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Every undecided proposal of the filter, in the order asked. */
export async function reviewQueue(
  store: RecordReader,
  { statements, claims, types, min, max }: QueueFilter,
  sort: QueueSort,
): Promise<ProposalPlace[]> {
  const documents = documentsAsked(statements);
  const places = await store.proposals({ statements, claims, documents });
  return places
    .filter((it) => types.includes(it.type) && certainty(it) >= min && certainty(it) <= max)
    .sort((a, b) => compareEntries(a, b, sort));
}

/** Ids of the documents that a query asks for, those that it excludes left out. */
function documentsAsked(query: ResolvedQuery): string[] {
  switch (query.type) {
    case 'term':
      return query.term.key === 'document' ? [...query.term.ids] : [];
    case 'and':
    case 'or':
      return query.of.flatMap(documentsAsked);
    default:
      return [];
  }
}

/** Below 0 when `a` comes first. */
export function compareEntries(
  a: Omit<ProposalPlace, 'type'>,
  b: Omit<ProposalPlace, 'type'>,
  sort: QueueSort,
): number {
  const more = sort === 'place' ? 0 : certainty(a) - certainty(b);
  if (more !== 0) return sort === 'confidence' ? more : -more;
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  if (a.start !== b.start) return a.start - b.start;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function certainty({ confidence }: Pick<ProposalPlace, 'confidence'>): number {
  return confidence ?? 1;
}
