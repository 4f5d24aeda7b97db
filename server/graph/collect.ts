import type { Actor, ActorId, Document } from '../../graph-data/schema/index.ts';
import type { GraphLevel, ResolvedQuery } from '../contract/index.ts';
import type { ClaimFilter, Page, PageRequest, RecordReader } from '../store/store.ts';
import { agreementView, claimFilter, eventView, relationView } from './claims.ts';
import { Projection, type Claim } from './projection.ts';

/** Statements read from the store at a time; between batches other requests are served. */
const BATCH = 500;

const EVERY_STATUS: ClaimFilter = { status: ['accepted', 'proposed', 'rejected'] };

/** Every item of a list, page by page. */
export async function* everyItem<T>(
  ask: (page: PageRequest) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await ask({ limit: 1000, cursor });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}

async function everyDocument(reader: RecordReader): Promise<Map<string, Document>> {
  const documents = new Map<string, Document>();
  for await (const document of everyItem((page) => reader.documents({}, page)))
    documents.set(document.id, document);
  return documents;
}

/**
 * Every agreement, event and relation that a filter for statements lets through.
 *
 * @param actors only those in which one of them has a part
 */
export async function* eachClaim(
  reader: RecordReader,
  query: ResolvedQuery,
  actors?: readonly ActorId[],
): AsyncGenerator<Claim> {
  const filter: ClaimFilter = actors === undefined ? EVERY_STATUS : { ...EVERY_STATUS, actors };
  const documents =
    query.type === 'all' ? new Map<string, Document>() : await everyDocument(reader);
  const passes = claimFilter(query, documents);
  for await (const record of everyItem((page) => reader.agreements(filter, page)))
    if (passes(agreementView(record))) yield { type: 'agreement', record };
  for await (const record of everyItem((page) => reader.events(filter, page)))
    if (passes(eventView(record))) yield { type: 'event', record };
  for await (const record of everyItem((page) => reader.relations(filter, page)))
    if (passes(relationView(record))) yield { type: 'relation', record };
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
