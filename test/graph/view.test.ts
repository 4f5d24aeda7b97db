import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { FAMILY_OF_ACT, type Records } from '../../graph-data/schema/index.ts';
import {
  ALL,
  and,
  GraphReply,
  not,
  term,
  type ResolvedQuery,
  type ResolvedTerm,
} from '../../server/contract/index.ts';
import { GraphView } from '../../server/graph/view.ts';
import { PathFinder } from '../../server/query/paths/index.ts';
import { loadRecords } from '../../server/record/sample.ts';
import { openTemporaryStore } from '../../server/store/sqlite/index.ts';
import type { Store } from '../../server/store/store.ts';

let store: Store;
let view: GraphView;
let records: Records;

beforeAll(async () => {
  store = await openTemporaryStore();
  await store.loadSample(loadRecords());
  records = await store.dataSet();
  view = new GraphView(store);
});
afterAll(() => store.close());

const saidOf = (id: string) => records.statements.filter(({ speaker }) => speaker === id);
const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).sort();

describe('the graph of the whole record', () => {
  it('is what the contract says', async () => {
    for (const level of ['actors', 'statements'] as const)
      expect(GraphReply.safeParse(await view.graph(ALL, level, 10_000)).error).toBeUndefined();
  });

  it('has one edge for each ordered pair, with every statement behind it counted by family', async () => {
    const { edges, attributes } = await view.graph(ALL, 'actors', 10_000);
    const pairs = new Map<string, string[]>();
    for (const { id, speaker, about, addressees } of records.statements)
      for (const target of new Set<string>([...about, ...addressees]))
        pairs.set(`says:${speaker}>${target}`, [
          ...(pairs.get(`says:${speaker}>${target}`) ?? []),
          id,
        ]);
    const says = edges.filter((edge) => edge.attributes.type === 'says');
    expect(keys(says)).toEqual([...pairs.keys()].sort());
    for (const { key, attributes: its } of says) {
      expect([...its.records].sort()).toEqual(pairs.get(key)?.sort());
      const byFamily = { states: 0, commits: 0, confronts: 0 };
      for (const id of its.records) {
        const act = records.statements.find((statement) => statement.id === id)?.act;
        if (act) byFamily[FAMILY_OF_ACT[act]] += 1;
      }
      expect(its.families).toEqual(byFamily);
    }
    expect(attributes.total.statements).toBe(records.statements.length);
  });

  it('counts every statement on its speaker, also one that concerns nobody', async () => {
    const { nodes } = await view.graph(ALL, 'actors', 10_000);
    for (const { key, attributes } of nodes) {
      if (attributes.type !== 'actor' || !('said' in attributes)) continue;
      expect(attributes.said).toBe(records.statements.filter((it) => it.speaker === key).length);
    }
  });

  it('has every agreement, event and relation, tied to each of its actors', async () => {
    const { nodes, edges } = await view.graph(ALL, 'actors', 10_000);
    const ofType = (type: string) => keys(nodes.filter((node) => node.attributes.type === type));
    expect(ofType('agreement')).toEqual(keys(records.agreements.map(({ id }) => ({ key: id }))));
    expect(ofType('event')).toEqual(keys(records.events.map(({ id }) => ({ key: id }))));
    const between = (type: string) => edges.filter((edge) => edge.attributes.type === type);
    expect(keys(between('relation'))).toEqual(records.relations.map(({ id }) => id).sort());
    expect(between('party')).toHaveLength(records.agreements.flatMap((it) => it.parties).length);
    expect(between('signed')).toHaveLength(
      records.agreements.flatMap((it) => it.signatories).length,
    );
    expect(between('took-part')).toHaveLength(
      records.events.flatMap((it) => it.participants).length,
    );
  });

  it('puts every node in a place of its own', async () => {
    for (const level of ['actors', 'statements'] as const) {
      const { nodes } = await view.graph(ALL, level, 10_000);
      const places = nodes.map(({ attributes: { x, y } }) => `${x},${y}`);
      expect(new Set(places).size).toBe(nodes.length);
    }
  });
});

