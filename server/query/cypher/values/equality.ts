import { equalDurations } from '../temporal/duration.ts';
import { formatTemporal } from '../temporal/format.ts';
import type { CypherInstant } from '../temporal/types.ts';
import { isTemporal } from '../temporal/types.ts';
import type { Path, Temporal, Value, ValueList, ValueMap } from '../value.ts';
import { isList, isMap } from '../value.ts';

/** Cypher's `=`: true, false, or null where a null (also one inside a list or map) decides. */
export function equals(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  if (typeof a !== 'object' || typeof b !== 'object') return equalScalars(a, b);
  if (isList(a)) return isList(b) ? equalLists(a, b) : false;
  if (isMap(a)) return isMap(b) ? equalMaps(a, b) : false;
  if (isList(b) || isMap(b) || a.kind !== b.kind) return false;
  return equalTagged(a, b);
}

/** 1 = 1.0 holds exactly (no rounding of large integers), NaN equals nothing. */
function equalScalars(a: Value, b: Value): boolean {
  if (typeof a === 'bigint' && typeof b === 'number') return Number.isInteger(b) && BigInt(b) === a;
  if (typeof a === 'number' && typeof b === 'bigint') return Number.isInteger(a) && BigInt(a) === b;
  return a === b;
}

type Tagged = Exclude<Value, null | boolean | bigint | number | string | ValueList | ValueMap>;

function equalTagged(a: Tagged, b: Tagged): boolean {
  if (a.kind === 'node' || a.kind === 'relationship') {
    return b.kind === a.kind && a.key === b.key;
  }
  if (a.kind === 'path') return b.kind === 'path' && equalPaths(a, b);
  if (a.kind === 'duration') return b.kind === 'duration' && equalDurations(a, b);
  return isTemporal(b) && b.kind !== 'duration' && equalInstants(a, b);
}

function equalPaths(a: Path, b: Path): boolean {
  return (
    a.relationships.length === b.relationships.length &&
    a.nodes.every((node, i) => node.key === b.nodes[i]?.key) &&
    a.relationships.every((relationship, i) => relationship.key === b.relationships[i]?.key)
  );
}

function equalInstants(a: CypherInstant, b: CypherInstant): boolean {
  return formatTemporal(a) === formatTemporal(b);
}

function equalLists(a: ValueList, b: ValueList): boolean | null {
  if (a.length !== b.length) return false;
  let result: boolean | null = true;
  for (let i = 0; i < a.length; i += 1) {
    const same = equals(a[i] ?? null, b[i] ?? null);
    if (same === false) return false;
    if (same === null) result = null;
  }
  return result;
}

function equalMaps(a: ValueMap, b: ValueMap): boolean | null {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  let result: boolean | null = true;
  for (const [key, value] of a) {
    const same = equals(value, b.get(key) ?? null);
    if (same === false) return false;
    if (same === null) result = null;
  }
  return result;
}

/**
 * A string that two values share exactly when they are equivalent, the relation of DISTINCT and
 * grouping: as `=`, but null is equivalent to null and NaN to NaN.
 */
export function equivalenceKey(value: Value): string {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}`;
    case 'bigint':
      return `n${value};`;
    case 'number':
      return numberKey(value);
    case 'boolean':
      return value ? 't' : 'f';
    default:
      return value === null ? '0' : containerKey(value);
  }
}

function numberKey(value: number): string {
  return Number.isInteger(value) ? `n${BigInt(value)};` : `n${value};`;
}

function containerKey(value: Exclude<Value, null | boolean | bigint | number | string>): string {
  if (isList(value)) return `[${value.map(equivalenceKey).join(',')}]`;
  if (isMap(value)) {
    const keys = [...value.keys()].sort();
    const parts = keys.map((key) => equivalenceKey(key) + equivalenceKey(value.get(key) ?? null));
    return `{${parts.join(',')}}`;
  }
  return taggedKey(value);
}

function taggedKey(value: Tagged): string {
  if (value.kind === 'node') return `N${typeof value.key}${value.key};`;
  if (value.kind === 'relationship') return `R${typeof value.key}${value.key};`;
  if (value.kind !== 'path') return `${value.kind}${temporalKey(value)};`;
  return `P${value.nodes.map(taggedKey).join('')}${value.relationships.map(taggedKey).join('')}`;
}

function temporalKey(value: Temporal): string {
  if (value.kind !== 'duration') return formatTemporal(value);
  return `${value.months}/${value.days}/${value.seconds}/${value.nanos}`;
}

/** One key for several values, as grouping by more than one expression needs. */
export function equivalenceKeys(values: readonly Value[]): string {
  return values.length === 1
    ? equivalenceKey(values[0] ?? null)
    : values.map(equivalenceKey).join();
}
