import {
  dayRange,
  isApproximate,
  type Document,
  type Selector,
} from '../../graph-data/schema/index.ts';
import { attributed, dateWords, quoted, type DocumentRef } from '../contract/index.ts';
import { outletName, outletsOf } from '../store/store.ts';
import type { ClaimReply } from './present.ts';
import { claimRows, reportRows, type ClaimRow, type ReportRow } from './rows.ts';
import { BATCH, type Selection } from './selection.ts';

/**
 * One line for each report of a statement and each document that a claim rests on: who or what, the
 * words, where they stand, and by what hash the text is known.
 */
export async function* citations(selection: Selection): AsyncGenerator<string> {
  for await (const rows of reportRows(selection))
    yield rows.map((row) => `${citationLine(row)}\n`).join('');
  for await (const rows of claimRows(selection))
    yield rows.map((row) => `${claimLine(row)}\n`).join('');
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

const wordsOf = (selectors: readonly Selector[]) =>
  selectors.map(({ exact }) => oneLine(exact)).join(' … ');

/** Where the words of a citation stand. */
function placeOf(
  document: Document,
  { outlet }: DocumentRef,
  selectors: readonly Selector[],
): string {
  const spans = selectors.map(({ start, end }) => `${start}-${end}`).join(', ');
  const where = [
    quoted(oneLine(document.title)),
    outlet?.name ?? 'outlet not known',
    dateWords(document.published, 'date not known'),
    ...(document.url === null ? [] : [document.url]),
  ];
  return `In: ${where.join(', ')}, characters ${spans}, SHA-256 ${document.sha256}.`;
}

function citationLine({ statement, report, document }: ReportRow): string {
  const said = attributed(statement.speaker.name, statement.mode, wordsOf(report.content));
  const via = report.via.map(({ name }) => name).join(', ');
  const facts = [
    `${statement.act}, ${statement.mode}`,
    statement.said === null ? 'day not known' : `said ${dateWords(statement.said)}`,
    ...(via === '' ? [] : [`carried by ${via}`]),
  ];
  const place = placeOf(document, report.document, report.content);
  return `${said} (${facts.join('; ')}). ${place} [${statement.id}]`;
}

function claimLine({ claim, evidence, document }: ClaimRow): string {
  const { name, facts } = briefly(claim);
  const words = wordsOf(evidence.selectors);
  const place = placeOf(document, evidence.document, evidence.selectors);
  return `${oneLine(name)} (${facts.join('; ')}): ${words}. ${place} [${claim.reply.id}]`;
}

/** What a claim is called, and what it says in a few words. */
function briefly({ type, reply }: ClaimReply): { name: string; facts: string[] } {
  const on = (date: string | null) => dateWords(date, 'day not known');
  switch (type) {
    case 'agreement':
      return { name: reply.name, facts: ['agreement', reply.state, on(reply.date)] };
    case 'event':
      return { name: reply.name, facts: [reply.kind, on(reply.date)] };
    case 'relation': {
      const office = reply.title === null ? [] : [reply.title];
      const name = `${reply.from.name} – ${reply.to.name}`;
      return { name, facts: [reply.kind, ...office, on(reply.valid)] };
    }
  }
}

/** A document with the name of its outlet. */
interface Cited {
  readonly document: Document;
  readonly outlet: string | null;
}

/** The documents that matching statements, agreements, events and relations rest on, by id. */
async function* citedDocuments(selection: Selection): AsyncGenerator<Cited> {
  const { reader } = selection;
  const ids = new Set<string>();
  for await (const batch of selection.statements())
    for (const { reports } of batch) for (const { document } of reports) ids.add(document);
  for await (const { record } of selection.claims())
    for (const { document } of record.evidence) ids.add(document);
  const sorted = [...ids].sort();
  for (let at = 0; at < sorted.length; at += BATCH) {
    const documents = await reader.documentsById(sorted.slice(at, at + BATCH));
    const outlets = await outletsOf(reader, documents);
    for (const document of documents) yield { document, outlet: outletName(outlets, document) };
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
export async function* bibtex(selection: Selection): AsyncGenerator<string> {
  for await (const { document, outlet } of citedDocuments(selection)) {
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
export async function* csl(selection: Selection): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const cited of citedDocuments(selection)) {
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
