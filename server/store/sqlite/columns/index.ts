import type { FacetName, Facets, ResolvedQuery } from '../../../contract/index.ts';
import type { Page, PageRequest, StatementSort, StoredStatement } from '../../store.ts';
import { relevanceMatch } from '../compile.ts';
import { cursorBehind } from '../cursor.ts';
import type { Connection } from '../database.ts';
import { rankNow } from '../search.ts';
import type { Found } from '../search.ts';
import { readStatements } from '../read-statements.ts';
import type { BitSet } from './bit-set.ts';
import { countColumns } from './count.ts';
import { evaluateQuery } from './evaluate.ts';
import { Kept } from './kept.ts';
import type { Match } from './match.ts';
import { pageByScore, pageOfMatch } from './page.ts';
import { StatementColumns } from './statement-columns.ts';
import type { ChangedKeys } from './statement-columns.ts';

export type { ChangedKeys } from './statement-columns.ts';

/** Keys of one term: 125 kB each in a record of a million statements. */
const TERMS_KEPT = 128;
/** Whole matches: up to 4 MB each in such a record. */
const MATCHES_KEPT = 16;
const FACETS_KEPT = 64;
/** Rankings of one text: 8 bytes a statement. */
const RANKINGS_KEPT = 4;

/** Searches and counts on columns in memory; see StatementColumns. */
export class ColumnIndex {
  readonly #connection: Connection;
  readonly #columns: StatementColumns;
  readonly #terms = new Kept<BitSet>(TERMS_KEPT);
  readonly #matches = new Kept<Match>(MATCHES_KEPT);
  readonly #facets = new Kept<Facets>(FACETS_KEPT);
  readonly #rankings = new Kept<Float64Array>(RANKINGS_KEPT);

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#columns = StatementColumns.read(connection);
  }

  refresh(changed: ChangedKeys): void {
    this.#columns.refresh(this.#connection, changed);
    this.#terms.clear();
    this.#matches.clear();
    this.#facets.clear();
    this.#rankings.clear();
  }

  search(query: ResolvedQuery, sort: StatementSort, page: PageRequest): Page<StoredStatement> {
    const question = [query, sort];
    const match = this.#match(query);
    const ranked = sort === 'relevance' ? relevanceMatch(query) : null;
    const found =
      ranked === null
        ? pageOfMatch(
            this.#connection,
            this.#columns,
            match,
            sort === 'relevance' ? '-said' : sort,
            question,
            page,
          )
        : this.#byRelevance(match, ranked, question, page);
    const rows = found.slice(0, page.limit);
    const last = rows.at(-1);
    return {
      total: match.size,
      items: readStatements(
        this.#connection,
        rows.map(({ key }) => key),
      ),
      next:
        last && found.length > rows.length
          ? cursorBehind(question, { key: last.place, id: last.id })
          : null,
    };
  }

  facets(query: ResolvedQuery, names: readonly FacetName[], limit: number): Facets {
    return this.#facets.get(JSON.stringify([query, names, limit]), () =>
      countColumns(this.#connection, this.#columns, this.#match(query), names, limit),
    );
  }

  #match(query: ResolvedQuery): Match {
    const sources = { connection: this.#connection, columns: this.#columns, kept: this.#terms };
    return this.#matches.get(JSON.stringify(query), () => evaluateQuery(sources, query));
  }

  #byRelevance(match: Match, expression: string, question: unknown, page: PageRequest): Found[] {
    const scores = this.#rankings.get(expression, () =>
      rank(this.#connection, expression, this.#columns.size),
    );
    return pageByScore(
      this.#connection,
      match,
      (key) => scores[key] ?? 0,
      question,
      page,
      (place) => rankNow(this.#connection, expression, place),
    );
  }
}

/** BM25 of every statement that the expression matches, by key; lower is better, 0 is none. */
function rank(connection: Connection, expression: string, size: number): Float64Array {
  const rows = connection.database.prepare<string[]>(
    'SELECT rowid, bm25(statement_words) FROM statement_words WHERE statement_words MATCH ?',
  );
  const scores = new Float64Array(size);
  for (const [key, score] of rows.raw().all(expression) as [number, number][]) scores[key] = score;
  return scores;
}
