import type { DocumentId, Mention } from '../../../graph-data/schema/index.ts';
import type { Connection } from './database.ts';
import { keysOf } from './keys.ts';
import { readMentions } from './read-records.ts';

/** The text that is held of a document; null when none is, or no such document stands. */
export function textOf(connection: Connection, document: string): string | null {
  const [key] = keysOf(connection, 'documents', [document]);
  const sql = 'SELECT text FROM texts WHERE document = ?';
  return connection.column<string>(sql, key ?? 0)[0] ?? null;
}

/** A document's mentions, in the order of its text. */
export function mentionsIn(connection: Connection, document: string): Mention[] {
  const [key] = keysOf(connection, 'documents', [document]);
  const sql = 'SELECT key FROM mentions WHERE document = ? ORDER BY start_offset, id';
  return readMentions(connection, connection.column<number>(sql, key ?? 0));
}

/** The document whose text has this hash (SHA-256, lower-case hex), by id the first; null when none has. */
export function documentOfText(connection: Connection, sha256: string): DocumentId | null {
  const sql = 'SELECT id FROM documents WHERE sha256 = ? ORDER BY id LIMIT 1';
  return connection.column<DocumentId>(sql, sha256)[0] ?? null;
}
