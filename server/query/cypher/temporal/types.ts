/** Nanoseconds of the day, 0 up to but not 86,400,000,000,000; exact in a double. */
export type NanoOfDay = number;
/** Days since 1970-01-01 in the proleptic ISO calendar; years run from -999999999 to 999999999. */
export type EpochDay = number;
/** Seconds east of UTC, -64,800 to 64,800. */
export type Offset = number;

export interface CypherDate {
  readonly kind: 'date';
  readonly day: EpochDay;
}

export interface CypherLocalTime {
  readonly kind: 'localtime';
  readonly nanos: NanoOfDay;
}

export interface CypherTime {
  readonly kind: 'time';
  readonly nanos: NanoOfDay;
  readonly offset: Offset;
}

export interface CypherLocalDateTime {
  readonly kind: 'localdatetime';
  readonly day: EpochDay;
  readonly nanos: NanoOfDay;
}

/** Day and nanos are local; `zone` is an IANA name, or null where only an offset is known. */
export interface CypherDateTime {
  readonly kind: 'datetime';
  readonly day: EpochDay;
  readonly nanos: NanoOfDay;
  readonly offset: Offset;
  readonly zone: string | null;
}

/** Three amounts that do not convert into one another, and nanos of a second in 0 to 999,999,999. */
export interface CypherDuration {
  readonly kind: 'duration';
  readonly months: bigint;
  readonly days: bigint;
  readonly seconds: bigint;
  readonly nanos: number;
}

export type CypherInstant =
  CypherDate | CypherLocalTime | CypherTime | CypherLocalDateTime | CypherDateTime;

const kinds = new Set(['date', 'localtime', 'time', 'localdatetime', 'datetime', 'duration']);

export function isTemporal(value: {
  readonly kind: string;
}): value is CypherInstant | CypherDuration {
  return kinds.has(value.kind);
}

export const NANOS_PER_SECOND = 1_000_000_000;
export const NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;
export const SECONDS_PER_DAY = 86_400n;
/** A month's average length in the Gregorian calendar (365.2425 days / 12). */
export const SECONDS_PER_MONTH = 2_629_746n;
