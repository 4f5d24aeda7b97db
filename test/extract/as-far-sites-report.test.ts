import { describe, expect, it } from 'vitest';
import { nameOf, read, said } from './prose.ts';

/** Sentences of our own, as news sites of other continents report; see docs/decisions/0151. */

describe('what was said', () => {
  it.each([
    [
      'Over 32 men have died in an attack by the rebels in Lima, as reported by the Chilean army.',
      ['Armed Forces of Chile', '', 'Over 32 men have died in an attack by the rebels in Lima'],
    ],
    [
      'According to witnesses, the rebel drone strikes occurred early on Friday, causing fires near military bases in both cities.',
      [
        'witnesses',
        '',
        'the rebel drone strikes occurred early on Friday, causing fires near military bases in both cities',
      ],
    ],
    [
      'Anna Vrba said the detainees are being treated according to the rule of law.',
      ['Anna Vrba', '', 'the detainees are being treated according to the rule of law'],
    ],
    [
      'The Red Cross said three of its staff were killed in Peru last month, without giving further details.',
      [
        'International Committee of the Red Cross',
        '',
        'three of its staff were killed in Peru last month',
      ],
    ],
    [
      'Boats were escorting a small vessel when they met "an armada" of the militia, tweeted Petro Koval, a fellow at the Lima Center for Security.',
      [
        'Petro Koval',
        'Twitter',
        'Boats were escorting a small vessel when they met "an armada" of the militia',
      ],
    ],
    [
      'Anna Vrba told Chile’s state TV that debate with Peru was fierce.',
      ['Anna Vrba', '', 'debate with Peru was fierce'],
    ],
    [
      'The ministry of defence of Chile issued a statement on Friday expressing regret for the deaths of some workers.',
      ['Ministry of Defence of Chile', '', 'regret for the deaths of some workers'],
    ],
    [
      'Chile’s government has made clear it intends to manage the delivery of aid.',
      ['Government of Chile', '', 'it intends to manage the delivery of aid'],
    ],
    [
      'For its part, the guerrilla group claimed that it did not kill villagers, but rather executed people who helped the rival group.',
      [
        'guerrilla group',
        '',
        'it did not kill villagers, but rather executed people who helped the rival group',
      ],
    ],
    [
      'Reports of a raid on a hospital in Peru are “deeply disturbing”, the ministry of defence of Chile has said.',
      [
        'Ministry of Defence of Chile',
        '',
        'Reports of a raid on a hospital in Peru are “deeply disturbing”',
      ],
    ],
    [
      'Anna Vrba told the Reuters news agency the hospital’s stores were hit before troops raided the building.',
      ['Anna Vrba', 'Reuters', 'the hospital’s stores were hit before troops raided the building'],
    ],
    [
      'Anna Vrba, a spokesperson for the coast guard, told Sky News the situation remains very unclear, with reports of fighting.',
      ['Anna Vrba', 'Sky News', 'the situation remains very unclear, with reports of fighting'],
    ],
    [
      'Union leader Anna Vrba blasted Thursday the chief of the army over his remarks.',
      ['Anna Vrba', '', 'the chief of the army over his remarks'],
    ],
    [
      'The commander Anna Vrba pleaded with the authorities not to retaliate against workers.',
      ['Anna Vrba', '', 'with the authorities not to retaliate against workers'],
    ],
  ])('%s', (text, statement) => {
    expect(said(text)).toEqual([statement]);
  });

  it('ends before the closing marks that are doubled single ones', () => {
    const text =
      '“We are all witnesses of what is going on’’, Senator Anna Vrba told journalists after the meeting.';
    expect(said(text)[0]?.[2]).toBe('We are all witnesses of what is going on');
  });

  it('is both of what an agency tells that somebody urged and noted', () => {
    const text =
      'Chilean Defence Minister Anna Vrba urged the rebels to release those whom they hold, noting that they must end the blockade, Xinhua news agency reported.';
    expect(said(text)).toEqual([
      ['Anna Vrba', 'Xinhua', 'the rebels to release those whom they hold'],
      ['Anna Vrba', 'Xinhua', 'they must end the blockade'],
    ]);
  });

  it.each([
    [
      'The foreign ministry of Chile stressed the seriousness of the raid, affirming Chile’s complete rejection of any breach of its sovereignty.',
      [
        'the seriousness of the raid',
        'Chile’s complete rejection of any breach of its sovereignty',
      ],
    ],
    [
      'Anna Vrba stressed the need for Peru to stop escalation, warning of the dangerous effects of a regional war.',
      ['the need for Peru to stop escalation', 'of the dangerous effects of a regional war'],
    ],
    [
      'Anna Vrba rejected Peru’s claims on the strait, terming them “misleading”.',
      ['Peru’s claims on the strait', 'misleading'],
    ],
    [
      'The foreign ministry of Chile accused Peru of failing to talk with the rebels, which it described as a "group fighting for its people".',
      ['Peru of failing to talk with the rebels', 'a "group fighting for its people"'],
    ],
  ])('goes on after a comma: %s', (text, contents) => {
    expect(said(text).map(([, , words]) => words)).toEqual(contents);
  });

  it.each([
    'Anna Vrba was responding to a press conference held by the party.',
    'Chile’s foreign ministry has responded to the allegations voiced by Peru.',
    'Anna Vrba made the remarks while talking to reporters after she cast her vote, IRNA writes.',
  ])('is nothing: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is no answer to a question by itself', () => {
    const text =
      'Responding to a supplementary question in the house, Anna Vrba said the state watched the strait.';
    expect(said(text)).toEqual([['Anna Vrba', '', 'the state watched the strait']]);
  });
});

