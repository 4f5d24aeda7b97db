import { dayRange, overlaps } from '../../graph-data/schema/index.ts';
import type { Actor, Agreement, Event, Records, Relation } from '../../graph-data/schema/index.ts';
import { words } from '../../server/contract/index.ts';
import type { AnyClaim, ClaimFilter, ProposalPlace } from '../../server/store/store.ts';
import { begins } from './memory-words.ts';
import { claimIsMatch, namesStatus, type AskedClaim } from './oracle.ts';

/** An agreement, event or relation with what a filter asks of it. */
export interface FilteredClaim extends AskedClaim {
  /** Kind, or state of an agreement. */
  readonly kind: string;
  readonly parties: readonly string[];
  readonly place: string | null;
  readonly searched: string;
}

export function ofAgreement(agreement: Agreement): FilteredClaim {
  const { name, summary, place, parties, signatories, state } = agreement;
  const described = [name, summary, place ?? ''].join(' ');
  const actors = [...parties, ...signatories];
  return { ...agreement, kind: state, described, searched: described, actors };
}

export function ofEvent(event: Event): FilteredClaim {
  const described = [event.name, event.place ?? ''].join(' ');
  const actors = event.participants.map(({ actor }) => actor);
  return { ...event, described, searched: described, actors, parties: [] };
}

/** @param ends its actors, as far as the record holds them */
export function ofRelation(relation: Relation, ends: readonly Actor[]): FilteredClaim {
  const { from, to, kind, title, valid: date } = relation;
  const described = [title ?? '', kind].join(' ');
  const names = ends.flatMap(({ name, aliases }) => [name, ...aliases]);
  const searched = [described, ...names].join(' ');
  return { ...relation, described, searched, actors: [from, to], parties: [], place: null, date };
}

/** Whether a claim fits all that a filter asks; the records are gathered only where it has a query. */
export function inFilter(
  claim: FilteredClaim,
  filter: ClaimFilter,
  records: () => Records,
  follow: (id: string) => string,
): boolean {
  const { status, kind, actors, parties, evidence, date, place } = claim;
  const { query } = filter;
  const range = date === null ? null : dayRange(date);
  const known = query && namesStatus(query) ? undefined : ['accepted', 'proposed'];
  const among = (wanted: readonly string[] | undefined, those: readonly string[]) =>
    !wanted || wanted.some((id) => those.includes(follow(id)));
  return (
    (filter.status ?? known ?? [status]).includes(status) &&
    (!filter.kinds || filter.kinds.includes(kind)) &&
    among(filter.actors, actors) &&
    among(filter.parties, parties) &&
    among(
      filter.documents,
      evidence.map(({ document }) => document),
    ) &&
    (!filter.dates || (range !== null && filter.dates.some((wanted) => overlaps(range, wanted)))) &&
    (filter.place === undefined ||
      (place !== null && words(filter.place).length > 0 && begins(place, filter.place))) &&
    (!query || claimIsMatch(query, claim, records(), follow)) &&
    begins(claim.searched, filter.text)
  );
}

/** Where a proposal is reviewed: in the first of the wanted documents that it rests on, else in any. */
export function placeOf(
  type: ProposalPlace['type'],
  claim: AnyClaim,
  wanted: readonly string[],
): ProposalPlace {
  const passages =
    'reports' in claim
      ? claim.reports.map(({ document, content }) => ({ document, selectors: content }))
      : claim.evidence;
  const first = passages.find(({ document }) => wanted.includes(document)) ?? passages[0]!;
  const { id, confidence } = claim;
  return { type, id, confidence, document: first.document, start: first.selectors[0]!.start };
}
