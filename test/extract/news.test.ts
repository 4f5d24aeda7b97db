import { describe, expect, it } from 'vitest';
import { scoreNews } from '../bench/reading-news.ts';
import { HALVES } from './news.ts';

/** Right ones of how many at least by half, in hundredths; a little below what was measured (docs/reading.md). */
const FLOORS: Readonly<Record<string, readonly number[]>> = {
  'statements, recall': [88, 88, 88, 85, 93, 77, 90, 65],
  'statements, precision': [92, 92, 92, 92, 94, 87, 93, 82],
  speakers: [95, 88, 92, 92, 93, 85, 92, 80],
  carriers: [95, 92, 92, 92, 90, 92, 90, 85],
  mode: [95, 93, 95, 92, 94, 94, 96, 95],
  act: [74, 74, 82, 82, 83, 86, 82, 81],
  'agreements, recall': [75, 80, 65, 20, 75, 45, 20, 30],
  'agreements, precision': [75, 75, 85, 70, 75, 75, 75, 75],
  'ties, recall': [75, 65, 70, 65, 80, 57, 41, 45],
  'ties, precision': [90, 85, 90, 88, 93, 80, 80, 82],
  'events, recall': [60, 50, 57, 50, 60, 40, 15, 33],
  'events, precision': [85, 80, 80, 80, 80, 80, 75, 80],
};

describe.each(HALVES)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors[HALVES.indexOf(half)]!);
  });
});
