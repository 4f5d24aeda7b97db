import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../graph-data/schema/index.ts';
import { PathsRequest, TIE_KINDS, type TieKind } from '../../server/contract/index.ts';
import { PathFinder, type FoundPaths } from '../../server/query/paths/index.ts';
import type { Tie } from '../../server/store/store.ts';
import { ALL_STEPS, everyoneWithin, everyPath } from './paths-oracle.ts';

/** Milliseconds: for thousands of graphs on a busy machine. */
const LONG = 120_000;

const actor = (index: number) => `actor:a${index}` as const;
const DAYS = ['2022-01-01', '2022-02-01', '2022-03-01', '2022-04-01'];

const days = fc.oneof(
  fc.constant({ from: null, to: null }),
  fc
    .tuple(fc.constantFrom(null, ...DAYS), fc.constantFrom(null, ...DAYS))
    .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b })),
);

const isGathering = (kind: TieKind) => kind === 'agreement' || kind === 'event';

/** Ties of one record: of a statement or relation one, of an agreement or event one an actor. */
const recordTies = (actors: number) =>
  fc
    .record({
      kind: fc.constantFrom(...TIE_KINDS),
      days,
      label: fc.constantFrom('accusation', 'assertion'),
      parts: fc.array(fc.nat(actors - 1), { minLength: 2, maxLength: 4 }),
    })
    .map(({ kind, days: { from, to }, label, parts }) => (id: string): Tie[] => {
      const base = { record: id, kind, label, from, to, status: 'accepted' };
      if (isGathering(kind)) {
        const members = [...new Set(parts)];
        return members.map((part) => ({ ...base, source: actor(part), target: null }));
      }
      return [{ ...base, source: actor(parts[0] ?? 0), target: actor(parts[1] ?? 0) }];
    });

const ACTORS = 8;
const someTies = fc
  .array(recordTies(ACTORS), { minLength: 1, maxLength: 22 })
  .map((records) => records.flatMap((ties, index) => ties(`stmt:r${index}`)));

const someActors = fc.uniqueArray(
  fc.nat(ACTORS - 3).map((index) => actor(index + 2)),
  { maxLength: 2 },
);
const filter = fc.record({
  kinds: fc.uniqueArray(fc.constantFrom(...TIE_KINDS), { minLength: 3 }),
  acts: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.constant<['accusation']>(['accusation']).map((acts): Act[] => acts),
  ),
  period: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.constantFrom({ from: '2022-02-01', to: null }, { from: null, to: '2022-02-15' }),
  ),
  records: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.uniqueArray(
      fc.nat(22).map((index) => `stmt:r${index}`),
      { minLength: 8 },
    ),
  ),
});
const request = fc
  .tuple(
    filter,
    fc.record({
      max: fc.integer({ min: 1, max: 6 }),
      k: fc.integer({ min: 1, max: 10 }),
      through: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, someActors),
      avoid: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, someActors),
      discountHubs: fc.boolean(),
      inTime: fc.boolean(),
    }),
  )
  .map(([ties, rest]) => PathsRequest.parse({ from: actor(0), to: actor(1), ...ties, ...rest }))
  .filter(({ through, avoid }) => !through.some((id) => avoid.includes(id)));

/** A store that holds nothing but ties; `PathFinder` asks for nothing else. */
function storeOf(ties: readonly Tie[]) {
  return {
    revision: async () => 1,
    tieChanges: async () => null,
    async *eachTie(batch: number) {
      for (let at = 0; at < ties.length; at += batch) yield ties.slice(at, at + batch);
    },
  };
}

const relation = (a: string, b: string): Tie => ({
  ...{ record: `rel:${a}-${b}`, kind: 'relation', label: 'ally-of', from: null, to: null },
  ...{ source: `actor:${a}`, target: `actor:${b}`, status: 'accepted' },
});

/** Without the leaves, through which no path leads. */
const pairsOnly = (ties: readonly Tie[]) => ties.filter(({ target }) => !target?.includes('leaf'));

