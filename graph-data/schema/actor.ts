import { z } from 'zod';
import { ActorId, DocumentId, MentionId } from './id.ts';
import { Selector } from './selector.ts';

export const ACTOR_KINDS = [
  'person',
  'state',
  'government-body',
  'armed-force',
  'international-organisation',
  'think-tank',
  'media',
  'company',
  'group',
] as const;
export const ActorKind = z.enum(ACTOR_KINDS);
export type ActorKind = z.infer<typeof ActorKind>;

/** One real-world person, body or group. Offices are relations with dates, not part of a name. */
export const Actor = z.strictObject({
  id: ActorId,
  kind: ActorKind,
  /** Canonical English name. */
  name: z.string().min(1),
  /** Every other surface form that documents use, without the canonical name; no duplicates. */
  aliases: z.array(z.string().min(1)),
  /** Wikidata item, e.g. Q2866; null when not linked. */
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .nullable(),
  /** The state that the actor belongs to or acts for; null when none or not known. */
  country: ActorId.nullable(),
  /** One line that tells this actor from its namesakes; empty when the name does. */
  note: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/**
 * A span that names an actor. "This text says X" (the selector) and "this X is that person"
 * (`actor`) are two decisions, each reversible without the other.
 */
export const Mention = z.strictObject({
  id: MentionId,
  document: DocumentId,
  selector: Selector,
  /** Null while nobody has decided who is meant. */
  actor: ActorId.nullable(),
});
export type Mention = z.infer<typeof Mention>;
