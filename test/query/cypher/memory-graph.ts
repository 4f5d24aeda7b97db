import type {
  Expansion,
  GraphNode,
  GraphRelationship,
  PropertyGraph,
} from '../../../server/query/cypher/graph.ts';
import type { Value } from '../../../server/query/cypher/value.ts';

class MemoryNode implements GraphNode {
  readonly kind = 'node';
  readonly key: number;
  readonly labels: readonly string[];
  readonly out: GraphRelationship[] = [];
  readonly in: GraphRelationship[] = [];
  private readonly map: ReadonlyMap<string, Value>;

  constructor(key: number, labels: readonly string[], map: ReadonlyMap<string, Value>) {
    this.key = key;
    this.labels = labels;
    this.map = map;
  }

  get id(): string {
    return `n${this.key}`;
  }

  hasLabel(label: string): boolean {
    return this.labels.includes(label);
  }

  property(name: string): Value {
    return this.map.get(name) ?? null;
  }

  properties(): ReadonlyMap<string, Value> {
    return this.map;
  }
}

class MemoryRelationship implements GraphRelationship {
  readonly kind = 'relationship';
  readonly key: number;
  readonly type: string;
  readonly start: MemoryNode;
  readonly end: MemoryNode;
  private readonly map: ReadonlyMap<string, Value>;

  constructor(
    key: number,
    type: string,
    start: MemoryNode,
    end: MemoryNode,
    map: ReadonlyMap<string, Value>,
  ) {
    this.key = key;
    this.type = type;
    this.start = start;
    this.end = end;
    this.map = map;
  }

  get id(): string {
    return `r${this.key}`;
  }

  property(name: string): Value {
    return this.map.get(name) ?? null;
  }

  properties(): ReadonlyMap<string, Value> {
    return this.map;
  }
}

function withoutNulls(map: Iterable<readonly [string, Value]>): Map<string, Value> {
  return new Map([...map].filter(([, value]) => value !== null));
}

function isOfType(relationship: GraphRelationship, types: readonly string[] | null): boolean {
  return types === null || types.includes(relationship.type);
}

/**
 * The plainest PropertyGraph: objects in arrays, no index but labels; the oracle that other
 * implementations are compared with.
 */
export class MemoryGraph implements PropertyGraph {
  private readonly all: MemoryNode[] = [];
  private readonly edges: MemoryRelationship[] = [];

  addNode(labels: readonly string[], properties: Iterable<readonly [string, Value]>): GraphNode {
    const node = new MemoryNode(this.all.length, [...new Set(labels)], withoutNulls(properties));
    this.all.push(node);
    return node;
  }

  addRelationship(
    type: string,
    start: GraphNode,
    end: GraphNode,
    properties: Iterable<readonly [string, Value]>,
  ): GraphRelationship {
    if (!(start instanceof MemoryNode) || !(end instanceof MemoryNode)) {
      throw new TypeError('Both ends must be nodes of this graph.');
    }
    const map = withoutNulls(properties);
    const edge = new MemoryRelationship(this.edges.length, type, start, end, map);
    this.edges.push(edge);
    start.out.push(edge);
    end.in.push(edge);
    return edge;
  }

  nodes(): Iterable<GraphNode> {
    return this.all;
  }

  nodesWithLabel(label: string): Iterable<GraphNode> {
    return this.all.filter((node) => node.labels.includes(label));
  }

  relationships(types: readonly string[] | null): Iterable<GraphRelationship> {
    return this.edges.filter((edge) => isOfType(edge, types));
  }

  expand(node: GraphNode, { direction, types }: Expansion): Iterable<GraphRelationship> {
    if (!(node instanceof MemoryNode)) return [];
    const found = direction === 'in' ? [] : node.out;
    const incoming = node.in.filter((edge) => direction === 'in' || edge.start !== node);
    const edges = direction === 'out' ? found : [...found, ...incoming];
    return edges.filter((edge) => isOfType(edge, types));
  }

  countNodes(label: string | null): number {
    return label === null ? this.all.length : [...this.nodesWithLabel(label)].length;
  }

  countRelationships(types: readonly string[] | null): number {
    return [...this.relationships(types)].length;
  }

  labels(): readonly string[] {
    return sorted(this.all.flatMap(({ labels }) => labels));
  }

  relationshipTypes(): readonly string[] {
    return sorted(this.edges.map(({ type }) => type));
  }

  propertyKeys(): readonly string[] {
    const entities = [...this.all, ...this.edges];
    return sorted(entities.flatMap((entity) => [...entity.properties().keys()]));
  }
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
