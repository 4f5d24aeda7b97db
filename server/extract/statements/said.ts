import type { DateMention } from '../dates/index.ts';
import type { Discourse } from '../actors/coreference.ts';
import type { Span } from '../nlp/index.ts';
import { contains, intersects, placeOf } from '../text/place.ts';

/** The day a thing was said: the date beside the cue, outside of what was said; null when none stands there. */
export function saidOn(
  at: Span | null,
  content: readonly Span[],
  dates: readonly DateMention[],
  { parsed }: Discourse,
): string | null {
  const place = at && placeOf(parsed, at);
  if (!at || !place) return null;
  const sentence = parsed.sentences[place.sentence]!;
  const near = dates
    .filter((date) => contains(sentence, date) && !content.some((span) => intersects(span, date)))
    .sort((a, b) => distance(a, at) - distance(b, at));
  return near[0]?.date ?? null;
}

function distance(a: Span, b: Span): number {
  return a.start >= b.end ? a.start - b.end : Math.max(0, b.start - a.end);
}
