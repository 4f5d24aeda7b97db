import type { ResolvedQuery } from '../../server/contract/index.ts';
import type { StatementSort, StoredStatement } from '../../server/store/store.ts';
import { dayKey, newest, UNDATED, type SortKey } from './memory-paging.ts';
import { positiveWords, relevance } from './memory-words.ts';

/** What statements are sorted by; relevance without words to be relevant to is the latest first. */
export function statementKey(
  sort: StatementSort,
  query: ResolvedQuery,
): (statement: StoredStatement) => SortKey {
  const texts = positiveWords(query);
  if (sort === 'relevance' && texts.length > 0) return (statement) => -relevance(statement, texts);
  if (sort === 'recorded' || sort === '-recorded') return ({ recorded }) => recorded;
  if (sort === 'said') return ({ said }) => dayKey(said) ?? UNDATED;
  if (sort === 'reports' || sort === '-reports') {
    // More than any day is: days tell only of as many reports.
    const weight = sort === 'reports' ? 1e12 : -1e12;
    return ({ reports, said }) => reports.length * weight + newest(said);
  }
  return ({ said }) => newest(said);
}
