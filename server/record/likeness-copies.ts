import type { Document } from '../../graph-data/schema/index.ts';
import { sharedOrigins } from '../extract/same/index.ts';
import { linked } from './likeness-groups.ts';

/** A document with its text. */
export type Held = Pick<Document, 'id' | 'title'> & { readonly text: string };

/** Of each document how much of it, 0..1, stands in each that it copies or that copies it. */
export type Copies = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function copiesAmong(held: readonly Held[]): Copies {
  const copies = new Map<string, Map<string, number>>();
  for (const { documents, overlap } of sharedOrigins(held)) {
    const [a, b] = documents;
    copies.set(a, (copies.get(a) ?? new Map<string, number>()).set(b, overlap));
    copies.set(b, (copies.get(b) ?? new Map<string, number>()).set(a, overlap));
  }
  return copies;
}

/** How many of the documents, which may repeat, are copies of one text; of several such texts the most copied. */
export function mostCopied(documents: readonly string[], copies: Copies): number {
  const among = new Set(documents);
  const pairs = [...among].flatMap((a) =>
    [...(copies.get(a) ?? [])]
      .filter(([b]) => a < b && among.has(b))
      .map(([b, score]) => ({ a, b, score })),
  );
  return Math.max(0, ...linked(pairs).map(({ members }) => members.length));
}
