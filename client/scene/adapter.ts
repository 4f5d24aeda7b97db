import Sigma from 'sigma';
import { createNodeCompoundProgram } from 'sigma/rendering';
import { createEdgeCurveProgram } from '@sigma/edge-curve';
import { createNodeBorderProgram } from '@sigma/node-border';
import { createNodeImageProgram } from '@sigma/node-image';
import type { EdgeLook, NodeLook, SceneGraph } from './build.ts';
import { draw, type SeenEdge, type SeenNode } from './draw.ts';
import { NO_EMPHASIS, type Emphasis } from './emphasis.ts';
import { curveOf, distanceToCurve, pointAt, type Point } from './geometry.ts';
import type { Box } from './labels.ts';
import { mix, type Palette } from './palette.ts';

/**
 * The only file that knows Sigma. It owns one renderer and its life: made when there is room and
 * a graph, killed with the screen. The drawing of 300 nodes and 1,000 edges is refreshed whole on
 * a change of emphasis (7 ms measured at 1,000 nodes); the server caps what one view holds.
 */
export interface Cursors {
  readonly node: string | null;
  readonly edge: string | null;
}

export interface Adapter {
  setGraph(graph: SceneGraph): void;
  setEmphasis(emphasis: Emphasis): void;
  setCursors(cursors: Cursors): void;
  setPalette(palette: Palette): void;
  zoom(factor: number): void;
  fit(): void;
  /** Brings a node into view when it is outside or under a control. */
  reveal(node: string): void;
  /** Where nodes stand now, in viewport pixels. */
  positions(): Map<string, Point>;
  /** Keys of the nodes whose label found room in the last drawing. */
  labelled(): ReadonlySet<string>;
  resize(): void;
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

/** How near a pointer must come to a curve, in pixels. */
const REACH = 7;

/** Programs are made anew for each renderer: they share textures within it. */
function programs() {
  const disc = createNodeBorderProgram<NodeLook, EdgeLook>({
    borders: [
      { size: { value: 0.1 }, color: { attribute: 'borderColor' } },
      { size: { fill: true }, color: { attribute: 'color' } },
    ],
  });
  const symbol = createNodeImageProgram<NodeLook, EdgeLook>({
    padding: 0.27,
    drawingMode: 'color',
    colorAttribute: 'pictogramColor',
    keepWithinCircle: true,
    size: { mode: 'force', value: 128 },
  });
  const hollow = createNodeImageProgram<NodeLook, EdgeLook>({
    padding: 0,
    drawingMode: 'background',
    keepWithinCircle: false,
    size: { mode: 'force', value: 192 },
  });
  const nodes = { actor: createNodeCompoundProgram([disc, symbol]), hollow };
  const arrowHead = {
    extremity: 'target' as const,
    lengthToThicknessRatio: 3.4,
    widenessToThicknessRatio: 2.4,
  };
  return {
    nodeProgramClasses: nodes,
    nodeHoverProgramClasses: nodes,
    edgeProgramClasses: {
      arrow: createEdgeCurveProgram<NodeLook, EdgeLook>({ arrowHead }),
      line: createEdgeCurveProgram<NodeLook, EdgeLook>({}),
    },
  };
}

export function createAdapter(
  surface: Surface,
  initial: SceneGraph,
  colours: Palette,
  handlers: Handlers,
): Adapter {
  let palette = colours;
  let shown: Emphasis = NO_EMPHASIS;
  let cursors: Cursors = { node: null, edge: null };
  let labels: ReadonlySet<string> = new Set();
  const sigma = new Sigma<NodeLook, EdgeLook>(initial, surface.container, {
    ...programs(),
    renderLabels: false,
    renderEdgeLabels: false,
    zIndex: true,
    stagePadding: 48,
    minEdgeThickness: 1.2,
    minCameraRatio: 0.08,
    maxCameraRatio: 3,
    defaultDrawNodeHover: () => {},
    nodeReducer: (node, look) => reduceNode(node, look, shown, palette),
    edgeReducer: (edge, look) => reduceEdge(edge, look, shown, palette),
  });
  sigma.createCanvasContext('annotations', { style: { pointerEvents: 'none' } });
  sigma.resize(true);
  keepBounds(sigma);

  const seen = () => seenNodes(sigma);
  const paint = () => {
    const canvas = sigma.getCanvases()['annotations'];
    const ink = canvas?.getContext('2d');
    if (!ink) return;
    const { width, height } = sigma.getDimensions();
    const nodes = seen();
    ink.clearRect(0, 0, width, height);
    labels = draw(ink, {
      nodes,
      edges: seenEdges(sigma, nodes),
      emphasis: shown,
      palette,
      bounds: { left: 2, top: 2, right: width - 2, bottom: height - 2 },
      taken: surface.taken(),
      cursor: cursors.node,
      edgeCursor: cursors.edge,
    });
  };
  sigma.on('afterRender', paint);
  bindPointer(sigma, handlers);

  const animate = (state: Parameters<ReturnType<typeof sigma.getCamera>['setState']>[0]) => {
    const camera = sigma.getCamera();
    if (surface.stillness()) camera.setState(state);
    else void camera.animate(state, { duration: 260, easing: 'quadraticInOut' });
  };
  return {
    setGraph(graph) {
      sigma.setGraph(graph);
      keepBounds(sigma);
      sigma.refresh();
    },
    setEmphasis(emphasis) {
      shown = emphasis;
      sigma.refresh({ skipIndexation: true });
    },
    setCursors(next) {
      cursors = next;
      paint();
    },
    setPalette(next) {
      palette = next;
    },
    zoom(factor) {
      animate({ ratio: sigma.getCamera().getBoundedRatio(sigma.getCamera().ratio / factor) });
    },
    fit: () => animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    reveal(node) {
      const data = sigma.getNodeDisplayData(node);
      if (!data) return;
      const at = sigma.framedGraphToViewport(data);
      const { width, height } = sigma.getDimensions();
      const box = { left: at.x - 20, right: at.x + 20, top: at.y - 20, bottom: at.y + 20 };
      const hidden = surface
        .taken()
        .some(
          (other) =>
            at.x > other.left && at.x < other.right && at.y > other.top && at.y < other.bottom,
        );
      if (hidden || box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
        animate({ x: data.x, y: data.y });
    },
    positions: () => new Map(seen().map((node) => [node.key, { x: node.x, y: node.y }])),
    labelled: () => labels,
    resize: () => void sigma.resize().scheduleRender(),
    kill: () => sigma.kill(),
  };
}

type Renderer = Sigma<NodeLook, EdgeLook>;

/** Bounds only grow while the screen stands, so that a filter does not move what stays. */
function keepBounds(sigma: Renderer): void {
  const old = sigma.getCustomBBox();
  const xs: number[] = [];
  const ys: number[] = [];
  sigma.getGraph().forEachNode((_, { x, y }) => {
    xs.push(x);
    ys.push(y);
  });
  if (xs.length === 0) return;
  const grown = (values: number[], before: [number, number] | undefined): [number, number] => [
    Math.min(...values, before?.[0] ?? Infinity),
    Math.max(...values, before?.[1] ?? -Infinity),
  ];
  sigma.setCustomBBox({ x: grown(xs, old?.x), y: grown(ys, old?.y) });
}

function reduceNode(node: string, look: NodeLook, emphasis: Emphasis, palette: Palette) {
  if (emphasis.strength === 'none') return look;
  if (emphasis.nodes.has(node)) return { ...look, zIndex: 2 };
  if (emphasis.strength === 'soft') return look;
  return {
    ...look,
    color: look.shape === 'actor' ? palette.fadedNode : look.color,
    pictogramColor: palette.background,
    zIndex: 0,
    hidden: look.shape !== 'actor',
  };
}

function reduceEdge(edge: string, look: EdgeLook, emphasis: Emphasis, palette: Palette) {
  if (look.proposed) return { ...look, color: '#00000000' };
  if (emphasis.strength === 'none') return look;
  if (emphasis.edges.has(edge)) return { ...look, zIndex: 5 };
  const color =
    emphasis.strength === 'strong' ? palette.fadedEdge : mix(look.color, palette.background, 0.68);
  return { ...look, color, zIndex: 0 };
}

function seenNodes(sigma: Renderer): SeenNode[] {
  return sigma.getGraph().mapNodes((key, look) => {
    const data = sigma.getNodeDisplayData(key);
    const at = sigma.framedGraphToViewport(data ?? { x: 0, y: 0 });
    return { key, x: at.x, y: at.y, radius: sigma.scaleSize(look.size), look };
  });
}

function seenEdges(sigma: Renderer, nodes: readonly SeenNode[]): SeenEdge[] {
  const at = new Map(nodes.map((node) => [node.key, node]));
  return sigma.getGraph().mapEdges((key, look, source, target) => {
    const [from, to] = [at.get(source), at.get(target)] as [SeenNode, SeenNode];
    return { key, look, curve: curveOf(from, to, look.curvature) };
  });
}

/** The edge whose badge or curve is nearest to a point, within reach; null when none is. */
function edgeAt(sigma: Renderer, point: Point): string | null {
  let best: string | null = null;
  let least = REACH;
  for (const { key, curve, look } of seenEdges(sigma, seenNodes(sigma))) {
    const middle = pointAt(curve, 0.5);
    const onBadge = look.count > 1 && Math.hypot(middle.x - point.x, middle.y - point.y) < 10;
    const distance = onBadge ? 0 : distanceToCurve(point, curve, REACH);
    if (distance < least) [best, least] = [key, distance];
  }
  return best;
}

function bindPointer(sigma: Renderer, handlers: Handlers): void {
  const mouse = sigma.getMouseCaptor();
  let over: string | null = null;
  sigma.on('clickNode', ({ node, event }) =>
    handlers.onNode(node, { shift: event.original.shiftKey === true }),
  );
  sigma.on('clickStage', ({ event }) => {
    const edge = edgeAt(sigma, event);
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
    const edge = edgeAt(sigma, event);
    sigma.getContainer().style.cursor = edge === null ? '' : 'pointer';
    handlers.onHover(null, edge);
  });
}
