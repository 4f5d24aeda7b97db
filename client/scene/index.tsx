import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { FAMILY_OF_ACT } from '../../graph-data/schema/index.ts';
import type { GraphReply, Hop } from '../../server/contract/replies.ts';
import type { App } from '../state/app.ts';
import type { Open } from '../state/url.ts';
import { createAdapter, type Adapter, type Handlers, type Surface } from './adapter.ts';
import { build, fanOut, fitFor, type Fit, type SceneGraph } from './build.ts';
import { emphasis } from './emphasis.ts';
import { createKeyboard, finishPath, openEdge } from './keyboard.ts';
import { readPalette } from './palette.ts';

/** Boxes of the controls that lie over the drawing, with the size of the container. */
function obstacles(container: HTMLElement) {
  const origin = container.getBoundingClientRect();
  return [...document.querySelectorAll('[data-obstacle]')].map((element) => {
    const box = element.getBoundingClientRect();
    return {
      left: box.left - origin.left,
      right: box.right - origin.left,
      top: box.top - origin.top,
      bottom: box.bottom - origin.top,
    };
  });
}

/** What is drawn now: the reply, with the open pair fanned out. */
function sceneGraph({ data, screen }: App, fitOf: (reply: GraphReply) => Fit): SceneGraph | null {
  const reply = data.drawn.value;
  if (reply === null) return null;
  const palette = readPalette();
  const graph = build(reply, screen.state.value.hidden, palette, fitOf(reply));
  const pair = data.pair.value.value.data;
  const open = screen.open.value;
  if (open?.type === 'pair' && pair?.from.id === open.from && pair.to.id === open.to) {
    const blades = pair.statements.map(({ id, act }) => ({ id, family: FAMILY_OF_ACT[act] }));
    const says =
      graph.hasNode(open.from) && graph.hasNode(open.to)
        ? graph.directedEdges(open.from, open.to)
        : [];
    const edge = says.find((key) => graph.getEdgeAttribute(key, 'tie') === 'says');
    if (edge !== undefined) fanOut(graph, edge, blades, palette);
  }
  return graph;
}

/** What a pointer on the drawing does to the state. */
function handlersFor(app: App, container: HTMLElement, graph: () => SceneGraph | null): Handlers {
  const { focus, screen } = app;
  const onNode = (node: string, { shift }: { readonly shift: boolean }) => {
    focus.cursor.value = node;
    const open = screen.open.peek();
    const before = open?.type === 'record' && open.id.startsWith('actor:') ? open.id : null;
    const isActor = graph()?.getNodeAttribute(node, 'shape') === 'actor';
    if (isActor && focus.pathFrom.peek() !== null) finishPath(app, node);
    else if (isActor && shift && before !== null && before !== node) screen.openPath(before, node);
    else if (isActor && shift) focus.pathFrom.value = node;
    else screen.openRecord(node);
  };
  return {
    onNode,
    onEdge: (edge) => {
      const drawn = graph();
      if (drawn?.hasEdge(edge)) openEdge(app, drawn, edge);
    },
    onStage: () => {
      focus.hover.value = null;
      if (focus.pathFrom.peek() !== null) focus.pathFrom.value = null;
      else screen.select(null);
    },
    onHover: (node, edge) => {
      container.dataset['over'] = node ?? edge ?? '';
      container.style.cursor = (node ?? edge) ? 'pointer' : '';
      focus.hover.value = node;
      focus.hoverEdge.value = edge;
    },
  };
}

/** Hops of the path that is open; null when none is, or not yet. */
function openHops({ data, screen }: App): readonly Hop[] | null {
  const { fresh, data: reply } = data.path.value.value;
  const at = Number(screen.state.value.at ?? 1) || 1;
  return fresh ? (reply?.paths[at - 1]?.hops ?? null) : null;
}

interface Live {
  readonly adapter: () => Adapter | null;
  readonly graph: () => SceneGraph | null;
  readonly stop: () => void;
}

