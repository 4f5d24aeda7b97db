import { civilDate } from './calendar.ts';
import type { CypherDuration, CypherInstant, EpochDay, NanoOfDay } from './types.ts';
import { NANOS_PER_SECOND } from './types.ts';
import { formatOffset } from './zone.ts';

/** ISO 8601 as openCypher's toString() writes it: the shortest form that loses nothing. */
export function formatTemporal(value: CypherInstant | CypherDuration): string {
  switch (value.kind) {
    case 'date':
      return formatDay(value.day);
    case 'localtime':
      return formatClock(value.nanos);
    case 'time':
      return formatClock(value.nanos) + formatOffset(value.offset);
    case 'localdatetime':
      return `${formatDay(value.day)}T${formatClock(value.nanos)}`;
    case 'datetime': {
      const zone = value.zone === null ? '' : `[${value.zone}]`;
      const local = `${formatDay(value.day)}T${formatClock(value.nanos)}`;
      return local + formatOffset(value.offset) + zone;
    }
    case 'duration':
      return formatDuration(value);
  }
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function formatDay(epoch: EpochDay): string {
  const { year, month, day } = civilDate(epoch);
  const digits = String(Math.abs(year)).padStart(4, '0');
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${digits}-${two(month)}-${two(day)}`;
}

function formatClock(nanos: NanoOfDay): string {
  const second = Math.floor(nanos / NANOS_PER_SECOND);
  const fraction = nanos % NANOS_PER_SECOND;
  const minutes = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;
  if (second % 60 === 0 && fraction === 0) return minutes;
  return `${minutes}:${two(second % 60)}${formatFraction(fraction)}`;
}

/** `.5` for 500,000,000 ns, empty for 0. */
function formatFraction(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
}

function formatDuration(value: CypherDuration): string {
  const total = value.seconds * 1_000_000_000n + BigInt(value.nanos);
  const second = 1_000_000_000n;
  const part = (amount: bigint, unit: string) => (amount === 0n ? '' : `${amount}${unit}`);
  const date =
    part(value.months / 12n, 'Y') + part(value.months % 12n, 'M') + part(value.days, 'D');
  const clock =
    part(total / (3600n * second), 'H') +
    part((total / (60n * second)) % 60n, 'M') +
    formatSeconds(total % (60n * second));
  if (date === '' && clock === '') return 'PT0S';
  return `P${date}${clock === '' ? '' : `T${clock}`}`;
}

/** Signed nanoseconds under a minute as `-1.5S`. */
function formatSeconds(nanos: bigint): string {
  if (nanos === 0n) return '';
  const size = nanos < 0n ? -nanos : nanos;
  const fraction = formatFraction(Number(size % 1_000_000_000n));
  return `${nanos < 0n ? '-' : ''}${size / 1_000_000_000n}${fraction}S`;
}
