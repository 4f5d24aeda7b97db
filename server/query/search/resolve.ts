import {
  and,
  dateRangeOf,
  not,
  or,
  OnrecordError,
  recordedRangeOf,
  term,
  UNDATED,
  type Position,
  type Query,
  type QueryNote,
  type ResolvedQuery,
  type ResolvedTerm,
  type TypedQuery,
  type TypedTerm,
} from '../../contract/index.ts';
import { findActors, type Found, type NameReader } from './actors.ts';
import { withGovernments } from './government.ts';
import { findRecords } from './records.ts';

/** Where a term was typed; `field` is absent when that is the search string. */
export interface Place extends Position {
  readonly field?: string;
}

export interface Resolution {
  readonly query: ResolvedQuery;
  readonly notes: readonly QueryNote[];
}

type ActorTerm = Extract<ResolvedTerm, { ids: unknown }>;

async function find(typed: TypedTerm, store: NameReader): Promise<Found> {
  const { key, value } = typed;
  if (key === 'document' || key === 'agreement') return findRecords(key, value, store);
  return withGovernments(key, await findActors(value, store), store);
}

function dateTerm(key: 'said' | 'published' | 'recorded', value: string): ResolvedTerm {
  if (value === UNDATED && key !== 'recorded') return { key, undated: true };
  const range = key === 'recorded' ? recordedRangeOf(value) : dateRangeOf(value);
  if (range === null) throw new OnrecordError('bad-date', `“${value}” is no date.`, { field: key });
  return { key, from: range.from, to: range.to };
}

/**
 * Names to ids, dates to days. Each distinct name is looked up once, and what is to be said of it is
 * said once, at its first place.
 */
class Resolver {
  readonly notes: QueryNote[] = [];
  private readonly looked = new Map<string, Promise<Found>>();
  private readonly store: NameReader;
  private readonly places: ReadonlyMap<TypedTerm, Place>;

  constructor(store: NameReader, places: ReadonlyMap<TypedTerm, Place>) {
    this.store = store;
    this.places = places;
  }

  async resolve(query: TypedQuery): Promise<ResolvedQuery> {
    switch (query.type) {
      case 'all':
        return query;
      case 'term':
        return term(await this.term(query.term));
      case 'not':
        return not(await this.resolve(query.of));
      default: {
        const parts: Query<ResolvedTerm>[] = [];
        for (const part of query.of) parts.push(await this.resolve(part));
        return query.type === 'and' ? and(...parts) : or(...parts);
      }
    }
  }

  private async term(typed: TypedTerm): Promise<ResolvedTerm> {
    switch (typed.key) {
      case 'text':
        return typed;
      case 'kind':
      case 'mode':
      case 'act':
      case 'status':
      case 'method':
        return { key: typed.key, value: typed.value };
      case 'said':
      case 'published':
      case 'recorded':
        return dateTerm(typed.key, typed.value);
      default:
        return this.named(typed.key, typed);
    }
  }

  private async named(key: ActorTerm['key'], typed: TypedTerm): Promise<ResolvedTerm> {
    const id = `${key}:${typed.value}`;
    const looked = this.looked.get(id) ?? find(typed, this.store);
    this.looked.set(id, looked);
    const { ids, note } = await looked;
    if (note !== null && !this.notes.some(({ message }) => message === note.message))
      this.notes.push({ ...note, ...(this.places.get(typed) ?? { start: 0, end: 0 }) });
    return { key, ids };
  }
}

/**
 * The query with its names as ids and its dates as days. A name that nobody bears becomes an empty
 * list of ids, which matches nothing, and a note. Enum values are taken as they are.
 *
 * @throws OnrecordError `bad-date`
 */
export async function resolveQuery(
  query: TypedQuery,
  places: ReadonlyMap<TypedTerm, Place>,
  store: NameReader,
): Promise<Resolution> {
  const resolver = new Resolver(store, places);
  return { query: await resolver.resolve(query), notes: resolver.notes };
}
