import type { Parameters, PropertyGraph } from '../graph.ts';
import type { Statement } from '../syntax/ast.ts';
import type { Value } from '../value.ts';
import { isList } from '../value.ts';
import type { QueryPlan } from './query.ts';

/** A query parsed, checked and planned; plans keep no state of their runs, so that it serves many. */
export interface PreparedQuery {
  readonly statement: Statement;
  readonly plan: QueryPlan;
}

/** Texts kept for each graph, and plans for each text. */
const MAX_KEPT = 100;
const MAX_VARIANTS = 4;
/** Longest query kept, in UTF-16 units. */
const MAX_LENGTH = 10_000;

/** By text, then by all else that a plan depends on; text least recently used first. */
type Kept = Map<string, Map<string, PreparedQuery>>;

const caches = new WeakMap<PropertyGraph, Kept>();

/**
 * The prepared query for a text on a graph that says its statistics, made once for parameters of
 * the same names and types; least recently used out first. Throws what `prepare` throws, and keeps
 * no failure.
 */
export function preparedQuery(
  text: string,
  graph: PropertyGraph,
  parameters: Parameters,
  prepare: () => PreparedQuery,
): PreparedQuery {
  const statistics = graph.statistics?.();
  if (statistics === undefined || text.length > MAX_LENGTH) return prepare();
  const key = statistics + signature(parameters);
  let kept = caches.get(graph);
  if (!kept) caches.set(graph, (kept = new Map()));
  const plans = kept.get(text) ?? new Map<string, PreparedQuery>();
  const found = plans.get(key) ?? prepare();
  if (plans.size >= MAX_VARIANTS && !plans.has(key)) plans.clear();
  plans.set(key, found);
  keepLast(kept, text, plans);
  return found;
}

function keepLast(kept: Kept, text: string, plans: Map<string, PreparedQuery>): void {
  kept.delete(text);
  kept.set(text, plans);
  if (kept.size <= MAX_KEPT) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}

/** Names and types: what a plan may depend on. Names are quoted, for they may hold any character. */
function signature(parameters: Parameters): string {
  const signs: string[] = [];
  for (const [name, value] of parameters)
    signs.push(`\n${JSON.stringify(name)} ${typeSign(value)}`);
  return signs.sort().join('');
}

/** Told apart as far as it decides whether a graph can compare with the value. */
function typeSign(value: Value): string {
  if (isList(value)) return `[${[...new Set(value.map(typeSign))].sort().join(' ')}]`;
  if (typeof value === 'number') return Number.isFinite(value) ? 'float' : 'not finite';
  if (typeof value !== 'bigint') return value === null ? 'null' : typeof value;
  return Number.isSafeInteger(Number(value)) ? 'integer' : 'large';
}
