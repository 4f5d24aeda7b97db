import type { ResolvedQuery } from '../../../contract/index.ts';
import { matchOf, positiveTexts } from '../compile.ts';
import type { Connection } from '../database.ts';
import { numbersIn } from './numbers.ts';
import type { StatementColumns } from './statement-columns.ts';

/** Constants of FTS5's bm25() (https://sqlite.org/fts5.html#the_bm25_function). */
const [K1, B] = [1.2, 0.75];
/** What a word that stands in most statements weighs. */
const LEAST_WEIGHT = 1e-6;

/** Every occurrence of a word in the full-text index, as rows of its own; of this connection. */
const OCCURRENCES = 'word_occurrences';

export function prepareRanking(connection: Connection): void {
  connection.database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${OCCURRENCES}
     USING fts5vocab('main', 'statement_words', 'instance')`,
  );
}

/** The full-text expressions by which a query ranks, each once; null when it has none. */
export function rankedBy(query: ResolvedQuery): string[] | null {
  const expressions = positiveTexts(query)
    .map(matchOf)
    .filter((expression) => expression !== null);
  return expressions.length === 0 ? null : [...new Set(expressions)];
}

/** Scores by key, with room for every statement; 0 for none. */
export class Scores {
  #scores = new Float64Array(0);
  /** Keys that have a score. */
  #keys: number[] = [];

  /** Makes room, and forgets every score. One room for all: a new one costs more than a search. */
  clear(size: number): this {
    if (this.#scores.length < size) this.#scores = new Float64Array(Math.ceil(size * 1.25));
    else for (const key of this.#keys) this.#scores[key] = 0;
    this.#keys = [];
    return this;
  }

  add(key: number, score: number): void {
    const before = this.#scores[key] ?? 0;
    if (before === 0) this.#keys.push(key);
    this.#scores[key] = before + score;
  }

  of(key: number): number {
    return this.#scores[key] ?? 0;
  }
}

/**
 * Adds up BM25 of every statement that one of the expressions matches; lower is better. It is what
 * FTS5's bm25() gives for their disjunction, which is the sum over its phrases, but does not look
 * up the length of each statement on disk.
 *
 * @param found told the statements that an expression matches, where the ranking came by them
 */
export function rank(
  connection: Connection,
  columns: StatementColumns,
  expressions: readonly string[],
  scores: Scores,
  found: (expression: string, keys: Iterable<number>) => void,
): void {
  for (const expression of expressions) {
    const word = /^"([^" ]+)"$/.exec(expression)?.[1];
    if (word === undefined) addFromIndex(connection, expression, scores);
    else found(expression, addWord(connection, columns, word, scores));
  }
}

function addFromIndex(connection: Connection, expression: string, scores: Scores): void {
  const rows = connection.database.prepare<string[]>(
    'SELECT rowid, bm25(statement_words) FROM statement_words WHERE statement_words MATCH ?',
  );
  for (const [key, score] of rows.raw().all(expression) as [number, number][])
    scores.add(key, score);
}

/** @returns the keys of the statements that hold the word, some of them more than once */
function addWord(
  connection: Connection,
  { length, all, words }: StatementColumns,
  word: string,
  scores: Scores,
): Float64Array {
  const [list] = connection.column<string | null>(
    `SELECT group_concat(doc) FROM temp.${OCCURRENCES} WHERE term = ?`,
    word,
  );
  // One key for each occurrence, those of one statement side by side.
  const keys = numbersIn(list ?? '');
  const statements = all.size;
  const weight = weightOf(distinct(keys), statements);
  const mean = words / statements;
  for (let i = 0; i < keys.length;) {
    const key = keys[i]!;
    const first = i;
    while (keys[i] === key) i++;
    const times = i - first;
    const norm = K1 * (1 - B + (B * length.get(key)) / mean);
    scores.add(key, -weight * ((times * (K1 + 1)) / (times + norm)));
  }
  return keys;
}

function distinct(keys: Float64Array): number {
  let count = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] !== keys[i - 1]) count++;
  return count;
}

/** Inverse document frequency. */
function weightOf(holding: number, statements: number): number {
  const weight = Math.log((statements - holding + 0.5) / (holding + 0.5));
  return weight <= 0 ? LEAST_WEIGHT : weight;
}
