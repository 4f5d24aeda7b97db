import type { RecordEdit } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import type { ReportReply, StatementReply } from '../../server/contract/replies.ts';
import { summaryOf, withPlainSpaces } from '../../server/contract/summary.ts';
import { sentenceAfter, sentenceBefore, trimmed, type Range } from './review-sentences.ts';

/** Moving the spans of one report over its text: by words with keys, or by what was dragged. */

export type { Range };

export type Role = 'content' | 'cue' | 'source';

/** The spans of one report while they are edited. */
export interface Draft {
  readonly content: readonly Range[];
  readonly cue: Range | null;
  readonly source: Range | null;
  /** The span that keys and dragging set: its role and, for content, which part. */
  readonly role: Role;
  readonly part: number;
}

const range = ({ start, end }: Range): Range => ({ start, end });

export function draftOf({ content, cue, source }: ReportReply): Draft {
  return {
    content: content.map(range),
    cue: cue === null ? null : range(cue),
    source: source === null ? null : range(source),
    role: 'content',
    part: 0,
  };
}

/** A draft of passages that are all alike: those of an agreement, an event or a tie. */
export function draftOfPassages(passages: readonly Range[]): Draft {
  const content = passages.map(range).sort((a, b) => a.start - b.start);
  return { content, cue: null, source: null, role: 'content', part: 0 };
}

/** A draft of words that nobody has marked yet. */
export function draftOfWords(content: Range): Draft {
  return draftOfPassages([content]);
}

/** The span under edit; null when this report has none of that role yet. */
export function current({ content, cue, source, role, part }: Draft): Range | null {
  if (role === 'cue') return cue;
  return role === 'source' ? source : (content[part] ?? null);
}

/** Chooses a role; choosing content again goes to its next part. */
export function choose(draft: Draft, role: Role): Draft {
  const again = role === 'content' && draft.role === 'content';
  return { ...draft, role, part: again ? (draft.part + 1) % draft.content.length : 0 };
}

/** Whether the span under edit is the only part of the content: a statement needs words. */
export function isLastContent({ role, content }: Draft): boolean {
  return role === 'content' && content.length === 1;
}

function set(draft: Draft, next: Range | null): Draft {
  if (draft.role !== 'content') return { ...draft, [draft.role]: next };
  if (next === null && isLastContent(draft)) return draft;
  const content = [...draft.content];
  if (next === null) content.splice(draft.part, 1);
  else content[draft.part] = next;
  const ordered = content.sort((a, b) => a.start - b.start);
  const part = next === null ? 0 : ordered.indexOf(next);
  return { ...draft, content: ordered, part };
}

/** Takes the span away; the only part of a content stays. */
export function clear(draft: Draft): Draft {
  return set(draft, null);
}

/** A new part of the content; it becomes the one under edit. */
export function addPart(draft: Draft, part: Range): Draft {
  const grown = { ...draft, role: 'content' as const, part: draft.content.length };
  return set({ ...grown, content: [...draft.content, part] }, part);
}

