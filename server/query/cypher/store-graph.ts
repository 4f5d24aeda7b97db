import type {
  EdgeKind,
  Element,
  GraphCell,
  GraphConstant,
  GraphQuery,
  GraphRequest,
  NodeKind,
  PropertyType,
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
  PatternCondition,
  PatternGrouping,
  PatternMatch,
  PatternRequest,
  PropertyGraph,
} from './graph.ts';
import { StoreNode, StoreRelationship, valueOf } from './store-entities.ts';
import type { PropertyReader } from './store-entities.ts';
import type { Value } from './value.ts';
import { isList } from './value.ts';

const anyNode = { labels: [], keys: null } as const;

/** The record as the Cypher engine sees it: every question becomes one request to the store. */
export class StoreGraph implements PropertyGraph, PropertyReader {
  private readonly record: RecordGraph;
  private readonly asked = new WeakMap<object, GraphQuery | null>();
  private readonly nodeKinds = new Map<number, NodeKind>();
  private readonly edgeKinds = new Map<number, EdgeKind>();

  constructor(record: RecordGraph) {
    this.record = record;
    for (const kind of record.nodeKinds) this.nodeKinds.set(kind.code, kind);
    for (const kind of record.edgeKinds) this.edgeKinds.set(kind.code, kind);
  }

  private node(key: number): StoreNode {
    const kind = this.nodeKinds.get(key % NODE_KINDS);
    if (!kind) throw new Error(`No kind of node has the key ${key}.`);
    return new StoreNode(this, key, kind);
  }

  private edge(key: number, start: GraphNode, end: GraphNode): StoreRelationship {
    const kind = this.edgeKinds.get(key % EDGE_KINDS);
    if (!kind) throw new Error(`No kind of edge has the key ${key}.`);
    return new StoreRelationship(this, key, kind, start, end);
  }

  private rows(request: Partial<GraphRequest>): Iterable<readonly GraphCell[]> {
    const whole = { nodes: [], edges: [], distinct: [], conditions: [], cells: [], ...request };
    const query = this.record.match(whole);
    if (!query) throw new Error('The store cannot answer a request of one element.');
    return query([]);
  }

  readNode(key: number, kind: NodeKind): Map<string, Value> {
    const request = { nodes: [{ labels: [kind.label], keys: [key] }] };
    return this.readProperties(request, { node: 0 }, kind.properties);
  }

  readEdge(key: number, kind: EdgeKind): Map<string, Value> {
    const ends = { from: 0, to: 1, undirected: false };
    const edge = { types: [kind.type], keys: [key], ...ends };
    const request = { nodes: [anyNode, anyNode], edges: [edge] };
    return this.readProperties(request, { edge: 0 }, kind.properties);
  }

  private readProperties(
    request: Partial<GraphRequest>,
    of: Element,
    types: Readonly<Record<string, PropertyType>>,
  ): Map<string, Value> {
    const names = Object.keys(types);
    if (names.length === 0) return new Map();
    const cells = names.map((property) => ({ of, read: { property } }));
    const [row = []] = [...this.rows({ ...request, cells })];
    return new Map(names.map((name, i) => [name, valueOf(row[i], types[name] ?? 'string')]));
  }

  private *nodesFrom(request: Partial<GraphRequest>): Iterable<GraphNode> {
    const cells: RequestedCell[] = [{ of: { node: 0 }, read: 'key' }];
    for (const [key] of this.rows({ ...request, cells })) yield this.node(Number(key));
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
    const of = { node: 0 };
    const condition = { of, property, operator: '=' as const, value: stored, late: null };
    const labels = label === null ? [] : [label];
    return this.nodesFrom({ nodes: [{ labels, keys: null }], conditions: [condition] });
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
    const found = new Map<GraphNode['key'], { node: GraphNode; list: GraphRelationship[] }>();
    for (const node of nodes) if (!found.has(node.key)) found.set(node.key, { node, list: [] });
    if (direction !== 'in') this.expandOneWay(found, types, 'out');
    if (direction !== 'out') this.expandOneWay(found, types, 'in', direction === 'both');
    return nodes.map(({ key }) => found.get(key)?.list ?? []);
  }

