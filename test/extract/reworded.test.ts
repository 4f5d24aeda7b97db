import { describe, expect, it } from 'vitest';
import { read } from './retold.ts';

/** Rewritten and translated agency copy: which words were said, and what was done by it; sentences written for these tests. */
const wordsOf = (text: string) => read(text).said.map(({ words }) => words);

describe('the words that were said', () => {
  it.each([
    [
      'a condition after "that" goes on to its main clause',
      'The Centre for Eastern Studies has said that, given current Russian military activity in Belarus, an attack from the north seems unlikely this year.',
      'given current Russian military activity in Belarus, an attack from the north seems unlikely this year',
    ],
    [
      'when it was said is no part of them',
      "Prior to the meeting at the air base in Germany, Anna Berg said that all allies agreed to Ukraine's entry into the alliance.",
      "all allies agreed to Ukraine's entry into the alliance",
    ],
    [
      'nor is whom they were said to',
      'A spokesman for the Russian armed forces reported to the Belarusian head of the state that there were exercises at the ranges.',
      'there were exercises at the ranges',
    ],
    [
      'nor a dateline with the agency and the day',
      'MINSK (Northern News / Sputnik - 15th October, 2022) The first trains with Russian troops arrived in Belarus, the Belarusian Defense Ministry said on Saturday.',
      'The first trains with Russian troops arrived in Belarus',
    ],
    [
      'nor one that ends in a colon',
      'Hanoi, Aug 16: Vietnam today said that the planned exercises were not aimed at a third country.',
      'the planned exercises were not aimed at a third country',
    ],
    [
      'a quotation of several sentences stays whole before "quoted X as saying"',
      '"In short, we will do everything that we are obliged to do [with Russia]. Have no doubt about that," state news agency Belta quoted Lukashenko as saying.',
      'In short, we will do everything that we are obliged to do [with Russia]. Have no doubt about that',
    ],
    [
      'a clause goes on after ", and that"',
      'Vladimir Putin said that Russia does not want to absorb anyone, and that unnamed enemies wanted to stop its integration with Belarus.',
      'Russia does not want to absorb anyone, and that unnamed enemies wanted to stop its integration with Belarus',
    ],
    [
      'a subject goes on to its verb, past what stands between dashes',
      'Vladimir Putin also said the situation in four areas of eastern Ukraine - which Moscow claimed to have annexed in September - was extremely difficult.',
      'the situation in four areas of eastern Ukraine - which Moscow claimed to have annexed in September - was extremely difficult',
    ],
    [
      'the day before is no part of them',
      'The day before, on December 23, Jens Berg said that the actions of the Kremlin show its plans to renew the offensive.',
      'the actions of the Kremlin show its plans to renew the offensive',
    ],
    [
      'nor is where they were said, at the end',
      'The Ukrainian Border Guard Service sees no signs of equipment transfers in Belarus toward the border, Andrii Demchenko, a spokesperson, said on national TV, as quoted by Ukrinform.',
      'The Ukrainian Border Guard Service sees no signs of equipment transfers in Belarus toward the border',
    ],
    [
      'a verb of no saying hands on to its participle',
      'Gitanas Lund echoed the sentiment, saying the presence of mercenaries in Belarus is a security risk for Lithuania and other allies.',
      'the presence of mercenaries in Belarus is a security risk for Lithuania and other allies',
    ],
    [
      'whom they were told to is no part of them',
      'Tom Berg, the UN rapporteur for human rights, told the United Nations General Assembly in New York (United States) on Friday that he feared that the situation worsens.',
      'he feared that the situation worsens',
    ],
    [
      'what stands before "and" in one sentence is part of them',
      'A counter-terrorist operation regime has been declared in Belarus, and the country’s army and special services are “ready to respond to any provocations from neighboring countries,” Belarusian Foreign Minister Vladimir Makei told the newspaper.',
      'A counter-terrorist operation regime has been declared in Belarus, and the country’s army and special services are “ready to respond to any provocations from neighboring countries,”',
    ],
    [
      'a clause without its verb goes on to it',
      'The director also claimed that calls for Belarus to fight against Ukraine are “NATO’s doing”.',
      'calls for Belarus to fight against Ukraine are “NATO’s doing”',
    ],
    [
      'what the document holds against them is no part of them',
      'Ivan Lis said that the country would decide for itself if it would go to war – but there were signs last week that it would.',
      'the country would decide for itself if it would go to war',
    ],
    [
      'the first phrase is whole after "according to"',
      'According to the monitors, another two echelons with Russian equipment arrived in Belarus over the past few days.',
      'another two echelons with Russian equipment arrived in Belarus over the past few days',
    ],
    [
      'when they were said is no part of them, before "that"',
      'Maria Lis announced on the eve of the meeting that a number of issues would not be ignored.',
      'a number of issues would not be ignored',
    ],
    [
      'what another predicted and promised is part of what is recalled',
      'The outlet recalled that on May 2 Tertel predicted an escalation along the border of Belarus and promised to show examples of its work.',
      'on May 2 Tertel predicted an escalation along the border of Belarus and promised to show examples of its work',
    ],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual([words]);
  });

  it.each([
    'Vladimir Putin and Alexander Lukashenko refrained from publicly discussing the invasion of Ukraine.',
    'Ukrainian forces continued to strike Russian force concentrations in rear areas of the region.',
    'The focus on what has worked and not worked in Ukraine suggests that the country needs new rules of mobilization.',
    'The two extolled their co-operation, hardly mentioning the war raging in nearby Ukraine.',
  ])('are none where nothing is said: %s', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it('stand after labels that tell what a paragraph is', () => {
    const text = [
      'Details: Dmitry Peskov called the reports about the visit "stupid and groundless".',
      'Quote: "Belarus is a number one ally and partner of Russia. There is no coercion at all."',
    ].join('\n\n');
    expect(read(text).said.map(({ speaker, words }) => [speaker, words])).toEqual([
      ['Dmitry Peskov', 'the reports about the visit "stupid and groundless"'],
      [
        'Dmitry Peskov',
        'Belarus is a number one ally and partner of Russia. There is no coercion at all.',
      ],
    ]);
  });

  it('end before the name of who speaks next', () => {
    const text =
      'Ukraine has continuously warned of possible attacks from Belarus and President Volodymyr Lund said last week that the country must be ready.';
    expect(wordsOf(text)[0]).toBe('possible attacks from Belarus');
  });

  it('begin anew after a participle without a comma', () => {
    const text =
      'The alliance keeps to its line and draws the state in, Viktor Lund said noting that the alliance was thus showing its nature.';
    expect(wordsOf(text)).toEqual([
      'The alliance keeps to its line and draws the state in',
      'the alliance was thus showing its nature',
    ]);
  });
});

describe('what was done by saying it', () => {
  it.each([
    ['The troops will be able to repel any possible aggression, Ivan Lis said.', 'accusation'],
    ['"We see no imminent threat to any ally of ours," Ivan Lis said.', 'accusation'],
    ['The decision was caused by the escalation in the west, Ivan Lis said.', 'warning'],
    [
      'The counter-terrorist operation was not introduced in the country, Ivan Lis said.',
      'accusation',
    ],
    ['"I must inform you that the formation of this group has begun," Ivan Lis said.', 'request'],
  ])('of “%s” was no %s', (text, act) => {
    const { said } = read(text);
    expect(said).toHaveLength(1);
    expect(said[0]!.act).not.toBe(act);
  });

  it('was an accusation where somebody is said to have done wrong', () => {
    const { said } = read('This is open aggression against our people, Ivan Lis said.');
    expect(said[0]?.act).toBe('accusation');
  });
});
