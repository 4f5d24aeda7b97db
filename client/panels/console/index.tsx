import './console.css';
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { App } from '../../state/app.ts';
import { createConsole, type Console } from '../../state/console.ts';
import { EXAMPLES } from '../../state/console-examples.ts';
import { useApp } from '../context.ts';
import { Menu } from '../menu.tsx';
import { keep, kept } from '../storage.ts';
import { Editor } from './editor.tsx';
import { Outcome } from './outcome.tsx';

const SHELF = 'onrecord-cypher-history';

const consoles = new WeakMap<App, Console>();

/** The one console of an app; its answer outlives a look at another view. */
function consoleOf(app: App): Console {
  const known =
    consoles.get(app) ??
    createConsole({
      read: () => kept(SHELF),
      write: (text) => keep(SHELF, text),
    });
  consoles.set(app, known);
  return known;
}

/** Queries that open under a button; the menu closes once one is chosen. */
function Queries({
  label,
  items,
  onPick,
}: {
  label: string;
  items: readonly { readonly title: string; readonly query: string }[];
  onPick: (query: string) => void;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <Menu label={label} at={menu}>
      <ul class="drop queries">
        {items.map(({ title, query }) => (
          <li key={query}>
            <button
              type="button"
              title={query}
              onClick={() => {
                if (menu.current) menu.current.open = false;
                onPick(query);
              }}
            >
              {title}
            </button>
          </li>
        ))}
        {items.length === 0 && <li class="quiet">Nothing yet</li>}
      </ul>
    </Menu>
  );
}

function Starters({ onPick }: { onPick: (query: string) => void }) {
  return (
    <div class="starters">
      <h2>Questions to begin with</h2>
      <ul>
        {EXAMPLES.map(({ question, query }) => (
          <li key={query}>
            <button type="button" class="link" onClick={() => onPick(query)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What can be done with the query that is typed, and those to take in its place. */
function Bar({ bench, onPick }: { bench: Console; onPick: (query: string) => void }) {
  return (
    <div class="console-bar">
      <button
        type="button"
        class="primary"
        disabled={bench.text.value.trim() === ''}
        onClick={() => void bench.run()}
      >
        Run <kbd>Ctrl ⏎</kbd>
      </button>
      {bench.running.value ? (
        <>
          <button type="button" onClick={bench.stop}>
            Stop
          </button>
          <span role="status" class="quiet">
            Running …
          </span>
        </>
      ) : (
        <button type="button" onClick={() => void bench.explain()}>
          Explain
        </button>
      )}
      <span class="end" />
      <Queries
        label="Examples"
        items={EXAMPLES.map(({ question, query }) => ({ title: question, query }))}
        onPick={onPick}
      />
      <Queries
        label="History"
        items={bench.history.value.map((query) => ({ title: query, query }))}
        onPick={onPick}
      />
    </div>
  );
}

/** Asks the query that the address holds, and puts the one that was asked there. */
function useAddress(bench: Console): void {
  const { screen } = useApp();
  const seen = useRef<string | null>(null);
  useSignalEffect(() => {
    const { cypher } = screen.state.value;
    if (cypher === null || cypher === seen.current) return;
    seen.current = cypher;
    if (bench.asked.peek() === cypher && bench.reply.peek() !== null) return;
    bench.text.value = cypher;
    void bench.run();
  });
  useSignalEffect(() => {
    const query = bench.asked.value;
    if (query === '' && seen.current !== null) {
      seen.current = null;
      return screen.go({ cypher: null });
    }
    if (bench.reply.value === null || /^explain\b/i.test(query)) return;
    seen.current = query;
    screen.go({ cypher: query });
  });
}

/** The third face of the query bar: openCypher, read-only, over the whole record. */
export function ConsoleView() {
  const bench = consoleOf(useApp());
  useAddress(bench);
  const pick = (query: string) => {
    bench.text.value = query;
    void bench.run();
  };
  return (
    <div class="console">
      <Editor bench={bench} />
      <Bar bench={bench} onPick={pick} />
      <Outcome bench={bench} />
      {bench.asked.value === '' && <Starters onPick={pick} />}
    </div>
  );
}
