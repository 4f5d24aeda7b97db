import { createHash } from 'node:crypto';
import type {
  Decision,
  DocumentId,
  Mention,
  Records,
  Statement,
} from '../../graph-data/schema/index.ts';
import {
  DataSet,
  dayRange,
  Decision as DecisionSchema,
  overlaps,
  recordTypeOf,
} from '../../graph-data/schema/index.ts';
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
  Base,
  Change,
  ClaimFilter,
  Page,
  PageRequest,
  ProposalFilter,
  ProposalPlace,
  StatementSort,
  Store,
  StoredStatement,
  Tie,
} from '../../server/store/store.ts';
import { claimIsMatch, isMatch, namesStatus, type AskedClaim } from './oracle.ts';

type Lists = Omit<Records, 'format' | 'decisions'>;
type ListName = keyof Lists;
const LISTS: Readonly<Record<string, ListName>> = {
  actor: 'actors',
  document: 'documents',
  mention: 'mentions',
  statement: 'statements',
  agreement: 'agreements',
  event: 'events',
  relation: 'relations',
};

/** An agreement, event or relation with what a filter asks of it. */
interface FilteredClaim extends AskedClaim {
  /** Kind, or state of an agreement. */
  readonly kind: string;
  readonly parties: readonly string[];
  readonly place: string | null;
  readonly searched: string;
}

interface State {
  readonly records: Map<string, AnyRecord>;
  readonly recorded: Map<string, string>;
  readonly texts: Map<string, string>;
  readonly redirects: Map<string, string>;
  readonly bases: Map<string, Base>;
  readonly brought: Map<string, DocumentId>;
  decisions: Decision[];
  revision: number;
}

function empty(): State {
  return {
    records: new Map(),
    recorded: new Map(),
    texts: new Map(),
    redirects: new Map(),
    bases: new Map(),
    brought: new Map(),
    decisions: [],
    revision: 0,
  };
}

