import type { DateMention } from '../dates/index.ts';
import { lookUp } from '../gazetteer/index.ts';
import type { Span } from '../nlp/index.ts';
import { contains } from '../text/place.ts';
import type { Clause } from './clause.ts';

/** The date within the words, else the one nearest to them; null when there is none. */
export function dateNear(dates: readonly DateMention[], { start, end }: Span): string | null {
  const away = (date: Span) => Math.max(0, start - date.end, date.start - end);
  return [...dates].sort((a, b) => away(a) - away(b))[0]?.date ?? null;
}

/** The dates of a sentence on which something may have been: not those "for" and "until" which it holds. */
export function datesOf(dates: readonly DateMention[], whole: Span, text: string): DateMention[] {
  return dates.filter(
    (one) =>
      contains(whole, one) &&
      !AHEAD.test(text.slice(Math.max(whole.start, one.start - 8), one.start)),
  );
}

const AHEAD = /\b(?:for|until|till|through)\s+$/;

/** A place that a preposition of place brings in, as the text names it. */
export function placeTold({ tree, obliques, lemma, objects }: Clause): string | null {
  const heads = ['in', 'at', 'near', 'to', 'into'].flatMap(
    (preposition) => obliques.get(preposition) ?? [],
  );
  const candidates = /^(?:visit|fly|tour)$/.test(lemma) ? [...heads, ...objects] : heads;
  const found = candidates.find((head) => {
    const { entity, word } = tree.tokens[head]!;
    return entity === 'LOCATION' || lookUp(word).some(({ type }) => type === 'state');
  });
  if (found === undefined) return null;
  let from = found;
  while (
    from > 0 &&
    tree.tokens[from - 1]!.entity === 'LOCATION' &&
    !tree.tokens[from]!.entityStart
  )
    from--;
  return tree.tokens
    .slice(from, found + 1)
    .map(({ word }) => word)
    .join(' ');
}
