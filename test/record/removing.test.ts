import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../graph-data/schema/index.ts';
import { createRecord } from '../../server/record/index.ts';
import { records } from '../store/arbitrary.ts';
import { MemoryStore } from '../store/memory-store.ts';
import { novak, OPEN, reading, slovenia } from './bridge.ts';
import { BY, filling, plain } from './filled.ts';

const filled = filling();

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
