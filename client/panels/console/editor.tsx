import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap, placeholder, type DecorationSet } from '@codemirror/view';
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Console } from '../../state/console.ts';
import { cypherColours, cypherLanguage } from './language.ts';

/** What the page's policy lets the editor put its styles in with. */
function nonce(): string {
  return document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13.5px', backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 4px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
});

/** Where the query is wrong, and in what words; null where it is not. */
interface Flaw {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const setFlaw = StateEffect.define<Flaw | null>();

const flawField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const told = transaction.effects.find((effect) => effect.is(setFlaw));
    if (told === undefined) return transaction.docChanged ? Decoration.none : marks;
    const flaw = told.value as Flaw | null;
    if (flaw === null || flaw.from >= flaw.to) return Decoration.none;
    const attributes = { title: flaw.message, 'aria-invalid': 'true' };
    return Decoration.set([
      Decoration.mark({ class: 'flaw', attributes }).range(flaw.from, flaw.to),
    ]);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Underlines what the server says is wrong, where it says so. */
function underline(view: EditorView, { error, asked }: Console): void {
  const failure = error.value?.failure;
  const text = view.state.doc.toString();
  const lead = text.length - text.trimStart().length;
  const shift = lead - Math.max(0, asked.value.length - text.trim().length);
  const place = failure?.kind === 'problem' ? failure.problem.position : undefined;
  if (failure?.kind !== 'problem' || place === undefined)
    return view.dispatch({ effects: setFlaw.of(null) });
  const last = view.state.doc.length;
  const start = Math.max(0, Math.min(last, place.start + shift));
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(start))?.[0].length ?? 1;
  const to = Math.min(last, Math.max(start + word, place.end + shift));
  const from = start < to ? start : Math.max(0, to - 1);
  view.dispatch({ effects: setFlaw.of({ from, to, message: failure.problem.detail }) });
}

/** Completion comes in a chunk of its own, once the editor stands. */
async function complete(view: EditorView, slot: Compartment): Promise<void> {
  const { completion } = await import('./completion.ts');
  view.dispatch({ effects: slot.reconfigure(completion()) });
}

function createView(parent: HTMLElement, bench: Console, slot: Compartment): EditorView {
  const run = () => {
    void bench.run();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: bench.text.peek(),
      extensions: [
        EditorView.cspNonce.of(nonce()),
        history(),
        bracketMatching(),
        slot.of([]),
        flawField,
        cypherLanguage,
        cypherColours,
        look,
        EditorView.lineWrapping,
        placeholder('MATCH (who:Actor)-[:MADE]->(s:Statement) RETURN who, s'),
        EditorView.contentAttributes.of({ 'aria-label': 'Cypher query', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) bench.text.value = update.state.doc.toString();
        }),
        keymap.of([
          { key: 'Mod-Enter', run },
          { key: 'Escape', run: (view) => (view.contentDOM.blur(), true) },
        ]),
        keymap.of([...historyKeymap, ...standardKeymap]),
      ],
    }),
  });
}

/** The editor comes in a chunk of its own: who types elsewhere by then is not torn away. */
function typesElsewhere(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable=true]') ?? false;
}

/** The query under the hand: coloured, completed, its fault underlined. Tab leaves it. */
export function Editor({ bench }: { bench: Console }) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (parent.current === null) return;
    const slot = new Compartment();
    const view = createView(parent.current, bench, slot);
    void complete(view, slot).catch(() => undefined);
    const stops = [
      effect(() => {
        const text = bench.text.value;
        const now = view.state.doc.toString();
        if (text !== now) view.dispatch({ changes: { from: 0, to: now.length, insert: text } });
      }),
      effect(() => underline(view, bench)),
    ];
    if (!typesElsewhere()) view.focus();
    return () => {
      stops.forEach((stop) => stop());
      view.destroy();
    };
  }, [bench]);
  return <div class="editor" ref={parent} />;
}
