/** A table of a SELECT and the nodes of the pattern that its rows name. */
export interface JoinedTable {
  readonly sql: string;
  readonly ends: readonly number[];
  /** The node that has at most one row here; null where it can have many. */
  readonly single: number | null;
  /** Whether it can leave rows out; a table that is only read from waits till the end. */
  readonly narrows: boolean;
  /** Whether its rows are themselves the node they lead to, so that no further lookup follows. */
  readonly own: boolean;
}

/**
 * Tables in the order of a walk from a node: what adds no rows first, then the edges of the node
 * reached earliest, so that a cycle is entered from both of its sides, those first that lookups
 * follow, so that these are not repeated for each row of the others; last what is only read from.
 * (Mutual mention over a million statements: entered from one side only, 20 times as slow.)
 */
export function walkOrder(tables: readonly JoinedTable[], anchor: number): JoinedTable[] {
  const reached = new Set([anchor]);
  const left = [...tables];
  const walk: JoinedTable[] = [];
  while (left.length > 0) {
    const best = left.reduce((one, other) =>
      rank(other, reached) < rank(one, reached) ? other : one,
    );
    left.splice(left.indexOf(best), 1);
    walk.push(best);
    for (const end of best.ends) reached.add(end);
  }
  return walk;
}

function rank({ ends, single, narrows, own }: JoinedTable, reached: ReadonlySet<number>): number {
  if (!ends.some((end) => reached.has(end))) return Infinity;
  if (!narrows) return 1;
  if (ends.every((end) => reached.has(end)) || reached.has(single ?? -1)) return -1;
  const place = [...reached].findIndex((node) => ends.includes(node));
  return (place + (own ? 0.5 : 0)) / reached.size;
}
