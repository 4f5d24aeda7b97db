import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Act, Action, ActorId, Records } from '../../graph-data/schema/index.ts';
import { OnrecordError, TIE_KINDS, type PathsAsked } from '../../server/contract/index.ts';
import { AdjacencyBuilder, PathFinder, type Adjacency } from '../../server/query/paths/index.ts';
import { createRecord } from '../../server/record/index.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store, Tie } from '../../server/store/store.ts';
import { records } from '../store/arbitrary.ts';

/** What a record may go through, in the abstract: numbers are taken modulo what there is. */
interface Step {
  readonly deed: 'put' | 'remove' | 'outlet' | 'decide' | 'undo' | 'newcomer';
  readonly picks: readonly number[];
}

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom<Step['deed']>(
    'put',
    'remove',
    'outlet',
    'decide',
    'decide',
    'undo',
    'newcomer',
  ),
  picks: fc.array(fc.nat(200), { minLength: 3, maxLength: 3 }),
});

const one = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

function decisionFor(data: Records, [a = 0, b = 0, c = 0]: readonly number[]): Action | null {
  const statement = one(data.statements, a);
  const actor = (at: number) => one(data.actors, at)?.id ?? 'actor:a0';
  const claims = [...data.statements, ...data.agreements, ...data.events, ...data.relations];
  const claim = one(claims, b);
  if (!claim || !statement) return null;
  const about = [actor(b), actor(c)];
  return (
    one<Action>(
      [
        { kind: 'reject', records: [claim.id] },
        { kind: 'accept', records: [claim.id] },
        { kind: 'merge', from: actor(a), into: actor(b) },
        { kind: 're-attribute', record: statement.id, speaker: actor(c) },
        { kind: 'edit', record: statement.id, set: { about, act: 'denial' } },
      ],
      c,
    ) ?? null
  );
}

/** Does one thing to the record; a refusal changes nothing and is as good. */
async function act(store: Store, start: Records, { deed, picks }: Step): Promise<void> {
  const data = await store.dataSet();
  const record = createRecord(store);
  const [a = 0, b = 0, c = 0] = picks;
  const actor = (at: number) => one(data.actors, at)?.id ?? 'actor:a0';
  if (deed === 'decide') {
    const action = decisionFor(data, picks);
    if (action) await record.decide(action, { by: 'local' });
  } else if (deed === 'undo') {
    const target = one(data.decisions, a);
    if (target) await record.undo(target.id, { by: 'local' });
  } else if (deed === 'put') {
    const again = { statements: one(start.statements, a), events: one(start.events, b) };
    await store.write({
      put: {
        statements: again.statements ? [{ ...again.statements, speaker: actor(c) }] : [],
        events: again.events ? [again.events] : [],
      },
    });
  } else if (deed === 'remove') {
    const claims = [...data.statements, ...data.agreements, ...data.events, ...data.relations];
    const gone = one(claims, a);
    if (gone) await store.write({ remove: [gone.id] });
  } else if (deed === 'outlet') {
    const document = one(data.documents, a);
    if (document) await store.write({ put: { documents: [{ ...document, outlet: actor(b) }] } });
  } else {
    const [somebody, statement] = [one(data.actors, a), one(data.statements, b)];
    if (!somebody || !statement) return;
    const id = `actor:${'bnz'[a % 3]}${c % 4}` as ActorId;
    const newcomer = {
      ...somebody,
      id,
      name: `N ${c}`,
      aliases: [],
      wikidata: null,
      country: null,
    };
    await store.write({ put: { actors: [newcomer], statements: [{ ...statement, about: [id] }] } });
  }
}

const question = fc.record({
  max: fc.integer({ min: 1, max: 6 }),
  k: fc.integer({ min: 1, max: 10 }),
  kinds: fc.constantFrom([...TIE_KINDS], [...TIE_KINDS].slice(0, 4)),
  acts: fc.constantFrom<Act[] | null>(null, null, ['denial', 'assertion']),
  discountHubs: fc.boolean(),
  inTime: fc.boolean(),
  picks: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)),
  passes: fc.boolean(),
});

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

