import './console.css';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { App } from '../../state/app.ts';
import { createConsole, type Console } from '../../state/console.ts';
import { graphOf } from '../../state/console-answer.ts';
import { EXAMPLES } from '../../state/console-examples.ts';
import { useApp } from '../context.ts';
import { Menu } from '../menu.tsx';
import { ErrorNotice } from '../kit.tsx';
import { Tabs } from '../tabs.tsx';
import { AnswerBar, AnswerTable } from './answer.tsx';
import { Editor } from './editor.tsx';

const SHELF = 'onrecord-cypher-history';

const consoles = new WeakMap<App, Console>();

/** The one console of an app; its answer outlives a look at another view. */
function consoleOf(app: App): Console {
  const known =
    consoles.get(app) ??
    createConsole({
      read: () => localStorage.getItem(SHELF),
      write: (text) => localStorage.setItem(SHELF, text),
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

const LIMIT_ADVICE: Readonly<Record<string, string>> = {
  'limit-time': 'Anchor the pattern on a name or an id, shorten variable lengths, or add a LIMIT.',
  'limit-memory': 'Return less of each row, aggregate earlier, or add a LIMIT before ORDER BY.',
  'cypher-write': 'The record changes by decisions only: see the review screen.',
};

function Fault({ bench }: { bench: Console }) {
  const error = bench.error.value;
  if (error === null) return null;
  const code = error.failure.kind === 'problem' ? error.failure.problem.code : '';
  const advice = LIMIT_ADVICE[code];
  return (
    <>
      <ErrorNotice error={error} />
      {advice !== undefined && <p class="pad">{advice}</p>}
    </>
  );
}

function Plan({ lines }: { lines: readonly string[] }) {
  return (
    <pre class="plan" tabIndex={0} role="region" aria-label="Plan of the query">
      {lines.join('\n')}
    </pre>
  );
}

/** The answer in the scene that the graph view uses, as long as it is looked at. */
function useDrawn(bench: Console, wanted: boolean): void {
  const { data, focus } = useApp();
  useEffect(() => {
    const answer = bench.drawable.value;
    if (!wanted || answer === null || answer.nodes.size === 0) return;
    let left = false;
    void import('./layout.ts').then(({ layout }) => {
      if (left) return;
      data.answer.value = graphOf(answer, layout);
      requestAnimationFrame(() => focus.ask('fit'));
    });
    return () => {
      left = true;
      data.answer.value = null;
    };
  }, [wanted, bench.drawable.value]);
}

function Answer({ bench }: { bench: Console }) {
  const { data } = useApp();
  const face = useSignal<'table' | 'graph'>('table');
  const reply = bench.reply.value;
  const drawn = bench.drawable.value;
  const hasGraph = (drawn?.nodes.size ?? 0) > 0;
  const shown = hasGraph ? face.value : 'table';
  useDrawn(bench, shown === 'graph' && bench.plan.value === null && bench.error.value === null);
  if (bench.error.value !== null) return <Fault bench={bench} />;
  if (bench.plan.value !== null) return <Plan lines={bench.plan.value} />;
  if (reply === null) return null;
  const omitted = data.answer.value?.attributes.omitted.nodes ?? 0;
  return (
    <section class="answer" aria-label="Answer" data-face={shown}>
      <div class="answer-head">
        {hasGraph && (
          <Tabs
            label="Answer as"
            prefix="answer"
            panel="answer-panel"
            small
            items={[
              { id: 'table', label: 'Table' },
              { id: 'graph', label: 'Graph' },
            ]}
            chosen={shown}
            onChoose={(next) => (face.value = next)}
          />
        )}
        <AnswerBar bench={bench} reply={reply} />
      </div>
      {shown === 'graph' && omitted > 0 && (
        <p class="quiet omitted">
          {omitted} of {drawn?.nodes.size} nodes are not drawn (documents, and what is beyond 300).
        </p>
      )}
      <div
        id="answer-panel"
        role={hasGraph ? 'tabpanel' : undefined}
        aria-labelledby={hasGraph ? `answer-${shown}` : undefined}
        class="answer-panel"
      >
        {shown === 'table' && <AnswerTable reply={reply} key={bench.asked.value} />}
      </div>
    </section>
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
      <Answer bench={bench} />
      {bench.asked.value === '' && <Starters onPick={pick} />}
    </div>
  );
}
