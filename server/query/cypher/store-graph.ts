import type {
  EdgeKind,
  Element,
  GraphCell,
  GraphQuery,
  GraphRequest,
  NodeKind,
  RecordGraph,
  RequestedCell,
} from '../../store/store.ts';
import { EDGE_KINDS, NODE_KINDS } from '../../store/store.ts';
import type {
  Expansion,
  GraphNode,
  GraphRelationship,
  Parameters,
  PatternCell,
  PatternGrouping,
  PatternMatch,
  PatternRequest,
  PropertyGraph,
} from './graph.ts';
import { StoreNode, StoreRelationship, valueOf } from './store-entities.ts';
import type { PropertyReader } from './store-entities.ts';
import type { EntityMaker } from './store-patterns.ts';
import { StorePatterns, storedValue } from './store-patterns.ts';
import type { Value } from './value.ts';

/** Queries for given keys that are kept; types can be combined in very many ways. */
const MAX_KEPT = 200;

const anyNode = { labels: [], keys: null } as const;

/** The record as the Cypher engine sees it: every question becomes one request to the store. */
export class StoreGraph implements PropertyGraph, PropertyReader, EntityMaker {
  private readonly record: RecordGraph;
  private readonly patterns: StorePatterns;
  /** Requests for given keys, made ready once: what is read of a kind, or how nodes expand. */
  private readonly kept = new Map<string, GraphQuery>();
  private readonly nodeKinds = new Map<number, NodeKind>();
  private readonly edgeKinds = new Map<number, EdgeKind>();

  constructor(record: RecordGraph) {
    this.record = record;
    this.patterns = new StorePatterns(record, this);
    for (const kind of record.nodeKinds) this.nodeKinds.set(kind.code, kind);
    for (const kind of record.edgeKinds) this.edgeKinds.set(kind.code, kind);
  }

  node(key: number): StoreNode {
    const kind = this.nodeKinds.get(key % NODE_KINDS);
    if (!kind) throw new Error(`No kind of node has the key ${key}.`);
    return new StoreNode(this, key, kind);
  }

  edge(key: number, start: GraphNode, end: GraphNode): StoreRelationship {
    const kind = this.edgeKinds.get(key % EDGE_KINDS);
    if (!kind) throw new Error(`No kind of edge has the key ${key}.`);
    return new StoreRelationship(this, key, kind, start, end);
  }

  private query(request: Partial<GraphRequest>): GraphQuery {
    const whole = { nodes: [], edges: [], distinct: [], conditions: [], cells: [], ...request };
    const query = this.record.match(whole);
    if (!query) throw new Error('The store cannot answer a request of one element.');
    return query;
  }

  private rows(request: Partial<GraphRequest>): Iterable<readonly GraphCell[]> {
    return this.query(request)([]);
  }

  /** The query of a name, made ready when it is first asked. */
  private keptQuery(name: string, request: () => Partial<GraphRequest>): GraphQuery {
    const known = this.kept.get(name);
    if (known) return known;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const query = this.query(request());
    this.kept.set(name, query);
    return query;
  }

  readNode(key: number, kind: NodeKind): Map<string, Value> {
    const query = this.keptQuery(`node ${kind.code}`, () => ({
      nodes: [{ labels: [kind.label], keys: oneKey }],
      cells: propertyCells({ node: 0 }, kind),
    }));
    return readProperties(query, key, kind);
  }

  readEdge(key: number, kind: EdgeKind): Map<string, Value> {
    const ends = { from: 0, to: 1, undirected: false };
    const query = this.keptQuery(`edge ${kind.code}`, () => ({
      nodes: [{ labels: [kind.from], keys: null }, anyNode],
      edges: [{ types: [kind.type], keys: oneKey, ...ends }],
      cells: propertyCells({ edge: 0 }, kind),
    }));
    return readProperties(query, key, kind);
  }

  private nodesFrom(request: Partial<GraphRequest>): Iterable<GraphNode> {
    return this.nodesOf(this.rows({ ...request, cells: nodeKey }));
  }

