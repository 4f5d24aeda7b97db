import { useEffect } from 'preact/hooks';
import type { App } from '../../state/app.ts';
import { marksOf, recordedNear } from '../../state/review-text.ts';
import { useApp } from '../context.ts';
import { useSitting, type Sitting } from './context.ts';

interface Hands extends Sitting {
  readonly app: App;
}

/** Starts moving the spans; says why when it cannot. */
export function beginEdit({ app, editor, document, review }: Hands): void {
  const reply = document.value.peek().data;
  const item = review.current.peek();
  if (item === null) return app.focus.announce('There is nothing to edit');
  if (reply?.text == null || reply.id !== item.proposal.document)
    return app.focus.announce('The text is not held, so its spans cannot be moved');
  editor.begin(reply.id, reply.text);
  const spans =
    item.proposal.type === 'statement' ? '1 content, 2 cue, 3 source' : '1 the passages';
  app.focus.announce(`Edit: ${spans}; arrows move the end, with Shift the start`);
}

/** Starts a statement of the selected words, else of the sentence after the current proposal. */
export function beginAdding({ app, editor, document, review }: Hands): void {
  const reply = document.value.peek().data;
  if (reply?.text == null)
    return app.focus.announce('The text is not held, so nothing can be added from it');
  const proposal = review.current.peek()?.proposal;
  const marked = proposal === undefined ? [] : marksOf(proposal, reply.id);
  const at = marked[0]?.selector.end ?? 0;
  if (!editor.beginNew(reply.id, reply.text, at)) return app.focus.announce('There are no words');
  app.focus.announce(
    'Add a statement: arrows up and down choose the sentence, left and right its words; S the speaker, Enter adds',
  );
}

/**
 * Whether a deed has to wait for a field in which something wrong stands: the focus goes there, and
 * it is said why.
 *
 * @param not what is not done, such as "Not added"
 */
function waits({ app, wrongFields }: Hands, not: string): boolean {
  const field = wrongFields.first();
  if (field === null) return false;
  document.getElementById(field.id)?.focus();
  document.getElementById(`${field.id}-fault`)?.scrollIntoView({ block: 'nearest' });
  app.focus.announce(`${not}. ${field.label}: ${field.fault}`);
  return true;
}

/** Adds the statement, or keeps the spans as they were moved. */
export function save(hands: Hands): void {
  if (!waits(hands, 'Not added')) hands.editor.save();
}

export function accept(hands: Hands): void {
  if (!waits(hands, 'Not accepted')) hands.review.accept();
}

function ask(app: App, name: NonNullable<App['focus']['dialog']['value']>) {
  app.focus.dialog.value = name;
}

function onStatement({ app, review }: Hands, then: () => void): void {
  if (review.current.peek()?.proposal.type === 'statement') then();
  else app.focus.announce('This proposal is no statement');
}

function candidate({ review }: Hands, n: number): void {
  const proposal = review.current.peek()?.proposal;
  if (proposal?.type !== 'statement') return;
  const chosen = proposal.candidates[n - 1];
  if (chosen !== undefined) review.changeSpeaker(chosen.actor);
}

/** Takes up the record next to where the person is that this text has beside its proposals. */
function toRecorded({ app, review, document }: Hands, by: 1 | -1): void {
  const reply = document.value.peek().data;
  const item = review.current.peek();
  const from = { id: item?.id ?? null, start: item?.proposal.start ?? 0 };
  const id = reply === null ? null : recordedNear(reply, review.items.peek(), from, by);
  if (id !== null) return void review.takeUp(id);
  app.focus.announce(`Nothing ${by === 1 ? 'after' : 'before'} this is on the record here`);
}

type Deeds = Readonly<Record<string, (hands: Hands) => void>>;

