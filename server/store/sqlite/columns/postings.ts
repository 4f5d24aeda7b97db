import type { Connection } from '../database.ts';
import { IN_KEYS } from '../read-records.ts';
import { BitSet } from './bit-set.ts';
import { numbersIn } from './numbers.ts';

/** What an index finds statements by. */
export type Part = 'speaker' | 'about' | 'addressee' | 'via' | 'outlet' | 'document';

/** From and where of a part's postings, `k` the statement's key; one parameter, a list of keys. */
const POSTINGS: Readonly<Record<Part, string>> = {
  speaker: `SELECT key AS k FROM statements WHERE speaker ${IN_KEYS}`,
  about: `SELECT statement AS k FROM about WHERE actor ${IN_KEYS}`,
  addressee: `SELECT statement AS k FROM addressees WHERE actor ${IN_KEYS}`,
  via: `SELECT statement AS k FROM via WHERE actor ${IN_KEYS}`,
  outlet: `SELECT r.statement AS k FROM documents d JOIN reports r ON r.document = d.key
    WHERE d.outlet ${IN_KEYS}`,
  document: `SELECT statement AS k FROM reports WHERE document ${IN_KEYS}`,
};

/** Keys of statements by a part, each once; null when they are more than `most`. */
export function keysByPart(
  connection: Connection,
  part: Part,
  of: readonly number[],
  most: number,
): Int32Array | null {
  if (of.length === 0) return new Int32Array(0);
  const limit = Number.isFinite(most) ? `LIMIT ${Math.floor(most) + 1}` : '';
  const list = connection.column<string | null>(
    `SELECT group_concat(k) FROM (${POSTINGS[part]} ${limit})`,
    JSON.stringify(of),
  );
  const keys = numbersIn(list[0] ?? '');
  return keys.length > most ? null : BitSet.of(keys).members();
}

/** Keys of statements that a full-text expression matches. */
export function keysByText(connection: Connection, expression: string): BitSet {
  const list = connection.column<string | null>(
    'SELECT group_concat(rowid) FROM statement_words WHERE statement_words MATCH ?',
    expression,
  );
  return BitSet.of(numbersIn(list[0] ?? ''));
}
