import type { AbstractGraph } from 'graphology-types';
import type {
  Expansion,
  GraphNode,
  GraphRelationship,
  PropertyGraph,
} from '../../../server/query/cypher/graph.ts';
import type { Value } from '../../../server/query/cypher/value.ts';

/** Attributes a graphology node must carry to be a Cypher node; others are not seen. */
export interface CypherNodeAttributes {
  readonly labels: readonly string[];
  readonly properties: ReadonlyMap<string, Value>;
}

export interface CypherEdgeAttributes {
  readonly type: string;
  readonly properties: ReadonlyMap<string, Value>;
}

type CypherGraph = AbstractGraph<CypherNodeAttributes, CypherEdgeAttributes>;

class GraphologyNode implements GraphNode {
  readonly kind = 'node';
  readonly key: string;
  private readonly attributes: CypherNodeAttributes;

  constructor(key: string, attributes: CypherNodeAttributes) {
    this.key = key;
    this.attributes = attributes;
  }

  get id(): string {
    return this.key;
  }

  get labels(): readonly string[] {
    return this.attributes.labels;
  }

  hasLabel(label: string): boolean {
    return this.attributes.labels.includes(label);
  }

  property(name: string): Value {
    return this.attributes.properties.get(name) ?? null;
  }

  properties(): ReadonlyMap<string, Value> {
    return this.attributes.properties;
  }
}

class GraphologyRelationship implements GraphRelationship {
  readonly kind = 'relationship';
  readonly key: string;
  readonly start: GraphNode;
  readonly end: GraphNode;
  private readonly attributes: CypherEdgeAttributes;

  constructor(key: string, attributes: CypherEdgeAttributes, start: GraphNode, end: GraphNode) {
    this.key = key;
    this.attributes = attributes;
    this.start = start;
    this.end = end;
  }

  get id(): string {
    return this.key;
  }

  get type(): string {
    return this.attributes.type;
  }

  property(name: string): Value {
    return this.attributes.properties.get(name) ?? null;
  }

  properties(): ReadonlyMap<string, Value> {
    return this.attributes.properties;
  }
}

/** A directed graphology graph (multi or not) as the Cypher engine sees it: the graph in hand. */
export class GraphologyGraph implements PropertyGraph {
  private readonly graph: CypherGraph;

  constructor(graph: CypherGraph) {
    this.graph = graph;
  }

  private node(key: string): GraphNode {
    return new GraphologyNode(key, this.graph.getNodeAttributes(key));
  }

  private edge(key: string): GraphRelationship {
    const [start, end] = this.graph.extremities(key);
    const attributes = this.graph.getEdgeAttributes(key);
    return new GraphologyRelationship(key, attributes, this.node(start), this.node(end));
  }

  *nodes(): Iterable<GraphNode> {
    for (const { node } of this.graph.nodeEntries()) yield this.node(node);
  }

  *nodesWithLabel(label: string): Iterable<GraphNode> {
    for (const node of this.nodes()) if (node.hasLabel(label)) yield node;
  }

  *relationships(types: readonly string[] | null): Iterable<GraphRelationship> {
    for (const { edge, attributes } of this.graph.edgeEntries()) {
      if (types === null || types.includes(attributes.type)) yield this.edge(edge);
    }
  }

  expand(node: GraphNode, { direction, types }: Expansion): Iterable<GraphRelationship> {
    const key = String(node.key);
    const out = direction === 'in' ? [] : this.graph.outEdges(key);
    const incoming = direction === 'out' ? [] : this.graph.inEdges(key);
    const again = incoming.filter((edge) => direction === 'in' || this.graph.source(edge) !== key);
    return [...out, ...again]
      .filter((edge) => types === null || types.includes(this.graph.getEdgeAttribute(edge, 'type')))
      .map((edge) => this.edge(edge));
  }

  countNodes(label: string | null): number {
    return label === null ? this.graph.order : [...this.nodesWithLabel(label)].length;
  }

  countRelationships(types: readonly string[] | null): number {
    return types === null ? this.graph.size : [...this.relationships(types)].length;
  }

  labels(): readonly string[] {
    return sorted([...this.nodes()].flatMap(({ labels }) => labels));
  }

  relationshipTypes(): readonly string[] {
    return sorted([...this.relationships(null)].map(({ type }) => type));
  }

  propertyKeys(): readonly string[] {
    const entities = [...this.nodes(), ...this.relationships(null)];
    return sorted(entities.flatMap((entity) => [...entity.properties().keys()]));
  }
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
