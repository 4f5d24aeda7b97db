import { describe, expect, test } from 'vitest';
import type { Action, Actor, DocumentId, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { term, type ResolvedTerm } from '../../server/contract/index.ts';
import type { createRecord } from '../../server/record/index.ts';
import type { Store } from '../../server/store/store.ts';
import { documentOf } from './document.ts';
import { BY, code, filling } from './filled.ts';

const TEXT = 'Ms Novak said the bridge is open. The mayor of Velin hopes that it stays so.';
const WORDS = 'it stays so';

/** Proposals of a document that nobody has decided about. */
function undecidedIn(store: Store, document: DocumentId) {
  const query = term<ResolvedTerm>({ key: 'document', ids: [document] });
  return store.proposals({ statements: query, claims: query, documents: [document] });
}

const document = documentOf('doc:bridge', TEXT);
const mayor: Actor = {
  id: 'actor:mayor-of-velin',
  kind: 'person',
  name: 'Mayor of Velin',
  aliases: [],
  wikidata: null,
  country: 'actor:belarus',
  note: '',
};

type Add = Extract<Action, { kind: 'add' }>;

function selected(words: string) {
  const start = TEXT.indexOf(words);
  return selectorAt(TEXT, start, start + words.length);
}

function adding(
  statement: Partial<Add['statement']> = {},
  report: Partial<Add['statement']['report']> = {},
  rest: Partial<Add> = {},
): Add {
  return {
    kind: 'add',
    statement: {
      speaker: 'actor:old',
      mode: 'indirect',
      act: 'assessment',
      said: null,
      addressees: [],
      about: ['actor:belarus'],
      report: {
        document: document.id,
        content: [selected(WORDS)],
        cue: selected('hopes'),
        source: selected('The mayor of Velin'),
        via: [],
        repeats: [],
        ...report,
      },
      ...statement,
    },
    actors: [],
    ...rest,
  };
}

const standing = filling();

async function filled() {
  const { store, record, plain } = await standing();
  const read = (statements: Statement[] = [], actors: Actor[] = []) =>
    record.importExtraction({ document, text: TEXT, proposals: { statements, actors } });
  await read();
  const at = async (id: string) => (await store.statementsById([id]))[0];
  return { store, record, read, plain, at };
}

/** What the reader would propose of the very words that are added. */
function proposed(id: Statement['id'], rest: Partial<Statement> = {}): Statement {
  const { report, ...told } = adding().statement;
  return {
    id,
    ...told,
    text: WORDS,
    reports: [{ ...report, origin: 'orig:bridge' }],
    status: 'proposed',
    method: 'extracted',
    confidence: 0.4,
    ...rest,
  };
}

const start = TEXT.indexOf(WORDS);
const ID = `stmt:${document.sha256.slice(0, 12)}-${start}-${start + WORDS.length}` as const;

describe('a statement that the reader missed', () => {
  test('is added as accepted, under the id that its words give it, and goes with its undo', async () => {
    const { store, record, plain, at } = await filled();
    const before = await plain();
    const { decision, changed } = await record.decide(adding(), BY);
    expect(changed).toEqual([ID]);
    expect(decision.action).toMatchObject({ kind: 'add', record: ID });
    expect(await at(ID)).toMatchObject({
      speaker: 'actor:old',
      text: WORDS,
      status: 'accepted',
      method: 'read',
      confidence: null,
      reports: [{ document: 'doc:bridge', origin: 'orig:bridge' }],
    });
    await record.undo(decision.id, BY);
    expect(await plain()).toBe(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('makes its speaker with it when nobody knows him, and takes him along', async () => {
    const { store, record, plain } = await filled();
    const before = await plain();
    const by = adding({ speaker: mayor.id }, {}, { actors: [mayor] });
    const { decision, changed } = await record.decide(by, BY);
    expect(changed).toEqual([mayor.id, ID]);
    const given = { kind: 're-attribute', record: 'stmt:short', speaker: mayor.id } as const;
    const later = await record.decide(given, BY);
    await expect(record.undo(decision.id, BY)).rejects.toEqual(code('conflict'));
    await expect(record.undo(decision.id, BY)).rejects.toThrow(/^“Gave the statement of .* rests/);
    await record.undo(later.decision.id, BY);
    await record.undo(decision.id, BY);
    expect(await plain()).toBe(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('leaves an actor as it stands that was to be made and is there', async () => {
    const { store, record } = await filled();
    const again = { ...mayor, id: 'actor:old' as const, name: 'Another name' };
    const { decision } = await record.decide(adding({}, {}, { actors: [again] }), BY);
    expect(decision.action).toMatchObject({ actors: [] });
    expect((await store.actorsById(['actor:old']))[0]?.name).toBe('Somebody Else');
  });

  test('of an actor that was merged away is of the one who bears its names', async () => {
    const { record, at } = await filled();
    await record.decide({ kind: 'merge', from: 'actor:zelensky', into: 'actor:old' }, BY);
    const gone = { ...mayor, id: 'actor:zelensky' as const };
    await record.decide(adding({ speaker: gone.id }, {}, { actors: [gone] }), BY);
    expect((await at(ID))?.speaker).toBe('actor:old');
  });

  const shifted = { ...selected(WORDS), start: 3, end: 3 + WORDS.length };
  test.each([
    ['of words that do not stand there', adding({}, { content: [shifted] }), 'invalid-decision'],
    ['with a cue that does not stand there', adding({}, { cue: shifted }), 'invalid-decision'],
    [
      'of parts that overlap',
      adding({}, { content: [selected(WORDS), selected('stays')] }),
      'invalid-decision',
    ],
    ['of another id', adding({}, {}, { record: 'stmt:other' }), 'invalid-decision'],
    ['that makes somebody idle', adding({}, {}, { actors: [mayor] }), 'invalid-decision'],
    ['from words that are only cited', adding({}, { document: 'doc:one' }), 'invalid-decision'],
    ['from no document', adding({}, { document: 'doc:never' }), 'not-found'],
    ['of nobody', adding({ speaker: 'actor:nobody' }), 'not-found'],
    ['about nobody', adding({ about: ['actor:nobody'] }), 'not-found'],
    [
      'of somebody from nowhere',
      adding({ speaker: mayor.id }, {}, { actors: [{ ...mayor, country: 'actor:nowhere' }] }),
      'not-found',
    ],
  ] as [string, Add, string][])('%s is refused', async (_what, action, expected) => {
    const { store, record, plain } = await filled();
    const before = await plain();
    await expect(record.decide(action, BY)).rejects.toEqual(code(expected));
    expect(await plain()).toBe(before);
    expect((await store.dataSet()).decisions).toEqual([]);
  });

  test.each([
    ['proposed', async () => undefined],
    [
      'rejected',
      async (record: ReturnType<typeof createRecord>) =>
        record.decide({ kind: 'reject', records: [ID] }, BY),
    ],
    [
      'part of another',
      async (record: ReturnType<typeof createRecord>) =>
        record.decide({ kind: 'link', from: ID, into: 'stmt:short' }, BY),
    ],
  ])('is refused where its words are a statement already, %s', async (_how, deed) => {
    const { record, read, plain } = await filled();
    await read([proposed(ID)]);
    await deed(record);
    const before = await plain();
    await expect(record.decide(adding(), BY)).rejects.toEqual(code('invalid-decision'));
    expect(await plain()).toBe(before);
  });

  test('is not added twice, nor brought back beside its second addition', async () => {
    const { record } = await filled();
    const first = await record.decide(adding(), BY);
    await expect(record.decide(adding(), BY)).rejects.toEqual(code('invalid-decision'));
    const undo = await record.undo(first.decision.id, BY);
    await record.decide(adding(), BY);
    await expect(record.undo(undo.decision.id, BY)).rejects.toEqual(code('conflict'));
  });
});

describe('reading again what holds an added statement', () => {
  test('that proposes the same leaves the one added, and what was decided about it', async () => {
    const { store, record, read, at } = await filled();
    const { decision } = await record.decide(adding(), BY);
    const edit = { kind: 'edit', record: ID, set: { act: 'promise' } } as const;
    const edited = await record.decide(edit, BY);
    await read([proposed(ID, { speaker: 'actor:zelensky', act: 'denial' })]);
    const mine = { speaker: 'actor:old', act: 'promise', status: 'accepted', method: 'read' };
    expect(await at(ID)).toMatchObject(mine);
    expect((await undecidedIn(store, document.id)).length).toBe(0);
    expect(await record.conflicts()).toEqual([]);
    await read([]);
    expect(await at(ID)).toMatchObject(mine);
    expect(await record.conflicts()).toEqual([]);
    await read([proposed(ID, { speaker: 'actor:zelensky' })]);
    await record.undo(edited.decision.id, BY);
    await record.undo(decision.id, BY);
    expect(await at(ID)).toMatchObject({ speaker: 'actor:zelensky', status: 'proposed' });
    await read([]);
    expect(await at(ID)).toBeUndefined();
  });

  test('that finds the actor made with it leaves him as he was made, and keeps him', async () => {
    const { store, record, read, plain } = await filled();
    const words = 'the bridge is open';
    const found = { ...mayor, kind: 'group' as const, aliases: ['the mayor'] };
    const report = { ...adding().statement.report, content: [selected(words)] };
    const open = proposed('stmt:open', {
      speaker: mayor.id,
      text: words,
      reports: [{ ...report, origin: 'orig:bridge' }],
    });
    const fresh = await filled();
    await fresh.read([open], [found]);
    const { decision } = await record.decide(
      adding({ speaker: mayor.id }, {}, { actors: [mayor] }),
      BY,
    );
    await read([open], [found]);
    expect((await store.actorsById([mayor.id]))[0]).toEqual(mayor);
    await record.undo(decision.id, BY);
    expect(await plain()).toBe(await fresh.plain());
  });

  test('of which the document goes lists the addition as come apart', async () => {
    const { record, at } = await filled();
    const by = adding({ speaker: mayor.id }, {}, { actors: [mayor] });
    const { decision } = await record.decide(by, BY);
    await record.removeDocument(document.id);
    expect(await at(ID)).toBeUndefined();
    expect(await record.conflicts()).toMatchObject([
      { decision: decision.id, record: document.id, reason: 'gone' },
    ]);
  });
});

test('the log says what was added, and goes on saying it', async () => {
  const { store, record } = await filled();
  const words = async () => {
    const { items } = await store.decisions({ limit: 100, cursor: null });
    return (await record.told(items)).map((item) => item.words);
  };
  const by = adding({ speaker: mayor.id }, {}, { actors: [mayor] });
  const { decision } = await record.decide(by, BY);
  const edit = { kind: 'edit', record: ID, set: { act: 'promise' } } as const;
  const edited = await record.decide(edit, BY);
  const added = 'Added Mayor of Velin “it stays so”';
  const changed = 'Changed act (assessment → promise) of Mayor of Velin “it stays so”';
  expect(await words()).toEqual([changed, added]);
  await record.undo(edited.decision.id, BY);
  await record.undo(decision.id, BY);
  const told = await words();
  expect(told).toEqual([`Took back: ${added}`, `Took back: ${changed}`, changed, added]);
});

test('the log tells an addition that was taken back by who was its speaker then', async () => {
  const { store, record } = await filled();
  const first = await record.decide(adding({ speaker: mayor.id }, {}, { actors: [mayor] }), BY);
  await record.undo(first.decision.id, BY);
  await record.decide(adding(), BY);
  const { items } = await store.decisions({ limit: 9, cursor: null });
  const words = (await record.told(items)).map((item) => item.words);
  const added = `Added ${mayor.name} “${WORDS}”`;
  expect(words).toEqual([`Added Somebody Else “${WORDS}”`, `Took back: ${added}`, added]);
});
