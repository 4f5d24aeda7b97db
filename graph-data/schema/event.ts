import { z } from 'zod';
import { Edtf } from './edtf.ts';
import type { DocumentId } from './id.ts';
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
  /** Stands inside one of the event's evidence passages: see `figureDocument`. */
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

/**
 * The document that a figure stands in: the one whose evidence passage holds it; failing that, the
 * only one that the event rests on; null when neither tells.
 */
export function figureDocument(event: Event, figure: Figure): DocumentId | null {
  const home = event.evidence.find(({ selectors }) =>
    selectors.some((passage) => holds(passage, figure.selector)),
  );
  if (home) return home.document;
  return event.evidence.length === 1 ? (event.evidence[0]?.document ?? null) : null;
}

function holds(outer: Selector, inner: Selector): boolean {
  const from = inner.start - outer.start;
  return from >= 0 && outer.exact.slice(from, from + inner.exact.length) === inner.exact;
}
