import { expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';
import { fuzz } from './fuzz.ts';

it('spoilt documents of every format are read with valid offsets or refused, none hangs', async () => {
  const report = await fuzz(210, 7);
  expect(report.faults).toEqual([]);
  expect(report.statements).toBeGreaterThan(100);
}, 60_000);

/** Shortened from documents that `fuzz.ts --count 14000 --seed 101` found. */
it.each(['The mayor met Bo Chan, THE MINISTER OF nied it and signed an agreement with Norway.'])(
  'reads what once broke it: %s',
  (text) => {
    const document = { id: 'doc:a', sha256: '0'.repeat(64), title: 'A', outlet: null } as const;
    const meta = { ...document, published: null, language: 'en' };
    expect(() =>
      readDocument({ text, document: meta }, loadModels(), new KnownActors()),
    ).not.toThrow();
  },
);
