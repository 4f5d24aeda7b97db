import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Actor, Selector, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { createRecord } from '../../server/record/index.ts';
import type { Reading } from '../../server/record/index.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';
import { records } from '../store/arbitrary.ts';
import { fixture } from '../store/fixture.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { documentOf } from './document.ts';

const BY = { by: 'local' };
const TEXT = `Ms Novak said the bridge is open. "We are ready," she added, and the mayor said nothing.`;

const opened: Store[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function filled() {
  const store = await openTemporaryStore();
  opened.push(store);
  await store.loadSample(fixture());
  return { store, record: createRecord(store) };
}

function code(expected: string) {
  return expect.objectContaining({ code: expected });
}

async function plain(store: Store): Promise<string> {
  return JSON.stringify({ ...(await store.dataSet()), decisions: [] });
}

/** Ids of every record of a data set, sorted. */
function idsIn(data: object): string[] {
  const lists = Object.values(data).filter((list) => Array.isArray(list));
  return (lists.flat() as { id: string }[]).map(({ id }) => id).sort();
}

const novak: Actor = {
  id: 'actor:novak',
  kind: 'person',
  name: 'Novak',
  aliases: [],
  wikidata: null,
  country: 'actor:slovenia',
  note: '',
};
const slovenia: Actor = {
  ...novak,
  id: 'actor:slovenia',
  kind: 'state',
  name: 'Slovenia',
  country: null,
};

function spoken(id: Statement['id'], words: string, rest: Partial<Statement> = {}): Statement {
  const start = TEXT.indexOf(words);
  return {
    id,
    speaker: 'actor:novak',
    text: words,
    mode: 'indirect',
    act: 'assertion',
    said: null,
    addressees: [],
    about: [],
    reports: [
      {
        document: 'doc:bridge',
        content: [selectorAt(TEXT, start, start + words.length)],
        cue: null,
        source: null,
        via: [],
        repeats: [],
        origin: 'orig:bridge',
      },
    ],
    status: 'proposed',
    method: 'extracted',
    confidence: 0.5,
    ...rest,
  };
}

function reading(statements: Statement[], actors: Actor[] = [novak, slovenia]): Reading {
  const start = TEXT.indexOf('Ms Novak');
  return {
    document: documentOf('doc:bridge', TEXT),
    text: TEXT,
    proposals: {
      actors,
      statements,
      mentions: [
        {
          id: 'men:novak',
          document: 'doc:bridge',
          selector: selectorAt(TEXT, start, start + 8),
          actor: actors[0]?.id ?? null,
        },
      ],
    },
  };
}

const OPEN = spoken('stmt:open', 'the bridge is open');
const READY = spoken('stmt:ready', 'We are ready');

describe('a reading', () => {
  test('comes in as proposals, and goes with its document without a trace', async () => {
    const { store, record } = await filled();
    const before = await plain(store);
    await record.importExtraction(reading([OPEN, READY]));
    expect(await store.text('doc:bridge')).toBe(TEXT);
    expect((await store.statementsById(['stmt:open']))[0]).toMatchObject({ status: 'proposed' });
    const { decision } = await record.decide({ kind: 'accept', records: ['stmt:open'] }, BY);
    await record.undo(decision.id, BY);
    const standing = JSON.parse(await plain(store)) as object;
    const gone = await record.removeDocument('doc:bridge');
    expect(await plain(store)).toBe(before);
    expect(gone[0]).toBe('doc:bridge');
    expect([...gone].sort()).toEqual(idsIn(standing).filter((id) => !before.includes(`"${id}"`)));
    await expect(record.removeDocument('doc:bridge')).rejects.toEqual(code('not-found'));
  });

  test('done again leaves the same record', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN, READY]));
    const before = await plain(store);
    await record.importExtraction(reading([OPEN, READY]));
    expect(await plain(store)).toBe(before);
  });

  test('is edited to what its document holds and to nothing else', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN]));
    const edited = (set: Partial<Statement>) =>
      record.decide({ kind: 'edit', record: 'stmt:open', set }, BY);
    const [report] = OPEN.reports as [Statement['reports'][number]];
    const quoting = (...content: Selector[]) => ({ reports: [{ ...report, content }] });
    const selected = (words: string) => {
      const start = TEXT.indexOf(words);
      return selectorAt(TEXT, start, start + words.length);
    };
    const [bridge, open] = [selected('the bridge'), selected('bridge is open')];
    const before = await plain(store);
    const invented = { ...bridge, exact: 'no bridge!' };
    const shifted = { ...bridge, start: bridge.start + 3, end: bridge.end + 3 };
    for (const set of [
      {},
      { text: 'the bridge is shut' },
      { ...quoting(bridge), text: 'something else' },
      { ...quoting(invented), text: invented.exact },
      { ...quoting(shifted), text: shifted.exact },
      { ...quoting(bridge, open), text: `${bridge.exact} ${open.exact}` },
      { ...quoting(bridge, bridge), text: `${bridge.exact} ${bridge.exact}` },
    ])
      await expect(edited(set)).rejects.toEqual(code('invalid-decision'));
    expect(await plain(store)).toBe(before);
    await edited({ ...quoting(bridge), text: bridge.exact });
    expect((await store.statementsById(['stmt:open']))[0]).toMatchObject({ text: 'the bridge' });
  });

  test('takes the place of the one before, and decisions outlive it', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN, READY]));
    await record.decide({ kind: 'edit', record: 'stmt:open', set: { act: 'announcement' } }, BY);
    await record.decide({ kind: 'accept', records: ['stmt:open'] }, BY);
    const surer = { ...OPEN, confidence: 0.9, about: ['actor:slovenia' as const] };
    const other = spoken('stmt:mayor', 'the mayor said nothing');
    await record.importExtraction(reading([surer, other]));
    expect(await store.statementsById(['stmt:ready'])).toEqual([]);
    expect((await store.statementsById(['stmt:open']))[0]).toMatchObject({
      act: 'announcement',
      status: 'accepted',
      confidence: 0.9,
      about: ['actor:slovenia'],
    });
    expect((await store.statementsById(['stmt:mayor']))[0]).toMatchObject({ status: 'proposed' });
    expect(await record.conflicts()).toMatchObject([{ record: 'stmt:open', reason: 'changed' }]);
  });

  test('that no longer proposes what a person accepted does not take it away', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN, READY]));
    const { decision } = await record.decide({ kind: 'accept', records: ['stmt:open'] }, BY);
    await record.decide({ kind: 'reject', records: ['stmt:ready'] }, BY);
    await record.importExtraction(reading([]));
    expect((await store.statementsById(['stmt:open']))[0]).toMatchObject({ status: 'accepted' });
    expect((await store.statementsById(['stmt:ready']))[0]).toMatchObject({ status: 'rejected' });
    expect(await record.conflicts()).toMatchObject([
      { decision: decision.id, record: 'stmt:open', reason: 'not-proposed' },
    ]);
    await record.importExtraction(reading([OPEN]));
    expect(await record.conflicts()).toEqual([]);
    await record.importExtraction(reading([]));
    await record.undo(decision.id, BY);
    expect(await store.statementsById(['stmt:open'])).toEqual([]);
  });

  test('does not overwrite what a person read', async () => {
    const { store, record } = await filled();
    const [before] = await store.statementsById(['stmt:short']);
    const mine = { ...OPEN, id: 'stmt:short' as const };
    await record.importExtraction(reading([mine]));
    expect(await store.statementsById(['stmt:short'])).toEqual([before]);
    await record.removeDocument('doc:bridge');
    expect(await store.statementsById(['stmt:short'])).toEqual([before]);
  });

  test('of a merged actor goes on under the one that it was merged into', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN]));
    await record.decide({ kind: 'merge', from: 'actor:novak', into: 'actor:zelensky' }, BY);
    await record.importExtraction(reading([OPEN, READY]));
    expect((await store.statementsById(['stmt:ready']))[0]?.speaker).toBe('actor:zelensky');
    expect((await store.mentions('doc:bridge'))[0]?.actor).toBe('actor:zelensky');
  });

  test('that does not hold together changes nothing', async () => {
    const { store, record } = await filled();
    const before = await plain(store);
    const bad = { ...OPEN, speaker: 'actor:nobody' as const };
    await expect(record.importExtraction(reading([bad]))).rejects.toEqual(code('invalid-records'));
    expect(await plain(store)).toBe(before);
    expect(await store.documentsById(['doc:bridge'])).toEqual([]);
  });

  test('keeps an actor that another document names when its own goes', async () => {
    const { store, record } = await filled();
    const before = await plain(store);
    await record.importExtraction(reading([OPEN]));
    const text = 'Novak waved.';
    await record.importExtraction({
      document: documentOf('doc:wave', text),
      text,
      proposals: {
        mentions: [
          {
            id: 'men:wave',
            document: 'doc:wave',
            selector: selectorAt(text, 0, 5),
            actor: 'actor:novak',
          },
        ],
      },
    });
    await record.removeDocument('doc:bridge');
    expect((await store.actorsById(['actor:novak'])).map(({ id }) => id)).toEqual(['actor:novak']);
    await record.removeDocument('doc:wave');
    expect(await plain(store)).toBe(before);
  });
});

