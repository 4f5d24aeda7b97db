import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../server/query/cypher/engine.ts';
import { MemoryGraph } from './memory-graph.ts';
import type { Value } from '../../../server/query/cypher/value.ts';

/**
 * Temporal arithmetic against slow and obvious reckoning: days counted one by one over a calendar
 * written out day by day, instants by Date.UTC and BigInt, time zones by asking Intl what the clock
 * on the wall shows.
 */

const graph = new MemoryGraph();

function ask(expression: string, values: Readonly<Record<string, Value>> = {}): Value {
  const parameters = new Map(Object.entries(values));
  const [row = []] = [...runQuery(`RETURN ${expression} AS x`, graph, { parameters }).rows];
  return row[0] ?? null;
}

interface Day {
  readonly iso: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FIRST_YEAR = 1890;
const LAST_YEAR = 2110;

/** Every day of two centuries, by counting. */
function calendar(): Day[] {
  const days: Day[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
    [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, i) => {
      for (let day = 1; day <= length; day += 1) {
        const two = (n: number) => String(n).padStart(2, '0');
        days.push({ iso: `${year}-${two(i + 1)}-${two(day)}`, year, month: i + 1, day });
      }
    });
  }
  return days;
}

const DAYS = calendar();
const PLACE = new Map(DAYS.map(({ iso }, i) => [iso, i]));
/** A known Monday, from which weekdays are counted. */
const MONDAY = PLACE.get('1900-01-01') ?? 0;

const at = (place: number) => DAYS[place] as Day;
const weekday = (place: number) => (((place - MONDAY) % 7) + 7) % 7;
const anyDay = fc.integer({ min: 400, max: DAYS.length - 400 });

