import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { Cast } from '../../server/extract/actors/cast.ts';
import { findNamings } from '../../server/extract/actors/namings.ts';
import { settingOf } from '../../server/extract/actors/setting.ts';
import { passagesOf } from '../../server/extract/attribution/passage.ts';
import { loadModels } from '../../server/extract/index.ts';
import { parse } from '../../server/extract/nlp/index.ts';
import { remembered } from '../../server/extract/nlp/memo.ts';

const TEXT = `Prime Minister Ana Lund of Norway met Bo Chan in Lima on Monday. The Peruvian foreign ministry said so.

Lund said that Peru and Norway would sign the treaty. "We shall see," Chan told Reuters.

The opposition in Oslo accused Lund of haste.`;

/** How many hidden classes the engine has for some objects. */
function shapesOf(objects: readonly object[]): number {
  setFlagsFromString('--allow-natives-syntax');
  const same = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (
    a: object,
    b: object,
  ) => boolean;
  const seen: object[] = [];
  for (const one of objects) if (!seen.some((other) => same(one, other))) seen.push(one);
  return seen.length;
}

describe('what is read often has one shape (docs/decisions/0157)', () => {
  const models = loadModels();
  // The engine gives shapes of their own to what code makes that has run before.
  const parsed = parse(`${TEXT}\n\n`.repeat(30), models);
  const namings = findNamings(parsed, new Cast(settingOf(parsed, '')));
  const passages = passagesOf(parsed, models.attribution.clusters);

  it.each([
    ['tokens', parsed.sentences.flatMap(({ tokens }) => tokens)],
    ['namings', namings],
    ['referents', namings.map(({ referent }) => referent)],
    ['passages', passages],
  ])('%s', (_, objects) => {
    expect(objects.length).toBeGreaterThan(50);
    expect(shapesOf(objects)).toBeLessThanOrEqual(2);
  });
});

describe('a function that remembers', () => {
  it('asks once for each text, and again once too many were asked for', () => {
    const asked: string[] = [];
    const lengthOf = remembered((text) => asked.push(text) && text.length, 2);
    expect([lengthOf('a'), lengthOf('bb'), lengthOf('a')]).toEqual([1, 2, 1]);
    expect(asked).toEqual(['a', 'bb']);
    expect([lengthOf('ccc'), lengthOf('a')]).toEqual([3, 1]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });
});
