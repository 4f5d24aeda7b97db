import type Database from 'better-sqlite3';

/**
 * What somebody would write by hand for paths in SQL on the same file: a table of who is tied to
 * whom, made once, and a search that asks for one frontier at a time (a recursive query for a
 * shortest path takes over a second).
 */
const TIED = `CREATE TEMP TABLE tied (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TEMP VIEW steps AS
  SELECT s.speaker AS a, l.actor AS b FROM statements s JOIN about l ON l.statement = s.key
    WHERE s.live = 1
  UNION ALL SELECT s.speaker, l.actor FROM statements s JOIN addressees l ON l.statement = s.key
    WHERE s.live = 1
  UNION ALL SELECT s.speaker, l.actor FROM statements s JOIN reports r ON r.statement = s.key
    JOIN via l ON l.report = r.key WHERE s.live = 1
  UNION ALL SELECT x.actor, y.actor FROM agreement_actors x
    JOIN agreement_actors y ON y.agreement = x.agreement WHERE x.live = 1
  UNION ALL SELECT x.actor, y.actor FROM participants x
    JOIN participants y ON y.event = x.event WHERE x.live = 1
  UNION ALL SELECT from_actor, to_actor FROM relations WHERE live = 1;
INSERT OR IGNORE INTO tied SELECT a, b FROM steps WHERE a <> b;
INSERT OR IGNORE INTO tied SELECT b, a FROM tied;`;

export class PathsBySql {
  private readonly database: Database.Database;
  private readonly keyOf: Database.Statement;
  private readonly frontier: Database.Statement;

  constructor(database: Database.Database) {
    this.database = database;
    database.pragma('temp_store = MEMORY');
    database.exec(TIED);
    this.keyOf = database.prepare('SELECT key FROM actors WHERE id = ?').pluck();
    this.frontier = database
      .prepare(
        `SELECT DISTINCT b FROM tied WHERE a IN (SELECT value FROM json_each(?))
         AND b NOT IN (SELECT value FROM json_each(?))`,
      )
      .pluck();
  }

  private next(frontier: readonly number[], seen: ReadonlySet<number>): number[] {
    return this.frontier.all(JSON.stringify(frontier), JSON.stringify([...seen])) as number[];
  }

  /** Steps of a shortest path, searched from both ends; null beyond `max`. */
  shortest({ from, to }: { from: string; to: string }, max: number): number | null {
    const ends = [from, to].map((id) => {
      const key = this.keyOf.get(id) as number;
      return { frontier: [key], seen: new Set([key]) };
    });
    for (let steps = 1; steps <= max; steps += 1) {
      const [near, far] = ends.sort((a, b) => a.frontier.length - b.frontier.length);
      if (near === undefined || far === undefined || near.frontier.length === 0) return null;
      near.frontier = this.next(near.frontier, near.seen);
      if (near.frontier.some((key) => far.seen.has(key))) return steps;
      for (const key of near.frontier) near.seen.add(key);
    }
    return null;
  }

  /** The first k paths of fewest steps, one join longer each time; up to 4 steps. */
  kShortest({ from, to }: { from: string; to: string }, k: number): number {
    const ends = [this.keyOf.get(from), this.keyOf.get(to)];
    let found = 0;
    for (let steps = 1; steps <= 4 && found < k; steps += 1) {
      const joins = Array.from({ length: steps }, (_, at) => `tied t${at}`).join(' JOIN ');
      const meets = Array.from({ length: steps - 1 }, (_, at) => [
        `t${at}.b = t${at + 1}.a`,
        `t${at}.b <> t${steps - 1}.b`,
        `t${at + 1}.b <> t0.a`,
        ...(at > 0 ? [`t${at}.b <> t${at - 1}.a`, `t${at}.b <> t0.b`] : []),
      ]);
      const where = [`t0.a = ?`, `t${steps - 1}.b = ?`, ...meets.flat()].join(' AND ');
      const sql = `SELECT 1 FROM ${joins} WHERE ${where} LIMIT ${k - found}`;
      found += this.database.prepare(sql).all(...ends).length;
    }
    return found;
  }

  /** How many are within so many steps. */
  within(of: string, hops: number): number {
    let frontier = [this.keyOf.get(of) as number];
    const seen = new Set(frontier);
    for (let step = 1; step <= hops; step += 1) {
      frontier = this.next(frontier, seen);
      for (const key of frontier) seen.add(key);
    }
    return seen.size;
  }
}
