import type { Selector } from '../../graph-data/schema/index.ts';
import { unwrapped } from '../../server/contract/wrapping.ts';

/** What a marked span is to its record. */
export type SpanRole = 'content' | 'cue' | 'source' | 'evidence' | 'figure' | 'repeat' | 'mention';

export interface Span {
  readonly role: SpanRole;
  readonly selector: Selector;
  /** The record that it belongs to; absent where a passage is of one record only. */
  readonly record?: string;
}

/** A run of text: plain context (`span` null), or one that carries a span. */
export interface Run {
  readonly text: string;
  readonly span: Span | null;
}

/** Text that stands together in the document. What lies between two passages is not shown. */
export interface Passage {
  readonly start: number;
  readonly runs: readonly Run[];
  /** Whether text is known to stand before or after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Words of a document and where they begin. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/** The stretch of the document that a selector alone makes known: its words and their context. */
function pieceOf({ prefix, exact, suffix, start }: Selector): Piece {
  return { start: start - prefix.length, text: prefix + exact + suffix };
}

/** Joins pieces that overlap or touch. Pieces come in order of `start`. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const reach = last === undefined ? -1 : last.start + last.text.length;
    if (last === undefined || piece.start > reach) joined.push(piece);
    else
      joined[joined.length - 1] = {
        ...last,
        text: last.text + piece.text.slice(reach - piece.start),
      };
  }
  return joined;
}

/** Spans in order, without those that begin inside an earlier one: the longest of a start wins. */
function disjoint(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort(
    (a, b) => a.selector.start - b.selector.start || b.selector.end - a.selector.end,
  );
  let end = -1;
  return ordered.filter(({ selector }) => {
    const fits = selector.start >= end;
    if (fits) end = selector.end;
    return fits;
  });
}

function runsOf(piece: Piece, spans: readonly Span[]): Run[] {
  const runs: Run[] = [];
  let at = piece.start;
  const upTo = (end: number, span: Span | null) => {
    const text = piece.text.slice(at - piece.start, end - piece.start);
    if (text !== '') runs.push({ text, span });
    at = end;
  };
  for (const span of spans) {
    upTo(span.selector.start, null);
    upTo(span.selector.end, span);
  }
  upTo(piece.start + piece.text.length, null);
  return runs;
}

/**
 * The passages that a record's spans make known, in the order of the document, each span marked
 * where it stands. Spans that overlap are marked once. Built from the selectors alone (words and
 * 32 units of context either side), so that it works for documents whose text is not held.
 */
export function stitch(spans: readonly Span[]): Passage[] {
  const marks = disjoint(spans);
  const pieces = marks.map((span) => pieceOf(span.selector)).sort((a, b) => a.start - b.start);
  return join(pieces).map((piece) => {
    const end = piece.start + piece.text.length;
    const inside = marks.filter(
      ({ selector }) => selector.start >= piece.start && selector.end <= end,
    );
    return {
      start: piece.start,
      runs: runsOf(piece, inside),
      cutBefore: piece.start > 0,
      cutAfter: true,
    };
  });
}

/** A line without words, in quoted mail too. */
const EMPTY = /^[\s>]*$/;

/** Fields between rules above a text, as Markdown has them: title, outlet, date. */
const FIELDS = /^-{3}\n(?:[\w-]+:.*\n|[ \t-].*\n)+?-{3}(?=\n|$)/u;

/**
 * The paragraphs of a text, wrapped lines joined, without empty ones; fields above it are one, so
 * that the text itself begins on the first screen.
 */
export function linesOf(text: string): Piece[] {
  const fields = FIELDS.exec(text)?.[0] ?? '';
  const pieces: Piece[] = fields === '' ? [] : [{ start: 0, text: fields.replaceAll('\n', ' ') }];
  let start = fields.length;
  for (const line of unwrapped(text).slice(start).split('\n')) {
    if (!EMPTY.test(line)) pieces.push({ start, text: line });
    start += line.length + 1;
  }
  return pieces;
}

/**
 * The paragraphs of a held text in which the spans stand; with `all`, the others between them. What
 * a span runs over stands together.
 */
export function paragraphs(text: string, spans: readonly Span[], all = false): Passage[] {
  const marks = disjoint(spans).filter(
    ({ selector }) => text.slice(selector.start, selector.end) === selector.exact,
  );
  const flowing = unwrapped(text);
  const marked = marks.map(({ selector }) => {
    const start = flowing.lastIndexOf('\n', selector.start - 1) + 1;
    const stop = flowing.indexOf('\n', selector.end);
    return { start, text: flowing.slice(start, stop < 0 ? flowing.length : stop) };
  });
  const pieces = all ? [...marked, ...linesOf(text)].sort((a, b) => a.start - b.start) : marked;
  return join(pieces).map((piece) => {
    const end = piece.start + piece.text.length;
    const inside = marks.filter(
      ({ selector }) => selector.start >= piece.start && selector.end <= end,
    );
    return { start: piece.start, runs: runsOf(piece, inside), cutBefore: false, cutAfter: false };
  });
}

/** The end of a document's front matter, after which its text begins. */
const FRONT_MATTER = /^[^]*\n-{3,}\s*\n\s*/u;

/** A passage whose context begins with a whole word, with the text's first where it reaches that. */
function trimmedBefore(passage: Passage): Passage {
  const [first, ...rest] = passage.runs;
  if (first === undefined || first.span !== null || !passage.cutBefore) return passage;
  const begins = FRONT_MATTER.test(first.text);
  const text = first.text.replace(begins ? FRONT_MATTER : /^\S*\s+/u, '');
  return { ...passage, cutBefore: !begins, runs: [{ ...first, text }, ...rest] };
}

/**
 * The passage without the halves of words at its cut ends. Context of 32 units rarely begins or
 * ends between words; the marked spans themselves are never touched.
 */
export function wholeWords(passage: Passage): Passage {
  const last = passage.runs.length - 1;
  const runs = passage.runs.map((run, i) =>
    run.span === null && i === last && passage.cutAfter
      ? { ...run, text: run.text.replace(/\s+\S*$/u, '') }
      : run,
  );
  return trimmedBefore({ ...passage, runs });
}
