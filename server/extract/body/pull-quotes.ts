import type { Span } from '../nlp/index.ts';
import type { Line } from './lines.ts';

/** A line that is one quotation, with or without who is quoted after it. */
const QUOTATION = /^["“]([^"“”]{30,300})["”](?:\s*[—–-]\s*[^\n]{2,60})?$/u;

/** More pull quotes than any article has: where more lines look like one, none is. */
const MOST = 60;

/**
 * Tells where the words of a pull quote stand in a line of the text itself, before or after it, as
 * a span that is shifted from the line by as much as the words are; null for other lines.
 */
export function pullQuotesIn(text: string, lines: readonly Line[]): (line: Line) => Span | null {
  const asked = lines.filter((line) => QUOTATION.test(line.text));
  return asked.length > MOST ? () => null : (line) => quotedElsewhere(text, line);
}

function quotedElsewhere(text: string, line: Line): Span | null {
  const words = QUOTATION.exec(line.text)?.[1]?.replace(/[.,]$/, '');
  if (words === undefined) return null;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    if (lineAround(text, at).length > line.text.length)
      return { start: at - 1, end: at + words.length };
  return null;
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end).trim();
}
