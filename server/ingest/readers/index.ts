import { franc } from 'franc-min';
import { OnrecordError, THREE_LETTER_CODES } from '../../contract/index.ts';
import { MAX_TEXT_LENGTH } from '../../contract/jobs.ts';
import { readDocx } from './docx.ts';
import { readEml } from './eml.ts';
import { formatOf } from './format.ts';
import { readJsonl } from './jsonl.ts';
import { readMarkdown } from './markdown.ts';
import { readPage } from './mhtml.ts';
import { withMetadata } from './metadata.ts';
import { publishedIn } from './opening.ts';
import { readPdf } from './pdf.ts';
import {
  type Format,
  MAX_FILE_BYTES,
  type ReadDocument,
  type SourceDocument,
  type SourceFile,
} from './reader.ts';
import { readText } from './text.ts';

export * from './reader.ts';

type Reader = (
  bytes: Uint8Array,
) => ReadDocument | ReadDocument[] | Promise<ReadDocument | ReadDocument[]>;

const READERS: Readonly<Record<Format, Reader>> = {
  text: readText,
  markdown: readMarkdown,
  html: readPage,
  pdf: readPdf,
  docx: readDocx,
  eml: readEml,
  jsonl: readJsonl,
};

/** Characters looked at when telling the language. */
const LANGUAGE_SAMPLE = 2000;

/** Shorter texts are told wrongly too often (franc's own advice is to give it more). */
const MIN_LANGUAGE_LENGTH = 200;

/** Codes that franc-min gives, as BCP 47: of Arabic, Chinese and Persian it tells the one variety. */
const TAG_OF_CODE: ReadonlyMap<string, string> = new Map([
  ...[...THREE_LETTER_CODES].map(([tag, code]) => [code, tag] as const),
  ['arb', 'ar'],
  ['cmn', 'zh'],
  ['pes', 'fa'],
]);

/** The language of a text as a BCP 47 tag; null when too little text tells. */
function languageOf(text: string): string | null {
  const code = franc(text.slice(0, LANGUAGE_SAMPLE), { minLength: MIN_LANGUAGE_LENGTH });
  return code === 'und' ? null : (TAG_OF_CODE.get(code) ?? code);
}

/**
 * Reads one file into its documents: one, or each line of a JSON Lines file, each item of a JSON
 * list, each mail of a mail. Throws OnrecordError: `too-large`, `unreadable-document`, `no-text`, `bad-json`.
 */
export async function readFile(file: SourceFile): Promise<SourceDocument[]> {
  if (file.bytes.length > MAX_FILE_BYTES)
    throw new OnrecordError(
      'too-large',
      `"${file.name}" has over ${MAX_FILE_BYTES} bytes, which is the most that is read of one file. Split it, or bring its text alone.`,
      { field: 'file' },
    );
  const read = await READERS[formatOf(file)](file.bytes);
  const documents = Array.isArray(read) ? read : [read];
  if (documents.length === 0) throw noText(file.name);
  return documents.map((document) => finished(document, file.name));
}

function finished(read: ReadDocument, name: string): SourceDocument {
  if (read.text.trim() === '') throw noText(name);
  if (read.text.length > MAX_TEXT_LENGTH)
    throw new OnrecordError(
      'too-large',
      `"${name}" holds ${read.text.length} characters of text; ${MAX_TEXT_LENGTH} are read at most. Split it.`,
      { field: 'file' },
    );
  const document = withMetadata(read);
  return { ...dated(document), language: document.language ?? languageOf(document.text) };
}

function noText(name: string): OnrecordError {
  return new OnrecordError(
    'no-text',
    `"${name}" holds no text. Bring what was written itself, such as the text saved as .txt.`,
    { field: 'file' },
  );
}

/** What the page or file does not say of its date, the first lines of the text may. */
function dated(document: SourceDocument): SourceDocument {
  if (document.published !== null) return document;
  const published = publishedIn(document.text);
  return published === null ? document : { ...document, published, publishedBasis: 'stated' };
}
