import { z } from 'zod';
import { Actor, ACTOR_KINDS } from './actor.ts';
import { Agreement } from './agreement.ts';
import { Event, EVENT_KINDS } from './event.ts';
import {
  ActorId,
  AgreementId,
  EventId,
  recordTypeOf,
  RelationId,
  StatementId,
  type RecordType,
} from './id.ts';
import { RELATION_KINDS, RelationFields } from './relation.ts';
import { Statement } from './statement.ts';

/** Fields of each type of record that a person may set; a speaker is given by `re-attribute`. */
const EDITS = {
  statement: Statement.pick({
    text: true,
    mode: true,
    act: true,
    said: true,
    addressees: true,
    about: true,
    reports: true,
  }).partial(),
  agreement: Agreement.pick({
    name: true,
    summary: true,
    parties: true,
    signatories: true,
    date: true,
    place: true,
    state: true,
    history: true,
    evidence: true,
  }).partial(),
  event: Event.pick({
    kind: true,
    name: true,
    participants: true,
    date: true,
    place: true,
    figures: true,
    evidence: true,
  }).partial(),
  relation: RelationFields.pick({
    kind: true,
    from: true,
    to: true,
    title: true,
    valid: true,
    evidence: true,
  }).partial(),
  actor: Actor.pick({
    kind: true,
    name: true,
    aliases: true,
    wikidata: true,
    country: true,
    note: true,
  }).partial(),
} as const;

/** Records that an edit can be of. */
export const EditedId = z.union([StatementId, AgreementId, EventId, RelationId, ActorId], {
  error: 'the id of a statement, agreement, event, relation or actor',
});
export type EditedId = z.infer<typeof EditedId>;

/** New values of fields, of whichever record; `editFaults` says which are of a type. */
export const RecordEdit = z.strictObject({
  ...EDITS.statement.shape,
  ...EDITS.agreement.shape,
  ...EDITS.event.shape,
  ...EDITS.relation.shape,
  ...EDITS.actor.shape,
  kind: z.enum([...ACTOR_KINDS, ...EVENT_KINDS, ...RELATION_KINDS]).optional(),
});
export type RecordEdit = z.infer<typeof RecordEdit>;

/** What an edit may set of this type of record; null when it has nothing to set. */
function editOf(type: RecordType | null): (typeof EDITS)[keyof typeof EDITS] | null {
  return type !== null && Object.hasOwn(EDITS, type) ? EDITS[type as keyof typeof EDITS] : null;
}

/** Fields that are not of the record's type, or hold what its type does not allow. */
export function editFaults(record: string, set: RecordEdit): z.core.$ZodIssue[] {
  return editOf(recordTypeOf(record))?.safeParse(set).error?.issues ?? [];
}
