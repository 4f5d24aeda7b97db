import { MultiDirectedGraph } from 'graphology';
import type { Actor } from '../../graph-data/schema/index.ts';
import type { GraphEdge, GraphLevel, GraphNode, GraphReply } from '../contract/index.ts';
import type { Limited } from './limit.ts';
import type { Metrics } from './metrics.ts';
import { newestFirst, type EdgeDraft, type NodeDraft } from './projection.ts';
import type { Point, Skeleton } from './skeleton.ts';

type NodeAttributes = GraphNode['attributes'];
type EdgeAttributes = GraphEdge['attributes'];
type GraphAttributes = GraphReply['attributes'];
export type RecordGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;

/** Longest label of an agreement, event or statement, in characters. */
const LABEL_LENGTH = 160;

export interface Parts {
  readonly shown: Limited;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly skeleton: Skeleton;
  readonly metrics: Metrics;
  readonly positions: ReadonlyMap<string, Point>;
  readonly level: GraphLevel;
  readonly total: GraphAttributes['total'];
}

/** The graph that is sent: nodes and edges in key order. */
export function recordGraph(parts: Parts): RecordGraph {
  const { shown, level, total } = parts;
  const graph: RecordGraph = new MultiDirectedGraph();
  graph.replaceAttributes({ level, total, omitted: shown.omitted, reason: shown.reason });
  parts.skeleton.keys.forEach((key, i) => graph.addNode(key, nodeAttributes(key, i, parts)));
  const edges = [...shown.edges].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, edge] of edges)
    graph.addDirectedEdgeWithKey(key, edge.source, edge.target, edgeAttributes(edge));
  return graph;
}

function nodeAttributes(key: string, i: number, parts: Parts): NodeAttributes {
  const { metrics, positions, actors, shown } = parts;
  const draft = shown.nodes.get(key);
  const place = positions.get(key);
  if (!draft || !place) throw new Error(`the node ${key} has no draft or no place`);
  const figures = {
    x: place.x,
    y: place.y,
    degree: metrics.degree[i] ?? 0,
    betweenness: metrics.betweenness[i] ?? 0,
    pagerank: metrics.pagerank[i] ?? 0,
    community: metrics.community[i] ?? 0,
  };
  if (draft.type !== 'actor') return { type: draft.type, label: labelOf(draft), ...figures };
  const actor = actors.get(key);
  if (!actor) throw new Error(`a record names the actor ${key}, which the store does not hold`);
  return { type: 'actor', label: actor.name, kind: actor.kind, said: draft.said, ...figures };
}

function labelOf({ label }: NodeDraft): string {
  if (label.length <= LABEL_LENGTH) return label;
  return `${label.slice(0, LABEL_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function edgeAttributes(edge: EdgeDraft): EdgeAttributes {
  const { type, families, from, to, label, proposed, records } = edge;
  return { type, records: newestFirst(records), families, from, to, label, proposed };
}

/** graphology's own serialised form, in the shape that the contract promises. */
export function serialised(graph: RecordGraph): GraphReply {
  const { attributes, nodes, edges } = graph.export();
  return {
    attributes: attributes as GraphAttributes,
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: nodes as GraphReply['nodes'],
    edges: edges.map(({ key, source, target, attributes: its }) => ({
      key: key as string,
      source,
      target,
      attributes: its as EdgeAttributes,
    })),
  };
}
