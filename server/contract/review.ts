import { z } from 'zod';
import { DocumentId, Mode } from '../../graph-data/schema/index.ts';
import {
  ActorRef,
  AgreementReply,
  DocumentRef,
  EventReply,
  READING,
  RelationReply,
  StatementReply,
} from './replies.ts';

/** Who else a speaker could be, best first, and what speaks for each. */
export const Candidate = z.object({
  actor: ActorRef,
  /** 0..1; comparable within one list only. */
  score: z.number(),
  /** In words, for a person: "is called “Novak”", "is named 120 characters before". */
  reason: z.string(),
});
export type Candidate = z.infer<typeof Candidate>;

const common = {
  /** Calibrated probability that the proposal is right, 0..1; null when it was not read by us. */
  confidence: z.number().nullable(),
  /** Document and offset of its first passage, by which the queue is ordered. */
  document: z.string(),
  start: z.int(),
};

/** One thing to decide. */
export const Proposal = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('statement'),
    ...common,
    record: StatementReply,
    /** Empty unless they are asked for. */
    candidates: z.array(Candidate),
  }),
  z.object({ type: z.literal('agreement'), ...common, record: AgreementReply }),
  z.object({ type: z.literal('event'), ...common, record: EventReply }),
  z.object({ type: z.literal('relation'), ...common, record: RelationReply }),
]);
export type Proposal = z.infer<typeof Proposal>;

export const PROPOSAL_TYPES = ['statement', 'agreement', 'event', 'relation'] as const;
export type ProposalType = (typeof PROPOSAL_TYPES)[number];

/** Accepting a queue at once: how many proposals whoever accepts knows it to hold, and why. */
export const QueueAcceptance = z.strictObject({
  /** Its `total` when it was looked at: of a queue that holds more or fewer now none is accepted. */
  total: z.int().min(1).optional(),
  note: z.string().max(2000).default(''),
});
export type QueueAcceptance = z.input<typeof QueueAcceptance>;

/**
 * Statements that may be one utterance, documents that may copy one another in what they report of
 * one or more statements, or two actors that may be one.
 */
export const Likeness = z.object({
  type: z.enum(['same-utterance', 'same-origin', 'same-actor']),
  /** Ids of the records, the one that would stay first; of a common origin the statements, then the documents. */
  records: z.array(z.string()).min(2),
  /** What to call each of them. */
  labels: z.array(z.string()),
  /** Outlet, or title, and day of what each stands in, in words; none where that says nothing. */
  sources: z.array(z.array(z.string())),
  /** How many documents report what is alike; 0 of actors. */
  documents: z.int(),
  /** How many of these may be copies of one text; of several such texts the most copied; 0 for none. */
  copies: z.int(),
  /** Of the documents those of the earliest day that is known; none where no day is, or all are of one. */
  first: z.array(DocumentRef),
  score: z.number(),
  reason: z.string(),
});
export type Likeness = z.infer<typeof Likeness>;

/** How often proposals of a kind are right, and how many attributions of it are found. */
export const MeasuredKind = z.object({
  /** How the content is quoted; null for all modes together. */
  mode: Mode.nullable(),
  /** True for saying and writing, false for belief, wish, plan and feeling; null for both. */
  speech: z.boolean().nullable(),
  /** Share, 0..1, of the proposals that are right; null where there are none. */
  precision: z.number().min(0).max(1).nullable(),
  /** Share, 0..1, of the annotated attributions that are found; null where there are none. */
  recall: z.number().min(0).max(1).nullable(),
  /** Proposals of the kind, and annotated attributions of it: what the shares rest on. */
  proposals: z.int().min(0),
  annotated: z.int().min(0),
});
export type MeasuredKind = z.infer<typeof MeasuredKind>;

/** Figures of the reader on annotated articles that it did not learn from. */
export const Measured = z.object({
  corpus: z.string(),
  documents: z.int().min(1),
  /** Proposals less sure than this, 0..1, are not given. */
  leastConfidence: z.number().min(0).max(1),
  /** All together first, then by speech, by mode, and by both. */
  kinds: z.array(MeasuredKind),
});
export type Measured = z.infer<typeof Measured>;

/** The queue: proposals of the filter, with the measured worth of each kind. */
export const ProposalPage = z.object({
  total: z.int(),
  items: z.array(Proposal),
  next: z.string().nullable(),
  /** Undecided proposals by type over the whole filter. */
  counts: z.record(z.enum(PROPOSAL_TYPES), z.int()),
  measured: Measured,
  ...READING,
});
export type ProposalPage = z.infer<typeof ProposalPage>;

export const LikenessList = z.object({
  total: z.int(),
  /** Most alike first, at most 200. */
  items: z.array(Likeness),
  /** How many of how many records were compared, in words; null when all that can tell were. */
  bound: z.string().nullable(),
});
export type LikenessList = z.infer<typeof LikenessList>;

/** What came of reading a held document again; decisions about it stand. */
export const ReadAgain = z.object({
  document: DocumentId,
  title: z.string(),
  /** What the reader proposes now, decided ones among them. */
  statements: z.int(),
  agreements: z.int(),
  events: z.int(),
  relations: z.int(),
  /** Decisions of the whole record that have come apart from what they were made upon. */
  conflicts: z.int(),
});
export type ReadAgain = z.infer<typeof ReadAgain>;
