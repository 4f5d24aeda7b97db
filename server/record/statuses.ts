import type { Action, ClaimId, Decision, Status } from '../../graph-data/schema/index.ts';
import type { Base, Change, StatusChange } from '../store/store.ts';
import type { ActionOf } from './obstacle.ts';

export type StatusAction = ActionOf<'accept' | 'reject'>;

/** The status that each kind of action sets. */
export const STATUS_SET = { accept: 'accepted', reject: 'rejected' } as const satisfies Record<
  StatusAction['kind'],
  Status
>;

export function setsStatus(action: Action): action is StatusAction {
  return action.kind === 'accept' || action.kind === 'reject';
}

/** The decisions without what they decide on these claims. */
export function withoutClaims(
  decisions: readonly Decision[],
  claims: ReadonlySet<string>,
): Decision[] {
  return decisions.map((decision): Decision => {
    const { action } = decision;
    if (!setsStatus(action)) return decision;
    const records = action.records.filter((id) => !claims.has(id));
    return { ...decision, action: { ...action, records } };
  });
}

/**
 * Replays decisions over claims of which they have set nothing but the status. These stand and bear
 * their own ids, so that the last decision on each tells its status, and none can come apart.
 *
 * @param decisions those that stand, oldest first
 */
export function settleStatuses(
  claims: readonly StatusChange[],
  decisions: readonly Decision[],
): { change: Pick<Change, 'statuses' | 'bases'>; changed: string[] } {
  const decided = new Map<string, Status>();
  for (const { action } of decisions)
    if (setsStatus(action))
      for (const id of action.records) decided.set(id, STATUS_SET[action.kind]);
  const statuses = new Map<ClaimId, Status>();
  const bases = new Map<string, Base | null>();
  const changed: string[] = [];
  for (const { id, before, now, based } of claims) {
    const after = decided.get(id) ?? before;
    if (after !== now) changed.push(id);
    // To be set to what it is gives a claim that has none its base.
    if (after !== now || (decided.has(id) && !based)) statuses.set(id, after);
    if (!decided.has(id) && based) bases.set(id, null);
  }
  return { change: { statuses, bases }, changed };
}
