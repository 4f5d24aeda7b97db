import { words } from '../normalise.ts';
import type { TypedTerm } from '../query.ts';

/**
 * The text term that a piece of a query means: a phrase when quoted, a prefix when it ends in
 * `*`, else a word. Null when it holds no letter or digit, so nothing to look for.
 */
export function textTerm(value: string, quoted: boolean): TypedTerm | null {
  if (words(value).length === 0) return null;
  if (quoted) return { key: 'text', value, form: 'phrase' };
  const stem = value.replace(/\*+$/, '');
  return { key: 'text', value: stem, form: stem === value ? 'word' : 'prefix' };
}
