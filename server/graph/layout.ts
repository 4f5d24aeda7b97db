import type { UndirectedGraph } from 'graphology';
import { forceAtlas2, noverlap } from './libraries.ts';
import { communities } from './metrics.ts';
import { unitPointOf } from './unit-point.ts';
import { separate } from './separate.ts';
import { undirected, type Point, type Skeleton } from './skeleton.ts';

/** Width over height of the stage that a layout is stretched to. */
export const ASPECT = 1.45;

/** Stage for up to CROWD nodes, in units that are about pixels at the first look. */
const HEIGHT = 1_000;
const CROWD = 100;

/** What a label and its node take, in stage units: wider than tall. */
const SPACING = { x: 140, y: 64 };

/** Most rounds of parting labels; crowded stages use them all. */
function roundsFor(order: number): number {
  return order < LARGE ? 400 : 60;
}

/** From this many nodes on, every step is given fewer rounds. */
const LARGE = 2_000;

/** From this share of unknown nodes on, everything is laid out anew. */
const MOSTLY_NEW = 2 / 3;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Positions of every node, in the skeleton's order, repeatable: the same skeleton gives the same
 * positions. Nodes whose position is known stay where they are and new ones settle around them
 * (ForceAtlas2, Jacomy et al. 2014, with the old nodes fixed); when most are new, all are laid out
 * from the start and stretched to the stage.
 */
export function layOut(skeleton: Skeleton, known: ReadonlyMap<string, Point>): Point[] {
  const unknown = skeleton.keys.filter((key) => !known.has(key));
  if (unknown.length > skeleton.keys.length * MOSTLY_NEW) return fromStart(skeleton);
  if (unknown.length === 0) return skeleton.keys.map((key) => known.get(key) ?? { x: 0, y: 0 });
  return around(skeleton, known);
}

function fromStart(skeleton: Skeleton): Point[] {
  const graph = undirected(skeleton);
  seedByCommunity(graph);
  skeleton.keys.forEach((key, i) => graph.setNodeAttribute(key, 'size', skeleton.sizes[i]));
  settle(graph);
  stretch(graph);
  pushCirclesApart(graph);
  const stage = stageFor(graph.order);
  const fit = fitted(
    skeleton.keys.map((key) => pointOf(graph, key)),
    stage,
  );
  return separate(fit, SPACING, stage, roundsFor(graph.order)).map(rounded);
}

function pointOf(graph: UndirectedGraph, key: string): Point {
  return {
    x: Number(graph.getNodeAttribute(key, 'x')),
    y: Number(graph.getNodeAttribute(key, 'y')),
  };
}

/** Communities begin on a spiral, larger ones nearer the middle, their nodes close together. */
function seedByCommunity(graph: UndirectedGraph): void {
  const community = communities(graph);
  graph.nodes().forEach((key, i) => {
    const ring = community[i] ?? 0;
    const jitter = unitPointOf(key);
    graph.mergeNodeAttributes(key, {
      x: 100 * Math.sqrt(ring) * Math.cos(ring * GOLDEN_ANGLE) + 60 * jitter.x,
      y: 100 * Math.sqrt(ring) * Math.sin(ring * GOLDEN_ANGLE) + 60 * jitter.y,
    });
  });
}

function settle(graph: UndirectedGraph): void {
  const order = graph.order;
  forceAtlas2.assign(graph, {
    iterations: order < 500 ? 900 : order < LARGE ? 400 : 120,
    getEdgeWeight: (_edge, attributes) => 1 + Math.log(Number(attributes['weight'])),
    settings: {
      gravity: 1.2,
      scalingRatio: 60,
      adjustSizes: order < LARGE,
      barnesHutOptimize: order >= 1_000,
      edgeWeightInfluence: 0.6,
      slowDown: 6,
    },
  });
}

function stageFor(order: number): { width: number; height: number } {
  const scale = Math.sqrt(Math.max(1, order / CROWD));
  return { width: HEIGHT * ASPECT * scale, height: HEIGHT * scale };
}

/**
 * Spreads the nodes over the stage. Each coordinate is partly its place in proportion and mostly
 * its rank, so that a dense middle opens up and far outliers do not shrink the rest.
 */
function stretch(graph: UndirectedGraph): void {
  const { width, height } = stageFor(graph.order);
  const keys = graph.nodes();
  for (const [axis, length] of [
    ['x', width],
    ['y', height],
  ] as const) {
    const values = keys.map((key) => Number(graph.getNodeAttribute(key, axis)));
    const spread = spreadOf(values);
    keys.forEach((key, i) => graph.setNodeAttribute(key, axis, (spread[i] ?? 0) * length));
  }
}

