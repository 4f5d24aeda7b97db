import { getHeapStatistics } from 'node:v8';
import type Database from 'better-sqlite3';
import { MultiDirectedGraph } from 'graphology';

interface Attributes {
  readonly id?: string;
  readonly name?: string;
  readonly act?: string;
  readonly said?: string | null;
}

interface Tie {
  readonly type: string;
  readonly role?: string;
}

export type InMemory = MultiDirectedGraph<Attributes, Tie>;

/** Answers one pattern for an actor by walking, and gives the number of rows. */
export type Walk = (graph: InMemory, actor: string) => number;

/** Share of the heap's limit beyond which the graph is given up. */
const HEAP_SHARE = 0.85;

class OutOfRoom extends Error {}

function checkRoom(): void {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used > limit * HEAP_SHARE) throw new OutOfRoom();
}

const NODES: readonly (readonly [string, string])[] = [
  ['a', 'SELECT key, id, name FROM actors'],
  ['s', 'SELECT key, id, act, said FROM statements WHERE live = 1'],
  ['d', 'SELECT key FROM documents'],
  ['g', 'SELECT key FROM agreements WHERE live = 1'],
  ['e', 'SELECT key, id FROM events WHERE live = 1'],
];

/** Prefixes of both ends, and rows of source, target, type and role. */
const EDGES: readonly (readonly [string, string, string])[] = [
  ['a', 's', "SELECT speaker, key, 'MADE' FROM statements WHERE live = 1"],
  ['s', 'a', "SELECT statement, actor, 'ABOUT' FROM about WHERE live = 1"],
  ['s', 'd', "SELECT statement, document, 'REPORTED_IN' FROM reports WHERE live = 1"],
  ['d', 'a', "SELECT key, outlet, 'PUBLISHED_BY' FROM documents WHERE outlet IS NOT NULL"],
  ['a', 'g', "SELECT actor, agreement, 'PARTY_TO' FROM agreement_actors WHERE role = 'party'"],
  ['a', 'e', "SELECT actor, event, 'TOOK_PART', role FROM participants WHERE live = 1"],
  ['a', 'a', 'SELECT from_actor, to_actor, kind FROM relations WHERE live = 1'],
];

/** The part of the record that the patterns touch; null where the heap has no room for it. */
export function inMemory(database: Database.Database): InMemory | null {
  const graph: InMemory = new MultiDirectedGraph();
  try {
    for (const [prefix, sql] of NODES) addNodes(graph, database, prefix, sql);
    for (const edge of EDGES) addEdges(graph, database, edge);
    return graph;
  } catch (error) {
    if (error instanceof OutOfRoom) return null;
    throw error;
  }
}

function addNodes(graph: InMemory, database: Database.Database, prefix: string, sql: string) {
  let added = 0;
  for (const row of database.prepare<[], Attributes & { key: number }>(sql).iterate()) {
    const { key, ...attributes } = row;
    graph.addNode(`${prefix}${key}`, attributes);
    if ((added += 1) % 50_000 === 0) checkRoom();
  }
}

type EdgeRow = [number, number, string, string?];

function addEdges(
  graph: InMemory,
  database: Database.Database,
  [source, target, sql]: (typeof EDGES)[number],
) {
  let added = 0;
  const rows = database.prepare(sql).raw().iterate() as IterableIterator<EdgeRow>;
  for (const [from, to, type, role] of rows) {
    graph.addDirectedEdge(`${source}${from}`, `${target}${to}`, role ? { type, role } : { type });
    if ((added += 1) % 50_000 === 0) checkRoom();
  }
}

type Step = (node: string, edge: string) => void;

function out(graph: InMemory, node: string, type: string, step: Step): void {
  graph.forEachOutEdge(node, (edge, tie, _source, target) => {
    if (tie.type === type) step(target, edge);
  });
}

function into(graph: InMemory, node: string, type: string, step: Step): void {
  graph.forEachInEdge(node, (edge, tie, source) => {
    if (tie.type === type) step(source, edge);
  });
}

