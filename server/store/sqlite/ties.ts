import type { Tie } from '../store.ts';
import type { Connection } from './database.ts';
import { isoDay } from './days.ts';

type Days = readonly [from: number | null, to: number | null];

/** Actors of each list as keys parted by commas; null when there is none. */
type StatementRow = readonly [
  id: string,
  label: string,
  ...days: Days,
  status: string,
  speaker: number,
  about: string | null,
  addressees: string | null,
  via: string | null,
  outlets: string | null,
];

/**
 * One row a statement, with everybody it ties its speaker to: a join for each kind of tie would
 * read the statements four times over. A statement that names an actor twice ties it once.
 */
const STATEMENTS = `SELECT s.id, s.act, s.said_from, s.said_to, s.status, s.speaker,
    (SELECT group_concat(DISTINCT l.actor) FROM about l WHERE l.statement = s.key),
    (SELECT group_concat(DISTINCT l.actor) FROM addressees l WHERE l.statement = s.key),
    (SELECT group_concat(DISTINCT l.actor) FROM reports r CROSS JOIN via l ON l.report = r.key
      WHERE r.statement = s.key),
    (SELECT group_concat(DISTINCT d.outlet) FROM reports r
      CROSS JOIN documents d ON d.key = r.document WHERE r.statement = s.key)
  FROM statements s WHERE s.live = 1`;

type ClaimRow = readonly [
  id: string,
  label: string,
  ...days: Days,
  status: string,
  source: number,
  target: number | null,
];

const CLAIMS = {
  agreement: `SELECT DISTINCT t.id, p.role, t.date_from, t.date_to, t.status, p.actor, NULL
    FROM agreements t JOIN agreement_actors p ON p.agreement = t.key WHERE t.live = 1`,
  event: `SELECT DISTINCT t.id, p.role, t.date_from, t.date_to, t.status, p.actor, NULL
    FROM events t JOIN participants p ON p.event = t.key WHERE t.live = 1`,
  relation: `SELECT t.id, t.kind, t.date_from, t.date_to, t.status, t.from_actor, t.to_actor
    FROM relations t WHERE t.live = 1`,
} as const;

type ActorId = Tie['source'];

/** Ids of actors by key, each looked up once: the rows of ties name few actors many times. */
function actorIds(connection: Connection): (key: number) => ActorId {
  const known: ActorId[] = [];
  const select = connection.prepare('SELECT id FROM actors WHERE key = ?').pluck();
  return (key) => (known[key] ??= select.get(key) as ActorId);
}

/** Every row, or of the records named only; their ids are looked up, not the whole table. */
function* rowsOf<Row>(
  connection: Connection,
  sql: string,
  id: string,
  records: string | null,
): Generator<Row> {
  const some = records === null ? '' : ` AND ${id} IN (SELECT value FROM json_each(?))`;
  // A statement of its own: one that is kept may not be asked again before it has ended.
  const select = connection.database.prepare(sql + some).raw();
  yield* (records === null ? select.iterate() : select.iterate(records)) as Iterable<Row>;
}

function* tiesOf(connection: Connection, records: string | null): Generator<Tie> {
  const actor = actorIds(connection);
  for (const row of rowsOf<StatementRow>(connection, STATEMENTS, 's.id', records)) {
    const [record, label, from, to, status, speaker, about, addressees, via, outlets] = row;
    const source = actor(speaker);
    const rest = { label, from: isoDay(from), to: isoDay(to), status };
    for (const [kind, keys] of [
      ['about', about],
      ['addressee', addressees],
      ['via', via],
      ['outlet', outlets],
    ] as const) {
      if (keys === null) continue;
      for (const key of keys.split(','))
        yield { record, kind, source, target: actor(Number(key)), ...rest };
    }
  }
  for (const kind of ['agreement', 'event', 'relation'] as const) {
    for (const row of rowsOf<ClaimRow>(connection, CLAIMS[kind], 't.id', records)) {
      const [record, label, from, to, status, source, other] = row;
      const target = other === null ? null : actor(other);
      const rest = { label, from: isoDay(from), to: isoDay(to), status };
      yield { record, kind, source: actor(source), target, ...rest };
    }
  }
}

/** Every tie in batches. The connection is the caller's own and stands in one transaction. */
export function* tiesInBatches(connection: Connection, size: number): Generator<Tie[]> {
  let batch: Tie[] = [];
  for (const tie of tiesOf(connection, null)) {
    batch.push(tie);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Every tie of these records; those that are unknown or rejected have none. */
export function tiesOfRecords(connection: Connection, ids: readonly string[]): Tie[] {
  return [...tiesOf(connection, JSON.stringify(ids))];
}
