import type { Expansion, GraphNode, GraphRelationship, PropertyGraph } from '../graph.ts';
import type { Path, Value } from '../value.ts';
import { isList, isNode, isRelationship } from '../value.ts';
import { Adjacency } from './adjacency.ts';
import type { Context, Evaluate, Operator, Plan, Row } from './operator.ts';
import { runPlan, withSlot } from './operator.ts';
import type { PathTests, TestsOf } from './path-tests.ts';
import type { ShortestSearch } from './shortest.ts';
import { shortestPaths } from './shortest.ts';
import { shortestTrails } from './trails.ts';
import type { WalkLimits } from './traverse.ts';
import { otherEnd, walks } from './traverse.ts';

type NodesOf = (row: Row, context: Context) => Iterable<GraphNode>;
type Accept = (row: Row, context: Context) => (relationship: GraphRelationship) => boolean;

/** Most rows expanded in one call to the graph; batches begin small so that LIMIT stays cheap. */
const MAX_BATCH = 1024;

function hasLabels(node: GraphNode, labels: readonly string[]): boolean {
  return labels.every((label) => node.hasLabel(label));
}

export function filter(details: string, predicate: Evaluate): Operator {
  return {
    name: 'Filter',
    details,
    *run(rows, context) {
      for (const row of rows) if (predicate(row, context) === true) yield row;
    },
  };
}

/** Keeps rows whose slot holds a node with the labels; null never matches. */
export function checkNode(details: string, slot: number, labels: readonly string[]): Operator {
  return {
    name: 'CheckNode',
    details,
    *run(rows) {
      for (const row of rows) {
        const node = row[slot] ?? null;
        if (isNode(node) && hasLabels(node, labels)) yield row;
      }
    },
  };
}

/** For each row, every node that `nodesOf` gives and that has the labels. */
export function scanNodes(
  name: string,
  details: string,
  slot: number,
  labels: readonly string[],
  nodesOf: NodesOf,
): Operator {
  return {
    name,
    details,
    *run(rows, context) {
      for (const row of rows) {
        for (const node of nodesOf(row, context)) {
          if (hasLabels(node, labels)) yield withSlot(row, slot, node);
        }
      }
    },
  };
}

/** Rows in batches of growing size. */
function* batches(rows: Iterable<Row>): Iterable<Row[]> {
  let size = 1;
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    size = Math.min(size * 4, MAX_BATCH);
  }
  if (batch.length > 0) yield batch;
}

export interface ExpandStep {
  readonly from: number;
  readonly relationship: number;
  readonly to: number;
  readonly expansion: Expansion;
  /** Whether `to` is bound already, so that the relationship must lead to it. */
  readonly into: boolean;
  readonly labels: readonly string[];
  /** Slots of relationships of the same MATCH that this one must differ from. */
  readonly distinctFrom: readonly number[];
}

function differs(relationship: GraphRelationship, row: Row, slots: readonly number[]): boolean {
  return slots.every((slot) => {
    const other = row[slot] ?? null;
    if (isList(other)) {
      return !other.some((item) => isRelationship(item) && item.key === relationship.key);
    }
    return !isRelationship(other) || other.key !== relationship.key;
  });
}

function arrives(end: GraphNode, row: Row, step: Pick<ExpandStep, 'into' | 'to' | 'labels'>) {
  if (!step.into) return hasLabels(end, step.labels);
  const bound = row[step.to] ?? null;
  return isNode(bound) && bound.key === end.key;
}

function relationshipsOf(
  nodes: readonly GraphNode[],
  expansion: Expansion,
  graph: PropertyGraph,
): readonly Iterable<GraphRelationship>[] {
  if (graph.expandAll && nodes.length > 1) return graph.expandAll(nodes, expansion);
  return nodes.map((node) => graph.expand(node, expansion));
}

/** One hop from a bound node, many rows at a time. */
export function expand(details: string, step: ExpandStep): Operator {
  return {
    name: step.into ? 'ExpandInto' : 'Expand',
    details,
    *run(rows, context) {
      for (const batch of batches(rows)) {
        const bound = batch.filter((row) => isNode(row[step.from] ?? null));
        const nodes = bound.map((row) => row[step.from] as GraphNode);
        const lists = relationshipsOf(nodes, step.expansion, context.graph);
        for (let i = 0; i < bound.length; i += 1) {
          yield* expandRow(bound[i] as Row, nodes[i] as GraphNode, lists[i] ?? [], step);
        }
      }
    },
  };
}

