import { z } from 'zod';

/** Questions that a record keeps at most. */
export const MAX_SAVED = 200;

export const SavedId = z.templateLiteral(['saved:', z.string().regex(/^[0-9a-f]{12}$/)]);
export type SavedId = z.infer<typeof SavedId>;

const Instant = z.iso.datetime({ precision: 3 });

/** A question that is kept under a name, to be asked again. */
export const SavedQuestion = z.object({
  id: SavedId,
  /** No other saved question has it. */
  name: z.string(),
  /** The screen that asks it: a query string without `?`; empty for everything. */
  address: z.string(),
  /** When it was saved. ISO 8601, UTC, as `seen`. */
  created: Instant,
  /** Statements that entered the record at this instant or later have not been seen. */
  seen: Instant,
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;

/** What is asked for: a question under a name. */
export const SaveRequest = z.strictObject({
  name: z.string().trim().min(1).max(200),
  address: z.string().max(8000),
  /** Left out: now. Given when one that was removed is put back. */
  seen: Instant.optional(),
});
export type SaveRequest = z.infer<typeof SaveRequest>;

/** Up to when its statements have been seen: the `at` of the answer that was looked at. */
export const SeenRequest = z.strictObject({ seen: Instant });
export type SeenRequest = z.infer<typeof SeenRequest>;

/** A saved question, asked of the record as it is now. */
export const SavedReply = SavedQuestion.extend({
  /** When it was asked; whoever has seen this answer has seen all that was recorded before. */
  at: Instant,
  /** As the search box writes it; empty for everything. */
  query: z.string(),
  /** Statements that match; null when it cannot be asked any more, and `trouble` says why. */
  total: z.int().nullable(),
  /** Those of them that entered the record since `seen`; null as `total`. */
  unseen: z.int().nullable(),
  trouble: z.string().nullable(),
});
export type SavedReply = z.infer<typeof SavedReply>;

export const SavedList = z.object({ items: z.array(SavedReply) });
export type SavedList = z.infer<typeof SavedList>;
