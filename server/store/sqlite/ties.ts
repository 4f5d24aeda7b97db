import type { Tie } from '../store.ts';
import type { Connection } from './database.ts';
import { isoDay } from './days.ts';

interface TieRow {
  readonly record: string;
  readonly kind: Tie['kind'];
  readonly source: string;
  readonly target: string | null;
  readonly label: string;
  readonly day_from: number | null;
  readonly day_to: number | null;
  readonly status: string;
}

const STATEMENT = `s.act AS label, s.said_from AS day_from, s.said_to AS day_to, s.status
  FROM statements s JOIN actors a ON a.key = s.speaker`;
const CLAIM = (t: string) => `${t}.date_from AS day_from, ${t}.date_to AS day_to, ${t}.status`;

/** One SELECT a kind of tie. A statement that names an actor twice ties it once. */
const TIES: readonly string[] = [
  `SELECT DISTINCT s.id AS record, 'about' AS kind, a.id AS source, b.id AS target, ${STATEMENT}
     JOIN about l ON l.statement = s.key JOIN actors b ON b.key = l.actor WHERE s.live = 1`,
  `SELECT DISTINCT s.id AS record, 'addressee' AS kind, a.id AS source, b.id AS target, ${STATEMENT}
     JOIN addressees l ON l.statement = s.key JOIN actors b ON b.key = l.actor WHERE s.live = 1`,
  `SELECT DISTINCT s.id AS record, 'via' AS kind, a.id AS source, b.id AS target, ${STATEMENT}
     JOIN reports r ON r.statement = s.key JOIN via l ON l.report = r.key
     JOIN actors b ON b.key = l.actor WHERE s.live = 1`,
  `SELECT DISTINCT s.id AS record, 'outlet' AS kind, a.id AS source, b.id AS target, ${STATEMENT}
     JOIN reports r ON r.statement = s.key JOIN documents d ON d.key = r.document
     JOIN actors b ON b.key = d.outlet WHERE s.live = 1`,
  `SELECT DISTINCT g.id AS record, 'agreement' AS kind, a.id AS source, NULL AS target,
     p.role AS label, ${CLAIM('g')}
   FROM agreements g JOIN agreement_actors p ON p.agreement = g.key
     JOIN actors a ON a.key = p.actor WHERE g.live = 1`,
  `SELECT DISTINCT e.id AS record, 'event' AS kind, a.id AS source, NULL AS target,
     p.role AS label, ${CLAIM('e')}
   FROM events e JOIN participants p ON p.event = e.key
     JOIN actors a ON a.key = p.actor WHERE e.live = 1`,
  `SELECT r.id AS record, 'relation' AS kind, a.id AS source, b.id AS target, r.kind AS label,
     ${CLAIM('r')}
   FROM relations r JOIN actors a ON a.key = r.from_actor JOIN actors b ON b.key = r.to_actor
   WHERE r.live = 1`,
];

/** Every tie in batches. The connection is the caller's own and stands in one transaction. */
export function* tiesInBatches(connection: Connection, size: number): Generator<Tie[]> {
  for (const sql of TIES) {
    let batch: Tie[] = [];
    for (const row of connection.prepare(sql).iterate() as Iterable<TieRow>) {
      batch.push(tieOf(row));
      if (batch.length === size) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }
}

function tieOf({ day_from, day_to, ...row }: TieRow): Tie {
  return {
    record: row.record,
    kind: row.kind,
    source: row.source as Tie['source'],
    target: row.target as Tie['target'],
    label: row.label,
    from: isoDay(day_from),
    to: isoDay(day_to),
    status: row.status,
  };
}
