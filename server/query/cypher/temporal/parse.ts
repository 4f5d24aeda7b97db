import {
  daysInMonth,
  epochDay,
  isoWeek,
  outOfRange,
  quarterStart,
  validDay,
  weekYearStart,
} from './calendar.ts';
import type { CypherInstant, EpochDay, NanoOfDay, Offset } from './types.ts';
import { NANOS_PER_SECOND } from './types.ts';
import { checkZone, parseOffset, resolveLocal } from './zone.ts';
import { argumentError } from '../errors.ts';

const YEAR = '([-+]\\d{1,9}|\\d{4})';

type DayReader = (year: number, first: number, second: number) => EpochDay;

/** ISO 8601 calendar, ordinal, week and quarter dates, extended and basic, whole and reduced. */
const dayForms: readonly (readonly [RegExp, DayReader])[] = [
  [new RegExp(`^${YEAR}$`), (y) => validDay(y, 1, 1)],
  [new RegExp(`^${YEAR}-(\\d{1,2})$`), (y, m) => validDay(y, m, 1)],
  [new RegExp(`^${YEAR}-(\\d{1,2})-(\\d{1,2})$`), validDay],
  [/^(\d{4})(\d{2})$/, (y, m) => validDay(y, m, 1)],
  [/^(\d{4})(\d{2})(\d{2})$/, validDay],
  [new RegExp(`^${YEAR}-?W(\\d{1,2})$`), (y, w) => validWeek(y, w, 1)],
  [new RegExp(`^${YEAR}-?W(\\d{2})-?(\\d)$`), validWeek],
  [new RegExp(`^${YEAR}-?Q(\\d)$`), (y, q) => validQuarter(y, q, 1)],
  [new RegExp(`^${YEAR}-?Q(\\d)-?(\\d{1,2})$`), validQuarter],
  [new RegExp(`^${YEAR}-?(\\d{3})$`), validOrdinal],
];

export function validWeek(weekYear: number, week: number, day: number): EpochDay {
  const result = weekYearStart(weekYear) + (week - 1) * 7 + day - 1;
  if (week < 1 || week > 53 || isoWeek(result - day + 1).weekYear !== weekYear) {
    throw outOfRange('week', week);
  }
  if (day < 1 || day > 7) throw outOfRange('day of the week', day);
  return result;
}

export function validQuarter(year: number, quarter: number, day: number): EpochDay {
  if (quarter < 1 || quarter > 4) throw outOfRange('quarter', quarter);
  const start = quarterStart(year, quarter);
  const length = epochDay(year, quarter * 3 + 1, 1) - start;
  if (day < 1 || day > length) throw outOfRange('day of the quarter', day);
  return start + day - 1;
}

export function validOrdinal(year: number, day: number): EpochDay {
  if (day < 1 || day > 337 + daysInMonth(year, 2)) throw outOfRange('day of the year', day);
  return epochDay(year, 1, 1) + day - 1;
}

function parseDay(text: string): EpochDay | null {
  for (const [pattern, read] of dayForms) {
    const match = pattern.exec(text);
    if (match) return read(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return null;
}

const clockPattern = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?$/;

function parseClock(text: string): NanoOfDay | null {
  const match = clockPattern.exec(text);
  if (!match) return null;
  const [, hours, minutes = '0', seconds = '0', fraction = ''] = match;
  if (Number(hours) > 23) throw outOfRange('hour', Number(hours));
  if (Number(minutes) > 59) throw outOfRange('minute', Number(minutes));
  if (Number(seconds) > 59) throw outOfRange('second', Number(seconds));
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total * NANOS_PER_SECOND + Number(fraction.padEnd(9, '0'));
}

interface ZoneText {
  readonly offset: Offset | null;
  readonly zone: string | null;
}

/** Splits a clock from its zone: `Z`, an offset, a name in brackets, or an offset and a name. */
function splitZone(text: string): readonly [string, ZoneText] {
  const match = /^([\d:.,]*)(Z|z|[-+][\d:]+)?(?:\[([^\]]+)\])?$/.exec(text);
  if (!match) return [text, { offset: null, zone: null }];
  const [, clock = '', offset, zone] = match;
  const parsed = offset === undefined ? null : parseOffset(offset);
  if (offset !== undefined && parsed === null) return [text, { offset: null, zone: null }];
  return [clock, { offset: parsed, zone: zone === undefined ? null : checkZone(zone) }];
}

function splitDateTime(text: string): readonly [string, string] {
  const at = text.indexOf('T');
  return at < 0 ? [text, '00'] : [text.slice(0, at), text.slice(at + 1)];
}

/** Throws ArgumentError (InvalidArgumentValue, NumberOutOfRange) where the text is no such value. */
export function parseInstant<K extends CypherInstant['kind']>(
  kind: K,
  text: string,
  defaultZone: string | null,
): Extract<CypherInstant, { kind: K }> {
  const value = text.length > 100 ? null : read(kind, text.trim(), defaultZone);
  if (value === null) {
    throw argumentError('InvalidArgumentValue', `'${text.slice(0, 60)}' is not a ${kind}.`);
  }
  return value as Extract<CypherInstant, { kind: K }>;
}

function read(
  kind: CypherInstant['kind'],
  text: string,
  defaultZone: string | null,
): CypherInstant | null {
  if (kind === 'date') {
    const day = parseDay(text);
    return day === null ? null : { kind, day };
  }
  const [dayText, rest] =
    kind === 'time' || kind === 'localtime' ? ['', text] : splitDateTime(text);
  const day = dayText === '' ? 0 : parseDay(dayText);
  const [clock, zone] = splitZone(rest);
  const nanos = parseClock(clock);
  if (day === null || nanos === null || (dayText === '' && kind.endsWith('datetime'))) return null;
  if (kind === 'localtime') return unzoned(zone) ? { kind, nanos } : null;
  if (kind === 'localdatetime') return unzoned(zone) ? { kind, day, nanos } : null;
  if (kind === 'time') return { kind, nanos, offset: zone.offset ?? 0 };
  return zoned(day, nanos, zone, defaultZone);
}

function unzoned(zone: ZoneText): boolean {
  return zone.offset === null && zone.zone === null;
}

function zoned(
  day: EpochDay,
  nanos: NanoOfDay,
  { offset, zone }: ZoneText,
  defaultZone: string | null,
): CypherInstant {
  const name = zone ?? (offset === null ? defaultZone : null);
  if (name === null) return { kind: 'datetime', day, nanos, offset: offset ?? 0, zone: null };
  const resolved = resolveLocal(name, day, nanos, offset);
  if (offset !== null && resolved.offset !== offset) {
    throw argumentError('InvalidArgumentValue', `${name} has another offset at that time.`);
  }
  return { kind: 'datetime', ...resolved, zone: name };
}
