import { csvLines, type CsvCell } from '../contract/index.ts';
import type { Format } from './args.ts';
import type { Io } from './command.ts';

export type Cell = CsvCell;

/** An answer in rows, with the same as one JSON value. */
export interface Listing {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly json: unknown;
}

/** Such as "1 step" and "2 steps". */
export const numberOf = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const plain = (cell: Cell): string => String(cell ?? '').replace(/\s+/g, ' ');

/** Characters that a column may take before the last one begins. */
const MOST = 36;

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(width - 1, 0))}…`;
}

/** Columns side by side; in a terminal each line is cut to its width, elsewhere nothing is. */
function toTable({ columns, rows }: Listing, width: number | null): string {
  const cells = [columns, ...rows].map((row) => row.map(plain));
  const widths = columns.map((_, column) => {
    const longest = cells.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0);
    return width === null ? longest : Math.min(longest, MOST);
  });
  const last = columns.length - 1;
  const lines = cells.map((row) => {
    const line = row.map((cell, column) => {
      if (column === last) return cell;
      return cut(cell, widths[column] ?? 0).padEnd(widths[column] ?? 0);
    });
    return width === null ? line.join('  ') : cut(line.join('  '), width);
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** Writes an answer in the form asked for. */
export function write(listing: Listing, format: Format, io: Io): void {
  if (format === 'json') io.out(`${JSON.stringify(listing.json, null, 2)}\n`);
  else if (format === 'csv') io.out(csvLines([listing.columns, ...listing.rows]));
  else if (listing.rows.length > 0) io.out(toTable(listing, io.width));
}
