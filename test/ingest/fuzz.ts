import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { OnrecordError, randomSource } from '../../server/contract/index.ts';
import { KnownActors, loadModels, readDocument, type Reading } from '../../server/extract/index.ts';
import { outliveStrayRejections } from '../../server/ingest/child/stray.ts';
import { readFile } from '../../server/ingest/readers/index.ts';
import type { Evidence, Selector } from '../../graph-data/schema/index.ts';
import { docx, file, MORE, page, pdf, SENTENCE } from './files.ts';
import { mutated, mutatedBytes } from './mutate.ts';

/** Longest processor time that one document may take, milliseconds; a busy machine does not count. */
const MOST_MS = 2000;

export interface FuzzReport {
  documents: number;
  refused: number;
  statements: number;
  slowestMs: number;
  /** Number and name of the document that took so long. */
  slowest: string;
  faults: string[];
}

const ARTICLE = `${SENTENCE}\n\n“It will,” Mayor Ann Lee told Reuters on Tuesday. “Nobody was misled,” she added.\n\n${MORE}\n\nThe opposition accused Lee of hiding a report; Bo Chan, the minister of roads, denied it and signed an agreement with Norway in 2021.`;

/** Documents of every format, to be spoilt. */
async function seeds() {
  const text = (content: string) => new TextEncoder().encode(content);
  const mail = `From: Ann <a@b.example>\r\nSubject: Bridge\r\nDate: Wed, 07 Dec 2022 10:00:00 +0000\r\n\r\n${ARTICLE}`;
  return [
    ['a.txt', text(ARTICLE)],
    ['a.md', text(`---\ntitle: A\n---\n# A\n\n${ARTICLE}`)],
    ['a.html', text(page())],
    ['a.eml', text(mail)],
    ['a.jsonl', text(`${JSON.stringify({ text: ARTICLE })}\n${JSON.stringify({ text: MORE })}`)],
    ['a.pdf', pdf([ARTICLE.split('\n'), [MORE.slice(0, 80)]])],
    ['a.docx', await docx(ARTICLE.split('\n\n'))],
  ] as const;
}

const BINARY = /\.(pdf|docx)$/;

/**
 * Spoils `count` documents and puts each through its reader and the extractor. What may happen: a
 * reading whose every offset is valid, or a refusal with a code; each within MOST_MS.
 */
export async function fuzz(count: number, seed: number): Promise<FuzzReport> {
  // As the reading process does, in which documents are read for real.
  outliveStrayRejections();
  const random = randomSource(seed);
  const files = await seeds();
  const models = loadModels();
  // To load a format's library, which takes seconds of a slow machine, is no document's time.
  for (const [name, bytes] of files) await readFile(file(name, bytes));
  const counts = { documents: 0, refused: 0, statements: 0 };
  const report: FuzzReport = { ...counts, slowestMs: 0, slowest: '', faults: [] };
  for (let i = 0; i < count; i += 1) {
    const [name, bytes] = files[i % files.length]!;
    const spoilt = BINARY.test(name)
      ? mutatedBytes(bytes, random)
      : new TextEncoder().encode(mutated(new TextDecoder().decode(bytes), random));
    const started = process.cpuUsage();
    try {
      for (const { text } of await readFile(file(name, spoilt))) {
        const sha256 = (i % 16).toString(16).repeat(64);
        const document = { id: 'doc:a' as const, sha256, title: 'A', outlet: null };
        const meta = { ...document, published: '2022-12-08', language: 'en' };
        const reading = readDocument({ text, document: meta }, models, new KnownActors());
        report.statements += reading.statements.length;
        report.faults.push(...offsetFaults(text, reading).map((fault) => `${i} ${name}: ${fault}`));
      }
    } catch (error) {
      if (error instanceof OnrecordError && error.code !== 'internal') report.refused += 1;
      else report.faults.push(`${i} ${name}: ${String(error)}`);
    }
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1000;
    if (took > report.slowestMs) {
      report.slowestMs = took;
      report.slowest = `${i} ${name}`;
    }
    if (took > MOST_MS) report.faults.push(`${i} ${name}: took ${Math.round(took)} ms`);
    report.documents += 1;
  }
  return report;
}

function offsetFaults(text: string, reading: Reading): string[] {
  const evidence = (list: readonly Evidence[]) => list.flatMap(({ selectors }) => selectors);
  const selectors: Selector[] = [
    ...reading.mentions.map(({ selector }) => selector),
    ...reading.statements.flatMap(({ reports }) =>
      reports.flatMap(({ content, cue, source, repeats }) => [
        ...content,
        ...(cue ? [cue] : []),
        ...(source ? [source] : []),
        ...repeats,
      ]),
    ),
    ...[...reading.agreements, ...reading.events, ...reading.relations].flatMap((claim) =>
      evidence(claim.evidence),
    ),
    ...reading.events.flatMap(({ figures }) => figures.map(({ selector }) => selector)),
  ];
  return selectors
    .filter(({ exact, start, end }) => exact === '' || text.slice(start, end) !== exact)
    .map(({ start, end }) => `the selector ${start}..${end} does not hold its words`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = { count: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const report = await fuzz(Number(values.count ?? 20_000), Number(values.seed ?? 1));
  const { faults, ...figures } = report;
  console.log(figures);
  for (const fault of faults.slice(0, 20)) console.log(fault);
  console.log(`${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