function* expandRow(
  row: Row,
  node: GraphNode,
  relationships: Iterable<GraphRelationship>,
  step: ExpandStep,
): Iterable<Row> {
  for (const relationship of relationships) {
    const end = otherEnd(relationship, node);
    if (!arrives(end, row, step) || !differs(relationship, row, step.distinctFrom)) continue;
    const found = row.slice();
    found[step.relationship] = relationship;
    found[step.to] = end;
    yield found;
  }
}

export interface WalkStep extends ExpandStep, WalkLimits {
  /** Whether the walk runs from the right end of the pattern, so that its list is turned round. */
  readonly reversed: boolean;
  readonly accept: Accept;
}

/** Any number of hops within limits; the slot takes the list of relationships. */
export function expandWalks(details: string, step: WalkStep): Operator {
  return {
    name: step.into ? 'VarLengthExpandInto' : 'VarLengthExpand',
    details,
    *run(rows, context) {
      const adjacency = new Adjacency(context.graph, step.expansion);
      for (const batch of batches(rows)) {
        const bound = batch.filter((row) => isNode(row[step.from] ?? null));
        const nodes = bound.map((row) => row[step.from] as GraphNode);
        for (let i = 0; i < bound.length; i += 1) {
          const later = nodes.slice(i + 1, i + 1 + MAX_BATCH);
          yield* walkRow(bound[i] as Row, nodes[i] as GraphNode, step, context, adjacency, later);
        }
      }
    },
  };
}

function* walkRow(
  row: Row,
  node: GraphNode,
  step: WalkStep,
  context: Context,
  adjacency: Adjacency,
  later: readonly GraphNode[],
): Iterable<Row> {
  const accept = step.accept(row, context);
  const usable = (relationship: GraphRelationship) =>
    accept(relationship) && differs(relationship, row, step.distinctFrom);
  for (const { end, relationships } of walks(node, step, usable, adjacency, later)) {
    if (!arrives(end, row, step)) continue;
    const found = row.slice();
    found[step.relationship] = step.reversed ? [...relationships].reverse() : relationships;
    found[step.to] = end;
    yield found;
  }
}

/** Every relationship of the types, each way round where the pattern has no direction. */
export function scanRelationships(details: string, step: ExpandStep): Operator {
  const { direction, types } = step.expansion;
  return {
    name: 'RelationshipScan',
    details,
    *run(rows, context) {
      for (const row of rows) {
        for (const relationship of context.graph.relationships(types)) {
          if (!differs(relationship, row, step.distinctFrom)) continue;
          const { start, end } = relationship;
          if (direction !== 'in') yield withEnds(row, relationship, start, end, step);
          if (direction === 'in' || (direction === 'both' && start.key !== end.key)) {
            yield withEnds(row, relationship, end, start, step);
          }
        }
      }
    },
  };
}

function withEnds(
  row: Row,
  relationship: GraphRelationship,
  from: GraphNode,
  to: GraphNode,
  step: ExpandStep,
): Row {
  const found = row.slice();
  found[step.relationship] = relationship;
  found[step.from] = from;
  found[step.to] = to;
  return found;
}

export interface BoundStep extends ExpandStep {
  readonly fromBound: boolean;
}

/** A relationship, or a list of them, bound before this MATCH: checks it and binds its ends. */
export function followBound(details: string, step: BoundStep): Operator {
  return {
    name: 'FollowBound',
    details,
    *run(rows) {
      for (const row of rows) {
        const value = row[step.relationship] ?? null;
        const steps = isRelationship(value) ? [value] : isList(value) ? value : [];
        if (!steps.every(isRelationship) || steps.length === 0) continue;
        for (const [from, to] of chainEnds(steps, step.expansion)) {
          const found = withBoundEnds(row, from, to, step);
          if (found && steps.every((item) => differs(item, row, step.distinctFrom))) yield found;
        }
      }
    },
  };
}

/** The ends between which the relationships, taken in order, form a walk of the pattern. */
function chainEnds(
  chain: readonly GraphRelationship[],
  { direction, types }: Expansion,
): readonly (readonly [GraphNode, GraphNode])[] {
  if (types && !chain.every(({ type }) => types.includes(type))) return [];
  const [first] = chain;
  if (!first) return [];
  const starts =
    direction === 'out'
      ? [first.start]
      : direction === 'in'
        ? [first.end]
        : [first.start, first.end];
  const unique = starts.filter((node, i) => starts.findIndex((n) => n.key === node.key) === i);
  return unique.flatMap((start) => {
    const end = chain.reduce<GraphNode | null>((at, relationship) => {
      if (!at) return null;
      const forwards = direction !== 'in' && relationship.start.key === at.key;
      if (forwards) return relationship.end;
      return direction !== 'out' && relationship.end.key === at.key ? relationship.start : null;
    }, start);
    return end ? [[start, end] as const] : [];
  });
}

