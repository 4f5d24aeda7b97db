import type { ClaimId, Status } from '../../../graph-data/schema/index.ts';
import type { AnyClaim, Base, StatusChange } from '../store.ts';
import type { Connection } from './database.ts';
import { keysOf, tableOf } from './keys.ts';
import { IN_KEYS, readAgreements, readEvents, readRelations } from './read-records.ts';
import { readStatements } from './read-statements.ts';

/** Tables of claims, and how to read their rows whole. */
const CLAIMS = {
  statements: readStatements,
  agreements: readAgreements,
  events: readEvents,
  relations: readRelations,
} as const satisfies Record<
  string,
  (connection: Connection, keys: readonly number[]) => AnyClaim[]
>;

const CLAIM_TABLES = Object.keys(CLAIMS) as (keyof typeof CLAIMS)[];

/** What stood before decisions. @param ids null for all */
export function readBases(
  connection: Connection,
  ids: readonly string[] | null,
): Map<string, Base> {
  return new Map([...readWholeBases(connection, ids), ...basesByStatus(connection, ids)]);
}

/** Those that are kept whole. @param ids null for all */
export function readWholeBases(
  connection: Connection,
  ids: readonly string[] | null,
): Map<string, Base> {
  const rows = connection.all<{ id: string; body: string }>(
    `SELECT id, body FROM bases ${ids === null ? '' : `WHERE id ${IN_KEYS}`} ORDER BY id`,
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  );
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Base]));
}

export function readStatusChanges(connection: Connection, ids: readonly string[]): StatusChange[] {
  const list = JSON.stringify(ids);
  return CLAIM_TABLES.flatMap((table) => [
    ...connection
      .all<Omit<StatusChange, 'based'>>(
        `SELECT t.id, b.status AS before, t.status AS now
         FROM statuses_before b JOIN ${table} t ON t.id = b.id`,
      )
      .map((change) => ({ ...change, based: true })),
    ...connection
      .all<Omit<StatusChange, 'based'>>(
        `SELECT t.id, t.status AS before, t.status AS now FROM ${table} t
         WHERE t.id ${IN_KEYS}
           AND NOT EXISTS (SELECT 1 FROM statuses_before b WHERE b.id = t.id)
           AND NOT EXISTS (SELECT 1 FROM bases b WHERE b.id = t.id)`,
        list,
      )
      .map((change) => ({ ...change, based: false })),
  ]);
}

/** The claims as they stand, but for their status. */
function basesByStatus(connection: Connection, ids: readonly string[] | null): [string, Base][] {
  const rows = connection.all<{ id: ClaimId; status: Status }>(
    `SELECT id, status FROM statuses_before ${ids === null ? '' : `WHERE id ${IN_KEYS}`}`,
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  );
  const before = new Map(rows.map(({ id, status }) => [id as string, status]));
  return CLAIM_TABLES.flatMap((table) => {
    const named = [...before.keys()].filter((id) => tableOf(id) === table);
    const claims: AnyClaim[] = CLAIMS[table](connection, keysOf(connection, table, named));
    return claims.map((claim): [string, Base] => {
      const status = before.get(claim.id) ?? claim.status;
      return [claim.id, { record: { ...claim, status }, dropped: false }];
    });
  });
}

/** Keeps whole what is noted by its status alone, of records about to be written anew. */
export function keepWhole(connection: Connection, ids: readonly string[]): void {
  if (ids.length > 0) putBases(connection, new Map(basesByStatus(connection, ids)));
}

export function putBases(connection: Connection, bases: ReadonlyMap<string, Base | null>): void {
  const noted = JSON.stringify([...bases.keys()]);
  connection.run(`DELETE FROM statuses_before WHERE id ${IN_KEYS}`, noted);
  connection.run(`DELETE FROM bases WHERE id ${IN_KEYS}`, noted);
  for (const [id, base] of bases)
    if (base !== null)
      connection.run('INSERT INTO bases (id, body) VALUES (?, ?)', id, JSON.stringify(base));
}
