import forceAtlas2 from 'graphology-layout-forceatlas2';
import { MultiGraph } from 'graphology';
import type { Layout } from '../../state/console-answer.ts';

/** Rounds of ForceAtlas2 (Jacomy et al. 2014); an answer of 300 nodes settles within these. */
const ROUNDS = 300;

/** Half the width and height that the places are spread over, as those that the server gives. */
const WIDTH = 860;
const HEIGHT = 500;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Spreads places over the stage by rank as well as by distance, so that a dense core opens up. */
function spread(values: readonly number[], half: number): number[] {
  const order = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [order[0], order.at(-1)];
  const ranks = new Map(order.map((value, rank) => [value, rank]));
  return values.map((value) => {
    const far = high === low ? 0.5 : (value - low) / (high - low);
    const rank = order.length < 2 ? 0.5 : (ranks.get(value) ?? 0) / (order.length - 1);
    return half * (far + rank - 1);
  });
}

/** Places from a circle, in the order of the answer, so that the same answer is drawn the same. */
export const layout: Layout = (ids, ties) => {
  const graph = new MultiGraph<Place>();
  ids.forEach((id, i) => {
    const angle = (2 * Math.PI * i) / ids.length;
    const radius = 10 + (i % 7);
    graph.addNode(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
  for (const [from, to] of ties) if (from !== to) graph.addEdge(from, to);
  const places = forceAtlas2(graph, {
    iterations: ROUNDS,
    settings: { linLogMode: true, gravity: 1, scalingRatio: 4, slowDown: 4 },
  });
  const xs = spread(
    ids.map((id) => places[id]?.x ?? 0),
    WIDTH,
  );
  const ys = spread(
    ids.map((id) => places[id]?.y ?? 0),
    HEIGHT,
  );
  return new Map(ids.map((id, i) => [id, { x: xs[i] ?? 0, y: ys[i] ?? 0 }] as const));
};
