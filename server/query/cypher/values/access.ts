import { typeError } from '../errors.ts';
import { temporalProperty } from '../temporal/access.ts';
import type { Value } from '../value.ts';
import { describe, isList, isMap } from '../value.ts';

/** `value.name`: null for null and for what is not there. */
export function propertyOf(value: Value, name: string): Value {
  if (value === null) return null;
  if (typeof value === 'object' && !isList(value)) {
    if (isMap(value)) return value.get(name) ?? null;
    if (value.kind === 'node' || value.kind === 'relationship') return value.property(name);
    if (value.kind !== 'path') return temporalProperty(value, name);
  }
  throw typeError('InvalidArgumentType', `${describe(value)} has no properties.`);
}

/** `value[index]`: lists by INTEGER, from the end where negative; the rest by STRING. */
export function elementOf(value: Value, index: Value): Value {
  if (value === null || index === null) return null;
  if (isList(value)) {
    if (typeof index === 'bigint') return value.at(clampIndex(index)) ?? null;
    const message = `A list is indexed by INTEGER, not ${describe(index)}.`;
    throw typeError('ListElementAccessByNonInteger', message);
  }
  if (typeof value !== 'object') {
    throw typeError('InvalidArgumentType', `${describe(value)} cannot be indexed.`);
  }
  if (typeof index === 'string') return propertyOf(value, index);
  const message = `A ${isMap(value) ? 'map' : value.kind} is indexed by STRING, not ${describe(index)}.`;
  throw typeError('MapElementAccessByNonString', message);
}

function clampIndex(index: bigint): number {
  return Number(BigInt.asIntN(53, index) === index ? index : Number.MAX_SAFE_INTEGER);
}

/** `list[from..to]`, either end open where undefined; null where an end is null. */
export function sliceOf(value: Value, from: Value | undefined, to: Value | undefined): Value {
  if (value === null || from === null || to === null) return null;
  if (!isList(value)) {
    throw typeError('InvalidArgumentType', `${describe(value)} cannot be sliced.`);
  }
  return value.slice(bound(from, 0), bound(to, value.length));
}

function bound(value: Value | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value === 'bigint') return Number(value);
  throw typeError('InvalidArgumentType', `A slice ends at an INTEGER, not ${describe(value)}.`);
}
