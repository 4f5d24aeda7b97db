import { epochSecond } from '../temporal/construct.ts';
import { orderDurations } from '../temporal/duration.ts';
import type { CypherInstant } from '../temporal/types.ts';
import { NANOS_PER_SECOND } from '../temporal/types.ts';
import type { TypeName, Value, ValueList, ValueMap } from '../value.ts';
import { isList, isMap, isTagged, typeOf } from '../value.ts';
import { equals } from './equality.ts';

/**
 * Order for `<` and its like: negative, zero or positive, or null where the values cannot be
 * compared (other types, a null inside, durations). NaN compares false with every number, which
 * callers see as NaN.
 */
export function compare(a: Value, b: Value): number | null {
  if (a === null || b === null) return null;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (isList(a) && isList(b)) return compareLists(a, b);
  return compareInstants(a, b);
}

/** By code point, as UTF-8 bytes compare too, so that every store can agree on it. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Moves surrogates, which stand for the highest code points, above all other units. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x2000 : unit;
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

function compareNumbers(a: bigint | number, b: bigint | number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLists(a: ValueList, b: ValueList): number | null {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const [left, right] = [a[i] ?? null, b[i] ?? null];
    const order = compare(left, right);
    if (order === null && equals(left, right) !== true) return null;
    if (order !== null && order !== 0) return order;
  }
  return a.length - b.length;
}

function compareInstants(a: Value, b: Value): number | null {
  if (!isTagged(a) || !isTagged(b) || a.kind !== b.kind) return null;
  if (a.kind === 'node' || a.kind === 'relationship' || a.kind === 'path') return null;
  if (a.kind === 'duration') return null;
  return orderInstants(a, b as CypherInstant);
}

/** By instant first, so that zones do not matter until two clocks show the same moment. */
function orderInstants(a: CypherInstant, b: CypherInstant): number {
  const [left, right] = [instantOrder(a), instantOrder(b)];
  for (let i = 0; i < left.length; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return zoneName(a) < zoneName(b) ? -1 : zoneName(a) > zoneName(b) ? 1 : 0;
}

function instantOrder(value: CypherInstant): readonly number[] {
  switch (value.kind) {
    case 'date':
      return [value.day];
    case 'localtime':
      return [value.nanos];
    case 'time':
      return [value.nanos - value.offset * NANOS_PER_SECOND, value.offset];
    case 'localdatetime':
      return [value.day, value.nanos];
    case 'datetime': {
      const second = epochSecond(value.day, value.nanos, value.offset);
      return [second, value.nanos % NANOS_PER_SECOND, value.offset];
    }
  }
}

function zoneName(value: CypherInstant): string {
  return value.kind === 'datetime' ? (value.zone ?? '') : '';
}

/** openCypher's global order of types, ascending; null comes last. */
const typeOrder: Readonly<Record<TypeName, number>> = {
  MAP: 0,
  NODE: 1,
  RELATIONSHIP: 2,
  LIST: 3,
  PATH: 4,
  DATETIME: 5,
  LOCALDATETIME: 6,
  DATE: 7,
  TIME: 8,
  LOCALTIME: 9,
  DURATION: 10,
  STRING: 11,
  BOOLEAN: 12,
  INTEGER: 13,
  FLOAT: 13,
  NULL: 14,
};

/** The total order of ORDER BY, min() and max(). */
export function order(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const [left, right] = [typeOf(a), typeOf(b)];
  const byType = typeOrder[left] - typeOrder[right];
  return byType === 0 ? orderSameType(a, b) : byType;
}

function orderSameType(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) return orderNumbers(a, b);
  if (isList(a) && isList(b)) return orderLists(a, b);
  if (isMap(a) && isMap(b)) return orderMaps(a, b);
  if (!isTagged(a) || !isTagged(b)) return compare(a, b) ?? 0;
  if (a.kind === 'duration' && b.kind === 'duration') return orderDurations(a, b);
  if ((a.kind === 'node' || a.kind === 'relationship') && b.kind === a.kind) {
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  }
  if (a.kind === 'path' && b.kind === 'path') {
    return orderLists(interleave(a.nodes, a.relationships), interleave(b.nodes, b.relationships));
  }
  return compare(a, b) ?? 0;
}

/** NaN is larger than every other number. */
function orderNumbers(a: bigint | number, b: bigint | number): number {
  const [left, right] = [Number.isNaN(a), Number.isNaN(b)];
  return left || right ? Number(left) - Number(right) : compareNumbers(a, b);
}

function interleave(nodes: ValueList, relationships: ValueList): Value[] {
  return nodes.flatMap((node, i) =>
    i < relationships.length ? [node, relationships[i] as Value] : [node],
  );
}

function orderLists(a: ValueList, b: ValueList): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = order(a[i] ?? null, b[i] ?? null);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** By keys, sorted, then by values in the order of the keys. */
function orderMaps(a: ValueMap, b: ValueMap): number {
  const [left, right] = [[...a.keys()].sort(), [...b.keys()].sort()];
  const byKeys = orderLists(left, right);
  if (byKeys !== 0) return byKeys;
  const values = (map: ValueMap) => left.map((key) => map.get(key) ?? null);
  return orderLists(values(a), values(b));
}
