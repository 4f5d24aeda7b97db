import type { Records, Statement } from '../../graph-data/schema/index.ts';
import { DataSet } from '../../graph-data/schema/index.ts';
import { and, normalise, OnrecordError, term, words } from '../../server/contract/index.ts';
import type {
  FacetName,
  Facets,
  ResolvedQuery,
  ResolvedTerm,
} from '../../server/contract/index.ts';
import type {
  ActorFilter,
  AnyClaim,
  AnyRecord,
  Change,
  ClaimFilter,
  PageRequest,
  ProposalFilter,
  ProposalPlace,
  StatementSort,
  Store,
  StoredStatement,
  Tie,
} from '../../server/store/store.ts';
import {
  inFilter,
  ofAgreement,
  ofEvent,
  ofRelation,
  placeOf,
  type FilteredClaim,
} from './memory-claims.ts';
import { facetOf, facetValues } from './memory-facets.ts';
import { MemoryKept } from './memory-kept.ts';
import { formsOf, matchingNames, partsOf } from './memory-actors.ts';
import { newest, paged, sortedBy } from './memory-paging.ts';
import {
  applied,
  empty,
  recordsOf,
  type ListName,
  type Lists,
  type State,
} from './memory-state.ts';
import { changesBetween, tiesOf } from './memory-ties.ts';
import { statementKey } from './memory-sorts.ts';
import { begins } from './memory-words.ts';
import { isMatch } from './oracle.ts';

/** Everything in Maps, every answer by a scan: slow, obvious, and the other side of the contract. */
export class MemoryStore extends MemoryKept implements Store {
  #state = empty();
  /** By revision. */
  readonly #tiesAt = new Map<number, Tie[]>([[0, []]]);
  readonly #now: () => Date;

  constructor(now: () => Date = () => new Date()) {
    super();
    this.#now = now;
  }

  async close() {}

  async revision() {
    return this.#state.revision;
  }

  async counts() {
    const live = (name: ListName) =>
      this.#list(name).filter((record) => !('status' in record) || record.status !== 'rejected')
        .length;
    return {
      documents: live('documents'),
      actors: live('actors'),
      statements: live('statements'),
      agreements: live('agreements'),
      events: live('events'),
      relations: live('relations'),
    };
  }

  async statements(query: ResolvedQuery, sort: StatementSort, page: PageRequest) {
    const matching = this.#matching(query);
    const direction = sort === '-recorded' ? -1 : 1;
    return paged(matching, statementKey(sort, query), [query, sort], page, direction);
  }

  async statementIds(query: ResolvedQuery) {
    return this.#matching(query).map(({ id }) => id);
  }

  async *eachStatement(query: ResolvedQuery, batch: number) {
    const matching = this.#matching(query);
    for (let i = 0; i < matching.length; i += batch) yield matching.slice(i, i + batch);
  }

