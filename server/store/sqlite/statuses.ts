import type { ClaimId, Status } from '../../../graph-data/schema/index.ts';
import { OnrecordError } from '../../contract/index.ts';
import type { Connection } from './database.ts';
import { tableOf, type RecordTable } from './keys.ts';
import { IN_KEYS } from './read-records.ts';

/** Tables of a claim's parts that note whether it is live, and which rows are of some claims. */
const PARTS: Partial<Record<RecordTable, readonly (readonly [table: string, of: string])[]>> = {
  statements: [
    ['addressees', `statement ${IN_KEYS}`],
    ['about', `statement ${IN_KEYS}`],
    ['reports', `statement ${IN_KEYS}`],
    ['via', `report IN (SELECT key FROM reports WHERE statement ${IN_KEYS})`],
  ],
  agreements: [['agreement_actors', `agreement ${IN_KEYS}`]],
  events: [['participants', `event ${IN_KEYS}`]],
  relations: [],
};

/**
 * Sets the status of claims, one statement a table and status, however many there are.
 *
 * @throws OnrecordError `invalid-records` when one does not stand
 */
export function setStatuses(connection: Connection, statuses: ReadonlyMap<ClaimId, Status>): void {
  const groups = new Map<string, { table: RecordTable; status: Status; ids: string[] }>();
  for (const [id, status] of statuses) {
    const table = tableOf(id);
    if (table === null) throw notStanding([id]);
    const key = `${table} ${status}`;
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { table, status, ids: [id] });
  }
  for (const { table, status, ids } of groups.values()) setStatus(connection, table, status, ids);
}

function setStatus(
  connection: Connection,
  table: RecordTable,
  status: Status,
  ids: readonly string[],
): void {
  const list = JSON.stringify(ids);
  const live = status === 'rejected' ? 0 : 1;
  connection.run(
    `INSERT OR IGNORE INTO statuses_before (id, status)
     SELECT t.id, t.status FROM ${table} t
     WHERE t.id ${IN_KEYS} AND NOT EXISTS (SELECT 1 FROM bases b WHERE b.id = t.id)`,
    list,
  );
  const turned = JSON.stringify(
    connection.column<number>(
      `SELECT key FROM ${table} WHERE id ${IN_KEYS} AND live <> ?`,
      list,
      live,
    ),
  );
  for (const [parts, of] of PARTS[table] ?? [])
    connection.run(`UPDATE ${parts} SET live = ? WHERE ${of}`, live, turned);
  // Apart: an index on `live` is written anew for every row whose update names the column.
  connection.run(`UPDATE ${table} SET live = ? WHERE key ${IN_KEYS}`, live, turned);
  const { changes } = connection.run(
    `UPDATE ${table} SET status = ? WHERE id ${IN_KEYS}`,
    status,
    list,
  );
  if (changes < ids.length) throw notStanding(ids);
}

function notStanding(ids: readonly string[]): OnrecordError {
  const which = ids.length === 1 ? ids[0] : `one of ${ids.length} claims`;
  return new OnrecordError(
    'invalid-records',
    `${which} does not stand, so its status cannot be set. Nothing was changed.`,
  );
}
