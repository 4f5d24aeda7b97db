import { expect, test } from 'vitest';
import { fuzz, MAX_MS } from './fuzz.ts';

test('4,000 generated strings: no crash, no hang, every refusal with a code and a place', () => {
  const { refused, slowest } = fuzz(4_000, 7);
  expect(refused).toBeGreaterThan(50);
  expect(slowest).toBeLessThan(MAX_MS);
});
