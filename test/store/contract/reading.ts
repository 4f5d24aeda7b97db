import { expect, test } from 'vitest';
import type { Actor, ActorId } from '../../../graph-data/schema/index.ts';
import { fixture } from '../fixture.ts';
import { ALL, code, FIRST, term, type Suite } from './suite.ts';

/** Reads by id, by name and in pages. */
export function reads({ filled }: Suite): void {
  test('follows redirects in every read by id and in queries', async () => {
    const store = await filled();
    const [statement] = fixture().statements;
    if (!statement) throw new Error('the fixture has a statement');
    const moved = { ...statement, speaker: 'actor:belta' as const };
    const about = { ...moved, about: statement.about.filter((id) => id !== 'actor:old') };
    await store.write({
      put: { statements: [about] },
      remove: ['actor:old'],
      redirects: new Map([['actor:old', 'actor:belta']]),
    });
    expect(await store.resolveId('actor:old')).toBe('actor:belta');
    expect((await store.actorsById(['actor:old'])).map(({ id }) => id)).toEqual(['actor:belta']);
    const asked = term({ key: 'speaker', ids: ['actor:old'] });
    expect(await store.statementIds(asked)).toEqual([statement.id]);
    await expect(store.write({ remove: ['actor:belta'] })).rejects.toEqual(code('invalid-records'));
    expect(await store.resolveId('actor:nobody')).toBeNull();
  });

  test('takes a redirect back', async () => {
    const store = await filled();
    const old = fixture().actors.find(({ id }) => id === 'actor:old');
    if (!old) throw new Error('the fixture has an actor that can go');
    await store.write({
      remove: ['actor:old'],
      redirects: new Map([['actor:old', 'actor:belta']]),
    });
    await expect(store.write({ put: { actors: [old] } })).rejects.toEqual(code('invalid-records'));
    await store.write({ put: { actors: [old] }, redirects: new Map([['actor:old', null]]) });
    expect(await store.resolveId('actor:old')).toBe('actor:old');
  });

  test.each(['', 'x', '!!', 'e30', Buffer.from('{"q":1}').toString('base64url'), 'ä'.repeat(9)])(
    'refuses the cursor %j',
    async (cursor) => {
      const store = await filled();
      const page = { limit: 5, cursor };
      await expect(store.statements(ALL, 'said', page)).rejects.toEqual(code('bad-cursor'));
      await expect(store.actors({}, page)).rejects.toEqual(code('bad-cursor'));
      await expect(store.events({}, page)).rejects.toEqual(code('bad-cursor'));
      await expect(store.decisions(page)).rejects.toEqual(code('bad-cursor'));
    },
  );

  test('refuses a cursor of another query or sort', async () => {
    const store = await filled();
    const { next } = await store.statements(ALL, 'said', { limit: 1, cursor: null });
    const page = { limit: 1, cursor: next };
    expect(next).not.toBeNull();
    await expect(store.statements(ALL, '-said', page)).rejects.toEqual(code('bad-cursor'));
    const other = term({ key: 'mode', value: 'direct' });
    await expect(store.statements(other, 'said', page)).rejects.toEqual(code('bad-cursor'));
  });

  test('ranks the statement that says more of the words above the one that says less', async () => {
    const store = await filled();
    const asked = term({ key: 'text', value: 'border', form: 'word' });
    const { items } = await store.statements(asked, 'relevance', FIRST);
    expect(items.map(({ id }) => id)).toEqual(['stmt:short', 'stmt:long']);
  });

  test('knows a name by id, alias, beginning, typing error and transliteration', async () => {
    const store = await filled();
    const best = async (typed: string) => (await store.matchNames(typed, 3))[0];
    for (const exact of ['actor:zelensky', 'volodymyr zelensky', 'Vladimir Zelenskiy'])
      expect(await best(exact)).toMatchObject({ actor: { id: 'actor:zelensky' }, score: 1 });
    expect(await best('Vladimir Zelenskiy')).toMatchObject({ matched: 'Vladimir Zelenskiy' });
    for (const near of ['zelen', 'Zelenskyy', 'Zelensky', 'Zelesnky', 'volodymyr z']) {
      const match = await best(near);
      expect(match?.actor.id).toBe('actor:zelensky');
      expect(match?.score).toBeLessThan(1);
    }
    expect(await store.matchNames('xyzzy', 3)).toEqual([]);
    expect(await store.matchNames('"*:-', 3)).toEqual([]);
  });

  test('knows everyone of a name, however many', async () => {
    const store = await filled();
    const many = Array.from({ length: 1600 }, (_, i) => `actor:reporters-${i}` as ActorId);
    const [someone] = (await store.actors({}, { limit: 1, cursor: null })).items;
    const actors = many.map((id): Actor => ({ ...someone!, id, name: 'reporters', aliases: [] }));
    await store.write({ put: { actors } });
    const found = await store.actorsCalled('Reporters');
    expect(found.map(({ id }) => id).sort()).toEqual([...many].sort());
    expect(await store.actorsCalled('report')).toEqual([]);
    expect(await store.actorsCalled('?')).toEqual([]);
  });

  test('streams one snapshot while writes go on', async () => {
    const store = await filled();
    const seen: string[] = [];
    for await (const batch of store.eachStatement(ALL, 1)) {
      seen.push(...batch.map(({ id }) => id));
      if (seen.length === 1) await store.write({ remove: ['stmt:short'] });
    }
    expect(seen).toEqual(
      ['stmt:long', 'stmt:rejected', 'stmt:short'].filter((id) => id !== 'stmt:rejected'),
    );
  });
}
