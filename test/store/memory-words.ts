import { words } from '../../server/contract/index.ts';
import type { ResolvedQuery } from '../../server/contract/index.ts';
import type { StoredStatement } from '../../server/store/store.ts';

/** Words of texts and names, and how well they fit those that were asked for. */

/** Whether each word wanted begins a word of the text; true when none is wanted. */
export function begins(text: string, wanted: string | undefined): boolean {
  const found = words(text);
  return words(wanted ?? '').every((word) => found.some((each) => each.startsWith(word)));
}

/** Words that a query wants to be said, not those that it rules out. */
export function positiveWords(query: ResolvedQuery): string[] {
  if (query.type === 'term') return query.term.key === 'text' ? words(query.term.value) : [];
  return query.type === 'and' || query.type === 'or' ? query.of.flatMap(positiveWords) : [];
}

/** 0..1: how much of what was said is words wanted. */
export function relevance(statement: StoredStatement, wanted: readonly string[]): number {
  const found = words(statement.text);
  return found.filter((word) => wanted.includes(word)).length / found.length;
}

/** 1 the same name, 0.8 its beginning, 0.4 but for typing errors, 0 another. */
export function nameScore(wanted: readonly string[], name: readonly string[]): number {
  if (wanted.length === 0) return 0;
  if (wanted.join(' ') === name.join(' ')) return 1;
  if (wanted.every((word) => name.some((each) => each.startsWith(word)))) return 0.8;
  const near = (a: string, b: string) =>
    levenshtein(a, b) <= (a.length < 4 ? 0 : a.length < 8 ? 1 : 2);
  return wanted.every((word) => name.some((each) => near(word, each))) ? 0.4 : 0;
}

function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return levenshtein(a.slice(1), b.slice(1));
  if (Math.abs(a.length - b.length) > 2) return 3;
  return (
    1 +
    Math.min(
      levenshtein(a.slice(1), b),
      levenshtein(a, b.slice(1)),
      levenshtein(a.slice(1), b.slice(1)),
    )
  );
}
