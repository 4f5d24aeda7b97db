import { Database } from './driver.ts';
import type { z } from 'zod';
import {
  Actor,
  Agreement,
  DATA_SET_FORMAT,
  Decision,
  Document,
  Event,
  Mention,
  recordFaults,
  Relation,
  Statement,
} from '../../../graph-data/schema/index.ts';
import type { Known, Records } from '../../../graph-data/schema/index.ts';
import { OnrecordError } from '../../contract/index.ts';
import type { Change } from '../store.ts';
import type { ChangedKeys } from './columns/index.ts';
import { keepWhole, putBases } from './bases.ts';
import type { Connection } from './database.ts';
import { followRedirects, KeyLookup, keyOf, tableOf } from './keys.ts';
import type { RecordTable } from './keys.ts';
import { forgetNames, putActors, putMention } from './put-actors.ts';
import { putAgreement, putEvent, putRelation } from './put-claims.ts';
import { checkDocument, putDocument, putText } from './put-documents.ts';
import { putStatements, removeStatement } from './put-statements.ts';
import { IN_KEYS } from './read-records.ts';
import { setStatuses } from './statuses.ts';

type Put = Omit<Records, 'format' | 'decisions'>;

/**
 * Applies a change within the caller's transaction and raises the revision.
 *
 * @param now when it happens, ISO 8601 UTC with milliseconds
 * @returns the new revision
 */
export function applyChange(connection: Connection, change: Change, now: string): number {
  const put = parsePut(change.put ?? {});
  keepWhole(connection, [...idsOf(put), ...(change.remove ?? [])]);
  if (change.statuses) setStatuses(connection, change.statuses);
  putRecords(connection, put, change, now);
  for (const [id, text] of change.texts ?? []) putText(connection, id, text);
  for (const [id, document] of change.brought ?? []) putBringer(connection, id, document);
  for (const id of change.remove ?? []) removeRecord(connection, id);
  for (const [from, to] of change.redirects ?? []) putRedirect(connection, from, to);
  for (const decision of change.decisions ?? []) putDecision(connection, decision);
  if (change.bases) putBases(connection, change.bases);
  checkRecords(connection, put);
  checkDocuments(connection, put, change);
  checkRedirects(connection, put, change);
  connection.run("UPDATE meta SET value = value + 1 WHERE name = 'revision'");
  return revisionOf(connection);
}

/** Keys of the statements, actors and documents that a change names, as far as they stand. */
export function changedKeys(
  connection: Connection,
  { put, remove }: Change,
): Omit<ChangedKeys, 'statuses'> {
  const gone = (remove ?? []).filter((id) => tableOf(id) === 'statements');
  const ids = (records: readonly { id: string }[] = []) => records.map(({ id }) => id);
  return {
    statements: standingKeys(connection, 'statements', [...ids(put?.statements), ...gone]),
    actors: standingKeys(connection, 'actors', ids(put?.actors)),
    documents: standingKeys(connection, 'documents', ids(put?.documents)),
  };
}

/** Keys of the statements of which a change sets the status alone. */
export function statusKeys(connection: Connection, { statuses }: Change): number[] {
  return statuses ? standingKeys(connection, 'statements', [...statuses.keys()]) : [];
}

function standingKeys(
  connection: Connection,
  table: RecordTable,
  ids: readonly string[],
): number[] {
  const sql = `SELECT key FROM ${table} WHERE id ${IN_KEYS}`;
  return connection.column<number>(sql, JSON.stringify(ids));
}

export function revisionOf(connection: Connection): number {
  return connection.column<number>("SELECT value FROM meta WHERE name = 'revision'")[0] ?? 0;
}

/** What SQLite refuses because records would not hold together, in our own terms. */
export function asRecordError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT'))
    return error;
  const detail =
    error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'
      ? 'A record that is to go is still named by one that stays.'
      : `The records do not fit those that stand (${error.message}).`;
  return new OnrecordError('invalid-records', `${detail} Nothing was changed: mend them first.`);
}

function parsePut(put: NonNullable<Change['put']>): Put {
  return {
    documents: parseAll(Document, put.documents),
    actors: parseAll(Actor, put.actors),
    mentions: parseAll(Mention, put.mentions),
    statements: parseAll(Statement, put.statements),
    agreements: parseAll(Agreement, put.agreements),
    events: parseAll(Event, put.events),
    relations: parseAll(Relation, put.relations),
  };
}

