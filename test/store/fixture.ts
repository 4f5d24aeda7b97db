import type { Records } from '../../graph-data/schema/index.ts';
import { DataSet } from '../../graph-data/schema/index.ts';

const span = (exact: string, start: number) => ({
  exact,
  prefix: '',
  suffix: '',
  start,
  end: start + exact.length,
});
const actor = (id: string, kind: string, name: string, aliases: string[] = []) => ({
  id,
  kind,
  name,
  aliases,
  wikidata: null,
  country: null,
  note: '',
});
const statement = (id: string, text: string, start: number, rest: object = {}) => ({
  id,
  speaker: 'actor:zelensky',
  text,
  mode: 'direct',
  act: 'assertion',
  said: '2022-12-07',
  addressees: [],
  about: [],
  reports: [
    {
      document: 'doc:one',
      content: [span(text, start)],
      cue: span('said', start + text.length + 2),
      source: null,
      via: ['actor:belta'],
      origin: 'orig:one',
    },
  ],
  ...rest,
});

/** One record of each type and what the contract's single tests need; invented by us. */
export function fixture(): Records {
  const evidence = [{ document: 'doc:one', selectors: [span('the treaty of nine cars', 300)] }];
  return DataSet.parse({
    format: 'onrecord/1',
    documents: [
      {
        id: 'doc:one',
        title: 'A day at the border',
        outlet: 'actor:belta',
        authors: ['A. Writer'],
        published: '2022-12-08',
        publishedBasis: 'stated',
        note: '',
        language: 'en',
        url: null,
        sha256: 'a'.repeat(64),
        length: 1000,
        holding: 'cited',
      },
    ],
    actors: [
      actor('actor:belta', 'media', 'BelTA'),
      actor('actor:belarus', 'state', 'Belarus', ['Minsk']),
      actor('actor:old', 'person', 'Somebody Else'),
      actor('actor:zelensky', 'person', 'Volodymyr Zelensky', ['Vladimir Zelenskiy']),
    ],
    mentions: [
      {
        id: 'men:one',
        document: 'doc:one',
        selector: span('Zelensky', 5),
        actor: 'actor:zelensky',
      },
      { id: 'men:two', document: 'doc:one', selector: span('Minsk', 50), actor: null },
    ],
    statements: [
      statement(
        'stmt:long',
        'There are many things to be said of this matter and one of them is the border',
        10,
      ),
      statement('stmt:short', 'Border, border', 150, { said: null }),
      statement('stmt:rejected', 'Nothing of the kind', 200, { status: 'rejected' }),
    ],
    agreements: [
      {
        id: 'agr:treaty',
        name: 'Treaty',
        summary: 'They agreed.',
        parties: ['actor:belarus', 'actor:belta'],
        signatories: ['actor:zelensky'],
        date: '1999',
        place: 'Minsk',
        state: 'signed',
        history: [{ state: 'signed', date: '1999' }],
        evidence,
      },
    ],
    events: [
      {
        id: 'evt:visit',
        kind: 'visit',
        name: 'A visit',
        participants: [{ actor: 'actor:zelensky', role: 'guest' }],
        date: '2022-12',
        place: null,
        figures: [{ text: 'nine cars', value: 9, unit: 'car', selector: span('nine cars', 314) }],
        evidence,
      },
    ],
    relations: [
      {
        id: 'rel:office',
        kind: 'holds-office',
        from: 'actor:zelensky',
        to: 'actor:belarus',
        title: 'guest',
        valid: null,
        evidence,
      },
    ],
  });
}
