import { z } from 'zod';
import { DocumentId, Edtf } from '../../graph-data/schema/index.ts';
import { Problem } from './errors.ts';
import { pageOf } from './replies.ts';

/** What a document goes through, in order. */
const STAGES = ['waiting', 'reading', 'extracting', 'writing', 'done'] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** How an item ended: new (a new version too), known already by its hash, refused, or not reached. */
export const Outcome = z.enum(['added', 'known', 'refused', 'stopped']);
export type Outcome = z.infer<typeof Outcome>;

/** Proposals made from a document, or from all of a file. */
export const ProposalCounts = z.object({
  statements: z.int(),
  agreements: z.int(),
  events: z.int(),
  relations: z.int(),
  actors: z.int(),
});
export type ProposalCounts = z.infer<typeof ProposalCounts>;

export const NO_PROPOSALS: ProposalCounts = {
  statements: 0,
  agreements: 0,
  events: 0,
  relations: 0,
  actors: 0,
};

/** The proposals of all together. */
export function totalProposals(all: readonly ProposalCounts[]): ProposalCounts {
  return all.reduce(
    (sum, each) => ({
      statements: sum.statements + each.statements,
      agreements: sum.agreements + each.agreements,
      events: sum.events + each.events,
      relations: sum.relations + each.relations,
      actors: sum.actors + each.actors,
    }),
    NO_PROPOSALS,
  );
}

/** One document that came out of a file, with the proposals made from it. */
export const JobDocument = z.object({
  id: DocumentId,
  title: z.string(),
  outcome: Outcome,
  ...ProposalCounts.shape,
  notes: z.array(z.string()),
});
export type JobDocument = z.infer<typeof JobDocument>;

/** One document of a file that did not come in; the record is what it was before it. */
export const RefusedDocument = z.object({
  /** Its place in the file, from 1. */
  place: z.int(),
  title: z.string(),
  problem: Problem,
});
export type RefusedDocument = z.infer<typeof RefusedDocument>;

/** Documents of one file that a job lists one by one; the rest it counts. */
export const LISTED_DOCUMENTS = 100;

/** One file of a job. */
export const JobItem = z.object({
  name: z.string(),
  mediaType: z.string().nullable(),
  bytes: z.int(),
  stage: Stage,
  outcome: Outcome.nullable(),
  /** Documents found in the file; 0 until it is read. */
  found: z.int(),
  /** Documents that have come to an end, refused ones among them. */
  finished: z.int(),
  /** Documents that were refused; the others of the file come in none the less. */
  refused: z.int().default(0),
  /** Documents that are new to the record; those that came in beside them were known. */
  added: z.int().default(0),
  /** Made from all of its documents, whether they are listed or not. */
  proposals: ProposalCounts.default(NO_PROPOSALS),
  /** The first LISTED_DOCUMENTS that are in the record. */
  documents: z.array(JobDocument),
  /** The first LISTED_DOCUMENTS that were refused. */
  refusals: z.array(RefusedDocument).default([]),
  /** Why the file was refused, or the first of its documents when all were; null otherwise. */
  problem: Problem.nullable(),
});
export type JobItem = z.infer<typeof JobItem>;

/** `failed`: a fault broke it off; the next start takes it up where it stood. */
const JOB_STATES = ['queued', 'running', 'done', 'stopped', 'failed'] as const;

/**
 * An import: files in, proposals out. Each document is imported whole or not at all; a job that
 * was cut off goes on where it stood.
 */
export const Job = z.object({
  id: z.string().regex(/^job-[a-z0-9-]{8,60}$/),
  /** ISO 8601 UTC. */
  created: z.string(),
  state: z.enum(JOB_STATES),
  hints: z.lazy(() => DocumentHints),
  items: z.array(JobItem),
  /** The fault that broke it off; null when none did. */
  problem: Problem.nullable().default(null),
  /** Items that have come to an end. */
  finished: z.int(),
  /** Words read so far. */
  words: z.int(),
  /** Over the whole run; null before the first document. */
  wordsPerSecond: z.number().nullable(),
  /** Estimated from the bytes still to read, by what followed the first document; null when not known. */
  secondsLeft: z.number().nullable(),
});
export type Job = z.infer<typeof Job>;

/** What changed of a job since it was told last: the items that did, the rest as it is now. */
export const JobChange = Job.omit({ items: true }).extend({
  changed: z.array(z.object({ at: z.int(), item: JobItem })),
  /** Whether nothing more will happen to it. */
  ended: z.boolean(),
});
export type JobChange = z.infer<typeof JobChange>;

/** The job after a change. */
export function changedJob(job: Job, { changed, ended: _, ...rest }: JobChange): Job {
  const items = [...job.items];
  for (const { at, item } of changed) items[at] = item;
  return { ...rest, items };
}

/** Whether nothing more will happen to a job: a stopped one still ends the documents under way. */
export function hasEnded({ state, items }: Pick<Job, 'state' | 'items'>): boolean {
  if (state === 'stopped') return items.every(({ outcome }) => outcome !== null);
  return state === 'done' || state === 'failed';
}

/** A BCP 47 tag in its common form. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i, 'a language code such as en, ru or pt-BR');

/** What whoever brings a document knows of it; overrides what the document says of itself. */
export const DocumentHints = z.strictObject({
  title: z.string().min(1).max(500).optional(),
  outlet: z.string().min(1).max(200).optional(),
  published: Edtf.optional(),
  language: LanguageTag.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type DocumentHints = z.infer<typeof DocumentHints>;

/** Whether a file, or a folder on the way to it, begins with a dot: such are not brought unnamed. */
export function isHiddenPath(path: string): boolean {
  return path.split(/[\\/]/).some((name) => name.startsWith('.'));
}

/** Longest text of a document, in UTF-16 code units (about 300,000 words). */
export const MAX_TEXT_LENGTH = 2_000_000;

/** Bytes of a JSON body that holds such a text: JSON may take six for one code unit. */
export const TEXT_BODY_LIMIT = 6 * MAX_TEXT_LENGTH + 100_000;

/** A pasted document. Files come as multipart/form-data instead, any number in one request. */
export const PasteDocument = DocumentHints.extend({
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  /** Decides the reader: `text`, `markdown` or `html`. */
  format: z.enum(['text', 'markdown', 'html']).default('text'),
});
export type PasteDocument = z.infer<typeof PasteDocument>;

export const JobPage = pageOf(Job);
