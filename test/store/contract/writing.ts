import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ClaimId, Document, Records, Status } from '../../../graph-data/schema/index.ts';
import { and } from '../../../server/contract/index.ts';
import { fixture } from '../fixture.ts';
import { badChanges } from './bad-changes.ts';
import { code, term, type Suite } from './suite.ts';

/** Writes, which change all that they name or nothing. */
export function writes({ open, filled }: Suite): void {
  test('loads a data set once', async () => {
    const store = await open();
    expect(await store.loadSample(fixture())).toBe(true);
    const revision = await store.revision();
    const before = JSON.stringify(await store.dataSet());
    expect(await store.loadSample(fixture())).toBe(false);
    expect(await store.revision()).toBe(revision);
    expect(JSON.stringify(await store.dataSet())).toBe(before);
  });

  test('leaves nothing behind when a data set does not load', async () => {
    const store = await open();
    const bad = fixture();
    bad.relations[0] = { ...bad.relations[0], to: 'actor:nobody' } as Records['relations'][0];
    await expect(store.loadSample(bad)).rejects.toEqual(code('invalid-records'));
    expect(await store.counts()).toEqual({
      documents: 0,
      actors: 0,
      statements: 0,
      agreements: 0,
      events: 0,
      relations: 0,
    });
    expect(await store.loadSample(fixture())).toBe(true);
  });

  test.each(badChanges())('changes nothing by a write with %s', async (_what, change) => {
    const store = await filled();
    const before = JSON.stringify([await store.dataSet(), await store.revision()]);
    const good = fixture().actors.map((actor) => ({ ...actor, note: 'changed' }));
    const mixed = { ...change, put: { actors: good, ...change.put } };
    await expect(store.write(mixed)).rejects.toEqual(code('invalid-records'));
    expect(JSON.stringify([await store.dataSet(), await store.revision()])).toBe(before);
  });

  test('refuses a write that expects another revision', async () => {
    const store = await filled();
    const revision = await store.revision();
    await expect(store.write({}, revision + 1)).rejects.toEqual(code('conflict'));
    expect(await store.write({}, revision)).toEqual({ revision: revision + 1 });
  });

  test.each(['proposed', 'rejected'] as const)(
    'keeps all of a statement that becomes %s, and back',
    async (status) => {
      const store = await filled();
      const before = await store.dataSet();
      const statement = before.statements.find(({ id }) => id === 'stmt:short')!;
      const found = () =>
        store.statementIds(
          and(
            term({ key: 'text', value: 'border', form: 'word' }),
            term({ key: 'status', value: status }),
          ),
        );
      await store.write({ put: { statements: [{ ...statement, status }] } });
      expect((await store.statementsById(['stmt:short']))[0]).toMatchObject({
        ...statement,
        status,
      });
      expect(await found()).toEqual(['stmt:short']);
      await store.write({ put: { statements: [statement] } });
      expect(await found()).toEqual([]);
      expect(await store.dataSet()).toEqual(before);
    },
  );

  test('sets the status of claims, keeps what stood, and keeps that when they are written anew', async () => {
    const store = await filled();
    const before = await store.dataSet();
    const { format: _format, decisions: _decisions, ...lists } = before;
    const claims = ['stmt:short', 'agr:treaty', 'evt:visit', 'rel:office'] as const;
    const stood = [
      ...(await store.statementsById(['stmt:short'])),
      ...before.agreements,
      ...before.events,
      ...before.relations.filter(({ id }) => id === 'rel:office'),
    ];
    const based = new Map(stood.map((record) => [record.id as string, { record, dropped: false }]));
    for (const status of ['rejected', 'accepted', 'rejected'] as const) {
      await store.write({ statuses: new Map(claims.map((id) => [id, status])) });
      const places = await store.statementIds(term({ key: 'status', value: status }));
      expect(places).toContain('stmt:short');
      expect(await store.bases()).toEqual(based);
    }
    const [counts] = await store.actorCounts(['actor:zelensky']);
    expect(counts).toMatchObject({ said: 1, agreements: 0, events: 0, relations: 0 });
    const [statement] = before.statements.filter(({ id }) => id === 'stmt:short');
    await store.write({ put: { statements: [{ ...statement!, text: 'other words' }] } });
    expect(await store.bases(['stmt:short'])).toEqual(
      new Map([['stmt:short', based.get('stmt:short')]]),
    );
    await store.write({
      put: { ...lists, statements: [statement!] },
      bases: new Map([...based.keys()].map((id) => [id, null])),
    });
    expect(await store.dataSet()).toEqual(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('sets no status when one of the claims does not stand', async () => {
    const store = await filled();
    const before = [await store.dataSet(), await store.revision()];
    const statuses = new Map<ClaimId, Status>([
      ['stmt:short', 'rejected'],
      ['stmt:none', 'rejected'],
    ]);
    await expect(store.write({ statuses })).rejects.toEqual(code('invalid-records'));
    expect([await store.dataSet(), await store.revision()]).toEqual(before);
    expect(await store.bases()).toEqual(new Map());
  });

  test('holds a text only when it is the one that its document names', async () => {
    const store = await filled();
    const text = 'Some words, “quoted”.';
    const [cited] = fixture().documents;
    const held: Document = {
      ...(cited as Document),
      id: 'doc:held',
      holding: 'held',
      length: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
    };
    const put = { documents: [held] };
    await expect(store.write({ put })).rejects.toEqual(code('invalid-records'));
    const write = (given: string) => store.write({ put, texts: new Map([['doc:held', given]]) });
    await expect(write(`${text} `)).rejects.toEqual(code('invalid-records'));
    await write(text);
    expect(await store.text('doc:held')).toBe(text);
    expect(await store.text('doc:one')).toBeNull();
    await store.write({ put: { documents: [{ ...held, holding: 'cited' }] } });
    expect(await store.text('doc:held')).toBeNull();
  });

  test('keeps positions, without raising the revision', async () => {
    const store = await filled();
    const revision = await store.revision();
    const positions = new Map([
      ['actor:belta', { x: 0.1, y: -2 }],
      ['agr:treaty', { x: 3, y: 1e-9 }],
    ]);
    await store.savePositions(positions);
    expect(await store.positions()).toEqual(positions);
    await store.savePositions(new Map([['actor:belta', { x: 1, y: 1 }]]));
    expect((await store.positions()).size).toBe(1);
    expect(await store.revision()).toBe(revision);
    const broken = new Map([['actor:belta', { x: NaN, y: 1 }]]);
    await expect(store.savePositions(broken)).rejects.toEqual(code('invalid-records'));
    expect((await store.positions()).size).toBe(1);
  });
}
