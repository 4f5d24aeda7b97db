import type {
  Actor,
  ActorId,
  Agreement,
  ClaimId,
  DayRange,
  Decision,
  Document,
  DocumentId,
  Event,
  Mention,
  Records,
  Relation,
  Statement,
  StatementId,
  Status,
} from '../../graph-data/schema/index.ts';
import type {
  ActorCounts,
  FacetName,
  Facets,
  ResolvedQuery,
  SavedQuestion,
  StatementSort,
} from '../contract/index.ts';
import type { Page, PageRequest } from './pages.ts';

export type * from './record-graph.ts';
export { EDGE_KINDS, NODE_KINDS } from './record-graph.ts';

/**
 * The record on disk, as the rooms above see it. One contract suite (test/store/contract.ts) runs
 * against every implementation; SQLite is the first. Every call may reject with OnrecordError
 * (`not-found`, `bad-cursor`, `invalid-records`, `conflict`); anything else is a fault.
 *
 * Ids that were merged away redirect: every read by id follows the redirect.
 */
export interface Store extends RecordReader, RecordWriter {
  close(): Promise<void>;
}

/** A statement with the instant it entered the record (ISO 8601 UTC, milliseconds). */
export type StoredStatement = Statement & { readonly recorded: string };

export { STATEMENT_SORTS, type StatementSort } from '../contract/index.ts';

export type { Page, PageRequest } from './pages.ts';
export { outletName, outletsOf, type Outlets } from './outlets.ts';
export { everyItem, firstOf, pagesOf, wholeList } from './pages.ts';

export interface ActorFilter {
  readonly kind?: readonly string[];
  /** Normalised words; each must begin some word of a name or alias. */
  readonly text?: string;
}

export interface ClaimFilter {
  /** Records in which any of these actors has a part. */
  readonly actors?: readonly ActorId[];
  readonly documents?: readonly DocumentId[];
  /** Kind of event or relation, or state of an agreement. */
  readonly kinds?: readonly string[];
  /** A record matches when its date can overlap any of these; one without a date never does. */
  readonly dates?: readonly DayRange[];
  readonly text?: string;
  /** Default: accepted and proposed; every one when `query` names `status`. */
  readonly status?: readonly string[];
  /**
   * A query for statements, asked of claims: `actor` is anyone with a part, `said` reads the date,
   * `agreement` is the agreement itself, `text` reads name, summary, place, title, kind and quoted
   * words. A claim has no speaker, carrier, addressee, subject, mode, act or instant of entry, and
   * a speaker's kind neither: those keys match none, and their negation all.
   */
  readonly query?: ResolvedQuery;
  /** Agreements of which any of these is a party; events and relations have none. */
  readonly parties?: readonly ActorId[];
  /** Normalised words, each of which begins a word of the place; relations have none. */
  readonly place?: string;
}

export interface NameMatch {
  readonly actor: Actor;
  /** The name or alias that matched. */
  readonly matched: string;
  /** 0..1; 1 is an exact normalised match of name, alias or id. */
  readonly score: number;
}

/** Words by which documents name an actor. */
export interface NameForm {
  readonly form: string;
  readonly mentions: number;
  readonly documents: number;
}

export interface NameForms {
  /** Those with the most mentions first, then by the words. */
  readonly items: NameForm[];
  /** How many there are, those left out among them. */
  readonly total: number;
}

export interface Counts {
  readonly documents: number;
  readonly actors: number;
  readonly statements: number;
  readonly agreements: number;
  readonly events: number;
  readonly relations: number;
}

/**
 * One tie for the compact adjacency: an unordered or ordered pair of actors and the record that
 * ties them. Statements yield `about` and `addressee` ties from their speaker and a `via` tie to
 * each carrier; agreements and events tie each pair of their actors through the record (one row
 * per actor, `target` null); relations tie `from` to `to`. A document's outlet carries what its
 * reports hold: `outlet` ties from the speaker.
 */
export interface Tie {
  readonly record: string;
  readonly kind: 'about' | 'addressee' | 'via' | 'outlet' | 'agreement' | 'event' | 'relation';
  readonly source: ActorId;
  readonly target: ActorId | null;
  /** Statement act, relation kind, event role or 'party' | 'signatory'. */
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: string;
}

/** What has become of the ties of records since some revision. */
export interface TieChanges {
  /** The revision whose ties these are. */
  readonly revision: number;
  /** Distinct ids of every record whose ties may have changed. */
  readonly records: readonly string[];
  /** All ties that those records have now; one that is gone or rejected has none. */
  readonly ties: readonly Tie[];
}

