import type { Document } from '../../graph-data/schema/index.ts';
import type { ReportReply, ResolvedQuery, StatementReply } from '../contract/index.ts';
import type { RecordReader } from '../store/store.ts';
import { presentStatements } from './present.ts';

/** Statements read from the store at a time. */
export const BATCH = 500;

/** One document's carrying of one statement, with all that is needed to cite it. */
export interface ReportRow {
  readonly statement: StatementReply;
  readonly report: ReportReply;
  readonly document: Document;
}

/** Every report of every statement that matches, in batches. */
export async function* reportRows(
  reader: RecordReader,
  query: ResolvedQuery,
): AsyncGenerator<ReportRow[]> {
  for await (const batch of reader.eachStatement(query, BATCH)) {
    const statements = await presentStatements(reader, batch);
    const ids = batch.flatMap(({ reports }) => reports.map(({ document }) => document));
    const documents = new Map<string, Document>();
    for (const document of await reader.documentsById([...new Set(ids)]))
      documents.set(document.id, document);
    yield statements.flatMap((statement) =>
      statement.reports.flatMap((report) => {
        const document = documents.get(report.document.id);
        return document ? [{ statement, report, document }] : [];
      }),
    );
  }
}
