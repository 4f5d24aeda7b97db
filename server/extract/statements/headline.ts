import type { Attribution } from '../attribution/index.ts';
import type { Span } from '../nlp/index.ts';

/** Longest headline, in characters. */
const LONGEST = 200;

/** The text's first line where it is a headline: no sentence of its own, and more comes after it. */
export function headlineOf(text: string): Span | null {
  const start = text.search(/\S/u);
  const end = start < 0 ? -1 : text.indexOf('\n', start);
  if (end < 0 || end - start > LONGEST || /[.!?…]["”’)]*\s*$/u.test(text.slice(start, end)))
    return null;
  return { start, end };
}

/**
 * Whether a headline's words are its own telling of what the article says again: all but
 * `NAME: words` and quotations, which are somebody's words there already. "Belarus Weekly: Minsk moves"
 * names no more than where it stands.
 */
export function isHeadlineTelling(
  text: string,
  { source, cue, content, mode }: Attribution,
  headline: Span | null,
): boolean {
  if (headline === null || content.at(-1)!.end > headline.end) return false;
  const rubric = source.map(({ start, end }) => text.slice(start, end)).join(' ');
  if (RUBRIC.test(rubric)) return true;
  const marks = cue.map(({ start, end }) => text.slice(start, end)).join('');
  return mode !== 'direct' && !/^[:—–-]*$/u.test(marks.trim());
}

const RUBRIC =
  /\b(?:Weekly|Daily|Digest|Briefing|Update|Roundup|Review|Monitor|Brief|Analysis|Explainer|Opinion|Interview|Report|Live|Watch)$/;
