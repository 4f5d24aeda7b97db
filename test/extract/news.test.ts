import { describe, expect, it } from 'vitest';
import { scoreNews } from '../bench/reading-news.ts';

/** Right ones of how many at least, in hundredths; a little below what was measured (docs/reading.md). */
const FLOORS: Readonly<Record<string, readonly [a: number, b: number]>> = {
  'statements, recall': [88, 88],
  'statements, precision': [92, 92],
  speakers: [95, 84],
  carriers: [95, 92],
  mode: [95, 93],
  act: [74, 74],
  'agreements, recall': [75, 80],
  'ties, recall': [75, 62],
  'ties, precision': [90, 80],
  'events, recall': [60, 40],
};

describe.each(['a', 'b'] as const)('our own news texts, half %s', (half) => {
  const { counts } = scoreNews(half);

  it.each(Object.entries(FLOORS))('keeps %s', (what, floors) => {
    const [right, of] = counts[what]!;
    expect((100 * right) / of).toBeGreaterThanOrEqual(floors[half === 'a' ? 0 : 1]);
  });
});