describe('dates, counted on a calendar', () => {
  it('have their weekday, ordinal day, quarter and ISO week', () => {
    fc.assert(
      fc.property(anyDay, (place) => {
        const { iso, year, month } = at(place);
        const first = PLACE.get(`${year}-01-01`) ?? 0;
        const thursday = place + 3 - weekday(place);
        const weekYear = at(thursday).year;
        const week = Math.floor((thursday - (PLACE.get(`${weekYear}-01-01`) ?? 0)) / 7) + 1;
        const asked =
          '[d.weekDay, d.ordinalDay, d.quarter, d.week, d.weekYear, d.year, d.month, d.day]';
        const found = ask(`[d IN [date($iso)] | ${asked}][0]`, { iso });
        const wanted = [
          weekday(place) + 1,
          place - first + 1,
          Math.ceil(month / 3),
          week,
          weekYear,
          year,
          month,
          at(place).day,
        ];
        expect(found).toEqual(wanted.map(BigInt));
      }),
      { numRuns: 200 },
    );
  });

  it('read and build alike from calendar, week, ordinal and quarter', () => {
    fc.assert(
      fc.property(anyDay, (place) => {
        const { iso } = at(place);
        const rebuilt = `[d IN [date($iso)] | [
          toString(d),
          toString(date({year: d.year, month: d.month, day: d.day})),
          toString(date({year: d.weekYear, week: d.week, dayOfWeek: d.weekDay})),
          toString(date({year: d.year, ordinalDay: d.ordinalDay})),
          toString(date({year: d.year, quarter: d.quarter, dayOfQuarter: d.dayOfQuarter})),
          toString(date(replace($iso, '-', '')))]][0]`;
        expect(new Set(ask(rebuilt, { iso }) as string[])).toEqual(new Set([iso]));
      }),
      { numRuns: 200 },
    );
  });

  it('move by days and weeks as one counts, and lie as many days apart', () => {
    const moves = fc.tuple(anyDay, fc.integer({ min: -350, max: 350 }));
    fc.assert(
      fc.property(moves, ([place, days]) => {
        const [from, to] = [at(place).iso, at(place + days).iso];
        const values = { from, to, days: BigInt(days) };
        expect(ask('toString(date($from) + duration({days: $days}))', values)).toBe(to);
        expect(ask('toString(date($to) - duration({days: $days}))', values)).toBe(from);
        expect(ask('duration.inDays(date($from), date($to)).days', values)).toBe(BigInt(days));
        const seconds = ask('duration.inSeconds(date($from), date($to)).seconds', values);
        expect(seconds).toBe(BigInt(days) * 86_400n);
      }),
      { numRuns: 200 },
    );
  });

  it('move by months to the same day, or to the last of a shorter month', () => {
    const moves = fc.tuple(anyDay, fc.integer({ min: -12, max: 12 }));
    fc.assert(
      fc.property(moves, ([place, months]) => {
        const { iso, year, month, day } = at(place);
        const index = year * 12 + month - 1 + months;
        const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
        const inMonth = DAYS.filter((each) => each.year === y && each.month === m);
        const wanted = inMonth.find((each) => each.day === day) ?? inMonth.at(-1);
        const moved = ask('toString(date($iso) + duration({months: $months}))', {
          iso,
          months: BigInt(months),
        });
        expect(moved).toBe(wanted?.iso);
      }),
      { numRuns: 60 },
    );
  });

  it('are as far apart as months and days that lead from one to the other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = [at(Math.min(a, b)).iso, at(Math.max(a, b)).iso];
        const found = ask('toString(date($from) + duration.between(date($from), date($to)))', {
          from,
          to,
        });
        expect(found).toBe(to);
        const parts = ask(
          '[d IN [duration.between(date($from), date($to))] | [d.months, d.days, d.seconds]][0]',
          { from, to },
        ) as bigint[];
        expect(parts[0]).toBe(
          ask('duration.inMonths(date($from), date($to)).months', { from, to }),
        );
        expect(Number(parts[1])).toBeLessThan(31);
        expect(parts[2]).toBe(0n);
      }),
      { numRuns: 200 },
    );
  });

  it('are cut to the start of their week, month, quarter, year and beyond', () => {
    fc.assert(
      fc.property(anyDay, (place) => {
        const { iso, year, month } = at(place);
        const two = (n: number) => String(n).padStart(2, '0');
        const wanted = {
          week: at(place - weekday(place)).iso,
          month: `${iso.slice(0, 7)}-01`,
          quarter: `${year}-${two(Math.floor((month - 1) / 3) * 3 + 1)}-01`,
          year: `${year}-01-01`,
          decade: `${iso.slice(0, 3)}0-01-01`,
          century: `${iso.slice(0, 2)}00-01-01`,
          millennium: `${iso.slice(0, 1)}000-01-01`,
        };
        for (const [unit, start] of Object.entries(wanted)) {
          const cut = ask('toString(date.truncate($unit, date($iso)))', { unit, iso });
          expect([unit, cut]).toEqual([unit, start]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const nanos = fc.bigInt({ min: 0n, max: 86_399_999_999_999n });

/** Nanoseconds since the epoch of a local date and time as text. */
function reckon(text: string): bigint {
  const [, whole = '', fraction = ''] = /^([^.Z]*)(?:\.(\d+))?/.exec(text) ?? [];
  const padded = whole.length === 16 ? `${whole}:00` : whole;
  return BigInt(Date.parse(`${padded}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

function clock(value: bigint): string {
  const seconds = Number(value / 1_000_000_000n);
  const two = (n: number) => String(n).padStart(2, '0');
  const whole = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${whole.map(two).join(':')}.${String(value % 1_000_000_000n).padStart(9, '0')}`;
}

describe('local dates and times, in nanoseconds by BigInt', () => {
  const moment = fc.tuple(anyDay, nanos).map(([place, n]) => `${at(place).iso}T${clock(n)}`);

  it('move by hours, minutes, seconds and nanoseconds, and lie as far apart', () => {
    const span = fc.bigInt({ min: -30n * 86_400_000_000_000n, max: 30n * 86_400_000_000_000n });
    fc.assert(
      fc.property(moment, span, (from, size) => {
        const values = { from, seconds: size / 1_000_000_000n, rest: size % 1_000_000_000n };
        const step = 'duration({seconds: $seconds, nanoseconds: $rest})';
        const moved = ask(`toString(localdatetime($from) + ${step})`, values) as string;
        expect(reckon(moved) - reckon(from)).toBe(size);
        const back = ask(`toString(localdatetime($moved) - ${step})`, { ...values, moved });
        expect(reckon(back as string)).toBe(reckon(from));
        const apart = ask(
          `[d IN [duration.inSeconds(localdatetime($from), localdatetime($moved))]
            | d.seconds * 1000000000 + d.nanosecondsOfSecond][0]`,
          { from, moved },
        );
        expect(apart).toBe(size);
      }),
      { numRuns: 200 },
    );
  });

  it('come back from their own text, and order as their instants do', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(reckon(ask('toString(localdatetime($a))', { a }) as string)).toBe(reckon(a));
        const [x, y] = [reckon(a), reckon(b)];
        const found = ask(
          '[localdatetime($a) < localdatetime($b), localdatetime($a) = localdatetime($b)]',
          { a, b },
        );
        expect(found).toEqual([x < y, x === y]);
      }),
      { numRuns: 200 },
    );
  });
});

const ZONES = ['Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

/** What a clock in the zone shows at an instant, by asking Intl. */
function wallClock(zone: string, epochSeconds: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(epochSeconds * 1000).replace(' ', 'T');
}

describe('time zones, by what the clock on the wall shows', () => {
  const instant = fc.integer({ min: 0, max: 2_000_000_000 });
  const zone = fc.constantFrom(...ZONES);

  it('show the local time of an instant, and keep the instant', () => {
    fc.assert(
      fc.property(instant, zone, (seconds, name) => {
        const [text, epoch] = ask(
          `[d IN [datetime({epochSeconds: $seconds, timezone: $name})]
            | [toString(localdatetime(d)), d.epochSeconds]][0]`,
          { seconds: BigInt(seconds), name },
        ) as [string, bigint];
        const shown = wallClock(name, seconds);
        expect(text.length === 16 ? `${text}:00` : text).toBe(shown);
        expect(epoch).toBe(BigInt(seconds));
        const again = ask(
          'datetime(toString(datetime({epochSeconds: $seconds, timezone: $name})))',
          {
            seconds: BigInt(seconds),
            name,
          },
        );
        expect(ask('$again.epochSeconds', { again })).toBe(BigInt(seconds));
      }),
      { numRuns: 200 },
    );
  });

  it('count on from the second time that a clock set back shows', () => {
    const second = 'datetime({epochSeconds: 1017500400, timezone: "Australia/Lord_Howe"})';
    expect(ask(`(${second} + duration({hours: 1})).epochSeconds`)).toBe(1017504000n);
    expect(ask(`(${second} + duration({days: 0})).epochSeconds`)).toBe(1017500400n);
  });

  it('count hours across a change of clocks, and keep the wall clock over whole days', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 400 }), (seconds, name, hours) => {
        const values = { seconds: BigInt(seconds), name, hours: BigInt(hours) };
        const start = 'datetime({epochSeconds: $seconds, timezone: $name})';
        const later = ask(`(${start} + duration({hours: $hours})).epochSeconds`, values);
        expect(later).toBe(BigInt(seconds + hours * 3600));
        const days = ask(`toString(localdatetime(${start} + duration({days: $hours})))`, values);
        const local = wallClock(name, seconds);
        const wanted = at((PLACE.get(local.slice(0, 10)) ?? 0) + hours).iso;
        const same = reckon(String(days)) === reckon(`${wanted}${local.slice(10)}`);
        expect(same || isGap(name, `${wanted}${local.slice(10)}`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether no instant within a day of it shows this local time. */
function isGap(zone: string, local: string): boolean {
  const near = Date.parse(`${local}Z`) / 1000;
  for (let step = -15 * 4; step <= 15 * 4; step += 1) {
    if (wallClock(zone, near + step * 900) === local) return false;
  }
  return true;
}
