import type { Expansion, GraphNode, GraphRelationship, PropertyGraph } from '../graph.ts';

type Relationships = readonly GraphRelationship[];

/** Most nodes expanded in one call to the graph; calls begin small so that LIMIT stays cheap. */
const MAX_BATCH = 1024;
/** Nodes looked at for each that a call has room for: most of them may be known already. */
const LOOKAHEAD = 4;
/** Relationships held before everything held is let go. */
const MAX_HELD = 100_000;

/**
 * The relationships of nodes that a search visits, asked of the graph in bulk: with a node that is
 * not known yet, as many of those are expanded that the search will visit next.
 */
export class Adjacency {
  private readonly graph: PropertyGraph;
  private readonly expansion: Expansion;
  private readonly known = new Map<GraphNode['key'], Relationships>();
  private held = 0;
  /** Nodes of the next call: twice as many each time. The first two are for one. */
  private size = 0.5;

  constructor(graph: PropertyGraph, expansion: Expansion) {
    this.graph = graph;
    this.expansion = expansion;
  }

  /** What is known of a node; undefined where it was not asked for yet. */
  peek(node: GraphNode): Relationships | undefined {
    return this.known.get(node.key);
  }

  /** `next` gives nodes in the order in which they will be asked for; read only as far as needed. */
  of(node: GraphNode, next: () => Iterable<GraphNode>): Iterable<GraphRelationship> {
    if (!this.graph.expandAll) return this.graph.expand(node, this.expansion);
    const known = this.known.get(node.key);
    if (known) return known;
    if (this.held > MAX_HELD) {
      this.known.clear();
      this.held = 0;
    }
    const batch = this.batch(node, next);
    const lists = this.graph.expandAll(batch, this.expansion);
    batch.forEach(({ key }, i) => {
      this.known.set(key, lists[i] ?? []);
      this.held += 1 + (lists[i]?.length ?? 0);
    });
    return lists[0] ?? [];
  }

  private batch(node: GraphNode, next: () => Iterable<GraphNode>): GraphNode[] {
    const batch = new Map([[node.key, node]]);
    const size = Math.ceil(this.size);
    let left = size * LOOKAHEAD;
    if (size > 1) {
      for (const other of next()) {
        if (!this.known.has(other.key)) batch.set(other.key, other);
        left -= 1;
        if (batch.size === size || left === 0) break;
      }
    }
    this.size = Math.min(this.size * 2, MAX_BATCH);
    return [...batch.values()];
  }
}
