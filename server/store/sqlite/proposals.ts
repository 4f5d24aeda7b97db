import { and, term, type ResolvedTerm } from '../../contract/index.ts';
import type { ProposalFilter, ProposalPlace } from '../store.ts';
import { claimListing } from './claims.ts';
import type { ClaimTable } from './claim-query.ts';
import { compileQuery } from './compile.ts';
import type { Connection } from './database.ts';
import { keysOf } from './keys.ts';
import { IN_KEYS } from './read-records.ts';

type Row = Omit<ProposalPlace, 'type'>;

const TYPES = { agreements: 'agreement', events: 'event', relations: 'relation' } as const;

/** Undecided claims and where each first stands; of the whole record one row is read for each. */
export function undecidedClaims(connection: Connection, filter: ProposalFilter): ProposalPlace[] {
  const preferred = JSON.stringify(keysOf(connection, 'documents', filter.documents));
  return [
    ...statements(connection, filter, preferred),
    ...claims(connection, 'agreements', filter, preferred),
    ...claims(connection, 'events', filter, preferred),
    ...claims(connection, 'relations', filter, preferred),
  ];
}

/** @param preferred keys of documents as JSON, whose passages come before those of others */
function statements(
  connection: Connection,
  filter: ProposalFilter,
  preferred: string,
): ProposalPlace[] {
  const undecided = term<ResolvedTerm>({ key: 'status', value: 'proposed' });
  const { sql, values } = compileQuery(connection, and(undecided, filter.statements));
  const rows = connection.all<Row>(
    `SELECT s.id, s.confidence, d.id AS document, x.start_offset AS start
     FROM statements s
       JOIN reports r ON r.key = (SELECT key FROM reports WHERE statement = s.key
         ORDER BY document ${IN_KEYS} DESC, ord LIMIT 1)
       JOIN documents d ON d.key = r.document
       JOIN selectors x ON x.report = r.key AND x.role = 'content' AND x.ord = 0
     WHERE ${sql}`,
    preferred,
    ...values,
  );
  return rows.map((row) => ({ type: 'statement', ...row }));
}

/** @param preferred as for statements */
function claims(
  connection: Connection,
  table: ClaimTable,
  filter: ProposalFilter,
  preferred: string,
): ProposalPlace[] {
  const { where, values } = claimListing(connection, table, {
    status: ['proposed'],
    query: filter.claims,
  });
  const rows = connection.all<Row>(
    `SELECT t.id, t.confidence, d.id AS document, x.start_offset AS start
     FROM ${table} t
       JOIN evidence e ON e.key = (SELECT key FROM evidence WHERE ${TYPES[table]} = t.key
         ORDER BY document ${IN_KEYS} DESC, ord LIMIT 1)
       JOIN documents d ON d.key = e.document
       JOIN evidence_selectors x ON x.evidence = e.key AND x.ord = 0
     WHERE ${where.map((part) => `(${part})`).join(' AND ')}`,
    preferred,
    ...values,
  );
  return rows.map((row) => ({ type: TYPES[table], ...row }));
}
