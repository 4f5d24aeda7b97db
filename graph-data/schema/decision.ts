import { z } from 'zod';
import { Actor } from './actor.ts';
import { editFaults, EditedId, RecordEdit } from './edit.ts';
import { Edtf } from './edtf.ts';
import {
  ActorId,
  AgreementId,
  DecisionId,
  DocumentId,
  EventId,
  MentionId,
  RelationId,
  StatementId,
} from './id.ts';
import { Selector } from './selector.ts';
import { Report, Statement } from './statement.ts';

/** Records that a person can accept or reject. */
export const ClaimId = z.union([StatementId, AgreementId, EventId, RelationId], {
  error: 'the id of a statement, agreement, event or relation',
});
export type ClaimId = z.infer<typeof ClaimId>;

const accept = z.strictObject({ kind: z.literal('accept'), records: z.array(ClaimId).min(1) });
const reject = z.strictObject({ kind: z.literal('reject'), records: z.array(ClaimId).min(1) });

/**
 * Fingerprint of the record as it was extracted or imported when the decision was made, set by the
 * server: tells whether a later reading has changed it beneath the decision.
 */
const basis = z.string().max(64).optional();

/** Sets fields of a statement, an agreement, an event, a relation or an actor. */
const edit = z
  .strictObject({ kind: z.literal('edit'), record: EditedId, set: RecordEdit, basis })
  .superRefine(({ record, set }, context) => {
    for (const { message, path } of editFaults(record, set))
      context.addIssue({ code: 'custom', message, path: ['set', ...path] });
  });

/** What the reader missed, in the one document where it was found. Its text is its content. */
export const AddedStatement = Statement.pick({ speaker: true, mode: true, act: true }).extend({
  said: Edtf.nullable().default(null),
  addressees: z.array(ActorId).default([]),
  about: z.array(ActorId).default([]),
  report: Report.pick({ document: true, content: true, repeats: true }).extend({
    cue: Selector.nullable().default(null),
    source: Selector.nullable().default(null),
    via: z.array(ActorId).default([]),
  }),
});
export type AddedStatement = z.infer<typeof AddedStatement>;

/** A statement that stands as accepted from now on, whatever the reader makes of its words. */
const add = z.strictObject({
  kind: z.literal('add'),
  /** From document and span, as the reader's ids are; set by the server. */
  record: StatementId.optional(),
  statement: AddedStatement,
  /** Actors that it names and the record does not know yet; they are made with it. */
  actors: z.array(Actor).default([]),
});

const reAttribute = z.strictObject({
  kind: z.literal('re-attribute'),
  record: StatementId,
  speaker: ActorId,
  basis,
});

/**
 * `from` becomes an alias of `into`; its id redirects. Refused while a relation or a two-party
 * agreement ties the two to each other; one that is rejected goes.
 */
const merge = z.strictObject({ kind: z.literal('merge'), from: ActorId, into: ActorId });

/** The named records, so far those of `from`, are somebody else's: `into`, made if it is new. */
const split = z.strictObject({
  kind: z.literal('split'),
  from: ActorId,
  into: Actor,
  statements: z.array(StatementId),
  mentions: z.array(MentionId),
});

/** One utterance told in several places: the reports of `from` move to `into`; its id redirects. */
const link = z.strictObject({ kind: z.literal('link'), from: StatementId, into: StatementId });

/**
 * These documents copy one another in what they report of a statement: their reports share one
 * origin.
 */
const shareOrigin = z.strictObject({
  kind: z.literal('share-origin'),
  record: StatementId,
  /**
   * Further statements of the same copies; each is reported by two of the documents at least, but
   * need not be by all of them.
   */
  others: z.array(StatementId).min(1).optional(),
  documents: z.array(DocumentId).min(2),
});

/** Takes back an earlier decision; an undo can itself be undone. */
const undo = z.strictObject({ kind: z.literal('undo'), decision: DecisionId });

export const Action = z.discriminatedUnion('kind', [
  accept,
  reject,
  add,
  edit,
  reAttribute,
  merge,
  split,
  link,
  shareOrigin,
  undo,
]);
export type Action = z.infer<typeof Action>;

/**
 * One act of a person. The log is append-only; the record is what results from replaying it over
 * what was extracted and imported.
 */
export const Decision = z.strictObject({
  id: DecisionId,
  /** When it was made, UTC, ISO 8601 with milliseconds. */
  at: z.iso.datetime({ precision: 3 }),
  /** Who made it, in their own words; "local" when nobody signed in. */
  by: z.string().min(1).max(200),
  /** Why, in the person's words; empty when none were given. */
  note: z.string().max(2000),
  action: Action,
});
export type Decision = z.infer<typeof Decision>;
