import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActorId } from '../../graph-data/schema/index.ts';
import { ask } from '../../server/query/questions/index.ts';
import { queryFromParams } from '../../server/query/params.ts';
import { suggest } from '../../server/query/suggest.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { fixture } from '../store/fixture.ts';
import { openTemporaryStore, type SqliteStore } from '../../server/store/sqlite/index.ts';

/** Names, questions and suggestions over the sample record. */

let store: SqliteStore;
beforeAll(async () => {
  store = await openTemporaryStore();
  await store.loadSample(loadRecords());
});
afterAll(() => store.close());

async function speaker(name: string) {
  const { query, notes } = await queryFromParams(new URLSearchParams({ speaker: name }), store);
  const ids = query.type === 'term' && 'ids' in query.term ? query.term.ids : null;
  return { ids, codes: notes.map(({ code }) => code) };
}

describe('a name', () => {
  test.each(['Volodymyr Zelensky', 'Zelensky', 'ZELENSKY', 'actor:volodymyr-zelensky'])(
    '%s is read as it stands',
    async (name) => {
      expect(await speaker(name)).toEqual({ ids: ['actor:volodymyr-zelensky'], codes: [] });
    },
  );

  test.each([
    ['Zelenskyy', 'actor:volodymyr-zelensky'],
    ['Zelenskiy', 'actor:volodymyr-zelensky'],
    ['Зеленський', 'actor:volodymyr-zelensky'],
    ['Lukashenka', 'actor:alexander-lukashenko'],
    ['Хренин', 'actor:viktor-khrenin'],
    ['Shoygu', 'actor:sergei-shoigu'],
  ])('%s is another spelling, which a note tells', async (name, id) => {
    expect(await speaker(name)).toEqual({ ids: [id], codes: ['read-as'] });
  });

  test.each(['Zelnsky', 'Nobody', 'actor:nobody', '???', 'constructor'])(
    '%s is nobody’s, and nobody is guessed',
    async (name) => {
      expect(await speaker(name)).toEqual({ ids: [], codes: ['unknown-name'] });
    },
  );

  test('of a state means its government too where it speaks, not where it is spoken about', async () => {
    const both = ['actor:belarus', 'actor:government-of-belarus'];
    expect(await speaker('Belarus')).toEqual({ ids: both, codes: ['with-government'] });
    const about = await queryFromParams(new URLSearchParams({ about: 'Belarus' }), store);
    expect(about).toMatchObject({ query: { term: { ids: ['actor:belarus'] } }, notes: [] });
  });

  test('of several actors means all of them, which a note tells', async () => {
    const { ids, codes } = await speaker('observers');
    expect(ids).toHaveLength(2);
    expect(codes).toEqual(['several-actors']);
  });
});

describe('an address', () => {
  test.each([
    ['spaeker=A', 'unknown-key', 'spaeker'],
    ['__proto__=A', 'unknown-key', '__proto__'],
    ['said=2022-13', 'bad-date', 'said'],
    ['-mode=loud', 'bad-value', '-mode'],
    ['q=a+said:x', 'bad-date', 'q'],
    [`q=${'a'.repeat(5000)}`, 'bad-query', 'q'],
    [`text=${'a+'.repeat(300)}`, 'bad-query', undefined],
  ])('%s is refused', async (address, code, field) => {
    const asked = queryFromParams(new URLSearchParams(address), store);
    await expect(asked).rejects.toMatchObject({
      code,
      where: field === undefined ? {} : { field },
    });
  });

  test('gives the whole question in the language of the search box', async () => {
    const params = new URLSearchParams('speaker=Konrad Muzyka&-via=Reuters&q="post office" OR war');
    const { search } = await queryFromParams(params, store);
    expect(search).toBe('speaker:"Konrad Muzyka" -via:Reuters ("post office" OR war)');
  });
});

