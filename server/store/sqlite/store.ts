import type { Decision, DocumentId, Records } from '../../../graph-data/schema/index.ts';
import { OnrecordError } from '../../contract/index.ts';
import type { FacetName, ResolvedQuery, SavedQuestion } from '../../contract/index.ts';
import type {
  ActorFilter,
  Base,
  Change,
  ClaimFilter,
  PageRequest,
  ProposalFilter,
  StatementSort,
  Store,
  StoredStatement,
  Tie,
  TieChanges,
} from '../store.ts';
import { readBases, readStatusChanges, readWholeBases } from './bases.ts';
import { actorListing, claimListing, documentListing, pageOfListing } from './claims.ts';
import { countParts, countRecords, countStatements } from './counts.ts';
import { ColumnIndex } from './columns/index.ts';
import type { Connection } from './database.ts';
import { open } from './database.ts';
import { countFacets } from './facets.ts';
import { isEmpty, parseDataSet, readDataSet } from './data-set.ts';
import { followRedirects, keyOf, resolveIds } from './keys.ts';
import type { RecordTable } from './keys.ts';
import { decisionPage, eachDecisionOf } from './log.ts';
import { actorsCalled, matchNames, nameForms } from './names.ts';
import { bringersOf, broughtFrom, idsNaming, idsOn } from './naming.ts';
import { readPositions, writePositions } from './positions.ts';
import { undecidedClaims } from './proposals.ts';
import {
  readActors,
  readAgreements,
  readDocuments,
  readEvents,
  readMentions,
  readRelations,
} from './read-records.ts';
import { readStatements } from './read-statements.ts';
import { readSaved, removeSaved, writeSaved } from './saved.ts';
import { matchingIds, matchingKeys, searchStatements } from './search.ts';
import { documentOfText, mentionsIn, textOf } from './texts.ts';
import { recordsRetied, TieLog } from './tie-log.ts';
import { tiesInBatches, tiesOfRecords } from './ties.ts';
import { applyChange, asRecordError, changedKeys, revisionOf, statusKeys } from './write.ts';

export interface StoreOptions {
  /** What time it is, for `recorded`. */
  readonly now?: () => Date;
  /**
   * From how many statements on searches and counts run on columns in memory (see
   * StatementColumns); below, SQL is as quick. Null: never, as for a reader beside a writer.
   */
  readonly columnsFrom?: number | null;
  /** Called after the store has closed. */
  readonly onClose?: () => void;
}

/** The record in one SQLite file. better-sqlite3 works at once; the promises are the interface's. */
export class SqliteStore implements Store {
  readonly path: string;
  readonly #connection: Connection;
  readonly #options: StoreOptions;
  readonly #retied: TieLog;
  #columns: ColumnIndex | null = null;

  constructor(path: string, connection: Connection, options: StoreOptions = {}) {
    this.path = path;
    this.#connection = connection;
    this.#options = options;
    this.#retied = new TieLog(revisionOf(connection));
    this.#makeColumns();
  }

  async close(): Promise<void> {
    this.#connection.close();
    this.#options.onClose?.();
  }

  async revision() {
    return revisionOf(this.#connection);
  }

  async counts() {
    return this.#connection.read(() => countRecords(this.#connection));
  }

  async statements(query: ResolvedQuery, sort: StatementSort, page: PageRequest) {
    return this.#connection.read(
      () =>
        this.#columns?.search(query, sort, page) ??
        searchStatements(this.#connection, query, sort, page),
    );
  }

  async statementIds(query: ResolvedQuery) {
    return matchingIds(this.#connection, query) as StoredStatement['id'][];
  }

  async *eachStatement(query: ResolvedQuery, batch: number): AsyncIterable<StoredStatement[]> {
    yield* this.#snapshot(function* (connection) {
      const keys = matchingKeys(connection, query);
      for (let i = 0; i < keys.length; i += batch)
        yield readStatements(connection, keys.slice(i, i + batch));
    });
  }

