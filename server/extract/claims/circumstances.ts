import type { DateMention } from '../dates/index.ts';
import type { Span } from '../nlp/index.ts';
import { contains } from '../text/place.ts';

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
      !AHEAD.test(text.slice(Math.max(whole.start, one.start - 8), one.start)) &&
      !OF_ANOTHER.test(text.slice(whole.start, one.start)),
  );
}

/** "Signed amendments to the agreement of 1997, dated | December 19": the day of what is amended. */
const OF_ANOTHER = /\b(?:amend\w*|protocols?|supplement\w*|additions?|annex\w*)\b.*\bdated\s+$/s;

const AHEAD = /\b(?:for|until|till|through)\s+$/;
