import { z } from 'zod';
import { DocumentListItem } from './documents.ts';
import {
  ActorListItem,
  ActorRef,
  AgreementReply,
  EventReply,
  RelationReply,
  StatementReply,
} from './records.ts';

/** A page: `total` counts the whole match, `next` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ total: z.int(), items: z.array(item), next: z.string().nullable() });
}

export const FACET_NAMES = [
  'speaker',
  'about',
  'addressee',
  'via',
  'outlet',
  'document',
  'kind',
  'mode',
  'act',
  'status',
  'method',
  'said',
] as const;
export const FacetName = z.enum(FACET_NAMES);
export type FacetName = z.infer<typeof FacetName>;

/** Counts over the whole match. `said` counts by month (`2022-11`); undated ones by "unknown". */
export const Facet = z.object({
  values: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      /** Outlet and day, in words, of a document whose title another one listed bears as well. */
      detail: z.array(z.string()).optional(),
      count: z.int(),
    }),
  ),
  /** Values beyond those listed. */
  omitted: z.int(),
});
export type Facet = z.infer<typeof Facet>;
export const Facets = z.partialRecord(FacetName, Facet);
export type Facets = z.infer<typeof Facets>;

/**
 * What of a query was not taken literally, or is wrong. `bad-date`, `bad-value` and `bad-query`
 * refuse it (the API replies with that error code); all others tell how it was read.
 */
export const QueryNote = z.object({
  code: z.enum([
    'unknown-key-as-text',
    'unknown-name',
    'not-understood',
    'several-actors',
    'several-records',
    /** A name was read in another spelling of it. */
    'read-as',
    /** A state was asked for and its government was added. */
    'with-government',
    /** A key that agreements, events and relations have nothing for. */
    'not-of-claims',
    /** The words searched for are the name of an actor, of whom more can be asked. */
    'names-actor',
    'bad-date',
    'bad-value',
    'bad-query',
  ]),
  message: z.string(),
  /** The parameter whose value it is about; absent when that is the search string `q`. */
  field: z.string().optional(),
  /** Offsets into that value, UTF-16 code units, end exclusive. */
  start: z.int(),
  end: z.int(),
  /** Whom the note is about, in `names-actor`. */
  actor: ActorRef.optional(),
});
export type QueryNote = z.infer<typeof QueryNote>;

/** How the filters of a list were read. */
export const READING = {
  /** The query in the search box's language. */
  query: z.string(),
  notes: z.array(QueryNote),
};

export const StatementPage = pageOf(StatementReply).extend({
  facets: Facets.optional(),
  ...READING,
});
export type StatementPage = z.infer<typeof StatementPage>;
export const ActorPage = pageOf(ActorListItem);
export const AgreementPage = pageOf(AgreementReply).extend(READING);
export const EventPage = pageOf(EventReply).extend(READING);
export const RelationPage = pageOf(RelationReply).extend(READING);
export const DocumentPage = pageOf(DocumentListItem);
export type ActorPage = z.infer<typeof ActorPage>;
export type AgreementPage = z.infer<typeof AgreementPage>;
export type EventPage = z.infer<typeof EventPage>;
export type RelationPage = z.infer<typeof RelationPage>;
export type DocumentPage = z.infer<typeof DocumentPage>;
