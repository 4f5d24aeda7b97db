import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../server/store/sqlite/driver.ts';
import { UndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import {
  PathsRequest,
  type NeighbourhoodAsked,
  NeighbourhoodRequest,
  randomSource,
  type PathsAsked,
} from '../../server/contract/index.ts';
import {
  egoNetwork,
  PathFinder,
  PathSolver,
  readAdjacency,
  type Adjacency,
} from '../../server/query/paths/index.ts';
import {
  createSqliteStore,
  openReadOnlyStore,
  RECORD_FILE,
} from '../../server/store/sqlite/index.ts';
import { benchRecord } from './generate.ts';
import type { BenchOptions } from './main.ts';
import { timed, type Timing } from './measure.ts';
import { PathsBySql } from './paths-sql.ts';
import { pick } from './random.ts';

const QUESTIONS = 200;
/** Asked of what takes longer, and of SQL. */
const FEWER = 40;
const SEED = 4870;

type ActorId = `actor:${string}`;
interface Pair {
  readonly from: ActorId;
  readonly to: ActorId;
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const figures = ({ p50, p95, cpu95 }: Timing) => `${ms(p50)}/${ms(p95)} (cpu ${ms(cpu95)})`;

interface Beside {
  readonly sql?: Timing;
  readonly graphology?: Timing;
  readonly note?: string;
}

/** p50/p95 by the clock and p95 of processor time, ms; ratios are of the p95 of processor time. */
function line(name: string, ours: Timing, { sql, graphology, note = '' }: Beside = {}): void {
  const peer = (what: string, theirs?: Timing) =>
    theirs ? `  ${what} ${figures(theirs)} ratio ${(ours.cpu95 / theirs.cpu95).toFixed(2)}` : '';
  const peers = peer('SQL', sql) + peer('graphology', graphology);
  console.log(`  ${name.padEnd(40)}${figures(ours)}${peers}${note === '' ? '' : `  ${note}`}`);
}

/** Pairs of actors with ties, drawn evenly, so most are no hubs. */
function pairsOf({ ids }: Adjacency): Pair[] {
  const random = randomSource(SEED);
  const draw = () => pick(random, ids) as ActorId;
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
  const { one, other } = graph.ends;
  for (let pair = 0; pair < graph.ties.length; pair += 1)
    peer.addEdge(graph.ids[one.values[pair] ?? 0], graph.ids[other.values[pair] ?? 0]);
  return peer;
}

async function searches(graph: Adjacency, sql: PathsBySql, peer: UndirectedGraph): Promise<void> {
  const solver = new PathSolver(graph);
  const pairs = pairsOf(graph);
  const fewer = pairs.slice(0, FEWER);
  let stopped = 0;
  const ask = (rest: Partial<PathsAsked>) => (pair: Pair) => {
    const solution = solver.solve(PathsRequest.parse({ max: 6, ...pair, ...rest }));
    stopped += solution?.problem.budget.spent === true ? 1 : 0;
  };
  const measure = async (
    name: string,
    asked: readonly Pair[],
    rest: Partial<PathsAsked>,
    beside: Beside = {},
  ) => {
    for (const pair of asked.slice(0, 10)) ask(rest)(pair);
    stopped = 0;
    const ours = await timed(asked, ask(rest));
    const limit = stopped === 0 ? '' : `${stopped} of ${asked.length} stopped at the limit`;
    line(name, ours, { ...beside, note: [beside.note, limit].filter(Boolean).join('; ') });
  };
  const shortest = {
    sql: await timed(fewer, (pair) => sql.shortest(pair, 6)),
    graphology: await timed(pairs, ({ from, to }) => bidirectional(peer, from, to)),
    note: 'aim p95 5',
  };
  const ten = {
    sql: await timed(fewer.slice(0, 10), (pair) => sql.kShortest(pair, 10)),
    note: 'aim p95 100',
  };
  await measure('shortest, plain', pairs, { discountHubs: false }, shortest);
  await measure('shortest, hubs discounted', pairs, {}, shortest);
  await measure('k = 10, plain', pairs, { k: 10, discountHubs: false }, ten);
  await measure('k = 10, hubs discounted', pairs, { k: 10 }, ten);
  const period = { from: '2020-01-01', to: '2020-12-31' };
  await measure('k = 10, discounted, one year', pairs, { k: 10, period });
  await measure('k = 10, discounted, accusations', pairs, { k: 10, acts: ['accusation'] });
  await measure('shortest in time', pairs, { inTime: true });
  await measure('k = 10 in time', pairs, { inTime: true, k: 10 });
  const through = [graph.ids[Math.floor(graph.size / 2)] as ActorId];
  const leaf = [graph.ids.find((_, node) => graph.degree(node) === 1) as ActorId];
  await measure('shortest through one actor', pairs, { through });
  await measure('k = 10 through one actor', pairs, { through, k: 10 });
  await measure('through an actor with one neighbour', pairs, { through: leaf, k: 10 });
}

/** Everybody within so many steps, as graphology's own calls give it. */
function within(peer: UndirectedGraph, of: string, hops: number): number {
  const seen = new Set([of]);
  let frontier = [of];
  for (let step = 1; step <= hops; step += 1) {
    const next: string[] = [];
    for (const node of frontier)
      peer.forEachNeighbor(node, (neighbour) => {
        if (seen.has(neighbour)) return;
        seen.add(neighbour);
        next.push(neighbour);
      });
    frontier = next;
  }
  return seen.size;
}

async function neighbourhoods(
  graph: Adjacency,
  sql: PathsBySql,
  peer: UndirectedGraph,
): Promise<void> {
  const hub = graph.ids.reduce(
    (most, _, node) => (graph.degree(node) > graph.degree(most) ? node : most),
    0,
  );
  const ordinary = pairsOf(graph).map(({ from }) => from);
  const hubs = Array.from({ length: 5 }, () => graph.ids[hub] as ActorId);
  for (const hops of [1, 2, 3]) {
    const ego = (period: NeighbourhoodAsked['period']) => (of: ActorId) =>
      egoNetwork(graph, NeighbourhoodRequest.parse({ period, of, hops, limit: 500 }));
    const year = { from: '2020-01-01', to: '2020-12-31' };
    for (const [who, asked] of [
      ['ordinary', ordinary.slice(0, 20)],
      [`hub of degree ${graph.degree(hub)}`, hubs],
    ] as const) {
      const beside = {
        sql: await timed(asked.slice(0, 5), (of) => sql.within(of, hops)),
        graphology: await timed(asked, (of) => within(peer, of, hops)),
      };
      line(`${hops} hops, ${who}`, await timed(asked, ego(null)), beside);
    }
    line(`${hops} hops, ordinary, one year`, await timed(ordinary.slice(0, 20), ego(year)));
  }
}

/** One timing of those that timed one run each. */
function together(timings: readonly Timing[]): Timing {
  const share = (of: 'p50' | 'cpu50', part: number) =>
    timings.map((timing) => timing[of]).sort((a, b) => a - b)[Math.floor(part * timings.length)] ??
    0;
  const [p50, p95] = [share('p50', 0.5), share('p50', 0.95)];
  const [cpu50, cpu95] = [share('cpu50', 0.5), share('cpu50', 0.95)];
  return { p50, p95, cpu50, cpu95, runs: timings.length };
}

/** What a question costs straight after a write, on a copy of the record. */
async function afterWrites(path: string, graph: Adjacency): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    copyFileSync(path, join(dataDir, RECORD_FILE));
    const store = await createSqliteStore(dataDir, { columnsFrom: null });
    const finder = new PathFinder(store);
    await finder.warm();
    const pairs = pairsOf(graph).slice(0, FEWER);
    const [first] = await store.statementsById(['stmt:s1']);
    if (first === undefined) throw new Error('the generated record has no statement stmt:s1');
    const { recorded: _recorded, ...statement } = first;
    const random = randomSource(SEED);
    const write = () =>
      store.write({
        put: { statements: [{ ...statement, about: [pick(random, graph.ids) as ActorId] }] },
      });
    const ask = (pair: Pair) => finder.paths({ ...pair, max: 6 });
    await timed(pairs, ask);
    line('a path, nothing written', await timed(pairs, ask));
    const following: Timing[] = [];
    for (const pair of pairs) {
      await write();
      following.push(await timed([pair], ask));
    }
    line('a path straight after one write', together(following));
    await store.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Paths and neighbourhoods on the adjacency, beside SQL on the same file and graphology. */
export async function run({ size }: BenchOptions): Promise<void> {
  const record = await benchRecord(size);
  const store = await openReadOnlyStore(record.dataDir);
  const before = process.memoryUsage().arrayBuffers;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const graph = await readAdjacency(store);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await store.close();
  const held = (process.memoryUsage().arrayBuffers - before) / 2 ** 20;
  console.log(
    `  ${size} statements: ${graph.size} actors, ${graph.ties.cells.kind.length} ties in ${graph.ties.length} pairs, ` +
      `read in ${seconds.toFixed(1)} s (cpu ${((user + system) / 1e6).toFixed(1)}), ${held.toFixed(0)} MB of arrays`,
  );
  console.log('  ms p50/p95 (p95 of processor time, which the ratios compare)');
  const database = new Database(record.path, { readonly: true });
  database.pragma('mmap_size = 1073741824');
  const begun = performance.now();
  const sql = new PathsBySql(database);
  const peer = peerGraph(graph);
  console.log(
    `  SQL's table of ties and graphology's graph made in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  await searches(graph, sql, peer);
  await neighbourhoods(graph, sql, peer);
  database.close();
  await afterWrites(record.path, graph);
}
