import type { ActorId } from '../../graph-data/schema/index.ts';
import { MAX_ID_LENGTH, slug } from '../../graph-data/schema/index.ts';
import type { Span } from './nlp/index.ts';

/** Hexadecimal digits of a document's hash that tell its records from other documents'. */
const HASH_DIGITS = 12;

/** Record types whose ids come from the words they rest on. */
type SpanPrefix = 'stmt' | 'agr' | 'evt' | 'rel' | 'men';

/**
 * The id of a record that rests on a span: the same text read again, by this or another model,
 * gives the same id to what is found at the same place. `detail` tells apart two records of one span.
 */
export function spanId<P extends SpanPrefix>(
  prefix: P,
  sha256: string,
  { start, end }: Span,
  detail = '',
): `${P}:${string}` {
  const body = `${sha256.slice(0, HASH_DIGITS)}-${start}-${end}`;
  const room = MAX_ID_LENGTH - prefix.length - body.length - 2;
  return detail === '' ? `${prefix}:${body}` : `${prefix}:${body}-${slug(detail, room)}`;
}

/** The id of an actor known by its name alone. */
export function actorId(name: string): ActorId {
  return `actor:${slug(name)}`;
}

/** The id of somebody whom only this document tells from a namesake: a group, an unnamed person. */
export function localActorId(name: string, sha256: string): ActorId {
  return `actor:${slug(name)}-${sha256.slice(0, 6)}`;
}
