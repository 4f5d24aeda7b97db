import type { ActorId } from '../../graph-data/schema/index.ts';
import { Statement as StatementSchema } from '../../graph-data/schema/index.ts';
import type { Book } from './book.ts';
import { gone, impossible, type ActionOf, type Obstacle } from './obstacle.ts';
import { once } from './rename.ts';

export function edit(book: Book, { record, set }: ActionOf<'edit'>): Obstacle[] {
  const statement = book.statement(record);
  if (!statement) return [gone(record)];
  const resolved = resolveEdit(book, set);
  if ('missing' in resolved) return resolved.missing.map(gone);
  const parsed = StatementSchema.safeParse({ ...statement, ...resolved.set });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return [impossible(record, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)];
  }
  book.put(parsed.data);
  return [];
}

/** The edit with every actor that has been merged meanwhile under its present id. */
function resolveEdit(
  book: Book,
  set: ActionOf<'edit'>['set'],
): { set: ActionOf<'edit'>['set'] } | { missing: string[] } {
  const named = namedInEdit(set);
  const missing = [
    ...named.actors.filter((id) => !book.actor(id)),
    ...named.documents.filter((id) => !book.document(id)),
  ];
  if (missing.length > 0) return { missing };
  const now = (ids: readonly ActorId[]) => once(ids.map((id) => book.resolve(id) as ActorId));
  return {
    set: {
      ...set,
      ...(set.addressees && { addressees: now(set.addressees) }),
      ...(set.about && { about: now(set.about) }),
      ...(set.reports && {
        reports: set.reports.map((report) => ({ ...report, via: now(report.via) })),
      }),
    },
  };
}

/** The actors and documents that an edit names. */
export function namedInEdit(set: ActionOf<'edit'>['set']): {
  actors: ActorId[];
  documents: string[];
} {
  const reports = set.reports ?? [];
  return {
    actors: once([
      ...(set.addressees ?? []),
      ...(set.about ?? []),
      ...reports.flatMap(({ via }) => via),
    ]),
    documents: once(reports.map(({ document }) => document)),
  };
}
