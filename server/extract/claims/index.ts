import type { Agreement, Event, Relation } from '../../../graph-data/schema/index.ts';
import type { Span } from '../nlp/index.ts';
import { agreementRecords } from './agreements.ts';
import { factualClauses } from './clause.ts';
import type { ClaimContext } from './context.ts';
import { eventRecords } from './events.ts';
import { deniesByCue } from '../statements/acts/act.ts';
import { contains } from '../text/place.ts';
import { relationRecords } from './relations.ts';

/**
 * What a document states as fact, beside what it reports as said; nothing of what a word of denying
 * reports.
 */
export function claimRecords(
  given: Omit<ClaimContext, 'clauses' | 'headline'>,
  headline: Span | null,
): {
  agreements: Agreement[];
  events: Event[];
  relations: Relation[];
} {
  const context = { headline, clauses: factualClauses(given.discourse, headline), ...given };
  const denied = given.told
    .filter(
      ({ act, cue, content }) => act === 'denial' && deniesByCue(cue, content, given.discourse),
    )
    .flatMap(({ content }) => content);
  const stands = ({ evidence }: Agreement | Event) =>
    !evidence.some(({ selectors }) =>
      selectors.some((one) => denied.some((span) => contains(span, one))),
    );
  return {
    agreements: agreementRecords(context).filter(stands),
    events: eventRecords(context).filter(stands),
    relations: relationRecords(context),
  };
}
