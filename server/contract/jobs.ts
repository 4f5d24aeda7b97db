import { z } from 'zod';
import { DocumentId, Edtf } from '../../graph-data/schema/index.ts';
import { Problem } from './errors.ts';

/** What a document goes through, in order. */
export const STAGES = ['waiting', 'reading', 'extracting', 'writing', 'done'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** How an item ended: new, known already by its hash, a new version, refused, or not reached. */
export const Outcome = z.enum(['added', 'known', 'refused', 'stopped']);
export type Outcome = z.infer<typeof Outcome>;

/** One document that came out of a file. */
export const JobDocument = z.object({
  id: DocumentId,
  title: z.string(),
  outcome: Outcome,
  /** Proposals made from it. */
  statements: z.int(),
  agreements: z.int(),
  events: z.int(),
  relations: z.int(),
  actors: z.int(),
  notes: z.array(z.string()),
});
export type JobDocument = z.infer<typeof JobDocument>;

/** One file of a job. */
export const JobItem = z.object({
  name: z.string(),
  mediaType: z.string().nullable(),
  stage: Stage,
  outcome: Outcome.nullable(),
  documents: z.array(JobDocument),
  /** Why it was refused; null otherwise. */
  problem: Problem.nullable(),
});
export type JobItem = z.infer<typeof JobItem>;

/** An import: files in, proposals out. Each file is imported whole or not at all. */
export const Job = z.object({
  id: z.string().regex(/^job-[a-z0-9-]{8,60}$/),
  /** ISO 8601 UTC. */
  created: z.string(),
  state: z.enum(['queued', 'running', 'done', 'stopped']),
  items: z.array(JobItem),
  /** Items that have come to an end. */
  finished: z.int(),
  /** Words read so far and per second; null before the first document. */
  words: z.int(),
  wordsPerSecond: z.number().nullable(),
  /** Estimated seconds to the end; null when not known. */
  secondsLeft: z.number().nullable(),
});
export type Job = z.infer<typeof Job>;

/** What whoever brings a document knows of it; overrides what the document says of itself. */
export const DocumentHints = z.strictObject({
  title: z.string().min(1).max(500).optional(),
  outlet: z.string().min(1).max(200).optional(),
  published: Edtf.optional(),
  language: z.string().min(2).max(35).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type DocumentHints = z.infer<typeof DocumentHints>;

/** A pasted document. Files come as multipart/form-data instead, any number in one request. */
export const PasteDocument = DocumentHints.extend({
  text: z.string().min(1).max(2_000_000),
  /** Decides the reader: `text`, `markdown` or `html`. */
  format: z.enum(['text', 'markdown', 'html']).default('text'),
});
export type PasteDocument = z.infer<typeof PasteDocument>;

export const JobReply = Job;
export const JobPage = z.object({ total: z.int(), items: z.array(Job) });
