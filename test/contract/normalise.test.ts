import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../server/contract/index.ts';

describe('a text normalised', () => {
  it('is the same by the short way that plain ASCII takes as by the long one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(normalise(`${text}e`)).toBe(normalise(`${text}é`));
      }),
    );
  });

  it.each([
    ['“Łódź”,  said\u00a0Ørsted', '"lodz", said orsted'],
    ['Lukashenko`s', "lukashenko's"],
    ['Straße\u00ad n', 'strasse n'],
  ])('%s', (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });
});
