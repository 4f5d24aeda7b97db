import { describe, expect, it } from 'vitest';
import {
  namingAt,
  namingsOfSentence,
  namingsOutside,
  namingsWithin,
} from '../../server/extract/actors/naming-index.ts';
import { newReferent, type Naming } from '../../server/extract/actors/referent.ts';
import { cueSpan } from '../../server/extract/statements/content.ts';
import { isSubhead } from '../../server/extract/statements/quotations.ts';

/** Milliseconds that a deed takes. */
function timeOf(deed: () => unknown): number {
  const begun = performance.now();
  deed();
  return performance.now() - begun;
}

const QUICK = 50;

describe('the words of a cue', () => {
  it('are cut at what trails behind the verb, however often it is repeated', () => {
    const text = `said${' in a b'.repeat(40)}3`;
    expect(timeOf(() => cueSpan(text, [{ start: 0, end: text.length }]))).toBeLessThan(QUICK);
  });

  it.each([
    ['said in a long statement that', 'said'],
    ['wrote on Twitter', 'wrote'],
    ['spoke of its', 'spoke'],
    ['said in a letter of 2021', 'said in a letter of 2021'],
  ])('%s', (text, cue) => {
    const { start, end } = cueSpan(text, [{ start: 0, end: text.length }])!;
    expect(text.slice(start, end)).toBe(cue);
  });
});

describe('a subhead', () => {
  const heading = '“Legend of the Coal Fields”';

  it('is told from its own line, however many blank ones stand before it', () => {
    const text = `Words.${'\n'.repeat(200_000)}${heading}\n`;
    const span = { start: text.indexOf('“'), end: text.length - 1 };
    expect(timeOf(() => isSubhead(span, text))).toBeLessThan(QUICK);
    expect(isSubhead(span, text)).toBe(true);
  });

  it.each([
    [`${heading}`, true],
    [`He cried: ${heading}`, false],
    [`${heading} was its name`, false],
  ])('%s: %s', (text, expected) => {
    const start = text.indexOf('“');
    expect(isSubhead({ start, end: text.indexOf('”') + 1 }, text)).toBe(expected);
  });
});

describe('namings, looked up', () => {
  const referent = newReferent({ key: 'person:x', kind: 'person', name: 'X', country: null });
  const naming = (sentence: number, from: number, start: number): Naming => ({
    sentence,
    from,
    to: from + 1,
    start,
    end: start + 2,
    referent,
  });
  const all = [naming(0, 0, 0), naming(0, 3, 10), naming(2, 1, 24), naming(2, 4, 40)];

  it('are those that lie whole within a stretch', () => {
    expect(namingsWithin(all, { start: 10, end: 42 })).toEqual(all.slice(1));
    expect(namingsWithin(all, { start: 11, end: 41 })).toEqual([all[2]]);
    expect(namingsWithin(all, { start: 3, end: 9 })).toEqual([]);
  });

  it('are those outside of stretches, by sentence, too', () => {
    const rest = namingsOutside(all, [
      { start: 9, end: 13 },
      { start: 20, end: 30 },
    ]);
    expect(rest).toEqual([all[0], all[3]]);
    expect([0, 1, 2].map((sentence) => namingsOfSentence(rest, sentence))).toEqual([
      [all[0]],
      [],
      [all[3]],
    ]);
    expect(namingsOutside(all, [{ start: 3, end: 9 }])).toBe(all);
  });

  it('are found by one of their tokens', () => {
    expect(namingAt(all, 2, 4)).toBe(all[3]);
    expect(namingAt(all, 2, 3)).toBeUndefined();
  });
});
