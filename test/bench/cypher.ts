import type Sqlite from 'better-sqlite3';
import { Database } from '../../server/store/sqlite/driver.ts';
import { runQuery } from '../../server/query/cypher/engine.ts';
import { StoreGraph } from '../../server/query/cypher/store-graph.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { openRecordGraph } from '../../server/store/sqlite/graph.ts';
import { inMemory, WALKS } from './cypher-graphology.ts';
import { benchRecord } from './generate.ts';
import type { BenchOptions } from './main.ts';

interface Pattern {
  readonly name: string;
  readonly cypher: string;
  /** What a person would write by hand for the same rows on the same file. */
  readonly sql: string;
  /** Leaves out the largest hubs, on which either side takes minutes. */
  readonly withoutHubs?: boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    name: 'latest statements of a speaker',
    cypher: `MATCH (a:Actor {id: $id})-[:MADE]->(s:Statement)
      RETURN s.id AS id, s.said AS said ORDER BY said DESC, id LIMIT 20`,
    sql: `SELECT s.id, s.said FROM actors a JOIN statements s ON s.speaker = a.key
      WHERE a.id = $id AND s.live = 1 ORDER BY s.said IS NULL DESC, s.said DESC, s.id LIMIT 20`,
  },
  {
    name: 'whom a speaker talks about',
    cypher: `MATCH (a:Actor {id: $id})-[:MADE]->(s)-[:ABOUT]->(b)
      RETURN b.id AS id, count(*) AS c ORDER BY c DESC LIMIT 10`,
    sql: `SELECT b.id, count(*) AS c FROM actors a JOIN statements s ON s.speaker = a.key
      JOIN about t ON t.statement = s.key JOIN actors b ON b.key = t.actor
      WHERE a.id = $id AND s.live = 1 GROUP BY b.id ORDER BY c DESC LIMIT 10`,
  },
  {
    name: 'who talks about an actor',
    cypher: `MATCH (b:Actor)-[:MADE]->(s)-[:ABOUT]->(a:Actor {id: $id})
      RETURN b.id AS id, count(*) AS c ORDER BY c DESC LIMIT 10`,
    sql: `SELECT b.id, count(*) AS c FROM actors a JOIN about t ON t.actor = a.key
      JOIN statements s ON s.key = t.statement JOIN actors b ON b.key = s.speaker
      WHERE a.id = $id AND s.live = 1 GROUP BY b.id ORDER BY c DESC LIMIT 10`,
  },
  {
    name: 'mutual mention',
    cypher: `MATCH (a:Actor {id: $id})-[:MADE]->(s)-[:ABOUT]->(b)-[:MADE]->(t)-[:ABOUT]->(a)
      RETURN count(DISTINCT b) AS c`,
    sql: `SELECT count(DISTINCT s2.speaker) FROM actors a JOIN statements s ON s.speaker = a.key
      JOIN about t ON t.statement = s.key JOIN statements s2 ON s2.speaker = t.actor
      JOIN about t2 ON t2.statement = s2.key AND t2.actor = a.key
      WHERE a.id = $id AND s.live = 1 AND s2.live = 1
        AND NOT (t.statement = t2.statement AND t.ord = t2.ord) AND s.key <> s2.key`,
    withoutHubs: true,
  },
  {
    name: 'acts of a speaker',
    cypher: `MATCH (a:Actor {id: $id})-[:MADE]->(s)
      RETURN s.act AS act, count(*) AS c ORDER BY c DESC`,
    sql: `SELECT s.act, count(*) AS c FROM actors a JOIN statements s ON s.speaker = a.key
      WHERE a.id = $id AND s.live = 1 GROUP BY s.act ORDER BY c DESC`,
  },
  {
    name: 'outlets that carry a speaker',
    cypher: `MATCH (a:Actor {id: $id})-[:MADE]->(s)-[:REPORTED_IN]->(d)-[:PUBLISHED_BY]->(o)
      RETURN o.id AS id, count(DISTINCT s) AS c ORDER BY c DESC LIMIT 10`,
    sql: `SELECT o.id, count(DISTINCT s.key) AS c FROM actors a JOIN statements s ON s.speaker = a.key
      JOIN reports r ON r.statement = s.key JOIN documents d ON d.key = r.document
      JOIN actors o ON o.key = d.outlet
      WHERE a.id = $id AND s.live = 1 GROUP BY o.id ORDER BY c DESC LIMIT 10`,
  },
  {
    name: 'what was said in a year',
    cypher: `MATCH (a:Actor {id: $id})-[:MADE]->(s)-[:ABOUT]->(b)
      WHERE s.said >= '2020' AND s.said < '2021' RETURN s.id AS id, b.name AS name`,
    sql: `SELECT s.id, b.name FROM actors a JOIN statements s ON s.speaker = a.key
      JOIN about t ON t.statement = s.key JOIN actors b ON b.key = t.actor
      WHERE a.id = $id AND s.live = 1 AND s.said >= '2020' AND s.said < '2021'`,
  },
  {
    name: 'relations of an actor',
    cypher: `MATCH (a:Actor {id: $id})-[r:ALLY_OF|SUPPORTS|OPPOSES]->(b)
      RETURN r.id AS id, b.name AS name`,
    sql: `SELECT r.id, b.name FROM actors a JOIN relations r ON r.from_actor = a.key
      JOIN actors b ON b.key = r.to_actor
      WHERE a.id = $id AND r.live = 1 AND r.kind IN ('ally-of', 'supports', 'opposes')`,
  },
  {
    name: 'parties to the same agreements',
    cypher: `MATCH (a:Actor {id: $id})-[:PARTY_TO]->(g)<-[:PARTY_TO]-(b)
      RETURN b.id AS id, count(*) AS c ORDER BY c DESC LIMIT 10`,
    sql: `SELECT b.id, count(*) AS c FROM actors a JOIN agreement_actors p ON p.actor = a.key
      JOIN agreement_actors q ON q.agreement = p.agreement JOIN actors b ON b.key = q.actor
      WHERE a.id = $id AND p.live = 1 AND p.role = 'party' AND q.role = 'party'
        AND q.ord <> p.ord GROUP BY b.id ORDER BY c DESC LIMIT 10`,
  },
  {
    name: 'who took part with an actor',
    cypher: `MATCH (a:Actor {id: $id})-[:TOOK_PART]->(e:Event)<-[r:TOOK_PART]-(b)
      RETURN e.id AS id, r.role AS role, b.name AS name`,
    sql: `SELECT e.id, q.role, b.name FROM actors a JOIN participants p ON p.actor = a.key
      JOIN events e ON e.key = p.event JOIN participants q ON q.event = e.key
      JOIN actors b ON b.key = q.actor
      WHERE a.id = $id AND p.live = 1 AND q.ord <> p.ord`,
  },
];