/** How much of a coordinate is rank, 0..1; chosen by looking (docs/decisions/0017-layout.md). */
const RANK_SHARE = 0.6;

/** Values brought to 0..1, in part by proportion and in part by rank. */
function spreadOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const least = values[order[0] ?? 0] ?? 0;
  const range = (values[order.at(-1) ?? 0] ?? 0) - least || 1;
  const last = Math.max(1, values.length - 1);
  const spread = values.map((value) => ((value - least) / range) * (1 - RANK_SHARE));
  order.forEach((i, rank) => {
    spread[i] = (spread[i] ?? 0) + (rank / last) * RANK_SHARE;
  });
  return spread;
}

/** Room around a node, in stage units, and how much larger than its radius it is kept. */
const NODE_MARGIN = 8;
const NODE_RATIO = 1.6;

/** Parts nodes of themselves; labels come after, when all lie on the stage. */
function pushCirclesApart(graph: UndirectedGraph): void {
  noverlap.assign(graph, {
    maxIterations: graph.order < LARGE ? 300 : 20,
    settings: {
      margin: NODE_MARGIN,
      ratio: NODE_RATIO,
      expansion: 1.05,
      gridSize: Math.max(12, Math.ceil(Math.sqrt(graph.order))),
      speed: 1,
    },
  });
}

/** Moves points so that their box is the stage, centred on the origin. */
function fitted(points: readonly Point[], stage: { width: number; height: number }): Point[] {
  const box = boxOf(points);
  const scale = (value: number, least: number, range: number, length: number) =>
    range === 0 ? 0 : ((value - least) / range - 0.5) * length;
  return points.map(({ x, y }) => ({
    x: scale(x, box.left, box.right - box.left, stage.width),
    y: scale(y, box.top, box.bottom - box.top, stage.height),
  }));
}

/** To a hundredth of a unit, so that positions are short to send. */
function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100 };
}

function boxOf(points: readonly Point[]) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** New nodes begin amid their known neighbours, settle while those are fixed, then find room. */
function around(skeleton: Skeleton, known: ReadonlyMap<string, Point>): Point[] {
  const graph = undirected(skeleton);
  for (const key of graph.nodes()) {
    const place = known.get(key);
    graph.mergeNodeAttributes(key, place ? { ...place, fixed: true } : amid(graph, key, known));
  }
  settle(graph);
  const sizes = new Map(skeleton.keys.map((key, i) => [key, skeleton.sizes[i] ?? 0]));
  const taken = [...known].map(([key, place]): Disc => ({ ...place, size: sizes.get(key) ?? 0 }));
  return skeleton.keys.map((key) => {
    const place = known.get(key);
    if (place) return place;
    const wanted = within(pointOf(graph, key), taken);
    const free = freePlace({ ...wanted, size: sizes.get(key) ?? 0 }, taken);
    taken.push(free);
    return { x: free.x, y: free.y };
  });
}

/** A node with the room that it takes. */
interface Disc extends Point {
  /** Radius, in stage units. */
  readonly size: number;
}

function amid(graph: UndirectedGraph, key: string, known: ReadonlyMap<string, Point>): Point {
  const near = graph.neighbors(key).flatMap((neighbour) => known.get(neighbour) ?? []);
  const jitter = unitPointOf(key);
  const offset = { x: (jitter.x - 0.5) * 2 * SPACING.x, y: (jitter.y - 0.5) * 2 * SPACING.y };
  if (near.length === 0) return offset;
  const sum = near.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / near.length + offset.x, y: sum.y / near.length + offset.y };
}

/** The point, brought back to the edge of the box that the others span when it lies outside. */
function within({ x, y }: Point, others: readonly Point[]): Point {
  const { left, right, top, bottom } = boxOf(others);
  return { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) };
}

/** The first place on a widening spiral around the point where no other node or label lies; else the last. */
function freePlace({ size, ...point }: Disc, taken: readonly Disc[]): Disc {
  const turns = 400;
  let place = point;
  for (let step = 0; step < turns; step += 1) {
    const reach = Math.sqrt(step) * 0.25;
    place = rounded({
      x: point.x + Math.cos(step * GOLDEN_ANGLE) * reach * SPACING.x,
      y: point.y + Math.sin(step * GOLDEN_ANGLE) * reach * SPACING.y,
    });
    if (taken.every((other) => areApart({ ...place, size }, other))) break;
  }
  return { ...place, size };
}

/** Whether neither the labels nor the nodes of two places touch at the first look. */
function areApart(a: Disc, b: Disc): boolean {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const labels = Math.hypot(dx / SPACING.x, dy / SPACING.y) >= 0.85;
  return labels && Math.hypot(dx, dy) >= NODE_RATIO * (a.size + b.size) + NODE_MARGIN;
}
