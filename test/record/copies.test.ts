import { afterEach, describe, expect, test } from 'vitest';
import type { Action, Actor, Document, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { likenessList } from '../../server/record/likeness-list.ts';
import { findLikenesses } from '../../server/record/likeness.ts';
import { createRecord } from '../../server/record/index.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { documentOf } from './document.ts';
import { BY, code, plain } from './filled.ts';

const BRIDGE = 'the old bridge over the wide river would be closed until spring';
const BORDER = 'we have no plans to cross the border of anybody this winter';

const dispatch = (n: number) => `The minister said ${BRIDGE} because of heavy ice.

"${BORDER}," the minister told reporters in the capital on Thursday.

The exercises near the lake began on Monday with two thousand soldiers and forty tanks.

It was the number ${n} of the paper that went to press.`;

const person: Actor = {
  id: 'actor:minister',
  kind: 'person',
  name: 'Aino Khoren',
  aliases: [],
  wikidata: null,
  country: null,
  note: '',
};

/** Those who listened, whom every paper calls the same and no paper names. */
const reporters = (copy: string): Actor => ({
  ...person,
  id: `actor:reporters-${copy}`,
  kind: 'group',
  name: copy === 'c' ? 'Reporters' : 'reporters',
});

const COPIES = ['a', 'b', 'c'] as const;

const idOf = (what: string, copy: string) => `stmt:${what}-${copy}` as const;

function told(what: string, words: string, copy: string, n: number): Statement {
  const text = dispatch(n);
  const start = text.indexOf(words);
  return {
    id: idOf(what, copy),
    speaker: person.id,
    text: words,
    mode: 'indirect',
    act: 'assertion',
    said: null,
    addressees: [reporters(copy).id],
    about: [],
    reports: [
      {
        document: `doc:${copy}`,
        content: [selectorAt(text, start, start + words.length)],
        cue: null,
        source: null,
        via: what === 'bridge' ? [reporters(copy).id] : [],
        repeats: [],
        origin: `orig:${copy}`,
      },
    ],
    status: 'proposed',
    method: 'extracted',
    confidence: 0.5,
  };
}

const opened: Store[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

/** A record of one dispatch of two statements that three papers carried. */
async function carried() {
  const store = await openTemporaryStore();
  opened.push(store);
  const record = createRecord(store);
  for (const [n, copy] of COPIES.entries()) {
    const document: Document = {
      ...documentOf(`doc:${copy}`, dispatch(n)),
      published: `2022-12-0${n + 1}`,
    };
    await record.importExtraction({
      document,
      text: dispatch(n),
      proposals: {
        actors: [person, reporters(copy)],
        statements: [told('bridge', BRIDGE, copy, n), told('border', BORDER, copy, n)],
      },
    });
  }
  return { store, record };
}

type Carried = Awaited<ReturnType<typeof carried>>;

/** Makes one statement of the tellings of these papers, into the first of them. */
async function link({ record }: Carried, what: string, copies: readonly string[] = COPIES) {
  const [into = '', ...others] = copies;
  for (const copy of others)
    await record.decide({ kind: 'link', from: idOf(what, copy), into: idOf(what, into) }, BY);
}

async function originsOf(store: Store, what: string) {
  const [statement] = await store.statementsById([idOf(what, 'a')]);
  return statement?.reports.map(({ origin }) => origin);
}

const copiesOf = async (store: Store) =>
  likenessList(await findLikenesses(store)).items.filter(({ type }) => type === 'same-origin');

describe('copies of one dispatch', () => {
  test('are asked about once, for all the statements that they share', async () => {
    const all = await carried();
    await link(all, 'bridge');
    await link(all, 'border');
    const [question, ...more] = await copiesOf(all.store);
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      records: ['stmt:border-a', 'stmt:bridge-a', 'doc:a', 'doc:b', 'doc:c'],
      documents: 3,
      first: [{ id: 'doc:a', published: '2022-12-01' }],
    });
  });

  test('are told to be copies before their tellings are one, and others not', async () => {
    const { store, record } = await carried();
    const text = `Over coffee the guests heard it again. "${BORDER}," Khoren told them.`;
    const { reports, ...own } = told('border', BORDER, 'c', 2);
    const start = text.indexOf(BORDER);
    const content = [selectorAt(text, start, start + BORDER.length)];
    const report = { ...reports[0]!, document: 'doc:own', content, origin: 'orig:own' } as const;
    await record.importExtraction({
      document: documentOf('doc:own', text),
      text,
      proposals: { actors: [], statements: [{ ...own, id: 'stmt:border-own', reports: [report] }] },
    });
    const { items } = likenessList(await findLikenesses(store));
    const shares = items.map(({ records, documents, copies }) => [records[0], copies, documents]);
    expect(Object.fromEntries(shares.map(([id, ...share]) => [id, share]))).toEqual({
      'stmt:border-a': [3, 4],
      'stmt:bridge-a': [3, 3],
    });
    const bounds = { statements: 100, documents: 3, actors: 100 };
    const some = await findLikenesses(store, bounds);
    const ofOne = likenessList(some, await store.statementsById(['stmt:border-a']));
    expect(ofOne.items[0]).toMatchObject({ copies: 2, documents: 4 });
    expect(ofOne.bound).toMatch(/the latest 3 of 4 documents that tell what others tell alike/);
    const ofNone = likenessList(some, []);
    expect(ofNone).toMatchObject({ total: 0, bound: null });
  });

  test('have one origin by one decision, which is undone as one', async () => {
    const all = await carried();
    await link(all, 'bridge');
    await link(all, 'border');
    const { store, record } = all;
    const before = await plain(store);
    const { decision, changed } = await record.decide(
      {
        kind: 'share-origin',
        record: 'stmt:border-a',
        others: ['stmt:bridge-a'],
        documents: ['doc:a', 'doc:b', 'doc:c'],
      },
      BY,
    );
    expect(changed).toEqual(['stmt:border-a', 'stmt:bridge-a']);
    for (const what of ['bridge', 'border'])
      expect(await originsOf(store, what)).toEqual(['orig:a', 'orig:a', 'orig:a']);
    expect(await copiesOf(store)).toEqual([]);
    const [item] = await record.told([decision]);
    expect(item?.words).toBe(
      `Said that 3 documents copy one another in what they report of Aino Khoren “${BORDER}” and 1 more`,
    );
    await record.undo(decision.id, BY);
    expect(await plain(store)).toBe(before);
  });

  test('have one origin only where two of those that were chosen report it', async () => {
    const all = await carried();
    await link(all, 'bridge', ['a', 'c']);
    await link(all, 'border');
    const { decision } = await all.record.decide(
      {
        kind: 'share-origin',
        record: 'stmt:bridge-a',
        others: ['stmt:border-a'],
        documents: ['doc:b', 'doc:c'],
      },
      BY,
    );
    expect(decision.action).toEqual({
      kind: 'share-origin',
      record: 'stmt:border-a',
      documents: ['doc:b', 'doc:c'],
    });
    expect(await originsOf(all.store, 'bridge')).toEqual(['orig:a', 'orig:c']);
    expect(await originsOf(all.store, 'border')).toEqual(['orig:a', 'orig:b', 'orig:b']);
  });

  test('keep their origin when one of the documents goes, and it is told', async () => {
    const all = await carried();
    await link(all, 'bridge');
    await link(all, 'border');
    const { store, record } = all;
    await record.decide(
      {
        kind: 'share-origin',
        record: 'stmt:border-a',
        others: ['stmt:bridge-a'],
        documents: ['doc:a', 'doc:b', 'doc:c'],
      },
      BY,
    );
    await record.removeDocument('doc:c');
    expect(await originsOf(store, 'bridge')).toEqual(['orig:a', 'orig:a']);
    expect(await originsOf(store, 'border')).toEqual(['orig:a', 'orig:a']);
    expect(await record.conflicts()).toContainEqual(
      expect.objectContaining({ record: 'doc:c', reason: 'gone' }),
    );
  });

  test('are refused whole when nothing of it is reported by two of them', async () => {
    const all = await carried();
    const before = await plain(all.store);
    const action: Action = {
      kind: 'share-origin',
      record: 'stmt:border-a',
      others: ['stmt:bridge-a'],
      documents: ['doc:a', 'doc:b'],
    };
    await expect(all.record.decide(action, BY)).rejects.toEqual(code('not-found'));
    expect(await plain(all.store)).toBe(before);
  });
});

