import forceAtlas2 from 'graphology-layout-forceatlas2';
import { MultiGraph } from 'graphology';
import type { Layout } from '../../state/console-answer.ts';

/** Rounds of ForceAtlas2 (Jacomy et al. 2014); an answer of 300 nodes settles within these. */
const ROUNDS = 260;

/** Places from a circle, in the order of the answer, so that the same answer is drawn the same. */
export const layout: Layout = (ids, ties) => {
  const graph = new MultiGraph<{ x: number; y: number }>();
  ids.forEach((id, i) => {
    const angle = (2 * Math.PI * i) / ids.length;
    const radius = 10 + (i % 7);
    graph.addNode(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
  for (const [from, to] of ties) if (from !== to) graph.addEdge(from, to);
  forceAtlas2.assign(graph, {
    iterations: ROUNDS,
    settings: { gravity: 1.2, scalingRatio: 12, strongGravityMode: false, slowDown: 3 },
  });
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }] as const));
};
