import type { Expansion, GraphNode, GraphRelationship } from '../graph.ts';
import type { Expression, PathPattern } from '../syntax/ast.ts';
import type { Path, Value } from '../value.ts';
import { isNode } from '../value.ts';
import { equals } from '../values/equality.ts';
import type { Compiler } from './compiler.ts';
import type { Context, Evaluate, Row } from './operator.ts';
import { otherEnd } from './traverse.ts';

type Compile = (e: Expression, compiler: Compiler) => Evaluate;
type Accept = (relationship: GraphRelationship) => boolean;
type Key = GraphNode['key'];

/** How a shortest path may run: its relationships, its length, and whether one path is enough. */
export interface ShortestSearch {
  readonly expansion: Expansion;
  readonly min: number;
  readonly max: number;
  readonly all: boolean;
}

interface Reached {
  readonly node: GraphNode;
  readonly depth: number;
  /** Relationships by which the node was first reached, from nodes one nearer the root. */
  readonly from: { readonly relationship: GraphRelationship; readonly node: GraphNode }[];
}

/** One half of a search: all that lies within `depth` of its root, and what lies just there. */
interface Side {
  readonly expansion: Expansion;
  readonly reached: Map<Key, Reached>;
  frontier: GraphNode[];
  depth: number;
}

interface Tests {
  readonly accept: Accept;
  readonly acceptNode: (node: GraphNode) => boolean;
}

const opposite = { out: 'in', in: 'out', both: 'both' } as const;

/**
 * Breadth-first search from both ends (Pohl 1971), level by level on the side with fewer nodes to
 * expand, remembering every shortest way into a node. The first level that meets the other side
 * holds, of every shortest path, exactly one node. Paths of length 0 are given only where `min`
 * allows them.
 */
export function* shortestPaths(
  start: GraphNode,
  end: GraphNode,
  search: ShortestSearch,
  accept: Accept,
  context: Context,
  acceptNode: Tests['acceptNode'] = () => true,
): Iterable<Path> {
  if (!acceptNode(start) || !acceptNode(end)) return;
  if (start.key === end.key) {
    if (search.min === 0) yield { kind: 'path', nodes: [start], relationships: [] };
    return;
  }
  const { direction, types } = search.expansion;
  const ahead = newSide(start, search.expansion);
  const back = newSide(end, { direction: opposite[direction], types });
  while (ahead.depth + back.depth < search.max) {
    const [side, other] =
      ahead.frontier.length <= back.frontier.length ? [ahead, back] : [back, ahead];
    advance(side, { accept, acceptNode }, context);
    if (side.frontier.length === 0) return;
    const meeting = side.frontier.filter(({ key }) => other.reached.has(key));
    for (const { key } of meeting) {
      for (const path of joined(ahead, back, key)) {
        yield path;
        if (!search.all) return;
      }
    }
    if (meeting.length > 0) return;
  }
}

function newSide(root: GraphNode, expansion: Expansion): Side {
  const reached = new Map<Key, Reached>([[root.key, { node: root, depth: 0, from: [] }]]);
  return { expansion, reached, frontier: [root], depth: 0 };
}

/** Takes one side a level further. */
function advance(side: Side, { accept, acceptNode }: Tests, { graph }: Context): void {
  const { expansion, reached, frontier } = side;
  const next: GraphNode[] = [];
  const depth = side.depth + 1;
  const lists = graph.expandAll?.(frontier, expansion);
  frontier.forEach((node, i) => {
    for (const relationship of lists?.[i] ?? graph.expand(node, expansion)) {
      if (!accept(relationship)) continue;
      const other = otherEnd(relationship, node);
      const known = reached.get(other.key);
      if (known?.depth === depth) known.from.push({ relationship, node });
      if (known || !acceptNode(other)) continue;
      reached.set(other.key, { node: other, depth, from: [{ relationship, node }] });
      next.push(other);
    }
  });
  side.frontier = next;
  side.depth = depth;
}

/** Every shortest way from the start to a node that both sides reached, and on to the end. */
function* joined(ahead: Side, back: Side, key: Key): Iterable<Path> {
  const [near, far] = [ahead.reached.get(key), back.reached.get(key)];
  if (!near || !far) return;
  for (const first of backtrack(near, ahead.reached)) {
    for (const second of backtrack(far, back.reached)) {
      yield {
        kind: 'path',
        nodes: [...first.nodes, ...second.nodes.slice(0, -1).reverse()],
        relationships: [...first.relationships, ...[...second.relationships].reverse()],
      };
    }
  }
}

/** Every shortest way from the root to a node. */
function* backtrack(goal: Reached, reached: ReadonlyMap<Key, Reached>): Iterable<Path> {
  if (goal.depth === 0) yield { kind: 'path', nodes: [goal.node], relationships: [] };
  for (const { relationship, node } of goal.from) {
    const before = reached.get(node.key);
    if (!before) continue;
    for (const path of backtrack(before, reached)) {
      yield {
        kind: 'path',
        nodes: [...path.nodes, goal.node],
        relationships: [...path.relationships, relationship],
      };
    }
  }
}

/** `shortestPath(...)` and `allShortestPaths(...)` as expressions, between two known nodes. */
export function compileShortest(
  pattern: PathPattern,
  compiler: Compiler,
  compile: Compile,
): Evaluate {
  const [first, last] = [pattern.nodes[0]?.variable, pattern.nodes[1]?.variable];
  const ends = [first, last].map((name) => compiler.bindings.get(name ?? ''));
  const { search, accept } = shortestSearch(pattern, compiler, compile);
  return (row, context) => {
    const [start, end] = ends.map((slot) => (slot === undefined ? null : (row[slot] ?? null)));
    if (!isNode(start ?? null) || !isNode(end ?? null)) return search.all ? [] : null;
    const paths = shortestPaths(
      start as GraphNode,
      end as GraphNode,
      search,
      accept(row, context),
      context,
    );
    if (search.all) return [...paths];
    for (const path of paths) return path;
    return null;
  };
}

/** What the one relationship pattern of a shortest path asks for. */
export function shortestSearch(pattern: PathPattern, compiler: Compiler, compile: Compile) {
  const [relationship] = pattern.relationships;
  if (!relationship) throw new Error('A shortest path needs a relationship pattern.');
  const { length, direction, types } = relationship;
  const search: ShortestSearch = {
    expansion: { direction, types: types.length > 0 ? types : null },
    min: length ? length.min : 1,
    max: length ? (length.max ?? Infinity) : 1,
    all: pattern.shortest === 'all',
  };
  return { search, accept: compileAccept(relationship.properties, compiler, compile) };
}

/** A test for the `{key: value}` of a relationship pattern; the values are read once per row. */
export function compileAccept(
  properties: Expression | null,
  compiler: Compiler,
  compile: Compile,
): (row: Row, context: Context) => Accept {
  if (properties?.kind !== 'map' || properties.entries.length === 0) return () => () => true;
  const wanted = properties.entries.map(
    ({ key, value }) => [key, compile(value, compiler)] as const,
  );
  return (row, context) => {
    const values = wanted.map(([key, value]): [string, Value] => [key, value(row, context)]);
    return (relationship) =>
      values.every(([key, value]) => equals(relationship.property(key), value) === true);
  };
}
