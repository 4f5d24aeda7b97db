import {
  EDGE_KINDS,
  type EdgeKind,
  type GraphCell,
  type NodeKind,
  type PropertyType,
} from '../../store/store.ts';
import type { GraphNode, GraphRelationship } from './graph.ts';
import type { Value } from './value.ts';

/** A stored cell as a Cypher value of the property's type. */
export function valueOf(cell: GraphCell | undefined, type: PropertyType): Value {
  if (cell === null || cell === undefined) return null;
  if (type === 'integer') return BigInt(cell);
  if (type !== 'strings') return cell;
  const list = JSON.parse(String(cell)) as string[];
  return list.length > 0 ? list : null;
}

/** Reads all properties of one node or edge. */
export interface PropertyReader {
  readNode(key: number, kind: NodeKind): Map<string, Value>;
  readEdge(key: number, kind: EdgeKind): Map<string, Value>;
}

/** Properties read so far, and a way to read them all when another is asked for. */
abstract class StoreEntity {
  readonly key: number;
  protected readonly graph: PropertyReader;
  private known: Map<string, Value> | null = null;
  private whole = false;

  constructor(graph: PropertyReader, key: number) {
    this.graph = graph;
    this.key = key;
  }

  protected abstract readonly types: Readonly<Record<string, PropertyType>>;
  protected abstract readAll(): Map<string, Value>;

  /** Notes a property read along with the entity. */
  note(name: string, cell: GraphCell | undefined): void {
    if (!Object.hasOwn(this.types, name)) return;
    this.known ??= new Map();
    this.known.set(name, valueOf(cell, this.types[name] ?? 'string'));
  }

  property(name: string): Value {
    const value = this.known?.get(name);
    if (value !== undefined) return value;
    if (this.whole || !Object.hasOwn(this.types, name)) return null;
    return this.load().get(name) ?? null;
  }

  properties(): ReadonlyMap<string, Value> {
    return new Map([...this.load()].filter(([, value]) => value !== null));
  }

  private load(): Map<string, Value> {
    if (!this.whole) this.known = this.readAll();
    this.whole = true;
    return this.known ?? new Map();
  }
}

export class StoreNode extends StoreEntity implements GraphNode {
  readonly kind = 'node';
  private readonly nodeKind: NodeKind;
  private sublabel: string | null | undefined;

  constructor(graph: PropertyReader, key: number, nodeKind: NodeKind) {
    super(graph, key);
    this.nodeKind = nodeKind;
  }

  protected get types() {
    return this.nodeKind.properties;
  }

  protected readAll(): Map<string, Value> {
    return this.graph.readNode(this.key, this.nodeKind);
  }

  get id(): string {
    return String(this.property('id'));
  }

  get labels(): readonly string[] {
    const sublabel = this.readSublabel();
    return sublabel === null ? [this.nodeKind.label] : [this.nodeKind.label, sublabel];
  }

  hasLabel(label: string): boolean {
    return label === this.nodeKind.label || label === this.readSublabel();
  }

  private readSublabel(): string | null {
    if (this.sublabel !== undefined) return this.sublabel;
    const { sublabels } = this.nodeKind;
    const stored = Object.keys(sublabels).length > 0 ? this.property('kind') : null;
    this.sublabel = typeof stored === 'string' ? (sublabels[stored] ?? null) : null;
    return this.sublabel;
  }
}

export class StoreRelationship extends StoreEntity implements GraphRelationship {
  readonly kind = 'relationship';
  readonly start: GraphNode;
  readonly end: GraphNode;
  private readonly edgeKind: EdgeKind;

  constructor(
    graph: PropertyReader,
    key: number,
    edgeKind: EdgeKind,
    start: GraphNode,
    end: GraphNode,
  ) {
    super(graph, key);
    this.edgeKind = edgeKind;
    this.start = start;
    this.end = end;
  }

  protected get types() {
    return this.edgeKind.properties;
  }

  get type(): string {
    return this.edgeKind.type;
  }

  /** The record's own id where the edge is a record, else made of its ends and its place there. */
  get id(): string {
    const own = this.property('id');
    if (typeof own === 'string') return own;
    // Of one type several may run between the same ends: an actor takes part in two roles.
    const place = Math.floor(this.key / EDGE_KINDS);
    return `${this.start.id} ${this.type} ${this.end.id} ${place}`;
  }

  protected readAll(): Map<string, Value> {
    return this.graph.readEdge(this.key, this.edgeKind);
  }
}
