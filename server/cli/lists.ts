import { csvLines } from '../contract/index.ts';
import { firstOf, pagesOf, type Page, type PageRequest } from '../store/store.ts';
import { wholeOption, type Format } from './args.ts';
import type { Io } from './command.ts';
import { numberOf, write, type Listing } from './output.ts';

/** Most rows that can be asked for by number; as CSV all come when none is asked for. */
const MOST_ROWS = 100_000;

/** What `--limit` says of a list's length. Throws UsageError. */
export function limitOf(given: string | undefined, format: Format, fallback: number): number {
  const unasked = format === 'csv' ? Infinity : fallback;
  return wholeOption('limit', given, { min: 1, max: MOST_ROWS, fallback: unasked });
}

/** The line of a command's help about `--limit`. */
export const limitUsage = (what: string, fallback: number): string =>
  `  --limit N     most ${what}, 1 to ${MOST_ROWS} (default ${fallback}; --csv gives all)`;

/** A list of the record, and how it is written. */
export interface List<T> {
  readonly ask: (page: PageRequest) => Promise<Page<T>>;
  /** One of its items, such as "statement". */
  readonly one: string;
  /** @param total how many there are, those that are not among the items too */
  readonly listing: (items: readonly T[], total: number) => Promise<Listing>;
}

/** In which form, and how much of it. */
export interface ListForm {
  readonly format: Format;
  /** Most items; Infinity for all. */
  readonly limit: number;
  readonly io: Io;
}

/** Writes a list, and on the other stream how many there are. Gives how many there are. */
export async function writeList<T>(list: List<T>, form: ListForm): Promise<number> {
  const { listed, total } = await (form.format === 'csv' ? writeCsv : writeWhole)(list, form);
  form.io.err(`${listed < total ? `${listed} of ` : ''}${numberOf(total, list.one)}.`);
  return total;
}

interface Written {
  readonly listed: number;
  readonly total: number;
}

async function writeWhole<T>({ ask, listing }: List<T>, form: ListForm): Promise<Written> {
  const { format, limit, io } = form;
  const { total, items } = await firstOf(limit, ask);
  write(await listing(items, total), format, io);
  return { listed: items.length, total };
}

/** Written while it is read, so that its length costs no memory. */
async function writeCsv<T>({ ask, listing }: List<T>, { limit, io }: ListForm): Promise<Written> {
  let [listed, total] = [0, 0];
  for await (const page of pagesOf(ask, limit)) {
    const { columns, rows } = await listing(page.items, page.total);
    io.out(csvLines(listed === 0 ? [columns, ...rows] : rows));
    listed += page.items.length;
    total = page.total;
  }
  return { listed, total };
}
