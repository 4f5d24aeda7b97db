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
});
