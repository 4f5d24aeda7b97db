/** A line of a text: its words without quote marks, and where they stand. */
interface Row {
  /** Marks of quoted mail before the words: "> ", ">> ". */
  readonly quoted: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Lines of prose are wrapped at widths between these. */
const WIDTH = { least: 45, most: 110 };

/** Of the ends of a paragraph's lines, at least so many are where the next word did not fit. */
const FULL = 0.7;

/** Of the lines after these, at least so many go on in the middle of a sentence. */
const GOES_ON = 0.4;

const QUOTED = /^(?:[^\S\n\r]*>)+[^\S\n\r]?/;

/** What begins anew even after a full line: points of a list, headings, who speaks next. */
const BEGINS =
  /^\s*(?:[-–—•▪*+][^\S\n\r]|\d{1,3}[.)][^\S\n\r]|#|(?:[QA]|\p{Lu}[\p{Lu} .'’-]{1,40}):[^\S\n\r]|\p{Lu}[\p{L}-]{1,20}: )/u;

/** A line broken by hand within a sentence has at least so many characters before the break. */
const BROKEN = 40;

/**
 * A text with the line ends inside its paragraphs made blank, the marks of quoted mail before their
 * lines too: same length, so that offsets hold. In a text that was wrapped at a width, as mail and
 * old wire copy are, a line goes on when it is so full that the next word would not have fitted; in
 * any text, when it stops in the middle of a sentence.
 */
export function unwrapped(text: string): string {
  return joined(text, (length) => ' '.repeat(length));
}

/** The same with one blank for each line end: for a text that nobody holds yet. */
export function rewrapped(text: string): string {
  return joined(text, () => ' ');
}

function joined(text: string, filling: (length: number) => string): string {
  const paragraphs = paragraphsOf(text);
  const width = widthOf(paragraphs);
  let from = 0;
  const parts: string[] = [];
  for (const rows of paragraphs) {
    const points = pointsOf(rows);
    for (const [row, next] of pairsOf(rows)) {
      if (BEGINS.test(next.words)) continue;
      if (!points.has(next) && !goesOn(row, next, width)) continue;
      parts.push(text.slice(from, row.end), filling(next.start - row.end));
      from = next.start;
    }
  }
  return parts.join('') + text.slice(from);
}

const POINT = /^\s*(?:[-–—•▪*+]|\d{1,3}[.)])[^\S\n\r]/u;

/** Lines that go on with a point of a list: set in from its mark. */
function pointsOf(rows: readonly Row[]): ReadonlySet<Row> {
  const found = new Set<Row>();
  let inPoint = false;
  for (const row of rows) {
    const begins = POINT.test(row.words);
    if (!begins && inPoint && /^\s{2}/.test(row.words)) found.add(row);
    else inPoint = begins;
  }
  return found;
}

function goesOn(row: Row, next: Row, width: number | null): boolean {
  if (width !== null && isFull(row, next, width)) return true;
  const { words } = row;
  return words.length >= BROKEN && /[\p{L}\p{N},]$/u.test(words) && /^\s*\p{Ll}/u.test(next.words);
}

/** Runs of lines with words on them, each quoted as deep as the one before. */
function paragraphsOf(text: string): Row[][] {
  const paragraphs: Row[][] = [[]];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r?\n|\r|$)/g)) {
    const quoted = QUOTED.exec(line)?.[0] ?? '';
    const words = line.slice(quoted.length).trimEnd();
    const start = index + quoted.length;
    const row = { quoted: quoted.replace(/\s/g, ''), words, start, end: start + words.length };
    const last = paragraphs.at(-1)!.at(-1);
    if (words.trim() === '') paragraphs.push([]);
    else if (last && last.quoted !== row.quoted) paragraphs.push([row]);
    else paragraphs.at(-1)!.push(row);
  }
  return paragraphs;
}

function pairsOf(rows: readonly Row[]): [Row, Row][] {
  return rows.slice(1).map((next, i) => [rows[i]!, next]);
}

/** The width at which the text was wrapped; null when it was not. */
function widthOf(paragraphs: readonly (readonly Row[])[]): number | null {
  let width: number | null = null;
  for (const rows of paragraphs) {
    if (rows.length < 3) continue;
    const widest = rows.reduce((most, { words }) => Math.max(most, words.length), 0);
    if (widest < (width ?? WIDTH.least) || widest > WIDTH.most) continue;
    const pairs = pairsOf(rows).filter(([, next]) => !BEGINS.test(next.words));
    const full = pairs.filter(([row, next]) => isFull(row, next, widest));
    const on = full.filter(([, next]) => /^\s*\p{Ll}/u.test(next.words));
    if (full.length > 1 && full.length >= FULL * pairs.length && on.length >= GOES_ON * full.length)
      width = widest;
  }
  return width;
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull({ words }: Row, next: Row, width: number): boolean {
  const first = /\S+/.exec(next.words)?.[0].length ?? 0;
  return words.length <= width && words.length + 1 + first > width;
}