  private *nodesOf(rows: Iterable<readonly GraphCell[]>): Iterable<GraphNode> {
    for (const [key] of rows) yield this.node(Number(key));
  }

  nodes(): Iterable<GraphNode> {
    return this.nodesFrom({ nodes: [anyNode] });
  }

  nodesWithLabel(label: string): Iterable<GraphNode> {
    return this.nodesFrom({ nodes: [{ labels: [label], keys: null }] });
  }

  propertyIndex(label: string | null, property: string): number | null {
    const kinds = this.record.nodeKinds.filter(
      (kind) =>
        label === null || kind.label === label || Object.values(kind.sublabels).includes(label),
    );
    const sizes = kinds.map(({ indexes }) =>
      Object.hasOwn(indexes, property) ? (indexes[property] ?? null) : null,
    );
    if (sizes.length === 0 || sizes.includes(null)) return null;
    return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  }

  nodesWithProperty(label: string | null, property: string, value: Value): Iterable<GraphNode> {
    const stored = storedValue(value);
    if (stored === null) return [];
    const query = this.keptQuery(JSON.stringify([label, property, typeof stored]), () => {
      const of = { node: 0 };
      const labels = label === null ? [] : [label];
      return {
        nodes: [{ labels, keys: null }],
        conditions: [{ of, property, operator: '=', value: stored, late: 0 }],
        cells: nodeKey,
      };
    });
    return this.nodesOf(query([stored]));
  }

  *relationships(types: readonly string[] | null): Iterable<GraphRelationship> {
    const edge = { types, from: 0, to: 1, undirected: false, keys: null };
    for (const [from, key, to] of this.rows({
      nodes: [anyNode, anyNode],
      edges: [edge],
      cells: edgeCells,
    })) {
      yield this.edge(Number(key), this.node(Number(from)), this.node(Number(to)));
    }
  }

  expand(node: GraphNode, expansion: Expansion): Iterable<GraphRelationship> {
    return this.expandAll([node], expansion)[0] ?? [];
  }

  expandAll(
    nodes: readonly GraphNode[],
    { direction, types }: Expansion,
  ): readonly (readonly GraphRelationship[])[] {
    const found: Expanded = new Map();
    for (const node of nodes) if (!found.has(node.key)) found.set(node.key, { node, list: [] });
    if (direction !== 'in') this.expandOneWay(found, types, 'out');
    if (direction !== 'out') this.expandOneWay(found, types, 'in', direction === 'both');
    return nodes.map(({ key }) => found.get(key)?.list ?? []);
  }

  private expandOneWay(
    found: Expanded,
    types: readonly string[] | null,
    direction: 'out' | 'in',
    withoutLoops = false,
  ): void {
    for (const [code, keys] of byKind(found.keys())) {
      const rows = this.expansionQuery(code, types, direction, keys.length > 1);
      for (const [key, edge, other] of rows([keys.length > 1 ? keys : (keys[0] ?? 0)])) {
        const here = found.get(Number(key));
        if (!here || (withoutLoops && key === other)) continue;
        const there = this.node(Number(other));
        const [start, end] = direction === 'out' ? [here.node, there] : [there, here.node];
        here.list.push(this.edge(Number(edge), start, end));
      }
    }
  }

  /** How nodes of a kind expand: the same query for every node, or every list of them. */
  private expansionQuery(
    code: number,
    types: readonly string[] | null,
    direction: 'out' | 'in',
    many: boolean,
  ): GraphQuery {
    const name = JSON.stringify([code, direction, many, types]);
    return this.keptQuery(name, () => {
      const [from, to] = direction === 'out' ? [0, 1] : [1, 0];
      const labels = [this.nodeKinds.get(code)?.label ?? ''];
      const nodes = [{ labels, keys: { late: 0, many } }, anyNode];
      return {
        nodes,
        edges: [{ types, from, to, undirected: false, keys: null }],
        cells: edgeCells,
      };
    });
  }