const DEEDS: Deeds = {
  j: ({ review }) => review.step(1),
  ArrowDown: ({ review }) => review.step(1),
  k: ({ review }) => review.step(-1),
  ArrowUp: ({ review }) => review.step(-1),
  n: ({ review }) => review.nextOpen(1),
  a: accept,
  r: ({ review }) => review.reject(),
  u: ({ review }) => review.undo(),
  '[': (hands) => toRecorded(hands, -1),
  ']': (hands) => toRecorded(hands, 1),
  e: beginEdit,
  i: beginAdding,
  s: (hands) => onStatement(hands, () => ask(hands.app, 'speaker')),
  m: ({ app }) => app.focus.askMerge(null),
  x: ({ app }) => ask(app, 'split'),
  d: ({ app }) => app.focus.askDoubles(null),
  o: ({ app }) => ask(app, 'decisions'),
  '?': ({ app }) => ask(app, 'review-help'),
  t: () => document.getElementById('review-act')?.focus(),
  w: () => document.getElementById('review-said')?.focus(),
};

const EDIT_DEEDS: Deeds = {
  1: ({ editor }) => editor.choose('content'),
  2: ({ editor }) => editor.choose('cue'),
  3: ({ editor }) => editor.choose('source'),
  ArrowRight: ({ editor }) => editor.move('end', 1),
  ArrowLeft: ({ editor }) => editor.move('end', -1),
  'Shift ArrowRight': ({ editor }) => editor.move('start', 1),
  'Shift ArrowLeft': ({ editor }) => editor.move('start', -1),
  ArrowDown: ({ editor }) => editor.leap(1),
  ArrowUp: ({ editor }) => editor.leap(-1),
  '+': ({ editor }) => editor.addPart(),
  Delete: ({ editor }) => editor.clear(),
  Backspace: ({ editor }) => editor.clear(),
  Enter: save,
  e: save,
  Escape: ({ editor }) => editor.cancel(),
};

/** What is asked for besides spans while a statement is added. */
const ADD_DEEDS: Deeds = {
  s: ({ editor }) => editor.tell({ choosing: true }),
  t: () => document.getElementById('added-act')?.focus(),
  m: () => document.getElementById('added-mode')?.focus(),
  w: () => document.getElementById('added-said')?.focus(),
};

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=range]), select, textarea');

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.shiftKey && key.startsWith('Arrow') ? `Shift ${key}` : key;
}

/** Enter adds, except on a button of the form, which it presses. */
function addDeedOf({ target }: KeyboardEvent, name: string): ((hands: Hands) => void) | undefined {
  const pressed = target instanceof Element && target.closest('.review-side button') !== null;
  return pressed && name === 'Enter' ? undefined : (ADD_DEEDS[name] ?? EDIT_DEEDS[name]);
}

function deedOf(event: KeyboardEvent, hands: Hands): ((hands: Hands) => void) | undefined {
  const name = nameOf(event);
  const editing = hands.editor.editing.peek();
  if (editing?.adding != null) return addDeedOf(event, name);
  if (editing !== null) return EDIT_DEEDS[name];
  const pressed = event.target instanceof HTMLElement && event.target.matches('input[type=range]');
  if (pressed && name.startsWith('Arrow')) return undefined;
  if (name === 'Escape' && hands.review.aside.peek() !== null)
    return ({ review }) => void review.leaveAside();
  if (/^[1-9]$/.test(name)) return (all) => candidate(all, Number(name));
  return DEEDS[name];
}

/**
 * Keys of the review screen. They come before those of the page (M is a matrix there), and rest
 * while a field or a dialog has the focus.
 */
export function useReviewKeys(): void {
  const app = useApp();
  const sitting = useSitting();
  useEffect(() => {
    const hands = { app, ...sitting };
    const onKeyDown = (event: KeyboardEvent) => {
      if (app.focus.dialog.peek() !== null || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isField(event.target)) return;
      const deed = deedOf(event, hands);
      if (deed === undefined) return;
      deed(hands);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [app, sitting]);
}
