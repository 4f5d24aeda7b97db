import type { Actor, Mention } from '../../../graph-data/schema/index.ts';
import { normalise, words } from '../../contract/index.ts';
import type { Connection } from './database.ts';
import type { KeyLookup } from './keys.ts';

/** Writes actors; countries in a second pass, since they are actors themselves. */
export function putActors(connection: Connection, actors: readonly Actor[], keys: KeyLookup): void {
  for (const actor of actors) putActor(connection, actor);
  for (const { id, country } of actors)
    connection.run(
      'UPDATE actors SET country = ? WHERE id = ?',
      country === null ? null : keys.actor(country, id),
      id,
    );
}

function putActor(connection: Connection, actor: Actor): void {
  const row = connection.get<{ key: number }>(
    `INSERT INTO actors (id, kind, name, name_key, wikidata, note) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
       name_key = excluded.name_key, wikidata = excluded.wikidata, note = excluded.note
     RETURNING key`,
    actor.id,
    actor.kind,
    actor.name,
    normalise(actor.name),
    actor.wikidata,
    actor.note,
  );
  const key = row?.key ?? 0;
  forgetNames(connection, key);
  [actor.name, ...actor.aliases].forEach((name, ord) => putName(connection, key, ord, name));
}

function putName(connection: Connection, actor: number, ord: number, name: string): void {
  const normal = words(name).join(' ');
  const { lastInsertRowid } = connection.run(
    'INSERT INTO names (actor, ord, name, words) VALUES (?, ?, ?, ?)',
    actor,
    ord,
    name,
    normal,
  );
  connection.run(
    'INSERT INTO name_words (rowid, words) VALUES (?, ?)',
    Number(lastInsertRowid),
    normal,
  );
}

/** Names and their index; the index has no foreign key that would clear it. */
export function forgetNames(connection: Connection, actor: number): void {
  connection.run(
    'DELETE FROM name_words WHERE rowid IN (SELECT key FROM names WHERE actor = ?)',
    actor,
  );
  connection.run('DELETE FROM names WHERE actor = ?', actor);
}

export function putMention(connection: Connection, mention: Mention, keys: KeyLookup): void {
  const { exact, prefix, suffix, start, end } = mention.selector;
  connection.run(
    `INSERT INTO mentions
       (id, document, actor, exact, prefix, suffix, start_offset, end_offset)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET document = excluded.document, actor = excluded.actor,
       exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
       start_offset = excluded.start_offset, end_offset = excluded.end_offset`,
    mention.id,
    keys.document(mention.document, mention.id),
    mention.actor === null ? null : keys.actor(mention.actor, mention.id),
    exact,
    prefix,
    suffix,
    start,
    end,
  );
}
