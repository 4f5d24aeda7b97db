import type { Span } from '../nlp/types.ts';
import { LABEL } from './argument-features.ts';
import type { Passage } from './passage.ts';

/** The runs of tokens with labels `begins` or `begins + 1`, as spans of the text. */
export function runsOf(passage: Passage, labels: Uint8Array, begins: number): Span[] {
  const spans: Span[] = [];
  let from = -1;
  for (let i = 0; i <= labels.length; i++) {
    const label = labels[i] ?? LABEL.outside;
    const inside = label === begins || label === begins + 1;
    if (from >= 0 && (!inside || label === begins)) {
      spans.push({ start: passage.tokens[from]!.start, end: passage.tokens[i - 1]!.end });
      from = -1;
    }
    if (inside && from < 0) from = i;
  }
  return spans;
}
