import fc from 'fast-check';
import type { StatementPage } from '../../server/contract/replies.ts';
import { describe, expect, it } from 'vitest';
import {
  binStart,
  binTotal,
  brushOf,
  isBeside,
  histogram,
  isVague,
  midDay,
  moveEnd,
  nextBin,
  saidOf,
  shift,
  toDay,
  vagueTotal,
  type Bin,
  type Unit,
} from '../../client/state/timeline.ts';

const unit = fc.constantFrom<Unit>('day', 'week', 'month', 'year');
const day = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
  .map((days) => toDay(days * 86_400_000));

const NONE = { states: 0, commits: 0, confronts: 0 };

function binsFrom(first: string, n: number, by: Unit): Bin[] {
  const bins: Bin[] = [];
  let from = binStart(first, by);
  for (let i = 0; i < n; i += 1) {
    const next = nextBin(from, by);
    const to = toDay(Date.parse(next) - 86_400_000);
    bins.push({ from, to, families: NONE, vague: NONE, other: 0 });
    from = next;
  }
  return bins;
}

describe('bins', () => {
  it('hold every day: a bin starts on or before its days, the next one after them', () => {
    fc.assert(
      fc.property(day, unit, (date, by) => {
        const start = binStart(date, by);
        expect(start <= date && date < nextBin(start, by)).toBe(true);
        expect(binStart(start, by)).toBe(start);
      }),
    );
  });

  it('begin weeks on Monday', () => {
    expect(binStart('2022-12-07', 'week')).toBe('2022-12-05');
    expect(new Date(binStart('2022-12-11', 'week')).getUTCDay()).toBe(1);
  });

  it('count a vague date in the middle of the days that it can mean', () => {
    expect(midDay('2022-12-07')).toBe('2022-12-07');
    expect(midDay('2022')).toBe('2022-07-02');
    expect(midDay('2022-10~')).toBe('2022-10-16');
    expect(midDay('2022-10-01/..')).toBe('2022-10-01');
    expect(midDay(null)).toBeNull();
  });
});

describe('statements of many years', () => {
  const item = (said: string) => ({ said, act: 'denial' });
  const whole = (...saids: string[]) =>
    ({ items: saids.map(item), total: saids.length }) as unknown as StatementPage;
  const counted = (values: readonly { value: string; count: number }[]) =>
    ({ items: [], total: 9, facets: { said: { values, omitted: 0 } } }) as unknown as StatementPage;

  it('are counted by month for fifty years, by year beyond', () => {
    expect(histogram(whole('1975-01-01', '2022-12-07')).unit).toBe('month');
    const { unit: by, bins } = histogram(whole('0043-06-01', '1950', '2022-12-07'));
    expect([by, bins.length]).toEqual(['year', 1980]);
    expect(bins.filter((bin) => binTotal(bin) > 0).map(({ from, to }) => [from, to])).toEqual([
      ['0043-01-01', '0043-12-31'],
      ['1950-01-01', '1950-12-31'],
      ['2022-01-01', '2022-12-31'],
    ]);
  });

  it('that the server counted by month are summed by year', () => {
    const months = ['1899-12', '1900-01', '1900-07', '2022-12'];
    const { unit: by, bins } = histogram(
      counted(months.map((value, i) => ({ value, count: i + 1 }))),
    );
    expect(by).toBe('year');
    const told = bins.filter((bin) => binTotal(bin) > 0);
    expect(told.map((bin) => [bin.from, binTotal(bin)])).toEqual([
      ['1899-01-01', 1],
      ['1900-01-01', 5],
      ['2022-01-01', 4],
    ]);
  });

  it('end with the last year that a date can have', () => {
    for (const first of ['9999-12-30', '9999-01-01', '9990-01-01', '1000-01-01']) {
      const { bins } = histogram(whole(first, '9999-12-31'));
      expect(bins.at(-1)?.to.slice(0, 4), first).not.toBe('9998');
      expect(bins.reduce((sum, bin) => sum + binTotal(bin), 0)).toBe(2);
    }
  });
});

describe('a vague date', () => {
  const page = (...saids: (string | null)[]) =>
    ({
      items: saids.map((said) => ({ said, act: 'denial' })),
      total: saids.length,
    }) as unknown as StatementPage;

  it('stands for all its days: the strip reaches over them, its bar is told apart', () => {
    const { bins, extent, unit, undated } = histogram(
      page('2022-10-24~/2022-11-06~', '2022-10-28', null),
    );
    expect([extent, unit, undated]).toEqual([['2022-10-24', '2022-11-06'], 'day', 1]);
    expect([bins[0]?.from, bins.at(-1)?.to]).toEqual(extent);
    const told = bins.filter((bin) => binTotal(bin) > 0);
    expect(told.map((bin) => [bin.from, vagueTotal(bin)])).toEqual([
      ['2022-10-28', 0],
      ['2022-10-30', 1],
    ]);
  });

  it.each([
    ['2022-10-30', 'day', false],
    ['2022-10-30~', 'day', true],
    ['2022-10-30~', 'month', false],
    ['2022-10', 'day', true],
    ['2022-10', 'month', false],
    ['2022', 'month', true],
  ] as const)('%s by %s: %s', (edtf, by, vague) => {
    expect(isVague(edtf, by)).toBe(vague);
  });
});

describe('the brush', () => {
  const stretch = fc.tuple(day, unit, fc.integer({ min: 2, max: 40 })).chain(([first, by, n]) =>
    fc.tuple(fc.nat(n - 1), fc.nat(n - 1)).map(([a, b]) => ({
      bins: binsFrom(first, n, by),
      brush: { first: Math.min(a, b), last: Math.max(a, b) },
    })),
  );

  it('reads back what it wrote into the filter', () => {
    fc.assert(
      fc.property(stretch, ({ bins, brush }) => {
        const said = saidOf(bins, brush);
        const whole = brush.first === 0 && brush.last === bins.length - 1;
        expect(said === null).toBe(whole);
        if (said !== null) expect(brushOf(bins, said)).toEqual(brush);
      }),
    );
  });

  it('cannot tell what unknown days, several filters or other years come to', () => {
    const bins = binsFrom('2022-01-01', 12, 'month');
    expect(isBeside(bins, [])).toBe(false);
    expect(isBeside(bins, ['2022-03..2022-05'])).toBe(false);
    for (const said of [['unknown'], ['1990'], ['2022-03', '2022-05'], ['-2022-03']])
      expect(isBeside(bins, said), said.join()).toBe(true);
  });

  it('keeps its ends in order and within the strip, whatever is asked of it', () => {
    fc.assert(
      fc.property(
        stretch,
        fc.constantFrom('first' as const, 'last' as const),
        fc.integer({ min: -90, max: 90 }),
        ({ bins, brush }, end, to) => {
          for (const next of [
            moveEnd(brush, end, to, bins.length),
            shift(brush, to, bins.length),
          ]) {
            expect(next.first).toBeGreaterThanOrEqual(0);
            expect(next.last).toBeGreaterThanOrEqual(next.first);
            expect(next.last).toBeLessThan(bins.length);
          }
          const moved = shift(brush, to, bins.length);
          expect(moved.last - moved.first).toBe(brush.last - brush.first);
        },
      ),
    );
  });

  it('is no brush for a filter that is no range', () => {
    expect(brushOf(binsFrom('2022-01-01', 5, 'month'), '2022-13')).toBeNull();
  });
});