describe('places', () => {
  it('are the same for the same record in another store', async () => {
    const other = await openTemporaryStore();
    await other.loadSample(loadRecords());
    const [here, there] = [view, new GraphView(other)].map((it) => it.graph(ALL, 'actors', 10_000));
    expect((await there)?.nodes).toEqual((await here)?.nodes);
    await other.close();
  });

  it('stay under a filter, under a limit, and when new actors come', async () => {
    const grown = await openTemporaryStore();
    await grown.loadSample(loadRecords());
    const its = new GraphView(grown);
    const before = await its.graph(ALL, 'actors', 10_000);
    const place = new Map(
      before.nodes.map(({ key, attributes: { x, y } }) => [key as string, { x, y }]),
    );
    const query: ResolvedQuery = term({ key: 'act', value: 'accusation' });
    const [statement] = records.statements;
    const [actor] = records.actors;
    if (!statement || !actor) throw new Error('the sample is empty');
    const newcomer = { ...actor, id: 'actor:newcomer' as const, name: 'Newcomer', aliases: [] };
    const smaller = [await its.graph(query, 'actors', 10_000), await its.graph(ALL, 'actors', 20)];
    await grown.write({
      put: { actors: [newcomer], statements: [{ ...statement, about: [newcomer.id] }] },
    });
    const after = await its.graph(ALL, 'actors', 10_000);
    expect(after.nodes.map(({ key }) => key)).toContain(newcomer.id);
    for (const { nodes } of [...smaller, after])
      for (const { key, attributes } of nodes)
        if (place.has(key)) expect({ x: attributes.x, y: attributes.y }).toEqual(place.get(key));
    expect((await grown.positions()).has(newcomer.id)).toBe(true);
    await grown.close();
  });

  it('stay when the record changes while they are being kept', async () => {
    const grown = await openTemporaryStore();
    onTestFinished(() => grown.close());
    await grown.loadSample(loadRecords());
    const its = new GraphView(grown);
    const [actor] = records.actors;
    const [statement] = records.statements;
    const newcomer = { ...actor!, id: 'actor:newcomer' as const, name: 'Newcomer', aliases: [] };
    let after: Promise<GraphReply> | null = null;
    const keep = grown.savePositions.bind(grown);
    vi.spyOn(grown, 'savePositions').mockImplementationOnce(async (positions) => {
      // The write and the next look fall into the time that keeping takes.
      await grown.write({
        put: { actors: [newcomer], statements: [{ ...statement!, about: [newcomer.id] }] },
      });
      after = its.graph(ALL, 'actors', 10_000);
      await Promise.race([after, new Promise((resolve) => setTimeout(resolve, 300))]);
      await keep(positions);
    });
    const placesOf = ({ nodes }: GraphReply) =>
      new Map(nodes.map(({ key, attributes: { x, y } }) => [key as string, { x, y }]));
    const before = placesOf(await its.graph(ALL, 'actors', 10_000));
    const grownPlaces = placesOf((await after)!);
    expect(grownPlaces.has(newcomer.id)).toBe(true);
    expect(Object.fromEntries(grownPlaces)).toMatchObject(Object.fromEntries(before));
    const kept = await grown.positions();
    for (const [key, place] of grownPlaces) expect(kept.get(key)).toEqual(place);
  });
});

describe('a limit', () => {
  it('leaves out the least tied, counts them and says why', async () => {
    const whole = await view.graph(ALL, 'actors', 10_000);
    expect(whole.attributes).toMatchObject({ omitted: { nodes: 0, edges: 0 }, reason: null });
    const part = await view.graph(ALL, 'actors', 10);
    const { total, omitted, reason } = part.attributes;
    expect(total).toEqual(whole.attributes.total);
    expect(part.nodes.length).toBe(10);
    expect(part.nodes.length + omitted.nodes).toBe(total.nodes);
    expect(part.edges.length + omitted.edges).toBe(total.edges);
    expect(part.edges.length).toBeLessThanOrEqual(30);
    expect(reason).toContain('limit=10');
  });
});

describe('a filter', () => {
  it('shows the statements that match and the claims that can', async () => {
    const [agreement] = records.agreements;
    const party = agreement?.parties[0] ?? '';
    const query: ResolvedQuery = term({ key: 'actor', ids: [party] });
    const { nodes, attributes } = await view.graph(query, 'actors', 10_000);
    expect(attributes.total.statements).toBe((await store.statementIds(query)).length);
    const expected = records.agreements.filter((it) =>
      [...it.parties, ...it.signatories].some((id) => id === party),
    );
    const shown = nodes.filter((node) => node.attributes.type === 'agreement');
    expect(keys(shown)).toEqual(expected.map(({ id }) => id).sort());
  });

  it('and its opposite share out the claims', async () => {
    const query: ResolvedQuery = term({ key: 'said', from: '2022-11-01', to: null });
    const claims = async (asked: ResolvedQuery) =>
      keys(
        (await view.graph(asked, 'actors', 10_000)).nodes.filter(
          ({ attributes: { type } }) => type === 'event' || type === 'agreement',
        ),
      );
    const [inside, outside] = [await claims(query), await claims(not(query))];
    expect(inside.length).toBeGreaterThan(0);
    expect([...inside, ...outside].sort()).toEqual(
      [...records.events, ...records.agreements].map(({ id }) => id as string).sort(),
    );
  });

  it('that nothing matches gives an empty graph', async () => {
    const nobody: ResolvedQuery = term({ key: 'speaker', ids: [] });
    const { nodes, edges, attributes } = await view.graph(nobody, 'actors', 10_000);
    expect([nodes, edges, attributes.total.nodes]).toEqual([[], [], 0]);
  });
});

