import type { Connection, Value } from '../database.ts';

/**
 * Calls back with the length in words of statements, as the full-text index counts them: the sum
 * over its columns. FTS5 keeps one blob for each row, in which each column's count is a SQLite
 * varint (https://sqlite.org/fileformat2.html#varint).
 *
 * @param keys those wanted; null for all
 */
export function eachLength(
  connection: Connection,
  keys: readonly number[] | null,
  take: (key: number, length: number) => void,
): void {
  const where = keys === null ? '' : 'WHERE id IN (SELECT value FROM json_each(?))';
  const values: Value[] = keys === null ? [] : [JSON.stringify(keys)];
  const [list] = connection.column<string | null>(
    `SELECT group_concat(concat_ws(':', id, hex(sz))) FROM statement_words_docsize ${where}`,
    ...values,
  );
  for (let at = 0; list && at < list.length;) {
    const colon = list.indexOf(':', at);
    const comma = list.indexOf(',', colon);
    const end = comma < 0 ? list.length : comma;
    take(Number(list.slice(at, colon)), sumOfVarints(list, colon + 1, end));
    at = end + 1;
  }
}

/** Of hexadecimal digits: seven bits a byte, the highest first; the eighth says that more follow. */
function sumOfVarints(hex: string, start: number, end: number): number {
  let [sum, number] = [0, 0];
  for (let at = start; at < end; at += 2) {
    const byte = 16 * digit(hex.charCodeAt(at)) + digit(hex.charCodeAt(at + 1));
    number = number * 128 + (byte & 127);
    if (byte > 127) continue;
    sum += number;
    number = 0;
  }
  return sum;
}

/** Of '0'..'9' and 'A'..'F'. */
function digit(unit: number): number {
  return unit < 58 ? unit - 48 : unit - 55;
}
