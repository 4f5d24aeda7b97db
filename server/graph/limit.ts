import type { EdgeDraft, NodeDraft } from './projection.ts';

/** Most edges for each node that is allowed, so that a screen stays within what it can draw. */
export const EDGES_PER_NODE = 3;

export interface Drafts {
  readonly nodes: ReadonlyMap<string, NodeDraft>;
  readonly edges: ReadonlyMap<string, EdgeDraft>;
}

export interface Limited extends Drafts {
  readonly omitted: { readonly nodes: number; readonly edges: number };
  /** Why something was left out; null when nothing was. */
  readonly reason: string | null;
}

/**
 * The part of a graph that is shown: nodes with most statements and records about them, then the
 * edges among them that rest on most records. What is left out is counted.
 *
 * @param always nodes that are kept whatever their weight
 */
export function limited(
  { nodes, edges }: Drafts,
  limit: number,
  always: readonly string[] = [],
): Limited {
  const most = limit * EDGES_PER_NODE;
  if (nodes.size <= limit && edges.size <= most) {
    return { nodes, edges, omitted: { nodes: 0, edges: 0 }, reason: null };
  }
  const kept = nodes.size <= limit ? nodes : heaviest({ nodes, edges }, limit, always);
  const among = [...edges].filter(([, it]) => kept.has(it.source) && kept.has(it.target));
  const strongest = among.sort(byRecords).slice(0, most);
  const omitted = { nodes: nodes.size - kept.size, edges: edges.size - strongest.length };
  const reason =
    `limit=${limit}: the ${kept.size} nodes with most statements and ties are shown` +
    (among.length > most ? `, with the ${most} edges that rest on most records` : '');
  return { nodes: kept, edges: new Map(strongest), omitted, reason };
}

function byRecords([a, one]: [string, EdgeDraft], [b, two]: [string, EdgeDraft]): number {
  return two.records.length - one.records.length || (a < b ? -1 : 1);
}

function heaviest({ nodes, edges }: Drafts, limit: number, always: readonly string[]) {
  const weights = new Map([...nodes].map(([key, { said }]) => [key, said]));
  for (const { source, target, records } of edges.values()) {
    for (const end of [source, target]) weights.set(end, (weights.get(end) ?? 0) + records.length);
  }
  for (const key of always) weights.set(key, Infinity);
  const order = [...nodes.keys()].sort(
    (a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const kept = order.slice(0, limit);
  return new Map(
    kept.flatMap((key) => {
      const draft = nodes.get(key);
      return draft ? [[key, draft] as const] : [];
    }),
  );
}
