import './stage.css';
import type { ComponentType, VNode } from 'preact';
import { ACT_FAMILIES } from '../../graph-data/schema/index.ts';
import { FAMILY_LOOK } from '../state/encoding.ts';
import { has, isNarrowed } from '../state/filters.ts';
import type { ScreenState, TableName, View } from '../state/url.ts';
import { count } from '../state/words.ts';
import { useApp } from './context.ts';
import { keepFocus } from './keep-focus.ts';
import { ErrorNotice, FamilyMark, ON_STAGE, ShapeIcon } from './kit.tsx';
import { lazy } from './lazy.tsx';
import { Notes } from './notes.tsx';
import { Tabs } from './tabs.tsx';

/**
 * The stage and its views. To add one: a name in VIEWS (state/url.ts), a lazy chunk here. Views
 * without a tab are reached from the command palette.
 */
const LAZY: Readonly<Partial<Record<View, ComponentType>>> = {
  table: lazy(() => import('./table/index.tsx').then((module) => module.TableView)),
  matrix: lazy(() => import('./matrix.tsx').then((module) => module.MatrixView)),
  console: lazy(() => import('./console/index.tsx').then((module) => module.ConsoleView)),
  review: lazy(() => import('./review/index.tsx').then((module) => module.ReviewView)),
};

const TABS: readonly { id: View; label: string }[] = [
  { id: 'graph', label: 'Graph' },
  { id: 'table', label: 'Table' },
  { id: 'matrix', label: 'Matrix' },
  { id: 'console', label: 'Cypher' },
  { id: 'review', label: 'Review' },
];

function Legend() {
  const { data } = useApp();
  const { nodes = [], edges = [] } = data.shown.value.data ?? {};
  const statements = nodes.some(({ attributes }) => attributes.type === 'statement');
  const proposed = edges.some(({ attributes }) => attributes.proposed);
  return (
    <ul class="legend" aria-label="Legend">
      {ACT_FAMILIES.map((family) => (
        <li key={family} title={FAMILY_LOOK[family].acts}>
          <FamilyMark family={family} />
        </li>
      ))}
      <li>
        <ShapeIcon shape="agreement" /> Agreement
      </li>
      <li>
        <ShapeIcon shape="event" /> Event
      </li>
      {statements && (
        <li>
          <ShapeIcon shape="statement" /> Statement
        </li>
      )}
      {proposed && (
        <li>
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M1 12h22" stroke="var(--ink-2)" stroke-width="2.2" stroke-dasharray="6 4" />
          </svg>
          Proposed
        </li>
      )}
      {!statements && <li class="quiet">Larger, thicker: more statements</li>}
    </ul>
  );
}

function Zoom() {
  const { focus } = useApp();
  return (
    <div class="zoom" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom in" onClick={() => focus.ask('zoom-in')}>
        +
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => focus.ask('zoom-out')}>
        −
      </button>
      <button type="button" aria-label="Fit" onClick={() => focus.ask('fit')}>
        ⤢
      </button>
    </div>
  );
}

/** Tables of whole lists: what the graph leaves out stands in them. */
const WHOLE: ReadonlySet<TableName> = new Set<TableName>([
  'statements',
  'agreements',
  'events',
  'relations',
  'documents',
]);

/** Whether the view keeps to what the graph draws. */
function isDrawn({ view, table }: ScreenState): boolean {
  return view === 'table' ? !WHOLE.has(table) : view !== 'review' && view !== 'console';
}

