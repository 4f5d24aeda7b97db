import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ActorId, slug } from '../../graph-data/schema/index.ts';

it.each([
  ['Søren Kjærgaard', 'soren-kjaergaard'],
  ['Łukasz Żółć', 'lukasz-zolc'],
  ['Олена Петренко', 'olena-petrenko'],
  ['Ўладзімір Съезд', 'uladzimir-sezd'],
  ['Straße 5', 'strasse-5'],
  ["Cote d'Ivoire", 'cote-divoire'],
])('spells %s in Latin letters', (words, expected) => {
  expect(slug(words)).toBe(expected);
});

it('gives names of other scripts ids of their own', () => {
  const ids = ['王毅', '習近平', 'محمد', '—'].map((words) => slug(words));
  expect(new Set(ids).size).toBe(ids.length);
});

it('is the body of an id for any words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 10, max: 60 }),
      (words, most) => {
        const body = slug(words, most);
        expect(body.length).toBeLessThanOrEqual(most);
        expect(ActorId.safeParse(`actor:${body}`).success).toBe(true);
      },
    ),
  );
});
