import { z } from 'zod';

/**
 * Where a record stands: `accepted` by a person or by an import that a person made, `proposed`
 * by the reader and undecided, `rejected` by a person (kept, so that a re-run does not propose it
 * again).
 */
export const STATUSES = ['accepted', 'proposed', 'rejected'] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** How a record came to be: read by a person, extracted by our reader, or imported from data. */
export const METHODS = ['read', 'extracted', 'imported'] as const;
export const Method = z.enum(METHODS);
export type Method = z.infer<typeof Method>;

/** Fields that every claim (statement, agreement, event, relation) carries. */
export const provenanceFields = {
  status: Status.default('accepted'),
  method: Method.default('read'),
  /** Calibrated probability that the record is right, 0..1; null when a person read it. */
  confidence: z.number().min(0).max(1).nullable().default(null),
};
