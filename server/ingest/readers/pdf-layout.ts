/** From the marks on a PDF's pages to paragraphs. Pure. */

/** A stretch of text as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  /** [a, b, c, d, x, y] in PDF units, origin at the bottom left. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of a page, in PDF units from the bottom left. */
export interface Line {
  readonly text: string;
  /** Where it begins and how far it goes. */
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** What pdf.js takes for the height of a line without one. */
const USUAL_HEIGHT = 10;

/** Smaller than the line by this share and raised: a note's number. */
const NOTE_SIZE = 0.9;
const NOTE_RISE = 0.15;

export function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let open: TextItem[] = [];
  const close = () => {
    const line = lineOf(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const item of items) {
    if (open.length > 0 && isElsewhere(item, open.at(-1)!)) close();
    open.push(item);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** Running heads may follow the last word of a page without an end of line between. */
function isElsewhere(item: TextItem, last: TextItem): boolean {
  const height = Math.max(item.height, last.height);
  return item.str.trim() !== '' && last.str.trim() !== '' && Math.abs(up(item) - up(last)) > height;
}

function lineOf(items: readonly TextItem[]): Line | null {
  const shown = items.filter(({ str }) => str.trim() !== '');
  if (shown.length === 0) return null;
  const largest = shown.reduce((a, b) => (b.height > a.height ? b : a));
  const y = up(largest);
  const height = largest.height || USUAL_HEIGHT;
  const x = shown.reduce((least, item) => Math.min(least, left(item)), Infinity);
  const end = shown.reduce((most, item) => Math.max(most, left(item) + item.width), -Infinity);
  const text = wordsOf(items, y, height)
    .replace(/[ \t]+/g, ' ')
    .trim();
  return { text, x, width: end - x, y, height };
}

/** What the items of a line say, the numbers of notes in brackets. */
function wordsOf(items: readonly TextItem[], y: number, height: number): string {
  const parts: string[] = [];
  for (const item of items) {
    if (!isNote(item, y, height)) parts.push(item.str);
    else parts.push(`${parts.pop()?.trimEnd() ?? ''}[${item.str.trim()}]`);
  }
  return parts.join('');
}

const left = ({ transform }: TextItem) => transform[4] ?? 0;
const up = ({ transform }: TextItem) => transform[5] ?? 0;

/** A note's number is set apart from the word that it hangs on, which it is no part of. */
function isNote(item: TextItem, y: number, lineHeight: number): boolean {
  const raised = up(item) - y > NOTE_RISE * lineHeight;
  return raised && item.height < NOTE_SIZE * lineHeight && /^\s*\d{1,3}\s*$/.test(item.str);
}

/** So many lines at the top of a page, and at its bottom, may run through. */
const EDGE_LINES = 3;

/** On at least this share of the pages; heads of left and right pages differ, those of chapters too. */
const RECURS_ON = 0.25;

/**
 * The pages without running heads and feet: the outermost lines that other pages have at the same
 * height, but for numbers.
 */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const edges = pages.map(edgesOf);
  const pagesOf = new Map<string, number>();
  for (const page of edges)
    for (const key of new Set(page.flat().map(keyOf)))
      pagesOf.set(key, (pagesOf.get(key) ?? 0) + 1);
  const least = Math.max(2, RECURS_ON * pages.length);
  const recurs = (line: Line) =>
    pagesOf.get(keyOf(line))! >= least && !WITHIN_SENTENCE.test(line.text);
  return pages.map((lines, i) => {
    const running = new Set(edges[i]!.flatMap((edge) => leading(edge, recurs)));
    return lines.filter((line) => !running.has(line));
  });
}

/** The outermost lines of a page, from its top downwards and from its bottom upwards. */
function edgesOf(lines: readonly Line[]): [Line[], Line[]] {
  const down = [...lines].sort((a, b) => b.y - a.y);
  return [down.slice(0, EDGE_LINES), down.reverse().slice(0, EDGE_LINES)];
}

function leading<T>(list: readonly T[], test: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !test(item));
  return end < 0 ? [...list] : list.slice(0, end);
}

/** Prose that goes on from the page before, which may stand at one height twice by chance. */
const WITHIN_SENTENCE = /^\p{Ll}+ \p{Ll}+ \p{Ll}/u;

const keyOf = ({ text, y }: Line) => `${Math.round(y / 2)} ${text.replace(/\d+/g, '#')}`;

/** A gap between lines above these shares of the line's height and of the usual gap parts them. */
const GAP_OF_HEIGHT = 1.6;
const GAP_OF_USUAL = 1.3;

/** Other type than the line before: a heading, or the text after it. */
const OTHER_SIZE = 0.15;

/** A line that goes less far than this share of its paragraph is its last one. */
const SHORT = 0.75;

/** An indent, in heights of the line. */
const INDENT = { least: 0.8, most: 4 };

/**
 * Lines joined to paragraphs: by the gaps between them, their size, indents and short last lines,
 * over the ends of columns and pages, and over a hyphen at a line's end.
 */
export function paragraphsOf(pages: readonly (readonly Line[])[]): string[] {
  const usual = usualGap(pages);
  const compounds = compoundsOf(pages);
  const paragraphs: Paragraph[] = [];
  for (const lines of pages)
    lines.forEach((line, i) => {
      const current = paragraphs.at(-1);
      const follows = { newPage: i === 0, next: lines[i + 1] };
      if (current === undefined || parted(current, line, follows, usual))
        paragraphs.push({ lines: [line], widest: line.width });
      else {
        current.lines.push(line);
        current.widest = Math.max(current.widest, line.width);
      }
    });
  return paragraphs.map(({ lines }) => textOf(lines, compounds));
}

interface Paragraph {
  readonly lines: Line[];
  /** Width of its widest line. */
  widest: number;
}

/** Lines as one text. Each is looked at with the one before alone, so that long ones stay cheap. */
function textOf(lines: readonly Line[], compounds: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const { text } of lines) {
    const before = parts.at(-1);
    if (before === undefined) parts.push(text);
    else parts.splice(-1, 1, ...joined(before, text, compounds));
  }
  return parts.join('');
}