describe('a plain question', () => {
  test.each([
    ['What did Lukashenko say about Ukraine?', 'speaker:Lukashenko about:Ukraine'],
    [
      'what did Lukashenko and Putin say about Ukraine in October 2022',
      'speaker:Lukashenko speaker:Putin about:Ukraine said:2022-10',
    ],
    ['what did Lukashenko say before December 2022', 'speaker:Lukashenko said:..2022-11-30'],
    ['what did Lukashenko say after 4 October 2022', 'speaker:Lukashenko said:2022-10-05..'],
    ['what did Lukashenko say between 2021 and 2022-03', 'speaker:Lukashenko said:2021..2022-03'],
    [
      'what did analysts say that Associated Press carried',
      'speaker:analysts via:"Associated Press"',
    ],
    ['who said "cannon fodder"', '"cannon fodder"'],
    ['who first said "cannon fodder"', '"cannon fodder"'],
    ['who said "cannon fodder" first', '"cannon fodder"'],
    ['who carried "cannon fodder"', '"cannon fodder"'],
    ['which outlets reported that "cannon fodder" first', '"cannon fodder"'],
    ['when did Lukashenko say "cannon fodder"', 'speaker:Lukashenko "cannon fodder"'],
    ['when did Lukashenko speak about Ukraine', 'speaker:Lukashenko about:Ukraine'],
    ['what did Lukashenko say to reporters', 'speaker:Lukashenko addressee:reporters'],
    ['who said anything about NATO', 'about:NATO'],
    ['who denied something about Ukraine', 'about:Ukraine act:denial'],
    ['Who accused whom?', 'act:accusation'],
    ['who warned whom about Poland', 'act:warning Poland'],
    ['what did anyone say about NATO', 'about:NATO'],
    ['what did Lukashenko warn about', 'speaker:Lukashenko act:warning'],
    ['what has Lukashenko spoken of in 2022', 'speaker:Lukashenko said:2022'],
    ['who spoke about NATO', 'about:NATO'],
    [
      'who accused Russia of executions',
      '(about:Russia OR addressee:Russia) act:accusation executions',
    ],
    ['warnings by Lukashenko', 'speaker:Lukashenko act:warning'],
    ['what was said about NATO by Lukashenko', 'speaker:Lukashenko about:NATO'],
    [
      'what did Institute for Russian, European and Eurasian Studies say',
      'speaker:"Institute for Russian, European and Eurasian Studies"',
    ],
  ])('%s', async (question, search) => {
    expect(await ask(question, store)).toEqual({ type: 'statements', search, notes: [] });
  });

  test.each([
    'how is Sergei Shoigu tied to the Institute for the Study of War?',
    'How are Sergei Shoigu and the Institute for the Study of War connected',
    'path from Shoigu to Institute for the Study of War',
    'links between Shoigu and Institute for the Study of War',
  ])('%s asks for a path', async (question) => {
    const read = await ask(question, store);
    expect(read).toMatchObject({
      type: 'paths',
      from: { id: 'actor:sergei-shoigu' },
      to: { id: 'actor:institute-for-the-study-of-war' },
    });
  });

  test('asks for agreements, with a time', async () => {
    const read = await ask('agreements between Belarus and Russia since 2020', store);
    const actors = [{ id: 'actor:belarus' }, { id: 'actor:russia' }];
    expect(read).toMatchObject({ type: 'agreements', actors, period: '2020..' });
  });

  test.each([
    'why is Belarus poor?',
    'who doubts that Belarus will join the war',
    'is it true?',
    'who said something',
  ])('%s is not understood, and that is said', async (question) => {
    const read = await ask(question, store);
    expect(read).toMatchObject({ type: 'words', notes: [{ code: 'not-understood', start: 0 }] });
  });

  test.each(['sabotage', 'speaker:Lukashenko about:Poland', 'a OR b', ''])(
    '%s is a search and no question',
    async (text) => {
      expect(await ask(text, store)).toMatchObject({ type: 'words', notes: [] });
    },
  );
});

test('a name that stands twice is told of once', async () => {
  const { notes } = await queryFromParams(new URLSearchParams({ q: 'who accused Nobody' }), store);
  expect(notes.map(({ code }) => code)).toEqual(['unknown-name']);
});

