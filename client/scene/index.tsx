import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { FAMILY_OF_ACT } from '../../graph-data/schema/index.ts';
import type { GraphReply } from '../../server/contract/replies.ts';
import type { App } from '../state/app.ts';
import { createAdapter, type Adapter, type Surface } from './adapter.ts';
import { build, fanOut, stretchFor, type SceneGraph, type Stretch } from './build.ts';
import { emphasis } from './emphasis.ts';
import { createKeyboard, finishPath, openEdge } from './keyboard.ts';
import { readPalette } from './palette.ts';

/** Boxes of the controls that lie over the drawing, with the size of the container. */
function obstacles(container: HTMLElement) {
  const origin = container.getBoundingClientRect();
  const stage = container.closest('.stage') ?? container;
  return [...stage.querySelectorAll('[data-obstacle]')].map((element) => {
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
function sceneGraph(
  { data, screen }: App,
  stretchOf: (reply: GraphReply) => Stretch,
): SceneGraph | null {
  const reply = data.graph.value.value.data;
  if (reply === null) return null;
  const palette = readPalette();
  const graph = build(reply, screen.state.value.hidden, palette, stretchOf(reply));
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

/** Ties the adapter to the state for as long as the screen stands. Returns the way to undo it. */
function live(
  app: App,
  container: HTMLElement,
): { adapter: () => Adapter | null; graph: () => SceneGraph | null; stop: () => void } {
  const { focus, screen, data, theme } = app;
  let adapter: Adapter | null = null;
  let graph: SceneGraph | null = null;
  let stretch: Stretch | null = null;
  /** Decided once: nodes that stay must not move when a filter changes the bounds. */
  const stretchOf = (reply: GraphReply) =>
    (stretch ??= stretchFor(reply, container.clientWidth / Math.max(1, container.clientHeight)));
  const surface: Surface = {
    container,
    taken: () => obstacles(container),
    stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
  const handlers = {
    onNode: (node: string, { shift }: { shift: boolean }) => {
      const isActor = graph?.getNodeAttribute(node, 'shape') === 'actor';
      const open = screen.open.peek();
      const second =
        shift && open?.type === 'record' && open.id.startsWith('actor:') ? open.id : null;
      focus.cursor.value = node;
      if (isActor && focus.pathFrom.peek() !== null) finishPath(app, node);
      else if (isActor && second !== null && second !== node) screen.openPath(second, node);
      else if (isActor && shift) focus.pathFrom.value = node;
      else screen.openRecord(node);
    },
    onEdge: (edge: string) => {
      if (graph?.hasEdge(edge)) openEdge(app, graph, edge);
    },
    onStage: () => {
      focus.hover.value = null;
      if (focus.pathFrom.peek() !== null) focus.pathFrom.value = null;
      else screen.select(null);
    },
    onHover: (node: string | null, edge: string | null) => {
      focus.hover.value = node;
      focus.hoverEdge.value = edge;
    },
  };
  const stops = [
    effect(() => {
      void theme.value;
      graph = sceneGraph(app, stretchOf);
      if (graph === null) return;
      const palette = readPalette();
      if (adapter === null) adapter = createAdapter(surface, graph, palette, handlers);
      else {
        adapter.setPalette(palette);
        adapter.setGraph(graph);
      }
      container.dataset['nodes'] = String(graph.order);
      untracked(emphasise);
    }),
    effect(emphasise),
    effect(() => adapter?.setCursors({ node: focus.cursor.value, edge: focus.edgeCursor.value })),
    effect(() => {
      const wanted = focus.command.value?.name;
      if (wanted === 'zoom-in') adapter?.zoom(1.5);
      if (wanted === 'zoom-out') adapter?.zoom(1 / 1.5);
      if (wanted === 'fit') adapter?.fit();
      if (wanted === 'focus') container.parentElement?.focus();
    }),
  ];
  function emphasise() {
    const open = screen.open.value;
    const hover = focus.hover.value;
    const path = data.path.value.value;
    const at = Number(screen.state.value.at ?? 1) || 1;
    const hops = path.fresh ? (path.data?.paths[at - 1]?.hops ?? null) : null;
    if (adapter === null || graph === null) return;
    adapter.setEmphasis(emphasis(graph, { hover, hoverEdge: null, open, hops }));
  }
  return {
    adapter: () => adapter,
    graph: () => graph,
    stop: () => {
      stops.forEach((stop) => stop());
      adapter?.kill();
    },
  };
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
    observer.observe(element);
    return () => {
      observer.disconnect();
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
