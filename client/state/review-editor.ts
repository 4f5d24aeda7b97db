import { signal } from '@preact/signals';
import type { Proposal } from '../../server/contract/review.ts';
import { additionOf, NOTHING_ADDED, type Adding } from './review-adding.ts';
import { withPassages, type Claim } from './review-claims.ts';
import type { Review } from './review.ts';
import { sentenceAfter, sentenceBefore, trimmed } from './review-sentences.ts';
import * as spans from './review-spans.ts';
import type { Mark } from './review-text.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';

/** Spans while they are moved, of a record or of a statement that is added; nothing is decided until `save`. */
export interface Editing {
  /** What the spans that are moved belong to; null while a statement is added. */
  readonly of: Proposal | null;
  /** What is added; null while the spans of a record are moved. */
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
const LAST_PASSAGE =
  'It rests on this passage alone, which cannot be taken away. Reject it if the text does not say so.';
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
    /** Begins on the current proposal; false when it has no words in this document. */
    begin(document: string, text: string): boolean {
      const proposal = review.current.peek()?.proposal;
      const draft = proposal === undefined ? null : draftIn(proposal, document);
      if (proposal === undefined || draft === null) return false;
      editing.value = { of: proposal, adding: null, document, text, draft, fault: null };
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
        of: null,
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
    choose: (role: spans.Role) =>
      change(({ of, draft }) =>
        isClaim(of) && role !== 'content' ? draft : spans.choose(draft, role),
      ),
    move: (edge: 'start' | 'end', by: 1 | -1) =>
      change(({ draft, text }) => spans.move(draft, text, edge, by)),
    leap: (by: 1 | -1) => change(({ draft, text }) => spans.leap(draft, text, by)),
    drag: (over: spans.Range) => change(({ draft, text }) => spans.drag(draft, text, over)),
    clear(): void {
      const now = editing.peek();
      if (now !== null && spans.isLastContent(now.draft))
        editing.value = { ...now, fault: isClaim(now.of) ? LAST_PASSAGE : LAST_WORDS };
      else change(({ draft }) => spans.clear(draft));
    },
    addPart: () => change(({ draft, text }) => withNextPart(draft, text)),
    cancel: () => void (editing.value = null),
    save() {
      const now = editing.peek();
      if (now === null) return;
      if (now.adding !== null) return void saveNew(now, now.adding);
      editing.value = null;
      const { of, document, text, draft } = now;
      if (isClaim(of)) review.mend(withPassages(of, document, text, draft), 'Passages changed');
      else if (of !== null)
        review.edit(spans.withDraft(of.record, document, text, draft), 'Spans changed');
    },
  };
}

function isClaim(of: Proposal | null): of is Claim {
  return of !== null && of.type !== 'statement';
}

/** The spans that a record has in a document; null when it has none there. */
function draftIn(proposal: Proposal, document: string): spans.Draft | null {
  if (isClaim(proposal)) {
    const evidence = proposal.record.evidence.find((each) => each.document.id === document);
    return evidence === undefined ? null : spans.draftOfPassages(evidence.selectors);
  }
  const report = proposal.record.reports.find((each) => each.document.id === document);
  return report === undefined ? null : spans.draftOf(report);
}

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
export function draftMarks({ of, text, draft }: Editing): Mark[] {
  const mark = (role: Mark['role'], range: spans.Range): Mark => ({
    record: of?.record.id ?? BEING_ADDED,
    role,
    selector: selectorAt(text, range.start, range.end),
  });
  return [
    ...draft.content.map((range) => mark(isClaim(of) ? 'evidence' : 'content', range)),
    ...(draft.cue === null ? [] : [mark('cue', draft.cue)]),
    ...(draft.source === null ? [] : [mark('source', draft.source)]),
  ];
}
