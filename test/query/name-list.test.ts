import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesOfList } from '../../server/query/questions/name-list.ts';

/** The slow and obvious way: every cut in two, of both halves again. */
function cutEverywhere(names: string, known: ReadonlySet<string>): string[] | null {
  if (known.has(names)) return [names];
  const words = names.split(' ');
  for (let at = 1; at < words.length - 1; at++) {
    if (!/^(?:and|or|with)$/.test(words[at]!)) continue;
    const left = cutEverywhere(words.slice(0, at).join(' '), known);
    const right = cutEverywhere(words.slice(at + 1).join(' '), known);
    if (left && right) return [...left, ...right];
  }
  return null;
}

const LISTS = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c d'), fc.constantFrom('and', 'or', 'with')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.flatMap(([name, joint]) => [name, joint]).slice(0, -1));

const stretches = (list: readonly string[]) =>
  list.flatMap((_, from) =>
    list.slice(from).map((_, i) => list.slice(from, from + i + 1).join(' ')),
  );

test('a list is parted into names that are known, as trying every cut would', async () => {
  const cases = LISTS.chain((list) =>
    fc.record({ list: fc.constant(list), known: fc.subarray(stretches(list)) }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ list, known }) => {
      const names = list.join(' ');
      const isKnown = (name: string) => Promise.resolve(known.includes(name));
      const expected = cutEverywhere(names, new Set(known)) ?? [names];
      expect(await namesOfList(names, isKnown)).toEqual(expected);
    }),
  );
});

test.each([8, 40, 4000])('a list of %i strangers is looked up a few times only', async (count) => {
  const names = Array.from({ length: count }, (_, i) => `x${i}`).join(' and ');
  let asked = 0;
  const nobody = () => Promise.resolve(++asked < 0);
  expect(await namesOfList(names, nobody)).toEqual([names]);
  expect(asked).toBeLessThanOrEqual(55);
});
