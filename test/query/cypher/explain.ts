import { runQuery } from '../../../server/query/cypher/engine.ts';
import type { PropertyGraph } from '../../../server/query/cypher/graph.ts';

/** The plan of a query, one operator a row, as EXPLAIN shows it. */
export function explain(text: string, graph: PropertyGraph): string[] {
  return [...runQuery(`EXPLAIN ${text}`, graph).rows].map(([line]) => String(line));
}
