import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';

/** Rewritten and translated agency copy: who said which words; sentences written for these tests. */
const models = loadModels();

interface Said {
  speaker: string;
  words: string;
  act: string;
  via: string[];
}

function read(text: string): { said: Said[]; offices: string[] } {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:reworded-${sha256.slice(0, 6)}` as const;
  const meta = { id, sha256, title: 'A', outlet: null, published: '2023-05-10', language: 'en' };
  const { actors, statements, relations } = readDocument(
    { text, document: meta },
    models,
    new KnownActors(),
  );
  const name = (actor: string) => actors.find((one) => one.id === actor)?.name ?? actor;
  return {
    said: statements.map(({ speaker, text: words, act, reports }) => ({
      speaker: name(speaker),
      words,
      act,
      via: reports[0]!.via.map(name),
    })),
    offices: relations
      .filter(({ kind }) => kind === 'holds-office')
      .map(({ from, title, to }) => `${name(from)}, ${title}, ${name(to)}`),
  };
}

const speakersOf = (text: string) => read(text).said.map(({ speaker }) => speaker);
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

  it('begin anew after a participle without a comma', () => {
    const text =
      'The alliance keeps to its line and draws the state in, Viktor Lund said noting that the alliance was thus showing its nature.';
    expect(wordsOf(text)).toEqual([
      'The alliance keeps to its line and draws the state in',
      'the alliance was thus showing its nature',
    ]);
  });
});

describe('who said them', () => {
  it.each([
    [
      'whoever a summary is of, stated after the paragraph',
      'Belarus is unlikely to attack Ukraine, as it lacks the strength to do so.\n\nThis is stated in the summary of the Centre for Eastern Studies.',
      'Centre for Eastern Studies',
    ],
    [
      'whoever comes after the verb at the end',
      'Belarus is unlikely to invade due to its internal dynamics, summarizes the Centre for Eastern Studies.',
      'Centre for Eastern Studies',
    ],
    [
      'whoever is sure of it',
      'The border will stay closed until the spring, Latvian experts are sure.',
      'Latvian experts',
    ],
    [
      'whoever a readout belongs to',
      "Lukashenko's readout of his meeting with Russian Foreign Minister Sergey Lavrov stated that the two had found areas of cooperation.",
      'Lukashenko',
    ],
    [
      'whoever stands before "who"',
      "That is despite the recent statement by Ukraine's deputy chief of the General Staff, Brigadier General Oleksiy Hromov, who said that the threat was increasing.",
      'Oleksiy Hromov',
    ],
    [
      'a name that goes on to the colon',
      'Institute for the Study of War: Belarus is unlikely to attack Ukraine.\n\nThe institute said so on Monday.',
      'Institute for the Study of War',
    ],
    [
      'whoever is told of after a press conference',
      'All the fighters of the company must leave the country.\n\nThis was announced at a press conference by Polish Interior Minister Mariusz Kaminski.',
      'Mariusz Kaminski',
    ],
    [
      'whoever reports, in a sentence of its own',
      'The president of Belarus probably refused to make further concessions during a meeting in Minsk.\n\nThe Institute for the Study of War (ISW) reports.',
      'Institute for the Study of War',
    ],
    [
      'whoever bears a title of several words',
      'Secretary General of the Security Council of Belarus Aliaksandr Lis, being in Moscow, denied rumors about the mobilization of Belarusians.',
      'Aliaksandr Lis',
    ],
    [
      'whoever two titles stand before',
      'The army is likely to join the war. There are many signs of this. This was stated by the Polish military analyst, head of the analytical center Rochan Consulting Konrad Lis.',
      'Konrad Lis',
    ],
    [
      'whoever a review is of that it follows from',
      'The exercises may keep the army on the northern flank. That follows from the daily review of the British Ministry of Defence.',
      'Ministry of Defence of the United Kingdom',
    ],
    [
      'whoever a message is of, on whatever platform',
      'Direct participation in the war is unlikely. This is stated in the message of the British Ministry of Defence on Twitter.',
      'Ministry of Defence of the United Kingdom',
    ],
    [
      'the first of two who write, named after the verb',
      'China and Russia share a lot of objectives, write Anna Berg and Leonid Lis of the Carnegie Moscow Center.',
      'Anna Berg',
    ],
    [
      'whoever stands beside a quotation with whatever verb',
      '"We will keep up the pressure on the Kremlin for as long as necessary," Polish politician Anna Lund defended.',
      'Anna Lund',
    ],
    [
      'an agency with its adjective',
      'As Ukrainian News Agency reported, the ministry decided to conduct a sudden check of the forces.',
      'Ukrainian News Agency',
    ],
    [
      'a council with "and" in its name',
      'The train arrived in Belarus yesterday. It is said by the National Security and Defence Council of Ukraine.',
      'Security Council of Ukraine',
    ],
    [
      'a body in which it was announced',
      'The regime of the operation was not introduced. This was announced today, October 14, in the State Security Committee of the country.',
      'State Security Committee',
    ],
    [
      'whoever is told of before the edition that carries it',
      'The local agencies exposed him in a timely manner. This was said by the head of the KGB, Ivan Tertel, the Belarusian edition reports.',
      'Ivan Tertel',
    ],
    [
      'a name that meets the place in its title',
      'At least seventy people were killed, UN Special Rapporteur on the situation of human rights in Myanmar Thomas Berg said.',
      'Thomas Berg',
    ],
    [
      'a group named after a body',
      'Experts of the Institute for the Study of War (ISW) suppose that the visit is an opportunity to put pressure on Minsk.',
      'experts of the Institute for the Study of War',
    ],
    [
      'a state without the time that follows it',
      'China last month announced that it would hold an exercise with Russia in Inner Mongolia.',
      'Government of China',
    ],
  ])('%s', (_, text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker]);
  });

  it('is not who is named in what was said', () => {
    const text = [
      'The ruler is under pressure from Moscow, according to Jacek Lund, a Polish member of the European Parliament.',
      'However, Alexander Lukashenko is not keen on the idea as it would make him more unpopular, he added.',
    ].join(' ');
    expect(speakersOf(text)).toEqual(['Jacek Lund', 'Jacek Lund']);
  });

  it('is still on one’s mind after a long quotation', () => {
    const text = [
      'Konrad Lis noted that the army had been on exercises since April.',
      '“What this means is that the system is now ready. What we need now is a political decision. Whether or not this will happen, we don’t know. But everything points at it,” the expert said.',
    ].join('\n\n');
    expect(speakersOf(text)).toEqual(['Konrad Lis', 'Konrad Lis']);
  });

  it('is who spoke before, though the tagger makes an adjective of the noun', () => {
    const text =
      'Ivan Tertel said that the services had detained a number of people. The official promised on Wednesday to publish more.';
    expect(speakersOf(text)).toEqual(['Ivan Tertel', 'Ivan Tertel']);
  });

  it('goes on in one breath, past the name before the participle', () => {
    const text =
      'Viktor Lis stressed that after the activity is completed today, the government will submit complaints to German Foreign Minister Heiko Maas, adding: "We will talk about this later."';
    expect(speakersOf(text)).toEqual(['Viktor Lis', 'Viktor Lis']);
  });

  it('was carried by whoever writes at the end', () => {
    const { said } = read(
      'An offensive group is not forming on the territory of Belarus.\n\nThis was reported by the spokesman of the State Border Service (SBSU) Andriy Demchenko, writes Ukrinform.',
    );
    expect(said.map(({ speaker, via }) => [speaker, via])).toEqual([
      ['Andriy Demchenko', ['Ukrinform']],
    ]);
  });

  it('reached us through a station whose name holds a stroke', () => {
    const { said } = read('Pavel Rudko told RFE/RL that this was no exercise.');
    expect(said.map(({ via }) => via)).toEqual([['Radio Free Europe/Radio Liberty']]);
  });
});

describe('what was done by saying it', () => {
  it.each([
    ['The troops will be able to repel any possible aggression, Ivan Lis said.', 'accusation'],
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

describe('an office', () => {
  it('is each one’s own where two are named before it', () => {
    const { offices } = read(
      'Viktor Khrenin and Sergey Shoigu, the Ministers of Defence of Belarus and Russia, will also be present at the meeting.',
    );
    expect(offices).toEqual([
      'Viktor Khrenin, Minister of Defence, Ministry of Defence of Belarus',
      'Sergey Shoigu, Minister of Defence, Ministry of Defence of Russia',
    ]);
  });

  it('is told past the short form of a body', () => {
    const { offices } = read(
      'The director of the Centre for New Ideas (CNI) Lesia Rudnik told reporters that it was so.',
    );
    expect(offices).toEqual(['Lesia Rudnik, director, Centre for New Ideas']);
  });
});

describe('an office that ends in General', () => {
  it.each([
    [
      'NATO Secretary General Jens Berg said the allies agreed.',
      'Jens Berg, Secretary General, NATO',
    ],
    [
      "Ukraine's Prosecutor General Andriy Kost said it was a crime.",
      'Andriy Kost, Prosecutor General, Government of Ukraine',
    ],
    [
      'U.S. Attorney General Carl Land said it was a crime.',
      'Carl Land, Attorney General, Government of the United States',
    ],
  ])('is told whole: %s', (text, office) => {
    expect(read(text).offices).toEqual([office]);
  });
});
