import { floorMod, heldDay, plusMonths } from './calendar.ts';
import { atInstant, epochSecond, inZone, zoneOfInstant } from './construct.ts';
import type { Zone } from './construct.ts';
import { clockNanos } from './duration.ts';
import type { CypherDuration, CypherInstant, EpochDay } from './types.ts';
import { NANOS_PER_DAY, NANOS_PER_SECOND } from './types.ts';

/** Adds (sign 1) or takes (sign -1) a duration: months, then days, then the clock. */
export function addToInstant(
  value: CypherInstant,
  duration: CypherDuration,
  sign: 1 | -1,
): CypherInstant {
  const nanos = clockNanos(duration) * BigInt(sign);
  switch (value.kind) {
    case 'date':
      return { kind: 'date', day: heldDay(moveDay(value.day, duration, sign) + wholeDays(nanos)) };
    case 'localtime':
    case 'time': {
      const sum = BigInt(value.nanos) + (nanos % BigInt(NANOS_PER_DAY));
      return { ...value, nanos: floorMod(Number(sum), NANOS_PER_DAY) };
    }
    case 'localdatetime': {
      const day = moveDay(value.day, duration, sign);
      return { kind: 'localdatetime', ...carry(day, value.nanos, nanos) };
    }
    case 'datetime': {
      const zone = zoneOfInstant(value) as Zone;
      const moved = inZone(moveDay(value.day, duration, sign), value.nanos, zone, value.offset);
      const { day, nanos: rest } = carry(moved.day, moved.nanos, nanos);
      const seconds = epochSecond(day, rest, moved.offset);
      return atInstant(seconds, rest % NANOS_PER_SECOND, zone);
    }
  }
}

function wholeDays(nanos: bigint): number {
  return Number(nanos / BigInt(NANOS_PER_DAY));
}

function moveDay(day: EpochDay, duration: CypherDuration, sign: 1 | -1): EpochDay {
  const months = Number(duration.months) * sign;
  return heldDay(plusMonths(day, months) + Number(duration.days) * sign);
}

function carry(day: EpochDay, nanos: number, extra: bigint): { day: EpochDay; nanos: number } {
  const perDay = BigInt(NANOS_PER_DAY);
  const total = BigInt(nanos) + extra;
  const rest = ((total % perDay) + perDay) % perDay;
  return { day: heldDay(day + Number((total - rest) / perDay)), nanos: Number(rest) };
}
