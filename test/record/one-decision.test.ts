import { describe, expect, test } from 'vitest';
import type { Action } from '../../graph-data/schema/index.ts';
import { fixture } from '../store/fixture.ts';
import { BY, code, filling, plain } from './filled.ts';

describe('a decision', () => {
  const filled = filling();

  test('merges two actors: names, parts and old id go over', async () => {
    const { store, record } = await filled();
    await record.decide({ kind: 'merge', from: 'actor:zelensky', into: 'actor:old' }, BY);
    const [actor] = await store.actorsById(['actor:zelensky']);
    expect(actor).toMatchObject({
      id: 'actor:old',
      aliases: ['Volodymyr Zelensky', 'Vladimir Zelenskiy'],
    });
    const [statement] = await store.statementsById(['stmt:short']);
    expect(statement?.speaker).toBe('actor:old');
    const [counts] = await store.actorCounts(['actor:old']);
    expect(counts).toMatchObject({ said: 2, events: 1, relations: 1, agreements: 1 });
  });

  test('does not merge the only two parties of an agreement', async () => {
    const { record } = await filled();
    const action = { kind: 'merge', from: 'actor:belarus', into: 'actor:belta' } as const;
    await expect(record.decide(action, BY)).rejects.toEqual(code('invalid-decision'));
  });

  test.each([
    ['a relation', 'actor:zelensky', 'rel:office'],
    ['an agreement', 'actor:belta', 'agr:treaty'],
  ] as const)('merges two that %s ties only once that is rejected', async (_what, from, tie) => {
    const { store, record } = await filled();
    const before = await plain(store);
    const merge = { kind: 'merge', from, into: 'actor:belarus' } as const;
    await expect(record.decide(merge, BY)).rejects.toEqual(code('invalid-decision'));
    expect(await plain(store)).toBe(before);
    const rejected = await record.decide({ kind: 'reject', records: [tie] }, BY);
    const { decision, changed } = await record.decide(merge, BY);
    expect(changed).toContain(tie);
    expect(await store.resolveId(tie)).toBeNull();
    await expect(record.undo(rejected.decision.id, BY)).rejects.toEqual(code('conflict'));
    await record.undo(decision.id, BY);
    await record.undo(rejected.decision.id, BY);
    expect(await plain(store)).toBe(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('of many records is undone as one', async () => {
    const { store, record } = await filled();
    const before = await plain(store);
    const { decision, changed } = await record.decide(
      { kind: 'reject', records: ['stmt:short', 'stmt:long', 'agr:treaty'] },
      BY,
    );
    expect(changed).toEqual(['agr:treaty', 'stmt:long', 'stmt:short']);
    expect(await store.counts()).toMatchObject({ statements: 0, agreements: 0 });
    await record.undo(decision.id, BY);
    expect(await plain(store)).toBe(before);
    await expect(record.undo(decision.id, BY)).rejects.toEqual(code('invalid-decision'));
  });

  test('that is undone can be done again by undoing the undo', async () => {
    const { store, record } = await filled();
    const merge = { kind: 'merge', from: 'actor:zelensky', into: 'actor:old' } as const;
    const { decision } = await record.decide(merge, BY);
    const after = await plain(store);
    const undo = await record.undo(decision.id, BY);
    expect(await store.resolveId('actor:zelensky')).toBe('actor:zelensky');
    await record.undo(undo.decision.id, BY);
    expect(await plain(store)).toBe(after);
    expect(await store.resolveId('actor:zelensky')).toBe('actor:old');
  });

  test('that another rests on is not undone before it', async () => {
    const { store, record } = await filled();
    const into = {
      id: 'actor:twin',
      kind: 'person',
      name: 'A Twin',
      aliases: [],
      wikidata: null,
      country: null,
      note: '',
    } as const;
    const split = await record.decide(
      {
        kind: 'split',
        from: 'actor:zelensky',
        into: { ...into, aliases: [] },
        statements: ['stmt:short'],
        mentions: ['men:one'],
      },
      BY,
    );
    expect((await store.mentions('doc:one'))[0]?.actor).toBe('actor:twin');
    const given = await record.decide(
      { kind: 're-attribute', record: 'stmt:long', speaker: 'actor:twin' },
      BY,
    );
    await expect(record.undo(split.decision.id, BY)).rejects.toEqual(code('conflict'));
    await record.undo(given.decision.id, BY);
    await record.undo(split.decision.id, BY);
    expect(await store.actorsById(['actor:twin'])).toEqual([]);
  });

  test('joins two tellings in one document as a repeat', async () => {
    const { store, record } = await filled();
    await record.decide({ kind: 'link', from: 'stmt:short', into: 'stmt:long' }, BY);
    const [statement] = await store.statementsById(['stmt:short']);
    expect(statement?.id).toBe('stmt:long');
    expect(statement?.reports).toHaveLength(1);
    expect(statement?.reports[0]?.repeats.map(({ exact }) => exact)).toEqual(['Border, border']);
  });

  test.each([
    ['on what never was', { kind: 'accept', records: ['stmt:never'] }, 'not-found'],
    [
      'to an unknown speaker',
      { kind: 're-attribute', record: 'stmt:short', speaker: 'actor:x' },
      'not-found',
    ],
    [
      'beyond the text',
      { kind: 'edit', record: 'stmt:short', set: { reports: [beyond()] } },
      'invalid-decision',
    ],
    [
      'of an actor into itself',
      { kind: 'merge', from: 'actor:old', into: 'actor:old' },
      'invalid-decision',
    ],
    ['to undo nothing', { kind: 'undo', decision: 'dec:never' }, 'not-found'],
  ] as [string, Action, string][])('%s is refused', async (_what, action, expected) => {
    const { store, record } = await filled();
    const before = await plain(store);
    await expect(record.decide(action, BY)).rejects.toEqual(code(expected));
    expect(await plain(store)).toBe(before);
    expect((await store.dataSet()).decisions).toEqual([]);
  });
});

function beyond() {
  const [statement] = fixture().statements;
  const report = statement?.reports[0];
  if (!report) throw new Error('the fixture has a report');
  return {
    ...report,
    content: [{ exact: 'far', prefix: '', suffix: '', start: 5000, end: 5003 }],
  };
}
