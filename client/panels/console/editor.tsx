import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { cypher } from '../../api/cypher.ts';
import type { Console } from '../../state/console.ts';
import { completions, cypherColours, cypherLanguage, type Names } from './language.ts';

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
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'var(--mark) !important',
  },
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

let known: Names | null = null;

async function learn(): Promise<void> {
  if (known !== null) return;
  const list = async (query: string) =>
    (await cypher(query, 1000)).rows.map(([name]) => String(name ?? ''));
  const labels = await list('CALL db.labels()');
  const types = await list('CALL db.relationshipTypes()');
  known = { labels, types, properties: await list('CALL db.propertyKeys()') };
}

/** Underlines what the server says is wrong, where it says so. */
function underline(view: EditorView, { error, asked }: Console): void {
  const failure = error.value?.failure;
  const text = view.state.doc.toString();
  const lead = text.length - text.trimStart().length;
  const shift = lead - Math.max(0, asked.value.length - text.trim().length);
  const place = failure?.kind === 'problem' ? failure.problem.position : undefined;
  if (failure?.kind !== 'problem' || place === undefined)
    return view.dispatch(setDiagnostics(view.state, []));
  const last = view.state.doc.length;
  const from = Math.max(0, Math.min(last, place.start + shift));
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(from))?.[0].length ?? 1;
  const to = Math.min(last, Math.max(from + word, place.end + shift));
  const message = failure.problem.detail;
  view.dispatch(
    setDiagnostics(view.state, [{ from: Math.min(from, to), to, severity: 'error', message }]),
  );
}

function createView(parent: HTMLElement, bench: Console): EditorView {
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
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completions(() => known)] }),
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
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      ],
    }),
  });
}

/** The query under the hand: coloured, completed, its fault underlined. Tab leaves it. */
export function Editor({ bench }: { bench: Console }) {
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (parent.current === null) return;
    const view = createView(parent.current, bench);
    void learn().catch(() => undefined);
    const stops = [
      effect(() => {
        const text = bench.text.value;
        const now = view.state.doc.toString();
        if (text !== now) view.dispatch({ changes: { from: 0, to: now.length, insert: text } });
      }),
      effect(() => underline(view, bench)),
    ];
    view.focus();
    return () => {
      stops.forEach((stop) => stop());
      view.destroy();
    };
  }, [bench]);
  return <div class="editor" ref={parent} />;
}
