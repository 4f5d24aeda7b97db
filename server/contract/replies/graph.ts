import { z } from 'zod';
import {
  ACT_FAMILIES,
  ActorId,
  ActorKind,
  AgreementId,
  EventId,
  StatementId,
} from '../../../graph-data/schema/index.ts';

const Position2d = { x: z.number(), y: z.number() };

const ActorNode = z.object({
  key: ActorId,
  attributes: z.object({
    type: z.literal('actor'),
    label: z.string(),
    kind: ActorKind,
    ...Position2d,
    /** Statements made, within the filter. */
    said: z.int(),
    /** Distinct neighbours in this graph. */
    degree: z.int(),
    /** Normalised 0..1 (Brandes 2001). */
    betweenness: z.number(),
    /** Sums to 1 over the graph (Page et al. 1999). */
    pagerank: z.number(),
    /** Louvain community (Blondel et al. 2008); numbers are stable for one record only. */
    community: z.int(),
  }),
});

const RecordNode = z.object({
  key: z.union([AgreementId, EventId, StatementId]),
  attributes: z.object({
    type: z.enum(['agreement', 'event', 'statement']),
    label: z.string(),
    ...Position2d,
    degree: z.int(),
    betweenness: z.number(),
    pagerank: z.number(),
    community: z.int(),
  }),
});

const families = Object.fromEntries(ACT_FAMILIES.map((family) => [family, z.int()])) as Record<
  (typeof ACT_FAMILIES)[number],
  z.ZodInt
>;

/**
 * An edge of the graph. `says`: all statements of one speaker about or to one actor (key
 * `says:<source>><target>`); `party`, `signed`, `took-part`: actor to agreement or event (key from
 * the record's id); `relation`: one relation (key is its id).
 */
export const GraphEdge = z.object({
  key: z.string(),
  source: z.string(),
  target: z.string(),
  attributes: z.object({
    type: z.enum([
      'says',
      'party',
      'signed',
      'took-part',
      'relation',
      'made',
      'about',
      'addressed',
    ]),
    /** Records behind the edge, by id; for `says` the statements, newest first. */
    records: z.array(z.string()),
    /** Statements behind the edge by act family; all zero when none is. */
    families: z.object(families),
    /** Earliest and latest day that the records behind it name; null when none does. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** Relation kind, role, or null. */
    label: z.string().nullable(),
    /** Whether every record behind it is an undecided proposal. */
    proposed: z.boolean(),
  }),
});
export type GraphEdge = z.infer<typeof GraphEdge>;

/** graphology's serialised form, with what was left out. */
export const GraphReply = z.object({
  attributes: z.object({
    level: z.enum(['actors', 'statements']),
    /** Whole match, before any limit; of a neighbourhood, edges are those among actors read. */
    total: z.object({ nodes: z.int(), edges: z.int(), statements: z.int() }),
    omitted: z.object({ nodes: z.int(), edges: z.int() }),
    /** Why something was left out; null when nothing was. */
    reason: z.string().nullable(),
  }),
  options: z.object({
    type: z.literal('directed'),
    multi: z.literal(true),
    allowSelfLoops: z.literal(true),
  }),
  nodes: z.array(z.union([ActorNode, RecordNode])),
  edges: z.array(GraphEdge),
});
export type GraphReply = z.infer<typeof GraphReply>;
export type GraphNode = GraphReply['nodes'][number];
