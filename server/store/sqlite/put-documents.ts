import type { Document } from '../../../graph-data/schema/index.ts';
import { OnrecordError, words } from '../../contract/index.ts';
import { sha256Of } from '../sha256.ts';
import type { Connection } from './database.ts';
import { dayColumns } from './days.ts';
import { keyOf } from './keys.ts';
import type { KeyLookup } from './keys.ts';

export function putDocument(connection: Connection, document: Document, keys: KeyLookup): void {
  const published = dayColumns(document.published);
  connection.run(
    `INSERT INTO documents (id, title, title_words, outlet, authors, published, published_from,
       published_to, published_desc, published_basis, note, language, url, sha256, length, holding)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, title_words = excluded.title_words,
       outlet = excluded.outlet, authors = excluded.authors, published = excluded.published,
       published_from = excluded.published_from, published_to = excluded.published_to,
       published_desc = excluded.published_desc, published_basis = excluded.published_basis,
       note = excluded.note, language = excluded.language, url = excluded.url,
       sha256 = excluded.sha256, length = excluded.length, holding = excluded.holding`,
    document.id,
    document.title,
    words(document.title).join(' '),
    document.outlet === null ? null : keys.actor(document.outlet, document.id),
    JSON.stringify(document.authors),
    document.published,
    published.from,
    published.to,
    published.desc,
    document.publishedBasis,
    document.note,
    document.language,
    document.url,
    document.sha256,
    document.length,
    document.holding,
  );
}

/** Holds a text. Throws `invalid-records` when it is not the text that the document names. */
export function putText(connection: Connection, id: string, text: string): void {
  const key = keyOf(connection, 'documents', id);
  if (key === null) throw new OnrecordError('invalid-records', `no document has the id ${id}`);
  const document = connection.get<{ sha256: string; length: number }>(
    'SELECT sha256, length FROM documents WHERE key = ?',
    key,
  );
  if (document?.sha256 !== sha256Of(text) || document.length !== text.length)
    throw new OnrecordError('invalid-records', `the text given for ${id} is not the text it names`);
  connection.run('INSERT OR REPLACE INTO texts (document, text) VALUES (?, ?)', key, text);
}

/** A cited document keeps no text; a held one must have it, and all selectors must lie within. */
export function checkDocument(connection: Connection, id: string): void {
  const key = keyOf(connection, 'documents', id);
  if (key === null) return;
  const { holding, length } = connection.get<{ holding: string; length: number }>(
    'SELECT holding, length FROM documents WHERE key = ?',
    key,
  ) ?? { holding: 'cited', length: 0 };
  if (holding === 'cited') connection.run('DELETE FROM texts WHERE document = ?', key);
  else if (!connection.get('SELECT 1 FROM texts WHERE document = ?', key))
    throw new OnrecordError('invalid-records', `${id} is held, but its text was not given`);
  const last = connection.column<number | null>(LAST_OFFSET, key, key, key, key)[0] ?? 0;
  if (last > length)
    throw new OnrecordError(
      'invalid-records',
      `a selector ends at ${last} in ${id}, whose text has ${length} units`,
    );
}

const LAST_OFFSET = `
SELECT max(last) FROM (
  SELECT max(end_offset) AS last FROM reports JOIN selectors ON report = reports.key
    WHERE document = ?
  UNION ALL SELECT max(end_offset) FROM evidence JOIN evidence_selectors ON evidence = evidence.key
    WHERE document = ?
  UNION ALL SELECT max(end_offset) FROM mentions WHERE document = ?
  UNION ALL SELECT max(f.end_offset) FROM evidence e JOIN figures f ON f.event = e.event
    WHERE e.document = ? AND (SELECT count(*) FROM evidence x WHERE x.event = e.event) = 1
)`;
