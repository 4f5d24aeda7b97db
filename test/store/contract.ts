import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type {
  ClaimId,
  Document,
  Records,
  Statement,
  Status,
} from '../../graph-data/schema/index.ts';
import { and, FACET_NAMES } from '../../server/contract/index.ts';
import type { ResolvedQuery, ResolvedTerm } from '../../server/contract/index.ts';
import { STATEMENT_SORTS } from '../../server/store/store.ts';
import type {
  Base,
  Change,
  ClaimFilter,
  Page,
  ProposalFilter,
  Store,
} from '../../server/store/store.ts';
import { query, records } from './arbitrary.ts';
import { fixture } from './fixture.ts';
import { byRecord, MemoryStore } from './memory-store.ts';

export interface ContractOptions {
  /** A new, empty store whose clock is the one given. */
  readonly makeStore: (now: () => Date) => Promise<Store>;
  /** Runs of each property. */
  readonly runs: number;
}

const ALL: ResolvedQuery = { type: 'all' };
const FIRST = { limit: 1000, cursor: null };
const clock = () => new Date('2024-05-06T07:08:09.010Z');

function term(value: ResolvedTerm): ResolvedQuery {
  return { type: 'term', term: value };
}

async function gather<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** Every page, each asked for with the cursor of the one before. */
async function everyPage<T>(
  ask: (page: { limit: number; cursor: string | null }) => Promise<Page<T>>,
  limit: number,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await ask({ limit, cursor });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

function code(expected: string) {
  return expect.objectContaining({ code: expected });
}

/**
 * What every Store must do. Answers are compared with a linear scan in memory (memory-store.ts),
 * which runs this suite too.
 */
export function storeContract(name: string, { makeStore, runs }: ContractOptions): void {
  describe(`${name} keeps the store's contract`, () => {
    const opened: Store[] = [];
    const open = async (now = clock) => {
      const store = await makeStore(now);
      opened.push(store);
      return store;
    };
    const opposite = async (data: Records) => {
      const [store, slow] = [await open(), new MemoryStore(clock)];
      await store.loadSample(data);
      await slow.loadSample(data);
      return { store, slow };
    };
    const filled = async () => {
      const store = await open();
      await store.loadSample(fixture());
      return store;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });

    const property = (what: string, body: (data: Records, asked: ResolvedQuery) => Promise<void>) =>
      test(what, async () => {
        await fc.assert(
          fc.asyncProperty(records, query, async (data, asked) => {
            await body(data, asked);
            await Promise.all(opened.splice(0).map((store) => store.close()));
          }),
          { numRuns: runs },
        );
      });

    property('gives back the data set that it was given', async (data) => {
      const { store } = await opposite(data);
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      const sorted = Object.fromEntries(
        Object.entries(data).map(([key, list]) => [
          key,
          Array.isArray(list) ? [...list].sort(byId) : list,
        ]),
      );
      expect(JSON.stringify(await store.dataSet())).toBe(JSON.stringify(sorted));
    });

    property('finds what a linear scan finds, in id order', async (data, asked) => {
      const { store, slow } = await opposite(data);
      const ids = await slow.statementIds(asked);
      expect(await store.statementIds(asked)).toEqual(ids);
      expect((await gather(store.eachStatement(asked, 3))).map(({ id }) => id)).toEqual(ids);
    });

    property('pages through the match in order, whatever the sort', async (data, asked) => {
      const { store, slow } = await opposite(data);
      const ids = await slow.statementIds(asked);
      for (const sort of STATEMENT_SORTS) {
        const pages = await everyPage((page) => store.statements(asked, sort, page), 4);
        expect([...pages.map(({ id }) => id)].sort()).toEqual([...ids].sort());
        const { total, items } = await store.statements(asked, sort, FIRST);
        expect(total).toBe(ids.length);
        expect(pages).toEqual(items);
        if (sort === 'relevance') continue;
        const expected = await slow.statements(asked, sort, FIRST);
        expect(items).toEqual(expected.items);
      }
    });

    property('counts facets as a recount does', async (data, asked) => {
      const { store, slow } = await opposite(data);
      for (const limit of [2, 100])
        expect(await store.facets(asked, FACET_NAMES, limit)).toEqual(
          await slow.facets(asked, FACET_NAMES, limit),
        );
    });

    property('finds the undated that its facet counts', async (data, asked) => {
      const { store } = await opposite(data);
      const undated: ResolvedQuery = { type: 'term', term: { key: 'said', undated: true } };
      const { said } = await store.facets(asked, ['said'], 1000);
      const counted = said?.values.find(({ value }) => value === 'unknown')?.count ?? 0;
      const { total } = await store.statements(and(asked, undated), '-said', FIRST);
      expect(total).toBe(counted);
    });

    property('lists claims, actors and documents as a scan does', async (data, asked) => {
      const { store, slow } = await opposite(data);
      const filters: ClaimFilter[] = [
        {},
        { actors: ['actor:a1', 'actor:a2'] as never[] },
        { documents: ['doc:d0'] as never[] },
        { kinds: ['visit', 'signed', 'ally-of'] },
        { dates: [{ from: '2022-11-01', to: '2022-12-07' }] },
        { dates: [{ from: null, to: '2022-01-01' }] },
        {
          dates: [
            { from: '2022-11-01', to: '2022-11-30' },
            { from: '2023-01-01', to: null },
          ],
        },
        { text: 'atta pea' },
        { status: ['rejected'] },
        { parties: ['actor:a1', 'actor:a2'] as never[] },
        { place: 'atta' },
        { query: asked },
        { query: asked, status: ['accepted'], actors: ['actor:a1'] as never[] },
      ];
      for (const filter of filters)
        for (const kind of ['agreements', 'events', 'relations'] as const) {
          const expected = await slow[kind](filter, FIRST);
          const found = await everyPage<{ id: string }>((page) => store[kind](filter, page), 2);
          expect(found).toEqual(expected.items);
          expect((await store[kind](filter, FIRST)).total).toBe(expected.total);
        }
      for (const filter of [{}, { kind: ['state', 'person'] }, { text: 'zol' }, { text: 'att' }])
        expect(await everyPage((page) => store.actors(filter, page), 3)).toEqual(
          (await slow.actors(filter, FIRST)).items,
        );
      for (const filter of [{}, { text: 'peace' }])
        expect(await everyPage((page) => store.documents(filter, page), 3)).toEqual(
          (await slow.documents(filter, FIRST)).items,
        );
    });

    property('counts parts and ties as a scan does', async (data) => {
      const { store, slow } = await opposite(data);
      const actors = [...data.actors.map(({ id }) => id), 'actor:nobody' as const];
      expect(await store.actorCounts(actors)).toEqual(await slow.actorCounts(actors));
      const documents = data.documents.map(({ id }) => id);
      expect(await store.statementCounts(documents)).toEqual(await slow.statementCounts(documents));
      expect(await store.counts()).toEqual(await slow.counts());
      const sorted = async (side: Store) =>
        (await gather(side.eachTie(5))).map((tie) => JSON.stringify(tie)).sort();
      expect(await sorted(store)).toEqual(await sorted(slow));
      for (const actor of actors)
        expect((await store.mentionsOf(actor, FIRST)).items).toEqual(
          (await slow.mentionsOf(actor, FIRST)).items,
        );
      for (const actor of actors)
        expect(await store.nameForms(actor, 2)).toEqual(await slow.nameForms(actor, 2));
      for (const document of documents)
        expect(await store.mentions(document)).toEqual(await slow.mentions(document));
    });

    property(
      'skips and repeats nothing that stands while records come and go',
      async (data, asked) => {
        const { store } = await opposite(data);
        for (const sort of ['said', '-said', 'recorded', '-recorded'] as const) {
          const before = await store.statementIds(asked);
          const seen: string[] = [];
          const gone = new Set<string>();
          let cursor: string | null = null;
          let round = 0;
          do {
            const page = await store.statements(asked, sort, { limit: 2, cursor });
            seen.push(...page.items.map(({ id }) => id));
            cursor = page.next;
            const victim = page.items.at(-1) ?? data.statements[0];
            if (!victim) break;
            const { recorded: _recorded, ...copy } = victim as Statement & { recorded?: string };
            const id = `stmt:new-${sort.replace('-', 'down-')}-${round++}`;
            await store.write({
              put: { statements: [{ ...copy, id: id as Statement['id'] }] },
              remove: round % 2 === 0 && page.items.length > 0 ? [victim.id] : [],
            });
            if (round % 2 === 0 && page.items.length > 0) gone.add(victim.id);
          } while (cursor !== null && round < 40);
          expect(new Set(seen).size).toBe(seen.length);
          for (const id of before) if (!gone.has(id)) expect(seen).toContain(id);
        }
      },
    );

    property(
      'lists the undecided claims of a query, placed where asked, as a scan does',
      async (data, asked) => {
        const { store, slow } = await opposite(data);
        const sorted = async (from: Store, filter: ProposalFilter) =>
          (await from.proposals(filter)).sort((a, b) => (a.id < b.id ? -1 : 1));
        const inDocument = term({ key: 'document', ids: ['doc:d0'] });
        for (const query of [ALL, asked, inDocument, and(asked, inDocument)])
          for (const documents of [[], ['doc:d0'], ['doc:d1', 'doc:d9']])
            for (const [statements, claims] of [
              [query, query],
              [ALL, query],
            ] as const) {
              const filter = { statements, claims, documents };
              expect(await sorted(store, filter)).toEqual(await sorted(slow, filter));
            }
      },
    );

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
      await expect(store.write({ remove: ['actor:belta'] })).rejects.toEqual(
        code('invalid-records'),
      );
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
      await expect(store.write({ put: { actors: [old] } })).rejects.toEqual(
        code('invalid-records'),
      );
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
      const based = new Map(
        stood.map((record) => [record.id as string, { record, dropped: false }]),
      );
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
        for (const tie of changes.ties)
          mine.set(tie.record, [...(mine.get(tie.record) ?? []), tie]);
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
  });
}

