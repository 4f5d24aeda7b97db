import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** Whom a noun in place of a name means: whoever spoke last, where it fits them. Sentences of our own. */
const speakers = (text: string) => said(text).map(([speaker]) => speaker);

describe('a noun in place of a name', () => {
  it.each([
    [
      'Greenpeace said the plant leaked oil. The company said that the plant was safe.',
      'Greenpeace',
      'company',
    ],
    [
      'Anna Lee, a farmer, said the road was bad. The minister said that money was short.',
      'Anna Lee',
      'minister',
    ],
    [
      '“My house is gone,” said Peter Brown, a resident. The mayor said help was on the way.',
      'Peter Brown',
      'mayor',
    ],
    [
      'Paul Lund, the governor of Ohio, said it was late. The nurse said that she had waited.',
      'Paul Lund',
      'nurse',
    ],
    ['Ivana Lund said it was late. The judge said that it was not.', 'Ivana Lund', 'judge'],
  ])('means nobody whom it does not fit: %s', (text, first, second) => {
    expect(speakers(text)).toEqual([first, second]);
  });

  it.each([
    [
      'Colonel Ivan Petrov said the town was calm. The officer said no one was hurt.',
      'Ivan Petrov',
    ],
    [
      'Lena Vogt, the founder of the shop, said sales were up. The entrepreneur said she was glad.',
      'Lena Vogt',
    ],
    ['Senator Lena Vogt said the bill was dead. The lawmaker said she had tried.', 'Lena Vogt'],
    ['Lena Vogt said the ice was thin. The researcher said that it would melt.', 'Lena Vogt'],
    [
      'Lena Vogt said prices would fall. The Austrian finance minister told a newspaper that wages would rise.',
      'Lena Vogt',
    ],
    [
      'Norsk Power said sales were up. The company said that it would hire more people.',
      'Norsk Power',
    ],
  ])('means whoever spoke last where it fits: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker, speaker]);
  });
});

describe('a name that is a state’s or an alliance’s too', () => {
  it.each([
    ['Kanye West said the album was late. West said he would tour in spring.', 'Kanye West'],
    ['Jordan Lee said the road was bad. Jordan said it was closed for a week.', 'Jordan Lee'],
  ])('means the person named before: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker, speaker]);
  });

  it.each([
    ['Kanye West said the album was late. The West said it would send arms.', 'The West'],
    [
      'Jordan Lee said the road was bad. Jordan said it was closed. Jordanian officials were asked.',
      'Government of Jordan',
    ],
  ])('means no person with an article, or where the state is told of: %s', (text, speaker) => {
    expect(speakers(text)[1]).toBe(speaker);
  });
});

describe('a title’s word that is a given name too', () => {
  it.each([
    ['Dean Smith, a lawyer, said the case was weak.', 'Dean Smith'],
    ['Prince Okafor said the case was weak.', 'Prince Okafor'],
  ])('is part of the name: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  it.each([
    ['Dean Jane Smith of Harvard Law School said the case was weak.', 'Jane Smith'],
    ['Harvard Dean Smith said the case was weak.', 'Smith'],
    ['Prince William said the case was weak.', 'William'],
    ['President Biden said the case was weak.', 'Biden'],
    ['Minister Khrenin said the case was weak.', 'Khrenin'],
    ['Judge Smith said the case was weak.', 'Smith'],
  ])(
    'is a title before a whole name, behind a body, and before a given name: %s',
    (text, speaker) => {
      expect(speakers(text)).toEqual([speaker]);
    },
  );
});
