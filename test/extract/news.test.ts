import { describe, expect, it } from 'vitest';
import { scoreNews } from '../bench/reading-news.ts';
import { HALVES } from './news.ts';

/** Right ones of how many at least by half, in hundredths; a little below what was measured (docs/reading.md). */
const FLOORS: Readonly<Record<string, readonly number[]>> = {
  'statements, recall': [90, 94, 93, 93, 93, 83, 92, 72, 93, 72, 88, 72],
  'statements, precision': [95, 95, 94, 95, 95, 88, 93, 83, 95, 85, 94, 85],
  speakers: [95, 92, 94, 92, 95, 91, 93, 81, 90, 79, 92, 89],
  carriers: [95, 95, 95, 95, 93, 95, 91, 87, 91, 92, 93, 91],
  mode: [95, 95, 95, 95, 95, 95, 95, 95, 95, 94, 95, 95],
  act: [77, 81, 86, 85, 86, 88, 83, 85, 87, 81, 85, 82],
  'agreements, recall': [75, 85, 80, 45, 90, 60, 70, 30, 85, 50, 51, 18],
  'agreements, precision': [75, 75, 85, 75, 75, 75, 80, 75, 75, 75, 92, 75],
  'ties, recall': [91, 85, 82, 74, 84, 71, 87, 54, 61, 43, 55, 48],
  'ties, precision': [95, 94, 95, 95, 95, 88, 95, 82, 94, 82, 92, 90],
  'events, recall': [81, 78, 81, 78, 82, 50, 67, 64, 51, 35, 57, 33],
  'events, precision': [95, 90, 95, 95, 95, 89, 95, 95, 81, 68, 92, 90],
};

describe.each(HALVES)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors[HALVES.indexOf(half)]!);
  });
});
