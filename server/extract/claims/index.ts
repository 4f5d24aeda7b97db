import type { Agreement, Event, Relation } from '../../../graph-data/schema/index.ts';
import type { Span } from '../nlp/index.ts';
import type { DateMention } from '../dates/index.ts';
import type { StatementContext } from '../statements/records.ts';
import type { Told } from '../statements/told.ts';
import { agreementRecords } from './agreements.ts';
import { eventRecords } from './events.ts';
import { relationRecords } from './relations.ts';

export interface ClaimContext extends StatementContext {
  readonly dates: readonly DateMention[];
  readonly told: readonly Told[];
  /** Tells in short what the article tells again; null when there is none. */
  readonly headline: Span | null;
}

/** What a document states as fact, beside what it reports as said. */
export function claimRecords(context: ClaimContext): {
  agreements: Agreement[];
  events: Event[];
  relations: Relation[];
} {
  return {
    agreements: agreementRecords(context),
    events: eventRecords(context),
    relations: relationRecords(context),
  };
}
