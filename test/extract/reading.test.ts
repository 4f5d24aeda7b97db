import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  anchorFault,
  DataSet,
  type Actor,
  type Records,
  type Selector,
} from '../../graph-data/schema/index.ts';
import {
  KnownActors,
  loadModels,
  readDocument,
  sameUtterance,
  sharedOrigins,
  type Reading,
  type ReadingInput,
} from '../../server/extract/index.ts';
import { scoreReading } from '../bench/reading.ts';
import { articlesMissing, readingInput, sampleArticles, sampleRecord } from './sample.ts';

const models = loadModels();

function input(text: string, published: string | null = '2023-05-10'): ReadingInput {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const id = `doc:test-${sha256.slice(0, 6)}` as const;
  return {
    text,
    document: { id, sha256, title: 'A test', outlet: null, published, language: 'en' },
  };
}

function read(text: string, known: readonly Actor[] = []): Reading {
  return readDocument(input(text), models, new KnownActors(known));
}

function actor(fields: Partial<Actor> & Pick<Actor, 'id' | 'kind' | 'name'>): Actor {
  return { aliases: [], wikidata: null, country: null, note: '', ...fields };
}

const nameOf = (reading: Reading, id: string | undefined) =>
  reading.actors.find((one) => one.id === id)?.name ?? id;

/** Speaker's name and content of each statement. */
const said = (reading: Reading) =>
  reading.statements.map(({ speaker, text }) => [nameOf(reading, speaker), text]);

function selectorsOf(reading: Reading): Selector[] {
  return [
    ...reading.mentions.map(({ selector }) => selector),
    ...reading.statements.flatMap(({ reports }) =>
      reports.flatMap(({ content, cue, source, repeats }) => [
        ...content,
        ...repeats,
        ...[cue, source].filter((one) => one !== null),
      ]),
    ),
    ...[...reading.agreements, ...reading.events, ...reading.relations].flatMap(({ evidence }) =>
      evidence.flatMap(({ selectors }) => selectors),
    ),
    ...reading.events.flatMap(({ figures }) => figures.map(({ selector }) => selector)),
  ];
}

/** What a reading proposes, as a data set with its document. */
function asRecords(reading: Reading, { text, document }: ReadingInput): Records {
  const held = {
    authors: [],
    publishedBasis: 'stated' as const,
    note: '',
    url: null,
    holding: 'held' as const,
  };
  const { actors, mentions, statements, agreements, events, relations } = structuredClone(
    reading,
  ) as unknown as Omit<Records, 'format' | 'documents' | 'decisions'>;
  return {
    format: 'onrecord/1',
    documents: [{ ...held, ...document, length: text.length }],
    decisions: [],
    ...{ actors, mentions, statements, agreements, events, relations },
  };
}

