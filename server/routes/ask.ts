import { OnrecordError } from '../contract/index.ts';
import { findActors, type NameReader } from '../query/search/actors.ts';
import type { PageRequest } from '../store/store.ts';

/** The page that a list is asked for. */
export function pageRequest(query: { limit: number; cursor: string | undefined }): PageRequest {
  return { limit: query.limit, cursor: query.cursor ?? null };
}

/** The only item, or `not-found` for the id. */
export function only<T>(items: readonly T[], id: string): T {
  const [item] = items;
  if (item !== undefined) return item;
  throw new OnrecordError('not-found', `Nothing in the record has the id ${id}.`, { field: 'id' });
}

/** The one actor that a parameter means. Throws `not-found` when nobody or several bear the name. */
export async function oneActor(reader: NameReader, field: string, value: string): Promise<string> {
  const { ids, note } = await findActors(value, reader);
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  const detail = note?.message ?? `Nobody in the record is called “${value}”.`;
  throw new OnrecordError('not-found', `${detail} Give the id of one actor.`, { field });
}
