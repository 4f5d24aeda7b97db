import { argumentError, typeError } from '../errors.ts';
import type { Value, ValueMap } from '../value.ts';
import { describe, isMap } from '../value.ts';
import { floorMod } from './calendar.ts';
import type { Amount } from './duration.ts';
import { addUnits, amount, durationFromParts, nothing, parseDuration } from './duration.ts';
import {
  asDuration,
  asInstant,
  buildClock,
  buildDay,
  checkFields,
  clockFields,
  dayFields,
  integerField,
} from './fields.ts';
import { parseInstant } from './parse.ts';
import type {
  CypherDateTime,
  CypherDuration,
  CypherInstant,
  EpochDay,
  NanoOfDay,
  Offset,
} from './types.ts';
import { NANOS_PER_DAY, NANOS_PER_SECOND } from './types.ts';
import { checkZone, offsetAt, parseOffset, resolveLocal } from './zone.ts';

export type InstantKind = CypherInstant['kind'];

/** A zone as a map or an argument names it: an offset, or an IANA name. */
export type Zone =
  | { readonly offset: Offset; readonly name: null }
  | { readonly offset: null; readonly name: string };

export const utc: Zone = { offset: 0, name: null };

export function zoneOf(value: Value): Zone {
  if (typeof value !== 'string') {
    throw argumentError('InvalidArgumentType', `A time zone is a STRING, not ${describe(value)}.`);
  }
  const offset = parseOffset(value);
  return offset === null ? { offset: null, name: checkZone(value) } : { offset, name: null };
}

/** Seconds since the epoch; a fraction of a second never matters to an offset. */
export function epochSecond(day: EpochDay, nanos: NanoOfDay, offset: Offset): number {
  return day * 86_400 + Math.floor(nanos / NANOS_PER_SECOND) - offset;
}

/** A local date and time placed in a zone, at the preferred offset where the clock shows it twice. */
export function inZone(
  day: EpochDay,
  nanos: NanoOfDay,
  zone: Zone,
  preferred: Offset | null = null,
): CypherDateTime {
  if (zone.name === null) {
    return { kind: 'datetime', day, nanos, offset: zone.offset, zone: null };
  }
  return { kind: 'datetime', ...resolveLocal(zone.name, day, nanos, preferred), zone: zone.name };
}

/** The same instant on another zone's clock. */
export function toZone(value: CypherDateTime, zone: Zone): CypherDateTime {
  const there = zone.name === value.zone && (zone.name !== null || zone.offset === value.offset);
  if (there) return value;
  const seconds = epochSecond(value.day, value.nanos, value.offset);
  return atInstant(seconds, value.nanos % NANOS_PER_SECOND, zone);
}

export function atInstant(seconds: number, nanos: number, zone: Zone): CypherDateTime {
  const offset = zone.name === null ? zone.offset : offsetAt(zone.name, seconds);
  const local = seconds + offset;
  return {
    kind: 'datetime',
    day: Math.floor(local / 86_400),
    nanos: floorMod(local, 86_400) * NANOS_PER_SECOND + nanos,
    offset,
    zone: zone.name,
  };
}

export function dayOf(value: CypherInstant): EpochDay | null {
  return value.kind === 'time' || value.kind === 'localtime' ? null : value.day;
}

/** A date counts as midnight where a time is wanted of it by arithmetic, not by selection. */
export function clockOf(value: CypherInstant): NanoOfDay | null {
  return value.kind === 'date' ? null : value.nanos;
}

export function zoneOfInstant(value: CypherInstant): Zone | null {
  if (value.kind === 'time') return { offset: value.offset, name: null };
  if (value.kind !== 'datetime') return null;
  return value.zone === null
    ? { offset: value.offset, name: null }
    : { offset: null, name: value.zone };
}

/** Parts chosen for a new value: what `date`, `time` and `datetime` select, and the rest. */
interface Selection {
  readonly day: EpochDay | null;
  readonly clock: NanoOfDay | null;
  readonly zone: Zone | null;
}

function select(fields: ValueMap): Selection {
  const whole = selected(fields, 'datetime');
  const date = whole ?? selected(fields, 'date');
  const time = whole ?? selected(fields, 'time');
  return {
    day: date && need(dayOf(date), 'date'),
    clock: time && need(clockOf(time), 'time'),
    zone: time && zoneOfInstant(time),
  };
}

function need(value: number | null, part: string): number {
  if (value !== null) return value;
  throw argumentError('InvalidArgumentValue', `The value has no ${part} to select.`);
}

function selected(fields: ValueMap, name: string): CypherInstant | null {
  const value = fields.get(name) ?? null;
  if (value === null) return null;
  const instant = asInstant(value);
  if (instant) return instant;
  throw argumentError('InvalidArgumentType', `${name} must be temporal, not ${describe(value)}.`);
}

const allowed: Record<InstantKind, readonly string[]> = {
  date: [...dayFields, 'date', 'datetime'],
  localtime: [...clockFields, 'time', 'datetime'],
  time: [...clockFields, 'time', 'datetime', 'timezone'],
  localdatetime: [...dayFields, ...clockFields, 'date', 'time', 'datetime'],
  datetime: [
    ...dayFields,
    ...clockFields,
    'date',
    'time',
    'datetime',
    'timezone',
    'epochSeconds',
    'epochMillis',
  ],
};

/**
 * `date(...)`, `time(...)` and the rest with one argument: a map of fields, a string, or another
 * temporal value to take parts from. `now` gives the statement's clock. null in, null out.
 */