describe('who said what', () => {
  it('takes a name with its office, draws the content by the codebook and dates the words', () => {
    const reading = read(
      'Moldovan Foreign Minister Nicu Popescu said on Monday that the border with Ukraine remained open.',
    );
    const [statement] = reading.statements;
    expect(said(reading)).toEqual([['Nicu Popescu', 'the border with Ukraine remained open']]);
    expect(statement).toMatchObject({
      mode: 'indirect',
      said: '2023-05-08',
      status: 'proposed',
      method: 'extracted',
    });
    expect(statement?.reports[0]?.cue?.exact).toBe('said');
    const office = reading.relations.find(({ kind }) => kind === 'holds-office');
    expect(office?.title).toBe('Foreign Minister');
    expect(nameOf(reading, office?.to)).toBe('Ministry of Foreign Affairs of Moldova');
  });

  it('lets a capital speak for its government and keeps the state apart', () => {
    const reading = read('Tbilisi said that Georgia would not join the sanctions against Iran.');
    expect(nameOf(reading, reading.statements[0]?.speaker)).toBe('Government of Georgia');
    expect(reading.statements[0]?.about).toContain('actor:georgia');
  });

  it('follows pronouns and nominals to their bearer', () => {
    const reading = read(
      'Finnish President Sauli Niinisto visited Ankara on Tuesday. He said that the talks had been useful.\n\n' +
        '“We agreed on many things,” the president told reporters.',
    );
    expect(reading.statements.map(({ speaker }) => nameOf(reading, speaker))).toEqual([
      'Sauli Niinisto',
      'Sauli Niinisto',
    ]);
  });

  it('tells carriers from addressees', () => {
    const reading = read(
      '“The army is not ready for this war,” military analyst Jan Novak told Reuters on Tuesday.\n\n' +
        'Estonian Prime Minister Kaja Kallas warned Russia that its attacks would have consequences.',
    );
    const [first, second] = reading.statements;
    expect(first?.reports[0]?.via.map((id) => nameOf(reading, id))).toEqual(['Reuters']);
    expect(first?.addressees).toEqual([]);
    expect(second?.reports[0]?.via).toEqual([]);
    expect(second?.addressees).toEqual(['actor:russia']);
  });

  it('carries the speaker over to a quotation in a paragraph of its own', () => {
    const reading = read(
      '“We will not leave this town, whatever they send against us,” Mayor Olena Petrenko said.\n\n' +
        '“There is nowhere for our people to go in this winter.”',
    );
    const speakers = reading.statements.map(({ speaker }) => nameOf(reading, speaker));
    expect(speakers).toEqual(['Olena Petrenko', 'Olena Petrenko']);
    expect(reading.statements[1]?.reports[0]?.cue).toBeNull();
  });

  it.each([
    ['an agentless passive', 'It was reported that the bridge was closed for a week.'],
    ['a refusal to speak', 'The ministry declined to comment on the number of troops.'],
    ['a plan', 'The government plans to build a new railway line next year.'],
    ['a link to another article', 'Also read: Minister said that taxes will rise next year'],
  ])('does not count %s', (_, text) => {
    expect(said(read(text))).toEqual([]);
  });

  it('records a passage that stands twice once, with its repeat', () => {
    const line =
      'Latvian President Edgars Rinkevics said that the exercise would end on Friday as it was planned.';
    const reading = read(`${line}\n${line}\n`);
    expect(reading.statements).toHaveLength(1);
    expect(reading.statements[0]?.reports[0]?.repeats).toHaveLength(1);
  });

  it('takes no mark before "made this statement" for its words, and looks ahead for "the following"', () => {
    const words = '“Our prayers are with all who were hurt in the attacks.”';
    const text = (which: string) =>
      `---\n\nGovernor Andrew Autor issued ${which} statement:\n\n${words}\n`;
    expect(said(read(text('this')))).toHaveLength(said(read(text('the following'))).length);
  });
});

