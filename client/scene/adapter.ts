import type { SceneGraph } from './build.ts';
import { draw } from './draw.ts';
import { NO_EMPHASIS, type Emphasis } from './emphasis.ts';
import { freeBox, type Box, type Point } from './geometry.ts';
import type { Palette } from './palette.ts';
import { createRenderer } from './renderer.ts';
import { edgeAt, keepBounds, seenEdges, seenNodes, type Badge, type Renderer } from './seen.ts';

/**
 * The thin wall around Sigma. It owns one renderer and its life: made and killed with the screen. The drawing of 300 nodes and 1,000 edges is refreshed whole on
 * a change of emphasis (7 ms measured at 1,000 nodes); the server caps what one view holds.
 */
export interface Cursors {
  readonly node: string | null;
  readonly edge: string | null;
}

export interface Adapter {
  /** Shows a graph, drawn once, with what stands out in it. */
  setGraph(graph: SceneGraph, emphasis: Emphasis): void;
  setEmphasis(emphasis: Emphasis): void;
  setCursors(cursors: Cursors): void;
  setPalette(palette: Palette): void;
  zoom(factor: number): void;
  fit(): void;
  /** Brings a node into view when it is outside or under a control. */
  reveal(node: string): void;
  /** Where nodes stand now, in viewport pixels. */
  positions(): Map<string, Point>;
  /** Where the badges of edges stand now, by edge. */
  badges(): Map<string, Point>;
  resize(): void;
  /** Paints badges and labels again, e.g. once their font has come. */
  repaint(): void;
  kill(): void;
}

export interface Handlers {
  onNode(node: string, event: { readonly shift: boolean }): void;
  onEdge(edge: string): void;
  onStage(): void;
  onHover(node: string | null, edge: string | null): void;
}

export interface Surface {
  readonly container: HTMLElement;
  /** Boxes of controls over the drawing, in viewport pixels of the container. */
  taken(): Box[];
  readonly stillness: () => boolean;
}

export function createAdapter(surface: Surface, colours: Palette, handlers: Handlers): Adapter {
  let mood = { emphasis: NO_EMPHASIS, palette: colours };
  let cursors: Cursors = { node: null, edge: null };
  let badges: readonly Badge[] = [];
  const sigma = createRenderer(surface.container, () => mood);
  const paint = () => {
    badges = paintOver(sigma, surface, { ...mood, cursors });
  };
  sigma.on('afterRender', paint);
  let frame: number | null = null;
  /** Sigma's own scheduled refresh holds raw coordinates until it renders; what is read between is wrong. */
  const refreshSoon = () => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      sigma.refresh();
    });
  };
  bindPointer(sigma, handlers, (point) => edgeAt(sigma, badges, point));
  return {
    setGraph(graph, emphasis) {
      mood = { ...mood, emphasis };
      keepBounds(sigma, graph);
      sigma.setGraph(graph);
    },
    setEmphasis(emphasis) {
      const still = emphasis.strength === 'none' && mood.emphasis.strength === 'none';
      mood = { ...mood, emphasis };
      if (!still) refreshSoon();
    },
    setCursors(next) {
      if (next.node === cursors.node && next.edge === cursors.edge) return;
      cursors = next;
      paint();
    },
    setPalette: (palette) => void (mood = { ...mood, palette }),
    zoom(factor) {
      const camera = sigma.getCamera();
      move(sigma, surface, { ratio: camera.getBoundedRatio(camera.ratio / factor) });
    },
    fit: () => move(sigma, surface, { x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    reveal: (node) => reveal(sigma, surface, node),
    positions: () => new Map(seenNodes(sigma).map(({ key, x, y }) => [key, { x, y }])),
    badges: () => new Map(badges.map(({ edge, at }) => [edge.key, at])),
    repaint: paint,
    resize: () => void sigma.resize().scheduleRender(),
    kill() {
      if (frame !== null) cancelAnimationFrame(frame);
      sigma.kill();
    },
  };
}

interface Painted {
  readonly emphasis: Emphasis;
  readonly palette: Palette;
  readonly cursors: Cursors;
}

/** Paints badges and labels over what WebGL has drawn. */
function paintOver(sigma: Renderer, surface: Surface, painted: Painted): readonly Badge[] {
  const ink = sigma.getCanvases()['annotations']?.getContext('2d');
  if (!ink) return [];
  const { width, height } = sigma.getDimensions();
  const nodes = seenNodes(sigma);
  ink.clearRect(0, 0, width, height);
  return draw(ink, {
    nodes,
    edges: seenEdges(sigma, nodes),
    emphasis: painted.emphasis,
    palette: painted.palette,
    bounds: { left: 2, top: 2, right: width - 2, bottom: height - 2 },
    taken: surface.taken(),
    cursor: painted.cursors.node,
    edgeCursor: painted.cursors.edge,
  });
}

type CameraMove = Parameters<ReturnType<Renderer['getCamera']>['setState']>[0];

function move(sigma: Renderer, surface: Surface, state: CameraMove): void {
  const camera = sigma.getCamera();
  if (surface.stillness()) camera.setState(state);
  else void camera.animate(state, { duration: 260, easing: 'quadraticInOut' });
}

const MARGIN = 20;

/** Moves the node to the middle of what no control covers; one that can be seen stays. */
function reveal(sigma: Renderer, surface: Surface, node: string): void {
  const data = sigma.getNodeDisplayData(node);
  if (!data) return;
  const { x, y } = sigma.framedGraphToViewport(data);
  const { width, height } = sigma.getDimensions();
  const free = freeBox(
    { left: MARGIN, top: MARGIN, right: width - MARGIN, bottom: height - MARGIN },
    surface.taken(),
  );
  if (x >= free.left && x <= free.right && y >= free.top && y <= free.bottom) return;
  const middle = { x: (free.left + free.right) / 2, y: (free.top + free.bottom) / 2 };
  const from = sigma.viewportToFramedGraph(middle);
  const camera = sigma.getCamera();
  move(sigma, surface, { x: camera.x + data.x - from.x, y: camera.y + data.y - from.y });
}

function bindPointer(
  sigma: Renderer,
  handlers: Handlers,
  edgeUnder: (point: Point) => string | null,
): void {
  const mouse = sigma.getMouseCaptor();
  let over: string | null = null;
  sigma.on('clickNode', ({ node, event }) =>
    handlers.onNode(node, { shift: event.original.shiftKey === true }),
  );
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeUnder(event);
    if (edge === null) handlers.onStage();
    else handlers.onEdge(edge);
  });
  sigma.on('enterNode', ({ node }) => {
    over = node;
    handlers.onHover(node, null);
  });
  sigma.on('leaveNode', () => {
    over = null;
    handlers.onHover(null, null);
  });
  sigma.on('doubleClickStage', ({ preventSigmaDefault }) => preventSigmaDefault());
  sigma.on('moveBody', ({ event }) => {
    if (over !== null || mouse.isMoving) return;
    const edge = edgeUnder(event);
    handlers.onHover(null, edge);
  });
}
