import { z } from 'zod';
import {
  Act,
  Actor,
  ActorId,
  ActorKind,
  Agreement,
  DocumentId,
  Edtf,
  Event,
  Method,
  Mode,
  OriginId,
  RelationFields,
  Role,
  Selector,
  StatementId,
  Status,
} from '../../../graph-data/schema/index.ts';

/** An actor as other records name it. */
export const ActorRef = z.object({ id: ActorId, name: z.string(), kind: ActorKind });
export type ActorRef = z.infer<typeof ActorRef>;

export const DocumentRef = z.object({
  id: DocumentId,
  title: z.string(),
  outlet: ActorRef.nullable(),
  published: Edtf.nullable(),
});
export type DocumentRef = z.infer<typeof DocumentRef>;

export const ReportReply = z.object({
  document: DocumentRef,
  content: z.array(Selector),
  cue: Selector.nullable(),
  source: Selector.nullable(),
  via: z.array(ActorRef),
  repeats: z.array(Selector),
  origin: OriginId,
});
export type ReportReply = z.infer<typeof ReportReply>;

export const StatementReply = z.object({
  id: StatementId,
  speaker: ActorRef,
  text: z.string(),
  /** The text cut at a word boundary to at most 160 characters, for lists. */
  summary: z.string(),
  mode: Mode,
  act: Act,
  said: Edtf.nullable(),
  addressees: z.array(ActorRef),
  about: z.array(ActorRef),
  reports: z.array(ReportReply),
  /** Number of distinct origins among the reports: corroboration, copies not counted. */
  origins: z.int().positive(),
  status: Status,
  method: Method,
  confidence: z.number().nullable(),
  /** When it entered the record, ISO 8601 UTC. */
  recorded: z.string(),
});
export type StatementReply = z.infer<typeof StatementReply>;

export const EvidenceReply = z.object({ document: DocumentRef, selectors: z.array(Selector) });
export type EvidenceReply = z.infer<typeof EvidenceReply>;

export const AgreementReply = Agreement.omit({
  parties: true,
  signatories: true,
  evidence: true,
}).extend({
  parties: z.array(ActorRef),
  signatories: z.array(ActorRef),
  evidence: z.array(EvidenceReply),
});
export type AgreementReply = z.infer<typeof AgreementReply>;

export const EventReply = Event.omit({ participants: true, evidence: true }).extend({
  participants: z.array(z.object({ actor: ActorRef, role: Role })),
  evidence: z.array(EvidenceReply),
});
export type EventReply = z.infer<typeof EventReply>;

export const RelationReply = RelationFields.omit({ from: true, to: true, evidence: true }).extend({
  from: ActorRef,
  to: ActorRef,
  evidence: z.array(EvidenceReply),
});
export type RelationReply = z.infer<typeof RelationReply>;

/** How many records an actor has a part in. */
export const ActorCounts = z.object({
  said: z.int(),
  about: z.int(),
  addressed: z.int(),
  carried: z.int(),
  agreements: z.int(),
  events: z.int(),
  relations: z.int(),
});
export type ActorCounts = z.infer<typeof ActorCounts>;

export const ActorListItem = Actor.extend({ counts: ActorCounts });
export type ActorListItem = z.infer<typeof ActorListItem>;

/** One actor with its ties; statements are asked for by `speaker`, `about`, `addressee`, `via`. */
export const ActorReply = ActorListItem.extend({
  /** How documents word its name, most frequent first; `total` counts those left out, too. */
  forms: z.object({
    items: z.array(z.object({ form: z.string(), mentions: z.int(), documents: z.int() })),
    total: z.int(),
  }),
  agreements: z.array(AgreementReply),
  events: z.array(EventReply),
  relations: z.array(RelationReply),
  /** Those with a statement in which it has a part, and those with any that it published. */
  documents: z.array(DocumentRef),
  /** How many more there are of each than the 1,000 that are listed at most. */
  omitted: z.object({
    agreements: z.int(),
    events: z.int(),
    relations: z.int(),
    documents: z.int(),
  }),
});
export type ActorReply = z.infer<typeof ActorReply>;
