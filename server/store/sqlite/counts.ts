import type { ActorCounts } from '../../contract/index.ts';
import type { Counts } from '../store.ts';
import type { Connection } from './database.ts';
import { followRedirects, keyOf } from './keys.ts';

const LIVE_ROWS = {
  documents: 'SELECT count(*) FROM documents',
  actors: 'SELECT count(*) FROM actors',
  statements: 'SELECT count(*) FROM statements WHERE live = 1',
  agreements: 'SELECT count(*) FROM agreements WHERE live = 1',
  events: 'SELECT count(*) FROM events WHERE live = 1',
  relations: 'SELECT count(*) FROM relations WHERE live = 1',
} as const satisfies Record<keyof Counts, string>;

/** How much the record holds; rejected claims are not counted. */
export function countRecords(connection: Connection): Counts {
  const count = (sql: string) => connection.column<number>(sql)[0] ?? 0;
  return {
    documents: count(LIVE_ROWS.documents),
    actors: count(LIVE_ROWS.actors),
    statements: count(LIVE_ROWS.statements),
    agreements: count(LIVE_ROWS.agreements),
    events: count(LIVE_ROWS.events),
    relations: count(LIVE_ROWS.relations),
  };
}

/** Each of one parameter, an actor's key; answered from a covering index. */
const PARTS = {
  said: 'SELECT count(*) FROM statements WHERE speaker = ? AND live = 1',
  about: 'SELECT count(DISTINCT statement) FROM about WHERE actor = ? AND live = 1',
  addressed: 'SELECT count(DISTINCT statement) FROM addressees WHERE actor = ? AND live = 1',
  carried: 'SELECT count(DISTINCT statement) FROM via WHERE actor = ? AND live = 1',
  agreements: 'SELECT count(DISTINCT agreement) FROM agreement_actors WHERE actor = ? AND live = 1',
  events: 'SELECT count(DISTINCT event) FROM participants WHERE actor = ? AND live = 1',
} as const satisfies Record<Exclude<keyof ActorCounts, 'relations'>, string>;

const RELATIONS = `SELECT count(*) FROM (
  SELECT key FROM relations WHERE from_actor = ? AND live = 1
  UNION SELECT key FROM relations WHERE to_actor = ? AND live = 1)`;

/** An unknown actor takes no part in anything. */
export function countParts(connection: Connection, ids: readonly string[]): ActorCounts[] {
  return ids.map((id) => {
    const key = keyOf(connection, 'actors', followRedirects(connection, id)) ?? 0;
    const count = (sql: string) => connection.column<number>(sql, key)[0] ?? 0;
    return {
      said: count(PARTS.said),
      about: count(PARTS.about),
      addressed: count(PARTS.addressed),
      carried: count(PARTS.carried),
      agreements: count(PARTS.agreements),
      events: count(PARTS.events),
      relations: connection.column<number>(RELATIONS, key, key)[0] ?? 0,
    };
  });
}

export function countStatements(connection: Connection, documents: readonly string[]): number[] {
  return documents.map((id) => {
    const key = keyOf(connection, 'documents', followRedirects(connection, id)) ?? 0;
    const count = connection.column<number>(
      'SELECT count(*) FROM reports WHERE document = ? AND live = 1',
      key,
    );
    return count[0] ?? 0;
  });
}
