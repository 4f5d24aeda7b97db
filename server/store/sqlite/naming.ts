import type { Connection } from './database.ts';
import { keysOf } from './keys.ts';
import { IN_KEYS } from './read-records.ts';

/** Every place in which a record can name an actor; each takes the actor's key once. */
const NAMED_IN: readonly string[] = [
  'SELECT id FROM statements WHERE speaker = ?',
  'SELECT s.id FROM about l JOIN statements s ON s.key = l.statement WHERE l.actor = ?',
  'SELECT s.id FROM addressees l JOIN statements s ON s.key = l.statement WHERE l.actor = ?',
  'SELECT s.id FROM via l JOIN statements s ON s.key = l.statement WHERE l.actor = ?',
  'SELECT g.id FROM agreement_actors l JOIN agreements g ON g.key = l.agreement WHERE l.actor = ?',
  'SELECT e.id FROM participants l JOIN events e ON e.key = l.event WHERE l.actor = ?',
  'SELECT id FROM relations WHERE from_actor = ?',
  'SELECT id FROM relations WHERE to_actor = ?',
  'SELECT id FROM mentions WHERE actor = ?',
  'SELECT id FROM documents WHERE outlet = ?',
  'SELECT id FROM actors WHERE country = ?',
];

/** Every place in which a record can rest on a document; each takes the document's key once. */
const RESTING_ON: readonly string[] = [
  'SELECT s.id FROM reports r JOIN statements s ON s.key = r.statement WHERE r.document = ?',
  'SELECT g.id FROM evidence e JOIN agreements g ON g.key = e.agreement WHERE e.document = ?',
  'SELECT v.id FROM evidence e JOIN events v ON v.key = e.event WHERE e.document = ?',
  'SELECT r.id FROM evidence e JOIN relations r ON r.key = e.relation WHERE e.document = ?',
  'SELECT id FROM mentions WHERE document = ?',
];

export function idsNaming(connection: Connection, actor: string): string[] {
  return idsWith(connection, NAMED_IN, keysOf(connection, 'actors', [actor])[0]);
}

export function idsOn(connection: Connection, document: string): string[] {
  return idsWith(connection, RESTING_ON, keysOf(connection, 'documents', [document])[0]);
}

function idsWith(
  connection: Connection,
  places: readonly string[],
  key: number | undefined,
): string[] {
  if (key === undefined) return [];
  return connection.column<string>(
    `SELECT id FROM (${places.join(' UNION ')}) ORDER BY id`,
    ...places.map(() => key),
  );
}

export function bringersOf(connection: Connection, ids: readonly string[]): Map<string, string> {
  const rows = connection.all<{ id: string; document: string }>(
    `SELECT b.id, d.id AS document FROM brought b JOIN documents d ON d.key = b.document
     WHERE b.id ${IN_KEYS}`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, document }) => [id, document]));
}

export function broughtFrom(connection: Connection, document: string): string[] {
  return connection.column<string>(
    `SELECT b.id FROM brought b JOIN documents d ON d.key = b.document
     WHERE d.id = ? ORDER BY b.id`,
    document,
  );
}
