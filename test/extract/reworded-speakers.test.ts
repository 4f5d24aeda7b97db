import { describe, expect, it } from 'vitest';
import { read } from './retold.ts';

/** Rewritten and translated agency copy: who said the words, and what they are; sentences written for these tests. */
const speakersOf = (text: string) => read(text).said.map(({ speaker }) => speaker);

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

  it('carries on in a video that an agency posts', () => {
    const { said } = read(
      'The military commissar of the region, Oleg Lis, played the incident down in a video posted on social media by the state-run BelTA news agency, saying locals had nothing to worry about.',
    );
    expect(said.map(({ speaker, words, via }) => [speaker, words, via])).toEqual([
      ['Oleg Lis', 'locals had nothing to worry about', ['BelTA']],
    ]);
  });

  it('is carried by the agency of its own dispatch', () => {
    const { said } = read(
      [
        'WARSAW (Reuters) - Polish Interior Minister Mariusz Lund said that the border would be closed.',
        'MINSK. May 9 (Interfax) - Foreign Minister Vladimir Lis said that the talks would go on.',
      ].join('\n\n'),
    );
    expect(said.map(({ via }) => via)).toEqual([['Reuters'], ['Interfax']]);
  });

  it('is told of by a post on a platform', () => {
    const { said } = read(
      '“We are keeping our gunpowder dry,” said Pavel Lis, deputy secretary of the council, according to a post on the ministry’s Telegram app.',
    );
    expect(said.map(({ speaker, words, via }) => [speaker, words, via])).toEqual([
      ['Pavel Lis', 'We are keeping our gunpowder dry', ['Telegram']],
    ]);
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