function withBoundEnds(row: Row, from: GraphNode, to: GraphNode, step: BoundStep): Row | null {
  if (step.fromBound && !arrives(from, row, { into: true, to: step.from, labels: [] })) return null;
  const found = withSlot(row, step.from, from);
  if (!arrives(to, found, { ...step, into: step.into })) return null;
  found[step.to] = to;
  return found;
}

export interface PathPart {
  readonly node: number;
  /** Slot of the relationship, or of the list of them, that leads on; null at the end. */
  readonly relationship: number | null;
}

/** Puts a named path together from its nodes and relationships. */
export function buildPath(details: string, slot: number, parts: readonly PathPart[]): Operator {
  return {
    name: 'Path',
    details,
    *run(rows) {
      for (const row of rows) yield withSlot(row, slot, pathOf(row, parts));
    },
  };
}

function pathOf(row: Row, parts: readonly PathPart[]): Path {
  const nodes: GraphNode[] = [];
  const relationships: GraphRelationship[] = [];
  for (const part of parts) {
    const node = row[part.node] as GraphNode;
    if (nodes.length === 0) nodes.push(node);
    const value: Value = part.relationship === null ? null : (row[part.relationship] ?? null);
    const chain = isRelationship(value)
      ? [value]
      : isList(value)
        ? value.filter(isRelationship)
        : [];
    for (const relationship of chain) {
      const from = nodes.at(-1) as GraphNode;
      relationships.push(relationship);
      nodes.push(otherEnd(relationship, from));
    }
  }
  return { kind: 'path', nodes, relationships };
}

export interface ShortestStep {
  readonly from: number;
  readonly to: number;
  readonly path: number;
  readonly relationship: number;
  readonly search: ShortestSearch;
  readonly accept: Accept;
  /** What WHERE asks of the path. */
  readonly tests: TestsOf;
}

/**
 * The shortest path or paths between two bound nodes that pass the tests: a breadth-first search
 * where they concern single elements, else every path in order of length.
 */
function* pathsOf(row: Row, step: ShortestStep, context: Context): Iterable<Path> {
  const [from, to] = [row[step.from] ?? null, row[step.to] ?? null];
  if (!isNode(from) || !isNode(to)) return;
  const { search } = step;
  const [accept, tests] = [step.accept(row, context), step.tests(row, context)];
  const relationship: PathTests['relationship'] = (edge) =>
    accept(edge) && tests.relationship(edge);
  const plain = shortestPaths(from, to, search, relationship, context, tests.node);
  if (!tests.path && search.min <= 1) return yield* plain;
  const found = shortestTrails(from, to, search, { ...tests, relationship }, context);
  if (search.all) return yield* found;
  for (const path of found) return yield path;
}

/** The shortest path or paths between two bound nodes. */
export function searchShortest(details: string, step: ShortestStep): Operator {
  return {
    name: step.search.all ? 'AllShortestPaths' : 'ShortestPath',
    details,
    *run(rows, context) {
      for (const row of rows) {
        for (const path of pathsOf(row, step, context)) {
          const found = withSlot(row, step.path, path);
          found[step.relationship] = path.relationships;
          yield found;
        }
      }
    },
  };
}

/**
 * OPTIONAL MATCH: runs the plan over batches, each row marked with its place, and adds the rows
 * that found nothing with their new variables null.
 */
export function optional(plan: Plan, mark: number, slots: readonly number[]): Operator {
  return {
    name: 'Optional',
    details: '',
    inner: [plan],
    *run(rows, context) {
      for (const batch of batches(rows)) {
        const marked = batch.map((row, i) => withSlot(row, mark, BigInt(i)));
        let next = 0;
        for (const found of runPlan(plan, marked, context)) {
          const at = Number(found[mark] as bigint);
          for (; next < at; next += 1) yield missing(marked[next] as Row, slots);
          next = at + 1;
          yield found;
        }
        for (; next < marked.length; next += 1) yield missing(marked[next] as Row, slots);
      }
    },
  };
}

function missing(row: Row, slots: readonly number[]): Row {
  const copy = row.slice();
  for (const slot of slots) copy[slot] = null;
  return copy;
}
