import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** Sentences of our own, as agencies, ministries and daily assessments word them; see docs/decisions/0153. */

describe('what was said', () => {
  it.each([
    [
      'The bloc should be open, President Petro Koval said as he met with the mayor Anna Vrba on 20 September.',
      ['Petro Koval', '', 'The bloc should be open'],
    ],
    [
      'There will likely be further strikes, Chile’s intelligence head, Petro Koval, told ABC News in an interview from Lima, without saying whether Chile would be behind them.',
      ['Petro Koval', 'ABC News', 'There will likely be further strikes'],
    ],
    [
      'The deal will hold, the Director General of the Lima Affairs Council, Petro Koval, told Reuters on Friday.',
      ['Petro Koval', 'Reuters', 'The deal will hold'],
    ],
    [
      'Spokesman Petro Koval said on Monday, commenting on reports that Peru is sending arms, that such news is not always right.',
      ['Petro Koval', '', 'such news is not always right'],
    ],
    [
      'On Monday, CNN reported, citing sources, that Peru sent missiles to Chile.',
      ['sources', 'CNN', 'Peru sent missiles to Chile'],
    ],
    [
      'The ministry stressed that Lima keeps to the position of the old regime, according to which the refusal is linked to ties.',
      ['ministry', '', 'Lima keeps to the position of the old regime'],
    ],
    [
      'Chile contested Foreign Minister Petro Koval’s claim that the bloc acted at once.',
      [
        'Government of Chile',
        '',
        'Foreign Minister Petro Koval’s claim that the bloc acted at once',
      ],
    ],
    [
      'Chile rejected on Tuesday an accusation by Peru’s president that Lima is plotting a coup.',
      ['Government of Chile', '', 'an accusation by Peru’s president that Lima is plotting a coup'],
    ],
    [
      'The ministry condemned Chile’s decision to send 15,000 troops, tanks, air defense systems, and other heavy weapons to the border.',
      [
        'ministry',
        '',
        'Chile’s decision to send 15,000 troops, tanks, air defense systems, and other heavy weapons to the border',
      ],
    ],
    [
      'Anna Vrba cautioned against dismissing sanctions as useless until they are tried.',
      ['Anna Vrba', '', 'dismissing sanctions as useless until they are tried'],
    ],
    [
      '“We are a gang,” the guard’s source cites Petro Koval.',
      ['Petro Koval', 'guard’s source', 'We are a gang'],
    ],
    [
      'The situation in Chile is stable and calm. This was stated to journalists by the minister Petro Koval after a meeting, writes Reuters.',
      ['Petro Koval', 'Reuters', 'The situation in Chile is stable and calm'],
    ],
    [
      'Seven battalions stand at the border. The relevant statement was made by the Intelligence Directorate of Chile on Facebook, referring to an interview of its representative, a Reuters correspondent reports.',
      ['Intelligence Directorate of Chile', 'Facebook', 'Seven battalions stand at the border'],
    ],
  ])('%s', (text, statement) => {
    expect(said(text)).toEqual([statement]);
  });

  it('is of the pronoun between commas, and not of whom it is about', () => {
    const text =
      'Petro Koval left the group. The Wagner Group, he says, was mostly interested in robbers.';
    expect(said(text)).toEqual([
      ['Petro Koval', '', 'The Wagner Group was mostly interested in robbers'],
    ]);
  });
});

it('is said by the latter', () => {
  const text =
    'The decision came after talks with Petro Koval. The latter has condemned the plan to move the government.';
  expect(said(text)).toEqual([['Petro Koval', '', 'the plan to move the government']]);
});

it('parts what is said from what it is called', () => {
  const text =
    'The ministry condemned the raid, saying it was not an answer and calling it a violation of the treaty.';
  expect(said(text).map(([, , words]) => words)).toEqual([
    'the raid',
    'it was not an answer',
    'it a violation of the treaty',
  ]);
});

it('is of whoever closes the sentence before the agency does', () => {
  const text =
    'The charter that the bloc signed does not hold, Foreign Minister Petro Koval said at a press conference following the Lima Forum, Reuters reports.';
  expect(said(text)).toEqual([
    ['Petro Koval', 'Reuters', 'The charter that the bloc signed does not hold'],
  ]);
});

describe('nothing is said', () => {
  it.each([
    'Petro Koval commented on the war and answered a question about how the war could affect support for Chile.',
    'Petro Koval also expressed his opinion about the possible impact of the war on Chile.',
    'Petro Koval also shared his thoughts on the freezing of aid.',
    'Chile has not claimed responsibility for the attack on the base.',
    'Lima has avoided blaming Chile directly.',
    'Petro Koval claimed victory in the vote of 2020.',
    'The draft document defines the criteria for assessing the state of security in nine areas.',
  ])('%s', (text) => expect(said(text)).toEqual([]));
});
