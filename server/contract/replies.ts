import { z } from 'zod';
import {
  Act,
  ACT_FAMILIES,
  Actor,
  ActorId,
  ActorKind,
  Agreement,
  AgreementId,
  Document,
  DocumentId,
  Edtf,
  Event,
  EventId,
  Method,
  Mode,
  OriginId,
  RelationFields,
  Role,
  Selector,
  StatementId,
  Status,
} from '../../graph-data/schema/index.ts';

/** An actor as other records name it. */
export const ActorRef = z.object({ id: ActorId, name: z.string(), kind: ActorKind });
export type ActorRef = z.infer<typeof ActorRef>;

export const DocumentRef = z.object({
  id: DocumentId,
  title: z.string(),
  outlet: ActorRef.nullable(),
  published: Edtf.nullable(),
});
export type DocumentRef = z.infer<typeof DocumentRef>;

export const ReportReply = z.object({
  document: DocumentRef,
  content: z.array(Selector),
  cue: Selector.nullable(),
  source: Selector.nullable(),
  via: z.array(ActorRef),
  repeats: z.array(Selector),
  origin: OriginId,
});
export type ReportReply = z.infer<typeof ReportReply>;

export const StatementReply = z.object({
  id: StatementId,
  speaker: ActorRef,
  text: z.string(),
  /** The text cut at a word boundary to at most 160 characters, for lists. */
  summary: z.string(),
  mode: Mode,
  act: Act,
  said: Edtf.nullable(),
  addressees: z.array(ActorRef),
  about: z.array(ActorRef),
  reports: z.array(ReportReply),
  /** Number of distinct origins among the reports: corroboration, copies not counted. */
  origins: z.int().positive(),
  status: Status,
  method: Method,
  confidence: z.number().nullable(),
  /** When it entered the record, ISO 8601 UTC. */
  recorded: z.string(),
});
export type StatementReply = z.infer<typeof StatementReply>;

export const EvidenceReply = z.object({ document: DocumentRef, selectors: z.array(Selector) });
export type EvidenceReply = z.infer<typeof EvidenceReply>;

export const AgreementReply = Agreement.omit({
  parties: true,
  signatories: true,
  evidence: true,
}).extend({
  parties: z.array(ActorRef),
  signatories: z.array(ActorRef),
  evidence: z.array(EvidenceReply),
});
export type AgreementReply = z.infer<typeof AgreementReply>;

export const EventReply = Event.omit({ participants: true, evidence: true }).extend({
  participants: z.array(z.object({ actor: ActorRef, role: Role })),
  evidence: z.array(EvidenceReply),
});
export type EventReply = z.infer<typeof EventReply>;

export const RelationReply = RelationFields.omit({ from: true, to: true, evidence: true }).extend({
  from: ActorRef,
  to: ActorRef,
  evidence: z.array(EvidenceReply),
});
export type RelationReply = z.infer<typeof RelationReply>;

/** How many records an actor has a part in. */
export const ActorCounts = z.object({
  said: z.int(),
  about: z.int(),
  addressed: z.int(),
  carried: z.int(),
  agreements: z.int(),
  events: z.int(),
  relations: z.int(),
});
export type ActorCounts = z.infer<typeof ActorCounts>;

export const ActorListItem = Actor.extend({ counts: ActorCounts });
export type ActorListItem = z.infer<typeof ActorListItem>;

/** One actor with its ties; statements are asked for by `speaker`, `about`, `addressee`, `via`. */
export const ActorReply = ActorListItem.extend({
  agreements: z.array(AgreementReply),
  events: z.array(EventReply),
  relations: z.array(RelationReply),
  documents: z.array(DocumentRef),
});
export type ActorReply = z.infer<typeof ActorReply>;

const AnnotationRole = z.enum([
  'content',
  'cue',
  'source',
  'repeat',
  'evidence',
  'figure',
  'mention',
]);

/** One marked span of a document and the record that it belongs to. */
export const Annotation = z.object({
  record: z.string(),
  role: AnnotationRole,
  selector: Selector,
  /** Of the claim that it belongs to; null for a mention. */
  status: Status.nullable(),
  /** Whether the selector fits the held text; null when the text is not held. */
  anchored: z.boolean().nullable(),
});
export type Annotation = z.infer<typeof Annotation>;

export const DocumentListItem = Document.extend({
  outletName: z.string().nullable(),
  statements: z.int(),
});
export type DocumentListItem = z.infer<typeof DocumentListItem>;