  countNodes(label: string | null): number {
    return this.record.countNodes(label);
  }

  countRelationships(types: readonly string[] | null): number {
    if (types === null) return this.record.countEdges(null);
    return types.reduce((sum, type) => sum + this.record.countEdges(type), 0);
  }

  labels(): readonly string[] {
    const all = this.record.nodeKinds.flatMap(({ label, sublabels }) => [
      label,
      ...Object.values(sublabels),
    ]);
    return sorted(all.filter((label) => this.has({ nodes: [{ labels: [label], keys: null }] })));
  }

  relationshipTypes(): readonly string[] {
    const all = this.record.edgeKinds.map(({ type }) => type);
    return sorted(all.filter((type) => this.has(oneEdge([type]))));
  }

  propertyKeys(): readonly string[] {
    const nodeKeys = this.record.nodeKinds.flatMap(({ label, properties }) =>
      Object.keys(properties).filter((name) =>
        this.hasProperty({ nodes: [{ labels: [label], keys: null }] }, { node: 0 }, name),
      ),
    );
    const edgeKeys = this.record.edgeKinds.flatMap(({ type, properties }) =>
      Object.keys(properties).filter((name) =>
        this.hasProperty(oneEdge([type]), { edge: 0 }, name),
      ),
    );
    return sorted([...nodeKeys, ...edgeKeys]);
  }

  private has(request: Partial<GraphRequest>): boolean {
    for (const _ of this.rows(request)) return true;
    return false;
  }

  private hasProperty(request: Partial<GraphRequest>, of: Element, property: string): boolean {
    for (const [cell] of this.rows({ ...request, cells: [{ of, read: { property } }] })) {
      if (cell !== null && cell !== '[]') return true;
    }
    return false;
  }

  statistics(): string {
    return this.record.statistics();
  }

  matchPattern(request: PatternRequest, parameters: Parameters): Iterable<PatternMatch> | null {
    return this.patterns.match(request, parameters);
  }

  readPattern(
    request: PatternRequest,
    cells: readonly PatternCell[],
    parameters: Parameters,
  ): Iterable<Value[]> | null {
    return this.patterns.read(request, cells, parameters);
  }

  countPattern(
    request: PatternRequest,
    grouping: PatternGrouping,
    parameters: Parameters,
  ): Iterable<Value[]> | null {
    return this.patterns.count(request, grouping, parameters);
  }
}

const nodeKey: readonly RequestedCell[] = [{ of: { node: 0 }, read: 'key' }];

const edgeCells: readonly RequestedCell[] = [
  { of: { node: 0 }, read: 'key' },
  { of: { edge: 0 }, read: 'key' },
  { of: { node: 1 }, read: 'key' },
];

const oneKey = { late: 0, many: false } as const;

type Expanded = Map<GraphNode['key'], { node: GraphNode; list: GraphRelationship[] }>;

/** Keys by the code of their kind. */
function byKind(keys: Iterable<GraphNode['key']>): Map<number, number[]> {
  const kinds = new Map<number, number[]>();
  for (const key of keys) {
    const code = Number(key) % NODE_KINDS;
    const known = kinds.get(code);
    if (known) known.push(Number(key));
    else kinds.set(code, [Number(key)]);
  }
  return kinds;
}

function propertyCells(of: Element, { properties }: NodeKind | EdgeKind): RequestedCell[] {
  return Object.keys(properties).map((property) => ({ of, read: { property } }));
}

function readProperties(
  query: GraphQuery,
  key: number,
  { properties }: NodeKind | EdgeKind,
): Map<string, Value> {
  const names = Object.keys(properties);
  if (names.length === 0) return new Map();
  const [row = []] = [...query([key])];
  return new Map(names.map((name, i) => [name, valueOf(row[i], properties[name] ?? 'string')]));
}

function oneEdge(types: readonly string[]): Partial<GraphRequest> {
  const edge = { types, from: 0, to: 1, undirected: false, keys: null };
  return { nodes: [anyNode, anyNode], edges: [edge] };
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