  private expandOneWay(
    found: Map<GraphNode['key'], { node: GraphNode; list: GraphRelationship[] }>,
    types: readonly string[] | null,
    direction: 'out' | 'in',
    withoutLoops = false,
  ): void {
    const keys = [...found.keys()].map(Number);
    const [from, to] = direction === 'out' ? [0, 1] : [1, 0];
    const edges = [{ types, from, to, undirected: false, keys: null }];
    const nodes = [{ labels: [], keys }, anyNode];
    for (const [key, edge, other] of this.rows({ nodes, edges, cells: edgeCells })) {
      const here = found.get(Number(key));
      if (!here || (withoutLoops && key === other)) continue;
      const there = this.node(Number(other));
      const ends = direction === 'out' ? [here.node, there] : [there, here.node];
      here.list.push(this.edge(Number(edge), ends[0] as GraphNode, ends[1] as GraphNode));
    }
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

  matchPattern(pattern: PatternRequest, parameters: Parameters): Iterable<PatternMatch> | null {
    const query = this.once(pattern, () => this.queryOf(pattern));
    return query && this.matches(query(lateValues(pattern, parameters)), pattern);
  }

  /** A question asked while planning is asked again at every run: its SQL is made once. */
  private once(asked: object, ask: () => GraphQuery | null): GraphQuery | null {
    const known = this.asked.get(asked);
    if (known !== undefined) return known;
    const query = ask();
    this.asked.set(asked, query);
    return query;
  }

  private queryOf(pattern: PatternRequest): GraphQuery | null {
    const base = this.requestOf(pattern);
    if (!base) return null;
    const cells: RequestedCell[] = [
      ...pattern.nodes.map((_, node) => ({ of: { node }, read: 'key' as const })),
      ...pattern.edges.flatMap((_, edge) => [
        { of: { edge }, read: 'key' as const },
        { of: { edge }, read: 'forward' as const },
      ]),
      ...pattern.reads.map(({ of, property }) => ({ of, read: { property } })),
    ];
    const { order, limit } = pattern;
    return this.record.match({ ...base, cells }, { order, limit });
  }

  private *matches(
    rows: Iterable<readonly GraphCell[]>,
    { nodes, edges, reads }: PatternRequest,
  ): Iterable<PatternMatch> {
    const [firstEdge, firstRead] = [nodes.length, nodes.length + 2 * edges.length];
    for (const row of rows) {
      const found = nodes.map((_, i) => this.node(Number(row[i])));
      const relationships = edges.map((edge, i) => {
        const forward = row[firstEdge + 2 * i + 1] === 1;
        const ends =
          forward === (edge.direction !== 'in') ? [edge.from, edge.to] : [edge.to, edge.from];
        const [start, end] = ends.map((place) => found[place] as GraphNode);
        return this.edge(Number(row[firstEdge + 2 * i]), start as GraphNode, end as GraphNode);
      });
      reads.forEach(({ of, property }, i) => {
        const entity = 'node' in of ? found[of.node] : relationships[of.edge];
        entity?.note(property, row[firstRead + i]);
      });
      yield { nodes: found, relationships };
    }
  }

  readPattern(
    pattern: PatternRequest,
    cells: readonly PatternCell[],
    parameters: Parameters,
  ): Iterable<Value[]> | null {
    const query = this.once(cells, () => {
      const base = this.requestOf(pattern);
      const { order, limit } = pattern;
      return base && this.record.match({ ...base, cells: cells.map(cellOf) }, { order, limit });
    });
    return query && this.cellValues(query(lateValues(pattern, parameters)), cells, 0);
  }

  countPattern(
    pattern: PatternRequest,
    grouping: PatternGrouping,
    parameters: Parameters,
  ): Iterable<Value[]> | null {
    const query = this.once(grouping, () => this.groupsOf(pattern, grouping));
    const { keys, counts } = grouping;
    return query && this.cellValues(query(lateValues(pattern, parameters)), keys, counts.length);
  }

  private groupsOf(pattern: PatternRequest, grouping: PatternGrouping): GraphQuery | null {
    const base = this.requestOf(pattern);
    if (!base) return null;
    const counted = grouping.counts.flatMap(({ cell }) => (cell ? [cell] : []));
    let place = grouping.keys.length;
    const counts = grouping.counts.map(({ cell, distinct }) => ({
      cell: cell ? place++ : null,
      distinct,
    }));
    return this.record.group(
      { ...base, cells: [...grouping.keys, ...counted].map(cellOf) },
      { keys: grouping.keys.length, counts, order: grouping.order, limit: grouping.limit },
    );
  }

  /** Rows whose first columns are cells and whose next ones count; any further ones only sort. */
  private *cellValues(
    rows: Iterable<readonly GraphCell[]>,
    cells: readonly PatternCell[],
    counts: number,
  ): Iterable<Value[]> {
    const readers = cells.map(({ of, property }): ((cell: GraphCell | undefined) => Value) => {
      if (property === null) return (cell) => this.node(Number(cell));
      const type = this.typeOf(of, property);
      return (cell) => valueOf(cell, type);
    });
    for (let i = 0; i < counts; i += 1) readers.push((cell) => BigInt(cell ?? 0));
    for (const row of rows) yield readers.map((read, i) => read(row[i]));
  }

  /** The type of a property over all kinds that have it; kinds agree on a name's type. */
  private typeOf(of: Element, property: string): PropertyType {
    const kinds = 'node' in of ? this.record.nodeKinds : this.record.edgeKinds;
    const kind = kinds.find(({ properties }) => Object.hasOwn(properties, property));
    return kind?.properties[property] ?? 'string';
  }

  /** The request behind a pattern; null where a value is of a type that nothing stored has. */
  private requestOf(pattern: PatternRequest): Omit<GraphRequest, 'cells'> | null {
    const conditions = pattern.conditions.map((condition, place) => {
      const { of, property, operator, value, late } = condition;
      const stored = storedConstant(condition, value);
      return stored === null
        ? null
        : { of, property, operator, value: stored, late: late ? place : null };
    });
    if (conditions.includes(null)) return null;
    return {
      nodes: pattern.nodes.map(({ labels }) => ({ labels, keys: null })),
      edges: pattern.edges.map(({ direction, types, from, to }) => ({
        types,
        from: direction === 'in' ? to : from,
        to: direction === 'in' ? from : to,
        undirected: direction === 'both',
        keys: null,
      })),
      distinct: pattern.distinct,
      conditions: conditions.filter((condition) => condition !== null),
    };
  }
}

const edgeCells: readonly RequestedCell[] = [
  { of: { node: 0 }, read: 'key' },
  { of: { edge: 0 }, read: 'key' },
  { of: { node: 1 }, read: 'key' },
];

function oneEdge(types: readonly string[]): Partial<GraphRequest> {
  const edge = { types, from: 0, to: 1, undirected: false, keys: null };
  return { nodes: [anyNode, anyNode], edges: [edge] };
}

function cellOf({ of, property }: PatternCell): RequestedCell {
  return { of, read: property === null ? 'key' : { property } };
}

function storedConstant({ operator }: PatternCondition, value: Value): GraphConstant | null {
  return operator === 'in' ? storedList(value) : storedValue(value);
}

/** What the late conditions of a pattern compare with in this run, each at its own place. */
function lateValues({ conditions }: PatternRequest, parameters: Parameters): GraphConstant[] {
  return conditions.map((condition) => {
    if (!condition.late) return '';
    const stored = storedConstant(condition, condition.late(parameters));
    if (stored !== null) return stored;
    throw new Error('A plan was kept for parameters of other types.');
  });
}

function storedValue(value: Value): string | number | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'bigint') return null;
  return Number.isSafeInteger(Number(value)) ? Number(value) : null;
}

function storedList(value: Value): (string | number)[] | null {
  if (!isList(value)) return null;
  const items = value.filter((item) => item !== null).map(storedValue);
  return items.includes(null) ? null : items.filter((item) => item !== null);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
