import { isDeepStrictEqual } from 'node:util';
import type { Action, Decision } from '../../graph-data/schema/index.ts';
import { OnrecordError, type Seen } from '../contract/index.ts';
import type { AnyRecord, Store } from '../store/store.ts';
import { readRecords } from './read.ts';
import { standing, targetsOf } from './replay.ts';

type Fields = Omit<Seen, 'into'>;

/**
 * Keeps a decision that somebody made meanwhile from being overruled unseen.
 *
 * @throws OnrecordError `conflict` when a record that the action changes is not as it was seen,
 *   `invalid-decision` when a second record was seen of an action that has none
 */
export async function refuseUnseen(
  store: Store,
  action: Action,
  { into, ...fields }: Seen,
): Promise<void> {
  await refuseDiffering(store, changedBy(action), fields);
  if (into !== undefined) await refuseDiffering(store, [becomes(action)], into);
}

async function refuseDiffering(store: Store, ids: readonly string[], seen: Fields): Promise<void> {
  if (Object.keys(seen).length === 0) return;
  const { records } = await readRecords(store, await presentIds(store, ids));
  for (const record of records.values()) {
    const field = differing(record, seen);
    if (field !== null) throw await overruling(store, record, field);
  }
}

/** Records whose fields an action sets; of two that become one, the one that goes. */
function changedBy(action: Action): string[] {
  switch (action.kind) {
    case 'accept':
    case 'reject':
      return action.records;
    case 'edit':
    case 're-attribute':
      return [action.record];
    case 'merge':
    case 'link':
      return [action.from];
    default:
      return [];
  }
}

/** The record that two become. */
function becomes(action: Action): string {
  if (action.kind === 'merge' || action.kind === 'link') return action.into;
  throw new OnrecordError(
    'invalid-decision',
    `A decision to ${action.kind} makes no one record of two, so it has no “into” to be seen.`,
    { field: 'seen' },
  );
}

async function presentIds(store: Store, ids: readonly string[]): Promise<string[]> {
  const present = await Promise.all(ids.map((id) => store.resolveId(id)));
  return present.filter((id) => id !== null);
}

function differing(record: AnyRecord, seen: Fields): string | null {
  const now = new Map<string, unknown>(Object.entries(record));
  const found = Object.entries(seen).find(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(now.get(field), value),
  );
  return found?.[0] ?? null;
}

async function overruling(store: Store, record: AnyRecord, field: string): Promise<OnrecordError> {
  const log: Decision[] = [];
  for await (const decision of store.eachDecision()) log.push(decision);
  const last = standing(log).findLast(({ action }) => targetsOf(action).includes(record.id));
  const what =
    'status' in record && field === 'status'
      ? `It stands as ${record.status} now`
      : `Its ${field} is not what you saw`;
  const who = last ? `, by a decision of ${last.by} at ${minute(last.at)} UTC` : '';
  return new OnrecordError(
    'conflict',
    `${what}${who}. Nothing was changed: load it anew and decide upon what it shows, or take that decision back first.`,
    { field: 'seen' },
  );
}

const minute = (at: string) => at.slice(0, 16).replace('T', ' ');
