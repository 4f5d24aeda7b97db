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

/** `further risks “, he added`: likewise, before its comma. */
const REVERSED_BEFORE_COMMA =
  /(?<=[\p{L}\p{N}]) “(?=, (?:he|she|\p{Lu}\p{L}+) (?:said|says|added|noted|stressed)\b)/gu;

/**
 * A text with the marks of English in place of others, as the models learned them («Russian», „Polish”),
 * and closing marks that were typed as opening ones set right: `a test, “According to X` reads
 * `a test,” According to X`. Same length, so that offsets hold.
 */
export function withMarksMended(text: string): string {
  return withSinglesMended(text.replace(LETTER_APOSTROPHE, '’'))
    .replace(LOW_COMMAS, ' “$1')
    .replace(GERMAN, '“$1”')
    .replace(OPENING_TWICE, '“$1”')
    .replace(POINTING_IN, '“$1”')
    .replace(/[«„‟]/gu, '“')
    .replace(/»/gu, '”')
    .replace(DIALOGUE, (_, indent: string, words: string) => `${indent}“${words}”,  `)
    .replace(REVERSED, (whole: string, stop: string, at: number) =>
      isOpenAt(text, at) ? `${stop}” ` : whole,
    )
    .replace(REVERSED_BEFORE_COMMA, (mark: string, at: number) =>
      isOpenAt(text, at) ? ' ”' : mark,
    )
    .replace(UNCLOSED, closed)
    .replace(UNCLOSED_BEFORE_DASH, closed);
}

