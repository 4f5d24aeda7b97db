import { describe, expect, it } from 'vitest';
import { said } from './prose.ts';

/** Where contents and sources begin and end; sentences written for these tests. */
const speakersAndWords = (text: string) => said(text).map(([speaker, , words]) => [speaker, words]);

describe('a clause that closes its sentence', () => {
  it.each([
    [
      'reports all before it, whatever wishes and feelings are told of there',
      'Harbour fees could fall next year, but only if the shippers can be convinced that it pays, Mayor Ann Lee told the Star on Monday.',
      [
        [
          'Ann Lee',
          'Harbour fees could fall next year, but only if the shippers can be convinced that it pays',
        ],
      ],
    ],
    [
      'leaves the description before the name to the speaker',
      "Harbour fees will fall next year, but only if traffic recovers, the port's director, Ann Lee, told the Star on Monday.",
      [['Ann Lee', 'Harbour fees will fall next year, but only if traffic recovers']],
    ],
    [
      'does not report what is told of the speaker before a semicolon',
      'The chairman, Ann Lee, met the mayor in Lima; work could start in May, Ms. Lee said afterward.',
      [['Ann Lee', 'work could start in May']],
    ],
    [
      'may be followed by what the speaker did besides',
      'Lenders that kept serving the refinery risked sanctions, governor Ann Lee cautioned after she summoned bank bosses last Friday.',
      [['Ann Lee', 'Lenders that kept serving the refinery risked sanctions']],
    ],
    [
      'names its speaker after what the speaker is, before a semicolon',
      'The troops came at the invitation of Lima, said the spokesman of the Peruvian army, Ivan Lis; a lawmaker from Ica, Olga Ray, believes that they came “for the gold.”',
      [
        ['Ivan Lis', 'The troops came at the invitation of Lima'],
        ['Olga Ray', 'they came “for the gold.”'],
      ],
    ],
    [
      'may name whom it was told',
      'The ferry was gone within minutes, a neighbour told our website.',
      [['neighbour', 'The ferry was gone within minutes']],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakersAndWords(text)).toEqual(expected);
  });
});

describe('a clause that opens or parts its sentence', () => {
  it.each([
    [
      'reports what is quoted in it',
      'In the view of Ann Lee, who heads the Lima think tank Future Forum, the two armies are talking "only because two bigger ones are listening".',
      ['Ann Lee', 'the two armies are talking "only because two bigger ones are listening"'],
    ],
    [
      'gives a view in the words of whoever it is for',
      'For ex-president Ann Lee, leader of that party, the ceasefire has turned entire towns into “parking lots of crime.”',
      ['Ann Lee', 'the ceasefire has turned entire towns into “parking lots of crime.”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakersAndWords(text).at(-1)).toEqual(expected);
  });

  it('is none without somebody who speaks', () => {
    const words = said(
      'Ann Lee, head of the Lima think tank, finds the version plausible, but notes that nobody has shown the draft.',
    );
    expect(words[0]).toEqual(['Ann Lee', '', 'the version plausible']);
  });
});

describe('nothing is said', () => {
  it.each([
    'In December, in Lima, the parties agreed on a fund that the United Nations would run.',
    'The dissidents attacked the police station of Ica with explosives on Saturday.',
    'The Democratic Centre has opposed Pedro Castillo since his first day.',
  ])('in %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what was said', () => {
  it.each([
    [
      'is the allegation that was rejected, and not when',
      'The army of Chile accused Peru of breaking a truce, an allegation that Lima rejected as the guns along the frontier fell silent.',
      ['Government of Peru', 'an allegation'],
    ],
    [
      'goes on in "which he said"',
      'Minister Ann Lee told parliament on Monday that the troops would leave. She blamed two coups in three years, which she said had undermined the mission.',
      ['Ann Lee', 'two coups in three years, which she said had undermined the mission'],
    ],
    [
      'is what is ruled out',
      'Defence Minister Ann Lee has publicly ruled out calling up reservists.',
      ['Ann Lee', 'calling up reservists'],
    ],
    [
      'begins after the channel',
      'Ann Lee, the ambassador in Lima, let it be understood through the Andes agency that "commas are being counted".',
      ['Ann Lee', 'commas are being counted'],
    ],
    [
      'is told by the report that was published',
      'The outlet Andes Times published an investigation on August 22 which found that the army depends on donations.',
      ['Andes Times', 'the army depends on donations'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakersAndWords(text).at(-1)).toEqual(expected);
  });

  it('ends where a clause tells of somebody else', () => {
    const words = said(
      'Defence Minister Ann Lee has ruled out calling up reservists; State Secretary Ivan Lis went even further.',
    );
    expect(words.map(([, , one]) => one)).toEqual(['calling up reservists']);
  });
});

describe('who said it', () => {
  it.each([
    [
      'is who was spoken to',
      'One former pilot I spoke to thinks the antenna might be broken anyway.',
      'one former pilot',
    ],
    [
      'is no longer than the name, whatever the speaker was doing',
      'Secretary General of the Security Council Ann Lee, being in Lima, denied rumours about the mobilisation of students.',
      'Ann Lee',
    ],
  ])('%s', (_, text, speaker) => {
    expect(said(text).map(([one]) => one)).toEqual([speaker]);
  });
});
