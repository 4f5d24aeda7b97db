import type { ActorId, RecordEdit } from '../../graph-data/schema/index.ts';
import { recordTypeOf } from '../../graph-data/schema/index.ts';
import type { AnyRecord } from '../store/store.ts';
import type { Book } from './book.ts';
import { gone, impossible, type ActionOf, type Obstacle } from './obstacle.ts';
import { once, withNames } from './rename.ts';
import { SCHEMAS } from './schemas.ts';

/** Sets fields of a record; actors that have been merged meanwhile go under their present ids. */
export function edit(book: Book, { record, set }: ActionOf<'edit'>): Obstacle[] {
  const type = recordTypeOf(record);
  const standing = book.records.get(book.resolve(record));
  if (!standing || recordTypeOf(standing.id) !== type) return [gone(record)];
  const { actors, documents } = namedInEdit(set);
  const missing = [
    ...actors.filter((id) => !book.actor(id)),
    ...documents.filter((id) => !book.document(id)),
  ];
  if (missing.length > 0) return missing.map(gone);
  const named = withNames(
    { ...standing, ...set } as AnyRecord,
    (id) => book.resolve(id) as ActorId,
  );
  const parsed = SCHEMAS[type as keyof typeof SCHEMAS].safeParse(named);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return [impossible(record, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)];
  }
  book.put(parsed.data);
  return [];
}

/** The actors and documents that an edit names. */
export function namedInEdit(set: RecordEdit): { actors: ActorId[]; documents: string[] } {
  const reports = set.reports ?? [];
  const single = [set.from, set.to, set.country].filter((id) => id !== undefined && id !== null);
  return {
    actors: once([
      ...(set.addressees ?? []),
      ...(set.about ?? []),
      ...reports.flatMap(({ via }) => via),
      ...(set.parties ?? []),
      ...(set.signatories ?? []),
      ...(set.participants ?? []).map(({ actor }) => actor),
      ...single,
    ]),
    documents: once([...reports, ...(set.evidence ?? [])].map(({ document }) => document)),
  };
}
