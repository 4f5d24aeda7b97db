/**
 * The record as a property graph, read in bulk and synchronously: what the Cypher engine stands on.
 * Nodes and edges of records that are not rejected; nothing here writes.
 */
export interface RecordGraph {
  readonly model: GraphModel;
  /** Nodes with the label, all nodes for null. */
  countNodes(label: string | null): number;
  /** Edges of the type, all edges for null. */
  countEdges(type: string | null): number;
  /** Labels, edge types and property keys that some node or edge has, sorted. */
  labels(): string[];
  types(): string[];
  propertyKeys(): string[];
  /**
   * One array of cells per match, in the order of `request.cells`; null where the store cannot
   * answer the request as one query. Lazy: close the iterator to stop early.
   */
  match(request: GraphRequest): Iterable<readonly GraphCell[]> | null;
  /** The same, grouped: see GraphGrouping. */
  group(request: GraphRequest, grouping: GraphGrouping): Iterable<readonly GraphCell[]> | null;
  /** Every property of a node or edge, absent ones left out. */
  nodeProperties(key: number): ReadonlyMap<string, PropertyValue>;
  edgeProperties(key: number): ReadonlyMap<string, PropertyValue>;
  close(): void;
}

/** What a cell of an answer holds: an element's key, or one property as stored. */
export type GraphCell = string | number | null;

/** A property as a reader sees it; whole numbers of an `integer` property arrive as bigint. */
export type PropertyValue = string | number | bigint | readonly string[];

export type PropertyType = 'string' | 'integer' | 'float' | 'strings';

export interface NodeKind {
  /** The label every node of the kind has. */
  readonly label: string;
  /** Labels that some nodes of the kind have besides. */
  readonly sublabels: readonly string[];
  readonly properties: Readonly<Record<string, PropertyType>>;
  /** Properties that no two nodes share a value of, and that are indexed. */
  readonly unique: readonly string[];
}

export interface EdgeKind {
  readonly type: string;
  /** Labels of the kinds of node that edges of this kind lead from and to. */
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, PropertyType>>;
}

export interface GraphModel {
  readonly nodes: readonly NodeKind[];
  readonly edges: readonly EdgeKind[];
  /** Every label of a node, from its key and, for sublabels, what is stored under `kind`. */
  labelsOf(key: number, sublabel: string | null): readonly string[];
  /** The kind of edge that a key belongs to; `type` for kinds that hold several types. */
  kindOfNode(key: number): NodeKind;
}

export type ConditionOperator = '=' | '<' | '<=' | '>' | '>=' | 'in' | 'starts-with';

/** Which node or edge of a request: its place in `nodes` or `edges`. */
export type Element =
  | { readonly node: number }
  | { readonly edge: number };

export interface GraphRequest {
  readonly nodes: readonly {
    /** All of them must hold; empty for any node. */
    readonly labels: readonly string[];
    /** Only these nodes; null for all. */
    readonly keys: readonly number[] | null;
  }[];
  readonly edges: readonly {
    /** Any of them; null for every type. */
    readonly types: readonly string[] | null;
    readonly from: number;
    readonly to: number;
    /** Whether the edge may also run from `to` to `from`. */
    readonly undirected: boolean;
  }[];
  /** Pairs of edges that must not be the same edge. */
  readonly distinct: readonly (readonly [number, number])[];
  readonly conditions: readonly {
    readonly of: Element;
    readonly property: string;
    readonly operator: ConditionOperator;
    /** A list for `in`; of the property's own type, or nothing matches. */
    readonly value: string | number | readonly (string | number)[];
  }[];
  readonly cells: readonly CellRequest[];
}

/** A key, the sublabel of a node, the type of an edge, or a property. */
export type CellRequest = Element & {
  readonly read: 'key' | 'sublabel' | 'type' | { readonly property: string };
};

/**
 * Groups matches by the first `keys` cells of the request; the aggregates are over the others,
 * named by their place. Rows come in the order asked for, at most `limit` of them.
 */
export interface GraphGrouping {
  readonly keys: number;
  readonly aggregates: readonly {
    readonly name: 'count' | 'min' | 'max';
    /** Place in `cells`; null counts matches. */
    readonly cell: number | null;
    readonly distinct: boolean;
  }[];
  /** Columns of the answer: keys first, then aggregates. */
  readonly order: readonly { readonly column: number; readonly descending: boolean }[];
  readonly limit: number | null;
}