/** Ties the adapter to the state for as long as the screen stands. */
function live(app: App, container: HTMLElement): Live {
  const { focus, screen, theme } = app;
  let adapter: Adapter | null = null;
  let graph: SceneGraph | null = null;
  let fit: Fit | null = null;
  /** Decided once: nodes that stay must not move when a filter changes the bounds. */
  const fitOf = (reply: GraphReply) =>
    (fit ??= fitFor(reply, { width: container.clientWidth, height: container.clientHeight }));
  const surface: Surface = {
    container,
    taken: () => obstacles(container),
    stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
  const handlers = handlersFor(app, container, () => graph);

  function drawGraph() {
    void theme.value;
    graph = sceneGraph(app, fitOf);
    if (graph === null) return;
    const palette = readPalette();
    if (adapter === null) adapter = createAdapter(surface, graph, palette, handlers);
    else {
      adapter.setPalette(palette);
      adapter.setGraph(graph);
    }
    container.dataset['nodes'] = String(graph.order);
    untracked(emphasise);
  }
  function emphasise() {
    const input = { hover: focus.hover.value, open: screen.open.value, hops: openHops(app) };
    if (adapter !== null && graph !== null) adapter.setEmphasis(emphasis(graph, input));
  }
  function obey() {
    const wanted = focus.command.value?.name;
    if (wanted === 'zoom-in') adapter?.zoom(1.5);
    if (wanted === 'zoom-out') adapter?.zoom(1 / 1.5);
    if (wanted === 'fit') adapter?.fit();
    if (wanted === 'focus') container.parentElement?.focus();
  }
  const stops = [
    effect(drawGraph),
    effect(emphasise),
    effect(() => adapter?.setCursors({ node: focus.cursor.value, edge: focus.edgeCursor.value })),
    effect(() => revealOpen(screen.open.value, adapter)),
    effect(obey),
  ];
  return {
    adapter: () => adapter,
    graph: () => graph,
    stop: () => {
      stops.forEach((stop) => stop());
      adapter?.kill();
    },
  };
}

/** Brings what was opened out from under the panel that it opened. */
function revealOpen(open: Open | null, adapter: Adapter | null): void {
  if (open === null || adapter === null) return;
  const node = open.type === 'record' ? open.id : open.to;
  requestAnimationFrame(() => adapter.reveal(node));
}

/** Where the graph is drawn: one focusable element, whose active node is told to screen readers. */
export function GraphScene({ app }: { app: App }) {
  const container = useRef<HTMLDivElement>(null);
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const scene = live(app, element);
    const trail: string[] = [];
    keys.current = (event) => {
      const [adapter, graph] = [scene.adapter(), scene.graph()];
      if (adapter === null || graph === null) return false;
      return createKeyboard({ app, adapter, graph: () => scene.graph() ?? graph, trail })(event);
    };
    const observer = new ResizeObserver(() => scene.adapter()?.resize());
    const repaint = () => scene.adapter()?.repaint();
    document.fonts.addEventListener('loadingdone', repaint);
    observer.observe(element);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', repaint);
      scene.stop();
    };
  }, [app]);
  return (
    <div
      class="graph"
      role="application"
      tabIndex={0}
      aria-roledescription="network diagram"
      aria-label="Network of actors, agreements and events"
      aria-describedby="graph-help"
      aria-activedescendant={app.focus.cursor.value === null ? undefined : 'graph-active'}
      onKeyDown={(event) => {
        if (keys.current?.(event) === true) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <div ref={container} class="canvas" />
      <div
        id="graph-active"
        class="sr"
        role="img"
        aria-label={app.focus.announcement.value || 'nothing chosen'}
      />
      <p id="graph-help" class="sr">
        Arrow keys go to the nearest node, Enter opens it, question mark lists every key. The Table
        tab holds the same as a table.
      </p>
    </div>
  );
}
