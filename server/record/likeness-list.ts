import type { Statement } from '../../graph-data/schema/index.ts';
import type { Likeness, LikenessList } from '../contract/index.ts';

/** Likenesses listed. */
export const MOST = 200;

/** What was found in the whole record, from which every list of likenesses is taken. */
export interface FoundLikenesses {
  readonly total: number;
  /** Most alike first: all that are of statements; of actors those that a list may hold. */
  readonly items: readonly Likeness[];
  /** Of the records of a kind those that were compared, in words; null when all were. */
  readonly bounds: Readonly<
    Record<'statements' | 'documents' | 'tellings' | 'actors', string | null>
  >;
}

/**
 * The likenesses of some statements, in the groups in which they stand among all: a question is the
 * same wherever it is met. Without statements the likest of the whole record.
 */
export function likenessList(
  { total, items, bounds }: FoundLikenesses,
  of?: readonly Asked[],
): LikenessList {
  if (of === undefined) return { total, items: items.slice(0, MOST), bound: boundOf(bounds) };
  const wanted = new Set<string>(of.map(({ id }) => id));
  const chosen = items.filter(({ records }) => records.some((id) => wanted.has(id)));
  // Documents are compared for what several of them report; actors tell nothing of a statement.
  const documents = of.some(({ reports }) => reports.length > 1) ? bounds.documents : null;
  // Whether tellings copy one text says something of those alone that are told alike.
  const isTold = chosen.some(({ type }) => type === 'same-utterance');
  const tellings = isTold ? bounds.tellings : null;
  const bound = boundOf({ statements: bounds.statements, documents, tellings });
  return { total: chosen.length, items: chosen.slice(0, MOST), bound };
}

type Asked = Pick<Statement, 'id' | 'reports'>;

function boundOf(bounds: Partial<FoundLikenesses['bounds']>): string | null {
  const compared = Object.values(bounds).filter((words) => words !== null);
  return compared.length === 0 ? null : `Compared were ${compared.join('; ')}.`;
}
