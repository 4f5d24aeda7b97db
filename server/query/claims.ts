import {
  ActorId,
  type Agreement,
  type DayRange,
  type DocumentId,
  type Event,
  type Relation,
} from '../../graph-data/schema/index.ts';
import {
  QUERY_KEYS,
  type QueryKeyName,
  type QueryNote,
  type TypedQuery,
  type ResolvedQuery,
} from '../contract/index.ts';
import { wholeList, type ClaimFilter, type RecordReader } from '../store/store.ts';
import { findActors, type NameReader } from './search/actors.ts';

/** Keys of a query that match no agreement, event or relation, in the order they stand. */
function foreignKeys(query: TypedQuery): QueryKeyName[] {
  switch (query.type) {
    case 'all':
      return [];
    case 'term':
      return QUERY_KEYS[query.term.key].ofClaims === null ? [query.term.key] : [];
    case 'not':
      return foreignKeys(query.of);
    default:
      return [...new Set(query.of.flatMap(foreignKeys))];
  }
}

/**
 * A note for each key of a query that a list of claims has nothing for.
 *
 * @param what the records in the plural: agreements, events or relations
 */
export function notesOnClaims(query: TypedQuery, what: string): QueryNote[] {
  return foreignKeys(query).map((key) => {
    const message = `The filter “${key}” (${QUERY_KEYS[key].meaning}) is for statements: ${what} have nothing of the kind, so none match. “actor” finds those in which somebody has a part.`;
    return { code: 'not-of-claims', message, field: key, start: 0, end: 0 };
  });
}

/** What a list of claims is asked for besides the keys of the vocabulary. */
export interface AskedClaims {
  readonly date?: readonly DayRange[] | undefined;
  readonly place?: string | undefined;
  /** Names of actors, of which any is a party. */
  readonly party?: readonly string[] | undefined;
  /** Kinds of events or relations, states of agreements. */
  readonly kinds?: readonly string[] | undefined;
}

/** The store's filter. A party that nobody is called matches nothing, and a note says so. */
export async function claimFilterOf(
  store: NameReader,
  query: ResolvedQuery,
  { date, place, party, kinds }: AskedClaims,
): Promise<{ readonly filter: ClaimFilter; readonly notes: QueryNote[] }> {
  const named = await Promise.all((party ?? []).map((name) => findActors(name, store)));
  const at = { field: 'party', start: 0, end: 0 };
  const filter: ClaimFilter = {
    query,
    ...(date && { dates: date }),
    ...(place !== undefined && { place }),
    ...(party && { parties: named.flatMap(({ ids }) => ids.map((id) => ActorId.parse(id))) }),
    ...(kinds && { kinds }),
  };
  return {
    filter,
    notes: named.flatMap(({ note }) => (note === null ? [] : [{ ...note, ...at }])),
  };
}

/** Every agreement, event and relation that one of the documents reports. */
export async function claimsReportedIn(
  documents: readonly DocumentId[],
  store: Pick<RecordReader, 'agreements' | 'events' | 'relations'>,
): Promise<(Agreement | Event | Relation)[]> {
  return [
    ...(await wholeList((page) => store.agreements({ documents }, page))),
    ...(await wholeList((page) => store.events({ documents }, page))),
    ...(await wholeList((page) => store.relations({ documents }, page))),
  ];
}
