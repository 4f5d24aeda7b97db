import { isFurniture } from '../../extract/body/index.ts';
import { findDates } from '../../extract/dates/index.ts';

/** How far down a document says when it came out: lines with words on them, and characters. */
const LINES = 8;
const CHARACTERS = 1_500;

/** Most words of place, agency and author beside the date. */
const MOST_NAMES = 6;

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}\b)?/gi;
const AGO = /\b(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago\b/gi;
const OF_PUBLISHING = /\b(?:first|published|posted|updated|last|modified|date|on|at|by|the)\b:?/gi;
const NAME = /^\p{Lu}[\p{L}\p{M}.’'-]*$/u;

/** What divides a dateline from the sentence that it opens: "MINSK, 3 December 2022 (BelTA) –". */
const DIVIDER = /^[ \t]*(?:\([^()\n]{1,40}\)[ \t]*)?(?:--|[-–—:])[ \t]/;

interface StatedDay {
  readonly day: string;
  readonly before: string;
  readonly after: string;
}

/** The first whole date of a line, with what stands around it; null when it has none. */
function dayIn(line: string): StatedDay | null {
  const found = findDates(line, null).find(({ date }) => DAY.test(date));
  if (!found) return null;
  return { day: found.date, before: line.slice(0, found.start), after: line.slice(found.end) };
}

/** Whether words can be where, by whom and through whom something came out, and nothing else. */
function isNames(words: string): boolean {
  const left = words.replace(TIME, ' ').replace(AGO, ' ').replace(OF_PUBLISHING, ' ');
  const names = left.split(/[\s,;|()/–—-]+/).filter(hasWords);
  return names.length <= MOST_NAMES && names.every((name) => NAME.test(name));
}

/** Whether a line says when, where and by whom a document came out, and nothing else. */
export function isDateLine(line: string): boolean {
  const found = dayIn(line);
  return found !== null && isNames(`${found.before} ${found.after}`);
}

/** The day of a dateline that a sentence follows; null when the line begins otherwise. */
function datelineOf(line: string): string | null {
  const found = dayIn(line);
  return found !== null && isNames(found.before) && DIVIDER.test(found.after) ? found.day : null;
}

/** Whether a line says anything: a rule of hyphens or stars does not. */
export const hasWords = (line: string) => /[\p{L}\p{N}]/u.test(line);

/** The lines of a text that have words on them, as far as its opening goes, trimmed. */
function openingLines(text: string): string[] {
  const lines = text
    .trimStart()
    .slice(0, CHARACTERS)
    .split(/\r\n|\r|\n/);
  return lines
    .map((line) => line.trim())
    .filter(hasWords)
    .slice(0, LINES);
}

/**
 * The day on which a text came out, as its first lines say: a line of nothing but date, place and
 * names, or a dateline before a sentence. A date without its year says too little.
 *
 * @returns `YYYY-MM-DD`; null when they do not say
 */
export function publishedIn(text: string): string | null {
  for (const line of openingLines(text)) {
    const day = isDateLine(line) ? dayIn(line)!.day : datelineOf(line);
    if (day !== null) return day;
  }
  return null;
}

/** The first line that is more than a date, names or furniture; the first of all when there is none. */
export function firstWords(text: string): string {
  const lines = openingLines(text);
  return lines.find((line) => !isDateLine(line) && !isFurniture(line)) ?? lines[0] ?? '';
}