function parseAll<T extends z.ZodType>(schema: T, records: readonly unknown[] = []): z.infer<T>[] {
  return records.map((record) => parse(schema, record));
}

function parse<T extends z.ZodType>(schema: T, record: unknown): z.infer<T> {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OnrecordError(
    'invalid-records',
    `${idOf(record)}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`,
  );
}

function idsOf(put: Put): string[] {
  return Object.values(put).flatMap((records) => records.map(({ id }) => id as string));
}

function idOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'id' in record
    ? String(record.id)
    : 'a record';
}

function putRecords(connection: Connection, put: Put, change: Change, now: string): void {
  const keys = new KeyLookup(connection);
  putActors(connection, put.actors, keys);
  for (const document of put.documents) putDocument(connection, document, keys);
  for (const mention of put.mentions) putMention(connection, mention, keys);
  putStatements(connection, put.statements, (id) => change.recorded?.get(id) ?? now, keys);
  for (const agreement of put.agreements) putAgreement(connection, agreement, keys);
  for (const event of put.events) putEvent(connection, event, keys);
  for (const relation of put.relations) putRelation(connection, relation, keys);
}

function removeRecord(connection: Connection, id: string): void {
  const table = tableOf(id);
  const key = table && keyOf(connection, table, id);
  if (table === null || key === null)
    throw new OnrecordError('invalid-records', `no record has the id ${id}, so none can go`);
  if (table === 'statements') removeStatement(connection, id);
  else {
    if (table === 'actors') forgetNames(connection, key);
    connection.run(`DELETE FROM ${table} WHERE key = ?`, key);
  }
}

function putRedirect(connection: Connection, from: string, to: string | null): void {
  if (to === null) connection.run('DELETE FROM redirects WHERE old_id = ?', from);
  else connection.run('INSERT OR REPLACE INTO redirects (old_id, new_id) VALUES (?, ?)', from, to);
}

/** Those that the change sets, those that led to what goes, and those whose id comes back. */
function checkRedirects(connection: Connection, put: Put, change: Change): void {
  const orphaned = (change.remove ?? []).flatMap((id) =>
    connection.column<string>('SELECT old_id FROM redirects WHERE new_id = ?', id),
  );
  for (const id of [...(change.redirects?.keys() ?? []), ...orphaned, ...idsOf(put)])
    checkRedirect(connection, id);
}

/** A redirect leads from an id that no record has to a record that stands. */
function checkRedirect(connection: Connection, from: string): void {
  const to = followRedirects(connection, from);
  if (to === from) return;
  const [source, target] = [tableOf(from), tableOf(to)];
  if (source === null || source !== target || keyOf(connection, source, to) === null)
    throw new OnrecordError('invalid-records', `${from} cannot redirect to ${to}: no such record`);
  if (keyOf(connection, source, from) !== null)
    throw new OnrecordError('invalid-records', `${from} still stands, so it cannot redirect`);
}

function putDecision(connection: Connection, given: Decision): void {
  const { id, at, by, note, action } = parse(Decision, given);
  connection.run(
    'INSERT INTO decisions (id, at, author, note, action) VALUES (?, ?, ?, ?, ?)',
    id,
    at,
    by,
    note,
    JSON.stringify(action),
  );
}

function putBringer(connection: Connection, id: string, document: string | null): void {
  if (document === null) connection.run('DELETE FROM brought WHERE id = ?', id);
  else
    connection.run(
      'INSERT OR REPLACE INTO brought (id, document) VALUES (?, ?)',
      id,
      new KeyLookup(connection).document(document, id),
    );
}

/** Records that were put, by the rules of the schema, against what now stands. */
function checkRecords(connection: Connection, put: Put): void {
  const known: Known = {
    actors: { has: (id) => keyOf(connection, 'actors', id) !== null },
    lengths: {
      get: (id) => connection.column<number>('SELECT length FROM documents WHERE id = ?', id)[0],
    },
  };
  const [fault] = recordFaults({ format: DATA_SET_FORMAT, decisions: [], ...put }, known);
  if (fault)
    throw new OnrecordError('invalid-records', `${fault.path.join('.')}: ${fault.message}`);
}

function checkDocuments(connection: Connection, put: Put, change: Change): void {
  for (const { id } of put.documents) checkDocument(connection, id);
  for (const id of change.texts?.keys() ?? []) checkDocument(connection, id);
}
