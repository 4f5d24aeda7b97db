import { batches } from './batches.ts';
import type { Operator, Plan, Row } from './operator.ts';
import { runPlan, withSlot } from './operator.ts';

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
