import { ActorId, ActorKind } from '../../graph-data/schema/index.ts';
import type {
  CypherNode,
  CypherRelationship,
  CypherReply,
  CypherValue,
} from '../../server/contract/cypher.ts';
import type { GraphEdge, GraphNode, GraphReply } from '../../server/contract/replies.ts';
import { isTagged, nodeLabel } from './console-values.ts';

/** Everything of an answer that can be drawn. */
export interface Drawable {
  readonly nodes: ReadonlyMap<string, CypherNode>;
  readonly edges: ReadonlyMap<string, CypherRelationship>;
}

/** Nodes and relationships anywhere in the rows: in lists, maps and paths too. */
export function drawable({ rows }: CypherReply): Drawable {
  const nodes = new Map<string, CypherNode>();
  const edges = new Map<string, CypherRelationship>();
  const visit = (value: CypherValue): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isTagged(value)) return;
    if (value.$type === 'node') nodes.set(value.id, value);
    else if (value.$type === 'relationship') edges.set(`${value.type} ${value.id}`, value);
    else if (value.$type === 'path') [...value.nodes, ...value.relationships].forEach(visit);
    else if (value.$type === 'map') value.entries.forEach(([, inner]) => visit(inner));
  };
  rows.forEach((row) => row.forEach(visit));
  return { nodes, edges };
}

type Place = { readonly x: number; readonly y: number };

const SHAPE: Readonly<Record<string, 'agreement' | 'event' | 'statement'>> = {
  Agreement: 'agreement',
  Event: 'event',
  Statement: 'statement',
};

const UNMEASURED = { betweenness: 0, pagerank: 0, community: 0 };

/** The node as the scene takes it; null for a document, which it does not draw. */
function sceneNode(node: CypherNode, place: Place, said: number, degree: number) {
  const label = nodeLabel(node).replace(/^(.{60}\S*)\s.*$/s, '$1 …');
  const common = { label, ...place, degree, ...UNMEASURED };
  if (node.labels.includes('Actor'))
    return {
      key: ActorId.parse(node.id),
      attributes: {
        type: 'actor' as const,
        kind: ActorKind.catch('group').parse(node.properties['kind']),
        said,
        ...common,
      },
    };
  const type = node.labels.map((name) => SHAPE[name]).find((shape) => shape !== undefined);
  return type === undefined ? null : { key: node.id, attributes: { type, ...common } };
}

const TIE: Readonly<Record<string, GraphEdge['attributes']['type']>> = {
  MADE: 'made',
  ABOUT: 'about',
  ADDRESSED_TO: 'addressed',
  PARTY_TO: 'party',
  SIGNED: 'signed',
  TOOK_PART: 'took-part',
};

/** The record that says so: the tie itself, or the statement, agreement or event at one end. */
function behind({ id, start, end }: CypherRelationship): string {
  return [id, start, end].find((one) => CLAIM_ID.test(one)) ?? start;
}

const CLAIM_ID = /^(?:rel|stmt|agr|evt):[a-z0-9-]+$/;

function sceneEdge(edge: CypherRelationship): GraphEdge {
  return {
    key: `${edge.type} ${edge.id}`,
    source: edge.start,
    target: edge.end,
    attributes: {
      type: TIE[edge.type] ?? 'relation',
      records: [behind(edge)],
      families: { states: 0, commits: 0, confronts: 0 },
      from: null,
      to: null,
      label: edge.type.toLowerCase().replaceAll('_', ' '),
      proposed: edge.properties['status'] === 'proposed',
    },
  };
}

/** Gives every node a place; see `layout` in panels/console. */
export type Layout = (
  ids: readonly string[],
  ties: readonly (readonly [from: string, to: string])[],
) => ReadonlyMap<string, Place>;

/** Most nodes of an answer that are drawn; the table has them all. */
const DRAWN = 300;

/** The answer as a graph in the words of the API, and how many nodes it leaves out. */
export function graphOf({ nodes, edges }: Drawable, layout: Layout): GraphReply {
  const shown = [...nodes.values()].filter(({ labels }) => !labels.includes('Document'));
  const kept = shown.slice(0, DRAWN);
  const ids = new Set(kept.map(({ id }) => id));
  const ties = [...edges.values()].filter(({ start, end }) => ids.has(start) && ids.has(end));
  const places = layout(
    [...ids],
    ties.map(({ start, end }) => [start, end] as const),
  );
  const drawn = kept.flatMap((node): GraphNode[] => {
    const made = ties.filter(({ type, start }) => type === 'MADE' && start === node.id).length;
    const degree = ties.filter(({ start, end }) => start === node.id || end === node.id).length;
    const scene = sceneNode(node, places.get(node.id) ?? { x: 0, y: 0 }, made, degree);
    return scene === null ? [] : [scene as GraphNode];
  });
  return {
    attributes: {
      level: 'statements',
      total: { nodes: nodes.size, edges: edges.size, statements: 0 },
      omitted: { nodes: nodes.size - drawn.length, edges: edges.size - ties.length },
      reason:
        nodes.size > drawn.length ? 'documents and what is beyond the limit are not drawn' : null,
    },
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    nodes: drawn,
    edges: ties.map(sceneEdge),
  };
}
