import { OnrecordError } from '../../contract/index.ts';
import type { Format, SourceFile } from './reader.ts';

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['mht', 'html'],
  ['mhtml', 'html'],
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['eml', 'eml'],
  ['json', 'jsonl'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
]);

const BY_MEDIA_TYPE: ReadonlyMap<string, Format> = new Map([
  ['text/plain', 'text'],
  ['text/markdown', 'markdown'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['multipart/related', 'html'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['message/rfc822', 'eml'],
  ['application/json', 'jsonl'],
  ['application/jsonl', 'jsonl'],
  ['application/x-ndjson', 'jsonl'],
]);

/** Bytes that begin files of kinds that are commonly brought and cannot be read, by kind. */
const UNREADABLE: readonly (readonly [string, readonly number[]])[] = [
  ['an image (PNG)', [0x89, 0x50, 0x4e, 0x47]],
  ['an image (JPEG)', [0xff, 0xd8, 0xff]],
  ['an image (GIF)', [0x47, 0x49, 0x46, 0x38]],
  [
    'an old Office document or an Outlook message; save it as .docx or .eml',
    [0xd0, 0xcf, 0x11, 0xe0],
  ],
  ['an RTF document; save it as .docx', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a gzip archive; unpack it first', [0x1f, 0x8b]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** Other files that are ZIP archives, by ending. */
const PACKED: ReadonlyMap<string, string> = new Map([
  ['zip', 'an archive; unpack it first'],
  ['odt', 'an OpenDocument text; save it as .docx'],
  ['pages', 'a Pages document; save it as .docx'],
  ['epub', 'a book (EPUB); save its text'],
  ['pptx', 'a presentation; save it as PDF'],
]);

/** Endings of files that hold tables, data or code and no text that anybody wrote to be read. */
const DATA = new Set(
  'csv tsv xls xlsx ods geojson xml yaml yml toml ini log sql sqlite db js mjs ts css py sh'.split(
    ' ',
  ),
);

const READABLE_FORMATS =
  'Plain text, Markdown, HTML, PDF with a text layer, DOCX, EML, JSON and JSON Lines can be read.';

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The format of a file: what its first bytes prove, else its extension, else its stated media
 * type, else plain text. Throws `unreadable-document` for kinds that are known not to be readable.
 */
export function formatOf(file: SourceFile): Format {
  const { bytes } = file;
  const unreadable = UNREADABLE.find(([, signature]) => begins(bytes, signature));
  if (unreadable)
    throw new OnrecordError(
      'unreadable-document',
      `"${file.name}" is ${unreadable[0]}. ${READABLE_FORMATS}`,
      { field: 'file' },
    );
  if (DATA.has(extensionOf(file.name)))
    throw new OnrecordError(
      'unreadable-document',
      `"${file.name}" holds data, by its name, and no document. ${READABLE_FORMATS}`,
      { field: 'file' },
    );
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return packed(file);
  const stated = BY_EXTENSION.get(extensionOf(file.name)) ?? statedType(file.mediaType);
  return stated ?? (looksLikeHtml(bytes) ? 'html' : 'text');
}

/** What is packed as a ZIP archive: a DOCX, unless its name says otherwise. */
function packed({ name }: SourceFile): Format {
  const kind = PACKED.get(extensionOf(name));
  if (kind === undefined) return 'docx';
  throw new OnrecordError('unreadable-document', `"${name}" is ${kind}. ${READABLE_FORMATS}`, {
    field: 'file',
  });
}

function statedType(mediaType: string | null): Format | undefined {
  const type = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  // Browsers state text/plain for many unknown files; the content then decides.
  return type === 'text/plain' ? undefined : BY_MEDIA_TYPE.get(type);
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  return /^\s*(?:<!doctype html|<html|<head|<body)/i.test(head);
}
