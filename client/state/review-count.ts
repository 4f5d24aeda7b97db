import {
  PROPOSAL_TYPES,
  type ProposalPage,
  type ProposalType,
} from '../../server/contract/review.ts';
import { decidedOf, type Item } from './review-queue.ts';

/** How many proposals a queue had when it was counted, all together and by type. */
export type Count = Pick<ProposalPage, 'total' | 'counts'>;

const without = (n: number, decided: readonly Item[]) => Math.max(0, n - decided.length);

/** What is still to be decided: the items bear what has been decided since they were counted. */
export function leftOf({ total, counts }: Count, items: readonly Item[]): Count {
  const decided = decidedOf(items);
  const of = (type: ProposalType) => decided.filter(({ proposal }) => proposal.type === type);
  const left = PROPOSAL_TYPES.map((type) => [type, without(counts[type] ?? 0, of(type))]);
  return { total: without(total, decided), counts: Object.fromEntries(left) as Count['counts'] };
}

/** What was counted once the items were decided, as it was before they were. */
export function beforeDecided({ total, counts }: Count, items: readonly Item[]): Count {
  const back = { ...counts };
  const decided = decidedOf(items);
  for (const { proposal } of decided) back[proposal.type] = (back[proposal.type] ?? 0) + 1;
  return { total: total + decided.length, counts: back };
}

/**
 * What the server replies when nothing is on its way to it, and nothing was decided while it was
 * asked: asked again until it is so.
 *
 * @param settled resolves when every decision made so far has arrived
 * @param decided items that are decided as the screen shows it
 */
export async function inStep<T>(
  ask: () => Promise<T>,
  settled: () => Promise<void>,
  decided: () => readonly Item[],
): Promise<{ readonly reply: T; readonly decided: readonly Item[] }> {
  for (;;) {
    await settled();
    const before = decided();
    const reply = await ask();
    if (decided().length === before.length) return { reply, decided: before };
  }
}
