import { DATA_SET_FORMAT, DataSet, type Records } from '../../../graph-data/schema/index.ts';
import { OnrecordError } from '../../contract/index.ts';
import type { Connection } from './database.ts';
import type { RecordTable } from './keys.ts';
import { readDecisions } from './log.ts';
import {
  readActors,
  readAgreements,
  readDocuments,
  readEvents,
  readMentions,
  readRelations,
} from './read-records.ts';
import { readStatements, withoutRecorded } from './read-statements.ts';

/** The whole record, every list in id order, in one snapshot. */
export function readDataSet(connection: Connection): Records {
  const all = <T>(table: RecordTable, read: (c: Connection, keys: number[]) => T[]) =>
    read(connection, connection.column<number>(`SELECT key FROM ${table} ORDER BY id`));
  return connection.read(() => ({
    format: DATA_SET_FORMAT,
    documents: all('documents', readDocuments),
    actors: all('actors', readActors),
    mentions: all('mentions', readMentions),
    statements: all('statements', readStatements).map(withoutRecorded),
    agreements: all('agreements', readAgreements),
    events: all('events', readEvents),
    relations: all('relations', readRelations),
    decisions: readDecisions(connection),
  }));
}

/** A data set that holds together. Throws `invalid-records`, naming the first fault. */
export function parseDataSet(records: Records): DataSet {
  const parsed = DataSet.safeParse(records);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OnrecordError(
    'invalid-records',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a data set'}`,
  );
}

/** Whether nothing stands in the record and nothing was decided. */
export function isEmpty(connection: Connection): boolean {
  const tables = ['actors', 'documents', 'decisions'];
  return tables.every((table) => connection.get(`SELECT 1 FROM ${table} LIMIT 1`) === undefined);
}
