import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRange } from '../../graph-data/schema/index.ts';
import { findDates } from '../../server/extract/dates/index.ts';

const DAY_MS = 86_400_000;
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const day = fc
  .integer({ min: Date.UTC(1950, 0, 1) / DAY_MS, max: Date.UTC(2090, 11, 31) / DAY_MS })
  .map((number) => new Date(number * DAY_MS));
const iso = (date: Date) => date.toISOString().slice(0, 10);

function only(text: string, published: string | null): string | undefined {
  return findDates(text, published)[0]?.date;
}

/** The obvious way: walk back from the publication day until the words fit. */
function walkBack(published: Date, fits: (date: Date) => boolean, from = 0): string {
  for (let back = from; back < 800; back++) {
    const candidate = new Date(published.getTime() - back * DAY_MS);
    if (fits(candidate)) return iso(candidate);
  }
  throw new Error('no such day');
}

describe('dates of a text', () => {
  it.each([
    ['It was signed on December 7, 2022, in Minsk', '2022-12-07'],
    ['on 3 November 2020', '2020-11-03'],
    ['on Sept. 11, 2001', '2001-09-11'],
    ['between October 15 and October 22, it', '2022-10-15/2022-10-22'],
    ['on September 26–27, Ukraine', '2022-09-26/2022-09-27'],
    ['asserted last Tuesday, November 1, that', '2022-11-01'],
    ['war on 24/2.', '2022-02-24'],
    ['in November 2021', '2021-11'],
    ['early in October', '2022-10~'],
    ['in February of this year', '2022-02'],
    ['In 1999, President', '1999'],
    ['by the end of the year', '2022-12~'],
    ['last month', '2022-11'],
    ['last week', '2022-11-28/2022-12-04'],
    ['two years ago', '2020~'],
    ['just three days ago', '2022-12-04'],
    ['last summer', '2021-22'],
    ['between March and September', '2022-03/2022-09'],
  ])('%s', (text, expected) => {
    expect(only(text, '2022-12-07')).toBe(expected);
  });

  it.each([
    'in 1940 wagons',
    '65.3 percent',
    '3/4 of them',
    'it may march',
    '31 February',
    'v1.2.3',
  ])('finds none in %s', (text) => {
    expect(findDates(text, '2022-12-07')).toEqual([]);
  });

  it.each([
    'Foreign Minister Jan Lipavsky came',
    'June Okafor met her',
    'told by April Ryan',
    'May’s government',
    'The Sunday Times said',
    'told USA Today',
    'The Good Friday Agreement held',
    'the October Revolution',
  ])('takes no name for a day: %s', (text) => {
    expect(findDates(text, '2022-12-07')).toEqual([]);
  });

  it.each([
    ['in June Okafor spoke', '2022-06'],
    ['by June', '2022-06'],
    ['the June summit', '2022-06'],
    ['an October Reuters poll', '2022-10'],
    ['September talks', '2022-09'],
    ['in early March', '2022-03~'],
    ['On Monday Poland said', '2022-12-05'],
    ['the Monday meeting', '2022-12-05'],
    ['Today Poland said', '2022-12-07'],
  ])('takes a time for one: %s', (text, expected) => {
    expect(only(text, '2022-12-07')).toBe(expected);
  });

  it('leaves out what is a part of a name that is known', () => {
    const text = 'Ann Lee told Friday Digest on Monday';
    const name = { start: text.indexOf('Friday'), end: text.indexOf(' on') };
    expect(findDates(text, '2022-12-07', [name]).map(({ date }) => date)).toEqual(['2022-12-05']);
  });

  it('counts from the date before for "the following day"', () => {
    const dates = findDates('On November 1 he spoke. The following day she did.', '2022-11-07');
    expect(dates.map(({ date }) => date)).toEqual(['2022-11-01', '2022-11-02']);
  });

  it('marks what a publication date known to the month cannot fix', () => {
    expect(only('on Tuesday', '2022-12')).toBe('2022-12~');
    expect(only('on Tuesday', '2022-12-07~')).toBe('2022-12-06~');
    expect(only('on Tuesday', null)).toBeUndefined();
  });

  it('reads back every day written out with its year, whatever the publication date', () => {
    fc.assert(
      fc.property(day, day, (date, published) => {
        const [y, m, d] = [date.getUTCFullYear(), MONTHS[date.getUTCMonth()]!, date.getUTCDate()];
        for (const words of [`${m} ${d}, ${y}`, `${d} ${m} ${y}`, iso(date)])
          expect(only(`on ${words} it`, iso(published))).toBe(iso(date));
      }),
    );
  });

  it('resolves weekdays as walking back from the publication day does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (published, weekday) => {
        const fits = (date: Date) => date.getUTCDay() === weekday;
        const name = WEEKDAYS[weekday]!;
        expect(only(`on ${name}`, iso(published))).toBe(walkBack(published, fits));
        expect(only(`last ${name}`, iso(published))).toBe(walkBack(published, fits, 1));
      }),
    );
  });

  it('resolves a yearless day to the nearest not after publication, a fortnight aside', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -14, max: 340 }), (published, back) => {
        const date = new Date(published.getTime() - back * DAY_MS);
        const words = `${MONTHS[date.getUTCMonth()]!} ${date.getUTCDate()}`;
        fc.pre(date.getUTCMonth() !== 1 || date.getUTCDate() !== 29);
        expect(only(`on ${words}`, iso(published))).toBe(iso(date));
      }),
    );
  });

  it('never throws, and gives EDTF dates at offsets that lie in order, on any text', () => {
    const word = fc.constantFrom(
      ...MONTHS,
      ...WEEKDAYS,
      'last',
      'next',
      'early',
      'end of the year',
      '24/2',
      '2022',
      '31',
      'ago',
      'two',
      'weeks',
      'the following day',
      'between',
      'and',
      'May',
      '–',
      ',',
      '.',
      'to',
      '\u00a0',
      '0',
    );
    const text = fc
      .array(fc.oneof(word, fc.string()), { maxLength: 30 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.option(day), (words, published) => {
        let end = 0;
        for (const date of findDates(words, published && iso(published))) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeLessThanOrEqual(words.length);
          expect(dayRange(date.date)).not.toBeNull();
          end = date.end;
        }
      }),
    );
  });
});