export function construct(kind: InstantKind, argument: Value, now: CypherDateTime): Value {
  if (argument === null) return null;
  if (typeof argument === 'string') return parseInstant(kind, argument, null);
  const other = asInstant(argument);
  if (other) return convert(kind, other);
  if (!isMap(argument)) {
    throw typeError('InvalidArgumentType', `${kind}() cannot take ${describe(argument)}.`);
  }
  checkFields(argument, allowed[kind], kind);
  return fromFields(kind, argument, now);
}

function convert(kind: InstantKind, other: CypherInstant): CypherInstant {
  const day = kind === 'time' || kind === 'localtime' ? 0 : need(dayOf(other), 'date');
  const clock = kind === 'date' ? 0 : need(clockOf(other), 'time');
  return assemble(kind, day, clock, zoneOfInstant(other) ?? utc);
}

function fromFields(kind: InstantKind, fields: ValueMap, now: CypherDateTime): CypherInstant {
  const zoneField = fields.get('timezone') ?? null;
  const wanted = zoneField === null ? null : zoneOf(zoneField);
  const epoch = kind === 'datetime' ? fromEpoch(fields, wanted ?? utc) : null;
  if (epoch) return epoch;
  const base = select(fields);
  const day = kind === 'time' || kind === 'localtime' ? 0 : buildDay(fields, base.day);
  const clock = kind === 'date' ? 0 : buildClock(fields, base.clock ?? clockDefault(kind, fields));
  if (kind === 'time') return timeOf(clock, base.zone, wanted, now);
  const value = assemble(kind, day, clock, base.zone ?? wanted ?? utc);
  return value.kind === 'datetime' && base.zone && wanted ? toZone(value, wanted) : value;
}

/** A date and time without any clock field is midnight; a time must say its hour. */
function clockDefault(kind: InstantKind, fields: ValueMap): NanoOfDay | null {
  if (clockFields.some((name) => fields.has(name))) return null;
  return kind === 'time' || kind === 'localtime' ? need(null, 'hour') : 0;
}

function assemble(kind: InstantKind, day: EpochDay, nanos: NanoOfDay, zone: Zone): CypherInstant {
  switch (kind) {
    case 'date':
      return { kind, day };
    case 'localtime':
      return { kind, nanos };
    case 'time':
      return { kind, nanos, offset: inZone(day, nanos, zone).offset };
    case 'localdatetime':
      return { kind, day, nanos };
    case 'datetime':
      return inZone(day, nanos, zone);
  }
}

function timeOf(
  nanos: NanoOfDay,
  base: Zone | null,
  wanted: Zone | null,
  now: CypherDateTime,
): CypherInstant {
  const offset = (zone: Zone) => toZone(now, zone).offset;
  const from = offset(base ?? wanted ?? utc);
  const to = offset(wanted ?? base ?? utc);
  const shifted = floorMod(nanos + (to - from) * NANOS_PER_SECOND, NANOS_PER_DAY);
  return { kind: 'time', nanos: shifted, offset: to };
}

function fromEpoch(fields: ValueMap, zone: Zone): CypherDateTime | null {
  const seconds = integerField(fields, 'epochSeconds');
  const millis = integerField(fields, 'epochMillis');
  if (seconds === null && millis === null) return null;
  const nanos = integerField(fields, 'nanosecond') ?? 0;
  const whole = seconds ?? Math.floor((millis ?? 0) / 1000);
  const rest = seconds === null ? floorMod(millis ?? 0, 1000) * 1e6 : 0;
  const total = rest + nanos;
  const carry = Math.floor(total / NANOS_PER_SECOND);
  return atInstant(whole + carry, floorMod(total, NANOS_PER_SECOND), zone);
}

const durationFields: readonly (readonly [string, 'months' | 'days' | 'nanos', bigint])[] = [
  ['years', 'months', 12n],
  ['quarters', 'months', 3n],
  ['months', 'months', 1n],
  ['weeks', 'days', 7n],
  ['days', 'days', 1n],
  ['hours', 'nanos', 3_600_000_000_000n],
  ['minutes', 'nanos', 60_000_000_000n],
  ['seconds', 'nanos', 1_000_000_000n],
  ['milliseconds', 'nanos', 1_000_000n],
  ['microseconds', 'nanos', 1000n],
  ['nanoseconds', 'nanos', 1n],
];

/** `duration(...)` from a map of amounts or an ISO 8601 string. null in, null out. */
export function constructDuration(argument: Value): Value {
  if (argument === null || asDuration(argument)) return argument;
  if (typeof argument === 'string') {
    const parsed = parseDuration(argument);
    if (parsed) return parsed;
    throw argumentError('InvalidArgumentValue', `'${argument.slice(0, 60)}' is not a duration.`);
  }
  if (!isMap(argument)) {
    throw typeError('InvalidArgumentType', `duration() cannot take ${describe(argument)}.`);
  }
  return durationFromMap(argument);
}

function durationFromMap(fields: ValueMap): CypherDuration {
  checkFields(
    fields,
    durationFields.map(([name]) => name),
    'duration',
  );
  const sums = { months: nothing, days: nothing, nanos: nothing };
  for (const [name, field, size] of durationFields) {
    const value = fields.get(name) ?? null;
    if (value !== null) sums[field] = addUnits(sums[field], numberField(name, value), size);
  }
  return durationFromParts(sums.months, sums.days, sums.nanos);
}

function numberField(name: string, value: Value): Amount {
  if (typeof value === 'bigint' || typeof value === 'number') return amount(value);
  throw argumentError('InvalidArgumentType', `${name} must be a number, not ${describe(value)}.`);
}
