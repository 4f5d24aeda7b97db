/** A stretch of a text, UTF-16 code units, its end not included. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The text of the search box with a suggestion in the place of what it completes, and where the
 * caret stands afterwards. What is left of the word, or of the quotation, behind that goes too.
 */
export function insertAt(
  text: string,
  { start, end }: Stretch,
  insert: string,
): { text: string; caret: number } {
  const marks = text.slice(start, end).split('"').length - 1;
  const rest = (marks % 2 === 1 ? /^[^"]*"?/ : /^[^\s()]*/).exec(text.slice(end))?.[0] ?? '';
  const tail = text.slice(end + rest.length).replace(/^\s+/, '');
  const space = insert === '' || insert.endsWith(':') ? '' : ' ';
  const head = text.slice(0, start) + insert + space;
  return { text: head + tail, caret: head.length };
}

/** Whether a stretch of a search is the value of a key, and not words that may be a name. */
export function isKeyed(typed: string): boolean {
  return /^\w+:/.test(typed);
}
