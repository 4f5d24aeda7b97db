import { dayRange, isApproximate, type Document } from '../../graph-data/schema/index.ts';
import type { ResolvedQuery } from '../contract/index.ts';
import { eachClaim } from '../graph/collect.ts';
import type { RecordReader } from '../store/store.ts';
import { BATCH, reportRows, type ReportRow } from './rows.ts';

/** One line for each report: who, the words, where they stand, and by what hash the text is known. */
export async function* citations(
  reader: RecordReader,
  query: ResolvedQuery,
): AsyncGenerator<string> {
  for await (const rows of reportRows(reader, query))
    yield rows.map((row) => `${citationLine(row)}\n`).join('');
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

export function citationLine({ statement, report, document }: ReportRow): string {
  const words = report.content.map(({ exact }) => oneLine(exact)).join(' … ');
  const quoted = statement.mode === 'direct' ? `“${words}”` : words;
  const spans = report.content.map(({ start, end }) => `${start}-${end}`).join(', ');
  const via = report.via.map(({ name }) => name).join(', ');
  const facts = [
    `${statement.act}, ${statement.mode}`,
    statement.said === null ? 'day not known' : `said ${statement.said}`,
    ...(via === '' ? [] : [`carried by ${via}`]),
  ];
  const where = [
    `“${oneLine(document.title)}”`,
    report.document.outlet?.name ?? 'outlet not known',
    document.published ?? 'date not known',
    ...(document.url === null ? [] : [document.url]),
  ];
  return (
    `${statement.speaker.name}: ${quoted} (${facts.join('; ')}). In: ${where.join(', ')}, ` +
    `characters ${spans}, SHA-256 ${document.sha256}. [${statement.id}]`
  );
}

/** A document with the name of its outlet. */
interface Cited {
  readonly document: Document;
  readonly outlet: string | null;
}

/** The documents that matching statements, agreements, events and relations rest on, by id. */
async function* citedDocuments(reader: RecordReader, query: ResolvedQuery): AsyncGenerator<Cited> {
  const ids = new Set<string>();
  for await (const batch of reader.eachStatement(query, BATCH))
    for (const { reports } of batch) for (const { document } of reports) ids.add(document);
  for await (const { record } of eachClaim(reader, query))
    for (const { document } of record.evidence) ids.add(document);
  const sorted = [...ids].sort();
  for (let at = 0; at < sorted.length; at += BATCH) {
    const documents = await reader.documentsById(sorted.slice(at, at + BATCH));
    const outlets = await reader.actorsById(documents.flatMap(({ outlet }) => outlet ?? []));
    const names = new Map<string, string>(outlets.map(({ id, name }) => [id, name]));
    for (const document of documents)
      yield { document, outlet: names.get(document.outlet ?? '') ?? null };
  }
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function latex(text: string): string {
  return oneLine(text).replace(/[\\{}$&%#_~^]/g, (character) => LATEX[character] ?? character);
}

/** BibTeX in the fields of biblatex, whose `date` is EDTF like ours. */
export async function* bibtex(reader: RecordReader, query: ResolvedQuery): AsyncGenerator<string> {
  for await (const { document, outlet } of citedDocuments(reader, query)) {
    const fields: [string, string | null][] = [
      ['title', `{${latex(document.title)}}`],
      ['author', document.authors.map((name) => `{${latex(name)}}`).join(' and ') || null],
      ['journaltitle', outlet === null ? null : latex(outlet)],
      ['date', document.published],
      ['url', document.url === null ? null : document.url.replace(/[{}\\]/g, encodeURIComponent)],
      ['langid', latex(document.language)],
      ['note', `SHA-256 of the text: ${document.sha256}`],
    ];
    const lines = fields.flatMap(([name, value]) =>
      value === null ? [] : [`  ${name} = {${value}},\n`],
    );
    yield `@online{${document.id.slice('doc:'.length)},\n${lines.join('')}}\n\n`;
  }
}

/** CSL-JSON (Citation Style Language 1.0.2): an array of items. */
export async function* csl(reader: RecordReader, query: ResolvedQuery): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const cited of citedDocuments(reader, query)) {
    yield separator + JSON.stringify(cslItem(cited));
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function cslItem({ document, outlet }: Cited) {
  return {
    id: document.id,
    type: 'article-newspaper',
    title: document.title,
    ...(document.authors.length > 0 && {
      author: document.authors.map((literal) => ({ literal })),
    }),
    ...(outlet !== null && { 'container-title': outlet }),
    ...(document.published !== null && { issued: cslDate(document.published) }),
    ...(document.url !== null && { URL: document.url }),
    language: document.language,
    note: `SHA-256 of the text: ${document.sha256}`,
  };
}

/** CSL writes dates as numbers; what is vaguer than a day is written as the range of its days. */
function cslDate(edtf: string) {
  const range = dayRange(edtf);
  const days = [range?.from, range?.to].filter((day) => day != null);
  const parts = [...new Set(days)].map((day) => day.split('-').map(Number));
  return { 'date-parts': parts, ...(isApproximate(edtf) && { circa: true }) };
}
