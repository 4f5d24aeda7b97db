import { GRAPH_LEVELS, type GraphLevel } from '../contract/index.ts';
import type { Scope } from '../graph/ego.ts';
import { GraphView } from '../graph/view.ts';
import { oneActor } from '../query/one-actor.ts';
import type { SearchRequest } from '../query/params.ts';
import type { Store } from '../store/store.ts';
import { oneOf, wholeOption } from './args.ts';
import { UsageError } from './command.ts';

/** Options that narrow an answer to a neighbourhood. */
export const AROUND_OPTIONS = {
  of: { type: 'string' },
  hops: { type: 'string' },
  level: { type: 'string', default: 'actors' },
} as const;

export const AROUND_USAGE = `  --of ACTOR    only what the graph of the neighbourhood of this actor draws
  --hops N      steps from actor to actor around it, 1 to 3 (default 1)
  --level LEVEL as the graph is drawn: ${GRAPH_LEVELS.join(' or ')} (default actors)`;

export interface Around {
  readonly of?: string | undefined;
  readonly hops?: string | undefined;
  readonly level?: string | undefined;
}

/** How many steps are asked for. Throws UsageError, for steps around nobody too. */
export function hopsOf({ of, hops }: Around): number {
  if (hops !== undefined && of === undefined)
    throw new UsageError('--hops says nothing without --of: give both.');
  return wholeOption('hops', hops, { min: 1, max: 3, fallback: 1 });
}

/** How the graph is drawn. Throws UsageError. */
export function levelOf({ level }: Around): GraphLevel {
  return oneOf('--level', GRAPH_LEVELS, level);
}

/**
 * The question of a command line within the neighbourhood that it names.
 *
 * @throws OnrecordError `not-found` when nobody or several bear the name
 */
export async function scopeOf(
  store: Store,
  { query }: SearchRequest,
  around: Around,
): Promise<Scope> {
  const { of } = around;
  const level = levelOf(around);
  const hops = hopsOf(around);
  if (of === undefined) return { statements: query, claims: query };
  const actor = await oneActor(store, 'of', of);
  return new GraphView(store).scope({ actor, hops, level }, query);
}