describe('a neighbourhood', () => {
  it('is everyone within so many steps, an agreement or event being no step', async () => {
    const { nodes, edges } = await view.graph(ALL, 'actors', 10_000);
    const type = new Map(nodes.map(({ key, attributes }) => [key as string, attributes.type]));
    const neighbours = (key: string) =>
      edges.flatMap(({ source, target }) =>
        source === key ? [target] : target === key ? [source] : [],
      );
    const within = (centre: string, hops: number): Set<string> => {
      const reached = new Set([centre]);
      for (let hop = 0; hop < hops; hop += 1) {
        const actors = [...reached].filter((key) => type.get(key) === 'actor');
        for (const key of actors.flatMap(neighbours)) {
          reached.add(key);
          if (type.get(key) !== 'actor') neighbours(key).forEach((member) => reached.add(member));
        }
      }
      return reached;
    };
    const centre = records.agreements[0]?.parties[0] ?? '';
    for (const hops of [1, 2, 3]) {
      const ego = await view.neighbourhood(centre, hops, ALL, 10_000);
      expect(keys(ego.nodes)).toEqual([...within(centre, hops)].sort());
    }
  });

  it('at the level of statements holds what the actor said and what was said of it', async () => {
    const centre = records.statements[0]?.speaker ?? '';
    const ego = await view.neighbourhood(centre, 1, ALL, 10_000, 'statements');
    const own = records.statements.filter(({ speaker, about, addressees }) =>
      [speaker, ...about, ...addressees].includes(centre as never),
    );
    const shown = new Set<string>(keys(ego.nodes));
    expect(own.filter(({ id }) => !shown.has(id))).toEqual([]);
    expect(ego.edges.some(({ attributes }) => attributes.type === 'says')).toBe(false);
    const nodes = ego.nodes.filter(({ attributes }) => attributes.type === 'statement');
    expect(ego.attributes.total.statements).toBe(nodes.length);
  });

  it('cut short keeps those nearest, each tied to the middle through others kept', async () => {
    const [centre] = [...records.actors].sort(
      (a, b) => saidOf(b.id).length - saidOf(a.id).length || (a.id < b.id ? -1 : 1),
    );
    for (const level of ['actors', 'statements'] as const)
      for (const limit of [1, 2, 5, 12, 25, 60]) {
        const ego = await view.neighbourhood(centre?.id ?? '', 2, ALL, limit, level);
        const { total, omitted, reason } = ego.attributes;
        expect(ego.nodes.length).toBeLessThanOrEqual(limit);
        expect(ego.nodes.length + omitted.nodes).toBe(total.nodes);
        expect(ego.edges.length + omitted.edges).toBe(total.edges);
        expect(reason).toContain(`limit=${limit}`);
        const reached = new Set([centre?.id as string]);
        for (const _ of ego.nodes)
          for (const { source, target } of ego.edges)
            if (reached.has(source) || reached.has(target)) reached.add(source).add(target);
        expect([...reached].sort()).toEqual(keys(ego.nodes));
      }
  });

  it('has the actors whom the finder of paths finds within reach, under any filter', async () => {
    const finder = new PathFinder(store);
    const centre = records.statements[0]?.speaker ?? 'actor:nobody';
    const query: ResolvedQuery = term({ key: 'act', value: 'accusation' });
    const kinds = ['about', 'addressee'] as const;
    const matching = await store.statementIds(query);
    for (const [asked, ids] of [
      [query, matching],
      [not(query), (await store.statementIds(ALL)).filter((id) => !matching.includes(id))],
    ] as const) {
      const only = and<ResolvedTerm>(asked, term({ key: 'mode', value: 'direct' }));
      const direct = await store.statementIds(term({ key: 'mode', value: 'direct' }));
      const standing = ids.filter((id) => direct.includes(id));
      const ego = await view.neighbourhood(centre, 2, only, 10_000);
      const within = await finder.within({
        ...{ of: centre, hops: 2, kinds: [...kinds] },
        records: standing,
      });
      const actors = ego.nodes.filter(({ attributes }) => attributes.type === 'actor');
      expect(keys(actors)).toEqual([...within].sort());
    }
  });

  it('of an actor that a filter leaves without ties is that actor alone', async () => {
    const nobody: ResolvedQuery = term({ key: 'speaker', ids: [] });
    const centre = records.actors[0]?.id ?? '';
    const { nodes, edges } = await view.neighbourhood(centre, 2, nobody, 10);
    expect([keys(nodes), edges]).toEqual([[centre], []]);
  });
});
