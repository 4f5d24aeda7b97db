import Database from 'better-sqlite3';
import { runQuery } from '../../server/query/cypher/engine.ts';
import { StoreGraph } from '../../server/query/cypher/store-graph.ts';
import type { Value } from '../../server/query/cypher/value.ts';
import { openRecordGraph } from '../../server/store/sqlite/graph.ts';
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
const ROUNDS = 3;

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function timed(work: () => number): { ms: number; rows: number } {
  const started = performance.now();
  const rows = work();
  return { ms: performance.now() - started, rows };
}

/** Ten anchored Cypher patterns beside hand-written SQL, in turns, on the same file. */
export async function run({ size }: BenchOptions): Promise<void> {
  const { dataDir, path } = await benchRecord(size);
  const record = openRecordGraph(dataDir);
  const graph = new StoreGraph(record);
  const database = new Database(path, { readonly: true });
  database.pragma('cache_size = -65536');
  database.pragma('mmap_size = 1073741824');
  console.log(
    `${'pattern'.padEnd(34)}${'cypher p50/p95'.padStart(18)}${'sql p50/p95'.padStart(18)}  ratio p50/p95`,
  );
  for (const pattern of PATTERNS) {
    const ours: number[] = [];
    const theirs: number[] = [];
    const statement = database.prepare(pattern.sql).raw();
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const id of pattern.withoutHubs ? ACTORS.slice(-3) : ACTORS) {
        const parameters = new Map<string, Value>([['id', id]]);
        const cypher = timed(
          () => [...runQuery(pattern.cypher, graph, { parameters }).rows].length,
        );
        const sql = timed(() => statement.all({ id }).length);
        if (cypher.rows !== sql.rows) throw new Error(`${pattern.name}: rows differ for ${id}`);
        if (round === 0) continue;
        ours.push(cypher.ms);
        theirs.push(sql.ms);
      }
    }
    const [p50, p95] = [0.5, 0.95].map((share) => [quantile(ours, share), quantile(theirs, share)]);
    const shown = (pair: readonly number[], i: number) => (pair[i] ?? 0).toFixed(2);
    const cells = [0, 1].map((i) =>
      `${shown(p50 ?? [], i)}/${shown(p95 ?? [], i)} ms`.padStart(18),
    );
    const ratios = [p50, p95].map((pair) => ((pair?.[0] ?? 0) / (pair?.[1] ?? 1)).toFixed(2));
    console.log(`${pattern.name.padEnd(34)}${cells.join('')}  ${ratios.join('/')}`);
  }
  database.close();
  record.close();
}
