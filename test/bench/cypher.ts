import Database from 'better-sqlite3';
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
/** Milliseconds of processor time that one engine is given for one case, and most runs in it. */
const BUDGET_MS = 60;
const MOST_RUNS = 60;

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

interface Engine {
  readonly rows: (id: string) => number;
  /** One time for each case: the median of its runs. */
  readonly times: number[];
}

/** All engines on one case: the same rows, then runs in turns. */
function measure(name: string, engines: readonly Engine[], id: string): void {
  const counts = engines.map(({ rows }) => rows(id));
  if (new Set(counts).size > 1) throw new Error(`${name}: rows differ for ${id}: ${counts}`);
  const first = Math.max(...engines.map(({ rows }) => processorTime(() => rows(id))));
  const runs = Math.max(3, Math.min(MOST_RUNS, Math.ceil(BUDGET_MS / Math.max(first, 0.01))));
  const times: number[][] = engines.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    engines.forEach(({ rows }, i) => times[i]?.push(processorTime(() => rows(id))));
  }
  engines.forEach((engine, i) => engine.times.push(quantile(times[i] ?? [], 0.5)));
}

function line(name: string, [cypher, ...peers]: readonly Engine[]): string {
  const both = ({ times }: Engine) => [0.5, 0.95].map((share) => quantile(times, share));
  const show = (engine: Engine) =>
    both(engine)
      .map((ms) => ms.toFixed(2))
      .join('/');
  const ours = cypher ? both(cypher) : [];
  const cells = peers.map((peer) => {
    const ratio = both(peer).map((ms, i) => ((ours[i] ?? 0) / Math.max(ms, 0.001)).toFixed(2));
    return `${show(peer).padStart(18)}${ratio.join('/').padStart(12)}`;
  });
  return `${name.padEnd(32)}${cypher ? show(cypher).padStart(18) : ''}${cells.join('')}`;
}

/**
 * Ten anchored Cypher patterns beside hand-written SQL on the same file and beside hand-written
 * walks over graphology in memory: processor time in ms, p50/p95 over actors from hubs to leaves.
 */
export async function run({ size }: BenchOptions): Promise<void> {
  const { dataDir, path } = await benchRecord(size);
  const record = openRecordGraph(dataDir);
  const graph = new StoreGraph(record);
  const database = new Database(path, { readonly: true });
  database.pragma('cache_size = -65536');
  database.pragma('mmap_size = 1073741824');
  const started = performance.now();
  const memory = inMemory(database);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    memory
      ? `graphology: ${memory.order} nodes, ${memory.size} edges, loaded in ${seconds} s`
      : `graphology: ${size} statements do not fit into this heap; give node a larger one ` +
          '(NODE_OPTIONS=--max-old-space-size=8192) or a smaller --size',
  );
  console.log(
    `${'processor ms, p50/p95'.padEnd(32)}${'cypher'.padStart(18)}${'sql'.padStart(18)}` +
      `${'ratio'.padStart(12)}${memory ? 'graphology'.padStart(18) + 'ratio'.padStart(12) : ''}`,
  );
  const keys = database.prepare<[string], number>('SELECT key FROM actors WHERE id = ?').pluck();
  for (const { name, cypher, sql, withoutHubs } of PATTERNS) {
    const statement = database.prepare(sql).raw();
    const walk = WALKS[name];
    const engines: Engine[] = [
      { rows: (id) => countRows(cypher, graph, id), times: [] },
      { rows: (id) => statement.all({ id }).length, times: [] },
    ];
    if (memory && walk) {
      engines.push({ rows: (id) => walk(memory, `a${keys.get(id)}`), times: [] });
    }
    const known = (withoutHubs ? ACTORS.slice(-3) : ACTORS).filter((id) => keys.get(id));
    for (const id of known) measure(name, engines, id);
    console.log(line(name, engines));
  }
  database.close();
  record.close();
}

function countRows(cypher: string, graph: StoreGraph, id: string): number {
  const parameters = new Map<string, Value>([['id', id]]);
  return [...runQuery(cypher, graph, { parameters }).rows].length;
}
