import type { DocumentRef, StatementReply } from '../../server/contract/replies.ts';
import { MOST_IDS } from '../../server/contract/vocabulary.ts';
import type { Likeness, LikenessList } from '../../server/contract/review.ts';
import * as api from '../api/review.ts';

/** What speaks for a statement being told elsewhere too, or for its documents being copies. */
export interface AlikeTelling {
  readonly type: 'same-utterance' | 'same-origin';
  /** Its own documents that copy one another; else how many others tell it alike. */
  readonly documents: number;
  readonly first: readonly DocumentRef[];
}

const ownDocuments = ({ reports }: StatementReply) =>
  new Set<string>(reports.map(({ document }) => document.id));

function telling(
  statement: StatementReply,
  { type, records, documents, first }: Likeness,
): AlikeTelling[] {
  if (type === 'same-actor' || !records.includes(statement.id)) return [];
  const own = ownDocuments(statement);
  const copies = records.filter((id) => own.has(id)).length;
  return [{ type, documents: type === 'same-origin' ? copies : documents - own.size, first }];
}

/** What the questions that a statement is among say of it. */
export function tellingsOf(
  statement: StatementReply,
  likenesses: readonly Likeness[],
): AlikeTelling[] {
  return likenesses.flatMap((each) => telling(statement, each));
}

/** Likenesses of any number of statements, asked for a few at a time. */
export async function likenessesOf(
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<LikenessList> {
  const parts: string[][] = [];
  for (let i = 0; i < ids.length; i += MOST_IDS) parts.push(ids.slice(i, i + MOST_IDS));
  const lists = await Promise.all(parts.map((part) => api.likenesses(part, signal)));
  const items = lists.flatMap((list) => list.items);
  return { total: items.length, items, bound: lists.find(({ bound }) => bound)?.bound ?? null };
}
