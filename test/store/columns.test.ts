import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BitSet } from '../../server/store/sqlite/columns/bit-set.ts';
import { smallest } from '../../server/store/sqlite/columns/smallest.ts';

const members = fc.array(fc.nat(300), { maxLength: 60 });
const sorted = (set: Iterable<number>) => [...set].sort((a, b) => a - b);

test('a bit set is a set', () => {
  fc.assert(
    fc.property(members, members, members, (a, b, gone) => {
      const bits = BitSet.of(a);
      gone.forEach((member) => bits.delete(member));
      const plain = new Set(a.filter((member) => !gone.includes(member)));
      expect([...bits.members()]).toEqual(sorted(plain));
      expect(bits.size).toBe(plain.size);
      for (const member of b) expect(bits.has(member)).toBe(plain.has(member));
      const other = BitSet.of(b);
      const both = [...plain].filter((member) => b.includes(member));
      expect([...bits.copy().intersect(other).members()]).toEqual(sorted(both));
      expect([...bits.copy().unite(other).members()]).toEqual(sorted(new Set([...plain, ...b])));
      const left = [...plain].filter((member) => !b.includes(member));
      expect([...bits.copy().subtract(other).members()]).toEqual(sorted(left));
      expect([...bits.members()]).toEqual(sorted(plain));
    }),
  );
});

test('the smallest are the first in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(8), fc.integer(), (numbers, count, above) => {
      const expected = numbers.filter((number) => number > above).sort((a, b) => a - b);
      expect(smallest(count, numbers, (number) => number, above)).toEqual(expected.slice(0, count));
      expect(smallest(count, numbers, (number) => number)).toEqual(
        [...numbers].sort((a, b) => a - b).slice(0, count),
      );
    }),
  );
});
