import { setImmediate as othersTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createOutbox, type Deed } from '../../client/state/review-outbox.ts';

describe('the outbox', () => {
  const deed = (key: number): Deed => ({
    key,
    action: { kind: 'accept', records: [`stmt:s-${key}`] },
    label: `deed ${key}`,
    seen: {},
  });

  it('sends in order, undoes only what arrived, and tells what was refused', async () => {
    const wire: string[] = [];
    const refused: number[] = [];
    let arrive = (): void => undefined;
    const firstArrives = new Promise<void>((resolve) => (arrive = resolve));
    const outbox = createOutbox(
      {
        decide: async (action) => {
          const [id = ''] = action.kind === 'accept' ? action.records : [];
          if (id.endsWith('1')) await firstArrives;
          if (id.endsWith('2')) throw new Error('no');
          wire.push(`decide ${id}`);
          return { decision: { id: `dec:${id.slice(5)}` } } as never;
        },
        undo: (id) => {
          wire.push(`undo ${id}`);
          return Promise.resolve({} as never);
        },
      },
      { onPending: () => {}, onDone: () => {}, onRefused: ({ key }) => void refused.push(key) },
    );
    const deeds = [deed(1), deed(2), deed(3)];
    deeds.forEach((each) => void outbox.send(each));
    void outbox.undo(deeds[1] as Deed);
    void outbox.undo(deeds[0] as Deed);
    await othersTurn();
    expect(wire, 'nothing overtakes the first').toEqual([]);
    arrive();
    await outbox.settled();
    expect(wire).toEqual(['decide stmt:s-1', 'decide stmt:s-3', 'undo dec:s-1']);
    expect(refused).toEqual([2]);
  });

  it('makes several decisions as one deed: all of them or none, undone last first', async () => {
    const wire: string[] = [];
    const refused: number[] = [];
    const outbox = createOutbox(
      {
        decide: (action) => {
          const [id = ''] = action.kind === 'accept' ? action.records : [];
          if (id === 'stmt:no') return Promise.reject(new Error('no'));
          wire.push(id);
          return Promise.resolve({ decision: { id: `dec:${id.slice(5)}` } } as never);
        },
        undo: (id) => {
          wire.push(`undo ${id}`);
          return Promise.resolve({} as never);
        },
      },
      { onPending: () => {}, onDone: () => {}, onRefused: ({ key }) => void refused.push(key) },
    );
    const several = (key: number, ids: readonly `stmt:${string}`[]): Deed => ({
      ...deed(key),
      action: { kind: 'several', actions: ids.map((id) => ({ kind: 'accept', records: [id] })) },
    });
    const whole = several(1, ['stmt:a', 'stmt:b']);
    void outbox.send(whole);
    void outbox.undo(whole);
    void outbox.send(several(2, ['stmt:c', 'stmt:no', 'stmt:d']));
    await outbox.settled();
    expect(wire).toEqual(['stmt:a', 'stmt:b', 'undo dec:b', 'undo dec:a', 'stmt:c', 'undo dec:c']);
    expect(refused).toEqual([2]);
  });
});
