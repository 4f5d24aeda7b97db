import { describe, expect, test } from 'vitest';
import { fixture } from '../store/fixture.ts';
import { BY, code, filling, plain } from './filled.ts';
import { importDataSet } from './import-data-set.ts';

const filled = filling();

describe('a data set', () => {
  test('comes in beside what stands, beneath decisions', async () => {
    const { store, record } = await filled();
    await record.decide({ kind: 'merge', from: 'actor:old', into: 'actor:zelensky' }, BY);
    await record.decide({ kind: 'reject', records: ['stmt:short'] }, BY);
    const data = fixture();
    const changed = data.statements.map((each) => ({ ...each, said: '2024-05-05' }));
    await importDataSet(store, { ...data, statements: changed });
    expect(await store.resolveId('actor:old')).toBe('actor:zelensky');
    expect((await store.statementsById(['stmt:short']))[0]).toMatchObject({
      said: '2024-05-05',
      status: 'rejected',
    });
  });

  test('with a relation of an actor to itself is refused whole', async () => {
    const { store } = await filled();
    const data = fixture();
    const relations = data.relations.map((each) => ({ ...each, to: each.from }));
    const before = await plain(store);
    await expect(importDataSet(store, { ...data, relations })).rejects.toEqual(
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
    await importDataSet(store, { ...data, relations: [office, tie] });
    expect(await record.conflicts()).toMatchObject([
      { decision: decision.id, record: 'actor:old', reason: 'impossible' },
    ]);
    expect(await store.resolveId('actor:old')).toBe('actor:old');
  });
});