describe('a standing adjacency', () => {
  test('answers after any writes, decisions and undos as a new one does', async () => {
    const steps = fc.array(fc.tuple(step, question), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(records, steps, async (data, sequence) => {
        const store = await openTemporaryStore();
        stores.push(store);
        await store.loadSample(data);
        const standing = new PathFinder(store);
        await standing.warm();
        for (const [deed, { picks, passes, ...rest }] of sequence) {
          await act(store, data, deed).catch((error: unknown) => {
            if (!(error instanceof OnrecordError)) throw error;
          });
          const { actors } = await store.dataSet();
          const [from, to, other] = picks.map((at) => one(actors, at)?.id ?? 'actor:a0');
          if (!from || !to || !other) return;
          const fresh = new PathFinder(store);
          const around = { of: from, hops: 1 + (rest.max % 3), limit: rest.k, kinds: rest.kinds };
          expect(await standing.neighbourhood(around)).toEqual(await fresh.neighbourhood(around));
          if (from === to) continue;
          const through = passes && other !== from && other !== to ? [other] : [];
          const asked: PathsAsked = { ...rest, from, to, through };
          expect(await standing.paths(asked)).toEqual(await fresh.paths(asked));
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('is read whole once, however often the record changes', async () => {
    let reads = 0;
    const store = await openTemporaryStore();
    stores.push(store);
    const finder = new PathFinder({
      revision: () => store.revision(),
      tieChanges: (since) => store.tieChanges(since),
      eachTie: (batch) => {
        reads += 1;
        return store.eachTie(batch);
      },
    });
    const actor = { aliases: [], wikidata: null, country: null, note: '' };
    for (const id of ['a', 'b', 'c'] as const) {
      await store.write({
        put: { actors: [{ ...actor, kind: 'person', id: `actor:${id}`, name: id }] },
      });
      await finder.paths({ from: 'actor:a', to: 'actor:b' });
    }
    expect(reads).toBe(1);
  });
});

describe('an adjacency that is changed in place', () => {
  const actor = (index: number) => `actor:${index}` as ActorId;
  const tie = (record: number, parts: readonly number[]): Tie[] => {
    const rest = { record: `rel:${record}`, label: 'x', from: null, to: null, status: 'accepted' };
    const gathers = parts.length > 2;
    return parts.slice(gathers ? 0 : 1).map((part) => ({
      ...rest,
      kind: gathers ? ('event' as const) : ('relation' as const),
      source: gathers ? actor(part) : actor(parts[0] ?? 0),
      target: gathers ? null : actor(part),
    }));
  };
  const plain = (graph: Adjacency) => {
    const pairs = new Map<string, string[]>();
    for (const [id, node] of graph.indexOf) {
      const begin = graph.around.start.values[node] ?? 0;
      const row = Array.from({ length: graph.degree(node) }, (_, at) => begin + at);
      const { neighbour, pair } = graph.around.cells;
      const beside = row.map((at) => graph.ids[neighbour.values[at] ?? -1] ?? '');
      expect(beside).toEqual([...beside].sort());
      for (const [place, other] of beside.entries()) {
        const ties = graph.ties;
        const first = ties.start.values[pair.values[row[place] ?? 0] ?? 0] ?? 0;
        const size = ties.size.values[pair.values[row[place] ?? 0] ?? 0] ?? 0;
        const rows = Array.from({ length: size }, (_, at) =>
          graph.records.at(ties.cells.record.values[first + at] ?? 0),
        );
        pairs.set(`${id} ${other}`, rows.sort());
      }
    }
    return new Map([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
  };

  test('holds what a new one of the same ties holds, after thousands of changes', () => {
    const parts = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 4 });
    const change = fc.tuple(fc.nat(300), fc.option(parts, { freq: 3 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 2000, maxLength: 3000 }), (changes) => {
        const graph = new AdjacencyBuilder().build();
        const held = new Map<number, Tie[]>();
        for (const [record, members] of changes) {
          const ties = members === null ? [] : tie(record, members);
          held.set(record, ties);
          graph.replace([`rel:${record}`], ties);
        }
        const builder = new AdjacencyBuilder();
        builder.add([...held.values()].flat());
        expect(plain(graph)).toEqual(plain(builder.build()));
      }),
      { numRuns: 5 },
    );
  });
});
