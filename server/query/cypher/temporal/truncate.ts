import { argumentError, typeError } from '../errors.ts';
import type { Value, ValueMap } from '../value.ts';
import { describe, isMap } from '../value.ts';
import { civilDate, dayOfWeek, epochDay, isoWeek, quarterOf } from './calendar.ts';
import { quarterStart, weekYearStart } from './calendar.ts';
import type { InstantKind } from './construct.ts';
import { clockOf, dayOf, inZone, utc, zoneOf, zoneOfInstant } from './construct.ts';
import {
  asInstant,
  buildClock,
  buildDay,
  checkFields,
  clockFields,
  dayFields,
  integerField,
} from './fields.ts';
import type { CypherInstant, EpochDay, NanoOfDay } from './types.ts';
import { NANOS_PER_SECOND } from './types.ts';

const dayUnits: ReadonlyMap<string, (day: EpochDay) => EpochDay> = new Map([
  ['millennium', (day: EpochDay) => yearsStart(day, 1000)],
  ['century', (day: EpochDay) => yearsStart(day, 100)],
  ['decade', (day: EpochDay) => yearsStart(day, 10)],
  ['year', (day: EpochDay) => yearsStart(day, 1)],
  ['weekYear', (day: EpochDay) => weekYearStart(isoWeek(day).weekYear)],
  ['quarter', (day: EpochDay) => startOfQuarter(day)],
  ['month', (day: EpochDay) => day - civilDate(day).day + 1],
  ['week', (day: EpochDay) => day - dayOfWeek(day) + 1],
  ['day', (day: EpochDay) => day],
]);

const clockUnits: ReadonlyMap<string, number> = new Map([
  ['hour', 3600 * NANOS_PER_SECOND],
  ['minute', 60 * NANOS_PER_SECOND],
  ['second', NANOS_PER_SECOND],
  ['millisecond', 1_000_000],
  ['microsecond', 1000],
]);

function yearsStart(day: EpochDay, years: number): EpochDay {
  return epochDay(Math.floor(civilDate(day).year / years) * years, 1, 1);
}

function startOfQuarter(day: EpochDay): EpochDay {
  const { year, month } = civilDate(day);
  return quarterStart(year, quarterOf(month));
}

/**
 * `date.truncate(unit, value, fields)` and its like: everything below the unit is set to its
 * start, then the fields are set on top. A time zone replaces the old one without moving clocks.
 */
export function truncate(kind: InstantKind, unit: Value, value: Value, fields: Value): Value {
  if (unit === null || value === null) return null;
  const instant = asInstant(value);
  if (typeof unit !== 'string' || !instant || !(fields === null || isMap(fields))) {
    throw typeError('InvalidArgumentType', `${kind}.truncate() cannot take ${describe(value)}.`);
  }
  const map: ValueMap = fields ?? new Map<string, Value>();
  checkFields(map, [...dayFields, ...clockFields, 'timezone'], kind);
  return assemble(kind, instant, cutDay(kind, unit, instant), cutClock(unit, instant), map);
}

function cutDay(kind: InstantKind, unit: string, value: CypherInstant): EpochDay {
  const day = dayOf(value);
  const timeOnly = kind === 'time' || kind === 'localtime';
  const cut = dayUnits.get(unit);
  if (!cut && !clockUnits.has(unit)) throw unknownUnit(unit);
  if (timeOnly ? cut && unit !== 'day' : day === null || (!cut && kind === 'date')) {
    throw argumentError('InvalidArgumentValue', `A ${kind} cannot be cut to '${unit}' here.`);
  }
  return cut && day !== null ? cut(day) : (day ?? 0);
}

function unknownUnit(unit: string): Error {
  return argumentError('InvalidArgumentValue', `There is no unit '${unit}' to truncate to.`);
}

function cutClock(unit: string, value: CypherInstant): NanoOfDay {
  const size = clockUnits.get(unit);
  const clock = clockOf(value);
  if (size === undefined) return 0;
  if (clock === null) throw argumentError('InvalidArgumentValue', 'A date has no clock to cut.');
  return clock - (clock % size);
}

function assemble(
  kind: InstantKind,
  source: CypherInstant,
  cutTo: EpochDay,
  cutClockTo: NanoOfDay,
  fields: ValueMap,
): CypherInstant {
  const day = dayFields.some((name) => fields.has(name)) ? buildDay(fields, cutTo) : cutTo;
  const nanos = kind === 'date' ? 0 : overlayClock(fields, cutClockTo);
  if (kind === 'date') return { kind, day };
  if (kind === 'localtime') return { kind, nanos };
  if (kind === 'localdatetime') return { kind, day, nanos };
  const named = fields.get('timezone') ?? null;
  const zone = named === null ? (zoneOfInstant(source) ?? utc) : zoneOf(named);
  const zoned = inZone(day, nanos, zone);
  return kind === 'datetime' ? zoned : { kind, nanos, offset: zoned.offset };
}

/** A field below the second adds to what the cut has left: `.645` and 2 ns make `.645000002`. */
function overlayClock(fields: ValueMap, cut: NanoOfDay): NanoOfDay {
  const set = buildClock(fields, cut);
  const finer = ['millisecond', 'microsecond', 'nanosecond'];
  if (finer.every((name) => integerField(fields, name) === null)) return set;
  return set + (cut % NANOS_PER_SECOND);
}
