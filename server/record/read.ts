import type { AnyRecord, Store } from '../store/store.ts';
import { listOf } from './book.ts';

/** Records that stand, by id, and when the statements among them entered the record. */
export interface InHand {
  readonly records: Map<string, AnyRecord>;
  readonly recorded: Map<string, string>;
}

/** Reads records of any type; ids that nothing bears, or that lead elsewhere, are left out. */
export async function readRecords(store: Store, ids: readonly string[]): Promise<InHand> {
  const wanted = new Set(ids);
  const inList = (name: string) => [...wanted].filter((id) => listOf(id) === name);
  const statements = await store.statementsById(inList('statements'));
  const found: AnyRecord[] = [
    ...statements.map(({ recorded: _recorded, ...statement }) => statement),
    ...(await store.actorsById(inList('actors'))),
    ...(await store.documentsById(inList('documents'))),
    ...(await store.agreementsById(inList('agreements'))),
    ...(await store.eventsById(inList('events'))),
    ...(await store.relationsById(inList('relations'))),
    ...(await store.mentionsById(inList('mentions'))),
  ];
  return {
    records: new Map(found.filter(({ id }) => wanted.has(id)).map((each) => [each.id, each])),
    recorded: new Map(statements.map(({ id, recorded }) => [id, recorded])),
  };
}
