import type { SavedQuestion } from '../../contract/index.ts';
import type { Connection } from './database.ts';

/** Every saved question, by name. */
export function readSaved(connection: Connection): SavedQuestion[] {
  return connection.all<SavedQuestion>(
    'SELECT id, name, address, created, seen FROM saved ORDER BY name',
  );
}

/** Inserts, or replaces the one with the same id. */
export function writeSaved(connection: Connection, question: SavedQuestion): void {
  const { id, name, address, created, seen } = question;
  connection.run(
    `INSERT INTO saved (id, name, address, created, seen) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
       created = excluded.created, seen = excluded.seen`,
    ...[id, name, address, created, seen],
  );
}

export function removeSaved(connection: Connection, id: string): void {
  connection.run('DELETE FROM saved WHERE id = ?', id);
}
