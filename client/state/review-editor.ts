import { signal } from '@preact/signals';
import type { StatementReply } from '../../server/contract/replies.ts';
import type { Review } from './review.ts';
import * as spans from './review-spans.ts';
import type { Mark } from './review-text.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';

/** The spans of the current statement while they are moved; nothing is decided until `save`. */
export interface Editing {
  readonly statement: StatementReply;
  readonly document: string;
  readonly text: string;
  readonly draft: spans.Draft;
  /** Why the last deed did nothing; null when it did something. */
  readonly fault: string | null;
}

const LAST_WORDS =
  'A statement needs words: the only part of its content cannot be taken away. Reject the statement if nobody said it.';

export function createEditor(review: Review) {
  const editing = signal<Editing | null>(null);
  const change = (to: (now: Editing) => spans.Draft) => {
    const now = editing.peek();
    if (now !== null) editing.value = { ...now, draft: to(now), fault: null };
  };
  return {
    editing,
    /** Begins on the current proposal; false when it is no statement of this document. */
    begin(document: string, text: string): boolean {
      const proposal = review.current.peek()?.proposal;
      if (proposal?.type !== 'statement') return false;
      const report = proposal.record.reports.find((item) => item.document.id === document);
      if (report === undefined) return false;
      const statement = proposal.record;
      editing.value = { statement, document, text, draft: spans.draftOf(report), fault: null };
      return true;
    },
    choose: (role: spans.Role) => change(({ draft }) => spans.choose(draft, role)),
    move: (edge: 'start' | 'end', by: 1 | -1) =>
      change(({ draft, text }) => spans.move(draft, text, edge, by)),
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
      editing.value = null;
      const { statement, document, text, draft } = now;
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
    record: statement.id,
    role,
    selector: selectorAt(text, range.start, range.end),
  });
  return [
    ...draft.content.map((range) => mark('content', range)),
    ...(draft.cue === null ? [] : [mark('cue', draft.cue)]),
    ...(draft.source === null ? [] : [mark('source', draft.source)]),
  ];
}
