import { expect, test } from 'vitest';
import { foldWords, sameSpelt } from '../../server/query/fold.ts';

test.each([
  ['Zelenskyy', 'Зеленський', true],
  ['Lukashenka', 'Lukashenko', true],
  ['Siarhei', 'Sergei', true],
  ['Stokholm', 'Stockholm', true],
  ['Minsk', 'Pinsk', false],
])('%s as a spelling of %s: %s', (one, other, same) => {
  const [a = '', b = ''] = foldWords(`${one} ${other}`);
  expect(sameSpelt(a, b)).toBe(same);
});
