import type { Actor, Document } from '../../graph-data/schema/index.ts';

/** Who published documents, by id. */
export type Outlets = ReadonlyMap<string, Actor>;

type Published = Pick<Document, 'outlet'>;

interface ActorReader {
  actorsById(ids: readonly string[]): Promise<Actor[]>;
}

/** The outlets of documents, each read once. */
export async function outletsOf(
  reader: ActorReader,
  documents: Iterable<Published>,
): Promise<Outlets> {
  const ids = new Set(Array.from(documents).flatMap(({ outlet }) => outlet ?? []));
  const actors = await reader.actorsById([...ids]);
  return new Map(actors.map((actor) => [actor.id, actor]));
}

/** What the outlet of a document is called; null when it has none. */
export function outletName(outlets: Outlets, { outlet }: Published): string | null {
  return outlets.get(outlet ?? '')?.name ?? null;
}
