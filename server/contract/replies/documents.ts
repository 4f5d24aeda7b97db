import { z } from 'zod';
import { Document, Selector, Status } from '../../../graph-data/schema/index.ts';

const AnnotationRole = z.enum([
  'content',
  'cue',
  'source',
  'repeat',
  'evidence',
  'figure',
  'mention',
]);

/** One marked span of a document and the record that it belongs to. */
export const Annotation = z.object({
  record: z.string(),
  role: AnnotationRole,
  selector: Selector,
  /** Of the claim that it belongs to; null for a mention. */
  status: Status.nullable(),
  /** Whether the selector fits the held text; null when the text is not held. */
  anchored: z.boolean().nullable(),
});
export type Annotation = z.infer<typeof Annotation>;

export const DocumentListItem = Document.extend({
  outletName: z.string().nullable(),
  statements: z.int(),
});
export type DocumentListItem = z.infer<typeof DocumentListItem>;

export const DocumentReply = DocumentListItem.extend({
  /** The whole text when held; null when only quoted passages are known. */
  text: z.string().nullable(),
  /** In order of `start`. */
  annotations: z.array(Annotation),
});
export type DocumentReply = z.infer<typeof DocumentReply>;
