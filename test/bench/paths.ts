import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { PathsRequest, type PathsAsked } from '../../server/contract/index.ts';
import {
  degree,
  egoNetwork,
  PathFinder,
  PathSolver,
  readAdjacency,
  type Adjacency,
} from '../../server/query/paths/index.ts';
import { openReadOnlyStore } from '../../server/store/sqlite/index.ts';
import { benchRecord } from './generate.ts';
import { seeded } from './random.ts';
import type { BenchOptions } from './main.ts';

const QUESTIONS = 200;
const SEED = 4870;

interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

function timing(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 };
}

/** Milliseconds of each call, the first ones left out while the compiler warms up. */
function timed<T>(items: readonly T[], deed: (item: T) => unknown): Timing {
  for (const item of items.slice(0, 20)) deed(item);
  return timing(
    items.map((item) => {
      const started = performance.now();
      deed(item);
      return performance.now() - started;
    }),
  );
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);

function line(name: string, { p50, p95, most }: Timing, peer: Timing | null, aim: string): void {
  const figures = `p50 ${ms(p50)}  p95 ${ms(p95)}  most ${ms(most)} ms`;
  const ratio =
    peer === null
      ? ''
      : `  peer p50 ${ms(peer.p50)} p95 ${ms(peer.p95)}, ratio ${(p95 / peer.p95).toFixed(2)}`;
  console.log(`  ${name.padEnd(38)}${figures}${ratio}${aim === '' ? '' : `  (aim ${aim})`}`);
}

/** Pairs of actors with ties, drawn evenly, so most are no hubs. */
function pairsOf(graph: Adjacency): { from: `actor:${string}`; to: `actor:${string}` }[] {
  const random = seeded(SEED);
  const draw = () => graph.ids[Math.floor(random() * graph.ids.length)] as `actor:${string}`;
  return Array.from({ length: QUESTIONS }, () => {
    const from = draw();
    let to = draw();
    while (to === from) to = draw();
    return { from, to };
  });
}

/** The same graph without its ties, as graphology holds it. */
function peerGraph(graph: Adjacency): UndirectedGraph {
  const peer = new UndirectedGraph();
  for (const id of graph.ids) peer.addNode(id);
  graph.ids.forEach((id, node) => {
    for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at += 1) {
      const neighbour = graph.neighbours[at] ?? 0;
      if (neighbour > node) peer.addEdge(id, graph.ids[neighbour]);
    }
  });
  return peer;
}

function searches(graph: Adjacency, peer: UndirectedGraph): void {
  const solver = new PathSolver(graph);
  const pairs = pairsOf(graph);
  const ask = (rest: Partial<PathsAsked>) => (pair: (typeof pairs)[number]) =>
    solver.solve(PathsRequest.parse({ max: 6, ...pair, ...rest }));
  const theirs = timed(pairs, ({ from, to }) => bidirectional(peer, from, to));
  const period = { from: '2020-01-01', to: '2020-12-31' };
  line('shortest, plain', timed(pairs, ask({ discountHubs: false })), theirs, 'p95 5 ms');
  line('shortest, hubs discounted', timed(pairs, ask({})), theirs, 'p95 5 ms');
  line('k = 10, plain', timed(pairs, ask({ k: 10, discountHubs: false })), null, 'p95 100 ms');
  line('k = 10, hubs discounted', timed(pairs, ask({ k: 10 })), null, 'p95 100 ms');
  line('k = 10, discounted, one year', timed(pairs, ask({ k: 10, period })), null, '');
  line(
    'k = 10, discounted, accusations',
    timed(pairs, ask({ k: 10, acts: ['accusation'] })),
    null,
    '',
  );
  line('shortest in time', timed(pairs.slice(0, 40), ask({ inTime: true })), null, '');
  const through = [graph.ids[Math.floor(graph.ids.length / 2)] as `actor:${string}`];
  line('shortest through one actor', timed(pairs.slice(0, 40), ask({ through })), null, '');
}

function neighbourhoods(graph: Adjacency): void {
  const hub = graph.ids.reduce(
    (most, _, node) => (degree(graph, node) > degree(graph, most) ? node : most),
    0,
  );
  const ordinary = pairsOf(graph)
    .slice(0, 40)
    .map(({ from }) => from);
  const base = { kinds: PathsRequest.shape.kinds.parse(undefined), acts: null, records: null };
  for (const hops of [1, 2, 3]) {
    const ego = (period: { from: string; to: string } | null) => (of: `actor:${string}`) =>
      egoNetwork(graph, { ...base, period, of, hops, limit: 500 });
    const year = { from: '2020-01-01', to: '2020-12-31' };
    line(`${hops} hops, ordinary`, timed(ordinary, ego(null)), null, '');
    line(`${hops} hops, ordinary, one year`, timed(ordinary, ego(year)), null, '');
    const hubs = Array.from({ length: 10 }, () => graph.ids[hub] as `actor:${string}`);
    line(`${hops} hops, hub of degree ${degree(graph, hub)}`, timed(hubs, ego(null)), null, '');
  }
}

/** Paths and neighbourhoods on the adjacency, beside graphology on the same graph. */
export async function run({ size }: BenchOptions): Promise<void> {
  const record = await benchRecord(size);
  const store = await openReadOnlyStore(record.dataDir);
  try {
    const before = process.memoryUsage().arrayBuffers;
    const started = performance.now();
    const graph = await readAdjacency(store);
    const seconds = (performance.now() - started) / 1000;
    const held = (process.memoryUsage().arrayBuffers - before) / 2 ** 20;
    const { length: ties } = graph.ties.kind;
    console.log(
      `  ${size} statements: ${graph.ids.length} actors, ${ties} ties in ${graph.kindsOfPair.length} pairs, ` +
        `read in ${seconds.toFixed(1)} s, ${held.toFixed(0)} MB of arrays`,
    );
    searches(graph, peerGraph(graph));
    neighbourhoods(graph);
    const finder = new PathFinder(store);
    await finder.warm();
  } finally {
    await store.close();
  }
}
