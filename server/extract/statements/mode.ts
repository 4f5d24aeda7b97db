import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';

/** The mode of a paraphrase by its marks: mixed where it holds quoted words, else indirect. */
export function modeOf(text: string, spans: readonly Span[]): Attribution['mode'] {
  const quoted = spans.some(({ start, end }) => /["“”«»]/u.test(text.slice(start, end)));
  return quoted ? 'mixed' : 'indirect';
}
