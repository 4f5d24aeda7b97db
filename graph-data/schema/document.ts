import { z } from 'zod';
import { Edtf } from './edtf.ts';
import { ActorId, DocumentId } from './id.ts';

/** How a document's date is known: stated in its metadata, inferred from its text, or not at all. */
export const DATE_BASES = ['stated', 'inferred', 'unknown'] as const;

/** Something published. Its text is a separate matter: see `holding`. */
export const Document = z.strictObject({
  id: DocumentId,
  title: z.string().min(1),
  /** Who published it; null when the text does not tell. */
  outlet: ActorId.nullable(),
  /** Names as printed, in print order; empty when none is printed. */
  authors: z.array(z.string().min(1)),
  /** Publication date; null when not known. */
  published: Edtf.nullable(),
  publishedBasis: z.enum(DATE_BASES),
  /** In words: what tells outlet and date, and what is not known. Empty when metadata states both. */
  note: z.string(),
  /** BCP 47 tag. */
  language: z.string().min(2),
  /** Where it was published; null when not known. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** SHA-256 of the UTF-8 bytes of the text that selectors point into, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Length of that text in UTF-16 code units. */
  length: z.int().nonnegative(),
  /** `held`: the whole text is stored; `cited`: only quoted passages are known. */
  holding: z.enum(['held', 'cited']),
});
export type Document = z.infer<typeof Document>;
