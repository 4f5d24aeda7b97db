import { z } from 'zod';

/** Limits of one Cypher query, and what a request may ask at most. */
export const CYPHER_LIMITS = {
  /** Characters (UTF-16 code units) of a query. */
  queryLength: 20_000,
  rows: 100_000,
  timeoutMs: 10_000,
  /** Megabytes of memory the query's process may use. */
  memoryMb: 512,
  /** Megabytes of the rows of an answer, as JSON. */
  answerMb: 64,
  /** Levels of lists and objects within `params`. */
  depth: 100,
} as const;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(Json),
    z.record(z.string(), Json),
  ]),
);

/** Whether lists and objects stand within one another beyond `most` levels; does not recurse. */
function nestsBeyond(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    const containers = level.filter((it) => typeof it === 'object' && it !== null);
    level = containers.flatMap((it) => Object.values(it));
  }
  return false;
}

/** Measured before the schema descends: it recurses, and deep input would overflow the stack. */
const Params = z.preprocess(
  (params: Record<string, Json>, context) => {
    if (!nestsBeyond(params, CYPHER_LIMITS.depth)) return params;
    const message = `lists and objects may nest ${CYPHER_LIMITS.depth} levels deep`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  },
  z.record(z.string(), Json),
);

/** `POST /api/cypher`. Whole numbers among the parameters are INTEGER, others FLOAT. */
export const CypherRequest = z.strictObject({
  query: z.string().min(1).max(CYPHER_LIMITS.queryLength),
  params: Params.default({}),
  limit: z.int().min(1).max(CYPHER_LIMITS.rows).default(CYPHER_LIMITS.rows),
  timeoutMs: z.int().min(1).max(CYPHER_LIMITS.timeoutMs).default(CYPHER_LIMITS.timeoutMs),
});
export type CypherRequest = z.infer<typeof CypherRequest>;

/**
 * One value of an answer. INTEGER and FLOAT are JSON numbers where those hold them exactly; the
 * rest is told by `$type`, so that a screen can draw nodes, relationships and paths by their ids.
 */
export type CypherValue =
  | null
  | boolean
  | number
  | string
  | CypherValue[]
  | CypherNode
  | CypherRelationship
  | { $type: 'path'; nodes: CypherNode[]; relationships: CypherRelationship[] }
  | { $type: 'map'; entries: [string, CypherValue][] }
  /** `integer` beyond 2^53 and `float` that is NaN or infinite, as text; temporal values as ISO 8601. */
  | { $type: CypherScalarType; value: string };

const CYPHER_SCALAR_TYPES = [
  'integer',
  'float',
  'date',
  'localtime',
  'time',
  'localdatetime',
  'datetime',
  'duration',
] as const;
export type CypherScalarType = (typeof CYPHER_SCALAR_TYPES)[number];

export interface CypherNode {
  $type: 'node';
  /** The record's id. */
  id: string;
  labels: string[];
  properties: Record<string, CypherValue>;
}

export interface CypherRelationship {
  $type: 'relationship';
  /** The record's id where the relationship is a record, else made of its ends and its place there. */
  id: string;
  type: string;
  /** Ids of the nodes it runs from and to. */
  start: string;
  end: string;
  properties: Record<string, CypherValue>;
}

export const CypherValue: z.ZodType<CypherValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(CypherValue),
    CypherNode,
    CypherRelationship,
    z.strictObject({
      $type: z.literal('path'),
      nodes: z.array(CypherNode),
      relationships: z.array(CypherRelationship),
    }),
    z.strictObject({
      $type: z.literal('map'),
      entries: z.array(z.tuple([z.string(), CypherValue])),
    }),
    z.strictObject({ $type: z.enum(CYPHER_SCALAR_TYPES), value: z.string() }),
  ]),
);

export const CypherNode: z.ZodType<CypherNode> = z.strictObject({
  $type: z.literal('node'),
  id: z.string(),
  labels: z.array(z.string()),
  properties: z.record(
    z.string(),
    z.lazy(() => CypherValue),
  ),
});

export const CypherRelationship: z.ZodType<CypherRelationship> = z.strictObject({
  $type: z.literal('relationship'),
  id: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string(),
  properties: z.record(
    z.string(),
    z.lazy(() => CypherValue),
  ),
});

export const CypherReply = z.strictObject({
  columns: z.array(z.string()),
  /** One array per row, in the order of the columns. */
  rows: z.array(z.array(CypherValue)),
  /** Whether more rows matched than `limit` let through. */
  truncated: z.boolean(),
  /** Milliseconds the query ran, planning included. */
  ms: z.number(),
});
export type CypherReply = z.infer<typeof CypherReply>;