/** An undecided claim, as far as putting a queue in order needs it. */
export interface ProposalPlace {
  readonly id: ClaimId;
  readonly type: 'statement' | 'agreement' | 'event' | 'relation';
  /** 0..1; null when it was not read by us. */
  readonly confidence: number | null;
  /** Where its first passage stands; in a document that was asked for, if it has one there. */
  readonly document: DocumentId;
  readonly start: number;
}

export interface ProposalFilter {
  /** What statements are asked, and what agreements, events and relations are. */
  readonly statements: ResolvedQuery;
  readonly claims: ResolvedQuery;
  /** A proposal is placed in one of these documents, if it has a passage in any. */
  readonly documents: readonly string[];
}

export interface RecordReader {
  /** Raised by one on every committed write; survives restarts. */
  revision(): Promise<number>;
  counts(): Promise<Counts>;

  /**
   * Statements that match. Rejected ones match only when the query names `status`.
   */
  statements(
    query: ResolvedQuery,
    sort: StatementSort,
    page: PageRequest,
  ): Promise<Page<StoredStatement>>;
  /** All ids that match, in id order: what every interface must agree on. */
  statementIds(query: ResolvedQuery): Promise<StatementId[]>;
  /** Whole matches in batches, in id order, under one snapshot. */
  eachStatement(query: ResolvedQuery, batch: number): AsyncIterable<StoredStatement[]>;
  /** Counts over the whole match; at most `limit` values a facet, most frequent first. */
  facets(query: ResolvedQuery, names: readonly FacetName[], limit: number): Promise<Facets>;

  /** Every claim of the filter whose status is `proposed`, in no order. */
  proposals(filter: ProposalFilter): Promise<ProposalPlace[]>;

  /** In the order asked; unknown ids are absent. */
  statementsById(ids: readonly string[]): Promise<StoredStatement[]>;
  actorsById(ids: readonly string[]): Promise<Actor[]>;
  documentsById(ids: readonly string[]): Promise<Document[]>;
  agreementsById(ids: readonly string[]): Promise<Agreement[]>;
  eventsById(ids: readonly string[]): Promise<Event[]>;
  relationsById(ids: readonly string[]): Promise<Relation[]>;
  mentionsById(ids: readonly string[]): Promise<Mention[]>;

  /** Sorted by name, then id. */
  actors(filter: ActorFilter, page: PageRequest): Promise<Page<Actor>>;
  /** Claims and documents: newest first, undated last, then by id. */
  agreements(filter: ClaimFilter, page: PageRequest): Promise<Page<Agreement>>;
  events(filter: ClaimFilter, page: PageRequest): Promise<Page<Event>>;
  relations(filter: ClaimFilter, page: PageRequest): Promise<Page<Relation>>;
  documents(filter: { text?: string }, page: PageRequest): Promise<Page<Document>>;

  /** How often each actor takes part; same order as `ids`, rejected records not counted. */
  actorCounts(ids: readonly ActorId[]): Promise<ActorCounts[]>;
  statementCounts(documents: readonly DocumentId[]): Promise<number[]>;

  /** Actors whose name or alias equals or begins with the words; tolerant of typing errors. */
  matchNames(words: string, limit: number): Promise<NameMatch[]>;

  /** Everyone with a name or alias of exactly these words, those with most statements first. */
  actorsCalled(name: string): Promise<Actor[]>;

  /** The document's text when held, else null. */
  text(document: DocumentId): Promise<string | null>;
  mentions(document: DocumentId): Promise<Mention[]>;
  /** How the documents' mentions word the actor's name; at most `limit` of the forms. */
  nameForms(actor: ActorId, limit: number): Promise<NameForms>;

  /** Every tie of records that are not rejected, in batches. */
  eachTie(batch: number): AsyncIterable<Tie[]>;
  /** What writes after this revision have changed of the ties; null when that is not known. */
  tieChanges(since: number): Promise<TieChanges | null>;
  /** Where the id leads now: itself, or what it was merged into; null when unknown. */
  resolveId(id: string): Promise<string | null>;
  /** The same for many at once; those unknown are absent. */
  resolveIds(ids: readonly string[]): Promise<Map<string, string>>;

