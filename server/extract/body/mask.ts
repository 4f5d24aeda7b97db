import type { Span } from '../nlp/index.ts';
import type { Block } from './boilerplate.ts';

/**
 * The text with every block made blank: same length, same line breaks, so that offsets into it are
 * offsets into the text.
 */
export function readable(text: string, blocks: readonly Block[]): string {
  let from = 0;
  const parts: string[] = [];
  for (const { start, end } of blocks) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** Where the words of a span stand again: the same span within each block that repeats its line. */
export function repeatsOf(text: string, span: Span, blocks: readonly Block[]): Span[] {
  return blocks.flatMap(({ start, repeats }) => {
    if (!repeats || span.start < repeats.start || span.end > repeats.end) return [];
    const shift = start - repeats.start;
    const again = { start: span.start + shift, end: span.end + shift };
    const words = text.slice(span.start, span.end);
    return text.slice(again.start, again.end) === words ? [again] : [];
  });
}