/** `'Legend in the Coal Fields.'` on a line of its own: a heading in capitals, whose words nobody says there. */
export function isSubhead({ start, end }: Span, text: string): boolean {
  const words = text.slice(start, end);
  const alone = beginsLine(text, start) && /^(?:(?!\n)[\s”"])*(?:\n|$)/u.test(text.slice(end));
  const small = /(?<![\p{L}’'])(?!(?:an?|the|and|or|of|in|on|at|to|for|by|with|from)\b)\p{Ll}{2,}/u;
  return alone && words.split(/\s+/u).length < LONGEST_SUBHEAD && !small.test(words);
}

/** Whether nothing but blanks and marks stands before an offset in its line. */
function beginsLine(text: string, offset: number): boolean {
  let i = offset;
  while (i > 0 && text[i - 1] !== '\n' && /[\s“"]/u.test(text[i - 1]!)) i--;
  return i === 0 || text[i - 1] === '\n';
}

/** In words. */
const LONGEST_SUBHEAD = 9;

/** "Russiaʼs", "the Russiansʼ": the letter of Ukrainian, an accent or a prime typed for an apostrophe. */
const LETTER_APOSTROPHE = /(?<=\p{L})[ʼʹ′´`](?=[\p{L}\s])/gu;

/** `,,We wait”`: two commas for a low opening mark; a blank keeps the length. */
const LOW_COMMAS = /(?<=^|[\s(]),,(?=[\p{L}\p{N}])([^“”\n]{1,2000}?(?:”|“|''))/gmu;

/** `„Wir warten.“`: the mark that opens in English closes. */
const GERMAN = /„([^„“”\n]{1,2000})“(?=$|[\s.,;:!?)–—])/gmu;
/** `the channel “Hajun“,`: a name closed by a mark that opens. */
const OPENING_TWICE = /“([^“”\n]{1,60})“(?=[\s.,;:)])/gu;
/** `»ein Weckruf«`: marks that open where those of French close. */
const POINTING_IN = /(?<=^|[\s(])»(?=[\p{L}\p{N}])([^«»\n]{0,2000}[^«»\s])«(?=$|[\s.,;:!?)–—])/gmu;

/** A straight single mark that may open a quotation, and none that leaves letters out ("'90s", "'em"). */
const SINGLE =
  /(?<=^|[\s([—–])['‘](?=[\p{L}\p{N}£$€"“])(?!\d0s|(?:em|tis|twas|til|cause|bout|n)\b)/giu;
/** One that closes: after a stop, before a blank or the line's end. */
const CLOSING = /[,.!?…]['’](?=$|[\s)\]—–])/u;
/**
 * In British manner, too, of what began a sentence, `'We will not yield', he said`, and before a dash:
 * `'We will not yield' – said X`.
 */
const CLOSING_BEFORE_STOP =
  /[,.!?…]['’](?=$|[\s)\]—–])|[\p{L}\p{N}]['’](?=[,.](?:\s|$)|\s[–—-]\s)/u;
/** Longest quotation in single marks, in characters. */
const LONGEST = 2000;

/**
 * `'It's a scandal,' said X. 'They've paid.'`: whole quotations in straight single marks get double
 * ones, and those within them single ones.
 */
function withSinglesMended(text: string): string {
  if (!/(?:^|\s)['‘]/u.test(text)) return text;
  let opensNext = false;
  return text
    .split('\n')
    .reverse()
    .map((line) => {
      const mended = lineMended(line, opensNext);
      if (/\S/u.test(line)) opensNext = /^\s*['‘]/u.test(line);
      return mended;
    })
    .reverse()
    .join('\n');
}

/** @param opensNext whether the next line with words begins with such a mark */
function lineMended(line: string, opensNext: boolean): string {
  const parts: string[] = [];
  let past = 0;
  for (const open of outsideDoubles(line)) {
    const close = open < past ? null : closingOf(line, open, opensNext);
    if (close === null) continue;
    parts.push(line.slice(past, open), '“', nested(line.slice(open + 1, close)));
    if (close < line.length) parts.push('”');
    past = close + 1;
  }
  return parts.join('') + line.slice(past);
}

function* outsideDoubles(line: string): Generator<number> {
  const doubles = quotationsOf(line);
  let at = 0;
  for (const { index } of line.matchAll(SINGLE)) {
    while (at < doubles.length && doubles[at]!.end <= index) at++;
    if (index < (doubles[at]?.start ?? Infinity)) yield index;
  }
}

function nested(words: string): string {
  return words.replace(/"(?=[\p{L}\p{N}])|“/gu, '‘').replace(/["”]/gu, '’');
}

/** Where a quotation closes that opens there: the line's length where it goes on in the next. */
function closingOf(line: string, open: number, opensNext: boolean): number | null {
  const begins = /(?:^|[.,:;!?…]['”"]?)\s*$/u.test(line.slice(Math.max(0, open - 4), open));
  const rest = line.slice(open + 1, open + LONGEST);
  const close = (begins ? CLOSING_BEFORE_STOP : CLOSING).exec(rest)?.index;
  if (close !== undefined) return open + 1 + close + 1;
  const goesOn = begins && opensNext && /[.!?…]\s*$/u.test(rest.slice(-8));
  return goesOn && rest.length < LONGEST - 1 ? line.length : null;
}

/** `- We stay, - X said.`: dashes for the marks of a quotation, as Russian sets them. */
const DIALOGUE =
  /^([^\S\n\r]*)[-–—](?= )((?: [^“”"«»\n]{20,600}?)), [-–—] (?=(?:\p{Lu}[\p{L}.’'-]* ){0,5}(?:said|says|stated|added|noted|stressed|emphasi[sz]ed|explained|told|believes|he|she)\b|(?:the|an?) [^,\n]{3,80}\b(?:said|says|stated|added|noted|stressed|explained)\b)/gmu;

/** `"They came at night, he said. “But they left.”`: a quotation not closed before its speaker, or at all. */
const UNCLOSED =
  /((?<![\p{L}\p{N}])["“])([^"“”«»\n]{12,400}),( (?:(?:he|she|they) (?:said|says|added|told|wrote|noted|stressed|explained)|(?:said|says|added|noted) (?:he|she|\p{Lu}[\p{L}. ]{2,40}))[^"“”«»\n]{0,60}(?:[.,:] ?“|\.$))/gmu;

/** `“We reject it, – reads the statement of the ministry.`: likewise, the speaker after a dash. */
const UNCLOSED_BEFORE_DASH =
  /((?<![\p{L}\p{N}])["“])([^"“”«»\n]{12,400}),( [–—-] (?:reads|said|says|stated|added|noted|stressed|explained|wrote|writes|told) [^"“”«»\n]{3,200}$)/gmu;

function closed(_: string, opening: string, words: string, speaker: string): string {
  return opening + words + (opening === '"' ? '"' : '”') + speaker;
}

/** Whether a quotation that began in this line is still open. */
function isOpenAt(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return line.lastIndexOf('“') > line.lastIndexOf('”');
}