describe('a document that goes', () => {
  test('takes along what rests on it alone', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN]));
    const linked = { kind: 'link', from: 'stmt:open', into: 'stmt:short' } as const;
    await record.decide(linked, BY);
    expect((await store.statementsById(['stmt:short']))[0]?.reports).toHaveLength(2);
    await record.removeDocument('doc:one');
    expect(await store.counts()).toMatchObject({ agreements: 0, events: 0, relations: 0 });
    const left = (await store.dataSet()).statements;
    expect(left.map(({ id }) => id)).toEqual(['stmt:open']);
    expect(await record.conflicts()).toMatchObject([{ record: 'stmt:short', reason: 'gone' }]);
  });

  test('looks through each record once, however many actors it brought', async () => {
    const { store, record } = await filled();
    const before = await plain(store);
    const actors = Array.from({ length: 200 }, (_, i): Actor => {
      // Each belongs to the next, so that each goes only once the one before it has gone.
      const country = i === 199 ? null : (`actor:many-${i + 1}` as const);
      return { ...slovenia, id: `actor:many-${i}`, name: `Many ${i}`, country };
    });
    await record.importExtraction(reading([OPEN], [novak, slovenia, ...actors]));
    const written = vi.spyOn(JSON, 'stringify');
    const gone = await record.removeDocument('doc:bridge');
    const times = written.mock.calls.length;
    written.mockRestore();
    expect(gone).toHaveLength(205);
    expect(times).toBeLessThan(10 * gone.length);
    expect(await plain(store)).toBe(before);
  });

  test('leaves a record that holds together, whatever the record', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(3), async (data, which) => {
        const store = new MemoryStore();
        await store.loadSample(data);
        const id = `doc:d${which}` as const;
        await createRecord(store).removeDocument(id);
        const after = await store.dataSet();
        expect(JSON.stringify(after)).not.toContain(`"${id}"`);
        const others = data.statements.filter(({ reports }) =>
          reports.some(({ document }) => document !== id),
        );
        expect(after.statements).toHaveLength(others.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a text', () => {
  const article = `Before it all. ${'There are many things to be said of this matter'.repeat(2)}`;
  const prepared = async () => {
    const { store, record } = await filled();
    const { text: _text, document, proposals } = reading([OPEN, READY]);
    const cited = { ...document, holding: 'cited' as const };
    await record.importExtraction({ document: cited, proposals, text: null });
    return { store, record };
  };

  test('is held when it is the one that was quoted, found by its hash', async () => {
    const { store, record } = await prepared();
    const report = await record.attachText(null, TEXT);
    expect(report).toEqual({
      document: 'doc:bridge',
      version: false,
      checked: 3,
      shifted: 0,
      otherContext: 0,
      faults: [],
    });
    expect(await store.text('doc:bridge')).toBe(TEXT);
    expect((await store.documentsById(['doc:bridge']))[0]?.holding).toBe('held');
  });

  test('that was altered is a version of its own, and names just what no longer fits', async () => {
    const { store, record } = await prepared();
    const before = (await store.dataSet()).statements;
    const altered = TEXT.replace('We are ready', 'We were ready');
    const report = await record.attachText('doc:bridge', altered);
    expect(report).toMatchObject({ document: 'doc:bridge-v2', version: true, checked: 3 });
    expect(report.faults.map(({ record: id, role, exact }) => [id, role, exact])).toEqual([
      ['stmt:ready', 'content', 'We are ready'],
    ]);
    expect((await store.dataSet()).statements).toEqual(before);
    expect(await store.text('doc:bridge')).toBeNull();
    expect(await store.text('doc:bridge-v2')).toBe(altered);
    const again = await record.attachText('doc:bridge', altered);
    expect(again).toEqual(report);
  });

  test('of another document is refused, and held by neither', async () => {
    const { store, record } = await prepared();
    const before = await plain(store);
    await expect(record.attachText('doc:one', TEXT)).rejects.toEqual(code('conflict'));
    expect(await plain(store)).toBe(before);
    expect(await store.text('doc:bridge')).toBeNull();
  });

  test('of a version that is only cited is held there', async () => {
    const { store, record } = await prepared();
    const altered = TEXT.replace('We are ready', 'We were ready');
    const { document } = await record.attachText('doc:bridge', altered);
    const data = await store.dataSet();
    const other = await filled();
    await other.record.importDataSet(data);
    expect(await other.store.text(document)).toBeNull();
    const again = await other.record.attachText('doc:bridge', altered);
    expect(again).toMatchObject({ document, version: true });
    expect(await other.store.text(document)).toBe(altered);
  });

  test('of no document is refused', async () => {
    const { record } = await prepared();
    await expect(record.attachText(null, article)).rejects.toEqual(code('not-found'));
    await expect(record.attachText('doc:never', article)).rejects.toEqual(code('not-found'));
  });

  test('stays held through merges and their undoing', async () => {
    const { store, record } = await filled();
    const document = { ...documentOf('doc:bridge', TEXT), holding: 'cited' as const };
    const owned = { ...document, outlet: 'actor:old' as const };
    await record.importExtraction({ document: owned, proposals: {}, text: null });
    const { decision } = await record.decide(
      { kind: 'merge', from: 'actor:old', into: 'actor:belta' },
      BY,
    );
    await record.attachText('doc:bridge', TEXT);
    await record.undo(decision.id, BY);
    expect((await store.documentsById(['doc:bridge']))[0]).toEqual({ ...owned, holding: 'held' });
    expect(await store.text('doc:bridge')).toBe(TEXT);
  });
});

describe('a data set', () => {
  test('comes in beside what stands, beneath decisions', async () => {
    const { store, record } = await filled();
    await record.decide({ kind: 'merge', from: 'actor:old', into: 'actor:zelensky' }, BY);
    await record.decide({ kind: 'reject', records: ['stmt:short'] }, BY);
    const data = fixture();
    const changed = data.statements.map((each) => ({ ...each, said: '2024-05-05' }));
    await record.importDataSet({ ...data, statements: changed });
    expect(await store.resolveId('actor:old')).toBe('actor:zelensky');
    expect((await store.statementsById(['stmt:short']))[0]).toMatchObject({
      said: '2024-05-05',
      status: 'rejected',
    });
  });

  test('with a relation of an actor to itself is refused whole', async () => {
    const { store, record } = await filled();
    const data = fixture();
    const relations = data.relations.map((each) => ({ ...each, to: each.from }));
    const before = await plain(store);
    await expect(record.importDataSet({ ...data, relations })).rejects.toEqual(
      code('invalid-records'),
    );
    expect(await plain(store)).toBe(before);
  });

  test('that ties two merged actors lists the merge as come apart', async () => {
    const { store, record } = await filled();
    const { decision } = await record.decide(
      { kind: 'merge', from: 'actor:old', into: 'actor:zelensky' },
      BY,
    );
    const data = fixture();
    const [office] = data.relations;
    if (!office) throw new Error('the fixture has a relation');
    const tie = { ...office, id: 'rel:tie' as const, to: 'actor:old' as const };
    await record.importDataSet({ ...data, relations: [office, tie] });
    expect(await record.conflicts()).toMatchObject([
      { decision: decision.id, record: 'actor:old', reason: 'impossible' },
    ]);
    expect(await store.resolveId('actor:old')).toBe('actor:old');
  });
});