  async facets(query: ResolvedQuery, names: readonly FacetName[], limit: number) {
    return (
      this.#columns?.facets(query, names, limit) ??
      countFacets(this.#connection, query, names, limit)
    );
  }

  async proposals(filter: ProposalFilter) {
    return this.#connection.read(() => undecidedClaims(this.#connection, filter));
  }

  async statementsById(ids: readonly string[]) {
    return this.#byId('statements', ids, readStatements);
  }

  async actorsById(ids: readonly string[]) {
    return this.#byId('actors', ids, readActors);
  }

  async documentsById(ids: readonly string[]) {
    return this.#byId('documents', ids, readDocuments);
  }

  async agreementsById(ids: readonly string[]) {
    return this.#byId('agreements', ids, readAgreements);
  }

  async eventsById(ids: readonly string[]) {
    return this.#byId('events', ids, readEvents);
  }

  async relationsById(ids: readonly string[]) {
    return this.#byId('relations', ids, readRelations);
  }

  async mentionsById(ids: readonly string[]) {
    return this.#byId('mentions', ids, readMentions);
  }

  async actors(filter: ActorFilter, page: PageRequest) {
    return pageOfListing(this.#connection, actorListing(filter), page, readActors);
  }

  async agreements(filter: ClaimFilter, page: PageRequest) {
    const listing = claimListing(this.#connection, 'agreements', filter);
    return pageOfListing(this.#connection, listing, page, readAgreements);
  }

  async events(filter: ClaimFilter, page: PageRequest) {
    const listing = claimListing(this.#connection, 'events', filter);
    return pageOfListing(this.#connection, listing, page, readEvents);
  }

  async relations(filter: ClaimFilter, page: PageRequest) {
    const listing = claimListing(this.#connection, 'relations', filter);
    return pageOfListing(this.#connection, listing, page, readRelations);
  }

  async documents(filter: { text?: string }, page: PageRequest) {
    return pageOfListing(this.#connection, documentListing(filter), page, readDocuments);
  }

  async actorCounts(ids: readonly string[]) {
    return this.#connection.read(() => countParts(this.#connection, ids));
  }

  async statementCounts(documents: readonly string[]) {
    return this.#connection.read(() => countStatements(this.#connection, documents));
  }

  async matchNames(words: string, limit: number) {
    return matchNames(this.#connection, words, limit);
  }

  async actorsCalled(name: string) {
    return actorsCalled(this.#connection, name);
  }

  async text(document: string) {
    return textOf(this.#connection, document);
  }

  async mentions(document: string) {
    return mentionsIn(this.#connection, document);
  }

  async nameForms(actor: string, limit: number) {
    return nameForms(this.#connection, actor, limit);
  }

  async *eachTie(batch: number): AsyncIterable<Tie[]> {
    yield* this.#snapshot((connection) => tiesInBatches(connection, batch));
  }

  async tieChanges(since: number): Promise<TieChanges | null> {
    const connection = this.#connection;
    return connection.read(() => {
      const revision = revisionOf(connection);
      const records = this.#retied.between(since, revision);
      return records && { revision, records, ties: tiesOfRecords(connection, records) };
    });
  }

  async resolveId(id: string) {
    return resolveIds(this.#connection, [id]).get(id) ?? null;
  }

  async resolveIds(ids: readonly string[]) {
    return this.#connection.read(() => resolveIds(this.#connection, ids));
  }

  async positions() {
    return readPositions(this.#connection);
  }

  async savedQuestions() {
    return readSaved(this.#connection);
  }

  async decisions(page: PageRequest) {
    return decisionPage(this.#connection, page);
  }

  async *eachDecision(): AsyncIterable<Decision> {
    yield* this.#snapshot(eachDecisionOf);
  }

  async bases(ids?: readonly string[]): Promise<Map<string, Base>> {
    return this.#connection.read(() => readBases(this.#connection, ids ?? null));
  }

  async statusChanges(ids: readonly string[]) {
    return this.#connection.read(() => readStatusChanges(this.#connection, ids));
  }

  async wholeBases() {
    return readWholeBases(this.#connection, null);
  }

  async recordsNaming(actor: string) {
    return idsNaming(this.#connection, actor);
  }

  async recordsOn(document: string) {
    return idsOn(this.#connection, document);
  }

  async broughtBy(ids: readonly string[]) {
    return bringersOf(this.#connection, ids) as Map<string, DocumentId>;
  }

  async broughtFrom(document: string) {
    return broughtFrom(this.#connection, document);
  }

  async documentOfText(sha256: string) {
    return documentOfText(this.#connection, sha256);
  }

  async dataSet() {
    return readDataSet(this.#connection);
  }

  async write(change: Change, expected?: number) {
    return this.#change(change, () => {
      const current = revisionOf(this.#connection);
      if (expected !== undefined && expected !== current)
        throw new OnrecordError(
          'conflict',
          `The record is at revision ${current}, not at ${expected}: read it again.`,
        );
      return { revision: applyChange(this.#connection, change, this.#now()) };
    });
  }

  async loadSample(records: Records) {
    return this.#change({ put: records }, () => {
      if (!isEmpty(this.#connection)) return false;
      const { decisions, format: _format, ...put } = parseDataSet(records);
      applyChange(this.#connection, { put, decisions }, this.#now());
      return true;
    });
  }

  async savePositions(positions: ReadonlyMap<string, { x: number; y: number }>) {
    this.#commit(() => writePositions(this.#connection, positions));
  }

  async saveQuestion(question: SavedQuestion) {
    this.#commit(() => writeSaved(this.#connection, question));
  }

  async removeQuestion(id: SavedQuestion['id']) {
    this.#commit(() => removeSaved(this.#connection, id));
  }

  #byId<T>(
    table: RecordTable,
    ids: readonly string[],
    read: (connection: Connection, keys: readonly number[]) => T[],
  ): T[] {
    const keys = ids
      .map((id) => keyOf(this.#connection, table, followRedirects(this.#connection, id)))
      .filter((key) => key !== null);
    return this.#connection.read(() => read(this.#connection, keys));
  }

  /** Reads on a connection of its own, so that writes go on meanwhile and are not seen. */
  async *#snapshot<T>(read: (connection: Connection) => Iterable<T>): AsyncGenerator<T> {
    const connection = open(this.path, { readonly: true });
    try {
      connection.database.exec('BEGIN');
      yield* read(connection);
    } finally {
      connection.close();
    }
  }

  /** A write of records: what is kept in memory follows once it is committed. */
  #change<T>(change: Change, body: () => T): T {
    const before = changedKeys(this.#connection, change);
    const result = this.#commit(body);
    this.#retied.note(revisionOf(this.#connection), recordsRetied(this.#connection, change));
    const after = changedKeys(this.#connection, change);
    this.#columns?.refresh({
      statements: [...new Set([...before.statements, ...after.statements])],
      actors: after.actors,
      documents: after.documents,
      statuses: statusKeys(this.#connection, change),
    });
    this.#makeColumns();
    return result;
  }

  #makeColumns(): void {
    const from = this.#options.columnsFrom ?? null;
    if (this.#columns !== null || from === null) return;
    const [largest] = this.#connection.column<number | null>('SELECT max(key) FROM statements');
    if ((largest ?? 0) >= from) this.#columns = new ColumnIndex(this.#connection);
  }

  #commit<T>(body: () => T): T {
    try {
      return this.#connection.write(body);
    } catch (error) {
      throw asRecordError(error);
    }
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString();
  }
}
