import {
  EXPORT_TYPES,
  type ExportFormat,
  type ExportType,
  type GraphLevel,
} from '../contract/index.ts';
import { bibtex, citations, csl } from './citations.ts';
import { csv } from './csv.ts';
import { ftm } from './ftm.ts';
import { gexf, graphml } from './graph-files.ts';
import { graphItems, type GraphItems } from './graph-items.ts';
import { jsonl } from './jsonl.ts';
import { jsonld } from './jsonld.ts';
import type { Selection } from './selection.ts';
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
  readonly write: (selection: Selection, asked: Asked) => AsyncIterable<string>;
}

/** How an export was asked for. */
export interface Asked {
  /** Of graph files; others ignore it. */
  readonly level: GraphLevel;
  /** What was asked, in words that a story tells; empty for everything. */
  readonly told: string;
}

function graphFile(write: (items: GraphItems) => AsyncIterable<string>): Format['write'] {
  return async function* (selection, { level }) {
    yield* write(await graphItems(selection, level));
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
 * A selection as a file of one format, read from the store while it is
 * written: memory stays flat, and nothing is cut off however large the record is.
 */
export function exportFile(selection: Selection, format: ExportFormat, asked: Asked): ExportFile {
  const { type, extension, write } = FORMATS[format];
  const filename = ['onrecord', ...partOf(selection), extension].join('.');
  return { type, filename, chunks: write(selection, asked) };
}

const isWhole = (types: readonly ExportType[]) =>
  EXPORT_TYPES.every((type) => types.includes(type));

/** Types in a file's name, when it holds some only. */
function partOf({ types }: Selection): string[] {
  return isWhole(types) ? [] : [types.map((type) => `${type}s`).join('-')];
}

/** What an export was asked for. */
export interface Question {
  /** The filters in the search box's language. */
  readonly search: string;
  /** The name of the actor in the middle of a neighbourhood; null without one. */
  readonly around: string | null;
  /** Steps around it. */
  readonly hops: number;
  readonly types: readonly ExportType[];
}

/** A question in words; empty when it was for everything. */
export function toldAs({ search, around, hops, types }: Question): string {
  const steps = hops === 1 ? '1 step' : `${hops} steps`;
  return [
    ...(search === '' ? [] : [search]),
    ...(around === null ? [] : [`around ${around}, ${steps}`]),
    ...(isWhole(types) ? [] : [types.map((type) => `${type}s`).join(', ')]),
  ].join(' · ');
}
