import { recordTypeOf } from '../../../graph-data/schema/index.ts';
import { OnrecordError } from '../../contract/index.ts';
import type { Connection } from './database.ts';
import { IN_KEYS } from './read-records.ts';

/** Tables whose rows are records, by the type that an id's prefix names. */
const TABLE_OF = {
  actor: 'actors',
  statement: 'statements',
  document: 'documents',
  agreement: 'agreements',
  event: 'events',
  relation: 'relations',
  mention: 'mentions',
} as const;

export type RecordTable = (typeof TABLE_OF)[keyof typeof TABLE_OF];

/** The table that an id of ours belongs to; null for decisions, origins and what is no id. */
export function tableOf(id: string): RecordTable | null {
  const type = recordTypeOf(id);
  return type !== null && Object.hasOwn(TABLE_OF, type)
    ? TABLE_OF[type as keyof typeof TABLE_OF]
    : null;
}

export function keyOf(connection: Connection, table: RecordTable, id: string): number | null {
  return connection.get<{ key: number }>(`SELECT key FROM ${table} WHERE id = ?`, id)?.key ?? null;
}

/** Follows redirects to their end; the id itself when it redirects nowhere. */
export function followRedirects(connection: Connection, id: string): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const next = connection.get<{ new_id: string }>(
      'SELECT new_id FROM redirects WHERE old_id = ?',
      at,
    );
    if (!next) return at;
    at = next.new_id;
  }
  throw new OnrecordError('invalid-records', `${id} redirects in a circle`);
}

/** Where each of the ids leads that stand or lead to what stands. */
export function resolveIds(connection: Connection, ids: readonly string[]): Map<string, string> {
  const moved = connection.all<{ id: string }>(
    `SELECT old_id AS id FROM redirects WHERE old_id ${IN_KEYS}`,
    JSON.stringify(ids),
  );
  const leads = new Map(moved.map(({ id }) => [id, followRedirects(connection, id)]));
  const standing = standingOf(connection, [...ids, ...leads.values()]);
  return new Map(
    ids.map((id) => [id, leads.get(id) ?? id] as const).filter(([, to]) => standing.has(to)),
  );
}

function standingOf(connection: Connection, ids: readonly string[]): Set<string> {
  const byTable = new Map<RecordTable, string[]>();
  for (const id of ids) {
    const table = tableOf(id);
    if (table === null) continue;
    const known = byTable.get(table);
    if (known) known.push(id);
    else byTable.set(table, [id]);
  }
  return new Set(
    [...byTable].flatMap(([table, listed]) =>
      connection.column<string>(
        `SELECT id FROM ${table} WHERE id ${IN_KEYS}`,
        JSON.stringify(listed),
      ),
    ),
  );
}

/** Keys of the ids that stand in the table, redirects followed; unknown ids are left out. */
export function keysOf(
  connection: Connection,
  table: RecordTable,
  ids: readonly string[],
): number[] {
  const keys = ids.map((id) => keyOf(connection, table, followRedirects(connection, id)));
  return [...new Set(keys.filter((key) => key !== null))];
}

/** Looks up keys of records that must exist, once each. Throws `invalid-records` when one does not. */
export class KeyLookup {
  readonly #connection: Connection;
  readonly #known = new Map<string, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  actor(id: string, namedBy: string): number {
    return this.#find('actors', 'actor', id, namedBy);
  }

  document(id: string, namedBy: string): number {
    return this.#find('documents', 'document', id, namedBy);
  }

  #find(table: RecordTable, type: string, id: string, namedBy: string): number {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const key = keyOf(this.#connection, table, id);
    if (key === null)
      throw new OnrecordError('invalid-records', `${namedBy}: no ${type} has the id ${id}`);
    this.#known.set(id, key);
    return key;
  }
}
