import type { ParsedDocument, Span } from '../nlp/index.ts';

/** Tokens of one sentence, `to` exclusive. */
export interface Place {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** Index of the last of ordered spans that begins at or before an offset; -1 before the first. */
export function lastStarting(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The tokens that a span takes of the sentence it begins in; null when it holds none. */
export function placeOf({ sentences }: ParsedDocument, span: Span): Place | null {
  const at = Math.max(0, lastStarting(sentences, span.start));
  for (const sentence of [at, at + 1]) {
    const tokens = sentences[sentence]?.tokens;
    if (!tokens) return null;
    const from = tokens.findIndex(({ end }) => end > span.start);
    if (from < 0) continue;
    let to = from;
    while (to < tokens.length && tokens[to]!.start < span.end) to++;
    if (to > from) return { sentence, from, to };
  }
  return null;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function intersects(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
