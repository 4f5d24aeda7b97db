import { z } from 'zod';
import { DATE_BASES, Edtf } from '../../../graph-data/schema/index.ts';
import { MAX_TEXT_LENGTH } from '../../contract/jobs.ts';

/** The forms of document that can be read. `jsonl`, JSON too, holds many documents, the others one. */
const FORMATS = ['text', 'markdown', 'html', 'pdf', 'docx', 'eml', 'jsonl'] as const;
export const Format = z.enum(FORMATS);
export type Format = z.infer<typeof Format>;

/** Largest file that is read, in bytes; a larger one is refused with `too-large`. */
export const MAX_FILE_BYTES = 20_000_000;

/** A document as its reader gives it; what it says of itself stands as found, see metadata.ts. */
export interface ReadDocument {
  /** The text that selectors point into, exactly as it will be held. */
  readonly text: string;
  readonly format: Format;
  /** What was guessed or set aside on the way, for the person who brought it. */
  readonly notes: readonly string[];
  readonly title: unknown;
  readonly outlet: unknown;
  /** A list, or one author alone. */
  readonly authors: unknown;
  readonly published: unknown;
  readonly language: unknown;
  readonly url: unknown;
}

/** What a document says of itself, as far as it does. */
export const SourceDocument = z.strictObject({
  /** The text that selectors point into, exactly as it will be held. */
  text: z.string().max(MAX_TEXT_LENGTH),
  title: z.string().nullable(),
  /** The outlet's name as the document states it; null when it does not. */
  outlet: z.string().nullable(),
  authors: z.array(z.string()),
  published: Edtf.nullable(),
  publishedBasis: z.enum(DATE_BASES),
  /** BCP 47 tag; null when too little text tells. */
  language: z.string().nullable(),
  url: z.string().nullable(),
  format: Format,
  /** What was guessed or set aside on the way, for the person who brought it. */
  notes: z.array(z.string()),
});
export type SourceDocument = z.infer<typeof SourceDocument>;

/** A file as it came. */
export interface SourceFile {
  readonly name: string;
  /** Media type as stated by whoever brought it; null when not stated. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

/** A document with nothing known but its text. */
export function bareDocument(text: string, format: Format): ReadDocument {
  return {
    text,
    format,
    notes: [],
    title: null,
    outlet: null,
    authors: [],
    published: null,
    language: null,
    url: null,
  };
}
