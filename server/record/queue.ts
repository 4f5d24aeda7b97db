import type { ActorId, DocumentId } from '../../graph-data/schema/index.ts';
import type { ProposalType } from '../contract/index.ts';
import type { ProposalPlace, RecordReader } from '../store/store.ts';

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

/** Every undecided proposal of the filter, in the order asked. */
export async function reviewQueue(
  store: RecordReader,
  { types, document, actor, min, max }: QueueFilter,
  sort: QueueSort,
): Promise<ProposalPlace[]> {
  const places = await store.proposals({ document, actor });
  return places
    .filter((it) => types.includes(it.type) && certainty(it) >= min && certainty(it) <= max)
    .sort((a, b) => compareEntries(a, b, sort));
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
