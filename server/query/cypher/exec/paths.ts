import type { GraphNode, GraphRelationship } from '../graph.ts';
import type { Path, Value } from '../value.ts';
import { isList, isNode, isRelationship } from '../value.ts';
import type { Context, Operator, Row } from './operator.ts';
import { withSlot } from './operator.ts';
import type { PathTests, TestsOf } from './path-tests.ts';
import type { ShortestSearch } from './shortest.ts';
import { shortestPaths } from './shortest.ts';
import type { Accept } from './step.ts';
import { shortestTrails } from './trails.ts';
import { otherEnd } from './traverse.ts';

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
