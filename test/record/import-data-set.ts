import type { Decision, Records } from '../../graph-data/schema/index.ts';
import { settle } from '../../server/record/settle.ts';
import type { AnyRecord, Store } from '../../server/store/store.ts';

/**
 * Adds records or replaces those of the same id beneath the decisions that stand, as a reading does
 * with its proposals, of every type. Held documents come without their texts, and so come as cited;
 * the data set's own decisions are in its records already and are not replayed.
 */
export async function importDataSet(store: Store, records: Records): Promise<void> {
  const { format: _format, decisions: _decisions, ...lists } = records;
  const given = Object.values(lists).flat() as AnyRecord[];
  const overrides = given.map((record): [string, AnyRecord] => [
    record.id,
    'holding' in record ? { ...record, holding: 'cited' } : record,
  ]);
  const log: Decision[] = [];
  for await (const decision of store.eachDecision()) log.push(decision);
  const { change } = await settle(store, log, new Map(overrides));
  await store.write(change);
}
