import { describe, expect, it } from 'vitest';
import { scoreNews } from '../bench/reading-news.ts';

/** Right ones of how many at least, in hundredths; a little below what was measured (docs/reading.md). */
const FLOORS: Readonly<Record<string, readonly [a: number, b: number, c: number, d: number]>> = {
  'statements, recall': [88, 88, 88, 85],
  'statements, precision': [92, 92, 92, 92],
  speakers: [95, 88, 92, 92],
  carriers: [95, 92, 92, 92],
  mode: [95, 93, 95, 92],
  act: [74, 74, 82, 82],
  'agreements, recall': [75, 80, 65, 20],
  'agreements, precision': [75, 75, 85, 70],
  'ties, recall': [75, 65, 70, 65],
  'ties, precision': [90, 85, 90, 88],
  'events, recall': [60, 50, 57, 50],
  'events, precision': [85, 80, 80, 80],
};

describe.each(['a', 'b', 'c', 'd'] as const)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors['abcd'.indexOf(half)]!);
  });
});
