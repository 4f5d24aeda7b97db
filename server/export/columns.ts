import type { Document, Selector } from '../../graph-data/schema/index.ts';
import type { ActorRef, DocumentRef } from '../contract/index.ts';
import type { ReportRow } from './rows.ts';

/** Column names in order, each with what it holds; lists are joined by "; ". */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null>>;

export const names = (actors: readonly ActorRef[]) => actors.map(({ name }) => name).join('; ');
export const ids = (actors: readonly ActorRef[]) => actors.map(({ id }) => id).join('; ');

/** Where the words of a row stand. */
interface Source {
  readonly document: Document;
  readonly named: DocumentRef;
  readonly selectors: readonly Selector[];
}

/** The document of a row and the words in it. */
export function sourceColumns<Row>(source: (row: Row) => Source): Columns<Row> {
  return {
    document: (row) => source(row).document.id,
    title: (row) => source(row).document.title,
    outlet: (row) => source(row).named.outlet?.name ?? null,
    published: (row) => source(row).document.published,
    url: (row) => source(row).document.url,
    sha256: (row) => source(row).document.sha256,
    quotation: (row) =>
      source(row)
        .selectors.map(({ exact }) => exact)
        .join(' … '),
    offsets: (row) =>
      source(row)
        .selectors.map(({ start, end }) => `${start}-${end}`)
        .join('; '),
  };
}

export const STATEMENT_COLUMNS: Columns<ReportRow> = {
  statement: ({ statement }) => statement.id,
  speaker_id: ({ statement }) => statement.speaker.id,
  speaker: ({ statement }) => statement.speaker.name,
  speaker_kind: ({ statement }) => statement.speaker.kind,
  text: ({ statement }) => statement.text,
  mode: ({ statement }) => statement.mode,
  act: ({ statement }) => statement.act,
  said: ({ statement }) => statement.said,
  addressee_ids: ({ statement }) => ids(statement.addressees),
  addressees: ({ statement }) => names(statement.addressees),
  about_ids: ({ statement }) => ids(statement.about),
  about: ({ statement }) => names(statement.about),
  via_ids: ({ report }) => ids(report.via),
  via: ({ report }) => names(report.via),
  ...sourceColumns((row) => ({
    ...row,
    selectors: row.report.content,
    named: row.report.document,
  })),
  cue: ({ report }) => report.cue?.exact ?? null,
  source: ({ report }) => report.source?.exact ?? null,
  origin: ({ report }) => report.origin,
  origins: ({ statement }) => statement.origins,
  status: ({ statement }) => statement.status,
  method: ({ statement }) => statement.method,
  confidence: ({ statement }) => statement.confidence,
  recorded: ({ statement }) => statement.recorded,
};
