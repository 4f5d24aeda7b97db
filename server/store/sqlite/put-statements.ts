import type { Report, Selector, Statement } from '../../../graph-data/schema/index.ts';
import { words } from '../../contract/index.ts';
import type { Connection } from './database.ts';
import { dayColumns } from './days.ts';
import { keyOf } from './keys.ts';
import type { KeyLookup } from './keys.ts';
import { readStatements, withoutRecorded } from './read-statements.ts';

/** Parts selectors in the index, so that no phrase runs from one into the next. Private use. */
const BREAK = ' \uE000 ';

/** Writes a statement whole. @param recorded kept from before when null and the record stands */
function putStatement(
  connection: Connection,
  statement: Statement,
  recorded: string,
  keys: KeyLookup,
): void {
  const known = keyOf(connection, 'statements', statement.id);
  if (known !== null) forgetParts(connection, known);
  const key = putRow(connection, statement, recorded, keys);
  const live = statement.status === 'rejected' ? 0 : 1;
  putActorList(connection, 'addressees', key, statement.addressees, live, statement.id, keys);
  putActorList(connection, 'about', key, statement.about, live, statement.id, keys);
  statement.reports.forEach((report, ord) =>
    putReport(connection, { key, id: statement.id, live }, report, ord, keys),
  );
  const { content, quotation } = indexedWords(statement);
  connection.run(
    'INSERT INTO statement_words (rowid, content, quotation) VALUES (?, ?, ?)',
    key,
    content,
    quotation,
  );
}

/**
 * Writes statements, as `putStatement` does. One that differs from what stands in its status alone,
 * as thousands do that are accepted at once, keeps its parts.
 */
export function putStatements(
  connection: Connection,
  statements: readonly Statement[],
  recordedAt: (id: Statement['id']) => string,
  keys: KeyLookup,
): void {
  const standing = standingStatements(connection, statements);
  for (const statement of statements) {
    const before = standing.get(statement.id);
    if (before && differInStatusAlone(before, statement))
      connection.run(
        'UPDATE statements SET status = ? WHERE id = ?',
        statement.status,
        statement.id,
      );
    else putStatement(connection, statement, recordedAt(statement.id), keys);
  }
}

function standingStatements(
  connection: Connection,
  statements: readonly Statement[],
): Map<string, Statement> {
  const keys = statements
    .map(({ id }) => keyOf(connection, 'statements', id))
    .filter((key) => key !== null);
  const standing = keys.length === 0 ? [] : readStatements(connection, keys);
  return new Map(standing.map((each) => [each.id, withoutRecorded(each)]));
}

/** Parts note whether their statement is rejected, so that a change of that is another matter. */
function differInStatusAlone(before: Statement, after: Statement): boolean {
  return (
    before.status !== 'rejected' &&
    after.status !== 'rejected' &&
    JSON.stringify({ ...before, status: after.status }) === JSON.stringify(after)
  );
}

/** What the full-text index holds of a statement. */
function indexedWords(statement: Statement): { content: string; quotation: string } {
  const passages = new Set(
    statement.reports.flatMap((report) => report.content.map(({ exact }) => exact)),
  );
  return {
    content: words(statement.text).join(' '),
    quotation: [...passages].map((exact) => words(exact).join(' ')).join(BREAK),
  };
}

function forgetParts(connection: Connection, statement: number): void {
  connection.run('DELETE FROM addressees WHERE statement = ?', statement);
  connection.run('DELETE FROM about WHERE statement = ?', statement);
  connection.run('DELETE FROM reports WHERE statement = ?', statement);
  connection.run('DELETE FROM statement_words WHERE rowid = ?', statement);
}

/** Removes a statement and its place in the index; true when it stood. */
export function removeStatement(connection: Connection, id: string): boolean {
  const key = keyOf(connection, 'statements', id);
  if (key === null) return false;
  connection.run('DELETE FROM statement_words WHERE rowid = ?', key);
  connection.run('DELETE FROM statements WHERE key = ?', key);
  return true;
}

function putRow(
  connection: Connection,
  statement: Statement,
  recorded: string,
  keys: KeyLookup,
): number {
  const said = dayColumns(statement.said);
  const row = connection.get<{ key: number }>(
    `INSERT INTO statements (id, speaker, text, mode, act, said, said_from, said_to, said_asc,
       said_desc, status, live, method, confidence, recorded)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET speaker = excluded.speaker, text = excluded.text,
       mode = excluded.mode, act = excluded.act, said = excluded.said,
       said_from = excluded.said_from, said_to = excluded.said_to, said_asc = excluded.said_asc,
       said_desc = excluded.said_desc, status = excluded.status, live = excluded.live,
       method = excluded.method, confidence = excluded.confidence
     RETURNING key`,
    statement.id,
    keys.actor(statement.speaker, statement.id),
    statement.text,
    statement.mode,
    statement.act,
    statement.said,
    said.from,
    said.to,
    said.asc,
    said.desc,
    statement.status,
    statement.status === 'rejected' ? 0 : 1,
    statement.method,
    statement.confidence,
    recorded,
  );
  return row?.key ?? 0;
}

function putActorList(
  connection: Connection,
  table: 'addressees' | 'about',
  statement: number,
  actors: readonly string[],
  live: number,
  id: string,
  keys: KeyLookup,
): void {
  actors.forEach((actor, ord) =>
    connection.run(
      `INSERT INTO ${table} (statement, ord, actor, live) VALUES (?, ?, ?, ?)`,
      statement,
      ord,
      keys.actor(actor, id),
      live,
    ),
  );
}

interface Owner {
  readonly key: number;
  readonly id: string;
  readonly live: number;
}

function putReport(
  connection: Connection,
  { key: statement, id, live }: Owner,
  report: Report,
  ord: number,
  keys: KeyLookup,
): void {
  const { lastInsertRowid } = connection.run(
    'INSERT INTO reports (statement, ord, document, origin, live) VALUES (?, ?, ?, ?, ?)',
    statement,
    ord,
    keys.document(report.document, id),
    report.origin,
    live,
  );
  const key = Number(lastInsertRowid);
  report.via.forEach((actor, i) =>
    connection.run(
      'INSERT INTO via (report, ord, statement, actor, live) VALUES (?, ?, ?, ?, ?)',
      key,
      i,
      statement,
      keys.actor(actor, id),
      live,
    ),
  );
  for (const [role, selectors] of selectorRoles(report))
    selectors.forEach((selector, i) => putSelector(connection, key, role, i, selector));
}

function selectorRoles(report: Report): [string, Selector[]][] {
  return [
    ['content', report.content],
    ['cue', report.cue ? [report.cue] : []],
    ['source', report.source ? [report.source] : []],
    ['repeat', report.repeats],
  ];
}

function putSelector(
  connection: Connection,
  report: number,
  role: string,
  ord: number,
  { exact, prefix, suffix, start, end }: Selector,
): void {
  connection.run(
    `INSERT INTO selectors
       (report, role, ord, exact, prefix, suffix, start_offset, end_offset)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    report,
    role,
    ord,
    exact,
    prefix,
    suffix,
    start,
    end,
  );
}
