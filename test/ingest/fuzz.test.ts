import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';

it('spoilt documents of every format are read with valid offsets or refused, none hangs', async () => {
  const report = await fuzz(210, 7);
  expect(report.faults).toEqual([]);
  expect(report.statements).toBeGreaterThan(100);
}, 60_000);
