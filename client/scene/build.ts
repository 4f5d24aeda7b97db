import { MultiDirectedGraph } from 'graphology';
import type { ActFamily, ActorKind } from '../../graph-data/schema/index.ts';
import { actorRadius } from '../../server/contract/radius.ts';
import type { GraphEdge, GraphNode, GraphReply } from '../../server/contract/replies.ts';
import { dominantFamily, edgeWidth, KIND_LOOK } from '../state/encoding.ts';
import type { Layer } from '../state/url.ts';
import { mix, type Palette } from './palette.ts';

export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  borderColor: string;
  label: string;
  /** Neighbours in the whole reply: whose name is missed most. */
  degree: number;
  shape: GraphNode['attributes']['type'];
  kind: ActorKind | null;
}

export interface EdgeLook {
  size: number;
  /** At rest: statements of the commonest family are lighter, so that the others stand out. */
  color: string;
  /** When it stands out, and on its badge. */
  fullColor: string;
  type: 'arrow' | 'line';
  /** Share of the length by which the control point stands off the chord. */
  curvature: number;
  tie: GraphEdge['attributes']['type'];
  /** Records behind it. */
  count: number;
  family: ActFamily | null;
  proposed: boolean;
  /** The statement that this curve stands for when its pair is fanned out; else null. */
  statement: string | null;
}

/** How a layout is fitted to a stage. */
export interface Fit {
  /** Factor on heights, so that the drawing fills a stage of its proportions. */
  readonly stretch: number;
  /** Factor on radii: discs are smaller on a narrow stage. */
  readonly scale: number;
  /** Factor on widths of edges: thinner where one is very thick, and where there are very many. */
  readonly thin: number;
}

const NARROW = 520;

/** @param stage size in pixels */
export function fitFor(reply: GraphReply, stage: { width: number; height: number }): Fit {
  const narrow = stage.width < NARROW ? 0.72 : 1;
  const scale = Math.min(narrow, roomFor(reply, stage.width * stage.height));
  const stretch = stretchFor(reply, stage.width / Math.max(1, stage.height));
  return { scale, stretch, thin: thinFor(reply) };
}

/** Widest edge in pixels, edges from which they are crowded, and the factor then. */
const WIDEST = 7;
const CROWD = 400;
const CROWDED = 0.7;
const THINNEST = 0.8;

function thinFor({ edges }: GraphReply): number {
  const says = edges.filter(({ attributes }) => attributes.type === 'says');
  const most = says.reduce((top, { attributes }) => Math.max(top, attributes.records.length), 1);
  return Math.min(1, WIDEST / edgeWidth(most)) * (says.length > CROWD ? CROWDED : 1);
}

/** Share of the stage that discs may cover before they are drawn smaller, and the smallest factor. */
const COVERED = 0.14;
const SMALLEST = 0.3;

/** Factor on radii that leaves the drawing open, 1 where it is open as it is. @param area px² */
function roomFor({ nodes }: GraphReply, area: number): number {
  const covered = nodes.reduce((sum, { attributes }) => {
    const radius = attributes.type === 'actor' ? actorRadius(attributes.said) : 9;
    return sum + Math.PI * radius ** 2;
  }, 0);
  const room = Math.sqrt((COVERED * area) / Math.max(1, covered));
  return Math.max(SMALLEST, Math.min(1, room));
}

/** Within bounds that leave the shape of the layout recognisable. */
function stretchFor({ nodes }: GraphReply, aspect: number): number {
  const span = (values: number[]) => Math.max(...values) - Math.min(...values);
  const width = span(nodes.map((node) => node.attributes.x));
  const height = span(nodes.map((node) => node.attributes.y));
  if (nodes.length < 2 || width <= 0 || height <= 0) return 1;
  return Math.max(0.45, Math.min(2.2, width / height / aspect));
}

export type SceneGraph = MultiDirectedGraph<NodeLook, EdgeLook>;

const LAYER_OF_TIE: Readonly<Record<string, Layer>> = {
  says: 'says',
  relation: 'relation',
  party: 'agreement',
  signed: 'agreement',
  'took-part': 'event',
};

/** Statements go with the curves that stand for them elsewhere. */
const isHidden = (type: GraphNode['attributes']['type'], hidden: readonly Layer[]) =>
  hidden.some((layer) => layer === (type === 'statement' ? 'says' : type));

const OF_STATEMENT: ReadonlySet<string> = new Set(['made', 'about', 'addressed']);

