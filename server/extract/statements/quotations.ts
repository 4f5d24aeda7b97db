import type { Span } from '../nlp/index.ts';

const OPEN = /[“„«‟]/u;
const CLOSE = /[”»]/u;

/**
 * Quotations of a text, marks included, none running over a line's end; one that lacks its closing
 * mark ends with its line. Straight marks pair up in turn.
 */
export function quotationsOf(text: string): Span[] {
  const found: Span[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const mark = text[i] ?? '\n';
    const line = mark === '\n' || mark === '\r';
    const opens = OPEN.test(mark) || (mark === '"' && start < 0);
    const closes = CLOSE.test(mark) || (mark === '"' && start >= 0 && !opens);
    if (start >= 0 && (closes || line)) {
      found.push({ start, end: line ? i : i + 1 });
      start = -1;
    } else if (opens && start < 0) start = i;
  }
  return found;
}

/** What follows a quotation whose closing mark was typed as an opening one after the blank. */
const REVERSED =
  /([,.!?…]) “(?=(?:According to|according to|said|says|told|added|he said|she said|\p{Lu}\p{L}+ (?:said|says|told|added))\b)/gu;

/**
 * A text with closing marks that were typed as opening ones set right: `a test, “According to X`
 * reads `a test,” According to X`. Same length, so that offsets hold.
 */
export function withMarksMended(text: string): string {
  return text
    .replace(DIALOGUE, (_, indent: string, words: string) => `${indent}“${words}”,  `)
    .replace(REVERSED, (whole: string, stop: string, at: number) =>
      isOpenAt(text, at) ? `${stop}” ` : whole,
    )
    .replace(UNCLOSED, (_, opening: string, words: string, speaker: string) => {
      return opening + words + (opening === '"' ? '"' : '”') + speaker;
    });
}

/** `- We stay, - X said.`: dashes for the marks of a quotation, as Russian sets them. */
const DIALOGUE =
  /^([^\S\n\r]*)[-–—](?= )((?: [^“”"«»\n]{20,600}?)), [-–—] (?=(?:\p{Lu}[\p{L}.’'-]* ){0,5}(?:said|says|stated|added|noted|stressed|emphasi[sz]ed|explained|told|believes|he|she)\b|(?:the|an?) [^,\n]{3,80}\b(?:said|says|stated|added|noted|stressed|explained)\b)/gmu;

/** `"They came at night, he said. “But they left.”`: a quotation that is not closed before its speaker. */
const UNCLOSED =
  /((?<![\p{L}\p{N}])["“])([^"“”«»\n]{12,400}),( (?:(?:he|she|they) (?:said|says|added|told|wrote|noted|stressed|explained)|(?:said|says|added|noted) (?:he|she|\p{Lu}[\p{L}. ]{2,40}))[^"“”«»\n]{0,60}[.,:] ?“)/gu;

/** Whether a quotation that began in this line is still open. */
function isOpenAt(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return line.lastIndexOf('“') > line.lastIndexOf('”');
}
