import { signal } from '@preact/signals';
import type { StatementReply } from '../../server/contract/replies.ts';
import { additionOf, NOTHING_ADDED, type Adding } from './review-adding.ts';
import type { Review } from './review.ts';
import { sentenceAfter, sentenceBefore, trimmed } from './review-sentences.ts';
import * as spans from './review-spans.ts';
import type { Mark } from './review-text.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';

/** Spans while they are moved, of a statement or of one that is added; nothing is decided until `save`. */
export interface Editing {
  /** The statement whose spans are moved; null while one is added. */
  readonly statement: StatementReply | null;
  /** What is added; null while the spans of a statement are moved. */
  readonly adding: Adding | null;
  readonly document: string;
  readonly text: string;
  readonly draft: spans.Draft;
  /** Why the last deed did nothing; null when it did something. */
  readonly fault: string | null;
}

/** Stands for the id of what is being added, among marks. */
export const BEING_ADDED = 'being-added';

const LAST_WORDS =
  'A statement needs words: the only part of its content cannot be taken away. Reject the statement if nobody said it.';
const NO_SPEAKER = 'Who says it? Choose a speaker.';

export function createEditor(review: Review) {
  const editing = signal<Editing | null>(null);
  const selected = signal<spans.Range | null>(null);
  const change = (to: (now: Editing) => spans.Draft) => {
    const now = editing.peek();
    if (now !== null) editing.value = { ...now, draft: to(now), fault: null };
  };
  const tell = (part: Partial<Adding>) => {
    const now = editing.peek();
    if (now?.adding != null)
      editing.value = { ...now, adding: { ...now.adding, ...part }, fault: null };
  };
  const saveNew = async (now: Editing, adding: Adding) => {
    if (adding.sending) return;
    const action = additionOf(now.document, now.text, now.draft, adding);
    if (action === null) {
      editing.value = { ...now, adding: { ...adding, choosing: true }, fault: NO_SPEAKER };
      return;
    }
    tell({ sending: true });
    const error = await review.add(action, `Added: ${adding.speaker?.name ?? ''}`);
    editing.value = error === null ? null : { ...now, fault: error.message };
  };
  return {
    editing,
    /** Words of the document that the person has selected; null when none are. */
    selected,
    /** Begins on the current proposal; false when it is no statement of this document. */
    begin(document: string, text: string): boolean {
      const proposal = review.current.peek()?.proposal;
      if (proposal?.type !== 'statement') return false;
      const report = proposal.record.reports.find((item) => item.document.id === document);
      if (report === undefined) return false;
      const statement = proposal.record;
      const draft = spans.draftOf(report);
      editing.value = { statement, adding: null, document, text, draft, fault: null };
      return true;
    },
    /** Begins a statement of the words that are selected, else of the sentence after a place. */
    beginNew(document: string, text: string, at: number): boolean {
      const words = selected.peek() === null ? null : trimmed(text, selected.peek()!);
      const range = words ?? sentenceAfter(text, at) ?? sentenceBefore(text, text.length);
      if (range === null) return false;
      const draft = spans.draftOfWords(range);
      selected.value = null;
      editing.value = {
        statement: null,
        adding: NOTHING_ADDED,
        document,
        text,
        draft,
        fault: null,
      };
      return true;
    },
    /** Says who speaks, or how, of what is added. */
    tell,
    choose: (role: spans.Role) => change(({ draft }) => spans.choose(draft, role)),
    move: (edge: 'start' | 'end', by: 1 | -1) =>
      change(({ draft, text }) => spans.move(draft, text, edge, by)),
    leap: (by: 1 | -1) => change(({ draft, text }) => spans.leap(draft, text, by)),
    drag: (over: spans.Range) => change(({ draft, text }) => spans.drag(draft, text, over)),
    clear(): void {
      const now = editing.peek();
      if (now !== null && spans.isLastContent(now.draft))
        editing.value = { ...now, fault: LAST_WORDS };
      else change(({ draft }) => spans.clear(draft));
    },
    addPart: () => change(({ draft, text }) => withNextPart(draft, text)),
    cancel: () => void (editing.value = null),
    save() {
      const now = editing.peek();
      if (now === null) return;
      if (now.adding !== null) return void saveNew(now, now.adding);
      editing.value = null;
      const { statement, document, text, draft } = now;
      if (statement !== null)
        review.edit(spans.withDraft(statement, document, text, draft), 'Spans changed');
    },
  };
}

export type Editor = ReturnType<typeof createEditor>;

/** One more part of the content: the word after its last part, to be grown from there. */
function withNextPart(draft: spans.Draft, text: string): spans.Draft {
  const last = draft.content.at(-1);
  if (last === undefined) return draft;
  const end = spans.stepEnd(text, last.end, 1);
  const after = spans.stepEnd(text, end, 1);
  const start = spans.stepStart(text, after, -1);
  return after > end && start >= last.end ? spans.addPart(draft, { start, end: after }) : draft;
}

/** The marks of a draft, as `marksOf` gives those of a proposal. */
export function draftMarks({ statement, text, draft }: Editing): Mark[] {
  const mark = (role: Mark['role'], range: spans.Range): Mark => ({
    record: statement?.id ?? BEING_ADDED,
    role,
    selector: selectorAt(text, range.start, range.end),
  });
  return [
    ...draft.content.map((range) => mark('content', range)),
    ...(draft.cue === null ? [] : [mark('cue', draft.cue)]),
    ...(draft.source === null ? [] : [mark('source', draft.source)]),
  ];
}
