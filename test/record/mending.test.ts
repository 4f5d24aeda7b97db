import { describe, expect, test } from 'vitest';
import type { Action, Records } from '../../graph-data/schema/index.ts';
import { fixture } from '../store/fixture.ts';
import type { Store } from '../../server/store/store.ts';
import { BY, code, filling } from './filled.ts';
import { importDataSet } from './import-data-set.ts';

const filled = filling();

type Edit = Extract<Action, { kind: 'edit' }>;
const edit = (record: Edit['record'], set: Edit['set']): Edit => ({ kind: 'edit', record, set });

const AGREEMENT = edit('agr:treaty', {
  parties: ['actor:belarus', 'actor:old'],
  state: 'in-force',
  date: '2001',
});
const EVENT = edit('evt:visit', {
  kind: 'meeting',
  participants: [{ actor: 'actor:old', role: 'host' }],
});
const RELATION = edit('rel:office', { kind: 'supports', to: 'actor:old', title: null });
const ACTOR = edit('actor:zelensky', {
  name: 'Volodymyr Zelenskyy',
  aliases: ['Volodymyr Zelensky'],
  country: 'actor:belarus',
  wikidata: 'Q3874799',
});

/** The list of a data set that holds the record of an edit. */
function listOf({ record }: Edit): 'agreements' | 'events' | 'relations' | 'actors' {
  const lists = { agr: 'agreements', evt: 'events', rel: 'relations', actor: 'actors' } as const;
  return lists[record.split(':')[0] as keyof typeof lists];
}

const mended = async (store: Store, action: Edit) =>
  (await store.dataSet())[listOf(action)].find(({ id }) => id === action.record);

describe.each([
  ['an agreement', AGREEMENT],
  ['an event', EVENT],
  ['a relation', RELATION],
  ['an actor', ACTOR],
])('mending %s', (_what, action) => {
  test('sets what is named, and its undo leaves the record as it was', async () => {
    const { store, record, plain } = await filled();
    const before = await plain();
    const { decision, changed } = await record.decide(action, BY);
    expect(changed).toEqual([action.record]);
    expect(await mended(store, action)).toMatchObject(action.set);
    await record.undo(decision.id, BY);
    expect(await plain()).toBe(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('outlives a later reading, which is listed when it words the record otherwise', async () => {
    const { store, record } = await filled();
    const { decision } = await record.decide(action, BY);
    const data = fixture();
    await importDataSet(store, data);
    expect(await record.conflicts()).toEqual([]);
    const list = listOf(action);
    const otherwise = (data[list] as { id: string }[]).map((each) => ({
      ...each,
      ...(list === 'actors'
        ? { note: 'read anew' }
        : { [list === 'relations' ? 'valid' : 'date']: '1990' }),
    }));
    await importDataSet(store, { ...data, [list]: otherwise } as Records);
    expect(await mended(store, action)).toMatchObject(action.set);
    expect(await record.conflicts()).toMatchObject([
      { decision: decision.id, record: action.record, reason: 'changed' },
    ]);
  });

  test('is refused once a field is not as it was seen', async () => {
    const { store, record } = await filled();
    const seen = await mended(store, action);
    const fields = Object.keys(action.set);
    const saw = Object.fromEntries(Object.entries(seen ?? {}).filter(([f]) => fields.includes(f)));
    await record.decide(action, BY, saw);
    await expect(record.decide(action, BY, saw)).rejects.toEqual(code('conflict'));
  });
});

const far = { exact: 'far', prefix: '', suffix: '', start: 5000, end: 5003 };

test.each([
  ['of one party', edit('agr:treaty', { parties: ['actor:old'] }), 'invalid-decision'],
  ['of a party that is nobody', edit('agr:treaty', { signatories: ['actor:x'] }), 'not-found'],
  [
    'to rest on words beyond its document',
    edit('evt:visit', { evidence: [{ document: 'doc:one', selectors: [far] }], figures: [] }),
    'invalid-decision',
  ],
  ['to tie an actor to itself', edit('rel:office', { to: 'actor:zelensky' }), 'invalid-decision'],
  ['to nothing', edit('actor:old', {}), 'invalid-decision'],
  ['to a name that stands twice', edit('actor:belarus', { name: 'Minsk' }), 'invalid-decision'],
  ['to belong to itself', edit('actor:old', { country: 'actor:old' }), 'invalid-decision'],
  ['of what never was', edit('agr:never', { date: null }), 'not-found'],
] as [string, Edit, string][])('mending %s is refused', async (_what, action, expected) => {
  const { record, plain, store } = await filled();
  const before = await plain();
  await expect(record.decide(action, BY)).rejects.toEqual(code(expected));
  expect(await plain()).toBe(before);
  expect((await store.dataSet()).decisions).toEqual([]);
});

test('a merged actor is mended under the one that bears its names', async () => {
  const { store, record } = await filled();
  await record.decide({ kind: 'merge', from: 'actor:zelensky', into: 'actor:old' }, BY);
  await record.decide(edit('actor:zelensky', { name: 'Somebody' }), BY);
  await record.decide(edit('evt:visit', { place: 'Minsk' }), BY);
  expect((await store.actorsById(['actor:old']))[0]?.name).toBe('Somebody');
});

test('the log says what was mended, with the value before', async () => {
  const { record, words } = await filled();
  for (const action of [AGREEMENT, EVENT, RELATION, ACTOR]) await record.decide(action, BY);
  expect((await words()).reverse()).toEqual([
    'Changed state (signed → in-force), date (1999 → 2001), parties (Belarus, BelTA → Belarus, Somebody Else) of Treaty',
    'Changed kind (visit → meeting), participants (Volodymyr Zelenskyy (guest) → Somebody Else (host)) of A visit',
    'Changed kind (holds-office → supports), title (guest → not known), to (Belarus → Somebody Else) of Volodymyr Zelenskyy supports Somebody Else',
    'Changed name (Volodymyr Zelensky → Volodymyr Zelenskyy), country (not known → Belarus), aliases (Vladimir Zelenskiy → Volodymyr Zelensky), wikidata (not known → Q3874799) of Volodymyr Zelenskyy',
  ]);
});
