import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Console } from '../../state/console.ts';
import { graphOf } from '../../state/console-answer.ts';
import { useApp } from '../context.ts';
import { ErrorNotice } from '../kit.tsx';
import { Tabs } from '../tabs.tsx';
import { AnswerBar, AnswerTable } from './answer.tsx';

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

/** What came of the query that was asked: its answer, its plan or what is wrong with it. */
export function Outcome({ bench }: { bench: Console }) {
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
