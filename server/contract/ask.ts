import { z } from 'zod';
import { ActorRef, QueryNote } from './replies.ts';

/**
 * How a plain question was read, to be shown and edited before or after it is answered:
 * `statements` by a search, `paths` between two actors, `agreements` of actors. `words` is no
 * question that is known: it is searched for as it stands.
 */
export const AskReply = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['statements', 'words']),
    /** In the search box's language. */
    search: z.string(),
    notes: z.array(QueryNote),
  }),
  z.object({ type: z.literal('paths'), from: ActorRef, to: ActorRef, notes: z.array(QueryNote) }),
  z.object({
    type: z.literal('agreements'),
    /** All of them have a part in it. */
    actors: z.array(ActorRef),
    /** A date or range `A..B`; null for any time. */
    period: z.string().nullable(),
    notes: z.array(QueryNote),
  }),
]);
export type AskReply = z.infer<typeof AskReply>;
