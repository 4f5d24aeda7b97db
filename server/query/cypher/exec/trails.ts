import type { GraphNode, GraphRelationship } from '../graph.ts';
import type { Path } from '../value.ts';
import type { Context } from './operator.ts';
import type { PathTests } from './path-tests.ts';
import type { ShortestSearch } from './shortest.ts';
import { otherEnd } from './traverse.ts';

/**
 * All paths of the fewest relationships that pass the tests, tried in order of length: iterative
 * deepening (Korf 1985) over walks that repeat no relationship. Needed where a condition concerns
 * whole paths, for which the shortest way into a node need not be part of the answer. Exponential
 * where nothing passes; the limits of the process end it.
 */
export function* shortestTrails(
  start: GraphNode,
  end: GraphNode,
  search: ShortestSearch,
  tests: PathTests,
  context: Context,
): Iterable<Path> {
  if (start.key === end.key && search.min > 0) return;
  if (!tests.node(start) || !tests.node(end)) return;
  for (let length = search.min; length <= search.max; length += 1) {
    const depth = new Deepening(end, search, tests, context, length);
    let found = false;
    for (const path of depth.from(start)) {
      found = true;
      yield path;
    }
    if (found || !depth.reached) return;
  }
}

class Deepening {
  /** Whether any walk was as long as asked for: if not, none is longer. */
  reached = false;
  private readonly end: GraphNode;
  private readonly search: ShortestSearch;
  private readonly tests: PathTests;
  private readonly context: Context;
  private readonly length: number;
  private readonly relationships: GraphRelationship[] = [];
  private readonly nodes: GraphNode[] = [];

  constructor(
    end: GraphNode,
    search: ShortestSearch,
    tests: PathTests,
    context: Context,
    length: number,
  ) {
    this.end = end;
    this.search = search;
    this.tests = tests;
    this.context = context;
    this.length = length;
  }

  *from(node: GraphNode): Iterable<Path> {
    this.nodes.push(node);
    if (this.relationships.length === this.length) {
      this.reached = true;
      const path = this.path();
      if (node.key === this.end.key && (this.tests.path?.(path) ?? true)) yield path;
    } else {
      for (const step of this.context.graph.expand(node, this.search.expansion)) {
        yield* this.along(step, node);
      }
    }
    this.nodes.pop();
  }

  private *along(step: GraphRelationship, node: GraphNode): Iterable<Path> {
    if (this.relationships.some(({ key }) => key === step.key)) return;
    const next = otherEnd(step, node);
    if (!this.tests.relationship(step) || !this.tests.node(next)) return;
    this.relationships.push(step);
    yield* this.from(next);
    this.relationships.pop();
  }

  private path(): Path {
    const [nodes, relationships] = [[...this.nodes], [...this.relationships]];
    return { kind: 'path', nodes, relationships };
  }
}