describe('who is who', () => {
  const ukraine = actor({ id: 'actor:ukraine', kind: 'state', name: 'Ukraine' });
  const zelensky = actor({
    id: 'actor:volodymyr-zelensky',
    kind: 'person',
    name: 'Volodymyr Zelensky',
    country: 'actor:ukraine',
  });

  it('finds a known actor under another transliteration and mentions it as written', () => {
    const reading = read(
      'Ukrainian President Volodymyr Zelenskyy said that the talks had failed.',
      [ukraine, zelensky],
    );
    expect(reading.statements[0]?.speaker).toBe('actor:volodymyr-zelensky');
    expect(
      reading.mentions.find(({ selector }) => selector.exact === 'Volodymyr Zelenskyy')?.actor,
    ).toBe(zelensky.id);
  });

  it('keeps apart namesakes whose given names differ', () => {
    const known = [actor({ id: 'actor:jeb-bush', kind: 'person', name: 'Jeb Bush' })];
    const reading = read('George Bush said that the war had been necessary for everyone.', known);
    expect(nameOf(reading, reading.statements[0]?.speaker)).toBe('George Bush');
  });

  it('does not guess between two known bearers of a surname, and would offer both', () => {
    const known = ['Bill Clinton', 'Hillary Clinton'].map((name) =>
      actor({ id: `actor:${name.toLowerCase().replace(' ', '-')}`, kind: 'person', name }),
    );
    const reading = read('Clinton said that the plan would never work in practice.', known);
    expect(known.map(({ id }) => id)).not.toContain(reading.statements[0]?.speaker);
    const sought = { name: 'Clinton', surfaces: new Set<string>(), country: null };
    const offered = new KnownActors(known).candidates({ ...sought, kind: 'person' });
    expect(offered.map(({ actor: id }) => id).sort()).toEqual(known.map(({ id }) => id).sort());
    expect(offered.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });

  it('never merges unnamed groups across documents', () => {
    const [a, b] = ['a truce is near', 'the war goes on'].map((words) =>
      read(`Western officials said that ${words} for everybody there.`),
    );
    expect(a?.statements[0]?.speaker).not.toBe(b?.statements[0]?.speaker);
  });
});

describe('what was agreed and done', () => {
  it('reads parties, signatories, state and date of an agreement', () => {
    const reading = read(
      'In 2019, Serbian President Aleksandar Vucic signed a trade agreement with Kazakh President Kassym-Jomart Tokayev.',
    );
    expect(reading.agreements).toHaveLength(1);
    expect(reading.agreements[0]).toMatchObject({
      parties: ['actor:serbia', 'actor:kazakhstan'],
      date: '2019',
      state: 'signed',
    });
    expect(reading.agreements[0]?.signatories.map((id) => nameOf(reading, id))).toEqual([
      'Aleksandar Vucic',
      'Kassym-Jomart Tokayev',
    ]);
  });

  it('reads an event with its figures, and none that was only feared', () => {
    const reading = read(
      'In March, Poland delivered 240 tanks to Ukraine. Romania could send troops to Moldova.',
    );
    expect(reading.events).toHaveLength(1);
    expect(reading.events[0]).toMatchObject({
      kind: 'delivery',
      date: '2023-03',
      participants: [
        { actor: 'actor:poland', role: 'origin' },
        { actor: 'actor:ukraine', role: 'recipient' },
      ],
    });
    expect(reading.events[0]?.figures[0]).toMatchObject({ text: '240 tanks', value: 240 });
  });
});

describe.skipIf(articlesMissing !== null)(
  `the five articles (${articlesMissing ?? 'present'})`,
  () => {
    const record = sampleRecord();
    const known = new KnownActors();
    const readings = (articlesMissing === null ? sampleArticles(record) : []).map((article) => {
      const asked = readingInput(article, false);
      const reading = readDocument(asked, models, known);
      known.put(reading.actors);
      return { ...article, asked, reading };
    });
    const statements = readings.flatMap(({ reading }) => reading.statements);

    it('gives records that hold together and anchors that fit', () => {
      for (const { text, asked, reading } of readings) {
        const outside = record.actors.filter(({ id }) =>
          reading.actors.every((one) => one.id !== id),
        );
        const before = [...allActors(readings)].filter(({ id }) =>
          reading.actors.every((one) => one.id !== id),
        );
        const records = asRecords(reading, asked);
        const actors = [...records.actors, ...unique([...before, ...outside])];
        expect(DataSet.safeParse({ ...records, actors }).error).toBeUndefined();
        for (const selector of selectorsOf(reading)) expect(anchorFault(text, selector)).toBeNull();
      }
    });

    it('gives the same ids when it reads again', () => {
      const { asked, reading } = readings[0]!;
      expect(readDocument(asked, models, new KnownActors())).toEqual(reading);
    });

    it('sees one utterance in the two tellings of Konrad Muzyka’s words', () => {
      const muzyka = statements.filter(({ speaker }) => speaker === 'actor:konrad-muzyka');
      const links = sameUtterance(statements).filter(({ from }) =>
        muzyka.some(({ id }) => id === from),
      );
      const ends = links.map(({ from, into }) =>
        [from, into].map((id) => muzyka.find((one) => one.id === id)?.reports[0]?.document),
      );
      expect(ends.some(([a, b]) => a && b && a !== b)).toBe(true);
    });

    it('sees one origin behind the two rewrites of one wire text, and no other', () => {
      const origins = sharedOrigins(readings.map(({ text, document: { id } }) => ({ id, text })));
      expect(origins.map(({ documents }) => [...documents].sort())).toEqual([
        [
          'doc:russias-ally-belarus-is-being-monitored-e30d70',
          'doc:russias-ally-belarus-on-wednesday-648224',
        ],
      ]);
    });

    it('yields no double from the article that repeats its opening', () => {
      const { reading } = readings.find(({ text }) => text.startsWith('Belarus has opened'))!;
      const texts = reading.statements.map(({ text, speaker }) => `${speaker} ${text}`);
      expect(new Set(texts).size).toBe(texts.length);
      expect(
        reading.statements.filter(({ reports }) => reports[0]!.repeats.length > 0).length,
      ).toBeGreaterThan(2);
    });

    it('merges nobody wrongly and names nearly every speaker', () => {
      const scores = scoreReading(false);
      expect(scores.wrongMerges).toBe(0);
      expect(scores.speakers / scores.found).toBeGreaterThan(0.9);
      expect(scores.found / scores.proposed).toBeGreaterThan(0.8);
      expect(scores.found / scores.gold).toBeGreaterThan(0.65);
    });
  },
);

function unique(actors: readonly Actor[]): Actor[] {
  return [...new Map(actors.map((one) => [one.id, one])).values()];
}

function allActors(readings: readonly { reading: Reading }[]): Actor[] {
  return unique(readings.flatMap(({ reading }) => [...reading.actors]));
}
