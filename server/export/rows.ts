import type { Document } from '../../graph-data/schema/index.ts';
import type { EvidenceReply, ReportReply, StatementReply } from '../contract/index.ts';
import type { RecordReader } from '../store/store.ts';
import { presentClaim, presentStatements, type ClaimReply } from './present.ts';
import type { Selection } from './selection.ts';

/** One document's carrying of one statement, with all that is needed to cite it. */
export interface ReportRow {
  readonly statement: StatementReply;
  readonly report: ReportReply;
  readonly document: Document;
}

/** One document that a claim rests on, with all that is needed to cite it. */
export interface ClaimRow {
  readonly claim: ClaimReply;
  readonly evidence: EvidenceReply;
  readonly document: Document;
}

async function documentsById(reader: RecordReader, ids: readonly string[]) {
  const documents = await reader.documentsById([...new Set(ids)]);
  return new Map<string, Document>(documents.map((document) => [document.id, document]));
}

/** Every report of every statement, in batches. */
export async function* reportRows(selection: Selection): AsyncGenerator<ReportRow[]> {
  const { reader } = selection;
  for await (const batch of selection.statements()) {
    const statements = await presentStatements(reader, batch);
    const ids = batch.flatMap(({ reports }) => reports.map(({ document }) => document));
    const documents = await documentsById(reader, ids);
    yield statements.flatMap((statement) =>
      statement.reports.flatMap((report) => {
        const document = documents.get(report.document.id);
        return document ? [{ statement, report, document }] : [];
      }),
    );
  }
}

/** Every document that each claim rests on, claim by claim. */
export async function* claimRows(selection: Selection): AsyncGenerator<ClaimRow[]> {
  const { reader } = selection;
  for await (const found of selection.claims()) {
    const claim = await presentClaim(reader, found);
    const ids = found.record.evidence.map(({ document }) => document);
    const documents = await documentsById(reader, ids);
    yield claim.reply.evidence.flatMap((evidence) => {
      const document = documents.get(evidence.document.id);
      return document ? [{ claim, evidence, document }] : [];
    });
  }
}
