import type { RelationKind } from '../../../graph-data/schema/index.ts';
import type { Referent } from '../actors/referent.ts';
import type { Span } from '../nlp/index.ts';

/** A lasting tie that the text states, before its ends are actors of the record. */
export interface Tie {
  readonly kind: RelationKind;
  readonly from: Referent;
  readonly to: Referent;
  readonly span: Span;
}
