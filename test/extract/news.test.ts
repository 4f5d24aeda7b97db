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
  'agreements, recall': [75, 80, 75, 20, 75, 45, 70, 30],
  'agreements, precision': [75, 75, 85, 70, 75, 75, 75, 75],
  'ties, recall': [80, 75, 78, 70, 80, 65, 85, 50],
  'ties, precision': [92, 90, 92, 90, 93, 84, 92, 82],
  'events, recall': [75, 70, 75, 70, 75, 45, 62, 58],
  'events, precision': [85, 85, 88, 85, 85, 78, 88, 85],
};

describe.each(HALVES)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors[HALVES.indexOf(half)]!);
  });
});
