import type { Report, Statement } from '../../../graph-data/schema/index.ts';
import type { StoredStatement } from '../store.ts';
import type { Connection } from './database.ts';
import { groupBy, IN_KEYS, inOrder, selectorOf } from './read-records.ts';
import type { SelectorRow } from './read-records.ts';

type StatementRow = Omit<StoredStatement, 'addressees' | 'about' | 'reports'> & {
  readonly key: number;
};
type ReportRow = Pick<Report, 'document' | 'origin'> & {
  readonly key: number;
  readonly statement: number;
};
type RoleRow = SelectorRow & { readonly report: number; readonly role: string };

/** Statements whole, in the order of the keys: one query a table, however many there are. */
export function readStatements(connection: Connection, keys: readonly number[]): StoredStatement[] {
  const list = JSON.stringify(keys);
  const addressees = readActorLists(connection, 'addressees', list);
  const about = readActorLists(connection, 'about', list);
  const reports = readReports(connection, list);
  const rows = connection.all<StatementRow>(
    `SELECT s.key, s.id, a.id AS speaker, s.text, s.mode, s.act, s.said, s.status, s.method,
       s.confidence, s.recorded
     FROM statements s JOIN actors a ON a.key = s.speaker WHERE s.key ${IN_KEYS}`,
    list,
  );
  const found = rows.map((row): [number, StoredStatement] => [
    row.key,
    {
      id: row.id,
      speaker: row.speaker,
      text: row.text,
      mode: row.mode,
      act: row.act,
      said: row.said,
      addressees: addressees.get(row.key) ?? [],
      about: about.get(row.key) ?? [],
      reports: reports.get(row.key) ?? [],
      status: row.status,
      method: row.method,
      confidence: row.confidence,
      recorded: row.recorded,
    },
  ]);
  return inOrder(keys, new Map(found));
}

/** A statement as the schema has it. */
export function withoutRecorded({ recorded: _recorded, ...statement }: StoredStatement): Statement {
  return statement;
}

type ActorIdOf = Statement['speaker'];

function readActorLists(
  connection: Connection,
  table: 'addressees' | 'about',
  list: string,
): Map<number, ActorIdOf[]> {
  const rows = connection.all<{ statement: number; actor: ActorIdOf }>(
    `SELECT l.statement, a.id AS actor FROM ${table} l JOIN actors a ON a.key = l.actor
     WHERE l.statement ${IN_KEYS} ORDER BY l.statement, l.ord`,
    list,
  );
  return valuesBy(
    rows,
    (row) => row.statement,
    (row) => row.actor,
  );
}

function valuesBy<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => number,
  valueOf: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = [...groupBy(rows, keyOf)];
  return new Map(groups.map(([key, grouped]) => [key, grouped.map(valueOf)]));
}

const REPORTS_OF = `reports r WHERE r.statement ${IN_KEYS}`;

function readReports(connection: Connection, list: string): Map<number, Report[]> {
  const selectors = groupBy(
    connection.all<RoleRow>(
      `SELECT s.report, s.role, s.exact, s.prefix, s.suffix, s.start_offset, s.end_offset
       FROM selectors s WHERE s.report IN (SELECT r.key FROM ${REPORTS_OF})
       ORDER BY s.report, s.role, s.ord`,
      list,
    ),
    (row) => row.report,
  );
  const via = valuesBy(
    connection.all<{ report: number; actor: ActorIdOf }>(
      `SELECT v.report, a.id AS actor FROM via v JOIN actors a ON a.key = v.actor
       WHERE v.report IN (SELECT r.key FROM ${REPORTS_OF}) ORDER BY v.report, v.ord`,
      list,
    ),
    (row) => row.report,
    (row) => row.actor,
  );
  const rows = connection.all<ReportRow>(
    `SELECT r.key, r.statement, d.id AS document, r.origin FROM reports r
     JOIN documents d ON d.key = r.document WHERE r.statement ${IN_KEYS}
     ORDER BY r.statement, r.ord`,
    list,
  );
  return valuesBy(
    rows,
    (row) => row.statement,
    (row) => reportOf(row, selectors.get(row.key) ?? [], via.get(row.key) ?? []),
  );
}

function reportOf(row: ReportRow, selectors: readonly RoleRow[], via: ActorIdOf[]): Report {
  const inRole = (role: string) =>
    selectors.filter((each) => each.role === role).map((each) => selectorOf(each));
  return {
    document: row.document,
    content: inRole('content'),
    cue: inRole('cue')[0] ?? null,
    source: inRole('source')[0] ?? null,
    via,
    repeats: inRole('repeat'),
    origin: row.origin,
  };
}
