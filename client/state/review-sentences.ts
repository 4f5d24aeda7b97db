/** Sentences of a held text, found one paragraph at a time. */

/** Half-open, UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The part of a range without white space at its ends; null when nothing else is in it. */
export function trimmed(text: string, { start, end }: Range): Range | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

function lineAt(text: string, at: number): Range {
  const stop = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: stop < 0 ? text.length : stop };
}

function sentencesIn(text: string, line: Range): Range[] {
  return [...SENTENCES.segment(text.slice(line.start, line.end))].flatMap(({ segment, index }) => {
    const start = line.start + index;
    return trimmed(text, { start, end: start + segment.length }) ?? [];
  });
}

/** The first sentence that begins at a place or after it; null when there is none. */
export function sentenceAfter(text: string, at: number): Range | null {
  for (let line = lineAt(text, at); ; line = lineAt(text, line.end + 1)) {
    const found = sentencesIn(text, line).find(({ start }) => start >= at);
    if (found !== undefined) return found;
    if (line.end >= text.length) return null;
  }
}

/** The last sentence that ends at a place or before it; null when there is none. */
export function sentenceBefore(text: string, at: number): Range | null {
  for (let line = lineAt(text, at); ; line = lineAt(text, line.start - 1)) {
    const found = sentencesIn(text, line).findLast(({ end }) => end <= at);
    if (found !== undefined) return found;
    if (line.start === 0) return null;
  }
}
