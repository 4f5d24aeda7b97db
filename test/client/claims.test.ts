import { describe, expect, it } from 'vitest';
import { anchorFault, selectorAt } from '../../graph-data/schema/index.ts';
import {
  claimChanges,
  figureOf,
  numberIn,
  withFigure,
  withPassages,
  type Claim,
} from '../../client/state/review-claims.ts';
import { draftOfPassages } from '../../client/state/review-spans.ts';

const TEXT =
  'It began. Russia sent some 9,000 troops and 170 tanks to Belarus in October. Nobody asked why.';
const at = (words: string) => {
  const start = TEXT.indexOf(words);
  return selectorAt(TEXT, start, start + words.length);
};
const claim = {
  type: 'event',
  record: {
    id: 'evt:a',
    kind: 'deployment',
    name: 'A deployment',
    participants: [],
    date: null,
    place: null,
    figures: [],
    evidence: [
      { document: { id: 'doc:a' }, selectors: [at('Russia sent some 9,000 troops and 170 tanks')] },
      { document: { id: 'doc:b' }, selectors: [at('Nobody asked why')] },
    ],
  },
} as unknown as Extract<Claim, { type: 'event' }>;

describe('passages', () => {
  it('are set in one document, and told as the evidence that differs', () => {
    const draft = draftOfPassages([at('in October'), at('It began')]);
    const after = withPassages(claim, 'doc:a', TEXT, draft);
    expect(claimChanges(claim, after)).toEqual({
      evidence: [
        { document: 'doc:a', selectors: [at('It began'), at('in October')] },
        { document: 'doc:b', selectors: [at('Nobody asked why')] },
      ],
    });
    expect(claimChanges(claim, withPassages(claim, 'doc:c', TEXT, draft))).toEqual({});
  });
});

describe('figures', () => {
  it('are words of a passage, with a selector that the text bears out', () => {
    const figure = figureOf(claim.record, '9,000 troops');
    expect(figure).toMatchObject({ text: '9,000 troops', value: 9000, unit: 'troops' });
    expect(figure?.selector.exact).toBe('9,000 troops');
    expect(anchorFault(TEXT, figure!.selector)).toBeNull();
  });

  it.each(['9000 troops', 'to Belarus', ''])(
    'are refused as %j, which no passage holds',
    (words) => {
      expect(figureOf(claim.record, words)).toBeNull();
    },
  );

  it.each([
    ['1,200.5 tonnes', 1200.5],
    ['170', 170],
    ['20 to 30', null],
    ['dozens', null],
  ])('state %j as %j', (words, value) => expect(numberIn(words)).toBe(value));

  it('are added at the end, set, and taken away', () => {
    const [troops, tanks] = [
      figureOf(claim.record, '9,000 troops'),
      figureOf(claim.record, '170 tanks'),
    ];
    const one = withFigure(claim.record, 0, troops);
    expect(withFigure(one, 1, tanks).figures).toEqual([troops, tanks]);
    expect(withFigure(one, 0, tanks).figures).toEqual([tanks]);
    expect(withFigure(one, 0, null).figures).toEqual([]);
  });
});
