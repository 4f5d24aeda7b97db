import type { QueryKeyName } from './vocabulary.ts';

/**
 * A query as everything above the store speaks it: the search box, URL parameters and the CLI all
 * compile to this tree, and the store answers it. Values are as typed (`Query`) or resolved to ids
 * and day ranges (`ResolvedQuery`).
 */
export type Query<Term> =
  | { readonly type: 'all' }
  | { readonly type: 'and' | 'or'; readonly of: readonly Query<Term>[] }
  | { readonly type: 'not'; readonly of: Query<Term> }
  | { readonly type: 'term'; readonly term: Term };

/** Offsets into the query string as typed, UTF-16 code units, end exclusive. */
export interface Position {
  readonly start: number;
  readonly end: number;
}

/** A term as typed. */
export type TypedTerm =
  | { readonly key: Exclude<QueryKeyName, 'text'>; readonly value: string }
  | { readonly key: 'text'; readonly value: string; readonly form: TextForm };

export type TextForm = 'word' | 'phrase' | 'prefix';
export type TypedQuery = Query<TypedTerm>;

type ActorKey = 'speaker' | 'about' | 'addressee' | 'via' | 'outlet' | 'actor';
type EnumKey = 'kind' | 'mode' | 'act' | 'status' | 'method';
type DateKey = 'said' | 'published' | 'recorded';
/** Dates that a record may lack; when it was recorded is always known. */
type OpenDateKey = Exclude<DateKey, 'recorded'>;

/**
 * A term whose value names records or days (of `recorded`, an instant in place of a day as well;
 * both ends are within), or asks for what has no date. An empty `ids` matches nothing: the name was
 * understood as a name, and no record bears it.
 */
export type ResolvedTerm =
  | { readonly key: ActorKey | 'document' | 'agreement'; readonly ids: readonly string[] }
  | { readonly key: EnumKey; readonly value: string }
  | { readonly key: DateKey; readonly from: string | null; readonly to: string | null }
  | { readonly key: OpenDateKey; readonly undated: true }
  | { readonly key: 'text'; readonly value: string; readonly form: TextForm };
export type ResolvedQuery = Query<ResolvedTerm>;

export const ALL: { readonly type: 'all' } = { type: 'all' };

/** Conjunction without needless nesting. */
export function and<T>(...parts: readonly Query<T>[]): Query<T> {
  const of = parts.flatMap((part) =>
    part.type === 'and' ? part.of : part.type === 'all' ? [] : [part],
  );
  const [only] = of;
  if (only === undefined) return ALL;
  return of.length === 1 ? only : { type: 'and', of };
}

/** Disjunction without needless nesting. Throws RangeError without parts. */
export function or<T>(...parts: readonly Query<T>[]): Query<T> {
  const of = parts.flatMap((part) => (part.type === 'or' ? part.of : [part]));
  const [only] = of;
  if (only === undefined) throw new RangeError('or() needs at least one part');
  return of.length === 1 ? only : { type: 'or', of };
}

export function not<T>(of: Query<T>): Query<T> {
  return of.type === 'not' ? of.of : { type: 'not', of };
}

export function term<T>(value: T): Query<T> {
  return { type: 'term', term: value };
}
