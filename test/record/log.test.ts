import { describe, expect, test } from 'vitest';
import type { Action } from '../../graph-data/schema/index.ts';
import type { Seen } from '../../server/contract/index.ts';
import { BY, filling } from './filled.ts';

const ACCEPT: Action = { kind: 'accept', records: ['stmt:short'] };
const REJECT: Action = { kind: 'reject', records: ['stmt:short'] };

const filled = filling();

describe('a decision upon what was seen', () => {
  const conflict = expect.objectContaining({ code: 'conflict' });

  test('is refused once somebody else has decided, and changes nothing', async () => {
    const { store, record } = await filled();
    await record.decide(REJECT, BY, { status: 'accepted' });
    const before = JSON.stringify(await store.dataSet());
    await expect(record.decide(ACCEPT, BY, { status: 'accepted' })).rejects.toEqual(conflict);
    expect(JSON.stringify(await store.dataSet())).toBe(before);
    await record.decide(ACCEPT, BY, { status: 'rejected' });
    expect((await store.statementsById(['stmt:short']))[0]?.status).toBe('accepted');
  });

  test('is refused when the field that it sets was set meanwhile, and no other field', async () => {
    const { record } = await filled();
    const set = (to: object, seen: Seen) =>
      record.decide({ kind: 'edit', record: 'stmt:short', set: to }, BY, seen);
    await set({ act: 'denial' }, { act: 'assertion' });
    await expect(set({ act: 'warning' }, { act: 'assertion' })).rejects.toEqual(conflict);
    await set({ about: ['actor:belarus'] }, { about: [] });
    await expect(set({ about: ['actor:old'] }, { about: [] })).rejects.toEqual(conflict);
  });

  describe('that makes one record of two', () => {
    const merge = { kind: 'merge', from: 'actor:zelensky', into: 'actor:old' } as const;
    const saw = { name: 'Volodymyr Zelensky', into: { name: 'Somebody Else' } };
    const rename = (actor: 'actor:zelensky' | 'actor:old') => ({
      ...{ kind: 'edit' as const, record: actor },
      set: { name: 'Somebody of Another Name' },
    });

    test.each(['actor:zelensky', 'actor:old'] as const)(
      'is refused once %s is not who it was, and changes nothing',
      async (actor) => {
        const { store, record } = await filled();
        const { decision } = await record.decide(rename(actor), BY);
        const before = JSON.stringify(await store.dataSet());
        await expect(record.decide(merge, BY, saw)).rejects.toEqual(conflict);
        expect(JSON.stringify(await store.dataSet())).toBe(before);
        await record.undo(decision.id, BY);
        await record.decide(merge, BY, saw);
        expect(await store.resolveId('actor:zelensky')).toBe('actor:old');
      },
    );

    test('is refused once one of the two has been merged with a third', async () => {
      const { record } = await filled();
      await record.decide({ kind: 'merge', from: 'actor:old', into: 'actor:belarus' }, BY);
      await expect(record.decide(merge, BY, saw)).rejects.toEqual(conflict);
    });

    test('is refused when a statement that it joins was decided about meanwhile', async () => {
      const { record } = await filled();
      const link = { kind: 'link', from: 'stmt:long', into: 'stmt:short' } as const;
      await record.decide(REJECT, BY, { status: 'accepted' });
      const seen = { into: { status: 'accepted' } } as const;
      await expect(record.decide(link, BY, seen)).rejects.toEqual(conflict);
    });
  });

  test('has a second record only where it makes one of two', async () => {
    const { record } = await filled();
    const seen = { into: { name: 'Somebody Else' } };
    await expect(record.decide(REJECT, BY, seen)).rejects.toMatchObject({
      code: 'invalid-decision',
    });
  });
});

describe('the log of decisions', () => {
  test('says who said what, and the value before and after each edit', async () => {
    const { record, words } = await filled();
    const edit = (set: object) => record.decide({ kind: 'edit', record: 'stmt:short', set }, BY);
    await record.decide(REJECT, BY);
    await edit({ act: 'denial' });
    await edit({ act: 'warning', about: ['actor:belarus'] });
    const give = { kind: 're-attribute', record: 'stmt:short', speaker: 'actor:old' } as const;
    await record.decide(give, BY);
    const told = await words();
    expect(told.reverse()).toEqual([
      'Rejected Somebody Else “Border, border”',
      'Changed act (assertion → denial) of Somebody Else “Border, border”',
      'Changed act (denial → warning), about (none → Belarus) of Somebody Else “Border, border”',
      'Gave the statement of Somebody Else “Border, border” from Volodymyr Zelensky to Somebody Else',
    ]);
  });

  test('names actors that were merged away, and what an undo took back', async () => {
    const { record, words } = await filled();
    const merge = { kind: 'merge', from: 'actor:zelensky', into: 'actor:old' } as const;
    const { decision } = await record.decide(merge, BY);
    const merged = 'Merged Volodymyr Zelensky into Somebody Else';
    expect(await words()).toEqual([merged]);
    const undo = await record.undo(decision.id, BY);
    await record.undo(undo.decision.id, BY);
    expect(await words()).toEqual([`Brought back: ${merged}`, `Took back: ${merged}`, merged]);
  });

  test('counts proposals that were decided at once and names the first', async () => {
    const { record, words } = await filled();
    await record.decide({ kind: 'accept', records: ['agr:treaty', 'rel:office'] }, BY);
    expect(await words()).toEqual(['Accepted 2 proposals, first Treaty']);
  });
});