  async facets(query: ResolvedQuery, names: readonly FacetName[], limit: number) {
    const matching = this.#matching(query);
    const facets: Facets = {};
    for (const name of names) {
      const values = matching.map((statement) => this.#facetValues(statement, name));
      facets[name] = facetOf(values, (value) => this.#label(value), limit);
    }
    return facets;
  }

  async proposals({ statements, claims, documents }: ProposalFilter) {
    const undecided = term<ResolvedTerm>({ key: 'status', value: 'proposed' });
    const query = and(undecided, claims);
    const page = { limit: 1000, cursor: null };
    const wanted = documents.map((id) => this.#follow(id));
    const toPlaces = (type: ProposalPlace['type'], found: readonly AnyClaim[]) =>
      found.map((claim) => placeOf(type, claim, wanted));
    return [
      ...toPlaces('statement', this.#matching(and(undecided, statements))),
      ...toPlaces('agreement', (await this.agreements({ query }, page)).items),
      ...toPlaces('event', (await this.events({ query }, page)).items),
      ...toPlaces('relation', (await this.relations({ query }, page)).items),
    ];
  }

  async statementsById(ids: readonly string[]) {
    return this.#byId(ids, 'statements').map((statement) => this.#stored(statement));
  }

  async actorsById(ids: readonly string[]) {
    return this.#byId(ids, 'actors');
  }

  async documentsById(ids: readonly string[]) {
    return this.#byId(ids, 'documents');
  }

  async agreementsById(ids: readonly string[]) {
    return this.#byId(ids, 'agreements');
  }

  async eventsById(ids: readonly string[]) {
    return this.#byId(ids, 'events');
  }

  async relationsById(ids: readonly string[]) {
    return this.#byId(ids, 'relations');
  }

  async mentionsById(ids: readonly string[]) {
    return this.#byId(ids, 'mentions');
  }

  async actors(filter: ActorFilter, page: PageRequest) {
    const found = this.#list('actors').filter(
      ({ kind, name, aliases }) =>
        (!filter.kind || filter.kind.length === 0 || filter.kind.includes(kind)) &&
        (words(filter.text ?? '').length === 0 ||
          [name, ...aliases].some((each) => begins(each, filter.text))),
    );
    return paged(found, ({ name }) => normalise(name), ['actors', filter], page);
  }

  async agreements(filter: ClaimFilter, page: PageRequest) {
    const found = this.#list('agreements').filter((it) => this.#inFilter(ofAgreement(it), filter));
    return paged(found, ({ date }) => newest(date), ['agreements', filter], page);
  }

  async events(filter: ClaimFilter, page: PageRequest) {
    const found = this.#list('events').filter((it) => this.#inFilter(ofEvent(it), filter));
    return paged(found, ({ date }) => newest(date), ['events', filter], page);
  }

  async relations(filter: ClaimFilter, page: PageRequest) {
    const found = this.#list('relations').filter((it) => {
      const ends = this.#byId([it.from, it.to], 'actors');
      return this.#inFilter(ofRelation(it, ends), filter);
    });
    return paged(found, ({ valid }) => newest(valid), ['relations', filter], page);
  }

  async documents(filter: { text?: string }, page: PageRequest) {
    const found = this.#list('documents').filter(({ title }) => begins(title, filter.text));
    return paged(found, ({ published }) => newest(published), ['documents', filter], page);
  }

  async actorCounts(ids: readonly string[]) {
    const live = {
      statements: this.#live('statements'),
      agreements: this.#live('agreements'),
      events: this.#live('events'),
      relations: this.#live('relations'),
    };
    return ids.map((id) => partsOf(this.#follow(id), live));
  }

  async statementCounts(documents: readonly string[]) {
    return documents.map(
      (id) =>
        this.#live('statements').filter(({ reports }) =>
          reports.some(({ document }) => document === this.#follow(id)),
        ).length,
    );
  }

  async matchNames(given: string, limit: number) {
    return matchingNames(this.#list('actors'), given, this.#follow(given)).slice(0, limit);
  }

  async actorsCalled(name: string) {
    const wanted = words(name).join(' ');
    return this.#list('actors').filter((actor) =>
      [actor.name, ...actor.aliases].some((each) => words(each).join(' ') === wanted),
    );
  }

  async text(document: string) {
    return this.#state.texts.get(this.#follow(document)) ?? null;
  }

  async mentions(document: string) {
    const found = this.#list('mentions').filter((m) => m.document === this.#follow(document));
    return sortedBy(found, ({ selector }) => selector.start);
  }

  async nameForms(actor: string, limit: number) {
    const own = this.#list('mentions').filter((m) => m.actor === this.#follow(actor));
    const forms = formsOf(own);
    return { items: forms.slice(0, limit), total: forms.length };
  }

  async *eachTie(batch: number) {
    const ties = this.#ties();
    for (let i = 0; i < ties.length; i += batch) yield ties.slice(i, i + batch);
  }

  async tieChanges(since: number) {
    const then = this.#tiesAt.get(since);
    if (!then) return null;
    return { revision: this.#state.revision, ...changesBetween(then, this.#ties()) };
  }

  async resolveId(id: string) {
    const to = this.#follow(id);
    return this.#state.records.has(to) ? to : null;
  }

  async resolveIds(ids: readonly string[]) {
    const leads = ids.map((id) => [id, this.#follow(id)] as const);
    return new Map(leads.filter(([, to]) => this.#state.records.has(to)));
  }

  async decisions(page: PageRequest) {
    const log = this.#state.decisions;
    return paged(log, (decision) => -log.indexOf(decision), 'decisions', page);
  }

  async *eachDecision() {
    yield* this.#state.decisions;
  }

  async dataSet(): Promise<Records> {
    return recordsOf(this.#state);
  }

  async bases(ids?: readonly string[]) {
    return new Map([...this.#state.bases].filter(([id]) => !ids || ids.includes(id)));
  }

  async statusChanges() {
    return [];
  }

  async wholeBases() {
    return this.bases();
  }

  async recordsNaming(actor: string) {
    const id = this.#follow(actor);
    return this.#idsHolding((record) => record.id !== id && mentionsValue(record, id));
  }

  async recordsOn(document: string) {
    const id = this.#follow(document);
    return this.#idsHolding((record) => record.id !== id && mentionsValue(record, id));
  }

  async broughtBy(ids: readonly string[]) {
    return new Map([...this.#state.brought].filter(([id]) => ids.includes(id)));
  }

  async broughtFrom(document: string) {
    const found = [...this.#state.brought].filter(([, from]) => from === document);
    return found.map(([id]) => id).sort();
  }

  async documentOfText(sha256: string) {
    return this.#list('documents').find((document) => document.sha256 === sha256)?.id ?? null;
  }

  async write(change: Change, expected?: number) {
    if (expected !== undefined && expected !== this.#state.revision)
      throw new OnrecordError('conflict', 'the record has moved on');
    this.#become(applied(this.#state, change, this.#now().toISOString()));
    return { revision: this.#state.revision };
  }

  async loadSample(records: Records) {
    if (this.#state.records.size > 0 || this.#state.decisions.length > 0) return false;
    const parsed = DataSet.safeParse(records);
    if (!parsed.success) throw new OnrecordError('invalid-records', parsed.error.message);
    const { decisions, format: _format, ...put } = parsed.data;
    this.#become(applied(this.#state, { put, decisions }, this.#now().toISOString()));
    return true;
  }

  #become(state: State): void {
    this.#state = state;
    this.#tiesAt.set(state.revision, this.#ties());
  }

  #idsHolding(test: (record: AnyRecord) => boolean): string[] {
    const held = [...this.#state.records.values()].filter(test);
    return sortedBy(held, ({ id }) => id).map(({ id }) => id);
  }

  #list<N extends ListName>(name: N): Lists[N] {
    return recordsOf(this.#state)[name];
  }

  #live<N extends 'statements' | 'agreements' | 'events' | 'relations'>(name: N): Lists[N] {
    const list: readonly { status: string }[] = this.#list(name);
    return list.filter(({ status }) => status !== 'rejected') as Lists[N];
  }

  #follow(id: string): string {
    const to = this.#state.redirects.get(id);
    return to === undefined ? id : this.#follow(to);
  }

  #byId<N extends ListName>(ids: readonly string[], name: N): Lists[N] {
    const known = new Map(this.#list(name).map((record) => [record.id as string, record]));
    return ids.flatMap((id) => known.get(this.#follow(id)) ?? []) as Lists[N];
  }

  #stored(statement: Statement): StoredStatement {
    return { ...statement, recorded: this.#state.recorded.get(statement.id) ?? '' };
  }

  #matching(query: ResolvedQuery): StoredStatement[] {
    const records = recordsOf(this.#state);
    return records.statements
      .map((statement) => this.#stored(statement))
      .filter((statement) => isMatch(query, statement, records, (id) => this.#follow(id)));
  }

  #label(value: string): string {
    const record = this.#state.records.get(value);
    if (record && 'name' in record) return record.name;
    return record && 'title' in record ? (record.title ?? value) : value;
  }

  #inFilter(claim: FilteredClaim, filter: ClaimFilter): boolean {
    return inFilter(
      claim,
      filter,
      () => recordsOf(this.#state),
      (id) => this.#follow(id),
    );
  }

  #facetValues(statement: StoredStatement, name: FacetName): string[] {
    const documents = statement.reports.map(({ document }) => document);
    return facetValues(
      name,
      statement,
      this.#byId(documents, 'documents'),
      this.#byId([statement.speaker], 'actors'),
    );
  }

  #ties(): Tie[] {
    return tiesOf(recordsOf(this.#state), (statement) =>
      this.#facetValues(this.#stored(statement), 'outlet'),
    );
  }
}

/** Whether a record names a value anywhere, such as an id. */
function mentionsValue(record: AnyRecord, value: string): boolean {
  return JSON.stringify(record).includes(`"${value}"`);
}