/** What is on screen in numbers, and what is not. */
function Counts() {
  const { data, screen } = useApp();
  const { data: reply, status } = data.shown.value;
  if (status === 'failed') return <span>no answer</span>;
  if (reply === null) return <span>Loading …</span>;
  const of = (type: string) => reply.nodes.filter((node) => node.attributes.type === type).length;
  const { omitted, reason, total } = reply.attributes;
  const left = omitted.nodes + omitted.edges > 0;
  const drawn = (shown: number, all: number) =>
    `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  if (left && !isDrawn(screen.state.value))
    return <span role="status">{count(total.statements, 'statement')}</span>;
  if (left)
    return (
      <span role="status">
        {count(total.statements, 'statement')} ·{' '}
        <b title={reason ?? undefined}>
          showing {drawn(reply.nodes.length, total.nodes)} nodes,{' '}
          {drawn(reply.edges.length, total.edges)} edges
        </b>
      </span>
    );
  return (
    <span role="status">
      {count(of('actor'), 'actor')}, {count(total.statements, 'statement')}
      <span class="only-wide">
        , {count(of('agreement'), 'agreement')}, {count(of('event'), 'event')}
      </span>
    </span>
  );
}

const ACCEPTED = { key: 'status', value: 'accepted' };

/**
 * Undecided proposals among what is shown, and the switch that leaves them out. The review counts
 * them itself as they are decided, and has nothing to show without them.
 */
function Proposals() {
  const { data, screen } = useApp();
  const hidden = has(screen.state.value.filters, ACCEPTED);
  if (screen.view.value === 'review' && !hidden) return null;
  const statuses = data.list.value.value.data?.facets?.status?.values ?? [];
  const proposed = statuses.find(({ value }) => value === 'proposed')?.count ?? 0;
  const edges = data.shown.value.data?.edges ?? [];
  const drawn = edges.some(({ attributes }) => attributes.proposed);
  if (!hidden && proposed === 0 && !drawn) return null;
  const words = proposed === 0 ? 'proposals shown' : `${count(proposed, 'statement')} proposed`;
  return (
    <span class="proposals">
      {' · '}
      {hidden ? 'proposals hidden' : words}{' '}
      <button type="button" class="link" onClick={() => screen.toggleFilter(ACCEPTED)}>
        {hidden ? 'Show' : 'Hide'}
      </button>
    </span>
  );
}

function PathHint() {
  const { focus, data } = useApp();
  const from = focus.pathFrom.value;
  if (from === null) return null;
  const name =
    data.graph.value.value.last?.nodes.find((node) => node.key === from)?.attributes.label ?? from;
  return (
    <div class="hint-place">
      <p class="hint" role="status">
        Path from <b>{name}</b>: choose the other end in the graph, or search for it.{' '}
        <button type="button" class="link" onClick={() => (focus.pathFrom.value = null)}>
          Cancel
        </button>
      </p>
    </div>
  );
}

function GraphState() {
  const { data, focus, screen } = useApp();
  const narrowed = isNarrowed(screen.state.value);
  const { data: reply, error } = data.shown.value;
  if (error !== null) return <ErrorNotice error={error} retry={data.reloadShown} />;
  if (reply === null || reply.nodes.length > 0) return null;
  return (
    <div class="notice" role="status">
      <h2>{narrowed ? 'Nothing matches' : 'An empty record'}</h2>
      <p>
        {narrowed
          ? 'Nothing on this record fits all the filters.'
          : 'Nothing is on this record yet. Bring documents in, and what is said in them stands here.'}
      </p>
      <p class="actions" onClick={() => keepFocus(ON_STAGE)}>
        {narrowed ? (
          <button type="button" onClick={screen.clear}>
            Clear filters
          </button>
        ) : (
          <button type="button" class="primary" onClick={() => (focus.dialog.value = 'import')}>
            Import documents
          </button>
        )}
      </p>
    </div>
  );
}

/** The graph stays mounted behind other views: Sigma needs a container with a size. */
export function Stage({ scene }: { scene: VNode }) {
  const { screen, data } = useApp();
  const view = screen.view.value;
  const drawn = view === 'graph' || data.answer.value !== null;
  const Other = LAZY[view];
  return (
    <main class="stage" data-view={view}>
      <div class="stage-bar">
        <Tabs
          label="View"
          prefix="view"
          panel="stage-panel"
          items={TABS}
          chosen={view}
          onChoose={screen.setView}
        />
        <p class="count">
          <Counts />
          <Proposals />
        </p>
      </div>
      <Notes />
      <PathHint />
      <div
        id="stage-panel"
        role="tabpanel"
        aria-labelledby={TABS.some(({ id }) => id === view) ? `view-${view}` : undefined}
        aria-label={view}
        class="stage-panel"
      >
        <div
          class="graph-wrap"
          data-shown={drawn}
          data-unanswered={data.answer.value === null && data.shown.value.status === 'failed'}
        >
          {scene}
          {view === 'graph' && (
            <>
              <GraphState />
              <div class="stage-foot">
                <Legend />
                <Zoom />
              </div>
            </>
          )}
        </div>
        {Other && (
          <div class="view">
            <Other />
          </div>
        )}
      </div>
    </main>
  );
}
