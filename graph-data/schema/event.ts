import { z } from 'zod';
import { Edtf } from './edtf.ts';
import { ActorId, EventId } from './id.ts';
import { provenanceFields } from './provenance.ts';
import { Evidence, Selector } from './selector.ts';

export const EVENT_KINDS = [
  'visit',
  'meeting',
  'exercise',
  'deployment',
  'delivery',
  'attack',
  'protest',
  'arrest',
  'appointment',
  'sanction',
  'poll',
  'other',
] as const;
export const EventKind = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof EventKind>;

/** What a participant did in the event, seen from the event. */
export const ROLES = [
  'actor',
  'target',
  'recipient',
  'origin',
  'host',
  'guest',
  'participant',
  'supporter',
  'publisher',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** A figure as the text gives it, e.g. "65,089 munitions". */
export const Figure = z.strictObject({
  /** The words of the text. */
  text: z.string().min(1),
  /** The number that the words state; null for a range or when no single number is meant. */
  value: z.number().nullable(),
  /** What is counted, in the singular where that reads well, e.g. "munition", "percent". */
  unit: z.string().min(1),
  selector: Selector,
});
export type Figure = z.infer<typeof Figure>;

/** Something that happened or is reported to have happened. */
export const Event = z.strictObject({
  id: EventId,
  kind: EventKind,
  name: z.string().min(1),
  participants: z.array(z.strictObject({ actor: ActorId, role: Role })).min(1),
  date: Edtf.nullable(),
  place: z.string().min(1).nullable(),
  figures: z.array(Figure),
  evidence: z.array(Evidence).min(1),
  ...provenanceFields,
});
export type Event = z.infer<typeof Event>;
