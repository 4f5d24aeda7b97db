import type { FacetName, Facets, ResolvedQuery } from '../../../contract/index.ts';
import type { Page, PageRequest, StatementSort, StoredStatement } from '../../store.ts';
import { cursorBehind } from '../cursor.ts';
import type { Connection } from '../database.ts';
import { keyOf } from '../keys.ts';
import type { Found } from '../search.ts';
import { readStatements } from '../read-statements.ts';
import { BitSet } from './bit-set.ts';
import { countColumns } from './count.ts';
import { evaluateQuery, textQuestion } from './evaluate.ts';
import { Kept } from './kept.ts';
import type { Match } from './match.ts';
import { pageByScore, pageOfMatch } from './page.ts';
import { prepareRanking, rank, rankedBy, Scores } from './ranking.ts';
import { StatementColumns } from './statement-columns.ts';
import type { ChangedKeys } from './statement-columns.ts';

export type { ChangedKeys } from './statement-columns.ts';

/** Keys of one term: 125 kB each in a record of a million statements. */
const TERMS_KEPT = 128;
/** Whole matches: up to 4 MB each in such a record. */
const MATCHES_KEPT = 16;
const FACETS_KEPT = 64;

/** Searches and counts on columns in memory; see StatementColumns. */
export class ColumnIndex {
  readonly #connection: Connection;
  readonly #columns: StatementColumns;
  readonly #terms = new Kept<BitSet>(TERMS_KEPT);
  readonly #matches = new Kept<Match>(MATCHES_KEPT);
  readonly #facets = new Kept<Facets>(FACETS_KEPT);
  readonly #scores = new Scores();
  /** What the scores are of; null when they are of nothing. */
  #ranked: string | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
    prepareRanking(connection);
    this.#columns = StatementColumns.read(connection);
  }

  refresh(changed: ChangedKeys): void {
    this.#columns.refresh(this.#connection, changed);
    this.#terms.clear();
    this.#matches.clear();
    this.#facets.clear();
    this.#ranked = null;
  }

  search(query: ResolvedQuery, sort: StatementSort, page: PageRequest): Page<StoredStatement> {
    const question = [query, sort];
    const ranked = sort === 'relevance' ? rankedBy(query) : null;
    // The ranking first: it comes by what matches a word, which the match then need not look up.
    if (ranked !== null) this.#rank(ranked);
    const match = this.#match(query);
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

  /** Stands until the next ranking; the same one is not made again while the record stays. */
  #rank(expressions: readonly string[]): Scores {
    const question = expressions.join('\n');
    if (this.#ranked === question) return this.#scores;
    this.#ranked = null;
    const scores = this.#scores.clear(this.#columns.size);
    rank(this.#connection, this.#columns, expressions, scores, (expression, keys) =>
      this.#terms.get(textQuestion(expression), () => BitSet.of(keys)),
    );
    this.#ranked = question;
    return scores;
  }

  #match(query: ResolvedQuery): Match {
    const sources = { connection: this.#connection, columns: this.#columns, kept: this.#terms };
    return this.#matches.get(JSON.stringify(query), () => evaluateQuery(sources, query));
  }

  #byRelevance(
    match: Match,
    expressions: readonly string[],
    question: unknown,
    page: PageRequest,
  ): Found[] {
    const scores = this.#rank(expressions);
    return pageByScore(
      this.#connection,
      match,
      (key) => scores.of(key),
      question,
      page,
      ({ key: score, id }) => {
        // As it now is; as it was when the row is gone.
        const key = keyOf(this.#connection, 'statements', id);
        return (key === null ? 0 : scores.of(key)) || Number(score);
      },
    );
  }
}
