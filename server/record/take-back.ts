import type { Decision, DecisionId } from '../../graph-data/schema/index.ts';
import { OnrecordError, unknownId, type Conflict } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import { undone } from './replay.ts';
import { settle } from './settle.ts';
import { tell } from './told.ts';

/**
 * The record as it stands once an undo has taken a decision back.
 *
 * @throws OnrecordError `not-found` when there is no such decision, `invalid-decision` when it has
 *   been taken back, `conflict` when it would leave a later one without what that rests on
 */
export async function settledAfter(
  store: Store,
  log: readonly Decision[],
  undo: Decision,
  target: DecisionId,
): ReturnType<typeof settle> {
  if (!log.some(({ id }) => id === target)) throw unknownId('decision', target);
  if (undone(log).has(target))
    throw new OnrecordError(
      'invalid-decision',
      `${target} has been taken back already. To have it stand again, undo the undo.`,
    );
  const settled = await settle(store, [...log, undo]);
  // Most logs have come apart nowhere, and what was so before need not be asked.
  if (settled.conflicts.length === 0) return settled;
  const known = new Set((await settle(store, log)).conflicts.map(conflictKey));
  const fresh = settled.conflicts.find((conflict) => !known.has(conflictKey(conflict)));
  if (fresh) throw await restsOnIt(store, log, fresh);
  return settled;
}

/** The refusal, with the decision that stands in the way in the words of the log. */
async function restsOnIt(
  store: Store,
  log: readonly Decision[],
  { decision: id, message }: Conflict,
): Promise<OnrecordError> {
  const decisions = log.filter((decision) => decision.id === id);
  const [told] = await tell(store, log, decisions);
  const which = told === undefined ? id : `“${told.words}” (${id})`;
  return new OnrecordError(
    'conflict',
    `${which} rests on what this would take back: ${message}. Undo it first.`,
  );
}

function conflictKey({ decision, record, reason }: Conflict): string {
  return `${decision} ${record} ${reason}`;
}
