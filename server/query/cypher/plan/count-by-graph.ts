import type { AggregateSpec } from '../exec/aggregate.ts';
import type { Compiler, PushedPattern } from '../exec/compiler.ts';
import type { Operator } from '../exec/operator.ts';
import type { PatternGrouping } from '../graph.ts';
import type { Expression, ExpressionOf } from '../syntax/ast.ts';
import { fetchCells } from './fetch.ts';

interface Counting {
  readonly keys: readonly { readonly expression: Expression; readonly slot: number }[];
  readonly specs: readonly (AggregateSpec & { readonly source: ExpressionOf<'call'> })[];
  /** The slot that each ORDER BY item reads, null where it reads something else. */
  readonly sort: readonly { readonly slot: number | null; readonly descending: boolean }[];
  readonly limit: Expression | null;
  readonly compiler: Compiler;
  readonly details: string;
}

export interface Counted {
  readonly operator: Operator;
  /** What of ORDER BY and LIMIT the graph does. */
  readonly ordered: boolean;
  readonly limited: boolean;
}

/** Grouping and counting by the graph; null where a key is no property or an aggregate no count. */
export function countByGraph(
  { request, details, cellOf: cell }: PushedPattern,
  counting: Counting,
): Counted | null {
  const { keys, specs, compiler } = counting;
  const keyCells = keys.map(({ expression }) => cell(expression));
  if (!keyCells.every((key) => key && ('node' in key.of || key.property !== null))) return null;
  const counts = specs.map((spec) => countOf(spec, cell));
  if (counts.includes(null)) return null;
  const grouping: PatternGrouping = {
    keys: keyCells.filter((key) => key !== null),
    counts: counts.filter((count) => count !== null),
    ...orderOf(counting),
  };
  if (!compiler.graph.countPattern?.(request, grouping, compiler.parameters)) return null;
  const slots = [...keys, ...specs].map(({ slot }) => slot);
  const shown = `${details}: ${counting.details}`;
  const operator = fetchCells('PatternCount', shown, slots, ({ graph, parameters }) => {
    return graph.countPattern?.(request, grouping, parameters) ?? [];
  });
  const ordered = grouping.order.length > 0;
  return { operator, ordered, limited: grouping.limit !== null };
}

function countOf(
  { name, distinct, source }: Counting['specs'][number],
  cell: PushedPattern['cellOf'],
): PatternGrouping['counts'][number] | null {
  if (name !== 'count') return null;
  if (source.args === null) return { cell: null, distinct: false };
  const [argument] = source.args;
  const found = argument ? cell(argument) : null;
  return found ? { cell: found, distinct } : null;
}

/** Order and limit go along where the order is by counts alone. */
function orderOf({ specs, sort, limit }: Counting): Pick<PatternGrouping, 'order' | 'limit'> {
  const order = sort.map(({ slot, descending }) => ({
    count: specs.findIndex((spec) => spec.slot === slot),
    descending,
  }));
  if (order.some(({ count }) => count < 0)) return { order: [], limit: null };
  const most = limit?.kind === 'literal' && typeof limit.value === 'bigint' ? limit.value : null;
  return { order, limit: most === null ? null : Number(most) };
}
