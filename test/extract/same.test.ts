import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameUtterance, sharedOrigins } from '../../server/extract/index.ts';
import { commonSubsequence } from '../../server/extract/same/align.ts';
import { candidatePairs, shingles, signature } from '../../server/extract/same/minhash.ts';

function slowSubsequence(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a.at(-1) === b.at(-1)) return slowSubsequence(a.slice(0, -1), b.slice(0, -1)) + 1;
  return Math.max(slowSubsequence(a.slice(0, -1), b), slowSubsequence(a, b.slice(0, -1)));
}

const told = (
  id: string,
  text: string,
  said: string | null = null,
  speaker: `actor:${string}` = 'actor:a',
) => ({ id: `stmt:${id}` as const, speaker, text, said, mode: 'indirect' }) as const;

describe('same utterance', () => {
  const one = 'the army has been getting ready for months to join the war on the side of its ally';

  it('links two tellings of one speaker, the shorter to the fuller', () => {
    const links = sameUtterance([
      told('a', one),
      told('b', 'the army had been getting ready to join the war on its ally’s side'),
      told('c', 'the harvest will be poor this year in all of the southern regions'),
    ]);
    expect(links).toMatchObject([{ from: 'stmt:b', into: 'stmt:a' }]);
  });

  it('links neither other speakers nor other days', () => {
    expect(sameUtterance([told('a', one), told('b', one, null, 'actor:b')])).toEqual([]);
    expect(sameUtterance([told('a', one, '2022-01-01'), told('b', one, '2022-02-01')])).toEqual([]);
    expect(sameUtterance([told('a', one, '2022-01'), told('b', one, '2022-01-05')])).toHaveLength(
      1,
    );
  });

  it('finds a pair among many statements of one speaker', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      told(`n${i}`, `item ${i * 7} of list ${i * 13} concerns village ${i * 31} alone`),
    );
    const links = sameUtterance([...many, told('a', one), told('b', one)]);
    expect(links.some(({ from, into }) => [from, into].sort().join() === 'stmt:a,stmt:b')).toBe(
      true,
    );
  });
});

describe('shared origins', () => {
  const sentences = [
    'The council said on Wednesday that troops would move through the country for two days.',
    'Roads and bridges in three regions would be closed to traffic during the exercise.',
    'Residents of the capital saw no signs of unusual activity near the barracks.',
    'Observers believe that the flurry of activity is meant to pin down forces at the border.',
  ];
  const rewritten = [
    'Troops would move through the country for two days, the council said on Wednesday.',
    'During the exercise, roads and bridges in three regions are closed to traffic.',
    'No signs of unusual activity near the barracks were seen by residents of the capital.',
    'Observers believe the flurry of activity is meant to pin down forces at the border.',
  ];

  it('finds a light rewrite whose sentences stand in another order, and no stranger', () => {
    const stranger =
      'The harvest was poor. Farmers asked for help from the ministry in spring. Prices of bread rose by a tenth.';
    const documents = [sentences, [...rewritten].reverse(), [stranger]].map((parts, i) => ({
      id: `doc:d${i}` as const,
      text: parts.join(' '),
    }));
    expect(sharedOrigins(documents).map(({ documents: pair }) => pair)).toEqual([
      ['doc:d0', 'doc:d1'],
    ]);
  });
});

describe('the parts', () => {
  it('measures the longest common subsequence as its definition does', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(commonSubsequence(a, b)).toBe(slowSubsequence(a, b));
      }),
    );
  });

  it('always pairs equal shingle sets', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }),
        (words) => {
          const one = signature(shingles(words, 2));
          expect(candidatePairs([one, signature(new Set([1, 2, 3])), one])).toContainEqual([0, 2]);
        },
      ),
    );
  });

  it.each([250, 400])('finds %i copies of one text, each of every other', (copies) => {
    const words = Array.from({ length: 30 }, (_, i) => `word${i}`);
    const signatures = Array.from({ length: copies }, (_, i) =>
      signature(shingles([...words, `end${i % 7}`], 2)),
    );
    expect(candidatePairs(signatures, 1000)).toHaveLength((copies * (copies - 1)) / 2);
  });

  it('links very many copies without pairing each with every other', () => {
    const one = signature(shingles('a text that is copied by very many'.split(' '), 2));
    const pairs = candidatePairs(Array.from({ length: 500 }, () => one));
    expect(pairs).toHaveLength(499);
  });

  it('leaves apart what shares no more than a commonplace', () => {
    const signatures = Array.from({ length: 300 }, (_, i) => {
      const own = Array.from({ length: 60 }, (_, k) => `own${i}of${k}`);
      return signature(shingles(['he', 'said', 'on', 'monday', ...own], 2));
    });
    expect(candidatePairs(signatures, 1000).length).toBeLessThan((300 * 299) / 2 / 10);
  });
});
