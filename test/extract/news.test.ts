import { describe, expect, it } from 'vitest';
import { scoreNews } from '../bench/reading-news.ts';
import { HALVES } from './news.ts';

/** Right ones of how many at least by half, in hundredths; a little below what was measured (docs/reading.md). */
const FLOORS: Readonly<Record<string, readonly number[]>> = {
  'statements, recall': [92, 95, 95, 94, 94, 85, 93, 75, 94, 76, 88, 73, 81],
  'statements, precision': [95, 95, 95, 95, 95, 90, 94, 85, 95, 87, 95, 85, 91],
  speakers: [95, 93, 95, 92, 95, 92, 94, 86, 91, 81, 93, 90, 90],
  carriers: [95, 95, 95, 95, 94, 95, 92, 89, 92, 93, 94, 92, 90],
  mode: [95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95],
  act: [79, 82, 87, 86, 87, 89, 85, 87, 88, 85, 86, 83, 83],
  'agreements, recall': [75, 85, 80, 45, 90, 60, 70, 30, 85, 50, 51, 18, 59],
  'agreements, precision': [75, 75, 85, 75, 75, 75, 80, 75, 75, 75, 92, 75, 92],
  'ties, recall': [92, 86, 83, 75, 89, 72, 88, 57, 68, 46, 61, 49, 47],
  'ties, precision': [95, 95, 95, 95, 95, 88, 95, 85, 95, 85, 94, 93, 91],
  'events, recall': [82, 79, 86, 79, 83, 56, 72, 69, 56, 42, 59, 37, 39],
  'events, precision': [95, 91, 95, 95, 95, 91, 95, 95, 87, 72, 94, 93, 89],
};

describe.each(HALVES)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors[HALVES.indexOf(half)]!);
  });
});
