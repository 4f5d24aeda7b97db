import type { Value } from '../value.ts';
import { epochSecond } from './construct.ts';
import { dayPart } from './fields.ts';
import { formatOffset } from './zone.ts';
import { clockNanos } from './duration.ts';
import type { CypherDuration, CypherInstant, NanoOfDay } from './types.ts';
import { NANOS_PER_SECOND } from './types.ts';

/** `value.year`, `value.offset`, `duration.minutesOfHour`: null for a name the value has not. */
export function temporalProperty(value: CypherInstant | CypherDuration, name: string): Value {
  if (value.kind === 'duration') return durationPart(value, name);
  const part = instantPart(value, name);
  return typeof part === 'number' ? BigInt(part) : part;
}

function instantPart(value: CypherInstant, name: string): number | string | null {
  const day = 'day' in value ? dayPart(value.day, name) : null;
  if (day !== null) return day;
  const clock = 'nanos' in value ? clockPart(value.nanos, name) : null;
  if (clock !== null) return clock;
  return 'offset' in value ? zonePart(value, name) : null;
}

function clockPart(nanos: NanoOfDay, name: string): number | null {
  const second = Math.floor(nanos / NANOS_PER_SECOND);
  const fraction = nanos % NANOS_PER_SECOND;
  switch (name) {
    case 'hour':
      return Math.floor(second / 3600);
    case 'minute':
      return Math.floor(second / 60) % 60;
    case 'second':
      return second % 60;
    case 'millisecond':
      return Math.floor(fraction / 1e6);
    case 'microsecond':
      return Math.floor(fraction / 1e3);
    case 'nanosecond':
      return fraction;
    default:
      return null;
  }
}

function zonePart(
  value: Extract<CypherInstant, { offset: number }>,
  name: string,
): number | string | null {
  switch (name) {
    case 'timezone':
      return value.kind === 'datetime' && value.zone !== null
        ? value.zone
        : formatOffset(value.offset);
    case 'offset':
      return formatOffset(value.offset);
    case 'offsetMinutes':
      return Math.trunc(value.offset / 60);
    case 'offsetSeconds':
      return value.offset;
    default:
      return value.kind === 'datetime' ? epochPart(value, name) : null;
  }
}

function epochPart(
  value: Extract<CypherInstant, { kind: 'datetime' }>,
  name: string,
): number | null {
  const seconds = epochSecond(value.day, value.nanos, value.offset);
  if (name === 'epochSeconds') return seconds;
  if (name !== 'epochMillis') return null;
  return seconds * 1000 + Math.floor((value.nanos % NANOS_PER_SECOND) / 1e6);
}

const MILLION = 1_000_000n;

/** Totals (`minutes`) and remainders (`minutesOfHour`), as CIP2015-08-06 names them. */
const durationParts: ReadonlyMap<string, (d: CypherDuration) => bigint> = new Map<
  string,
  (d: CypherDuration) => bigint
>([
  ['years', (d) => d.months / 12n],
  ['quarters', (d) => d.months / 3n],
  ['months', (d) => d.months],
  ['weeks', (d) => d.days / 7n],
  ['days', (d) => d.days],
  ['hours', (d) => d.seconds / 3600n],
  ['minutes', (d) => d.seconds / 60n],
  ['seconds', (d) => d.seconds],
  ['milliseconds', (d) => clockNanos(d) / MILLION],
  ['microseconds', (d) => clockNanos(d) / 1000n],
  ['nanoseconds', (d) => clockNanos(d)],
  ['quartersOfYear', (d) => (d.months / 3n) % 4n],
  ['monthsOfYear', (d) => d.months % 12n],
  ['monthsOfQuarter', (d) => d.months % 3n],
  ['daysOfWeek', (d) => d.days % 7n],
  ['minutesOfHour', (d) => (d.seconds / 60n) % 60n],
  ['secondsOfMinute', (d) => d.seconds % 60n],
  ['millisecondsOfSecond', (d) => BigInt(d.nanos) / MILLION],
  ['microsecondsOfSecond', (d) => BigInt(d.nanos) / 1000n],
  ['nanosecondsOfSecond', (d) => BigInt(d.nanos)],
]);

function durationPart(value: CypherDuration, name: string): Value {
  return durationParts.get(name)?.(value) ?? null;
}
