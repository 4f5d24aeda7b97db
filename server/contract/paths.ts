import { z } from 'zod';
import { Act, ActorId, ACTS } from '../../graph-data/schema/index.ts';
import { dateRange, freeText, oneOf, wholeNumber, wordList } from './params.ts';

/**
 * What can tie two actors: a statement of one about, to or carried by the other, or published by
 * it; an agreement or event that both have a part in; a relation between them.
 */
export const TIE_KINDS = [
  'about',
  'addressee',
  'via',
  'outlet',
  'agreement',
  'event',
  'relation',
] as const;
export const TieKind = z.enum(TIE_KINDS);
export type TieKind = z.infer<typeof TieKind>;

/**
 * Ties that are steps unless a request says otherwise. `outlet` is not among them: one article
 * would tie everybody it quotes through its publisher, which explains nothing.
 */
export const STEPS: readonly TieKind[] = TIE_KINDS.filter((kind) => kind !== 'outlet');

export const MAX_HOPS = 6;
export const MAX_PATHS = 10;
const MAX_THROUGH = 3;
const MAX_AVOID = 100;

/** Days; null is open on that side. */
const Period = z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() });

/** Which ties count as steps. */
export const TieFilter = z.object({
  kinds: z
    .array(TieKind)
    .min(1)
    .default([...STEPS]),
  /** Only statements that do one of these; null for any tie. */
  acts: z.array(Act).min(1).nullable().default(null),
  /** Only ties whose days can overlap; undated ones then do not count. */
  period: Period.nullable().default(null),
  /** Only these records, e.g. all that one document reports; null for any. */
  records: z.array(z.string()).nullable().default(null),
});
export type TieFilter = z.infer<typeof TieFilter>;

/** How two actors are tied. */
export const PathsRequest = TieFilter.extend({
  from: ActorId,
  to: ActorId,
  /** Most steps. */
  max: z.int().min(1).max(MAX_HOPS).default(4),
  /** Most paths. */
  k: z.int().min(1).max(MAX_PATHS).default(1),
  /** Actors that every path must pass, in any order. */
  through: z.array(ActorId).max(MAX_THROUGH).default([]),
  /** Actors that no path may pass. */
  avoid: z.array(ActorId).max(MAX_AVOID).default([]),
  /** Whether passing an actor costs the more the more neighbours it has. */
  discountHubs: z.boolean().default(true),
  /** Whether each step must be dated, and no earlier than the one before. */
  inTime: z.boolean().default(false),
});
export type PathsRequest = z.infer<typeof PathsRequest>;
/** A request as callers write it, defaults left out. */
export type PathsAsked = z.input<typeof PathsRequest>;

/** The ego network of an actor. */
export const NeighbourhoodRequest = TieFilter.extend({
  of: ActorId,
  hops: z.int().min(1).max(3).default(1),
  /** Most actors, the one in the middle included. */
  limit: z.int().min(1).max(10_000).default(500),
});
export type NeighbourhoodRequest = z.infer<typeof NeighbourhoodRequest>;
export type NeighbourhoodAsked = z.input<typeof NeighbourhoodRequest>;

const actorNamed = (what: string) => freeText(`${what}: an id, a name or an alias`);
const actorsNamed = (what: string) => freeText(`${what}: ids, names or aliases, comma-separated`);

/** The same as parameters of an address. */
export const PATHS_PARAMS = {
  from: actorNamed('where the path begins'),
  to: actorNamed('where it ends'),
  max: wholeNumber(1, MAX_HOPS, 4, 'most steps'),
  k: wholeNumber(1, MAX_PATHS, 1, 'most paths'),
  kinds: wordList(TIE_KINDS, 'ties that count as steps; all but outlet when left out').optional(),
  acts: wordList(ACTS, 'only statements that do one of these').optional(),
  period: dateRange('only ties of these days').optional(),
  document: freeText('only what this document reports: its id or title').optional(),
  through: actorsNamed('actors that every path must pass').optional(),
  avoid: actorsNamed('actors that no path may pass').optional(),
  hubs: oneOf(
    ['discounted', 'plain'],
    'discounted',
    'whether passing an actor costs the more the more neighbours it has',
  ),
  order: oneOf(
    ['any', 'time'],
    'any',
    '`time`: each step dated, and no earlier than the one before',
  ),
} as const;