const nodesOf = ({ paths }: FoundPaths) =>
  paths.map(({ hops }) => [hops[0]?.from, ...hops.map(({ to }) => to)]);

/** Of paths that cost the same those of fewer steps come first, of those the first by their ids. */
function inOrder(all: readonly { nodes: readonly string[]; cost: number }[]): string[] {
  const byIds = (a: readonly string[], b: readonly string[]) => {
    const at = a.findIndex((id, index) => id !== b[index]);
    return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
  };
  return [...all]
    .sort((a, b) => {
      if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
      return a.nodes.length - b.nodes.length || byIds(a.nodes, b.nodes);
    })
    .map(({ nodes }) => nodes.join());
}

describe('paths', () => {
  test(
    'are the k cheapest of all that there are, in one order among those of equal cost',
    async () => {
      await fc.assert(
        fc.asyncProperty(someTies, request, async (ties, asked) => {
          const found = await new PathFinder(storeOf(ties)).paths(asked);
          const all = everyPath(ties, asked);
          const expected = all.slice(0, asked.k).map(({ cost }) => cost);
          expect(found.paths.map(({ cost }) => cost.toFixed(6))).toEqual(
            expected.map((cost) => cost.toFixed(6)),
          );
          expect(found.complete).toBe(true);
          const known = new Set(all.map(({ nodes }) => nodes.join()));
          const nodes = nodesOf(found).map((path) => path.join());
          expect(new Set(nodes).size).toBe(nodes.length);
          expect(nodes.filter((path) => !known.has(path))).toEqual([]);
          if (!asked.inTime && asked.through.length === 0)
            expect(nodes).toEqual(inOrder(all).slice(0, asked.k));
        }),
        { numRuns: 2000 },
      );
    },
    LONG,
  );

  test(
    'are the cheapest within the bound on steps, whatever the hubs on the way',
    async () => {
      const nodes = 14;
      const pair = fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)).filter(([a, b]) => a !== b);
      const graph = fc.record({
        pairs: fc.array(pair, { minLength: 12, maxLength: 24 }),
        leaves: fc.array(fc.constantFrom(0, 0, 0, 2, 8, 30, 150), {
          minLength: nodes,
          maxLength: nodes,
        }),
      });
      await fc.assert(
        fc.asyncProperty(graph, async ({ pairs, leaves }) => {
          const hubs = leaves.flatMap((count, hub) =>
            Array.from({ length: count }, (_, leaf) => relation(`a${hub}`, `leaf-${hub}-${leaf}`)),
          );
          const ties = [...hubs, ...pairs.map(([a, b]) => relation(`a${a}`, `a${b}`))];
          const finder = new PathFinder(storeOf(ties));
          for (const max of [3, 4, 5, 6]) {
            const k = 1 + (max % 2);
            const asked = PathsRequest.parse({ from: actor(0), to: actor(1), max, k });
            const { paths } = await finder.paths(asked);
            const expected = everyPath(pairsOnly(ties), asked, ties).slice(0, k);
            expect(paths.map(({ cost }) => cost.toFixed(6))).toEqual(
              expected.map(({ cost }) => cost.toFixed(6)),
            );
          }
        }),
        { numRuns: 400 },
      );
    },
    LONG,
  );

  test('rest, at each step, on every record that ties the two and counts', async () => {
    await fc.assert(
      fc.asyncProperty(someTies, filter, async (ties, only) => {
        const finder = new PathFinder(storeOf(ties));
        const found = await finder.paths({ from: actor(0), to: actor(1), k: 5, ...only });
        for (const { from, to, records, omitted } of found.paths.flatMap(({ hops }) => hops)) {
          const direct = { ...only, max: 1, from, to } as const;
          const behind = new Set(
            ties
              .map(({ record }) => record)
              .filter((record) => only.records?.includes(record) ?? true)
              .filter((record) => {
                const alone = PathsRequest.parse({ ...direct, records: [record] });
                return everyPath(ties, alone).length > 0;
              }),
          );
          expect(new Set(records)).toEqual(behind);
          expect(omitted).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('none within N steps is an answer with N in it', async () => {
    const tie = {
      record: 'stmt:x',
      kind: 'about',
      label: 'assertion',
      from: null,
      to: null,
    } as const;
    const ties: Tie[] = [
      { ...tie, source: actor(0), target: actor(2), status: 'accepted' },
      { ...tie, source: actor(2), target: actor(1), status: 'accepted' },
    ];
    const finder = new PathFinder(storeOf(ties));
    const asked = { from: actor(0), to: actor(1) };
    expect(await finder.paths({ ...asked, max: 1 })).toMatchObject({ max: 1, paths: [] });
    expect((await finder.paths({ ...asked, max: 2 })).paths).toHaveLength(1);
    expect((await finder.paths({ ...asked, to: 'actor:nobody' })).paths).toEqual([]);
  });

  test('go around a hub while there are steps left, and through it when there are not', async () => {
    const leaves = Array.from({ length: 60 }, (_, index) => relation('hub', `leaf-${index}`));
    const way = [relation('s', 'hub'), relation('hub', 'x'), relation('x', 't')];
    const around = [relation('s', 'a'), relation('a', 'b'), relation('b', 'x')];
    const finder = new PathFinder(storeOf([...leaves, ...way, ...around]));
    const route = async (max: number, discountHubs = true) => {
      const found = await finder.paths({ from: 'actor:s', to: 'actor:t', max, discountHubs });
      return nodesOf(found)[0]
        ?.map((id) => id?.slice('actor:'.length))
        .join(' ');
    };
    expect(await route(4)).toBe('s a b x t');
    expect(await route(3)).toBe('s hub x t');
    expect(await route(4, false)).toBe('s hub x t');
  });

  test('refuse one actor as both ends', async () => {
    const finder = new PathFinder(storeOf([]));
    const same = { from: actor(0), to: actor(0) };
    await expect(finder.paths(same)).rejects.toMatchObject({ code: 'bad-value' });
  });
});

describe('neighbourhoods', () => {
  test('reach everybody within the steps, keep at most the limit and count the rest', async () => {
    const bounds = fc.record({
      hops: fc.constantFrom(1, 2, 3),
      limit: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(someTies, filter, bounds, async (ties, only, { hops, limit }) => {
        const asked = { of: actor(0), hops, limit, ...only };
        const ego = await new PathFinder(storeOf(ties)).neighbourhood(asked);
        const expected = everyoneWithin(ties, actor(0), hops, only);
        expect(ego.reached).toBe(expected.size);
        expect(ego.nodes.length).toBe(Math.min(limit, expected.size));
        expect(ego.omitted).toBe(ego.reached - ego.nodes.length);
        for (const node of ego.nodes) expect(node.hops).toBe(expected.get(node.id));
        const kept = new Set(ego.nodes.map(({ id }) => id));
        const linked = everyoneWithin(ties, actor(0), hops, { ...ALL_STEPS, ...only });
        expect([...kept].every((id) => linked.has(id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the finder', () => {
  test('reads the ties again when the store does not know what changed, and only then', async () => {
    let revision = 1;
    let reads = 0;
    const ties: Tie[] = [];
    const finder = new PathFinder({
      revision: async () => revision,
      tieChanges: async () => null,
      async *eachTie() {
        reads += 1;
        yield [...ties];
      },
    });
    const asked = { from: actor(0), to: actor(1) };
    expect((await finder.paths(asked)).paths).toHaveLength(0);
    ties.push(relation('a0', 'a1'));
    expect((await finder.paths(asked)).paths).toHaveLength(0);
    revision = 2;
    expect((await finder.paths(asked)).paths).toHaveLength(1);
    expect(reads).toBe(2);
  });
});
