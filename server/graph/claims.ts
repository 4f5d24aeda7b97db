import {
  dayRange,
  overlaps,
  type Agreement,
  type DayRange,
  type Document,
  type Event,
  type Relation,
} from '../../graph-data/schema/index.ts';
import { words, type ResolvedQuery, type ResolvedTerm } from '../contract/index.ts';

/** An agreement, event or relation, as a filter for statements sees it. */
export interface ClaimView {
  readonly id: string;
  readonly actors: readonly string[];
  readonly documents: readonly string[];
  /** EDTF; null when not known. */
  readonly date: string | null;
  /** Its name, summary and quoted words. */
  readonly text: string;
  readonly status: string;
  readonly method: string;
}

type Evidenced = Agreement | Event | Relation;

function common(claim: Evidenced) {
  return {
    id: claim.id,
    documents: claim.evidence.map(({ document }) => document),
    status: claim.status,
    method: claim.method,
  };
}

const quoted = ({ evidence }: Evidenced) =>
  evidence.flatMap(({ selectors }) => selectors.map(({ exact }) => exact));

export function agreementView(agreement: Agreement): ClaimView {
  const { parties, signatories, date, name, summary } = agreement;
  const text = [name, summary, ...quoted(agreement)].join('\n');
  return { ...common(agreement), actors: [...parties, ...signatories], date, text };
}

export function eventView(event: Event): ClaimView {
  const actors = event.participants.map(({ actor }) => actor);
  const text = [event.name, event.place ?? '', ...quoted(event)].join('\n');
  return { ...common(event), actors, date: event.date, text };
}

export function relationView(relation: Relation): ClaimView {
  const text = [relation.title ?? '', ...quoted(relation)].join('\n');
  return { ...common(relation), actors: [relation.from, relation.to], date: relation.valid, text };
}

/**
 * Whether a filter for statements lets a claim through. A claim has actors, documents, a date
 * (`said` reads it), words, status and method; it has no speaker, carrier, mode or act, so those
 * keys never match it. Rejected claims pass only when the filter names `status`.
 *
 * @param documents that claims rest on, by id
 */
export function claimFilter(
  query: ResolvedQuery,
  documents: ReadonlyMap<string, Document>,
): (claim: ClaimView) => boolean {
  const namesStatus = mentionsStatus(query);
  return (claim) => (namesStatus || claim.status !== 'rejected') && holds(query, claim, documents);
}

function mentionsStatus(query: ResolvedQuery): boolean {
  if (query.type === 'term') return query.term.key === 'status';
  if (query.type === 'not') return mentionsStatus(query.of);
  return query.type !== 'all' && query.of.some(mentionsStatus);
}

function holds(
  query: ResolvedQuery,
  claim: ClaimView,
  documents: ReadonlyMap<string, Document>,
): boolean {
  switch (query.type) {
    case 'all':
      return true;
    case 'and':
      return query.of.every((part) => holds(part, claim, documents));
    case 'or':
      return query.of.some((part) => holds(part, claim, documents));
    case 'not':
      return !holds(query.of, claim, documents);
    case 'term':
      return termHolds(query.term, claim, documents);
  }
}

function termHolds(
  term: ResolvedTerm,
  claim: ClaimView,
  documents: ReadonlyMap<string, Document>,
): boolean {
  const sources = claim.documents.flatMap((id) => documents.get(id) ?? []);
  switch (term.key) {
    case 'actor':
      return claim.actors.some((id) => term.ids.includes(id));
    case 'document':
      return claim.documents.some((id) => term.ids.includes(id));
    case 'agreement':
      return term.ids.includes(claim.id);
    case 'outlet':
      return sources.some(({ outlet }) => outlet !== null && term.ids.includes(outlet));
    case 'said':
      return dateHolds(claim.date, term);
    case 'published':
      return sources.some(({ published }) => dateHolds(published, term));
    case 'status':
    case 'method':
      return claim[term.key] === term.value;
    case 'text':
      return textHolds(term, claim.text);
    default:
      return false;
  }
}

function dateHolds(edtf: string | null, term: DayRange | { readonly undated: true }): boolean {
  const days = edtf === null ? null : dayRange(edtf);
  if ('undated' in term) return days === null;
  return days !== null && overlaps(days, { from: term.from, to: term.to });
}

function textHolds(term: Extract<ResolvedTerm, { key: 'text' }>, text: string): boolean {
  const wanted = words(term.value);
  const found = words(text);
  if (wanted.length === 0) return false;
  const fits = (at: number) =>
    wanted.every((word, i) => {
      const there = found[at + i] ?? '';
      const open = term.form === 'prefix' && i === wanted.length - 1;
      return open ? there.startsWith(word) : there === word;
    });
  return found.some((_, at) => fits(at));
}
