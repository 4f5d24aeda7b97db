import type { ParsedDocument } from '../nlp/index.ts';

const maps = new WeakMap<ParsedDocument, Uint8Array>();

/**
 * Whether an offset of a document's text lies within quotation marks; none runs on past its
 * paragraph. UTF-16 code units.
 */
export function isQuoted(parsed: ParsedDocument, offset: number): boolean {
  let map = maps.get(parsed);
  if (!map) maps.set(parsed, (map = quotedIn(parsed)));
  return map[offset] === 1;
}

function quotedIn({ text, paragraphs }: ParsedDocument): Uint8Array {
  const map = new Uint8Array(text.length);
  for (const { start, end } of paragraphs) {
    let open = -1;
    for (const { 0: mark, index } of text.slice(start, end).matchAll(/["“”«»]|''/gu)) {
      const at = start + index;
      if (open < 0 && !/[”»]/u.test(mark)) open = at;
      else if (open >= 0 && !/[“«]/u.test(mark)) {
        map.fill(1, open, at);
        open = -1;
      }
    }
    if (open >= 0) map.fill(1, open, end);
  }
  return map;
}
