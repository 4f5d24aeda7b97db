import {
  Actor,
  Agreement,
  Document,
  Event,
  Mention,
  Relation,
  Statement,
} from '../../graph-data/schema/index.ts';

/** The schema of each type of record that the store holds. */
export const SCHEMAS = {
  actor: Actor,
  document: Document,
  mention: Mention,
  statement: Statement,
  agreement: Agreement,
  event: Event,
  relation: Relation,
} as const;
