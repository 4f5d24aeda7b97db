import { stringify } from 'csv-stringify/sync';
import type { ActorRef, ResolvedQuery } from '../contract/index.ts';
import type { RecordReader } from '../store/store.ts';
import { reportRows, type ReportRow } from './rows.ts';

const names = (actors: readonly ActorRef[]) => actors.map(({ name }) => name).join('; ');
const ids = (actors: readonly ActorRef[]) => actors.map(({ id }) => id).join('; ');

/** Column names in order, each with what it holds; lists are joined by "; ". */
const COLUMNS: Readonly<Record<string, (row: ReportRow) => string | number | null>> = {
  statement: ({ statement }) => statement.id,
  speaker_id: ({ statement }) => statement.speaker.id,
  speaker: ({ statement }) => statement.speaker.name,
  speaker_kind: ({ statement }) => statement.speaker.kind,
  text: ({ statement }) => statement.text,
  mode: ({ statement }) => statement.mode,
  act: ({ statement }) => statement.act,
  said: ({ statement }) => statement.said,
  addressee_ids: ({ statement }) => ids(statement.addressees),
  addressees: ({ statement }) => names(statement.addressees),
  about_ids: ({ statement }) => ids(statement.about),
  about: ({ statement }) => names(statement.about),
  via_ids: ({ report }) => ids(report.via),
  via: ({ report }) => names(report.via),
  document: ({ document }) => document.id,
  title: ({ document }) => document.title,
  outlet: ({ report }) => report.document.outlet?.name ?? null,
  published: ({ document }) => document.published,
  url: ({ document }) => document.url,
  sha256: ({ document }) => document.sha256,
  quotation: ({ report }) => report.content.map(({ exact }) => exact).join(' … '),
  offsets: ({ report }) => report.content.map(({ start, end }) => `${start}-${end}`).join('; '),
  cue: ({ report }) => report.cue?.exact ?? null,
  source: ({ report }) => report.source?.exact ?? null,
  origin: ({ report }) => report.origin,
  origins: ({ statement }) => statement.origins,
  status: ({ statement }) => statement.status,
  method: ({ statement }) => statement.method,
  confidence: ({ statement }) => statement.confidence,
  recorded: ({ statement }) => statement.recorded,
};

/** Spreadsheets know UTF-8 by this mark; without it they garble quotation marks. */
const BYTE_ORDER_MARK = '\u{feff}';

/**
 * CSV (RFC 4180, UTF-8 with byte order mark): one row for each report of each statement. A cell
 * that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export async function* csv(reader: RecordReader, query: ResolvedQuery): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lines([Object.keys(COLUMNS)]);
  const cells = Object.values(COLUMNS);
  for await (const rows of reportRows(reader, query))
    if (rows.length > 0) yield lines(rows.map((row) => cells.map((cell) => cell(row))));
}

function lines(records: (string | number | null)[][]): string {
  return stringify(records, { escape_formulas: true, record_delimiter: '\r\n' });
}