/** Turns the reply into what is drawn: hidden layers left out, one look for each node and edge. */
export function build(
  reply: GraphReply,
  hidden: readonly Layer[],
  palette: Palette,
  fit: Fit,
): SceneGraph {
  const graph: SceneGraph = new MultiDirectedGraph<NodeLook, EdgeLook>();
  for (const node of reply.nodes)
    if (!isHidden(node.attributes.type, hidden))
      graph.addNode(node.key, nodeLook(node, palette, fit));
  const lanes = new Map<string, string[]>();
  for (const edge of reply.edges) {
    const layer = LAYER_OF_TIE[edge.attributes.type];
    if (layer !== undefined && hidden.includes(layer)) continue;
    if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
    const look = edgeLook(edge, laneOf(edge, lanes), palette, fit);
    graph.addEdgeWithKey(edge.key, edge.source, edge.target, look);
  }
  return graph;
}

/**
 * Which of the curves between its ends an edge takes, from 0. Ties of one kind take the same: each
 * document tells of them anew, and a curve for each would fan out over the whole screen.
 */
function laneOf({ source, target, attributes }: GraphEdge, lanes: Map<string, string[]>): number {
  const pair = `${source}>${target}`;
  const taken = lanes.get(pair) ?? [];
  lanes.set(pair, taken);
  const way = `${attributes.type} ${attributes.label ?? ''}`;
  if (!taken.includes(way)) taken.push(way);
  return taken.indexOf(way);
}

function nodeLook({ attributes }: GraphNode, palette: Palette, { stretch, scale }: Fit): NodeLook {
  const { x, y, label } = attributes;
  const common = {
    x,
    y: y * stretch,
    label,
    degree: attributes.degree,
    borderColor: palette.background,
  };
  if (attributes.type === 'actor')
    return {
      ...common,
      shape: 'actor',
      kind: attributes.kind,
      size: actorRadius(attributes.said) * scale,
      color: palette.kinds[KIND_LOOK[attributes.kind].hue],
    };
  return {
    ...common,
    label: attributes.type === 'statement' ? shortened(label) : label,
    shape: attributes.type,
    kind: null,
    size: (attributes.type === 'agreement' ? 11 : 6.5) * scale,
    color: palette.background,
  };
}

/** The first words of a statement, for a label of two lines. */
function shortened(text: string): string {
  return text.length <= 40 ? text : text.slice(0, 40).replace(/\s+\S*$/, ' …');
}

function edgeLook(
  { attributes }: GraphEdge,
  lane: number,
  palette: Palette,
  { thin }: Fit,
): EdgeLook {
  const says = attributes.type === 'says';
  const speech = says || OF_STATEMENT.has(attributes.type);
  const known = Object.values(attributes.families).some((n) => n > 0);
  const family = speech && known ? dominantFamily(attributes.families) : null;
  const hue = family === null ? palette.tie : palette.families[family];
  return {
    type: speech || attributes.type === 'relation' ? 'arrow' : 'line',
    tie: attributes.type,
    family: says ? family : null,
    count: attributes.records.length,
    proposed: attributes.proposed,
    statement: null,
    size: says ? Math.max(THINNEST, edgeWidth(attributes.records.length) * thin) : 1.3,
    color: family === 'states' ? mix(hue, palette.background, 0.3) : hue,
    fullColor: hue,
    curvature: says ? 0.2 : 0.08 + 0.14 * lane,
  };
}

/** One statement of a pair that is fanned out. */
export interface FanBlade {
  readonly id: string;
  readonly family: ActFamily;
}

/** Most curves in one fan; beyond that they cannot be told apart. */
const FAN_LIMIT = 14;

/** Replaces the one curve of a pair by a curve for each statement. A pair of one stays as it is. */
export function fanOut(
  graph: SceneGraph,
  edge: string,
  blades: readonly FanBlade[],
  palette: Palette,
) {
  if (!graph.hasEdge(edge) || blades.length < 2) return;
  const [source, target] = graph.extremities(edge);
  if (source === target) return;
  const look = graph.getEdgeAttributes(edge);
  graph.dropEdge(edge);
  blades.slice(0, FAN_LIMIT).forEach(({ id, family }, i) => {
    graph.addEdgeWithKey(`${edge}#${id}`, source, target, {
      ...look,
      size: 1.9,
      family,
      count: 1,
      statement: id,
      color: palette.families[family],
      fullColor: palette.families[family],
      curvature: 0.1 + (1.1 * i) / Math.max(8, blades.length),
    });
  });
}