/** The least gap that is usual between lines: that of a quarter of them is less. */
function usualGap(pages: readonly (readonly Line[])[]): number {
  const gaps = pages
    .flatMap((lines) => lines.slice(1).map((line, i) => lines[i]!.y - line.y))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

const ENDS_SENTENCE = /[.!?…:]["”’'»)\]\d]*$/u;

/** Where a line stands: whether it begins a page, and what follows it there. */
interface Place {
  readonly newPage: boolean;
  readonly next: Line | undefined;
}

function parted(current: Paragraph, line: Line, { newPage, next }: Place, usual: number): boolean {
  const last = current.lines.at(-1)!;
  const isShort = last.width < SHORT * Math.max(line.width, current.widest);
  const hasEnded = ENDS_SENTENCE.test(last.text);
  if (Math.abs(line.height - last.height) > OTHER_SIZE * last.height) return true;
  // A line above the one before it begins the next column.
  if (newPage || line.y > last.y + last.height) return hasEnded || isShort;
  const gap = Math.abs(last.y - line.y);
  if (gap > Math.max(GAP_OF_HEIGHT * line.height, GAP_OF_USUAL * usual)) return true;
  if (isIndented(line, last)) return hasEnded || isShort;
  return (hasEnded && isShort) || (isFirst(line, next, usual) && Math.abs(line.x - last.x) < 1);
}

/** Whether the line below goes on with an indented one; told where the line above is indented, too. */
function isFirst(line: Line, next: Line | undefined, usual: number): boolean {
  if (next === undefined || !isIndented(line, next)) return false;
  const gap = line.y - next.y;
  const isBelow = gap > 0 && gap <= GAP_OF_USUAL * usual;
  return isBelow && Math.abs(next.height - line.height) <= OTHER_SIZE * line.height;
}

function isIndented(line: Line, from: Line): boolean {
  const indent = (line.x - from.x) / line.height;
  return indent > INDENT.least && indent < INDENT.most;
}

const HYPHEN = /[-\u2010]$/u;

/** Words that are hardly ever written in one, so that their hyphen is no mark of division. */
const COMPOUND =
  /^(?:(?:long|low|self|well|large|far|year|month|week)-\p{L}{4,}|(?:short|high|mid|medium)-(?:term|range|level|ranking|tech|profile|speed|precision|risk|sized|scale))$/u;

/** Words with a hyphen within a line, in lower case. */
function compoundsOf(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const found = pages.flat().flatMap(({ text }) => text.match(/\p{L}+-\p{L}+/gu) ?? []);
  return new Set(found.map((word) => word.toLowerCase()));
}

/** Two lines that follow each other; a hyphen at the first one's end goes, unless it is the word's. */
function joined(
  before: string,
  text: string,
  compounds: ReadonlySet<string>,
): [before: string, text: string] {
  if (before.endsWith('\u00AD')) return [before.slice(0, -1), text];
  const first = /^\p{L}+/u.exec(text)?.[0] ?? '';
  const last = /\p{L}+(?=[-\u2010]$)/u.exec(before)?.[0] ?? '';
  if (!HYPHEN.test(before) || last === '' || first === '') return [before, ` ${text}`];
  // "short- and long-range"
  if (/^(?:and|or|to)$/.test(first)) return [before, ` ${text}`];
  const word = `${last}-${first}`.toLowerCase();
  const own = /^\p{Lu}/u.test(first) || compounds.has(word) || COMPOUND.test(word);
  return [own ? before : before.slice(0, -1), text];
}

/** A headline is set so much larger than the usual line. */
const HEADLINE_SIZE = 1.2;
const LONGEST_HEADLINE = 200;

/** The words in the largest type of a document's first page; null when none stands out. */
export function headlineOf(pages: readonly (readonly Line[])[]): string | null {
  const heights = pages
    .flat()
    .map(({ height }) => height)
    .sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? USUAL_HEIGHT;
  const first = pages.find((lines) => lines.length > 0) ?? [];
  const largest = first.reduce((most, { height }) => Math.max(most, height), 0);
  if (largest < HEADLINE_SIZE * usual) return null;
  const isLargest = ({ height }: Line) => height > (1 - OTHER_SIZE) * largest;
  const words = leading(first.slice(first.findIndex(isLargest)), isLargest).map(({ text }) => text);
  const headline = words.join(' ');
  return headline.length <= LONGEST_HEADLINE && /\p{L}{2}/u.test(headline) ? headline : null;
}
