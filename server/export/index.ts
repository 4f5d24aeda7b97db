import type { ExportFormat, GraphLevel, ResolvedQuery } from '../contract/index.ts';
import type { RecordReader } from '../store/store.ts';
import { bibtex, citations, csl } from './citations.ts';
import { csv } from './csv.ts';
import { ftm } from './ftm.ts';
import { gexf, graphml } from './graph-files.ts';
import { graphItems, type GraphItems } from './graph-items.ts';
import { jsonl } from './jsonl.ts';
import { jsonld } from './jsonld.ts';
import { story } from './story/index.ts';

/** A file to be written as it comes. */
export interface ExportFile {
  readonly type: string;
  readonly filename: string;
  readonly chunks: AsyncIterable<string>;
}

interface Format {
  readonly type: string;
  readonly extension: string;
  readonly write: (
    reader: RecordReader,
    query: ResolvedQuery,
    asked: Asked,
  ) => AsyncIterable<string>;
}

/** How an export was asked for. */
export interface Asked {
  /** Of graph files; others ignore it. */
  readonly level: GraphLevel;
  /** The query in the search box's language, which a story tells; empty for everything. */
  readonly search: string;
}

function graphFile(write: (items: GraphItems) => AsyncIterable<string>): Format['write'] {
  return async function* (reader, query, { level }) {
    yield* write(await graphItems(reader, query, level));
  };
}

const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', write: csv },
  jsonl: { type: 'application/jsonl; charset=utf-8', extension: 'jsonl', write: jsonl },
  gexf: { type: 'application/gexf+xml', extension: 'gexf', write: graphFile(gexf) },
  graphml: { type: 'application/graphml+xml', extension: 'graphml', write: graphFile(graphml) },
  jsonld: { type: 'application/ld+json', extension: 'jsonld', write: jsonld },
  ftm: { type: 'application/jsonl; charset=utf-8', extension: 'ftm.json', write: ftm },
  story: { type: 'text/html; charset=utf-8', extension: 'html', write: story },
  citations: { type: 'text/plain; charset=utf-8', extension: 'txt', write: citations },
  bibtex: { type: 'application/x-bibtex; charset=utf-8', extension: 'bib', write: bibtex },
  csl: { type: 'application/vnd.citationstyles.csl+json', extension: 'csl.json', write: csl },
};

/**
 * Everything that matches a query as a file of one format, read from the store while it is
 * written: memory stays flat, and nothing is cut off however large the record is.
 */
export function exportFile(
  reader: RecordReader,
  query: ResolvedQuery,
  format: ExportFormat,
  asked: Asked,
): ExportFile {
  const { type, extension, write } = FORMATS[format];
  return { type, filename: `onrecord.${extension}`, chunks: write(reader, query, asked) };
}
