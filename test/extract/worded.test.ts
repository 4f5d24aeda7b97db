import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument } from '../../server/extract/index.ts';

/** Statements as agencies word them, speaker and words; sentences written for these tests. */
const models = loadModels();

function said(text: string): { speaker: string; words: string; via: string[] }[] {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:worded-${sha256.slice(0, 6)}` as const;
  const meta = { id, sha256, title: 'A', outlet: null, published: '2023-05-10', language: 'en' };
  const { actors, statements } = readDocument({ text, document: meta }, models, new KnownActors());
  const name = (actor: string) => actors.find((one) => one.id === actor)?.name ?? actor;
  return statements.map(({ speaker, text: words, reports }) => ({
    speaker: name(speaker),
    words,
    via: reports[0]!.via.map(name),
  }));
}

describe('a statement told at the end of its sentence', () => {
  it.each([
    [
      'Defence ministers met in Minsk to discuss joint drills, Vera Lis, head of the ministry’s cooperation department, said on Monday.',
      'Vera Lis',
    ],
    [
      'Fourteen trains with ammunition have arrived in Orsha since October, the Union of Railwaymen has reported.',
      'Union of Railwaymen',
    ],
    [
      'Two units landed near the cape on Tuesday night, the Ukrainian Main Intelligence Directorate (GUR) announced.',
      'Main Directorate of Intelligence of Ukraine',
    ],
    ['Artem Petrosyan disagrees. The base serves one side only, in his view.', 'Artem Petrosyan'],
    [
      'The minister spoke in Delhi. The sanctions remain “on the table”, US envoy Donald Hale was quoted by PTI as saying.',
      'Donald Hale',
    ],
  ])('is its speaker’s: %s', (text, speaker) => {
    expect(said(text).map((one) => one.speaker)).toEqual([speaker]);
  });
});

describe('words of course', () => {
  it('are no part of what was said', () => {
    expect(
      said('Rasim Hajiyev spoke. He noted in that regard that the ministers met in May.'),
    ).toEqual([{ speaker: 'Rasim Hajiyev', words: 'the ministers met in May', via: [] }]);
  });

  it('are no conjunction before an aside', () => {
    const [one] = said('Mariusz Nowicki stressed that, apart from their leader, nobody had come.');
    expect(one).toMatchObject({ words: 'apart from their leader, nobody had come' });
  });

  it('are no day where a day owns something', () => {
    const [one] = said('Tuesday’s deal also includes vehicles, the Polish defence ministry said.');
    expect(one).toMatchObject({ words: 'Tuesday’s deal also includes vehicles' });
  });

  it('leave the second of two verbs to tell the act', () => {
    const [one] = said(
      'Azerbaijan’s Foreign Ministry responded by accusing Yerevan of lacking a “real desire” to make peace.',
    );
    expect(one).toMatchObject({ words: 'Yerevan of lacking a “real desire” to make peace' });
  });

  it('make whoever quotes a carrier of what somebody is quoted as saying', () => {
    const [one] = said(
      'The Institute for the Study of War quoted adviser Oleh Bondar as saying that Iran handed over 46 drones.',
    );
    expect(one).toEqual({
      speaker: 'Oleh Bondar',
      words: 'Iran handed over 46 drones',
      via: ['Institute for the Study of War'],
    });
  });
});

it('goes on with whoever went on', () => {
  const last = said(
    'Moscow kept no list, Kremlin spokesman Dmitry Belov said. Armenia remained an ally, he went on, and the two would keep talking.',
  ).at(-1);
  expect(last).toMatchObject({
    speaker: 'Dmitry Belov',
    words: expect.stringContaining('the two would keep talking') as string,
  });
});

it.each([
  [
    '“They are looking”, Ihar Hapeyenka, a former officer, told Radio Svaboda. According to his information, the general had quarrelled with the Russians over the warehouses.',
    'Ihar Hapeyenka',
  ],
  [
    'Yerevan is angry. “We saw it coming,” said the statement issued by Sarkisyan’s office after talks with the Council of Europe.',
    "Sarkisyan's office",
  ],
  [
    'Azerbaijani foreign policy aide Rasim Hajiyev answered. “We assess that positively,” added the Azerbaijani official.',
    'Rasim Hajiyev',
  ],
  [
    'Latvia was there. I. Murniece thanked Lithuania for the training of Latvian Stinger crews.',
    'I. Murniece',
  ],
  [
    'The D.C.-based Institute for the Study of War said that the campaign had failed.',
    'Institute for the Study of War',
  ],
  [
    'The New York Times reported that the Institute for the Study of War concluded that the campaign had failed.',
    'Institute for the Study of War',
  ],
  [
    'The moves worried Polish officials who have long accused Belarus of pushing migrants west.',
    'Polish officials',
  ],
  [
    'Chinese President Xi Jinping came. In talks with Putin, Xi said that both countries faced changes.',
    'Xi Jinping',
  ],
  [
    'Gas will lead to an escalation. This opinion was expressed by Moldovan Prime Minister Dorin Munteanu.',
    'Dorin Munteanu',
  ],
  [
    'Several mothers of conscripts gathered at the gates on Sunday. They said that their sons were building barracks.',
    'mothers of conscripts',
  ],
  [
    'The outlet Zerkalo published an investigation on August 22 which found that the army depends on donations.',
    'Zerkalo',
  ],
  [
    'Rajan Mehta, a former commander, now writes books. The government, the retired officer complained, was told as much in 2014.',
    'Rajan Mehta',
  ],
])('knows whose word it is: %s', (text, speaker) => {
  expect(said(text).at(-1)).toMatchObject({ speaker });
});

it.each([
  'On November 14 the president dismissed Deputy Minister of Defence Siarhei Kazlou “for health reasons”.',
  'The ministry met. According to satellite imagery, the Russians examined Shahed-191 drones.',
  'A statement of the press office did not clarify whether Aliyev made progress.',
  'The strike was heavy. The group has not responded to the claims of the military.',
  'The parties have not announced the value of the entire deal.',
  'The ministers gave no indications that the two sides had narrowed their differences.',
  'A memorandum of intent was also concluded by Belkommun with the Novosibirsk Metro.',
])('counts no deed and no thing: %s', (text) => {
  expect(said(text)).toEqual([]);
});

it('is less sure of a ministry that only the text at large gives a state', () => {
  const text =
    'Israel struck Israel’s border. Israel fired. Israel left. The Health Ministry said that two people were killed.';
  const sure = 'The Israeli Health Ministry said that two people were killed.';
  const confidence = (words: string) => {
    const sha256 = createHash('sha256').update(words).digest('hex');
    const meta = { id: 'doc:w' as const, sha256, title: 'A', outlet: null, published: null };
    const document = { ...meta, language: 'en' };
    return readDocument({ text: words, document }, models, new KnownActors()).statements.at(-1)!
      .confidence!;
  };
  expect(confidence(text)).toBeLessThan(0.7 * confidence(sure));
  const told = `${text} The Israeli Health Ministry said that two people were killed.`;
  expect(confidence(told)).toBeGreaterThan(confidence(text));
});

it('takes whoever a line before a quotation names with an office for its speaker', () => {
  const text =
    'Gas is short in the region.\nIgor Yashin, a leading expert at the Energy Fund:\n“The gas will not come from the north, because the border is shut.”';
  expect(said(text)).toEqual([
    {
      speaker: 'Igor Yashin',
      words: 'The gas will not come from the north, because the border is shut.',
      via: [],
    },
  ]);
});

it('ends what is said in a relative clause where the sentence goes on', () => {
  const words = said(
    'The United Arab Emirates, which U.N. experts say has armed the rebels, has rejected the allegations as baseless.',
  ).map((one) => one.words);
  expect(words).toEqual(['has armed the rebels', 'the allegations as baseless']);
});

it('begins what "according to" brings in after its comma, lists included', () => {
  const told = said(
    'President Jan Maly noted that trade had doubled. According to him, Belarusian tractors, trucks and elevators are in great demand in the Far East.',
  ).at(-1);
  expect(told!.words).toMatch(/^Belarusian tractors, trucks and elevators are/);
});

it.each([
  [
    'That silence, argues Katia Glod, a fellow at the Center for European Policy Analysis, was deliberate.',
    'Katia Glod',
    'That silence was deliberate',
  ],
  ['The plan, believes Ann Lee of the institute, will fail.', 'Ann Lee', 'The plan will fail'],
])('goes on past a speaker who is put in after the verb: %s', (text, speaker, words) => {
  const [one] = said(`A visit\n\n${text}`).slice(-1);
  expect(one).toMatchObject({ speaker, words });
});

it('gives "he" to whom the sentence before brings in', () => {
  const last = said(
    'The ruler pays in kind, Artyom Shrai said. One Western diplomat in Minsk was blunter. “It’s rent,” he said.',
  ).at(-1);
  expect(last).toMatchObject({ speaker: 'one Western diplomat in Minsk', words: 'It’s rent' });
});

describe('marks of other languages', () => {
  const quoted = (open: string, close: string) =>
    said(
      `The committee called the accusations ${open}fairy tales${close}. ${open}Poland itself pushes refugees back, often with broken limbs${close}, its press service stated. The deputy minister Jan Dusz is convinced that Moscow stands behind it. ${open}He is only an executor here${close}, he wrote on X.`,
    ).map(({ words, ...rest }) => ({ ...rest, words: words.replace(/[«»„“”]/gu, '') }));

  it.each([
    ['Russian', '«', '»'],
    ['Polish', '„', '”'],
    ['German', '„', '“'],
  ])('are read as those of English: %s', (_, open, close) => {
    expect(quoted(open, close)).toEqual(quoted('“', '”'));
    expect(quoted(open, close)).toHaveLength(4);
  });
});
