import { describe, expect, it } from 'vitest';
import { scoreNews } from '../bench/reading-news.ts';
import { HALVES } from './news.ts';

/** Right ones of how many at least by half, in hundredths; a little below what was measured (docs/reading.md). */
const FLOORS: Readonly<Record<string, readonly number[]>> = {
  'statements, recall': [92, 95, 95, 94, 94, 92, 93, 83, 94, 76, 89, 84, 81, 87, 83, 71],
  'statements, precision': [95, 95, 95, 95, 95, 95, 94, 93, 95, 87, 95, 93, 91, 93, 95, 88],
  speakers: [95, 93, 95, 92, 95, 94, 94, 94, 92, 82, 93, 91, 90, 86, 92, 83],
  carriers: [95, 95, 95, 95, 94, 95, 92, 90, 92, 93, 94, 93, 89, 85, 96, 94],
  mode: [95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 95, 98, 98],
  act: [76, 80, 87, 86, 87, 91, 88, 89, 88, 85, 86, 84, 83, 89, 83, 89],
  'agreements, recall': [95, 95, 86, 49, 95, 82, 75, 56, 95, 56, 59, 39, 59, 64, 63, 36],
  'agreements, precision': [75, 75, 95, 75, 75, 75, 95, 95, 95, 75, 95, 89, 92, 91, 77, 100],
  'ties, recall': [92, 84, 83, 75, 89, 75, 88, 60, 71, 49, 64, 64, 50, 55, 59, 44],
  'ties, precision': [95, 95, 95, 95, 95, 88, 95, 87, 95, 86, 94, 95, 91, 90, 94, 80],
  'events, recall': [91, 85, 95, 79, 94, 85, 80, 91, 78, 53, 74, 72, 61, 51, 64, 53],
  'events, precision': [95, 92, 95, 95, 95, 93, 95, 95, 90, 75, 95, 95, 95, 86, 100, 96],
};

describe.each(HALVES)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors[HALVES.indexOf(half)]!);
  });
});
