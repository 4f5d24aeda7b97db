/**
 * The record as a property graph, read in bulk and at once (no promises): what the Cypher engine
 * stands on. Holds the nodes and edges of records that are not rejected; nothing here writes.
 */
export interface RecordGraph {
  readonly nodeKinds: readonly NodeKind[];
  readonly edgeKinds: readonly EdgeKind[];
  /** About how many nodes have the label; all nodes for null. Cheap: steers plans only. */
  countNodes(label: string | null): number;
  /** About how many edges are of the type; all edges for null. Cheap. */
  countEdges(type: string | null): number;
  /**
   * Says about how large everything is, and nothing else: a plan made for one such text stays
   * worth keeping while the text is the same.
   */
  statistics(): string;
  /**
   * A query that gives one array of cells per match, in the order of `request.cells`; null where
   * the store cannot answer the request as one query.
   */
  match(request: GraphRequest, top?: GraphTop): GraphQuery | null;
  /** The same grouped; null where the store cannot. */
  group(request: GraphRequest, grouping: GraphGrouping): GraphQuery | null;
  /** Runs the work against one state of the record, whatever is written meanwhile. */
  snapshot<T>(work: () => T): T;
  close(): void;
}

/** A key, a name, or one property as stored; null where the element has no such property. */
export type GraphCell = string | number | null;

/** `strings` is a list, which arrives as JSON text. */
export type PropertyType = 'string' | 'integer' | 'float' | 'strings';

export interface NodeKind {
  /** Node keys of the kind leave this remainder when divided by NODE_KINDS. */
  readonly code: number;
  /** The label that every node of the kind has. */
  readonly label: string;
  /** Labels that some nodes have besides, by what the node's `kind` holds. */
  readonly sublabels: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, PropertyType>>;
  /** Properties with an index, and how many nodes share a value, about. */
  readonly indexes: Readonly<Record<string, number>>;
}

export interface EdgeKind {
  /** Edge keys of the kind leave this remainder when divided by EDGE_KINDS. */
  readonly code: number;
  readonly type: string;
  /** Labels of the kinds of node that edges of this kind lead from and to. */
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, PropertyType>>;
}

export const NODE_KINDS = 8;
export const EDGE_KINDS = 32;

export type GraphConstant = string | number | readonly (string | number)[];

/**
 * A request made ready to be asked often. `late` holds what waits for a value: of conditions, of
 * keys. An array where the request bounds the rows to a few, else lazy: close the iterator to stop
 * early. The rows are the caller's to change.
 */
export type GraphQuery = (late: readonly GraphConstant[]) => Iterable<GraphCell[]>;

export type ConditionOperator = '=' | '<' | '<=' | '>' | '>=' | 'in' | 'starts-with';

/** A node or an edge of a request, by its place in `nodes` or `edges`. */
export type Element = { readonly node: number } | { readonly edge: number };

export interface Condition {
  readonly of: Element;
  readonly property: string;
  readonly operator: ConditionOperator;
  /** A list for `in`. Where its type is not the property's, nothing matches. */
  readonly value: GraphConstant;
  /**
   * Where in a query's `late` values this condition's stands, which then has the types that
   * `value` shows; null where `value` itself is meant.
   */
  readonly late: number | null;
}

/** Keys that a query is given when it is asked: `many` a list of them, else one number. */
export interface LateKeys {
  /** Their place in the query's `late` values. */
  readonly late: number;
  readonly many: boolean;
}

export interface RequestedNode {
  /** All of them must hold; empty for any node. */
  readonly labels: readonly string[];
  /** Only these nodes, which all are of the kind that `labels` names; null for all. */
  readonly keys: LateKeys | null;
}

export interface RequestedEdge {
  /** Any of them; null for every type. */
  readonly types: readonly string[] | null;
  readonly from: number;
  readonly to: number;
  /** Whether the edge may also run from `to` to `from`; a loop matches once. */
  readonly undirected: boolean;
  /** Only this edge, of the one type of `types`; null for all. */
  readonly keys: LateKeys | null;
}

export type RequestedCell = {
  readonly of: Element;
  /**
   * `sublabel` is what a node's `kind` holds; `forward` is 1 where an edge runs from its `from` to
   * its `to`, else 0; a property is named.
   */
  readonly read: 'key' | 'sublabel' | 'forward' | { readonly property: string };
};

export interface GraphRequest {
  readonly nodes: readonly RequestedNode[];
  readonly edges: readonly RequestedEdge[];
  /** Pairs of edges that must not be the same edge. */
  readonly distinct: readonly (readonly [number, number])[];
  readonly conditions: readonly Condition[];
  readonly cells: readonly RequestedCell[];
}

/** The first `limit` matches by properties, null last (first where descending). */
export interface GraphTop {
  readonly order: readonly {
    readonly of: Element;
    readonly property: string;
    readonly descending: boolean;
  }[];
  /** null for all, in no order. */
  readonly limit: number | null;
}

/**
 * Groups matches by the first `keys` cells of the request; counts are over the others. Answers hold
 * the keys, then the counts.
 */
export interface GraphGrouping {
  readonly keys: number;
  /** Place in `cells`, null to count matches; nulls are not counted. */
  readonly counts: readonly { readonly cell: number | null; readonly distinct: boolean }[];
  /** By counts only, whose order every store agrees on; `limit` null for all groups. */
  readonly order: readonly { readonly count: number; readonly descending: boolean }[];
  readonly limit: number | null;
}
