import type { Span } from '../nlp/index.ts';

/** A line with more than blanks in it; its span leaves out blanks at both ends. */
export interface Line extends Span {
  readonly text: string;
}

/** The non-blank lines of a text, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const part of text.split(/(?:\r\n|[\n\r\u2028\u2029])/)) {
    const start = from + part.length - part.trimStart().length;
    const end = start + part.trim().length;
    if (end > start) lines.push({ start, end, text: text.slice(start, end) });
    from += part.length + breakLength(text, from + part.length);
  }
  return lines;
}

function breakLength(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : 1;
}
