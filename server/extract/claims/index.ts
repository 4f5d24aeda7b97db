import type { Agreement, Event, Relation } from '../../../graph-data/schema/index.ts';
import type { Span } from '../nlp/index.ts';
import { agreementRecords } from './agreements.ts';
import { factualClauses } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecords } from './events.ts';
import { relationRecords } from './relations.ts';

/** What a document states as fact, beside what it reports as said. */
export function claimRecords(
  given: Omit<ClaimContext, 'clauses' | 'headline'>,
  headline: Span | null,
): {
  agreements: Agreement[];
  events: Event[];
  relations: Relation[];
} {
  const context = { ...given, headline, clauses: factualClauses(given.discourse, headline) };
  return {
    agreements: agreementRecords(context),
    events: eventRecords(context),
    relations: relationRecords(context),
  };
}
