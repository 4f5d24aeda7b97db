import { z } from 'zod';
import { Edtf } from './edtf.ts';
import { ActorId, RelationId } from './id.ts';
import { provenanceFields } from './provenance.ts';
import { Evidence } from './selector.ts';

export const RELATION_KINDS = [
  'holds-office',
  'member-of',
  'part-of',
  'ally-of',
  'commands',
  'depends-on',
  'supports',
  'opposes',
  'sanctions',
] as const;
export const RelationKind = z.enum(RELATION_KINDS);
export type RelationKind = z.infer<typeof RelationKind>;

/** The fields of a relation, for replies that name its actors otherwise. */
export const RelationFields = z.strictObject({
  id: RelationId,
  kind: RelationKind,
  from: ActorId,
  to: ActorId,
  /** For holds-office and member-of: the office or role as the text words it; else null. */
  title: z.string().min(1).nullable(),
  /** When it held, as far as the text tells; null when it does not. */
  valid: Edtf.nullable(),
  evidence: z.array(Evidence).min(1),
  ...provenanceFields,
});

/** A lasting tie between two actors that the text states as fact, read from `from` to `to`. */
export const Relation = RelationFields.refine(({ from, to }) => from !== to, {
  path: ['to'],
  error: 'an actor has no tie to itself',
});
export type Relation = z.infer<typeof Relation>;
