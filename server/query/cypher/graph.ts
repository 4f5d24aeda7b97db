import type { GraphNode, GraphRelationship, Value } from './value.ts';

export type { GraphNode, GraphRelationship } from './value.ts';

/** As seen from the node being expanded; a loop is yielded once for `both`. */
export type Direction = 'out' | 'in' | 'both';

/** `types` null means any type; an empty list means none. */
export interface Expansion {
  readonly direction: Direction;
  readonly types: readonly string[] | null;
}

/**
 * What the Cypher engine asks of a graph: synchronous, read-only, and consistent for as long as
 * one query runs. The required members are enough to run everything; the optional ones let a graph
 * with indexes answer in bulk, and must give what the required ones would.
 */
export interface PropertyGraph {
  nodes(): Iterable<GraphNode>;
  nodesWithLabel(label: string): Iterable<GraphNode>;
  relationships(types: readonly string[] | null): Iterable<GraphRelationship>;
  expand(node: GraphNode, expansion: Expansion): Iterable<GraphRelationship>;

  /** How many nodes a scan would yield; an estimate is enough, it only steers the plan. */
  countNodes(label: string | null): number;
  /** How many relationships there are; an estimate is enough. */
  countRelationships(types: readonly string[] | null): number;

  /** For db.labels(), db.relationshipTypes() and db.propertyKeys(): each once, in use, sorted. */
  labels(): readonly string[];
  relationshipTypes(): readonly string[];
  propertyKeys(): readonly string[];

  /**
   * Estimated nodes per value where `label.property` can be looked up by equality, null where it
   * cannot; `label` null asks for all nodes.
   */
  propertyIndex?(label: string | null, property: string): number | null;
  /** Nodes whose property equals the value; called only where `propertyIndex` gave a number. */
  nodesWithProperty?(label: string | null, property: string, value: Value): Iterable<GraphNode>;
  /** `expand` for many nodes at once, one list for each, in the same order. */
  expandAll?(
    nodes: readonly GraphNode[],
    expansion: Expansion,
  ): readonly (readonly GraphRelationship[])[];
  /** Whole patterns at once; null where the graph cannot answer this one. */
  matchPattern?(request: PatternRequest, parameters: Parameters): Iterable<PatternMatch> | null;
  /** No more than these cells of each match, in their order. */
  readPattern?(
    request: PatternRequest,
    cells: readonly PatternCell[],
    parameters: Parameters,
  ): Iterable<Value[]> | null;
  /** The same, grouped and counted; each row holds the keys, then the counts (INTEGER). */
  countPattern?(
    request: PatternRequest,
    grouping: PatternGrouping,
    parameters: Parameters,
  ): Iterable<Value[]> | null;
  /**
   * Changes only when plans made before may no longer be the best. A graph that gives it keeps
   * plans between queries, its answers to `propertyIndex` and of the pattern members being
   * the same (null or not) while it stays the same.
   */
  statistics?(): string;
}

/** The values of a query's parameters, by name. */
export type Parameters = ReadonlyMap<string, Value>;

/** A node or relationship of a pattern, by its place. */
export type Element = { readonly node: number } | { readonly edge: number };

export interface PatternCondition {
  readonly of: Element;
  readonly property: string;
  readonly operator: '=' | '<' | '<=' | '>' | '>=' | 'in' | 'starts-with';
  /** Never null; a list for `in`. */
  readonly value: Value;
  /**
   * Reads the value from the parameters of the run, where it depends on them: then `value` is what
   * it was while planning, of the same type. null for a constant.
   */
  readonly late: ((parameters: Parameters) => Value) | null;
}

/** A pattern of nodes and single relationships, all relationships different where they could be. */
export interface PatternRequest {
  readonly nodes: readonly { readonly labels: readonly string[] }[];
  readonly edges: readonly (Expansion & { readonly from: number; readonly to: number })[];
  readonly distinct: readonly (readonly [number, number])[];
  readonly conditions: readonly PatternCondition[];
  /** Properties that will be asked of the matches, worth reading along. */
  readonly reads: readonly { readonly of: Element; readonly property: string }[];
  /** By properties, null last (first where descending); ties as they fall. */
  readonly order: readonly {
    readonly of: Element;
    readonly property: string;
    readonly descending: boolean;
  }[];
  /** The first so many matches in the order; null for all. */
  readonly limit: number | null;
}

export interface PatternMatch {
  readonly nodes: readonly GraphNode[];
  readonly relationships: readonly GraphRelationship[];
}

/** A whole element, or a property of it. */
export interface PatternCell {
  readonly of: Element;
  readonly property: string | null;
}

export interface PatternGrouping {
  readonly keys: readonly PatternCell[];
  /** `cell` null counts matches; nulls are not counted. */
  readonly counts: readonly { readonly cell: PatternCell | null; readonly distinct: boolean }[];
  /** By counts, which is all that may be left to the graph; `limit` null for every group. */
  readonly order: readonly { readonly count: number; readonly descending: boolean }[];
  readonly limit: number | null;
}
