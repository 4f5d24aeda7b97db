import { describe, expect, test } from 'vitest';
import type { Selector, Statement } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { OPEN, READY, reading, spoken, TEXT } from './bridge.ts';
import { documentOf } from './document.ts';
import { BY, code, filling, plain } from './filled.ts';

const filled = filling();

/** Ids of every record of a data set, sorted. */
function idsIn(data: object): string[] {
  const lists = Object.values(data).filter((list) => Array.isArray(list));
  return (lists.flat() as { id: string }[]).map(({ id }) => id).sort();
}

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

  test('never takes the place of a document of another text', async () => {
    const { store, record } = await filled();
    await record.importExtraction(reading([OPEN, READY]));
    const before = await plain(store);
    const text = 'The mayor said the bridge is shut.';
    const other = { document: documentOf('doc:bridge', text), text, proposals: {} };
    await expect(record.importExtraction(other)).rejects.toEqual(code('conflict'));
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
