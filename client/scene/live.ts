import { computed, effect, untracked } from '@preact/signals';
import { FAMILY_OF_ACT } from '../../graph-data/schema/index.ts';
import type { GraphReply, Hop } from '../../server/contract/replies.ts';
import type { App } from '../state/app.ts';
import { finishPath } from '../state/go-to.ts';
import { LAYERS, type Open } from '../state/url.ts';
import { createAdapter, type Adapter, type Handlers, type Surface } from './adapter.ts';
import { build, fanOut, fitFor, type Fit, type SceneGraph } from './build.ts';
import { emphasis } from './emphasis.ts';
import { openEdge } from './keyboard.ts';
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

function surfaceOf(container: HTMLElement): Surface {
  return {
    container,
    taken: () => obstacles(container),
    stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** How a reply fits, decided once: nodes that stay must not move when a filter changes the bounds. */
function fitOnce(container: HTMLElement): (reply: GraphReply) => Fit {
  let fit: Fit | null = null;
  return (reply) =>
    (fit ??= fitFor(reply, { width: container.clientWidth, height: container.clientHeight }));
}

/** What the drawing is made from: it is made anew only when one of these changes. */
function sourcesOf({ data, screen }: App) {
  const hidden = computed(() => screen.state.value.hidden.join());
  /** The open pair once its statements are known: it is fanned out. */
  const fan = computed(() => {
    const open = screen.open.value;
    const pair = data.pair.value.value.data;
    if (open?.type !== 'pair' || pair?.from.id !== open.from || pair.to.id !== open.to) return null;
    const blades = pair.statements.map(({ id, act }) => ({ id, family: FAMILY_OF_ACT[act] }));
    return { from: open.from, to: open.to, blades };
  });
  return { reply: data.drawn, hidden, fan };
}

/** What is drawn now: the reply, with the open pair fanned out. */
function sceneGraph(
  { reply, hidden, fan }: ReturnType<typeof sourcesOf>,
  fitOf: (reply: GraphReply) => Fit,
): SceneGraph | null {
  if (reply.value === null) return null;
  const palette = readPalette();
  const layers = LAYERS.filter((layer) => hidden.value.split(',').includes(layer));
  const graph = build(reply.value, layers, palette, fitOf(reply.value));
  const open = fan.value;
  if (open === null || !graph.hasNode(open.from) || !graph.hasNode(open.to)) return graph;
  const says = graph.directedEdges(open.from, open.to);
  const edge = says.find((key) => graph.getEdgeAttribute(key, 'tie') === 'says');
  if (edge !== undefined) fanOut(graph, edge, open.blades, palette);
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

/** What stands out in the drawing: what is pointed at, what is open, the steps of a path. */
function sightsOf(app: App) {
  const { focus, screen } = app;
  return { hover: focus.hover.value, open: screen.open.value, hops: openHops(app) };
}

/** Brings what was opened out from under the panel that it opened. */
function revealOpen(open: Open | null, adapter: Adapter): void {
  if (open === null) return;
  const node = open.type === 'record' ? open.id : open.to;
  requestAnimationFrame(() => adapter.reveal(node));
}

type Command = App['focus']['command']['value'];

/** Does what a panel or a key asks of the scene. */
function obey(command: Command, adapter: Adapter, container: HTMLElement): void {
  if (command?.name === 'zoom-in') adapter.zoom(1.5);
  if (command?.name === 'zoom-out') adapter.zoom(1 / 1.5);
  if (command?.name === 'fit') adapter.fit();
  if (command?.name === 'focus') container.parentElement?.focus();
}

/** Puts a graph in the place of the one drawn; the first brings what is open into sight. */
function draw(app: App, adapter: Adapter, drawn: SceneGraph, isFirst: boolean): void {
  adapter.setPalette(readPalette());
  adapter.setGraph(
    drawn,
    emphasis(
      drawn,
      untracked(() => sightsOf(app)),
    ),
  );
  if (isFirst) revealOpen(app.screen.open.peek(), adapter);
}

interface Live {
  readonly adapter: Adapter;
  readonly graph: () => SceneGraph | null;
  readonly stop: () => void;
}

/** Ties the adapter to the state for as long as the screen stands. */
export function live(app: App, container: HTMLElement): Live {
  const { focus, screen, theme } = app;
  let graph: SceneGraph | null = null;
  const handlers = handlersFor(app, container, () => graph);
  // Made while the first reply is under way: contexts and shaders take longer than the drawing.
  const adapter = createAdapter(surfaceOf(container), readPalette(), handlers);
  const [sources, fitOf] = [sourcesOf(app), fitOnce(container)];

  function redraw(): void {
    void theme.value;
    const drawn = sceneGraph(sources, fitOf);
    if (drawn === null) return;
    const isFirst = graph === null;
    graph = drawn;
    draw(app, adapter, drawn, isFirst);
    container.dataset['nodes'] = String(drawn.order);
  }
  function emphasise(): void {
    const sights = sightsOf(app);
    if (graph !== null) adapter.setEmphasis(emphasis(graph, sights));
  }
  const stops = [
    effect(redraw),
    effect(emphasise),
    effect(() => adapter.setCursors({ node: focus.cursor.value, edge: focus.edgeCursor.value })),
    effect(() => revealOpen(screen.open.value, adapter)),
    effect(() => obey(focus.command.value, adapter, container)),
  ];
  return {
    adapter,
    graph: () => graph,
    stop: () => {
      stops.forEach((stop) => stop());
      adapter.kill();
    },
  };
}