/** Changes of which each breaks the record in one place. */
function badChanges(): [string, Change][] {
  const data = fixture();
  const first = <T>(list: readonly T[]): T => list[0] as T;
  const [statement, agreement] = [first(data.statements), first(data.agreements)];
  const [event, relation] = [first(data.events), first(data.relations)];
  const report = first(statement.reports);
  const nobody = 'actor:nobody' as const;
  const nowhere = { ...first(relation.evidence), document: 'doc:nowhere' as const };
  const beyond = { exact: 'far', prefix: '', suffix: '', start: 99_999, end: 100_002 };
  const put = (change: Change['put']): Change => ({ put: change });
  const withReport = (change: object) =>
    put({ statements: [{ ...statement, reports: [{ ...report, ...change }] }] });
  return [
    [
      'an actor of an unknown kind',
      put({ actors: [{ ...first(data.actors), kind: 'x' } as never] }),
    ],
    [
      'an actor of an unknown country',
      put({ actors: [{ ...first(data.actors), country: nobody }] }),
    ],
    [
      'a document of an unknown outlet',
      put({ documents: [{ ...first(data.documents), outlet: nobody }] }),
    ],
    ['a document without a hash', put({ documents: [{ ...first(data.documents), sha256: '' }] })],
    [
      'a document shorter than its quotations',
      put({ documents: [{ ...first(data.documents), length: 3 }] }),
    ],
    [
      'a mention in an unknown document',
      put({ mentions: [{ ...first(data.mentions), document: 'doc:nowhere' }] }),
    ],
    [
      'a mention of an unknown actor',
      put({ mentions: [{ ...first(data.mentions), actor: nobody }] }),
    ],
    ['an unknown speaker', put({ statements: [{ ...statement, speaker: nobody }] })],
    ['an unknown addressee', put({ statements: [{ ...statement, addressees: [nobody] }] })],
    ['an unknown about', put({ statements: [{ ...statement, about: [nobody] }] })],
    ['an empty text', put({ statements: [{ ...statement, text: '' }] })],
    ['a statement without a report', put({ statements: [{ ...statement, reports: [] }] })],
    ['a report in an unknown document', withReport({ document: 'doc:nowhere' })],
    [
      'two reports in one document',
      put({ statements: [{ ...statement, reports: [report, report] }] }),
    ],
    ['an unknown carrier', withReport({ via: [nobody] })],
    ['a selector beyond the text', withReport({ cue: beyond })],
    ['a selector of the wrong length', withReport({ cue: { ...beyond, start: 1, end: 3 } })],
    ['an unknown party', put({ agreements: [{ ...agreement, parties: [nobody, 'actor:belta'] }] })],
    ['an unknown signatory', put({ agreements: [{ ...agreement, signatories: [nobody] }] })],
    ['an agreement on no evidence', put({ agreements: [{ ...agreement, evidence: [] }] })],
    ['evidence in an unknown document', put({ relations: [{ ...relation, evidence: [nowhere] }] })],
    [
      'evidence beyond the text',
      put({ events: [{ ...event, evidence: [{ document: 'doc:one', selectors: [beyond] }] }] }),
    ],
    [
      'an unknown participant',
      put({ events: [{ ...event, participants: [{ actor: nobody, role: 'host' }] }] }),
    ],
    ['a date that is none', put({ events: [{ ...event, date: '2022-13' }] })],
    ['an unknown end of a relation', put({ relations: [{ ...relation, to: nobody }] })],
    ['a confidence above one', put({ relations: [{ ...relation, confidence: 1.1 }] })],
    ['the removal of an actor that others name', { remove: ['actor:belta'] }],
    ['the removal of a document that others rest on', { remove: ['doc:one'] }],
    ['the removal of what is not there', { remove: ['stmt:never'] }],
    ['the removal of what is no record', { remove: ['__proto__'] }],
    ['a redirect to nothing', { redirects: new Map([['actor:gone', nobody]]) }],
    ['a redirect to another type', { redirects: new Map([['stmt:gone', 'actor:belta']]) }],
    [
      'a redirect from a record that stands',
      { redirects: new Map([['actor:old', 'actor:belta']]) },
    ],
    [
      'a redirect in a circle',
      {
        redirects: new Map([
          ['actor:p', 'actor:q'],
          ['actor:q', 'actor:p'],
        ]),
      },
    ],
    [
      'a decision without an author',
      {
        decisions: [
          {
            id: 'dec:x',
            at: '2024-01-01T00:00:00.000Z',
            by: '',
            note: '',
            action: { kind: 'accept', records: ['stmt:short'] },
          },
        ],
      },
    ],
    ['a text of no document', { texts: new Map([['doc:nowhere' as const, 'x']]) }],
  ];
}
