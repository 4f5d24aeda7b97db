import { recordTypeOf, type ActorId, type DocumentId } from '../../../graph-data/schema/index.ts';
import { OnrecordError, term, type PathsAsked } from '../../contract/index.ts';
import type { RecordReader } from '../../store/store.ts';
import { claimsReportedIn } from '../claims.ts';
import { oneActor } from '../one-actor.ts';
import type { NameReader } from '../search/actors.ts';
import { findRecords } from '../search/records.ts';

/** A request with names instead of ids, as an address or a command line gives it. */
export interface NamedPathsRequest {
  readonly from: string;
  readonly to: string;
  readonly max?: number;
  readonly k?: number;
  readonly kinds?: PathsAsked['kinds'];
  readonly acts?: PathsAsked['acts'];
  readonly period?: PathsAsked['period'];
  /** Id or title of a document. */
  readonly document?: string | undefined;
  /** Comma-separated. */
  readonly through?: string | undefined;
  /** Comma-separated. */
  readonly avoid?: string | undefined;
  readonly discountHubs?: boolean;
  readonly inTime?: boolean;
}

type Reader = NameReader &
  Pick<RecordReader, 'statementIds' | 'agreements' | 'events' | 'relations'>;

function actorsNamed(store: NameReader, field: string, names = ''): Promise<ActorId[]> {
  const wanted = names.split(',').map((name) => name.trim());
  return Promise.all(
    wanted.filter((name) => name !== '').map((name) => oneActor(store, field, name)),
  );
}

/** Every record that the documents of this name report. Throws `not-found`. */
async function recordsOf(store: Reader, name: string): Promise<string[]> {
  const { ids, note } = await findRecords('document', name, store);
  if (ids.length === 0) {
    const detail = note?.message ?? `No document in the record is called “${name}”.`;
    const where = { field: 'document' };
    throw new OnrecordError('not-found', `${detail} Give its id or its title.`, where);
  }
  const statements = await store.statementIds(term({ key: 'document', ids }));
  const documents = ids.filter((id): id is DocumentId => recordTypeOf(id) === 'document');
  const claims = await claimsReportedIn(documents, store);
  return [...statements, ...claims.map(({ id }) => id)];
}

/**
 * The request with every name resolved.
 *
 * @throws OnrecordError `not-found`, with the field, for a name that means no or several actors
 */
export async function pathsRequestOf(asked: NamedPathsRequest, store: Reader): Promise<PathsAsked> {
  const { from, to, document, through, avoid, ...rest } = asked;
  return {
    ...rest,
    from: await oneActor(store, 'from', from),
    to: await oneActor(store, 'to', to),
    through: await actorsNamed(store, 'through', through),
    avoid: await actorsNamed(store, 'avoid', avoid),
    ...(document !== undefined && { records: await recordsOf(store, document) }),
  };
}