const ACTORS = ['actor:n0', 'actor:n3', 'actor:n20', 'actor:n100', 'actor:n1000', 'actor:n20000'];
/** Milliseconds of processor time that one engine is given for one case. */
const BUDGET_MS = 100;
/** Milliseconds that a batch of runs lasts at least, so that what is measured is not the clock. */
const BATCH_MS = 3;
const MOST_ROUNDS = 15;
const LEAST_ROUNDS = 3;

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Milliseconds of processor time, which other processes leave alone. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Gives the number of rows of the answer for an actor. */
type Ask = (id: string) => number;

/** Milliseconds a run, one for each actor; and those of the very first run. */
interface Times {
  readonly runs: number[];
  readonly first: number[];
}

const newTimes = (): Times => ({ runs: [], first: [] });

/**
 * All engines on one actor: the same rows, then batches of runs in turns, of which the first round
 * is not counted. An engine's time is the median of its batches.
 */
function measure(name: string, asks: readonly Ask[], times: readonly Times[], id: string): void {
  const counts: number[] = [];
  asks.forEach((ask, i) => times[i]?.first.push(processorTime(() => counts.push(ask(id)))));
  if (new Set(counts).size > 1) throw new Error(`${name}: rows differ for ${id}: ${counts}`);
  const longest = Math.max(...asks.map((ask) => processorTime(() => ask(id))));
  const size = Math.max(1, Math.ceil(BATCH_MS / Math.max(longest, 0.005)));
  const fitting = Math.ceil(BUDGET_MS / (size * Math.max(longest, 0.005)));
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, fitting));
  const batches: number[][] = asks.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    asks.forEach((ask, i) => {
      const spent = processorTime(() => {
        for (let run = 0; run < size; run += 1) ask(id);
      });
      if (round > 0) batches[i]?.push(spent / size);
    });
  }
  times.forEach(({ runs }, i) => runs.push(quantile(batches[i] ?? [], 0.5)));
}

const both = (times: readonly number[]) => [0.5, 0.95].map((share) => quantile(times, share));
/** Of the p50, of the p95, and the worst of any actor. */
const ratios = (ours: readonly number[], peer: readonly number[]) => {
  const over = (ms: number, other = 0) => ms / Math.max(other, 0.0001);
  const each = ours.map((ms, i) => over(ms, peer[i]));
  return [...both(ours).map((ms, i) => over(ms, both(peer)[i])), Math.max(...each)];
};

