import { argumentError } from '../errors.ts';
import { epochDay, floorMod } from './calendar.ts';
import type { EpochDay, NanoOfDay, Offset } from './types.ts';
import { NANOS_PER_SECOND } from './types.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw argumentError('InvalidArgumentValue', `No time zone is called '${zone}'.`);
  }
}

/** Throws ArgumentError unless the IANA database (as ICU carries it) knows the name. */
export function checkZone(zone: string): string {
  formatFor(zone);
  return zone;
}

/** Offset in force in a zone at an instant given in seconds since the epoch. */
export function offsetAt(zone: string, epochSeconds: number): Offset {
  const clamped = withinIntl(Math.floor(epochSeconds));
  const part = new Map<string, string>();
  for (const { type, value } of formatFor(zone).formatToParts(clamped * 1000)) {
    part.set(type, value);
  }
  const number = (name: string) => Number(part.get(name));
  const year = part.get('era') === 'BC' ? 1 - number('year') : number('year');
  const day = epochDay(year, number('month'), number('day'));
  return day * 86_400 + number('hour') * 3600 + number('minute') * 60 + number('second') - clamped;
}

const FOUR_CENTURIES = 146_097 * 86_400;

/** Instants that Date cannot hold move by whole 400-year cycles, which repeat the calendar. */
function withinIntl(seconds: number): number {
  const limit = 8.64e12 - FOUR_CENTURIES;
  if (Math.abs(seconds) <= limit) return seconds;
  const cycles = Math.trunc((Math.abs(seconds) - limit) / FOUR_CENTURIES) + 1;
  return seconds - Math.sign(seconds) * cycles * FOUR_CENTURIES;
}

/**
 * Offset for a local date and time. In a gap the offset before it applies and the clock moves on;
 * in an overlap the earlier instant is meant, unless `preferred` names the other (java.time's
 * ZonedDateTime.ofLocal, which openCypher follows).
 */
export function resolveLocal(
  zone: string,
  day: EpochDay,
  nanos: NanoOfDay,
  preferred: Offset | null = null,
): { day: EpochDay; nanos: NanoOfDay; offset: Offset } {
  const local = day * 86_400 + Math.floor(nanos / NANOS_PER_SECOND);
  const before = offsetAt(zone, local - 86_400);
  const after = offsetAt(zone, local + 86_400);
  const fits = [...new Set([before, offsetAt(zone, local - before), after])].filter(
    (offset) => offsetAt(zone, local - offset) === offset,
  );
  if (preferred !== null && fits.includes(preferred)) return { day, nanos, offset: preferred };
  const best = fits.length > 0 ? Math.max(...fits) : null;
  if (best !== null) return { day, nanos, offset: best };
  return { ...shift(day, nanos, after - before), offset: after };
}

/** Moves a local date and time by seconds. */
function shift(
  day: EpochDay,
  nanos: NanoOfDay,
  seconds: number,
): { day: EpochDay; nanos: NanoOfDay } {
  const second = Math.floor(nanos / NANOS_PER_SECOND) + seconds;
  const days = Math.floor(second / 86_400);
  return {
    day: day + days,
    nanos: floorMod(second, 86_400) * NANOS_PER_SECOND + (nanos % NANOS_PER_SECOND),
  };
}

const offsetPattern = /^([+-])(\d{2})(?::?(\d{2}))?(?::?(\d{2}))?$/;

/** `Z`, `±hh`, `±hh:mm`, `±hh:mm:ss` and the same without colons; null where it is none of them. */
export function parseOffset(text: string): Offset | null {
  if (text === 'Z' || text === 'z') return 0;
  const match = offsetPattern.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (total > 64_800 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return sign === '-' ? 0 - total : total;
}

export function formatOffset(offset: Offset): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  const clock = `${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`;
  return `${offset < 0 ? '-' : '+'}${clock}`;
}
