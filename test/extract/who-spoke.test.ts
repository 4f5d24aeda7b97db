import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';

/** Who spoke, who only was asked or told, and when; sentences written for these tests. */
const models = loadModels();

function read(text: string, published = '2023-05-10'): Reading {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:who-${sha256.slice(0, 6)}` as const;
  const document = { id, sha256, title: 'A', outlet: null, published, language: 'en' };
  return readDocument({ text, document }, models, new KnownActors());
}

const nameOf = ({ actors }: Reading, id: string) => actors.find((one) => one.id === id)?.name ?? id;
const speakers = (reading: Reading) =>
  reading.statements.map(({ speaker }) => nameOf(reading, speaker));

describe('whose lawyer, wife or office spoke', () => {
  it.each([
    [
      'A Nairobi court on Monday freed opposition leader Raila Odinga, his lawyer said.',
      "Raila Odinga's lawyer",
    ],
    [
      'Police have detained the former minister Grigory Kambwili, his wife told reporters.',
      "Grigory Kambwili's wife",
    ],
    [
      'Mariana Costa was in Rome. Her colleagues said that the report was late.',
      "Mariana Costa's colleagues",
    ],
    ['Bobi Wine was beaten by police, his party said.', "Bobi Wine's party"],
    [
      'Hungary will not send arms. Its foreign minister said that peace was needed.',
      "Hungary's foreign minister",
    ],
    [
      'Slovak President Zuzana Caputova was in Vienna. Her office confirmed that she would return.',
      'Presidential Administration of Slovakia',
    ],
  ])('is told by the possessor, who did not speak: %s', (text, speaker) => {
    expect(speakers(read(text))).toEqual([speaker]);
  });

  it('is not whoever spoke last', () => {
    const reading = read(
      'Feargal Moore, a campaigner, said that nobody listened. Joan Whitfield chairs the board. Her lawyer said that the records had been destroyed.',
    );
    expect(speakers(reading)).toEqual(['Feargal Moore', "Joan Whitfield's lawyer"]);
  });

  it('is one person, by a pronoun and by a name', () => {
    const reading = read(
      'A court jailed Petr Novotny. His lawyer said that he would appeal. His wife said that she would wait. Novotny’s lawyer added that the judge was biased.',
    );
    const [lawyer, wife, again] = speakers(reading);
    expect([lawyer, wife]).toEqual(["Petr Novotny's lawyer", "Petr Novotny's wife"]);
    expect(again).toBe(lawyer);
  });

  it('is the one whom the text names with that word', () => {
    const reading = read(
      'Robert Cole was in Leeds. His lawyer, Ann Marsh, said the charges were baseless. His lawyer added that Cole was ill.',
    );
    expect(speakers(reading)).toEqual(['Ann Marsh', 'Ann Marsh']);
  });
});

describe('who was asked, told or silent', () => {
  it.each([
    'Firefighters were warned that the bridge could fall.',
    'Residents were told to stay indoors.',
    'Neither the White House nor the Department of Justice would say whether the buoys would stay.',
    'Neither the ministry nor the utility said when power would return.',
    'Neither Merz nor Macron would comment on the leak.',
    'Neither side said who had fired first.',
    'Nobody in the ministry admitted that the money was gone.',
    'The union did not comment; nor has the company said that it will pay.',
    'Sergei Lavrov said nothing new.',
    'Emma Brandt said little about the budget.',
    'Emma Brandt was said to be ill.',
  ])('states nothing: %s', (text) => {
    expect(read(text).statements).toEqual([]);
  });

  it.each([
    [
      'Friedrich Merz, asked whether he would send missiles, said: "We do not discuss that in public."',
      'We do not discuss that in public.',
    ],
    ['The minister, warned that the dam could burst, said he would act.', 'he would act'],
    ['Leo Harris, called a liar by his rival, said that he was calm.', 'he was calm'],
    [
      'Emma Brandt was told that the bridge was closed but said that she would cross it.',
      'she would cross it',
    ],
  ])('states only the answer: %s', (text, answer) => {
    expect(read(text).statements.map(({ text: words }) => words)).toEqual([answer]);
  });

  it.each([
    ['Ann Lee, the mayor, asked whether the bridge was safe.', 'whether the bridge was safe'],
    [
      'The energy minister, Ana Costa, cautioned that the state could face claims.',
      'the state could face claims',
    ],
    ['Emma Brandt said nothing would change.', 'nothing would change'],
    ['Ana Sousa said nothing in the report was true.', 'nothing in the report was true'],
    [
      'Ana Sousa said that neither the ministry nor the utility had warned her.',
      'neither the ministry nor the utility had warned her',
    ],
    ['Emma Brandt was convinced that the war would end.', 'the war would end'],
    ['Leo Harris was quoted as saying that the bridge was safe.', 'the bridge was safe'],
  ])('is no other who does state: %s', (text, words) => {
    expect(read(text).statements.map((one) => one.text)).toEqual([words]);
  });

  it('lets whoever warned them speak', () => {
    const reading = read('Officials were warned by Siemens that the bridge could fall.');
    expect(speakers(reading)).toEqual(['Siemens']);
  });
});

describe('the day of speaking', () => {
  const day = (text: string) => read(text).statements.map(({ said }) => said);

  it.each([
    'Ravi Patel, who has run a store on the road since 1999, said: "It will kill us."',
    'The bank, which bought the studio last year, said it would sell.',
    'Emil Costa, elected in 2017, said that he would not run again.',
    '"We will stay," said Olaf Haugen, who came to power in 2020.',
    'Emil Costa told reporters who had gathered in Berlin on Friday that the bridge was unsafe.',
  ])('is not that of what is told of somebody: %s', (text) => {
    expect(day(text)).toEqual([null]);
  });

  it.each([
    ['The agency, founded in 1975, warned in February that taxes would rise.', '2023-02'],
    ['Speaking in Berlin on Friday, Anna Brandt said that the bridge was safe.', '2023-05-05'],
    ['Anna Brandt, who spoke in Berlin on Friday, said that it was safe.', '2023-05-05'],
    ['In a statement issued on Friday, the company said that it would pay.', '2023-05-05'],
    ['In a 2019 interview, Macron called NATO "brain-dead".', '2019'],
    ['In his 2018 memoir, Emil Costa wrote that the bridge was unsafe.', '2018'],
    ['"We will stay," Emil Costa wrote on Facebook this morning.', '2023-05-10'],
    ['The fair was on 2-3 May. The next day Emil Costa said that it had paid.', '2023-05-04'],
  ])('is that beside the cue: %s', (text, said) => {
    expect(day(text)).toEqual([said]);
  });
});

describe('what is told of somebody before it is said by whom', () => {
  const told = (reading: Reading) =>
    reading.statements.map(({ speaker, reports: [report] }) => [
      nameOf(reading, speaker),
      report!.cue?.exact,
      report!.via.map((id) => nameOf(reading, id)).join(),
    ]);

  it.each([
    [
      'Antony Blinken spoke with Abiy Ahmed by phone and urged him to allow access, State Department spokesman Ned Price said.',
      ['Antony Blinken', 'urged', 'Ned Price'],
    ],
    [
      'Marta Kowalczyk met Olaf Haugen on Thursday and urged Warsaw not to close the crossings, her office said.',
      ['Marta Kowalczyk', 'urged', "Marta Kowalczyk's office"],
    ],
    [
      'Emil Costa has resigned and accused the board of fraud, according to Leo Harris.',
      ['Emil Costa', 'accused', 'Leo Harris'],
    ],
  ])('is stated by whoever did it: %s', (text, part) => {
    expect(told(read(text))[1]).toEqual(part);
  });

  it('is said to whom it was, not to whoever tells', () => {
    const reading = read(
      'Antony Blinken spoke with Abiy Ahmed by phone and urged him to allow access, State Department spokesman Ned Price said.',
    );
    expect(reading.statements[1]!.addressees.map((id) => nameOf(reading, id))).toEqual([
      'Abiy Ahmed',
    ]);
  });

  it('is the speaker’s own where the speaker comes first', () => {
    const reading = read('Leo Harris said the bridge was safe and urged drivers to return.');
    expect(told(reading)).toEqual([
      ['Leo Harris', 'said', ''],
      ['Leo Harris', 'urged', ''],
    ]);
  });
});

describe('whoever is called by nation, age or calling', () => {
  it.each([
    [
      'Jürgen Klopp met Ibrahima Konaté on Sunday. "What a monster he was. I told Ibou so," the German said.',
      'Jürgen Klopp',
    ],
    [
      'German Chancellor Friedrich Merz met French President Emmanuel Macron in Berlin. "Europe must rearm," said the Frenchman.',
      'Emmanuel Macron',
    ],
    [
      'Mohamed Salah was at home. "Nobody can catch us now," the Egyptian winger posted on X.',
      'Mohamed Salah',
    ],
    [
      'Friedrich Merz was in Kyiv. "I agree with every word," the 69-year-old added, according to Bild.',
      'Friedrich Merz',
    ],
    [
      'German Chancellor Friedrich Merz was in Kyiv. "This is a new start," the German leader said.',
      'Friedrich Merz',
    ],
  ])('is the person spoken of last who fits: %s', (text, speaker) => {
    expect(speakers(read(text))).toEqual([speaker]);
  });

  it.each([
    'Emil Costa was in Kyiv. The French said that the road was closed.',
    'Emil Costa was in Kyiv. The Germans said that the road was closed.',
    'Emil Costa was in Kyiv. "It is not ours," a German said.',
    'German Chancellor Friedrich Merz was in Kyiv. "It is ours," the Spaniard said.',
    'Emil Costa was in Kyiv. "It is ours," the German carmaker said.',
  ])('is nobody whom they do not fit: %s', (text) => {
    expect(speakers(read(text))).not.toContain('Emil Costa');
    expect(speakers(read(text))).not.toContain('Friedrich Merz');
  });
});

it('knows a listed body by its initials, and an outlet without a name for no listener', () => {
  const reading = read(
    'Khartoum fell to the Rapid Support Forces. The RSF denied the claim. The mayor told local television that the army would fight.',
  );
  expect(speakers(reading)[0]).toBe('Rapid Support Forces');
  expect(reading.statements.at(-1)!.addressees).toEqual([]);
});

it('gives a foreign office to the state beside it, and a name that both bear to "he" or "she"', () => {
  const offices = read(
    'Talks went on, according to the German Foreign Office. The U.K. Foreign Office said that it knew.',
  );
  expect(speakers(offices)).toEqual(['Ministry of Foreign Affairs of Germany', 'Foreign Office']);
  const told = read(
    'The deal was near, Pierre Morel said. “It is a signal,” said Laurence Bower, a fellow at Chatham House. He noted that the base remained.',
  );
  expect(speakers(told).at(-1)).toBe('Laurence Bower');
});

it('takes a ministry of a place that is no state for nobody else’s', () => {
  const text = `JERUSALEM, April 8 (Reuters) - At least 100 people were killed, Gaza's Hamas-run health ministry said. The foreign ministry said that talks went on.`;
  expect(speakers(read(text))).toEqual([
    "Gaza's Hamas-run health ministry",
    'Ministry of Foreign Affairs of Israel',
  ]);
});

it.each([
  ['French Foreign Minister Jean-Yves Le Brun said that he would stay.', 'Jean-Yves Le Brun'],
  ['Tania von Ahlen-Gehren, a lawyer, told judges that it was biased.', 'Tania von Ahlen-Gehren'],
  ['“Yes,” said Jean-Marc de La Sarre of the United Nations.', 'Jean-Marc de La Sarre'],
  ['“No,” said Maria de los Prados.', 'Maria de los Prados'],
])('knows a whole name with its particles: %s', (text, name) => {
  expect(speakers(read(text))).toEqual([name]);
});