describe('a dateline that ends in a colon', () => {
  it.each([
    'ISLAMABAD: Foreign Minister Anna Vrba on Thursday said the prime minister did not speak for anyone in Peru.',
    'New Delhi: Foreign Minister Anna Vrba on Thursday said the prime minister did not speak for anyone in Peru.',
  ])('is nobody who speaks: %s', (text) => {
    expect(said(text)).toEqual([
      ['Anna Vrba', '', 'the prime minister did not speak for anyone in Peru'],
    ]);
  });

  it('tells where a text is at home', () => {
    const text =
      'ISLAMABAD: The Foreign Office on Thursday said that the strait was open to all ships of the region again.';
    expect(said(text)[0]?.[0]).toBe('Ministry of Foreign Affairs of Pakistan');
  });

  it('is none where whoever the label names speaks', () => {
    const text =
      'VRBA: We have told the council that our men will stay at the border for a month or more.';
    expect(said(text).map(([, , words]) => words)).not.toContain('our men will stay at the border');
    expect(read(text).statements.every(({ text: words }) => !words.startsWith('VRBA'))).toBe(true);
  });
});

describe('who speaks', () => {
  it.each([
    ['Minister of Trade and Integration Anna Vrba said the port was closed.', 'Anna Vrba'],
    [
      'Minister of Higher Education and Scientific Research Petro Koval said it was closed.',
      'Petro Koval',
    ],
    ['External Affairs Minister S Rajkumar on Thursday said the port was closed.', 'S Rajkumar'],
    ['Peru’s Attorney General’s Office said the port was closed.', 'Attorney General of Peru'],
    [
      'The Prime Minister’s Office in Lima said the port was closed.',
      'Office of the Prime Minister of Peru',
    ],
    ['The Prime Minister’s Office said the port was closed.', 'Prime Minister’s Office'],
  ])('%s', (text, speaker) => {
    expect(said(text)[0]?.[0]).toBe(speaker);
  });
});

it('takes no town or constituency for a person', () => {
  const reading = read(
    'Chache MP Anna Vrba said that troops left Kashmir. Petro Koval said that shells hit Idlib and El Fasher.',
  );
  const names = reading.statements.flatMap(({ about, speaker }) =>
    [...about, speaker].map((id) => nameOf(reading, id)),
  );
  for (const place of ['Chache', 'Kashmir', 'Idlib', 'El Fasher'])
    expect(names).not.toContain(place);
});

it('reads a statement that was made as no pointer at what stands before it', () => {
  const text =
    'The ministry of defence of Chile stressed that Peru distorts the facts.\n\n“This behavior must be prevented.\n\nThis remark of the president contradicts the statement made earlier by him on the strait,” the ministry said.';
  expect(() => read(text)).not.toThrow();
});
