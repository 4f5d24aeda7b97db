import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MAX_CURSOR, OnrecordError } from '../../contract/index.ts';

/** A row's place in an order: its sort key, then its id. */
export interface Place {
  readonly key: string | number;
  readonly id: string;
}

const Body = z.strictObject({
  /** Hash of what was asked. */
  q: z.string(),
  k: z.union([z.string(), z.number()]),
  i: z.string(),
});

/** A cursor behind `place`, bound to what was asked (`question` is any plain JSON value). */
export function cursorBehind(question: unknown, { key, id }: Place): string {
  const body: z.infer<typeof Body> = { q: hashOf(question), k: key, i: id };
  return Buffer.from(JSON.stringify(body), 'utf8').toString('base64url');
}

/**
 * The place that a cursor names; null for the first page. Throws `bad-cursor` when it is not one
 * of ours or belongs to another question, and when its key is not of the order's type.
 */
export function placeOf(
  question: unknown,
  cursor: string | null,
  type: 'string' | 'number',
): Place | null {
  if (cursor === null) return null;
  const body = Body.safeParse(decoded(cursor));
  if (!body.success || body.data.q !== hashOf(question) || typeof body.data.k !== type)
    throw new OnrecordError(
      'bad-cursor',
      'This cursor was not issued by this query. Ask for the first page again, without a cursor.',
      { field: 'cursor' },
    );
  return { key: body.data.k, id: body.data.i };
}

function decoded(cursor: string): unknown {
  if (cursor.length > MAX_CURSOR || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function hashOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
}