export const DocumentReply = DocumentListItem.extend({
  /** The whole text when held; null when only quoted passages are known. */
  text: z.string().nullable(),
  /** In order of `start`. */
  annotations: z.array(Annotation),
});
export type DocumentReply = z.infer<typeof DocumentReply>;

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
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
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
const READING = {
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

const Position2d = { x: z.number(), y: z.number() };

const ActorNode = z.object({
  key: ActorId,
  attributes: z.object({
    type: z.literal('actor'),
    label: z.string(),
    kind: ActorKind,
    ...Position2d,
    /** Statements made, within the filter. */
    said: z.int(),
    /** Distinct neighbours in this graph. */
    degree: z.int(),
    /** Normalised 0..1 (Brandes 2001). */
    betweenness: z.number(),
    /** Sums to 1 over the graph (Page et al. 1999). */
    pagerank: z.number(),
    /** Louvain community (Blondel et al. 2008); numbers are stable for one record only. */
    community: z.int(),
  }),
});

const RecordNode = z.object({
  key: z.union([AgreementId, EventId, StatementId]),
  attributes: z.object({
    type: z.enum(['agreement', 'event', 'statement']),
    label: z.string(),
    ...Position2d,
    degree: z.int(),
    betweenness: z.number(),
    pagerank: z.number(),
    community: z.int(),
  }),
});

const families = Object.fromEntries(ACT_FAMILIES.map((family) => [family, z.int()])) as Record<
  (typeof ACT_FAMILIES)[number],
  z.ZodInt
>;

/**
 * An edge of the graph. `says`: all statements of one speaker about or to one actor (key
 * `says:<source>><target>`); `party`, `signed`, `took-part`: actor to agreement or event (key from
 * the record's id); `relation`: one relation (key is its id).
 */
export const GraphEdge = z.object({
  key: z.string(),
  source: z.string(),
  target: z.string(),
  attributes: z.object({
    type: z.enum([
      'says',
      'party',
      'signed',
      'took-part',
      'relation',
      'made',
      'about',
      'addressed',
    ]),
    /** Records behind the edge, by id; for `says` the statements, newest first. */
    records: z.array(z.string()),
    /** Statements behind the edge by act family; all zero when none is. */
    families: z.object(families),
    /** Earliest and latest day that the records behind it name; null when none does. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** Relation kind, role, or null. */
    label: z.string().nullable(),
    /** Whether every record behind it is an undecided proposal. */
    proposed: z.boolean(),
  }),
});
export type GraphEdge = z.infer<typeof GraphEdge>;

/** graphology's serialised form, with what was left out. */
export const GraphReply = z.object({
  attributes: z.object({
    level: z.enum(['actors', 'statements']),
    /** Whole match, before any limit; of a neighbourhood, edges are those among actors read. */
    total: z.object({ nodes: z.int(), edges: z.int(), statements: z.int() }),
    omitted: z.object({ nodes: z.int(), edges: z.int() }),
    /** Why something was left out; null when nothing was. */
    reason: z.string().nullable(),
  }),
  options: z.object({
    type: z.literal('directed'),
    multi: z.literal(true),
    allowSelfLoops: z.literal(true),
  }),
  nodes: z.array(z.union([ActorNode, RecordNode])),
  edges: z.array(GraphEdge),
});
export type GraphReply = z.infer<typeof GraphReply>;
export type GraphNode = GraphReply['nodes'][number];

/** One step of a path: what ties two neighbours, and in which words. */
export const Hop = z.object({
  from: ActorRef,
  to: ActorRef,
  statements: z.array(StatementReply),
  agreements: z.array(AgreementReply),
  events: z.array(EventReply),
  relations: z.array(RelationReply),
  /** Records behind this hop beyond those listed. */
  omitted: z.int(),
});
export type Hop = z.infer<typeof Hop>;

export const PathsReply = z.object({
  from: ActorRef,
  to: ActorRef,
  /** Most hops that were searched. An empty `paths` means: none within `max` hops. */
  max: z.int(),
  /** Best first. */
  paths: z.array(z.object({ cost: z.number(), hops: z.array(Hop) })),
  /** False when the search stopped at its limit, so that there may be other or better paths. */
  complete: z.boolean(),
  /** Edges of the graph that the search looked at, and the most that one request may look at. */
  work: z.object({ edges: z.int(), limit: z.int() }),
});
export type PathsReply = z.infer<typeof PathsReply>;

export const Suggestion = z.object({
  type: z.enum(['actor', 'document', 'agreement', 'key', 'value']),
  /** What to show. */
  label: z.string(),
  /** What to put into the search box. */
  insert: z.string(),
  id: z.string().nullable(),
  kind: ActorKind.nullable(),
  /** The alias that matched when it is not the label; else null. */
  matched: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestReply = z.object({
  items: z.array(Suggestion),
  /** The part of what was typed that an `insert` takes the place of, UTF-16 code units. */
  replace: z.object({ start: z.int(), end: z.int() }),
});

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  /** Raised by every write; the ETag of replies derives from it. */
  revision: z.int(),
  counts: z.object({
    documents: z.int(),
    actors: z.int(),
    statements: z.int(),
    agreements: z.int(),
    events: z.int(),
    relations: z.int(),
  }),
});
export type Health = z.infer<typeof Health>;
