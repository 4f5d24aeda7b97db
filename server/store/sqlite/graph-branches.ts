import type { GraphRequest } from '../record-graph.ts';
import type { EdgeTable, NodeTable } from './graph-model.ts';
import { EDGE_FAMILIES, NODE_TABLES } from './graph-model.ts';

/** `tables` are of one family, and `table` the first of them. */
export interface EdgeChoice {
  readonly table: EdgeTable;
  readonly tables: readonly EdgeTable[];
  readonly reversed: boolean;
}

/** One way to answer a request: a family of tables for every edge, a table for every node. */
export interface Branch {
  readonly edges: readonly EdgeChoice[];
  readonly nodes: readonly NodeTable[];
}

/** Every choice of tables in which edges meet nodes of the right kind. */
export function* branchesOf(
  request: GraphRequest,
  at = 0,
  chosen: Branch['edges'] = [],
): Iterable<Branch> {
  const edge = request.edges[at];
  if (!edge) {
    yield* nodeChoices(request, chosen, 0, []);
    return;
  }
  for (const family of EDGE_FAMILIES) {
    const tables = family.filter(({ type }) => !edge.types || edge.types.includes(type));
    const [table] = tables;
    if (!table) continue;
    for (const reversed of edge.undirected ? [false, true] : [false]) {
      const next = [...chosen, { table, tables, reversed }];
      if (consistent(request, next)) yield* branchesOf(request, at + 1, next);
    }
  }
}

function endLabel({ table, reversed }: Branch['edges'][number], end: 'from' | 'to'): string {
  return (end === 'from') === reversed ? table.to : table.from;
}

/** The kind that the edges chosen so far make of a node; null where none touches it. */
function kindByEdges(
  request: GraphRequest,
  chosen: Branch['edges'],
  node: number,
): string | null | false {
  const kinds = new Set<string>();
  chosen.forEach((choice, i) => {
    if (request.edges[i]?.from === node) kinds.add(endLabel(choice, 'from'));
    if (request.edges[i]?.to === node) kinds.add(endLabel(choice, 'to'));
  });
  return kinds.size > 1 ? false : ([...kinds][0] ?? null);
}

function accepts(table: NodeTable, labels: readonly string[]): boolean {
  const known = [table.label, ...Object.values(table.sublabels)];
  return labels.every((label) => known.includes(label));
}

function consistent(request: GraphRequest, chosen: Branch['edges']): boolean {
  return request.nodes.every(({ labels }, node) => {
    const kind = kindByEdges(request, chosen, node);
    if (kind === null) return true;
    const table = NODE_TABLES.find(({ label }) => label === kind);
    return table !== undefined && accepts(table, labels);
  });
}

function* nodeChoices(
  request: GraphRequest,
  edges: Branch['edges'],
  at: number,
  chosen: readonly NodeTable[],
): Iterable<Branch> {
  const node = request.nodes[at];
  if (!node) {
    yield { edges, nodes: chosen };
    return;
  }
  const kind = kindByEdges(request, edges, at);
  for (const table of NODE_TABLES) {
    if (kind !== null && table.label !== kind) continue;
    if (accepts(table, node.labels)) yield* nodeChoices(request, edges, at + 1, [...chosen, table]);
  }
}
