import { describe, expect, it } from 'vitest';
import { nameOf, read, said } from './prose.ts';
import { eventsOf, tiesOf } from './sentence.ts';

/** Sentences of our own, as agencies write of neighbours; see docs/decisions/0156. */

describe('who a name is of', () => {
  it.each([
    [
      'Dmitry Koval, a political scientist based in Lima, believes the talks are over.',
      'Dmitry Koval',
    ],
    [
      "The Chilean Road Carriers' Association Andina urged the government to open a corridor.",
      "Chilean Road Carriers' Association Andina",
    ],
    ["The Chilean Teachers' Union said its members were worried.", "Chilean Teachers' Union"],
    ['The monitoring project Ruta Norte reported that a convoy had left.', 'Ruta Norte'],
  ])('is one name: %s', (sentence, speaker) => {
    const { statements } = read(sentence);
    expect(statements.map((one) => nameOf(read(sentence), one.speaker))).toEqual([speaker]);
  });

  it("takes a union that is called by its members for a group, and no states' organisation", () => {
    const { actors } = read("The Chilean Teachers' Union said its members were worried.");
    expect(actors.find(({ name }) => /Union/.test(name))?.kind).toBe('group');
  });

  it('is no person where the text has told a place by it', () => {
    const text =
      'A drone struck a hospital in El Obeid on Saturday, medics said. Fighting near El Obeid goes on. ' +
      'Ann Lee warned that El Obeid could fall.';
    expect(read(text).actors.filter(({ kind }) => kind === 'person')).toMatchObject([
      { name: 'Ann Lee' },
    ]);
  });

  it('is no body where an exercise is called so', () => {
    const text =
      'Chile and Peru will hold the Union Shield 2023 joint exercise in May, Ann Lee said. ' +
      'Union Shield was put off last year, Ivan Lis said.';
    expect(read(text).actors.map(({ name }) => name)).not.toContain('Union Shield');
  });
});

describe('whose an office is', () => {
  it('is not of the state whose envoy a minister summons, but of the one told of before', () => {
    const text =
      'Chilean President Ana Ruiz dismissed the charge. ' +
      "Foreign Minister Luis Vega had summoned the Peruvian charge d'affaires, Ivan Lis.";
    expect(tiesOf(text)).toContain('Luis Vega holds-office Ministry of Foreign Affairs of Chile');
  });

  it("is a government's of a prime minister's counterpart, though her own state is only guessed", () => {
    const text =
      "Peru's government said it would shut the road. Prime Minister Ana Ruiz told reporters why. " +
      'Her Chilean counterpart, Eva Salas, called it a mistake.';
    expect(tiesOf(text)).toContain('Eva Salas holds-office Government of Chile');
  });

  it('is not of the host when a guest is told of', () => {
    const text = 'Chilean President Ana Ruiz and her host, Luis Vega, watched the ceremony.';
    expect(read(text).actors.find(({ name }) => name === 'Luis Vega')?.country ?? null).toBeNull();
  });

  it('is read past a rank in short, and past a deputy of the office that follows', () => {
    expect(
      tiesOf(
        'The Chilean army blamed the rebels. Army spokesman Brig. Gen. Luis Vega said it was a crime.',
      ),
    ).toContain('Luis Vega holds-office Armed Forces of Chile');
    expect(
      tiesOf(
        'Chief of the General Staff of the Peruvian Armed Forces and First Deputy Defense Minister ' +
          'Major General Viktor Koval visited Arequipa.',
      ),
    ).toContain('Viktor Koval holds-office Ministry of Defence of Peru');
  });

  it('is not of the state that a centre abroad studies', () => {
    const text = 'Ann Lee, a scholar at the Carnegie Russia Eurasia Center, argues that it failed.';
    expect(read(text).actors.find(({ name }) => name === 'Ann Lee')?.country ?? null).toBeNull();
  });

  it('is no American one of a foreign ministry', () => {
    const text =
      'WASHINGTON, Dec 5 - The United States signed a deal with Chile. Foreign Ministry spokeswoman Maria Vega urged caution.';
    expect(tiesOf(text).filter((tie) => /Maria Vega/.test(tie))).toEqual([]);
  });

  it('is read of an authority for something', () => {
    const text =
      'Chile dismissed the head of the State Authority for Military Industry, Luis Vega.';
    expect(tiesOf(text)).toContain('Luis Vega holds-office State Authority for Military Industry');
  });

  it('is none of the home state for an opposition leader in exile', () => {
    const text =
      'WASHINGTON, Jan 22 - The United States may ease sanctions, two U.S. officials said. ' +
      'Exiled opposition leader Ana Ruiz welcomed the releases.';
    expect(tiesOf(text).filter((tie) => /Ana Ruiz/.test(tie))).toEqual([]);
  });
});

