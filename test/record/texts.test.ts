import { describe, expect, test } from 'vitest';
import { OPEN, READY, reading, TEXT } from './bridge.ts';
import { documentOf } from './document.ts';
import { BY, code, filling, plain } from './filled.ts';
import { importDataSet } from './import-data-set.ts';

const filled = filling();

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
    await expect(record.attachText('doc:one', TEXT)).rejects.toEqual(code('other-text'));
    expect(await plain(store)).toBe(before);
    expect(await store.text('doc:bridge')).toBeNull();
  });

  test('of a version that is only cited is held there', async () => {
    const { store, record } = await prepared();
    const altered = TEXT.replace('We are ready', 'We were ready');
    const { document } = await record.attachText('doc:bridge', altered);
    const data = await store.dataSet();
    const other = await filled();
    await importDataSet(other.store, data);
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
