import type { GraphNode, GraphRelationship } from '../../server/query/cypher/graph.ts';
import { MemoryGraph } from '../query/cypher/memory-graph.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { isList, isMap, isNode, isPath, isRelationship } from '../../server/query/cypher/value.ts';

interface Thing {
  readonly properties: Map<string, Value>;
}

interface NodeDraft extends Thing {
  readonly labels: Set<string>;
}

interface RelationshipDraft extends Thing {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export type Entity = GraphNode | GraphRelationship;

/**
 * A graph that can be written, for the setup of scenarios. Nodes and relationships keep their
 * number whatever is deleted around them; `graph()` gives the graph as it stands, and `renewed`
 * finds in it what a value meant before.
 */
export class SetupGraph {
  private readonly nodes = new Map<number, NodeDraft>();
  private readonly relationships = new Map<number, RelationshipDraft>();
  private next = 0;
  private made: {
    graph: MemoryGraph;
    found: Map<number, Entity>;
    ids: Map<string, number>;
  } | null = null;

  /** Adds a node and gives its number. */
  addNode(labels: Iterable<string>, properties: Iterable<readonly [string, Value]>): number {
    this.made = null;
    this.nodes.set(this.next, { labels: new Set(labels), properties: new Map(properties) });
    return this.next++;
  }

  addRelationship(
    type: string,
    [start, end]: readonly [number, number],
    properties: Iterable<readonly [string, Value]>,
  ): number {
    this.made = null;
    this.relationships.set(this.next, { type, start, end, properties: new Map(properties) });
    return this.next++;
  }

  private thing(number: number): Thing | undefined {
    return this.nodes.get(number) ?? this.relationships.get(number);
  }

  setProperty(number: number, name: string, value: Value): void {
    this.made = null;
    if (value === null) this.thing(number)?.properties.delete(name);
    else this.thing(number)?.properties.set(name, value);
  }

  clearProperties(number: number): void {
    this.made = null;
    this.thing(number)?.properties.clear();
  }

  setLabel(number: number, label: string, present: boolean): void {
    this.made = null;
    const labels = this.nodes.get(number)?.labels;
    if (present) labels?.add(label);
    else labels?.delete(label);
  }

  /** Removes a relationship, or a node with its relationships. */
  remove(number: number): void {
    this.made = null;
    this.relationships.delete(number);
    if (!this.nodes.delete(number)) return;
    for (const [key, { start, end }] of this.relationships) {
      if (start === number || end === number) this.relationships.delete(key);
    }
  }

  private build() {
    const graph = new MemoryGraph();
    const found = new Map<number, Entity>();
    const ids = new Map<string, number>();
    for (const [number, { labels, properties }] of this.nodes) {
      const node = graph.addNode([...labels], properties);
      found.set(number, node);
      ids.set(node.id, number);
    }
    for (const [number, { type, start, end, properties }] of this.relationships) {
      const ends = [found.get(start), found.get(end)] as [GraphNode, GraphNode];
      const edge = graph.addRelationship(type, ...ends, properties);
      found.set(number, edge);
      ids.set(edge.id, number);
    }
    return { graph, found, ids };
  }

  graph(): MemoryGraph {
    this.made ??= this.build();
    return this.made.graph;
  }

  /** The number of an entity of the graph as it last stood. */
  numberOf(entity: Entity): number {
    this.made ??= this.build();
    const number = this.made.ids.get(entity.id);
    if (number === undefined) throw new Error(`${entity.id} was deleted.`);
    return number;
  }

  entity(number: number): Entity | null {
    this.made ??= this.build();
    return this.made.found.get(number) ?? null;
  }

  /** Turns entities into numbers that outlast writing; give the result to `renewed` afterwards. */
  frozen(value: Value): Frozen {
    if (isNode(value) || isRelationship(value)) return { number: this.numberOf(value) };
    if (isList(value)) return { items: value.map((item) => this.frozen(item)) };
    if (isMap(value)) {
      return { entries: [...value].map(([key, item]) => [key, this.frozen(item)] as const) };
    }
    if (!isPath(value)) return { value };
    const numbers = (entities: readonly Entity[]) => entities.map((one) => this.numberOf(one));
    return { nodes: numbers(value.nodes), relationships: numbers(value.relationships) };
  }

  renewed(frozen: Frozen): Value {
    if ('number' in frozen) return this.entity(frozen.number);
    if ('items' in frozen) return frozen.items.map((item) => this.renewed(item));
    if ('entries' in frozen) {
      return new Map(frozen.entries.map(([key, item]) => [key, this.renewed(item)]));
    }
    if ('nodes' in frozen) return this.path(frozen.nodes, frozen.relationships);
    return frozen.value;
  }

  /** null where a part of the path is gone. */
  private path(nodes: readonly number[], relationships: readonly number[]): Value {
    const found = [...nodes, ...relationships].map((number) => this.entity(number));
    if (found.includes(null)) return null;
    const entities = found as Value[];
    return {
      kind: 'path',
      nodes: entities.slice(0, nodes.length).filter(isNode),
      relationships: entities.slice(nodes.length).filter(isRelationship),
    };
  }
}

/** A value that refers to entities by number. */
export type Frozen =
  | { readonly number: number }
  | { readonly items: readonly Frozen[] }
  | { readonly entries: readonly (readonly [string, Frozen])[] }
  | { readonly nodes: readonly number[]; readonly relationships: readonly number[] }
  | { readonly value: Value };
