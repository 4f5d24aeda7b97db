import type { Agreement, Event, Relation } from '../../../graph-data/schema/index.ts';
import type { Span } from '../nlp/index.ts';
import type { DateMention } from '../dates/index.ts';
import type { StatementContext } from '../statements/records.ts';
import type { Told } from '../statements/told.ts';
import { factualClauses, type Clause } from './clause.ts';
import { agreementRecords } from './agreements.ts';
import { eventRecords } from './events.ts';
import { relationRecords } from './relations.ts';

export interface ClaimContext extends StatementContext {
  readonly dates: readonly DateMention[];
  readonly told: readonly Told[];
  /** What the article below its headline states as happened, in text order. */
  readonly clauses: readonly Clause[];
}

/** What a document states as fact, beside what it reports as said. */
export function claimRecords(
  given: Omit<ClaimContext, 'clauses'>,
  headline: Span | null,
): {
  agreements: Agreement[];
  events: Event[];
  relations: Relation[];
} {
  const context = { ...given, clauses: factualClauses(given.discourse, headline) };
  return {
    agreements: agreementRecords(context),
    events: eventRecords(context),
    relations: relationRecords(context),
  };
}
