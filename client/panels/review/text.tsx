import './text.css';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DocumentReply } from '../../../server/contract/replies.ts';
import { BEING_ADDED, draftMarks, type Editing } from '../../state/review-editor.ts';
import type { Item } from '../../state/review-queue.ts';
import {
  blocksOf,
  firstMarks,
  marksOf,
  recordedMarks,
  type Mark,
} from '../../state/review-text.ts';
import { count, dateWords } from '../../state/words.ts';
import { ErrorNotice, Listed, Loading } from '../kit.tsx';
import { useApp } from '../context.ts';
import { useSitting } from './context.ts';
import { beginAdding } from './keys.ts';
import { Paragraph, type Look } from './marked.tsx';
import { selectedWords } from './selected-words.ts';

/** Keeps what is selected in the text, until something else in it is pressed. */
function useSelection(frame: { readonly current: HTMLElement | null }): void {
  const { editor } = useSitting();
  useEffect(() => {
    const onChange = () => {
      if (editor.editing.peek() !== null) return;
      const within = frame.current?.contains(getSelection()?.anchorNode ?? null) === true;
      if (within) editor.selected.value = selectedWords();
    };
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('selectionchange', onChange);
      editor.selected.value = null;
    };
  }, [editor]);
}

/** Stands over the text while words are selected. */
function AddSelected() {
  const app = useApp();
  const sitting = useSitting();
  const { editor, document } = sitting;
  if (editor.selected.value === null) return null;
  if (document.value.value.data?.text == null)
    return <p class="add-selected quiet">Nothing can be added here: the text is not held.</p>;
  return (
    <div class="add-selected">
      <button
        type="button"
        class="primary"
        // The selection stays while the button is pressed.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => beginAdding({ app, ...sitting })}
      >
        Add statement <kbd>I</kbd>
      </button>
    </div>
  );
}

function Head({ document }: { document: DocumentReply }) {
  return (
    <header>
      <h1 dir="auto">{document.title}</h1>
      <p class="quiet">
        <Listed words={[document.outletName, dateWords(document.published, 'date not known')]} />
        {document.text === null && ' · only the quoted passages are held'}
      </p>
    </header>
  );
}

/** Everything that is marked in a document; what is being mended is marked as its draft has it. */
function useMarks(
  data: DocumentReply | null,
  here: readonly Item[],
  editing: Editing | null,
): readonly Mark[] {
  return useMemo(() => {
    if (data === null) return [];
    const still = here.filter(({ id }) => id !== editing?.of?.record.id);
    return [
      ...recordedMarks(data, here),
      ...still.flatMap(({ proposal }) => marksOf(proposal, data.id)),
      ...(editing === null ? [] : draftMarks(editing)),
    ];
  }, [here, data, editing]);
}

/** Scrolls the current record's own words to the middle when they are not well in sight. */
function showOwn(frame: HTMLElement | null): void {
  const own = frame?.querySelector('.own');
  const box = own?.getBoundingClientRect();
  const view = frame?.getBoundingClientRect();
  if (!own || !box || !view) return;
  if (box.top < view.top + 60 || box.bottom > view.bottom - 80)
    own.scrollIntoView({ block: 'center' });
}

/** Follows the current record, and its words as they are moved. */
function useOwnInSight(
  frame: { readonly current: HTMLElement | null },
  current: string | null,
  moved: readonly unknown[],
): void {
  const shown = useRef(current);
  useEffect(() => {
    const added = shown.current === BEING_ADDED && current !== BEING_ADDED;
    shown.current = current;
    // Whoever has added words sees that they stand, and goes on from there.
    if (!added) showOwn(frame.current);
  }, [current, ...moved]);
}

interface TextProps {
  readonly document: DocumentReply;
  /** Proposals of the document. */
  readonly here: readonly Item[];
  readonly marks: readonly Mark[];
  readonly current: string | null;
  readonly frame: RefObject<HTMLDivElement | null>;
}

/** The text with its marks; words that are dragged over it become those of what is edited. */
function MarkedText({ document, here, marks, current, frame }: TextProps) {
  const { review, editor } = useSitting();
  const editing = editor.editing.value;
  const blocks = useMemo(() => blocksOf(document.text, marks), [document.text, marks]);
  const look: Look = {
    items: new Map(review.shown.value.map((item) => [item.id, item])),
    current,
    flags: firstMarks(marks),
    pick: (id) => {
      if (editor.editing.peek() === null) void review.takeUp(id);
    },
  };
  const onPointerUp = () => {
    if (editor.editing.peek() === null) return;
    const over = selectedWords();
    getSelection()?.removeAllRanges();
    if (over !== null) editor.drag(over);
  };
  return (
    <div
      class="review-text"
      ref={frame}
      role="region"
      aria-label={`Text of ${document.title}, ${count(here.length, 'proposal')}`}
      tabIndex={0}
      data-editing={editing === null ? undefined : editing.draft.role}
      onPointerUp={onPointerUp}
    >
      <Head document={document} />
      {blocks.map((block) => (
        <Paragraph key={block.start} block={block} look={look} />
      ))}
      <AddSelected />
    </div>
  );
}

/** The document of the current proposal, every proposal of it marked, the current one set apart. */
export function DocumentText() {
  const { review, editor, document, documentId } = useSitting();
  const { data, error } = document.value.value;
  const frame = useRef<HTMLDivElement>(null);
  const editing = editor.editing.value;
  const items = review.shown.value;
  const current = editing?.adding != null ? BEING_ADDED : (review.current.value?.id ?? null);
  const here = useMemo(
    () => items.filter(({ proposal }) => proposal.document === data?.id),
    [items, data?.id],
  );
  const marks = useMarks(data, here, editing);
  useSelection(frame);
  useOwnInSight(frame, current, [data?.id, editing?.draft]);
  if (error !== null) return <ErrorNotice error={error} retry={document.reload} />;
  if (data === null)
    return (
      <div class="review-text">{documentId.value !== null && <Loading what="the document" />}</div>
    );
  return <MarkedText document={data} here={here} marks={marks} current={current} frame={frame} />;
}
