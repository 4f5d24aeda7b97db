import { normalise, words } from '../../contract/index.ts';
import type { Span } from '../nlp/index.ts';
import { colonDateline } from './colon-dateline.ts';
import { creditIn } from './credits.ts';
import { frontMatterLines } from './front-matter.ts';
import { linesOf, type Line } from './lines.ts';
import { mailLines } from './mail.ts';
import { type BlockKind, MARKS } from './marks.ts';
import { pullQuotesIn } from './pull-quotes.ts';

/** A part of the document that is not the article's own prose, or repeats it word for word. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** For a repeat: where the same words stand first. */
  readonly repeats: Span | null;
}

/** "By Jane Doe and John Roe": capitalised words and no sentence. */
const BYLINE =
  /^By (?:\p{Lu}[\p{L}.'’-]*,? (?:and )?){1,8}\p{Lu}[\p{L}'’-]+(?: (?:[|–—-]|for) (?:[Tt]he )?\p{Lu}[\p{L}.'’& -]{2,40})?$/u;
/** Lines from either end in which a text says whom it is from. */
const END_LINES = 6;

const MONTH = String.raw`(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)`;
const MONTH_DAY = String.raw`(?:${MONTH} \d{1,2}|\d{1,2} ${MONTH})(?:,? \d{4})?`;
const AGENCY = String.raw`\([^()\n]{2,40}\)`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’ -]{2,30}`;
const REGION = String.raw`(?:, \p{Lu}[\p{L}. ]{1,24})?`;
const DASH = String.raw` ?(?:--|[-–—]) ?(?=[\p{Lu}\p{N}“"])`;
/**
 * A town in capitals, or an agency in parentheses or between slashes: "MANILA, Philippines (AP) — ",
 * "KYIV, Oct 3 - ", "KYIV. Oct 3 (Interfax-Ukraine) - ", "MINSK, May 17. /BelTA/. ",
 * "Stockholm, 15 February 2024 - ", "ASTANA, May 19, 2023. ", "Hanoi, Aug 16: ", "Ulan-Ude /TASS/. ",
 * "MINSK (BelTA / Xinhua - 15th October, 2022) ", "(Yangon) ".
 */
const DATELINE = new RegExp(
  [
    String.raw`^\p{Lu}[\p{L}.'’ -]{2,30}, \p{Lu}{3,10}${DASH}`,
    String.raw`^${CAPITALS}${REGION}[,.] ${MONTH_DAY}\.? ?/[^/\n]{2,40}/\.?(?: ?(?:--|[-–—]))?(?= )`,
    String.raw`^\p{Lu}[\p{L}.'’ -]{2,30}${REGION}, ${MONTH_DAY}, \p{Lu}[\p{L}. ]{2,30}\.(?= \p{Lu})`,
    String.raw`^${CAPITALS}(?:/${CAPITALS})?${REGION}(?:[,.] ${MONTH_DAY})?(?: ${AGENCY})?${DASH}`,
    String.raw`^${CAPITALS}${REGION}[,.] ${MONTH_DAY}[,.] \p{Lu}[\p{L}.-]{2,20}${DASH}`,
    String.raw`^\p{Lu}[\p{L}.'’ -]{2,30}${REGION}(?:[,.] ${MONTH_DAY})? ${AGENCY}${DASH}`,
    String.raw`^\p{Lu}[\p{L}.'’ -]{2,30}${REGION}, ${MONTH_DAY}${DASH}`,
    String.raw`^${CAPITALS}${REGION}, ${MONTH_DAY}\.(?= \p{Lu})`,
    String.raw`^\p{Lu}[\p{L}.'’ -]{2,30}(?: \[\p{Lu}[\p{L} ]{2,30}\])?, ${MONTH_DAY}(?: ?${AGENCY})?:(?= ["“]?\p{Lu})`,
    String.raw`^\p{Lu}[\p{L}.'’ -]{2,30} ?/\p{Lu}[^/\n]{2,40}/\.(?= \p{Lu})`,
    String.raw`^${CAPITALS}${REGION} \([^()\n]{2,60}\b\d{4}\)(?= ["“]?\p{Lu})`,
    String.raw`^${AGENCY}${DASH}`,
    String.raw`^\((?:[A-Z][a-z]{2,20}[ -]?){1,3}\)(?= ["“]?\p{Lu})`,
  ].join('|'),
  'u',
);

/** A mark matches at most this many characters; longer lines are prose. */
const LONGEST_MARK = 300;
/** Shorter lines may stand twice by chance. In normalised characters. */
const SHORTEST_REPEAT = 30;

/** The blocks of a text that extraction leaves alone, in order, none overlapping another. */
export function findBoilerplate(text: string, title: string | null = null): Block[] {
  const lines = linesOf(text);
  const first = new Map<string, Line>();
  const blocks: Block[] = [];
  const machine = machineKinds(lines);
  const quotedElsewhere = pullQuotesIn(text, lines);
  let opened: BlockKind | null = null;
  lines.forEach((line, i) => {
    const key = normalise(line.text);
    const marked =
      machine(i) ?? creditKind(lines, i) ?? markOf(key) ?? contextKind(lines, i, title);
    const kind = marked ?? (opened !== null && !isSentence(line.text) ? opened : null);
    const { start, end } = line;
    const earlier = first.get(key) ?? quotedElsewhere(line);
    if (kind !== null) blocks.push({ start, end, kind, repeats: null });
    else if (earlier) blocks.push({ start, end, kind: 'repeat', repeats: spanOf(earlier) });
    else {
      const opening = openingOf(lines, i);
      if (opening)
        blocks.push({ start, end: start + opening.length, kind: opening.kind, repeats: null });
      if (key.length >= SHORTEST_REPEAT) first.set(key, line);
    }
    if (marked !== null && opensList(key, marked)) opened = marked;
    else if (kind === null) opened = null;
  });
  return blocks;
}

/** What of a line stands before its first sentence; null where nothing does. Length in code units. */
function openingOf(lines: readonly Line[], i: number): { kind: BlockKind; length: number } | null {
  const line = lines[i]!.text;
  const dateline = DATELINE.exec(line)?.[0].trimEnd().length ?? colonDateline(lines, i);
  if (dateline > 0) return { kind: 'dateline', length: dateline };
  const label = LABEL.exec(line)?.[0].trimEnd().length ?? 0;
  return label > 0 ? { kind: 'label', length: label } : null;
}

/** "Details: ...", "Quote: ...", "Quote from X: ...": what a paragraph is, in news told by headings. */
const LABEL =
  /^(?:(?:Details|Background|Previously|Reminder|Recap|For reference|What happened|Literally|Direct quote|Quotes?): |Quotes? (?:from|of|by) (?=\p{Lu}[\p{L} .'’-]{2,60}: ?["“«]))/u;

/** Lines that programs put there: the front matter of notes, the headers and signatures of mail. */
function machineKinds(lines: readonly Line[]): (i: number) => BlockKind | null {
  const front = frontMatterLines(lines);
  const mail = mailLines(lines);
  return (i) => (i < front ? 'front-matter' : mail.has(i) ? 'mail' : null);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function markOf(key: string): BlockKind | null {
  if (key.length > LONGEST_MARK) return null;
  return MARKS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** Whether a line at a text's beginning is furniture by itself, and so no title. */
export function isFurniture(line: string): boolean {
  return BYLINE.test(line) || markOf(normalise(line)) !== null;
}

/** "Thanh Tam (Theo Washington Post)", "Source: Interfax": who took the text over from whom. */
function creditKind(lines: readonly Line[], i: number): BlockKind | null {
  const atEnd = i < END_LINES || i >= lines.length - END_LINES;
  return i > 0 && creditIn(lines[i]!.text, atEnd) ? 'byline' : null;
}

/** Lines that only their neighbours give away: breadcrumbs, a title said again. */
function contextKind(lines: readonly Line[], i: number, title: string | null): BlockKind | null {
  const { text } = lines[i]!;
  const next = lines[i + 1]?.text ?? title ?? '';
  if (i < 5 && isTrail(text, next)) return 'navigation';
  if (BYLINE.test(text)) return 'byline';
  return null;
}

/** "Home Defence Russia's ally ..." before the title itself: a trail of sections that ends in it. */
function isTrail(text: string, title: string): boolean {
  const [whole, end] = [normalise(text), normalise(title)];
  if (end.length < 20 || whole.length <= end.length || !whole.endsWith(end)) return false;
  return words(whole.slice(0, -end.length)).length <= 6;
}

/** What stands above links to other articles or above comments: the titles after it belong to it. */
function opensList(key: string, kind: BlockKind): boolean {
  return kind === 'comments' || (kind === 'related' && /[a-z][:.]?$/.test(key) && key.length < 60);
}

function isSentence(line: string): boolean {
  return /[.!?…]["”’)]*$/.test(line);
}
