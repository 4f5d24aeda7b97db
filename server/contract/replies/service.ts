import { z } from 'zod';
import { ActorKind } from '../../../graph-data/schema/index.ts';

export const Suggestion = z.object({
  type: z.enum(['actor', 'document', 'agreement', 'key', 'value']),
  /** What to show. */
  label: z.string(),
  /** What to put into the search box. */
  insert: z.string(),
  id: z.string().nullable(),
  kind: ActorKind.nullable(),
  /** The alias that matched when it is not the label; else null. */
  matched: z.string().nullable(),
  /** What tells it from others of its label, in words: outlet and day of a document. */
  detail: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestReply = z.object({
  items: z.array(Suggestion),
  /** The part of what was typed that an `insert` takes the place of, UTF-16 code units. */
  replace: z.object({ start: z.int(), end: z.int() }),
});

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  /** Raised by every write; the ETag of replies derives from it. */
  revision: z.int(),
  counts: z.object({
    documents: z.int(),
    actors: z.int(),
    statements: z.int(),
    agreements: z.int(),
    events: z.int(),
    relations: z.int(),
  }),
});
export type Health = z.infer<typeof Health>;
