import type Sigma from 'sigma';
import type { EdgeLook, NodeLook, SceneGraph } from './build.ts';
import { curveOf, distanceToCurve, loopOf, type Curve, type Point } from './geometry.ts';
import type { Disc } from './labels.ts';

/** The graph as it stands on screen now, in viewport pixels. */
export type Renderer = Sigma<NodeLook, EdgeLook>;

export interface SeenNode extends Disc {
  readonly look: NodeLook;
}

export interface SeenEdge {
  readonly key: string;
  readonly curve: Curve;
  /** Radii of the discs that it ties. */
  readonly fromRadius: number;
  readonly toRadius: number;
  readonly look: EdgeLook;
  /** From an actor to itself. The edge program draws none of these. */
  readonly loop: boolean;
}

/** The glyph and count drawn on an edge. */
export interface Badge {
  readonly edge: SeenEdge;
  readonly text: string;
  readonly at: Point;
}

export function seenNodes(sigma: Renderer): SeenNode[] {
  return sigma.getGraph().mapNodes((key, look) => {
    const data = sigma.getNodeDisplayData(key);
    const at = sigma.framedGraphToViewport(data ?? { x: 0, y: 0 });
    return { key, x: at.x, y: at.y, radius: sigma.scaleSize(look.size), look };
  });
}

export function seenEdges(sigma: Renderer, nodes: readonly SeenNode[]): SeenEdge[] {
  const at = new Map(nodes.map((node) => [node.key, node]));
  return sigma.getGraph().mapEdges((key, look, source, target) => {
    const [from, to] = [at.get(source), at.get(target)] as [SeenNode, SeenNode];
    const loop = source === target;
    const curve = loop ? loopOf(from) : curveOf(from, to, look.curvature);
    return { key, look, loop, curve, fromRadius: from.radius, toRadius: to.radius };
  });
}

/** How near a pointer must come to a curve, in pixels. */
const REACH = 7;
const BADGE_REACH = 10;

/** The edge whose badge or curve is nearest to a point, within reach; null when none is. */
export function edgeAt(sigma: Renderer, badges: readonly Badge[], point: Point): string | null {
  const onBadge = badges.find(({ at }) => Math.hypot(at.x - point.x, at.y - point.y) < BADGE_REACH);
  if (onBadge) return onBadge.edge.key;
  let best: string | null = null;
  let least = REACH;
  for (const { key, curve } of seenEdges(sigma, seenNodes(sigma))) {
    const distance = distanceToCurve(point, curve, REACH);
    if (distance < least) [best, least] = [key, distance];
  }
  return best;
}

/** Bounds only grow while the screen stands, so that a filter does not move what stays. */
export function keepBounds(sigma: Renderer, graph: SceneGraph): void {
  const old = sigma.getCustomBBox();
  const xs: number[] = [];
  const ys: number[] = [];
  graph.forEachNode((_, { x, y }) => {
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
