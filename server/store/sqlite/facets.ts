import {
  UNDATED,
  type Facet,
  type FacetName,
  type Facets,
  type ResolvedQuery,
} from '../../contract/index.ts';
import { compileQuery } from './compile.ts';
import type { Connection } from './database.ts';

/**
 * Where a facet's values come from: `value` and `label` over `matched m` (the keys that match)
 * joined by `from`. Each statement counts once per value.
 */
interface Source {
  readonly value: string;
  readonly from: string;
}

const ACTOR_LABEL = 'SELECT id, name FROM actors WHERE key = ?';
const DOCUMENT_LABEL = 'SELECT id, title AS name FROM documents WHERE key = ?';
const STATEMENT = 'JOIN statements s ON s.key = m.key';

/** SQL that gives id and name of a facet's value by its key; absent where the value is a word. */
export const LABELS: Readonly<Partial<Record<FacetName, string>>> = {
  speaker: ACTOR_LABEL,
  about: ACTOR_LABEL,
  addressee: ACTOR_LABEL,
  via: ACTOR_LABEL,
  outlet: ACTOR_LABEL,
  document: DOCUMENT_LABEL,
};

const SOURCES: Readonly<Record<FacetName, Source>> = {
  speaker: { value: 's.speaker', from: STATEMENT },
  about: { value: 'l.actor', from: 'JOIN about l ON l.statement = m.key' },
  addressee: {
    value: 'l.actor',
    from: 'JOIN addressees l ON l.statement = m.key',
  },
  via: {
    value: 'l.actor',
    from: 'JOIN reports r ON r.statement = m.key JOIN via l ON l.report = r.key',
  },
  outlet: {
    value: 'd.outlet',
    from: `JOIN reports r ON r.statement = m.key
      JOIN documents d ON d.key = r.document AND d.outlet IS NOT NULL`,
  },
  document: {
    value: 'r.document',
    from: 'JOIN reports r ON r.statement = m.key',
  },
  kind: { value: 'a.kind', from: `${STATEMENT} JOIN actors a ON a.key = s.speaker` },
  mode: { value: 's.mode', from: STATEMENT },
  act: { value: 's.act', from: STATEMENT },
  status: { value: 's.status', from: STATEMENT },
  method: { value: 's.method', from: STATEMENT },
  said: {
    value: `CASE WHEN s.said IS NULL THEN '${UNDATED}'
      ELSE printf('%04d-%02d', s.said_asc / 10000, s.said_asc / 100 % 100) END`,
    from: STATEMENT,
  },
};

/** Counts over the whole match, from one snapshot; most frequent first, then by value. */
export function countFacets(
  connection: Connection,
  query: ResolvedQuery,
  names: readonly FacetName[],
  limit: number,
): Facets {
  return connection.read(() => {
    const { sql, values } = compileQuery(connection, query);
    connection.run('CREATE TEMP TABLE IF NOT EXISTS matched (key INTEGER PRIMARY KEY)');
    connection.run('DELETE FROM matched');
    connection.run(`INSERT INTO matched SELECT s.key FROM statements s WHERE ${sql}`, ...values);
    const counted = names.map((name) => [name, countFacet(connection, name, limit)]);
    return Object.fromEntries(counted) as Facets;
  });
}

interface Count {
  readonly value: string | number;
  readonly count: number;
}

function countFacet(connection: Connection, name: FacetName, limit: number): Facet {
  const source = SOURCES[name];
  const counts = connection.all<Count>(
    `SELECT ${source.value} AS value, count(DISTINCT m.key) AS count
     FROM matched m ${source.from} GROUP BY 1`,
  );
  return {
    values: topValues(connection, counts, LABELS[name], limit),
    omitted: Math.max(0, counts.length - limit),
  };
}

/** The `limit` most frequent, with ids and labels; ties in the order of their values. */
export function topValues(
  connection: Connection,
  counts: readonly Count[],
  label: string | undefined,
  limit: number,
): Facet['values'] {
  const byCount = [...counts].sort((a, b) => b.count - a.count);
  const least = byCount[limit - 1]?.count ?? 0;
  return byCount
    .filter(({ count }) => count >= least)
    .map(({ value, count }) => ({ ...labelled(connection, value, label), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

function labelled(
  connection: Connection,
  value: string | number,
  label: string | undefined,
): { value: string; label: string } {
  if (label === undefined) return { value: String(value), label: String(value) };
  const row = connection.get<{ id: string; name: string }>(label, value);
  return { value: row?.id ?? String(value), label: row?.name ?? String(value) };
}
