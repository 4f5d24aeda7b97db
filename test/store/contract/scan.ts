import { expect } from 'vitest';
import type { Statement } from '../../../graph-data/schema/index.ts';
import { and, FACET_NAMES } from '../../../server/contract/index.ts';
import type { ResolvedQuery } from '../../../server/contract/index.ts';
import { STATEMENT_SORTS } from '../../../server/store/store.ts';
import type { ClaimFilter, ProposalFilter, Store } from '../../../server/store/store.ts';
import { ALL, everyPage, FIRST, gather, term, type Suite } from './suite.ts';

/** Answers about any record to any query: those of a linear scan. */
export function answersAsAScan({ opposite, property }: Suite): void {
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
      expect(await store.nameForms(actor, 2)).toEqual(await slow.nameForms(actor, 2));
    for (const document of documents)
      expect(await store.mentions(document)).toEqual(await slow.mentions(document));
  });

  property(
    'skips and repeats nothing that stands while records come and go',
    async (data, asked) => {
      const { store } = await opposite(data);
      for (const sort of [
        'said',
        '-said',
        'recorded',
        '-recorded',
        'reports',
        '-reports',
      ] as const) {
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
}
