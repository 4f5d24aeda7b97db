import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** What is told with few of the words of saying, in sentences written for these tests. */

/** Each with whoever speaks and what was said. */
const TOLD_WITHOUT_SAYING: readonly (readonly [string, string, string])[] = [
  [
    'The convoys, the Latvian Foreign Ministry insists, carried grain.',
    'Ministry of Foreign Affairs of Latvia',
    'The convoys carried grain',
  ],
  [
    'Short of money, says a manager at Rheinmetall who asked not to be named.',
    'manager at Rheinmetall',
    'Short of money',
  ],
  [
    '"It is over", was the verdict of a former adviser to the president.',
    'former adviser to the president',
    'It is over',
  ],
  [
    '"Another convoy has crossed!" That was Pavel Novak, the defence minister, on Facebook.',
    'Pavel Novak',
    'Another convoy has crossed!',
  ],
  ['The rebels’ answer is that the army started it.', 'rebels', 'the army started it'],
  [
    "Farhad Mammadov's forecast is grim: there will be no treaty this year.",
    'Farhad Mammadov',
    'there will be no treaty this year',
  ],
  ['For analyst Jan Novak, the offer is a bluff.', 'Jan Novak', 'the offer is a bluff'],
  [
    'Finance Minister Anna Kask made it clear that no troops would be sent.',
    'Anna Kask',
    'no troops would be sent',
  ],
  [
    'In an interview with CNN, Ambassador Petr Havel forecast that exports would double.',
    'Petr Havel',
    'exports would double',
  ],
  ['The World Bank put the damage at $4 billion.', 'World Bank', 'the damage at $4 billion'],
  [
    'Leila Haddad, who runs a think tank in Beirut, sees the offer as "a trap".',
    'Leila Haddad',
    'the offer as "a trap"',
  ],
  [
    'Colonel Peter Kovac, who is in charge of logistics, rules out an offensive.',
    'Peter Kovac',
    'an offensive',
  ],
  [
    'The host Igor Tur, for his part, on state television advised Latvians "to stock up".',
    'Igor Tur',
    'Latvians "to stock up"',
  ],
  [
    'Analyst Jan Novak is sure that the decree is aimed at voters.',
    'Jan Novak',
    'the decree is aimed at voters',
  ],
  [
    'Baku insists on a corridor through Syunik.',
    'Government of Azerbaijan',
    'a corridor through Syunik',
  ],
  [
    'The bridge will be closed for a month. This was announced by Transport Minister Ion Lupu.',
    'Ion Lupu',
    'The bridge will be closed for a month',
  ],
];

describe('what is told without a verb of saying and its clause', () => {
  it.each(TOLD_WITHOUT_SAYING)('%s', (text, speaker, content) => {
    expect(said(text).map(([who, , words]) => [who, words])).toEqual([[speaker, content]]);
  });

  it('is no deed', () => {
    expect(said('Belarus and Serbia concluded a contract to overhaul helicopters.')).toEqual([]);
    expect(said('The ministers agreed on the exchange of data.')).toEqual([]);
  });
});

describe('who spoke, though others stand nearer', () => {
  it.each([
    [
      'A senior commander interviewed for this study said that the gap would stay.',
      'senior commander',
    ],
    ['Two officers disagreed: in their view the alliance is late.', 'officers'],
    ['The line, described by Hanno Pevkur as a necessity, will cost millions.', 'Hanno Pevkur'],
    ['Hanno Pevkur was the first to warn that the gap was exposed.', 'Hanno Pevkur'],
    ['The convoys left, BNS writes with reference to Interior Minister Agne Kask.', 'Agne Kask'],
    [
      'Bloomberg reported on May 2, citing Western diplomats, that Iran had sent drones.',
      'Western diplomats',
    ],
    [
      'Baltic Policy Forum (BPF)\n\nThis note recommends that NATO move ammunition.',
      'Baltic Policy Forum',
    ],
    [
      'According to data from the Latvian Defence Ministry, 14 bunkers have been finished.',
      'Ministry of Defence of Latvia',
    ],
  ])('%s', (text, speaker) => {
    expect(said(text).map(([who]) => who)).toEqual([speaker]);
  });

  it('goes on for whoever has no name', () => {
    expect(
      said(
        'A NATO diplomat told Reuters that the gap was a headache. The diplomat said that mines were needed.',
      ).map(([who]) => who),
    ).toEqual(['NATO diplomat', 'NATO diplomat']);
  });

  it('is each of several in one sentence', () => {
    expect(
      said('While Paris says the line is a gimmick, Berlin argues that it may provoke Moscow.'),
    ).toEqual([
      ['Government of France', '', 'the line is a gimmick'],
      ['Government of Germany', '', 'it may provoke Moscow'],
    ]);
  });
});

describe('where what was said ends', () => {
  it.each([
    ['The general dismissed the report as stale when asked by Sky News.', 'the report as stale'],
    [
      'Deputies signed a “declaration of peace,” two officials told Reuters.',
      'Deputies signed a “declaration of peace,”',
    ],
    ['Ann Lee said that she was ready, reports Kyodo.', 'she was ready'],
    ['Pavel Novak said the day before that troops would be sent.', 'troops would be sent'],
  ])('%s', (text, content) => {
    expect(said(text).map(([, , words]) => words)).toEqual([content]);
  });
});

describe('posts without quotation marks', () => {
  it.each([
    [
      'We will build 600 bunkers. pic.twitter.com/abc1\n\n— Hanno Pevkur (@HPevkur) January 19, 2022',
      'We will build 600 bunkers.',
    ],
    ['Hanno Pevkur (@HPevkur): We will build 600 bunkers.', 'We will build 600 bunkers'],
    ['Hanno Pevkur wrote on X:\n\nWe will build 600 bunkers.', 'We will build 600 bunkers.'],
  ])('%s', (text, content) => {
    expect(said(`News\n\n${text}`)).toEqual([['Hanno Pevkur', 'Twitter', content]]);
  });
});

describe('numbers of notes that stand in the line', () => {
  it('are no part of a sentence', () => {
    expect(
      said('Hanno Pevkur said the plan was late.3 He added that money was short.4').map(
        ([, , words]) => words,
      ),
    ).toEqual(['the plan was late', 'money was short']);
  });
});
