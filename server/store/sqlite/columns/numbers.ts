import type { Connection, Value } from '../database.ts';

/** Keys read in one query, so that its text stays far from the longest string there can be. */
const KEYS_AT_ONCE = 200_000;

/**
 * Integers in a text, `1,-22,333`. Rows travel as one text because a JavaScript array for each
 * takes five times as long and more (measured).
 */
export function numbersIn(list: string): Float64Array {
  const [minus, comma, zero] = [45, 44, 48];
  const numbers = new Float64Array(list === '' ? 0 : countOf(list, comma) + 1);
  let [at, number, sign] = [0, 0, 1];
  for (let i = 0; i < list.length; i++) {
    const unit = list.charCodeAt(i);
    if (unit === comma) {
      numbers[at++] = sign * number;
      [number, sign] = [0, 1];
    } else if (unit === minus) sign = -1;
    else number = number * 10 + (unit - zero);
  }
  if (list !== '') numbers[at] = sign * number;
  return numbers;
}

function countOf(list: string, wanted: number): number {
  let count = 0;
  for (let i = 0; i < list.length; i++) if (list.charCodeAt(i) === wanted) count++;
  return count;
}

/** Where rows of integers come from. */
export interface NumberRows {
  /** SQL expressions of integers, none of them NULL. */
  readonly columns: readonly string[];
  readonly from: string;
  /** The integer column that orders the rows and by which some are picked. */
  readonly key: string;
}

/**
 * Calls back with the numbers of many rows, one after another, in order of their keys.
 *
 * @param keys those wanted; null for all
 */
export function eachBatch(
  connection: Connection,
  { columns, from, key }: NumberRows,
  keys: readonly number[] | null,
  take: (numbers: Float64Array) => void,
): void {
  const row = `concat_ws(',', ${columns.join(', ')})`;
  const read = (where: string, ...values: Value[]) => {
    const sql = `SELECT group_concat(row) FROM
      (SELECT ${row} AS row FROM ${from} WHERE ${where} ORDER BY ${key})`;
    take(numbersIn(connection.column<string | null>(sql, ...values)[0] ?? ''));
  };
  if (keys !== null)
    return read(`${key} IN (SELECT value FROM json_each(?))`, JSON.stringify(keys));
  const [last] = connection.column<number | null>(`SELECT max(${key}) FROM ${from}`);
  for (let start = 0; start <= (last ?? -1); start += KEYS_AT_ONCE)
    read(`${key} >= ? AND ${key} < ?`, start, start + KEYS_AT_ONCE);
}
