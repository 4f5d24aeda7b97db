import './text.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DocumentReply } from '../../../server/contract/replies.ts';
import { BEING_ADDED, draftMarks } from '../../state/review-editor.ts';
import { band, percent, type Item } from '../../state/review-queue.ts';
import {
  blocksOf,
  firstMarks,
  marksOf,
  recordedMarks,
  type Block,
  type Mark,
  type Segment,
} from '../../state/review-text.ts';
import { count, dateWords } from '../../state/words.ts';
import { ErrorNotice, Listed, Loading } from '../kit.tsx';
import { useApp } from '../context.ts';
import { useSitting } from './context.ts';
import { beginAdding } from './keys.ts';
import { FATE_GLYPH, TYPE_LOOK } from './look.ts';
import { selectedWords } from './selected-words.ts';

const WEIGHT: Readonly<Record<string, number>> = { cue: 3, source: 3, content: 2 };

/** The mark that shows where several cover the same words: the current record's, then the inner. */
function topmost(marks: readonly Mark[], current: string | null): Mark | null {
  const rank = (mark: Mark) =>
    (mark.record === current ? 1e9 : 0) +
    (WEIGHT[mark.role] ?? 1) * 1e8 -
    (mark.selector.end - mark.selector.start);
  return marks.reduce<Mark | null>(
    (best, mark) => (best === null || rank(mark) > rank(best) ? mark : best),
    null,
  );
}

interface Look {
  readonly items: ReadonlyMap<string, Item>;
  readonly current: string | null;
  readonly flags: ReadonlyMap<number, readonly string[]>;
  readonly pick: (id: string) => void;
}

function Flag({ id, look }: { id: string; look: Look }) {
  const item = look.items.get(id);
  if (item === undefined) return null;
  const { proposal, fate } = item;
  return (
    <button
      type="button"
      tabIndex={-1}
      class="flag"
      data-band={band(proposal.confidence)}
      data-fate={fate}
      aria-current={id === look.current ? 'true' : undefined}
      aria-label={`${TYPE_LOOK[proposal.type].label}, ${percent(proposal.confidence)}, ${fate}`}
      onClick={() => look.pick(id)}
    >
      {TYPE_LOOK[proposal.type].glyph}
      {fate === 'open' ? percent(proposal.confidence) : FATE_GLYPH[fate]}
    </button>
  );
}

function Piece({ segment, look }: { segment: Segment; look: Look }) {
  const { start, text, marks } = segment;
  const mark = topmost(marks, look.current);
  if (mark === null) return <span data-start={start}>{text}</span>;
  const item = look.items.get(mark.record);
  const own = mark.record === look.current;
  const opens = own && mark.selector.start === start;
  return (
    <>
      {opens && (
        <span class="role" aria-hidden="true">
          {mark.role}
        </span>
      )}
      <span
        data-start={start}
        class={own ? `own own-${mark.role}` : `other other-${mark.role}`}
        title={own || item !== undefined ? undefined : 'On the record: press to mend it'}
        data-band={band(item?.proposal.confidence ?? null)}
        data-fate={item?.fate ?? (own ? undefined : 'accepted')}
        onClick={() => {
          if (getSelection()?.isCollapsed !== false) look.pick(mark.record);
        }}
      >
        {text}
      </span>
    </>
  );
}

function Paragraph({ block, look }: { block: Block; look: Look }) {
  return (
    <p dir="auto">
      {block.segments.map((segment) => (
        <span key={segment.start}>
          {look.flags.get(segment.start)?.map((id) => (
            <Flag key={id} id={id} look={look} />
          ))}
          <Piece segment={segment} look={look} />
        </span>
      ))}
    </p>
  );
}

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

/** The document of the current proposal, every proposal of it marked, the current one set apart. */
export function DocumentText() {
  const { review, editor, document, documentId } = useSitting();
  const { data, error } = document.value.value;
  const frame = useRef<HTMLDivElement>(null);
  useSelection(frame);
  const editing = editor.editing.value;
  const items = review.shown.value;
  const current = editing?.adding != null ? BEING_ADDED : (review.current.value?.id ?? null);
  const here = useMemo(
    () => items.filter(({ proposal }) => proposal.document === data?.id),
    [items, data?.id],
  );
  const marks = useMemo(() => {
    if (data === null) return [];
    const still = here.filter(({ id }) => id !== editing?.of?.record.id);
    return [
      ...recordedMarks(data, here),
      ...still.flatMap(({ proposal }) => marksOf(proposal, data.id)),
      ...(editing === null ? [] : draftMarks(editing)),
    ];
  }, [here, data, editing]);
  const blocks = useMemo(() => blocksOf(data?.text ?? null, marks), [data?.text, marks]);
  const shown = useRef(current);
  useEffect(() => {
    const added = shown.current === BEING_ADDED && current !== BEING_ADDED;
    shown.current = current;
    // Whoever has added words sees that they stand, and goes on from there.
    if (added) return;
    const own = frame.current?.querySelector('.own');
    const box = own?.getBoundingClientRect();
    const view = frame.current?.getBoundingClientRect();
    if (!own || !box || !view) return;
    if (box.top < view.top + 60 || box.bottom > view.bottom - 80)
      own.scrollIntoView({ block: 'center' });
  }, [current, data?.id, editing?.draft]);
  if (error !== null) return <ErrorNotice error={error} retry={document.reload} />;
  if (data === null)
    return documentId.value === null ? (
      <div class="review-text" />
    ) : (
      <div class="review-text">
        <Loading what="the document" />
      </div>
    );
  const look: Look = {
    items: new Map(items.map((item) => [item.id, item])),
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
      aria-label={`Text of ${data.title}, ${count(here.length, 'proposal')}`}
      tabIndex={0}
      data-editing={editing === null ? undefined : editing.draft.role}
      onPointerUp={onPointerUp}
    >
      <Head document={data} />
      {blocks.map((block) => (
        <Paragraph key={block.start} block={block} look={look} />
      ))}
      <AddSelected />
    </div>
  );
}
