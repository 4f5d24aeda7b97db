import { expect, test } from 'vitest';
import type { Base, Change } from '../../../server/store/store.ts';
import { fixture } from '../fixture.ts';
import { byRecord } from '../memory-ties.ts';
import { clock, code, everyPage, gather, type Suite } from './suite.ts';

/** What is known of how the record came to be as it is. */
export function remembers({ filled }: Suite): void {
  test('keeps the log in order, newest first in pages', async () => {
    const store = await filled();
    const decision = (i: number) => ({
      id: `dec:d${i}` as const,
      at: '2024-01-01T00:00:00.000Z',
      by: 'local',
      note: '',
      action: { kind: 'accept' as const, records: ['stmt:short' as const] },
    });
    for (const i of [1, 2, 3]) await store.write({ decisions: [decision(i)] });
    await expect(store.write({ decisions: [decision(2)] })).rejects.toEqual(
      code('invalid-records'),
    );
    const pages = await everyPage((page) => store.decisions(page), 2);
    expect(pages.map(({ id }) => id)).toEqual(['dec:d3', 'dec:d2', 'dec:d1']);
    const all: string[] = [];
    for await (const { id } of store.eachDecision()) all.push(id);
    expect(all).toEqual(['dec:d1', 'dec:d2', 'dec:d3']);
    expect((await store.dataSet()).decisions).toHaveLength(3);
  });

  test('keeps bases, and the instant at which a statement that comes back was recorded', async () => {
    const store = await filled();
    const [short] = await store.statementsById(['stmt:short']);
    if (!short) throw new Error('the fixture has this statement');
    const { recorded, ...statement } = short;
    const base = { record: short, dropped: false };
    await store.write({
      remove: [short.id],
      bases: new Map<string, Base>([
        [short.id, base],
        ['actor:new', { record: null, dropped: true }],
      ]),
    });
    expect(await store.bases()).toEqual(
      new Map<string, Base>([
        ['actor:new', { record: null, dropped: true }],
        [short.id, base],
      ]),
    );
    const earlier = '2001-02-03T04:05:06.789Z';
    await store.write({
      put: { statements: [statement] },
      recorded: new Map([[short.id, earlier]]),
      bases: new Map([[short.id, null]]),
    });
    expect((await store.statementsById([short.id]))[0]?.recorded).toBe(earlier);
    expect(recorded).toBe(clock().toISOString());
    expect([...(await store.bases()).keys()]).toEqual(['actor:new']);
  });

  test('knows what names an actor, what rests on a document and what its reading brought', async () => {
    const store = await filled();
    const all = ['agr:treaty', 'evt:visit', 'men:one', 'rel:office'];
    const statements = ['stmt:long', 'stmt:rejected', 'stmt:short'];
    expect(await store.recordsNaming('actor:zelensky')).toEqual([...all, ...statements]);
    expect(await store.recordsNaming('actor:belta')).toEqual([
      'agr:treaty',
      'doc:one',
      ...statements,
    ]);
    expect(await store.recordsOn('doc:one')).toEqual([...all, 'men:two', ...statements].sort());
    await store.write({
      brought: new Map([
        ['stmt:short', 'doc:one'],
        ['actor:old', 'doc:one'],
      ]),
    });
    expect(await store.broughtFrom('doc:one')).toEqual(['actor:old', 'stmt:short']);
    await store.write({ brought: new Map([['stmt:short', null]]) });
    expect(await store.broughtBy(['stmt:short', 'actor:old'])).toEqual(
      new Map([['actor:old', 'doc:one']]),
    );
    expect(await store.documentOfText('a'.repeat(64))).toBe('doc:one');
    expect(await store.documentOfText('b'.repeat(64))).toBeNull();
  });

  test('tells which ties writes have changed since a revision', async () => {
    const store = await filled();
    const data = fixture();
    const now = async () => byRecord(await gather(store.eachTie(5)));
    const mine = await now();
    let revision = await store.revision();
    const follow = async () => {
      const changes = await store.tieChanges(revision);
      if (changes === null) throw new Error('the store has forgotten its own write');
      for (const id of changes.records) mine.delete(id);
      for (const tie of changes.ties) mine.set(tie.record, [...(mine.get(tie.record) ?? []), tie]);
      revision = changes.revision;
    };
    const sorted = (ties: ReadonlyMap<string, unknown[]>) =>
      [...ties].map(([id, of]) => [id, of.map((tie) => JSON.stringify(tie)).sort()]).sort();
    const [statement] = data.statements;
    const rejected = data.statements.find(({ status }) => status === 'rejected');
    const [document] = data.documents;
    const gone = data.agreements.map(({ id }) => id);
    if (!statement || !rejected || !document) throw new Error('the fixture lacks a record');
    const outlet = data.actors.find(({ id }) => id !== document.outlet)?.id ?? null;
    const changes: Change[] = [
      { put: { statements: [{ ...statement, status: 'rejected' }] } },
      { put: { statements: [{ ...rejected, status: 'accepted' }, statement] } },
      { put: { documents: [{ ...document, outlet }] } },
      { remove: gone },
      { put: { agreements: data.agreements } },
      {},
    ];
    for (const change of changes) {
      const before = sorted(mine);
      await store.write(change);
      await follow();
      expect(sorted(mine)).toEqual(sorted(await now()));
      expect(sorted(mine)).not.toEqual('put' in change || 'remove' in change ? before : []);
    }
    expect(await store.tieChanges(revision)).toEqual({ revision, records: [], ties: [] });
    expect(await store.tieChanges(revision + 1)).toBeNull();
  });
}