describe('who speaks without a name', () => {
  it.each([
    [
      'Ann Vega heads the Lima Institute. In an annual report, her institute assesses that the war goes on.',
      'Lima Institute',
    ],
    [
      'Ana Ruiz greeted the army. "Nobody will dare," Ana Ruiz said. The ruler complained that Peru was buying arms.',
      'Ana Ruiz',
    ],
    [
      'Chilean Foreign Minister Luis Vega summoned the envoy. According to the ministry, the closure violates a treaty.',
      'Ministry of Foreign Affairs of Chile',
    ],
    [
      'The talks will go on, two of the sources said. One said the talks could also cover trade.',
      'one of the sources',
    ],
  ])('is told from who was named just before: %s', (text, speaker) => {
    const reading = read(text);
    expect(reading.statements.map((one) => nameOf(reading, one.speaker)).at(-1)).toBe(speaker);
  });

  it('is no commander of something else by what somebody commanded before', () => {
    const text =
      'Air Force Commander Luis Vega announced a purchase. Ivan Lis, a retired colonel, doubts that it will help. ' +
      'The former commander of the 38th brigade reminded that a plane was lost.';
    expect(said(text).map(([speaker]) => speaker)).not.toContain(
      'former commander of the 38th brigade',
    );
    expect(said(text).at(-1)![0]).toBe('Ivan Lis');
  });

  it('is the police of the state where a passage says that it happens', () => {
    const text =
      'WASHINGTON, Dec 5 - In Lima, hundreds rallied outside the parliament. Police detained 14 people.';
    expect(eventsOf(text).at(-1)).toMatch(/^arrest, actor Peruvian police/);
  });

  it("are no home state's guards whom somebody calls his own", () => {
    const text =
      'LIMA, May 3 - Chilean President Ana Ruiz denied that her border guards took part in it.';
    const { actors } = read(text);
    expect(actors.map(({ name }) => name)).not.toContain('Border Guard of Peru');
  });
});

describe('what was said', () => {
  it.each([
    [
      'At least 28 people were killed when a drone struck a hospital in Chile, health officials and medics said on Saturday, in one of the deadliest attacks since the war began.',
      'At least 28 people were killed when a drone struck a hospital in Chile',
    ],
    [
      'Peruvian forces shelled the town, the governor said Monday, a day after the two sides agreed to a truce.',
      'Peruvian forces shelled the town',
    ],
    ['Yuri Lis assured visiting Swiss diplomats that Chile was no threat.', 'Chile was no threat'],
    [
      'Ana Ruiz complained to the officers that Peru "is buying everything".',
      'Peru "is buying everything"',
    ],
    [
      'Ana Ruiz wrote on her Telegram channel that supplies of tanks would lead to war.',
      'supplies of tanks would lead to war',
    ],
  ])('ends or begins where the words show: %s', (sentence, words) => {
    expect(said(sentence).map(([, , content]) => content)).toEqual([words]);
  });

  it('goes on around "it added"', () => {
    const text =
      'The Red Cross said 17 of the dead were women. The toll could rise, it added, because nobody had reached the second floor.';
    expect(said(text).map(([speaker]) => speaker)).toEqual([
      'International Committee of the Red Cross',
      'International Committee of the Red Cross',
    ]);
  });

  it('is nothing where somebody asks to be called otherwise', () => {
    expect(
      said('A witness, who asked to be identified only as Hassan for fear of reprisals, fled.'),
    ).toEqual([]);
  });

  it.each([
    ['The army of Peru accused Chile on Tuesday of breaking a ceasefire.', '2022-12-06'],
    ['Ana Ruiz urged Lima on Monday to open a road to the coast.', '2022-12-05'],
    ['The army of Peru said on Tuesday it had killed 40 militants.', '2022-12-06'],
    ['Ana Ruiz said flights on Monday would be late.', null],
  ])('was said on the day that stands before what it tells of: %s', (sentence, day) => {
    expect(read(sentence).statements.map((one) => one.said)).toEqual([day]);
  });

  it('was not said on the day of what is yet to come', () => {
    const text =
      'Ana Ruiz thanked Ivan Lis for his help and invited him to a forum, which will be held in Lima on August 14.';
    expect(read(text).statements.map((one) => one.said)).not.toContain('2022-08-14');
  });
});

it('takes no exercise for one of its own partakers', () => {
  expect(
    eventsOf('Chile and Peru held the Union Shield 2023 joint exercise in Arequipa.').join(),
  ).not.toMatch(/participant Union Shield/);
});

describe('the day of an agreement', () => {
  const lead = 'Chilean President Ana Ruiz met Peruvian President Luis Vega on Monday.\n\n';
  it.each([
    ['After the talks, the presidents signed a roadmap on trade for 2023-2025.', '2022-12-05'],
    ['The presidents had signed a roadmap on trade earlier.', null],
    ['Chile and Peru signed a treaty on trade in 2007.', '2007'],
  ])('is that of the talks of which the report tells: %s', (sentence, day) => {
    expect(read(lead + sentence).agreements.map(({ date }) => date)).toEqual([day]);
  });

  it('is not the day of what it amends', () => {
    const text =
      'The ministers of Chile and Peru signed a plan of cooperation, as well as a protocol on amendments to the agreement on security, dated December 19, 1997.';
    expect(read(text).agreements.map(({ date }) => date)).not.toContain('1997-12-19');
  });
});

it('counts "the previous day" from the day that a text is about', () => {
  const filler = 'The guests were told of trade, roads and grain. '.repeat(20);
  const text = `Chilean President Ana Ruiz met Peruvian President Luis Vega on Monday. ${filler}\n\nThe previous day Luis Vega visited Arequipa.`;
  expect(read(text).events.find(({ kind }) => kind === 'visit')?.date).toBe('2022-12-04');
});
