import { z } from 'zod';
import { ClaimId, DocumentId } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../contract/index.ts';
import { compareEntries, QUEUE_SORTS, type QueueSort } from '../record/queue.ts';
import type { ProposalPlace } from '../store/store.ts';

/** The order, then the last entry's place in it, so that decided entries do not shift pages. */
const Body = z.tuple([
  z.enum(QUEUE_SORTS),
  ClaimId,
  DocumentId,
  z.int().min(0),
  z.number().min(0).max(1).nullable(),
]);

export function cursorBehind(
  { id, document, start, confidence }: ProposalPlace,
  sort: QueueSort,
): string {
  const body: z.infer<typeof Body> = [sort, id, document, start, confidence];
  return Buffer.from(JSON.stringify(body)).toString('base64url');
}

/** Where the entries behind a cursor begin. Throws `bad-cursor` when it is none of this order's. */
export function indexBehind(
  entries: readonly ProposalPlace[],
  cursor: string,
  sort: QueueSort,
): number {
  const body = Body.safeParse(decoded(cursor));
  if (!body.success || body.data[0] !== sort)
    throw new OnrecordError('bad-cursor', 'This cursor belongs to another list. Begin again.', {
      field: 'cursor',
    });
  const [, id, document, start, confidence] = body.data;
  const last = { id, document, start, confidence };
  const at = entries.findIndex((entry) => entry.id === id);
  if (at >= 0) return at + 1;
  const behind = entries.findIndex((entry) => compareEntries(entry, last, sort) > 0);
  return behind < 0 ? entries.length : behind;
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
