import type { Hop } from '../../server/contract/replies.ts';
import type { Open } from '../state/url.ts';
import type { EdgeLook, SceneGraph } from './build.ts';
import { mix, type Palette } from './palette.ts';

/** What stands out in the drawing, and how much the rest steps back. */
export interface Emphasis {
  /** `strong`: the rest turns to shadows; `soft`: other edges fade, nodes stay. */
  readonly strength: 'none' | 'soft' | 'strong';
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Nodes with a ring around them. */
  readonly ringed: readonly string[];
  /** Numbers of a path's steps, by node. */
  readonly steps: ReadonlyMap<string, number>;
}

export const NO_EMPHASIS: Emphasis = {
  strength: 'none',
  nodes: new Set(),
  edges: new Set(),
  ringed: [],
  steps: new Map(),
};

/** The colour of an edge, which steps back to the ground when it does not stand out. */
export function edgeColor(
  edge: string,
  { color, fullColor }: Pick<EdgeLook, 'color' | 'fullColor'>,
  { strength, edges }: Emphasis,
  { background, fadedEdge }: Pick<Palette, 'background' | 'fadedEdge'>,
): string {
  if (strength === 'none') return color;
  if (edges.has(edge)) return fullColor;
  return strength === 'strong' ? fadedEdge : mix(color, background, 0.68);
}

export interface EmphasisInput {
  readonly hover: string | null;
  readonly open: Open | null;
  /** Hops of the path that is open; null when none is. */
  readonly hops: readonly Hop[] | null;
}

export function emphasis(graph: SceneGraph, input: EmphasisInput): Emphasis {
  const { hover, open, hops } = input;
  if (hover !== null && graph.hasNode(hover)) return neighbourhood(graph, hover, 'strong');
  if (open?.type === 'path' && hops !== null && hops.length > 0) return alongPath(graph, hops);
  if (open?.type === 'pair') return ofPair(graph, open.from, open.to);
  if (open?.type === 'record' && graph.hasNode(open.id))
    return neighbourhood(graph, open.id, 'soft');
  if (open?.type === 'record' && graph.hasEdge(open.id)) return ofEdges(graph, [open.id]);
  return NO_EMPHASIS;
}

function neighbourhood(graph: SceneGraph, node: string, strength: 'soft' | 'strong'): Emphasis {
  return {
    strength,
    nodes: new Set([node, ...graph.neighbors(node)]),
    edges: new Set(graph.edges(node)),
    ringed: strength === 'soft' ? [node] : [],
    steps: new Map(),
  };
}

function ofEdges(graph: SceneGraph, edges: readonly string[]): Emphasis {
  const nodes = edges.flatMap((edge) => graph.extremities(edge));
  return {
    strength: 'soft',
    nodes: new Set(nodes),
    edges: new Set(edges),
    ringed: [...new Set(nodes)],
    steps: new Map(),
  };
}

function ofPair(graph: SceneGraph, from: string, to: string): Emphasis {
  if (!graph.hasNode(from) || !graph.hasNode(to)) return NO_EMPHASIS;
  const says = graph
    .directedEdges(from, to)
    .filter((edge) => graph.getEdgeAttribute(edge, 'tie') === 'says');
  return says.length === 0 ? NO_EMPHASIS : ofEdges(graph, says);
}

/** Ties two neighbours of a path directly, or through the agreements and events of the hop. */
function edgesOfHop(graph: SceneGraph, hop: Hop): string[] {
  const [from, to] = [hop.from.id, hop.to.id];
  const between = (a: string, b: string) =>
    graph.hasNode(a) && graph.hasNode(b) ? graph.edges(a, b).concat(graph.edges(b, a)) : [];
  const middle = [...hop.agreements, ...hop.events].map((record) => record.id);
  return [
    ...between(from, to),
    ...middle.flatMap((id) => [...between(from, id), ...between(to, id)]),
  ];
}

function alongPath(graph: SceneGraph, hops: readonly Hop[]): Emphasis {
  const actors = [hops[0]?.from.id ?? '', ...hops.map((hop) => hop.to.id)];
  const edges = new Set(hops.flatMap((hop) => edgesOfHop(graph, hop)));
  const middle = [...edges].flatMap((edge) => graph.extremities(edge));
  return {
    strength: 'strong',
    nodes: new Set([...actors, ...middle].filter((node) => graph.hasNode(node))),
    edges,
    ringed: [],
    steps: new Map(actors.map((actor, i) => [actor, i + 1])),
  };
}