interface Result {
  readonly name: string;
  readonly cypher: Times;
  readonly sql: Times;
  readonly walk: Times;
}

function line({ name, cypher, sql, walk }: Result): string {
  const show = ({ runs }: Times) => (runs.length === 0 ? '-' : shown(both(runs), 3));
  const against = ({ runs }: Times) => {
    return runs.length === 0 ? '-' : shown(ratios(cypher.runs, runs), 2);
  };
  const cells = [show(cypher), show(sql), against(sql), show(walk), against(walk)];
  const widths = [17, 17, 16, 17, 20];
  const table = cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('');
  return `${name.padEnd(32)}${table}${shown(both(cypher.first), 1).padStart(14)}`;
}

function shown(numbers: readonly number[], digits: number): string {
  return numbers.map((number) => number.toFixed(digits)).join('/');
}

/**
 * Ten anchored Cypher patterns beside hand-written SQL on the same file, in the same process, the
 * rows of both compared; then beside hand-written walks over graphology in memory, which is loaded
 * only afterwards, because a heap of gigabytes slows down whoever shares it. Processor time in ms,
 * p50/p95 over actors from hubs to leaves, and the worst ratio of any of them. Warm: the SQL is prepared once, the Cypher is text each
 * time, whose plan is kept; `first` is its first run for each actor, which for the first of them
 * parses, checks, plans and prepares.
 */
export async function run({ size }: BenchOptions): Promise<void> {
  const { dataDir, path } = await benchRecord(size);
  const record = openRecordGraph(dataDir);
  const graph = new StoreGraph(record);
  const database = new Database(path, { readonly: true });
  database.pragma('cache_size = -65536');
  database.pragma('mmap_size = 1073741824');
  const keys = database.prepare<[string], number>('SELECT key FROM actors WHERE id = ?').pluck();
  const known = ACTORS.filter((id) => keys.get(id));
  const actorsOf = ({ withoutHubs }: Pattern) => (withoutHubs ? known.slice(-3) : known);
  const results = PATTERNS.map((pattern): Result => {
    const statement = database.prepare(pattern.sql).raw();
    const asks: Ask[] = [
      (id) => countRows(pattern.cypher, graph, id),
      (id) => statement.all({ id }).length,
    ];
    const [cypher, sql] = [newTimes(), newTimes()];
    for (const id of actorsOf(pattern)) measure(pattern.name, asks, [cypher, sql], id);
    return { name: pattern.name, cypher, sql, walk: newTimes() };
  });
  addWalks(
    database,
    results,
    (pattern) => actorsOf(pattern),
    graph,
    (id) => `a${keys.get(id)}`,
  );
  console.log(
    `${'processor ms, p50/p95'.padEnd(32)}${'cypher'.padStart(17)}${'sql'.padStart(17)}` +
      `${'ratio, worst'.padStart(16)}${'graphology'.padStart(17)}${'ratio, worst'.padStart(20)}` +
      `${'first'.padStart(14)}`,
  );
  for (const result of results) console.log(line(result));
  database.close();
  record.close();
}

/** The same patterns walked in memory, where the record fits into it. */
function addWalks(
  database: Sqlite.Database,
  results: readonly Result[],
  actorsOf: (pattern: Pattern) => readonly string[],
  graph: StoreGraph,
  nodeOf: (id: string) => string,
): void {
  const started = performance.now();
  const memory = inMemory(database);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (!memory) {
    console.log(
      'graphology: the statements do not fit into this heap; give node a larger one ' +
        '(NODE_OPTIONS=--max-old-space-size=8192) or a smaller --size',
    );
    return;
  }
  console.log(`graphology: ${memory.order} nodes, ${memory.size} edges, loaded in ${seconds} s`);
  PATTERNS.forEach((pattern, i) => {
    const walk = WALKS[pattern.name];
    const times = results[i]?.walk;
    if (!walk || !times) return;
    for (const id of actorsOf(pattern)) {
      const rows = countRows(pattern.cypher, graph, id);
      const ask: Ask = (actor) => walk(memory, nodeOf(actor));
      if (ask(id) !== rows) throw new Error(`${pattern.name}: rows differ for ${id}`);
      measure(pattern.name, [ask], [times], id);
    }
  });
}

function countRows(cypher: string, graph: StoreGraph, id: string): number {
  const parameters = new Map<string, Value>([['id', id]]);
  return [...runQuery(cypher, graph, { parameters }).rows].length;
}
