import type { ActorId } from '../../graph-data/schema/index.ts';
import { OnrecordError } from '../contract/index.ts';
import { findActors, type NameReader } from './search/actors.ts';

/**
 * The one actor that an id, a name or an alias means.
 *
 * @param field the parameter it was given in
 * @throws OnrecordError `not-found` when nobody or several bear the name
 */
export async function oneActor(reader: NameReader, field: string, name: string): Promise<ActorId> {
  const { ids, note } = await findActors(name, reader);
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id as ActorId;
  const detail = note?.message ?? `Nobody in the record is called “${name}”.`;
  throw new OnrecordError('not-found', `${detail} Give the id of one actor.`, { field });
}
