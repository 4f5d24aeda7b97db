import type { DocumentRef, StatementReply } from '../../server/contract/replies.ts';
import { MOST_IDS } from '../../server/contract/vocabulary.ts';
import type { Likeness, LikenessList } from '../../server/contract/review.ts';
import * as api from '../api/review.ts';

/** What speaks for a statement being told elsewhere too, or for its documents being copies. */
export interface AlikeTelling {
  readonly type: 'same-utterance' | 'same-origin';
  /** Its own documents that copy one another; else how many others tell it alike. */
  readonly documents: number;
  /** Of all that tell it how many may copy one text; null where that is what the type says. */
  readonly copies: { readonly count: number; readonly of: number } | null;
  readonly first: readonly DocumentRef[];
}

const ownDocuments = ({ reports }: StatementReply) =>
  new Set<string>(reports.map(({ document }) => document.id));

function telling(statement: StatementReply, likeness: Likeness): AlikeTelling[] {
  const { type, records, documents, copies, first } = likeness;
  if (type === 'same-actor' || !records.includes(statement.id)) return [];
  const own = ownDocuments(statement);
  if (type === 'same-origin') {
    const those = records.filter((id) => own.has(id)).length;
    return [{ type, documents: those, copies: null, first }];
  }
  const among = copies === 0 ? null : { count: copies, of: documents };
  return [{ type, documents: documents - own.size, copies: among, first }];
}

/** `5 of the 6`, `both` or `all 6`. */
export function shareWords({ count, of }: NonNullable<AlikeTelling['copies']>): string {
  const all = of.toLocaleString('en');
  if (count < of) return `${count.toLocaleString('en')} of the ${all}`;
  return of === 2 ? 'both' : `all ${all}`;
}

/** What the questions that a statement is among say of it. */
export function tellingsOf(
  statement: StatementReply,
  likenesses: readonly Likeness[],
): AlikeTelling[] {
  return likenesses.flatMap((each) => telling(statement, each));
}

/**
 * Likenesses of any number of statements, asked for a few at a time. One that spans several of the
 * parts comes with each of them and is told once; of those that the lists cut that is not known, so
 * that `total` is what there are at most.
 */
export async function likenessesOf(
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<LikenessList> {
  const parts: string[][] = [];
  for (let i = 0; i < ids.length; i += MOST_IDS) parts.push(ids.slice(i, i + MOST_IDS));
  const lists = await Promise.all(parts.map((part) => api.likenesses(part, signal)));
  const items = [...eachOnce(lists.flatMap((list) => list.items))].sort(likestFirst);
  const cut = lists.reduce((sum, { total, items: listed }) => sum + total - listed.length, 0);
  return { total: items.length + cut, items, bound: fullest(lists) };
}

function eachOnce(likenesses: readonly Likeness[]): Iterable<Likeness> {
  return new Map(
    likenesses.map((each) => [[each.type, ...each.records].join(' '), each] as const),
  ).values();
}

const likestFirst = (a: Likeness, b: Likeness) =>
  b.score - a.score || b.records.length - a.records.length;

/** Some parts are told of documents that were left out as well: these say most. */
function fullest(lists: readonly LikenessList[]): string | null {
  const bounds = lists.flatMap(({ bound }) => bound ?? []);
  return bounds.sort((a, b) => b.length - a.length)[0] ?? null;
}