  /** Positions kept from the last layout, by node key. Saving them does not raise the revision. */
  positions(): Promise<Map<string, { x: number; y: number }>>;
  /** Questions kept to be asked again, by name. Saving and removing them does not raise the revision. */
  savedQuestions(): Promise<SavedQuestion[]>;
  /** Decisions, newest first. */
  decisions(page: PageRequest): Promise<Page<Decision>>;
  eachDecision(): AsyncIterable<Decision>;
  /**
   * The whole record as one data set (texts excluded), every list in id order, in one snapshot:
   * what tests hold writes and other stores to.
   */
  dataSet(): Promise<Records>;
  /** What stood before decisions, of records that decisions have changed; all, or those named. */
  bases(ids?: readonly string[]): Promise<Map<string, Base>>;
  /**
   * Claims that stand and of which decisions have set the status and nothing else, and those of
   * these ids of which they have set nothing. A store that keeps every base whole tells of none.
   */
  statusChanges(ids: readonly string[]): Promise<StatusChange[]>;
  /** What stood before decisions, of all the other records that decisions have changed. */
  wholeBases(): Promise<Map<string, Base>>;
  /** Ids of every record that names the actor, whatever its status, in id order. */
  recordsNaming(actor: ActorId): Promise<string[]>;
  /** Ids of every record that rests on the document, whatever its status, in id order. */
  recordsOn(document: DocumentId): Promise<string[]>;
  /** Which document's reading brought each record; records that came otherwise are absent. */
  broughtBy(ids: readonly string[]): Promise<Map<string, DocumentId>>;
  /** Ids of the records that the reading of this document brought, in id order. */
  broughtFrom(document: DocumentId): Promise<string[]>;
  /** The document whose text has this hash (SHA-256, lower-case hex); null when none has. */
  documentOfText(sha256: string): Promise<DocumentId | null>;
}

export type AnyRecord = Actor | Document | Mention | AnyClaim;

/**
 * A record as it was extracted or imported, kept while decisions make it differ from that.
 * `record` is null when none stood (a decision made it). A statement's carries its `recorded`.
 */
export interface Base {
  readonly record: (AnyRecord & { readonly recorded?: string }) | null;
  /** True when the reader no longer proposes it and only a decision keeps it. */
  readonly dropped: boolean;
}

/** A claim whose base is the claim as it stands, but for its status; it is not dropped. */
export interface StatusChange {
  readonly id: ClaimId;
  readonly before: Status;
  readonly now: Status;
  /** False when it has no base, as no decision has set anything. */
  readonly based: boolean;
}

/** What one write changes. Applied whole or not at all, durable when the promise resolves. */
export interface Change {
  /** Inserted or replaced, by id. */
  readonly put?: Partial<Omit<Records, 'format' | 'decisions'>>;
  /** Texts to hold, by document id; the hash must equal the document's. */
  readonly texts?: ReadonlyMap<DocumentId, string>;
  readonly remove?: readonly string[];
  /**
   * Sets the status of claims that stand and keeps a base of each that has none: thousands at once
   * cost little. None of them is among `put` or `remove`.
   */
  readonly statuses?: ReadonlyMap<ClaimId, Status>;
  /** Old id to the id that it now redirects to; null takes a redirect back. */
  readonly redirects?: ReadonlyMap<string, string | null>;
  /** Appended to the log. */
  readonly decisions?: readonly Decision[];
  /** Bases to keep, by record id; null forgets one. */
  readonly bases?: ReadonlyMap<string, Base | null>;
  /** Which document's reading brought a record, by record id; null forgets it. */
  readonly brought?: ReadonlyMap<string, DocumentId | null>;
  /** When a statement that comes back had entered the record; others: now, or as it stands. */
  readonly recorded?: ReadonlyMap<StatementId, string>;
}

export interface WriteResult {
  readonly revision: number;
}

export interface RecordWriter {
  /**
   * Applies a change in one transaction. Rejects with `invalid-records` when the record would not
   * hold together afterwards, and with `conflict` when `expected` is given and is not the current
   * revision; nothing is changed then.
   */
  write(change: Change, expected?: number): Promise<WriteResult>;
  /** Loads a data set into an empty record; does nothing (false) when the record is not empty. */
  loadSample(records: Records): Promise<boolean>;
  savePositions(positions: ReadonlyMap<string, { x: number; y: number }>): Promise<void>;
  /** Keeps a question, or replaces the one with its id. No two may have one name. */
  saveQuestion(question: SavedQuestion): Promise<void>;
  /** Does nothing when it is gone already. */
  removeQuestion(id: SavedQuestion['id']): Promise<void>;
}

/** A record that a person can accept or reject. */
export type AnyClaim = Statement | Agreement | Event | Relation;
