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

/** Queries kept for each graph. */
const MAX_KEPT = 200;
/** Longest query kept, in UTF-16 units. */
const MAX_LENGTH = 10_000;

const caches = new WeakMap<PropertyGraph, Map<string, PreparedQuery>>();

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
  const cache = caches.get(graph) ?? new Map<string, PreparedQuery>();
  caches.set(graph, cache);
  const key = [statistics, ...signature(parameters), text].join('\n');
  const found = cache.get(key) ?? prepare();
  cache.delete(key);
  cache.set(key, found);
  for (const oldest of cache.keys()) {
    if (cache.size <= MAX_KEPT) break;
    cache.delete(oldest);
  }
  return found;
}

/** Names and types: what a plan may depend on. Names are quoted, for they may hold any character. */
function signature(parameters: Parameters): string[] {
  return [...parameters]
    .map(([name, value]) => `${JSON.stringify(name)} ${typeSign(value)}`)
    .sort();
}

/** Told apart as far as it decides whether a graph can compare with the value. */
function typeSign(value: Value): string {
  if (isList(value)) return `[${[...new Set(value.map(typeSign))].sort().join(' ')}]`;
  if (typeof value === 'number') return Number.isFinite(value) ? 'float' : 'not finite';
  if (typeof value !== 'bigint') return value === null ? 'null' : typeof value;
  return Number.isSafeInteger(Number(value)) ? 'integer' : 'large';
}