describe('words that are a name', () => {
  test.each(['Lukashenko', 'лукашенко', 'Lukashenka'])('%s: are told of', async (name) => {
    const { notes } = await queryFromParams(new URLSearchParams({ q: name }), store);
    const [counts] = await store.actorCounts(['actor:alexander-lukashenko' as ActorId]);
    expect(notes).toMatchObject([
      {
        code: 'names-actor',
        actor: { id: 'actor:alexander-lukashenko' },
        message: `Alexander Lukashenko: ${counts?.said} said, ${counts?.about} about.`,
      },
    ]);
  });
});

describe('suggestions', () => {
  const inserts = async (text: string, at = text.length) => {
    const { items, replace } = await suggest(text, at, store, 8);
    return {
      inserts: items.map(({ insert }) => insert),
      part: text.slice(replace.start, replace.end),
    };
  };

  test.each([
    ['sp', 'speaker:', 'sp'],
    ['mode:in', 'mode:indirect', 'mode:in'],
    ['accus', 'act:accusation', 'accus'],
    ['-via:bel', 'via:BelTA', 'via:bel'],
    ['via:post', 'via:"The Washington Post"', 'via:post'],
    ['speaker:"konrad mu', 'speaker:"Konrad Muzyka"', 'speaker:"konrad mu'],
    ['speaker:Zelenskiy', 'speaker:"Volodymyr Zelensky"', 'speaker:Zelenskiy'],
    ['Zelenksy', 'actor:"Volodymyr Zelensky"', 'Zelenksy'],
    ['Lukashneko', 'actor:"Alexander Lukashenko"', 'Lukashneko'],
    ['Kyev', 'actor:"Government of Ukraine"', 'Kyev'],
    ['Зеленський', 'actor:"Volodymyr Zelensky"', 'Зеленський'],
    ['Aliaksandr Lukashenka', 'actor:"Alexander Lukashenko"', 'Aliaksandr Lukashenka'],
    [
      'sabotage institute for the st',
      'actor:"Institute for the Study of War"',
      'institute for the st',
    ],
    [
      'agreement:doct',
      'agreement:"Joint military doctrine of Belarus and Russia"',
      'agreement:doct',
    ],
  ])('%s', async (text, insert, part) => {
    const found = await inserts(text);
    expect(found.inserts).toContain(insert);
    expect(found.part).toBe(part);
  });

  test('look at what stands before the cursor', async () => {
    expect(await inserts('sp about:Poland', 2)).toMatchObject({ part: 'sp' });
    expect((await inserts('about:Poland ')).inserts).toContain('speaker:');
  });

  test('insert what finds the actor suggested', async () => {
    for (const { insert, id } of (await suggest('speaker:o', 9, store, 50)).items) {
      const { query } = await queryFromParams(new URLSearchParams({ q: insert }), store);
      const ids = query.type === 'term' && 'ids' in query.term ? query.term.ids : [];
      expect(ids).toContain(id);
    }
  });

  test('insert what means the one suggested, of documents and agreements of one name too', async () => {
    const titled = await openTemporaryStore();
    const data = fixture();
    const [document] = data.documents;
    const [agreement] = data.agreements;
    const copies = ['A Day at the border', '???', '???'].map((title, i) => ({
      ...document!,
      ...{ id: `doc:copy-${i}` as const, title, sha256: String(i).repeat(64) },
    }));
    const other = { ...document!, id: 'doc:other' as const, title: 'Another day' };
    await titled.loadSample({
      ...data,
      documents: [...data.documents, ...copies, { ...other, sha256: 'b'.repeat(64) }],
      agreements: [...data.agreements, { ...agreement!, id: 'agr:treaty-of-old' }],
    });
    const inserts = new Set<string>();
    for (const text of ['document:day', 'document:"a day', 'agreement:treaty', 'document:']) {
      const { items } = await suggest(text, text.length, titled, 50);
      expect(items.length).toBeGreaterThan(1);
      for (const { insert, id } of items) {
        inserts.add(insert);
        const { query } = await queryFromParams(new URLSearchParams({ q: insert }), titled);
        expect(query).toMatchObject({ term: { ids: [id] } });
      }
    }
    expect(inserts).toContain('document:"Another day"');
    await titled.close();
  });
});
