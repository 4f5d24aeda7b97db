import { z } from 'zod';
import { ActorRef, AgreementReply, EventReply, RelationReply, StatementReply } from './records.ts';

/** One step of a path: what ties two neighbours, and in which words. */
export const Hop = z.object({
  from: ActorRef,
  to: ActorRef,
  statements: z.array(StatementReply),
  agreements: z.array(AgreementReply),
  events: z.array(EventReply),
  relations: z.array(RelationReply),
  /** Records behind this hop beyond those listed. */
  omitted: z.int(),
});
export type Hop = z.infer<typeof Hop>;

export const PathsReply = z.object({
  from: ActorRef,
  to: ActorRef,
  /** Most hops that were searched. An empty `paths` means: none within `max` hops. */
  max: z.int(),
  /** Best first. */
  paths: z.array(z.object({ cost: z.number(), hops: z.array(Hop) })),
  /** False when the search stopped at its limit, so that there may be other or better paths. */
  complete: z.boolean(),
  /** Edges of the graph that the search looked at, and the most that one request may look at. */
  work: z.object({ edges: z.int(), limit: z.int() }),
});
export type PathsReply = z.infer<typeof PathsReply>;
