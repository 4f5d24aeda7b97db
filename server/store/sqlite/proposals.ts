import { and, term, type ResolvedQuery, type ResolvedTerm } from '../../contract/index.ts';
import type { ProposalFilter, ProposalPlace } from '../store.ts';
import { claimListing } from './claims.ts';
import type { ClaimTable } from './claim-query.ts';
import { compileQuery } from './compile.ts';
import type { Connection } from './database.ts';
import { keysOf } from './keys.ts';

type Row = Omit<ProposalPlace, 'type'>;

const TYPES = { agreements: 'agreement', events: 'event', relations: 'relation' } as const;

/** Undecided claims and where each first stands; of the whole record one row is read for each. */
export function undecidedClaims(connection: Connection, filter: ProposalFilter): ProposalPlace[] {
  // A key of 0 is no document's, so that the first passage counts whichever document it is in.
  const [document = 0] = filter.document ? keysOf(connection, 'documents', [filter.document]) : [0];
  return [
    ...statements(connection, filter, document),
    ...claims(connection, 'agreements', filter, document),
    ...claims(connection, 'events', filter, document),
    ...claims(connection, 'relations', filter, document),
  ];
}

function statements(
  connection: Connection,
  { document, actor }: ProposalFilter,
  key: number,
): ProposalPlace[] {
  const named = (name: 'document' | 'actor', id: string | null): ResolvedQuery[] =>
    id === null ? [] : [term({ key: name, ids: [id] })];
  const query = and<ResolvedTerm>(
    term({ key: 'status', value: 'proposed' }),
    ...named('document', document),
    ...named('actor', actor),
  );
  const { sql, values } = compileQuery(connection, query);
  const rows = connection.all<Row>(
    `SELECT s.id, s.confidence, d.id AS document, x.start_offset AS start
     FROM statements s
       JOIN reports r ON r.key = (SELECT key FROM reports WHERE statement = s.key
         ORDER BY document = ? DESC, ord LIMIT 1)
       JOIN documents d ON d.key = r.document
       JOIN selectors x ON x.report = r.key AND x.role = 'content' AND x.ord = 0
     WHERE ${sql}`,
    key,
    ...values,
  );
  return rows.map((row) => ({ type: 'statement', ...row }));
}

function claims(
  connection: Connection,
  table: ClaimTable,
  { document, actor }: ProposalFilter,
  key: number,
): ProposalPlace[] {
  const { where, values } = claimListing(connection, table, {
    status: ['proposed'],
    ...(document !== null && { documents: [document] }),
    ...(actor !== null && { actors: [actor] }),
  });
  const rows = connection.all<Row>(
    `SELECT t.id, t.confidence, d.id AS document, x.start_offset AS start
     FROM ${table} t
       JOIN evidence e ON e.key = (SELECT key FROM evidence WHERE ${TYPES[table]} = t.key
         ORDER BY document = ? DESC, ord LIMIT 1)
       JOIN documents d ON d.key = e.document
       JOIN evidence_selectors x ON x.evidence = e.key AND x.ord = 0
     WHERE ${where.map((part) => `(${part})`).join(' AND ')}`,
    key,
    ...values,
  );
  return rows.map((row) => ({ type: TYPES[table], ...row }));
}
