import { z } from 'zod';
import {
  Action,
  ActorId,
  Decision,
  DecisionId,
  DocumentId,
  RecordEdit,
  Status,
} from '../../graph-data/schema/index.ts';

/** Who decides when nobody has signed in. */
export const LOCAL_AUTHOR = 'local';

const SeenFields = RecordEdit.extend({ status: Status.optional(), speaker: ActorId.optional() });

/**
 * Fields of the records that a decision changes, as whoever decides saw them. When one of them is
 * otherwise by now, the decision is refused, so that nobody is overruled unseen. Of a merge or a
 * link the fields are those of `from`, and in `into` those of the record that it becomes.
 */
export const Seen = SeenFields.extend({ into: SeenFields.optional() });
export type Seen = z.infer<typeof Seen>;

/** What a person asks for: the action, and why. Who they are is known from signing in. */
export const DecisionRequest = z.strictObject({
  action: Action,
  note: z.string().max(2000).default(''),
  seen: Seen.optional(),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** Why, for an undo. */
export const UndoRequest = z.strictObject({ note: z.string().max(2000).default('') });
export type UndoRequest = z.infer<typeof UndoRequest>;

/**
 * Why a decision and the record have come apart:
 *
 * - `gone`: something that it names no longer stands; this part of it has no effect
 * - `changed`: it stands, over a record that a later reading words otherwise
 * - `not-proposed`: it stands and keeps a record that the reader no longer proposes
 * - `impossible`: what stands now does not allow it; it has no effect
 */
const CONFLICT_REASONS = ['gone', 'changed', 'not-proposed', 'impossible'] as const;

export const Conflict = z.object({
  decision: DecisionId,
  /** The record that it is about. */
  record: z.string(),
  reason: z.enum(CONFLICT_REASONS),
  /** In words, for a person. */
  message: z.string(),
});
export type Conflict = z.infer<typeof Conflict>;
export const ConflictList = z.object({ items: z.array(Conflict) });

export const DecisionReply = z.object({
  decision: Decision,
  /** Of the record, with the decision in it. */
  revision: z.int(),
  /** Ids of the records that it changed, made or took away; sorted. */
  changed: z.array(z.string()),
});
export type DecisionReply = z.infer<typeof DecisionReply>;

/** A decision in the log; `undone` while an undo that stands takes it back. */
export const DecisionItem = Decision.extend({
  undone: z.boolean(),
  /** What was decided about whom, for a person; of an edit, with the value before. */
  words: z.string(),
});
export type DecisionItem = z.infer<typeof DecisionItem>;
export const DecisionPage = z.object({
  total: z.int(),
  items: z.array(DecisionItem),
  next: z.string().nullable(),
});
export type DecisionPage = z.infer<typeof DecisionPage>;

/** What came of putting a text under a document's quotations. */
export const AnchorReport = z.object({
  /** The document that holds the text: the one named, or a new version of it. */
  document: DocumentId,
  /** True when the text is not the one that was quoted, and so is kept as a new version. */
  version: z.boolean(),
  /** Selectors that were looked at. */
  checked: z.int(),
  /** Those whose words stand, moved by a change before them. The record's offsets stay. */
  shifted: z.int(),
  /** Those whose words stand among other words than before. */
  otherContext: z.int(),
  /** Those whose words no longer stand in their place, in order of `start`. None was moved. */
  faults: z.array(
    z.object({
      record: z.string(),
      role: z.enum(['content', 'cue', 'source', 'repeat', 'evidence', 'figure', 'mention']),
      exact: z.string(),
      start: z.int(),
      end: z.int(),
      fault: z.enum(['out-of-range', 'exact-differs', 'context-differs']),
    }),
  ),
});
export type AnchorReport = z.infer<typeof AnchorReport>;
