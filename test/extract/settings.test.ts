import { describe, expect, it } from 'vitest';
import { stateOfDateline } from '../../server/extract/actors/setting.ts';
import { readSentence } from './sentence.ts';

describe('the state of a dateline', () => {
  it.each([
    ['TIRANA, Sept 7 (Reuters) -', 'AL'],
    ['MANILA, Philippines (AP) —', 'PH'],
    ['MINSK (BelTA) –', 'BY'],
    ['MINSK/WASHINGTON, Oct 3 -', 'BY'],
    ['TBILISI, Georgia -', 'GE'],
    ['MOSCOW, Idaho (AP) -', 'US'],
    ['SAN JOSE, Calif. (AP) -', 'US'],
    ['ATHENS, Ga. (AP) -', 'US'],
    ['ATHENS, Georgia -', 'US'],
    ['LONDON, Ontario -', 'CA'],
    ['LONDON, ONT. -', 'CA'],
  ])('is told by the town and what stands behind it: %s', (dateline, state) => {
    expect(stateOfDateline(dateline)).toBe(state);
  });

  it.each(['AUGUSTA, Georgia -', 'MOSCOW, Ayrshire -', 'HARBOUR CITY, June 1 -'])(
    'is not known: %s',
    (dateline) => {
      expect(stateOfDateline(dateline)).toBeNull();
    },
  );
});

describe('a chamber that many states have', () => {
  const namesIn = (text: string) => {
    const { names, relations } = readSentence(text);
    const offices = relations.map(({ from, to }) => `${names.get(from)}: ${names.get(to)}`);
    return { actors: [...names.values()], offices };
  };

  it.each([
    'Congress leader Rahul Desai called the bill bad. Congress workers marched in Mumbai as Congress met. President Asha Murmu signed it.',
    "Nigeria's Senate approved the budget. The Senate met in Abuja. Senator Ali Bello said the Senate was right. President Bola Okoye will sign it.",
    'Latin America watched as the Senate met in Brasilia and Congress waited. Senator Rui Lima told the Senate so.',
  ])('is not American where no word says so: %s', (text) => {
    const { actors, offices } = namesIn(text);
    expect(actors.filter((name) => /^United States/.test(name))).toEqual([]);
    expect(offices.filter((office) => /United States/.test(office))).toEqual([]);
  });

  it('is that of the state beside it, also where it is said again', () => {
    const text =
      "Chile's Senate met. The Senate said that it would vote. The United States looked on.";
    expect(namesIn(text).actors).toContain('Senate of Chile');
    expect(namesIn(text).actors).not.toContain('United States Senate');
  });

  it('is American where the text tells of the United States', () => {
    const text = 'The Senate said that it would vote. The U.S. embassy in Chile looked on.';
    expect(namesIn(text).actors).toContain('United States Senate');
  });
});

describe('a capital before a noun', () => {
  it.each([
    ['A Brussels court said the sale was void.', 'Brussels court'],
    ['A Moscow court ruled that he must stay in jail.', 'Moscow court'],
    ['The Kyiv government said it would act.', 'Government of Ukraine'],
    ['Moscow said that it would act.', 'Government of Russia'],
    ['Brussels said the sale was void.', 'European Union'],
    [
      'Belgium was asked. Belgian troops left. Brussels said the sale was void.',
      'Government of Belgium',
    ],
  ])('tells where, and stands for a government alone: %s', (text, speaker) => {
    const { statements, names } = readSentence(text);
    expect(statements.map((one) => names.get(one.speaker))).toEqual([speaker]);
  });
});
