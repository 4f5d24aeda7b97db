import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Document, Records } from '../../graph-data/schema/index.ts';
import { selectorAt } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../contract/index.ts';
import type { Unanchored } from '../record/anchoring.ts';
import { selectorsInto, unanchored } from '../record/anchoring.ts';
import { loadRecords } from '../record/sample.ts';
import { sha256Of } from '../store/sha256.ts';
import { readArgs } from './args.ts';
import { cannotRead, EXIT, UsageError, type Command, type Io } from './command.ts';
import { numberOf } from './output.ts';

const usage = `Usage: onrecord anchor [--as doc:ID] [--records FOLDER] FILE...
       onrecord anchor --quote WORDS FILE

Checks that every passage the records quote stands in its document, word for word, at its place.
Files are matched to documents by their SHA-256.

  --as doc:ID        check one file against this document, whatever its SHA-256 (an altered text)
  --records FOLDER   records to check, as JSON files (default: the sample record)
  --quote WORDS      print the selector of each place where the words stand in the file, as JSON

Exits 0 when every document was given and every passage anchors, 1 when not, 2 when it cannot run.`;

/** How many faults of one file are written out; the rest are counted. */
const FAULTS_SHOWN = 40;

const WHY: Readonly<Record<Unanchored['fault'], string>> = {
  'out-of-range': 'the text ends before it',
  'exact-differs': 'other words stand at its place',
  'context-differs': 'the words stand there, the words around them differ',
};

/** What became of one file. `document` is null when no document has its SHA-256. */
interface Checked {
  readonly file: string;
  readonly document: Document | null;
  /** Selectors that point into the document. */
  readonly selectors: number;
  readonly faults: readonly Unanchored[];
  /** Whether the file's SHA-256 is the document's; false only with `--as`. */
  readonly sameText: boolean;
}

const OPTIONS = {
  as: { type: 'string' },
  records: { type: 'string' },
  quote: { type: 'string' },
} as const;

type Write = (line: string) => void;

async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS);
  if (positionals.length === 0) throw new UsageError('Name a file. See onrecord anchor --help.');
  for (const option of ['as', 'quote'] as const)
    if (values[option] !== undefined && positionals.length !== 1)
      throw new UsageError(`--${option} takes exactly one file.`);
  const files = positionals.map((name) => fileAt(io, name));
  const write: Write = (line) => io.out(`${line}\n`);
  if (values.quote !== undefined) return writeSelectors(files, values.quote, write);
  const records = recordsIn(io, values.records);
  const as = values.as === undefined ? null : documentNamed(records, values.as);
  const checked = files.map((file) => check(records, file, as));
  return report(records, checked, as !== null, write);
}

interface File {
  /** As it was named. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Throws UsageError when it cannot be read. */
function fileAt(io: Io, name: string): File {
  try {
    return { name, bytes: readFileSync(resolve(io.folder, name)) };
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/** Throws `invalid-records` when the folder does not hold them. */
function recordsIn(io: Io, folder: string | undefined): Records {
  if (folder === undefined) return loadRecords();
  return loadRecords(pathToFileURL(`${resolve(io.folder, folder)}/`));
}

function documentNamed(records: Records, id: string): Document {
  const found = records.documents.find((document) => document.id === id);
  if (found) return found;
  const known = records.documents.map((document) => `  ${document.id}`).join('\n');
  throw new OnrecordError('not-found', `No document has the id ${id}. There are:\n${known}`);
}

function check(records: Records, { name: file, bytes }: File, as: Document | null): Checked {
  const sha256 = sha256Of(bytes);
  const document = as ?? records.documents.find((known) => known.sha256 === sha256) ?? null;
  if (document === null) return { file, document, selectors: 0, faults: [], sameText: false };
  return {
    file,
    document,
    selectors: selectorsInto(records, document.id).length,
    faults: unanchored(records, document.id, bytes.toString('utf8')),
    sameText: document.sha256 === sha256,
  };
}

/** Selectors for a new record. Exits 1 when the words stand nowhere. */
function writeSelectors([file]: readonly File[], quote: string, write: Write): number {
  const text = file?.bytes.toString('utf8') ?? '';
  const selectors = placesOf(text, quote).map((at) => selectorAt(text, at, at + quote.length));
  write(JSON.stringify(selectors, null, 2));
  return selectors.length > 0 ? EXIT.found : EXIT.nothing;
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function report(
  records: Records,
  checked: readonly Checked[],
  oneDocument: boolean,
  write: Write,
): number {
  for (const one of checked) writeChecked(one, write);
  const given = new Set(checked.map(({ document }) => document?.id));
  const missing = oneDocument ? [] : records.documents.filter(({ id }) => !given.has(id));
  for (const document of missing) write(`NOT GIVEN  ${document.id}  "${document.title}"`);
  const faults = sum(checked.map((one) => one.faults.length));
  const unknown = checked.filter(({ document }) => document === null).length;
  const anchored = sum(checked.map((one) => one.selectors)) - faults;
  write(
    `\n${anchored} passages anchor, ${faults} do not; ${numberOf(checked.length, 'file')}, ` +
      `${unknown} of no known document; ${numberOf(missing.length, 'document')} not given.`,
  );
  return faults + unknown + missing.length === 0 ? EXIT.found : EXIT.nothing;
}

function writeChecked(checked: Checked, write: Write): void {
  const { file, document, selectors, faults, sameText } = checked;
  if (document === null) {
    write(`UNKNOWN    ${file}: no document has its SHA-256; name one with --as if it was altered`);
    return;
  }
  const verdict = faults.length === 0 ? 'anchors   ' : 'FAULTS    ';
  write(`${verdict} ${document.id}: ${selectors - faults.length} of ${selectors} (${file})`);
  if (!sameText) write('           the text is not the one that was read: its SHA-256 differs');
  for (const fault of faults.slice(0, FAULTS_SHOWN)) write(`  ${describe(fault)}`);
  if (faults.length > FAULTS_SHOWN) write(`  and ${faults.length - FAULTS_SHOWN} more`);
}

function describe({ record, role, fault, selector }: Unanchored): string {
  const { exact, start, end } = selector;
  const words = exact.length > 60 ? `${exact.slice(0, 57)}...` : exact;
  return `${record}  ${role}  ${start}..${end}  ${WHY[fault]}: "${words.replaceAll('\n', ' ')}"`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export const anchorCommand: Command = { usage, run };
