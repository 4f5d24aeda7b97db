import type { Selector } from '../../graph-data/schema/index.ts';
import type { DocumentReply } from '../../server/contract/replies.ts';
import type { Proposal } from '../../server/contract/review.ts';
import { linesOf, type Piece, stitch, type SpanRole } from './passage.ts';

/** One marked span of a document and the proposal that it belongs to. */
export interface Mark {
  readonly record: string;
  readonly role: SpanRole;
  readonly selector: Selector;
}

/** A run of text within which nothing begins or ends, with every mark that covers it. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Text that stands together: a paragraph of a held text, or what quotations make known. */
export interface Block {
  readonly start: number;
  readonly segments: readonly Segment[];
}

/** The spans of a proposal in one document. */
export function marksOf({ record }: Proposal, document: string): Mark[] {
  const id = record.id;
  const mark = (role: SpanRole, selector: Selector): Mark => ({ record: id, role, selector });
  if (!('reports' in record))
    return record.evidence
      .filter((evidence) => evidence.document.id === document)
      .flatMap(({ selectors }) => selectors.map((selector) => mark('evidence', selector)));
  return record.reports
    .filter((report) => report.document.id === document)
    .flatMap(({ content, cue, source }) => [
      ...content.map((selector) => mark('content', selector)),
      ...(cue === null ? [] : [mark('cue', cue)]),
      ...(source === null ? [] : [mark('source', source)]),
    ]);
}

/** Contents and passages of a document that are accepted and not among the proposals shown. */
export function recordedMarks(
  { annotations }: Pick<DocumentReply, 'annotations'>,
  shown: readonly { readonly id: string }[],
): Mark[] {
  const known = new Set(shown.map(({ id }) => id));
  return annotations.filter(
    ({ record, role, status }) =>
      status === 'accepted' && (role === 'content' || role === 'evidence') && !known.has(record),
  );
}

/**
 * The record that is accepted and not in the queue, next to a place in the text.
 *
 * @param from offset, and the record that stands there; null id where none does
 * @returns null when there is none in that direction
 */
export function recordedNear(
  document: Pick<DocumentReply, 'annotations'>,
  queue: readonly { readonly id: string }[],
  from: { readonly id: string | null; readonly start: number },
  by: 1 | -1,
): string | null {
  const places = [...firstPlaces(recordedMarks(document, queue))].sort((a, b) => a[1] - b[1]);
  const at = places.findIndex(([id]) => id === from.id);
  if (at >= 0) return places[at + by]?.[0] ?? null;
  const found =
    by === 1
      ? places.find(([, start]) => start >= from.start)
      : places.findLast(([, start]) => start < from.start);
  return found?.[0] ?? null;
}

/** What the marks alone make known of a document whose text is not held. */
function quoted(marks: readonly Mark[]): Piece[] {
  return stitch(marks).map(({ start, runs }) => ({
    start,
    text: runs.map((run) => run.text).join(''),
  }));
}

function segmentsOf(piece: Piece, marks: readonly Mark[]): Segment[] {
  const end = piece.start + piece.text.length;
  const here = marks.filter(({ selector }) => selector.start < end && selector.end > piece.start);
  const cuts = new Set([piece.start, end]);
  for (const { selector } of here) {
    if (selector.start > piece.start) cuts.add(selector.start);
    if (selector.end < end) cuts.add(selector.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const stop = edges[i + 1] as number;
    return {
      start,
      text: piece.text.slice(start - piece.start, stop - piece.start),
      marks: here.filter(({ selector }) => selector.start <= start && selector.end >= stop),
    };
  });
}

/**
 * A document cut so that overlapping and nested marks can all be shown: the whole text by
 * paragraphs when it is held, else the passages that the marks quote.
 */
export function blocksOf(text: string | null, marks: readonly Mark[]): Block[] {
  return (text === null ? quoted(marks) : linesOf(text)).map((piece) => ({
    start: piece.start,
    segments: segmentsOf(piece, marks),
  }));
}

function firstPlaces(marks: readonly Mark[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { record, selector } of marks)
    first.set(record, Math.min(first.get(record) ?? Infinity, selector.start));
  return first;
}

/** Where each record is first marked: its flag stands there. */
export function firstMarks(marks: readonly Mark[]): Map<number, string[]> {
  const first = firstPlaces(marks);
  const flags = new Map<number, string[]>();
  for (const [record, start] of first) flags.set(start, [...(flags.get(start) ?? []), record]);
  return flags;
}