function tally(): { add: (key: string) => void; top: (most: number) => number } {
  const counts = new Map<string, number>();
  return {
    add: (key) => void counts.set(key, (counts.get(key) ?? 0) + 1),
    top: (most) => [...counts].sort((a, b) => b[1] - a[1]).slice(0, most).length,
  };
}

const attribute = (graph: InMemory, node: string, name: keyof Attributes) =>
  String(graph.getNodeAttribute(node, name) ?? '');

export const WALKS: Readonly<Record<string, Walk>> = {
  'latest statements of a speaker': (graph, actor) => {
    const found: string[] = [];
    out(graph, actor, 'MADE', (s) => found.push(`${attribute(graph, s, 'said')} ${s}`));
    return found.sort().reverse().slice(0, 20).length;
  },
  'whom a speaker talks about': (graph, actor) => {
    const { add, top } = tally();
    out(graph, actor, 'MADE', (s) => out(graph, s, 'ABOUT', add));
    return top(10);
  },
  'who talks about an actor': (graph, actor) => {
    const { add, top } = tally();
    into(graph, actor, 'ABOUT', (s) => into(graph, s, 'MADE', add));
    return top(10);
  },
  'mutual mention': (graph, actor) => {
    const spokenOf = new Set<string>();
    out(graph, actor, 'MADE', (s) => out(graph, s, 'ABOUT', (b) => spokenOf.add(b)));
    const mutual = new Set<string>();
    into(graph, actor, 'ABOUT', (s) =>
      into(graph, s, 'MADE', (b) => {
        if (spokenOf.has(b)) mutual.add(b);
      }),
    );
    return [mutual.size].length;
  },
  'acts of a speaker': (graph, actor) => {
    const { add, top } = tally();
    out(graph, actor, 'MADE', (s) => add(attribute(graph, s, 'act')));
    return top(Infinity);
  },
  'outlets that carry a speaker': (graph, actor) => {
    const pairs = new Set<string>();
    const { add, top } = tally();
    out(graph, actor, 'MADE', (s) =>
      out(graph, s, 'REPORTED_IN', (d) =>
        out(graph, d, 'PUBLISHED_BY', (o) => {
          if (pairs.has(`${s} ${o}`)) return;
          pairs.add(`${s} ${o}`);
          add(o);
        }),
      ),
    );
    return top(10);
  },
  'what was said in a year': (graph, actor) => {
    const rows: string[][] = [];
    out(graph, actor, 'MADE', (s) => {
      const said = attribute(graph, s, 'said');
      if (said < '2020' || said >= '2021') return;
      out(graph, s, 'ABOUT', (b) =>
        rows.push([attribute(graph, s, 'id'), attribute(graph, b, 'name')]),
      );
    });
    return rows.length;
  },
  'relations of an actor': (graph, actor) => {
    const rows: string[][] = [];
    for (const type of ['ally-of', 'supports', 'opposes']) {
      out(graph, actor, type, (b, edge) => rows.push([edge, attribute(graph, b, 'name')]));
    }
    return rows.length;
  },
  'parties to the same agreements': (graph, actor) => {
    const { add, top } = tally();
    out(graph, actor, 'PARTY_TO', (g, mine) =>
      into(graph, g, 'PARTY_TO', (b, theirs) => {
        if (theirs !== mine) add(b);
      }),
    );
    return top(10);
  },
  'who took part with an actor': (graph, actor) => {
    const rows: string[][] = [];
    out(graph, actor, 'TOOK_PART', (e, mine) =>
      into(graph, e, 'TOOK_PART', (b, theirs) => {
        if (theirs === mine) return;
        const role = String(graph.getEdgeAttribute(theirs, 'role'));
        rows.push([attribute(graph, e, 'id'), role, attribute(graph, b, 'name')]);
      }),
    );
    return rows.length;
  },
};
