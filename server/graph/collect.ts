import type { Actor, ActorId } from '../../graph-data/schema/index.ts';
import type { GraphLevel, ResolvedQuery } from '../contract/index.ts';
import { everyItem, type ClaimFilter, type RecordReader } from '../store/store.ts';
import { Projection, type Claim } from './projection.ts';

/** Statements read from the store at a time; between batches other requests are served. */
const BATCH = 500;

/** What claims are narrowed to beyond a query. */
export interface ClaimsAmong {
  /** Only those in which one of them has a part. */
  readonly actors?: readonly ActorId[];
  /** Only those of these types. */
  readonly types?: readonly Claim['type'][];
}

/** The list of the store that holds the claims of a type. */
export const LISTS = { agreement: 'agreements', event: 'events', relation: 'relations' } as const;
const CLAIM_TYPES = ['agreement', 'event', 'relation'] as const;

/**
 * Every agreement, event and relation that a filter for statements lets through (see ClaimFilter),
 * type by type.
 */
export async function* eachClaim(
  reader: RecordReader,
  query: ResolvedQuery,
  { actors, types = CLAIM_TYPES }: ClaimsAmong = {},
): AsyncGenerator<Claim> {
  const filter: ClaimFilter = actors === undefined ? { query } : { query, actors };
  for (const type of CLAIM_TYPES.filter((each) => types.includes(each)))
    for await (const record of everyItem<Claim['record']>((page) =>
      reader[LISTS[type]](filter, page),
    ))
      yield { type, record } as Claim;
}

/** Adds every statement that a query lets through. */
export async function eachStatementInto(
  projection: Projection,
  reader: RecordReader,
  query: ResolvedQuery,
): Promise<void> {
  for await (const batch of reader.eachStatement(query, BATCH))
    for (const statement of batch) projection.addStatement(statement);
}

/** Reads everything that a query lets through into one projection. */
export async function project(
  reader: RecordReader,
  query: ResolvedQuery,
  level: GraphLevel,
): Promise<Projection> {
  const projection = new Projection(level);
  await eachStatementInto(projection, reader, query);
  for await (const claim of eachClaim(reader, query)) projection.addClaim(claim);
  return projection;
}

/** The actors among node keys, by id, read in slices. */
export async function actorsAmong(
  reader: RecordReader,
  keys: Iterable<string>,
): Promise<Map<string, Actor>> {
  const ids = [...keys].filter((key) => key.startsWith('actor:'));
  const actors = new Map<string, Actor>();
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const actor of await reader.actorsById(ids.slice(at, at + BATCH)))
      actors.set(actor.id, actor);
  }
  return actors;
}