/** Sets the span to what was dragged over, without white space at its ends; null when empty. */
export function drag(draft: Draft, text: string, over: Range): Draft {
  const next = trimmed(text, over);
  return next === null ? draft : set(draft, next);
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu;

/** Where words and marks of punctuation begin and end, around a place. */
function tokens(text: string, near: number): Range[] {
  const from = Math.max(0, near - 200);
  const window = text.slice(from, near + 200);
  return [...window.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
}

const isWord = (text: string, { start }: Range) => /[\p{L}\p{N}\p{M}]/u.test(text[start] ?? '');

/** As `tokens`, without the marks of punctuation: those are no cue or source by themselves. */
function wordsNear(text: string, near: number): Range[] {
  return tokens(text, near).filter((token) => isWord(text, token));
}

/** The end of a span one word further (`by` 1) or one back (-1). */
export function stepEnd(text: string, end: number, by: 1 | -1): number {
  const around = tokens(text, end);
  const next =
    by === 1
      ? around.find((token) => token.end > end)
      : around.findLast((token) => token.end < end);
  return next?.end ?? end;
}

/** The start of a span one word further or one back. */
export function stepStart(text: string, start: number, by: 1 | -1): number {
  const around = tokens(text, start);
  const next =
    by === 1
      ? around.find((token) => token.start > start)
      : around.findLast((token) => token.start < start);
  return next?.start ?? start;
}

/** Where a cue or a source begins that there is not yet: the word before the content, else after. */
function firstWord({ content }: Draft, text: string): Range | null {
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined) return null;
  const before = wordsNear(text, first.start).findLast(({ end }) => end <= first.start);
  return before ?? wordsNear(text, last.end).find(({ start }) => start >= last.end) ?? null;
}

/** The span as a whole one sentence on or back; a cue or a source one word. */
export function leap(draft: Draft, text: string, by: 1 | -1): Draft {
  const span = current(draft);
  if (span === null) return set(draft, firstWord(draft, text));
  const { start, end } = span;
  const words = draft.role === 'content' ? null : wordsNear(text, by === 1 ? end : start);
  const next =
    by === 1
      ? words === null
        ? sentenceAfter(text, end)
        : words.find((word) => word.start >= end)
      : words === null
        ? sentenceBefore(text, start)
        : words.findLast((word) => word.end <= start);
  return next ? set(draft, next) : draft;
}

/** Moves one edge of the span under edit by a word; edges do not cross. One not there begins. */
export function move(draft: Draft, text: string, edge: 'start' | 'end', by: 1 | -1): Draft {
  const span = current(draft);
  if (span === null) return set(draft, firstWord(draft, text));
  const moved =
    edge === 'end'
      ? { start: span.start, end: stepEnd(text, span.end, by) }
      : { start: stepStart(text, span.start, by), end: span.end };
  return moved.start < moved.end ? set(draft, moved) : draft;
}

const joined = (parts: readonly { readonly exact: string }[]) =>
  parts.map(({ exact }) => exact).join(' ');

/** A report as the schema has it, from a report as replies give it. */
export function plainReport(report: ReportReply) {
  return {
    document: report.document.id,
    content: report.content,
    cue: report.cue,
    source: report.source,
    via: report.via.map(({ id }) => id),
    repeats: report.repeats,
    origin: report.origin,
  };
}

/**
 * The statement with a draft put into its report of a document. Its text follows when it was
 * worded by that report.
 */
export function withDraft(
  statement: StatementReply,
  document: string,
  text: string,
  draft: Draft,
): StatementReply {
  const at = ({ start, end }: Range) => selectorAt(text, start, end);
  const before = statement.reports.find((report) => report.document.id === document);
  if (before === undefined) return statement;
  const after: ReportReply = {
    ...before,
    content: draft.content.map(at),
    cue: draft.cue === null ? null : at(draft.cue),
    source: draft.source === null ? null : at(draft.source),
  };
  const follows = statement.text === joined(before.content) || statement.reports.length === 1;
  const words = follows ? joined(after.content) : statement.text;
  return {
    ...statement,
    text: words,
    summary: summaryOf(withPlainSpaces(words)),
    reports: statement.reports.map((report) => (report === before ? after : report)),
  };
}

/** What an edit decision says to bring about the new statement: the fields that differ. */
export function changesTo(before: StatementReply, after: StatementReply): RecordEdit {
  const full = (statement: StatementReply) => ({
    text: statement.text,
    mode: statement.mode,
    act: statement.act,
    said: statement.said,
    addressees: statement.addressees.map(({ id }) => id),
    about: statement.about.map(({ id }) => id),
    reports: statement.reports.map(plainReport),
  });
  const [old, now] = [full(before), full(after)];
  return Object.fromEntries(
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key as keyof typeof old]),
    ),
  );
}
