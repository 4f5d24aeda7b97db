/** One cell; null is empty. */
export type CsvCell = string | number | null;

/** How a cell begins that a spreadsheet runs as a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function field(cell: CsvCell): string {
  const text = String(cell ?? '');
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV (RFC 4180), each line ended. A cell that a spreadsheet would run as a formula is led
 * in by an apostrophe (OWASP, CSV Injection); numbers stay as they are.
 */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
