import { z } from 'zod';
import { Edtf } from './edtf.ts';
import { ActorId, DocumentId, OriginId, StatementId } from './id.ts';
import { provenanceFields } from './provenance.ts';
import { Selector } from './selector.ts';

/** `direct`: all of it in quotation marks; `indirect`: none; `mixed`: a paraphrase holding quoted words. */
export const MODES = ['direct', 'indirect', 'mixed'] as const;
export const Mode = z.enum(MODES);
export type Mode = z.infer<typeof Mode>;

export const ACTS = [
  'assertion',
  'denial',
  'accusation',
  'warning',
  'promise',
  'request',
  'assessment',
  'announcement',
  'other',
] as const;
export const Act = z.enum(ACTS);
export type Act = z.infer<typeof Act>;

/** The three hues and glyphs by which the screen colours acts; `other` counts as stating. */
export const ACT_FAMILIES = ['states', 'commits', 'confronts'] as const;
export type ActFamily = (typeof ACT_FAMILIES)[number];

export const FAMILY_OF_ACT: Readonly<Record<Act, ActFamily>> = {
  assertion: 'states',
  assessment: 'states',
  other: 'states',
  promise: 'commits',
  announcement: 'commits',
  request: 'commits',
  accusation: 'confronts',
  warning: 'confronts',
  denial: 'confronts',
};

/** One document's carrying of a statement. */
export const Report = z.strictObject({
  document: DocumentId,
  /** The content span; a quotation broken by its cue has one selector for each part, in order. */
  content: z.array(Selector).min(1),
  /** The shortest exact cue; null when there is none. */
  cue: Selector.nullable(),
  /** The words that name the speaker in this passage; null when nothing in the text does. */
  source: Selector.nullable(),
  /** Who carried it, outermost last, without the document's own outlet. */
  via: z.array(ActorId),
  /** Verbatim repeats of the content in the same document; never statements of their own. */
  repeats: z.array(Selector).default([]),
  /** Reports that copy one another share an origin. Corroboration counts origins. */
  origin: OriginId,
});
export type Report = z.infer<typeof Report>;

/** One utterance. */
export const Statement = z.strictObject({
  id: StatementId,
  speaker: ActorId,
  /** The content as its fullest report words it; parts of a broken quotation joined by a space. */
  text: z.string().min(1),
  mode: Mode,
  act: Act,
  /** When it was said; null when the documents do not tell. Published and recorded are other dates. */
  said: Edtf.nullable(),
  /** Whom it was said to. */
  addressees: z.array(ActorId),
  /** The actors that the content is about, not everything that it mentions. */
  about: z.array(ActorId),
  reports: z.array(Report).min(1),
  ...provenanceFields,
});
export type Statement = z.infer<typeof Statement>;