describe('tellings made one', () => {
  test('were made to one group, however many documents call one by its name', async () => {
    const all = await carried();
    const before = await plain(all.store);
    await link(all, 'bridge');
    const [bridge] = await all.store.statementsById(['stmt:bridge-a']);
    expect(bridge?.addressees).toEqual(['actor:reporters-a']);
    expect(bridge?.reports.map(({ via }) => via)).toEqual([
      ['actor:reporters-a'],
      ['actor:reporters-a'],
      ['actor:reporters-a'],
    ]);
    // What nobody has joined keeps its own.
    const [border] = await all.store.statementsById(['stmt:border-b']);
    expect(border?.addressees).toEqual(['actor:reporters-b']);
    const { items } = await all.store.decisions({ limit: 10, cursor: null });
    for (const { id } of items) await all.record.undo(id, BY);
    expect(await plain(all.store)).toBe(before);
  });

  test('have two groups of one name where one document has two', async () => {
    const all = await carried();
    const set = { addressees: ['actor:reporters-a' as const, 'actor:reporters-b' as const] };
    await all.record.decide({ kind: 'edit', record: 'stmt:bridge-a', set }, BY);
    await link(all, 'bridge');
    const [bridge] = await all.store.statementsById(['stmt:bridge-a']);
    expect(bridge?.addressees).toEqual(['actor:reporters-a', 'actor:reporters-b']);
  });

  test('have the group of another when the document of the first goes', async () => {
    const all = await carried();
    const set = { addressees: [] };
    await all.record.decide({ kind: 'edit', record: 'stmt:border-a', set }, BY);
    await link(all, 'border');
    const addressees = async () =>
      (await all.store.statementsById(['stmt:border-a']))[0]?.addressees;
    expect(await addressees()).toEqual(['actor:reporters-b']);
    await all.record.removeDocument('doc:b');
    expect(await addressees()).toEqual(['actor:reporters-c']);
  });
});