function placeOf(
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

/** Everything in Maps, every answer by a scan: slow, obvious, and the other side of the contract. */
export class MemoryStore implements Store {
  #state = empty();
  #positions = new Map<string, { x: number; y: number }>();
  /** By revision. */
  readonly #tiesAt = new Map<number, Tie[]>([[0, []]]);
  readonly #now: () => Date;

  constructor(now: () => Date = () => new Date()) {
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
    const texts = positiveWords(query);
    const by = sort === 'relevance' && texts.length === 0 ? '-said' : sort;
    const keyOf = (statement: StoredStatement): SortKey => {
      if (by === 'relevance') return -relevance(statement, texts);
      if (by === 'recorded' || by === '-recorded') return statement.recorded;
      return by === 'said' ? (dayKey(statement.said) ?? UNDATED) : newest(statement.said);
    };
    return paged(matching, keyOf, [query, sort], page, by === '-recorded' ? -1 : 1);
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
      const counts = new Map<string, number>();
      for (const statement of matching)
        for (const value of new Set(this.#facetValues(statement, name)))
          counts.set(value, (counts.get(value) ?? 0) + 1);
      const values = [...counts]
        .map(([value, count]) => ({ value, label: this.#label(value), count }))
        .sort((a, b) => b.count - a.count || compare(a.value, b.value));
      facets[name] = {
        values: values.slice(0, limit),
        omitted: Math.max(0, values.length - limit),
      };
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
    const found = this.#list('agreements').filter((agreement) => {
      const { name, summary, place, parties, signatories, date, state } = agreement;
      const described = [name, summary, place ?? ''].join(' ');
      const actors = [...parties, ...signatories];
      const asked = { ...agreement, kind: state, described, searched: described, actors, date };
      return this.#inFilter({ ...asked, parties, place }, filter);
    });
    return paged(found, ({ date }) => newest(date), ['agreements', filter], page);
  }

  async events(filter: ClaimFilter, page: PageRequest) {
    const found = this.#list('events').filter((event) => {
      const described = [event.name, event.place ?? ''].join(' ');
      const actors = event.participants.map(({ actor }) => actor);
      const asked = { ...event, described, searched: described, actors, parties: [] };
      return this.#inFilter(asked, filter);
    });
    return paged(found, ({ date }) => newest(date), ['events', filter], page);
  }

  async relations(filter: ClaimFilter, page: PageRequest) {
    const found = this.#list('relations').filter((relation) => {
      const actors = [relation.from, relation.to];
      const names = this.#byId(actors, 'actors').flatMap(({ name, aliases }) => [name, ...aliases]);
      const described = [relation.title ?? '', relation.kind].join(' ');
      const searched = [described, ...names].join(' ');
      const ours = { described, searched, actors, parties: [], place: null };
      return this.#inFilter({ ...relation, ...ours, date: relation.valid }, filter);
    });
    return paged(found, ({ valid }) => newest(valid), ['relations', filter], page);
  }

  async documents(filter: { text?: string }, page: PageRequest) {
    const found = this.#list('documents').filter(({ title }) => begins(title, filter.text));
    return paged(found, ({ published }) => newest(published), ['documents', filter], page);
  }

  async actorCounts(ids: readonly string[]) {
    const statements = this.#live('statements');
    return ids.map((given) => {
      const id = this.#follow(given);
      const count = <T>(list: readonly T[], named: (record: T) => readonly string[]) =>
        list.filter((record) => named(record).includes(id)).length;
      return {
        said: count(statements, ({ speaker }) => [speaker]),
        about: count(statements, ({ about }) => about),
        addressed: count(statements, ({ addressees }) => addressees),
        carried: count(statements, ({ reports }) => reports.flatMap(({ via }) => via)),
        agreements: count(this.#live('agreements'), (a) => [...a.parties, ...a.signatories]),
        events: count(this.#live('events'), (e) => e.participants.map(({ actor }) => actor)),
        relations: count(this.#live('relations'), ({ from, to }) => [from, to]),
      };
    });
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
    const wanted = words(given);
    const matches = this.#list('actors').flatMap((actor) => {
      const scored = [actor.name, ...actor.aliases].map((name) => ({
        actor,
        matched: name,
        score: nameScore(wanted, words(name)),
      }));
      if (actor.id === this.#follow(given)) scored.push({ actor, matched: actor.name, score: 1 });
      return scored.sort((a, b) => b.score - a.score).slice(0, 1);
    });
    return matches
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  async text(document: string) {
    return this.#state.texts.get(this.#follow(document)) ?? null;
  }

  async mentions(document: string) {
    const found = this.#list('mentions').filter((m) => m.document === this.#follow(document));
    return sortedBy(found, ({ selector }) => selector.start);
  }

  async mentionsOf(actor: string, page: PageRequest) {
    const found = this.#list('mentions').filter((m) => m.actor === this.#follow(actor));
    return paged<Mention>(found, ({ id }) => id, ['mentions', actor], page);
  }

  async nameForms(actor: string, limit: number) {
    const own = this.#list('mentions').filter((m) => m.actor === this.#follow(actor));
    const forms = [...new Set(own.map(({ selector }) => selector.exact))].map((form) => {
      const found = own.filter(({ selector }) => selector.exact === form);
      const documents = new Set(found.map(({ document }) => document)).size;
      return { form, mentions: found.length, documents };
    });
    forms.sort((a, b) => b.mentions - a.mentions || (a.form < b.form ? -1 : 1));
    return { items: forms.slice(0, limit), total: forms.length };
  }

  async *eachTie(batch: number) {
    const ties = this.#ties();
    for (let i = 0; i < ties.length; i += batch) yield ties.slice(i, i + batch);
  }

  /** By comparing what every record has now with what it had then. */
  async tieChanges(since: number) {
    const then = this.#tiesAt.get(since);
    if (!then) return null;
    const [before, now] = [byRecord(then), byRecord(this.#ties())];
    const records = [...new Set([...before.keys(), ...now.keys()])].filter(
      (id) => JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id)),
    );
    const ties = records.flatMap((id) => now.get(id) ?? []);
    return { revision: this.#state.revision, records, ties };
  }

  async resolveId(id: string) {
    const to = this.#follow(id);
    return this.#state.records.has(to) ? to : null;
  }

  async resolveIds(ids: readonly string[]) {
    const leads = ids.map((id) => [id, this.#follow(id)] as const);
    return new Map(leads.filter(([, to]) => this.#state.records.has(to)));
  }

  async positions() {
    return new Map(this.#positions);
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

  async savePositions(positions: ReadonlyMap<string, { x: number; y: number }>) {
    for (const { x, y } of positions.values())
      if (!Number.isFinite(x) || !Number.isFinite(y))
        throw new OnrecordError('invalid-records', 'not finite');
    this.#positions = new Map(positions);
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

  #facetValues(statement: StoredStatement, name: FacetName): string[] {
    const documents = this.#byId(
      statement.reports.map(({ document }) => document),
      'documents',
    );
    switch (name) {
      case 'speaker':
        return [statement.speaker];
      case 'about':
        return statement.about;
      case 'addressee':
        return statement.addressees;
      case 'via':
        return statement.reports.flatMap(({ via }) => via);
      case 'outlet':
        return documents.map(({ outlet }) => outlet).filter((outlet) => outlet !== null);
      case 'document':
        return documents.map(({ id }) => id);
      case 'kind':
        return this.#byId([statement.speaker], 'actors').map(({ kind }) => kind);
      case 'said': {
        const range = statement.said === null ? null : dayRange(statement.said);
        return [(range?.from ?? range?.to)?.slice(0, 7) ?? 'unknown'];
      }
      default:
        return [statement[name]];
    }
  }

  #label(value: string): string {
    const record = this.#state.records.get(value);
    if (record && 'name' in record) return record.name;
    return record && 'title' in record ? (record.title ?? value) : value;
  }

  #inFilter(claim: FilteredClaim, filter: ClaimFilter): boolean {
    const { status, kind, actors, parties, evidence, date, place } = claim;
    const { query } = filter;
    const range = date === null ? null : dayRange(date);
    const known = query && namesStatus(query) ? undefined : ['accepted', 'proposed'];
    const among = (wanted: readonly string[] | undefined, those: readonly string[]) =>
      !wanted || wanted.some((id) => those.includes(this.#follow(id)));
    return (
      (filter.status ?? known ?? [status]).includes(status) &&
      (!filter.kinds || filter.kinds.includes(kind)) &&
      among(filter.actors, actors) &&
      among(filter.parties, parties) &&
      among(
        filter.documents,
        evidence.map(({ document }) => document),
      ) &&
      (!filter.dates ||
        (range !== null && filter.dates.some((wanted) => overlaps(range, wanted)))) &&
      (filter.place === undefined ||
        (place !== null && words(filter.place).length > 0 && begins(place, filter.place))) &&
      (!query || claimIsMatch(query, claim, recordsOf(this.#state), (id) => this.#follow(id))) &&
      begins(claim.searched, filter.text)
    );
  }

  #ties(): Tie[] {
    const days = (date: string | null) => (date === null ? null : dayRange(date));
    const statements = this.#live('statements').flatMap((s) => {
      const outlets = this.#facetValues(this.#stored(s), 'outlet');
      const tie = (kind: Tie['kind'], targets: readonly string[]) =>
        [...new Set(targets)].map((target) => ({
          record: s.id,
          kind,
          source: s.speaker,
          target,
          label: s.act,
          from: days(s.said)?.from ?? null,
          to: days(s.said)?.to ?? null,
          status: s.status,
        }));
      return [
        ...tie('about', s.about),
        ...tie('addressee', s.addressees),
        ...tie(
          'via',
          s.reports.flatMap(({ via }) => via),
        ),
        ...tie('outlet', outlets),
      ];
    });
    const part = (
      record: { id: string; status: string },
      kind: Tie['kind'],
      date: string | null,
      source: string,
      label: string,
      target: string | null = null,
    ) => ({
      record: record.id,
      kind,
      source,
      target,
      label,
      from: days(date)?.from ?? null,
      to: days(date)?.to ?? null,
      status: record.status,
    });
    const claims = [
      ...this.#live('agreements').flatMap((a) => [
        ...a.parties.map((id) => part(a, 'agreement', a.date, id, 'party')),
        ...a.signatories.map((id) => part(a, 'agreement', a.date, id, 'signatory')),
      ]),
      ...this.#live('events').flatMap((e) =>
        e.participants.map(({ actor, role }) => part(e, 'event', e.date, actor, role)),
      ),
      ...this.#live('relations').map((r) => part(r, 'relation', r.valid, r.from, r.kind, r.to)),
    ];
    const distinct = new Map([...statements, ...claims].map((tie) => [JSON.stringify(tie), tie]));
    return [...distinct.values()] as Tie[];
  }
}

export function byRecord(ties: readonly Tie[]): Map<string, Tie[]> {
  const found = new Map<string, Tie[]>();
  for (const tie of ties) found.set(tie.record, [...(found.get(tie.record) ?? []), tie]);
  return found;
}

/** By code points, as SQLite's BINARY collation compares UTF-8. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b) || 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sortedBy<T extends { id: string }>(
  list: readonly T[],
  keyOf: (record: T) => string | number,
): T[] {
  return [...list].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    return x === y ? compare(a.id, b.id) : compare(x, y);
  });
}

type SortKey = string | number;

/** Sorts by key and id (`step` -1: both descending) and cuts the page behind the cursor's place. */
function paged<T extends { id: string }>(
  list: readonly T[],
  keyOf: (record: T) => SortKey,
  question: unknown,
  { limit, cursor }: PageRequest,
  step: 1 | -1 = 1,
): Page<T> {
  const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 8);
  const [given, place] = cursor === null ? [hash, null] : cursorParts(cursor);
  if (given !== hash) throw new OnrecordError('bad-cursor', 'not a cursor of this query');
  const placed = list.map((record) => ({ record, key: keyOf(record), id: record.id as string }));
  placed.sort((a, b) => step * comparePlaces(a, b));
  const behind = placed.filter((each) => !place || step * comparePlaces(each, place) > 0);
  const items = behind.slice(0, limit);
  const last = items.at(-1);
  const next =
    last && behind.length > items.length
      ? JSON.stringify([hash, { key: last.key, id: last.id }])
      : null;
  return { total: list.length, items: items.map(({ record }) => record), next };
}

interface Place {
  readonly key: SortKey;
  readonly id: string;
}

function comparePlaces(a: Place, b: Place): number {
  return a.key === b.key ? compare(a.id, b.id) : compare(a.key, b.key);
}

function cursorParts(cursor: string): [string, Place] {
  try {
    const parts: unknown = JSON.parse(cursor);
    return Array.isArray(parts) ? (parts as [string, Place]) : ['', { key: 0, id: '' }];
  } catch {
    return ['', { key: 0, id: '' }];
  }
}

const UNDATED = 1e9;

function dayKey(date: string | null): number | null {
  const range = date === null ? null : dayRange(date);
  const day = range?.from ?? range?.to ?? null;
  return day === null ? null : Number(day.replaceAll('-', ''));
}

function newest(date: string | null): number {
  const day = dayKey(date);
  return day === null ? UNDATED : -day;
}

function mentionsValue(record: AnyRecord, value: string): boolean {
  return JSON.stringify(record).includes(`"${value}"`);
}

function begins(text: string, wanted: string | undefined): boolean {
  const found = words(text);
  return words(wanted ?? '').every((word) => found.some((each) => each.startsWith(word)));
}

function positiveWords(query: ResolvedQuery): string[] {
  if (query.type === 'term') return query.term.key === 'text' ? words(query.term.value) : [];
  return query.type === 'and' || query.type === 'or' ? query.of.flatMap(positiveWords) : [];
}

function relevance(statement: StoredStatement, wanted: readonly string[]): number {
  const found = words(statement.text);
  return found.filter((word) => wanted.includes(word)).length / found.length;
}

function nameScore(wanted: readonly string[], name: readonly string[]): number {
  if (wanted.length === 0) return 0;
  if (wanted.join(' ') === name.join(' ')) return 1;
  if (wanted.every((word) => name.some((each) => each.startsWith(word)))) return 0.8;
  const near = (a: string, b: string) =>
    levenshtein(a, b) <= (a.length < 4 ? 0 : a.length < 8 ? 1 : 2);
  return wanted.every((word) => name.some((each) => near(word, each))) ? 0.4 : 0;
}

function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return levenshtein(a.slice(1), b.slice(1));
  if (Math.abs(a.length - b.length) > 2) return 3;
  return (
    1 +
    Math.min(
      levenshtein(a.slice(1), b),
      levenshtein(a, b.slice(1)),
      levenshtein(a.slice(1), b.slice(1)),
    )
  );
}

function recordsOf(state: State): Records {
  const lists: Record<string, AnyRecord[]> = {};
  for (const name of Object.values(LISTS)) lists[name] = [];
  for (const record of sortedBy([...state.records.values()], ({ id }) => id)) {
    const type = recordTypeOf(record.id);
    lists[LISTS[type ?? ''] ?? '']?.push(record);
  }
  const { actors, documents, mentions, statements, agreements, events, relations } =
    lists as unknown as Lists;
  return {
    format: 'onrecord/1',
    documents,
    actors,
    mentions,
    statements,
    agreements,
    events,
    relations,
    decisions: state.decisions,
  };
}

/** A copy with the change applied; throws and leaves the state as it was when it cannot be. */
function applied(before: State, change: Change, now: string): State {
  const state: State = {
    records: new Map(before.records),
    recorded: new Map(before.recorded),
    texts: new Map(before.texts),
    redirects: new Map(before.redirects),
    bases: new Map(before.bases),
    brought: new Map(before.brought),
    decisions: [...before.decisions],
    revision: before.revision + 1,
  };
  const invalid = (message: string): never => {
    throw new OnrecordError('invalid-records', message);
  };
  for (const [id, status] of change.statuses ?? []) {
    const claim = state.records.get(id) as AnyClaim | undefined;
    if (!claim) return invalid(`no claim ${id}`);
    const recorded = state.recorded.get(id);
    const record = recorded === undefined ? claim : { ...claim, recorded };
    if (!state.bases.has(id)) state.bases.set(id, { record, dropped: false });
    state.records.set(id, { ...claim, status });
  }
  for (const list of Object.values(change.put ?? {}))
    for (const record of list) {
      state.records.set(record.id, record);
      const stands = state.recorded.get(record.id);
      if (record.id.startsWith('stmt:'))
        state.recorded.set(record.id, stands ?? change.recorded?.get(record.id as never) ?? now);
    }
  for (const [id, text] of change.texts ?? []) state.texts.set(id, text);
  for (const id of change.remove ?? []) {
    if (!state.records.delete(id)) invalid(`no record ${id}`);
    state.recorded.delete(id);
    state.texts.delete(id);
  }
  for (const [from, to] of change.redirects ?? []) {
    if (to === null) state.redirects.delete(from);
    else state.redirects.set(from, to);
  }
  for (const decision of change.decisions ?? []) {
    if (state.decisions.some(({ id }) => id === decision.id)) invalid('decision stands twice');
    if (!DecisionSchema.safeParse(decision).success) invalid('not a decision');
    state.decisions.push(decision);
  }
  for (const [id, base] of change.bases ?? []) {
    if (base === null) state.bases.delete(id);
    else state.bases.set(id, base);
  }
  for (const [id, document] of change.brought ?? []) {
    if (document === null) state.brought.delete(id);
    else state.brought.set(id, document);
  }
  checkState(state, invalid);
  return state;
}

function checkState(state: State, invalid: (message: string) => void): void {
  const records = recordsOf(state);
  const parsed = DataSet.safeParse(records);
  if (!parsed.success) invalid(parsed.error.message);
  for (const { id, holding, sha256, length } of records.documents) {
    const text = state.texts.get(id);
    if (holding === 'cited') state.texts.delete(id);
    else if (text === undefined) invalid('held without a text');
    const hash = text === undefined ? sha256 : createHash('sha256').update(text).digest('hex');
    if (hash !== sha256 || (text !== undefined && text.length !== length)) invalid('other text');
  }
  for (const document of state.brought.values())
    if (!state.records.has(document)) invalid('brought by nothing');
  for (const id of state.texts.keys()) if (!state.records.has(id)) invalid('text of nothing');
  for (const from of state.redirects.keys()) {
    const seen = new Set<string>();
    let at: string | undefined = from;
    while (at !== undefined && state.redirects.has(at) && !seen.has(at)) {
      seen.add(at);
      at = state.redirects.get(at);
    }
    if (at === undefined || !state.records.has(at)) invalid('redirect to nothing');
    if (at !== undefined && recordTypeOf(at) !== recordTypeOf(from)) invalid('another type');
    if (state.records.has(from)) invalid('redirect from a record');
  }
}
