import {
  and,
  AROUND_KEYS,
  GRAPH_LEVELS,
  OnrecordError,
  SHOWING_KEYS,
  term,
  type GraphLevel,
  type ResolvedQuery,
  type ResolvedTerm,
  type SavedQuestion,
  type SavedReply,
} from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import type { SearchRequest } from './params.ts';

/** A neighbourhood as an address names it. */
export interface AroundAsked {
  /** Id, name or alias of the actor in its middle. */
  readonly of: string;
  readonly hops: 1 | 2 | 3;
  readonly level: GraphLevel;
}

/** What the question in an address asks, apart from how the screen shows its answer. */
export interface Asked {
  readonly filters: URLSearchParams;
  readonly around: AroundAsked | null;
}

/** Takes apart the address of a screen: a query string, with or without `?`. */
export function askedIn(address: string): Asked {
  const filters = new URLSearchParams(address);
  const of = filters.get('of') ?? '';
  const hops = filters.get('hops');
  const level = GRAPH_LEVELS.find((each) => each === filters.get('level')) ?? 'actors';
  for (const key of [...SHOWING_KEYS, ...AROUND_KEYS]) filters.delete(key);
  if (of === '') return { filters, around: null };
  return { filters, around: { of, hops: hops === '2' ? 2 : hops === '3' ? 3 : 1, level } };
}

/** What a saved question is asked of. */
export interface Askable {
  readonly store: Pick<Store, 'statements'>;
  /** Reads filters; narrows their query to a neighbourhood. May throw OnrecordError. */
  readonly read: (filters: URLSearchParams) => Promise<SearchRequest>;
  readonly within: (read: SearchRequest, around: AroundAsked | null) => Promise<ResolvedQuery>;
}

const count = async (store: Askable['store'], query: ResolvedQuery) =>
  (await store.statements(query, 'recorded', { limit: 1, cursor: null })).total;

/**
 * Asks a saved question of the record as it is now.
 *
 * @param at the instant of asking (ISO 8601, UTC, milliseconds)
 * @throws OnrecordError what reading its filters throws, and `not-found` for its neighbourhood
 */
export async function askSaved(
  question: SavedQuestion,
  at: string,
  { store, read, within }: Askable,
): Promise<SavedReply> {
  const { filters, around } = askedIn(question.address);
  const reading = await read(filters);
  const statements = await within(reading, around);
  const since = term<ResolvedTerm>({ key: 'recorded', from: question.seen, to: null });
  return {
    ...question,
    at,
    query: reading.search,
    total: await count(store, statements),
    unseen: await count(store, and(statements, since)),
    trouble: null,
  };
}

/** The same of one that is kept: when it cannot be asked any more, the reply says why. */
export async function askKept(
  question: SavedQuestion,
  at: string,
  askable: Askable,
): Promise<SavedReply> {
  try {
    return await askSaved(question, at, askable);
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    return { ...question, at, query: '', total: null, unseen: null, trouble: error.message };
  }
}
