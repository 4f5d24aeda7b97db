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
function isKeyed(typed: string): boolean {
  return /^\w+:/.test(typed);
}

/** What is picked from the suggestions. */
interface Picked {
  /** Id of what it names; null for a key or a value. */
  readonly id: string | null;
  readonly insert: string;
  readonly replace: Stretch;
}

interface WithPicked {
  readonly text: string;
  readonly caret: number;
  /** What goes on to be completed: the text up to a key whose value is still to come, else empty. */
  readonly unfinished: string;
  /** Id of what is gone to; null when the search goes on. */
  readonly named: string | null;
}

/** The text of the search box once a suggestion is picked; a bare name leaves it, to be gone to. */
export function withPicked(text: string, { id, insert, replace }: Picked): WithPicked {
  if (id !== null && !isKeyed(text.slice(replace.start, replace.end))) {
    const rest = insertAt(text, replace, '');
    return { text: rest.text.trim(), caret: rest.caret, unfinished: '', named: id };
  }
  const next = insertAt(text, replace, insert);
  const unfinished = insert.endsWith(':') ? next.text.slice(0, next.caret) : '';
  return { ...next, unfinished, named: null };
}
