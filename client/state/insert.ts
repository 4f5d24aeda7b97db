/** The word of the search box that is being typed, so that a suggestion can take its place. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The word around the caret: up to spaces and parentheses outside quotation marks. A key with its
 * value (`speaker:"Sergei Sho`) is one word. A leading minus stays out of it.
 */
export function tokenAt(text: string, caret: number): Token {
  let start = 0;
  let quoted = false;
  for (let i = 0; i < caret; i += 1) {
    const at = text[i] as string;
    if (at === '"') quoted = !quoted;
    else if (!quoted && /[\s()]/.test(at)) start = i + 1;
  }
  if (text[start] === '-' && start < caret) start += 1;
  let end = caret;
  while (end < text.length && (quoted || !/[\s()]/.test(text[end] as string))) {
    if (text[end] === '"') quoted = !quoted;
    end += 1;
  }
  return { start, end, text: text.slice(start, caret) };
}

/** The text with a word replaced, and where the caret stands afterwards. */
export function insertAt(
  text: string,
  token: Token,
  insert: string,
): { text: string; caret: number } {
  const open = insert.endsWith(':');
  const tail = text.slice(token.end).replace(/^\s+/, '');
  const head = text.slice(0, token.start) + insert + (open ? '' : ' ');
  return { text: head + tail, caret: head.length };
}

/** A token of the form `key:value`, its value without quotation marks; null when it is none. */
export function keyAndValue(token: string): { key: string; value: string } | null {
  const colon = token.indexOf(':');
  if (colon < 1) return null;
  return { key: token.slice(0, colon), value: token.slice(colon + 1).replaceAll('"', '') };
}
