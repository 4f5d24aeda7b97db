import { csvLines } from '../contract/index.ts';
import { CLAIM_COLUMNS } from './claim-columns.ts';
import { STATEMENT_COLUMNS, type Columns } from './columns.ts';
import { claimRows, reportRows } from './rows.ts';
import type { Selection } from './selection.ts';

/** Spreadsheets know UTF-8 by this mark; without it they garble quotation marks. */
const BYTE_ORDER_MARK = '\u{feff}';

/**
 * CSV (RFC 4180, UTF-8 with byte order mark) of records of one type: one row for each report of
 * each statement, or for each document that a claim rests on.
 */
export async function* csv(selection: Selection): AsyncGenerator<string> {
  const [type = 'statement'] = selection.types;
  yield BYTE_ORDER_MARK;
  if (type === 'statement') yield* table(STATEMENT_COLUMNS, reportRows(selection));
  else yield* table(CLAIM_COLUMNS[type], claimRows(selection));
}

async function* table<Row>(
  columns: Columns<Row>,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield csvLines([Object.keys(columns)]);
  const cells = Object.values(columns);
  for await (const rows of batches)
    if (rows.length > 0) yield csvLines(rows.map((row) => cells.map((cell) => cell(row))));
}
