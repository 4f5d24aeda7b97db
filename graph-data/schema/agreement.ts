import { z } from 'zod';
import { Edtf } from './edtf.ts';
import { ActorId, AgreementId } from './id.ts';
import { provenanceFields } from './provenance.ts';
import { Evidence } from './selector.ts';

export const AGREEMENT_STATES = [
  'announced',
  'signed',
  'amended',
  'adopted',
  'in-force',
  'not-implemented',
] as const;
export const AgreementState = z.enum(AGREEMENT_STATES);
export type AgreementState = z.infer<typeof AgreementState>;

/** Something two or more parties agreed. Yields an edge to each party, never a lone edge. */
export const Agreement = z.strictObject({
  id: AgreementId,
  name: z.string().min(1),
  /** What was agreed, as far as the documents tell, in one or two sentences of ours. */
  summary: z.string().min(1),
  parties: z.array(ActorId).min(2),
  /** Persons who signed; empty when none is named. */
  signatories: z.array(ActorId),
  date: Edtf.nullable(),
  /** As the text names it; null when it does not. */
  place: z.string().min(1).nullable(),
  /** What has become of it: the last of `history`, or what the documents say of it. */
  state: AgreementState,
  /** Steps that the documents report, in order of time. */
  history: z.array(z.strictObject({ state: AgreementState, date: Edtf.nullable() })),
  evidence: z.array(Evidence).min(1),
  ...provenanceFields,
});
export type Agreement = z.infer<typeof Agreement>;
